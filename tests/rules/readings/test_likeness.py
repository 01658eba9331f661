"""Whether two amounts are one."""

from __future__ import annotations

import pytest
from inforce.model.values import Duration, Percentage
from inforce.rules.readings.likeness import is_same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Duration(weeks=2), Duration(days=15), True),
        (Duration(months=1), Duration(days=30), True),
        (Duration(hours=72), Duration(hours=48), False),
        (Duration(days=3), Duration(days=4), False),
        (Duration(years=10), Duration(years=11), False),
    ],
)
def test_periods_that_are_about_the_same(one: Duration, other: Duration, same: bool) -> None:
    assert is_same((Duration, one.length), (Duration, other.length)) is same


def test_other_kinds_are_the_same_only_where_they_are_equal() -> None:
    assert is_same((Percentage, Percentage.parse("5%")), (Percentage, Percentage.parse("5%")))
    assert not is_same((Percentage, Percentage.parse("5%")), (int, 5))
