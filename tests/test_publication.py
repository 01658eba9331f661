"""What is published: a policy's versions by number."""

from __future__ import annotations

import pytest

from tests.site import making


def test_a_version_by_its_number() -> None:
    (policy,) = making.northwind(draft=True).policies
    assert [policy.version(number).version.number for number in (1, 2, 3)] == [1, 2, 3]
    assert policy.draft is not None
    with pytest.raises(KeyError):
        policy.version(4)
