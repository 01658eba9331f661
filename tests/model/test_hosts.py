"""Hosts that nobody can have."""

from __future__ import annotations

import pytest
from inforce.model.hosts import is_placeholder


@pytest.mark.parametrize(
    ("host", "placeholder"),
    [
        ("legal.qualifio.example", True),
        ("legal.EXAMPLE.com", True),
        ("example.org", True),
        ("localhost", True),
        ("intranet", True),
        ("192.0.2.1", True),
        ("site.test", True),
        ("site.invalid.", True),
        ("legal.qualifio.com", False),
        ("myexample.com", False),
        ("example.com.au", False),
        ("test.qualifio.com", False),
    ],
)
def test_a_placeholder_is_what_nobody_elsewhere_can_reach(host: str, placeholder: bool) -> None:
    assert is_placeholder(host) is placeholder
