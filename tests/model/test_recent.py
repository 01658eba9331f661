"""What was asked for last is held, and no more than there is room for."""

from __future__ import annotations

import pytest
from inforce.model.recent import Recent


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    held: Recent[str, int] = Recent(2)
    held["a"], held["b"] = 1, 2
    assert held["a"] == 1
    held["c"] = 3
    assert dict(held) == {"a": 1, "c": 3}
    with pytest.raises(KeyError):
        held["b"]


def test_sizes_are_added_up_and_the_newest_is_always_held() -> None:
    held: Recent[str, str] = Recent(5, len)
    held["a"], held["b"] = "xx", "xxx"
    assert len(held) == 2
    held["a"] = "xxx"
    assert dict(held) == {"a": "xxx"}
    held["c"] = "x" * 9
    assert [*held] == ["c"]
    del held["c"]
    held["d"], held["e"] = "xx", "xxx"
    assert len(held) == 2, "what is gone counts no more"
