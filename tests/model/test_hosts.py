"""Hosts that nobody can have."""

from __future__ import annotations

import pytest
from inforce.model.hosts import is_placeholder, with_ascii_host


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


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://münchen.de/straße?ü#ß", "https://xn--mnchen-3ya.de/straße?ü#ß"),
        ("http://Straße.example", "http://xn--strae-oqa.example"),
        ("https://例え.jp/", "https://xn--r8jz45g.jp/"),
        ("https://example.org/münchen", "https://example.org/münchen"),
        ("https://\u2603.example/", "https://\u2603.example/"),
        ("münchen.de", "münchen.de"),
        ("https://a@münchen.de/", "https://a@münchen.de/"),
    ],
)
def test_a_host_in_letters_is_written_as_name_servers_know_it(address: str, known: str) -> None:
    assert with_ascii_host(address) == known
