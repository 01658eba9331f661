"""Whether two amounts are one."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest
from inforce.model.values import Duration, Percentage
from inforce.rules.readings.likeness import Amount, Pool, Weeks, is_same, length_of
from inforce.rules.readings.times import Clock


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Duration(weeks=2), Duration(days=15), True),
        (Duration(weeks=1), Duration(days=8), True),
        (Duration(days=14), Duration(weeks=2), True),
        (Duration(days=14), Duration(days=15), False),
        (Duration(hours=72), Duration(hours=74), False),
        (Duration(days=90), Duration(days=92), False),
        (Duration(years=1), Duration(years=1, days=1), False),
        (Duration(years=1), Duration(days=365), True),
        (Duration(months=1), Duration(days=30), True),
        (Duration(hours=72), Duration(hours=48), False),
        (Duration(days=3), Duration(days=4), False),
        (Duration(years=10), Duration(years=11), False),
    ],
)
def test_periods_that_are_about_the_same(one: Duration, other: Duration, same: bool) -> None:
    assert is_same((Duration, length_of(one)), (Duration, length_of(other))) is same


def test_other_kinds_are_the_same_only_where_they_are_equal() -> None:
    assert is_same((Percentage, Percentage.parse("5%")), (Percentage, Percentage.parse("5%")))
    assert not is_same((Percentage, Percentage.parse("5%")), (int, 5))


def test_words_that_may_be_a_time_of_day_or_a_period() -> None:
    hours = (Duration, length_of(Duration(hours=18)))
    assert is_same((time, Clock(18 * 60, sure=False)), hours)
    assert is_same(hours, (time, Clock(18 * 60, sure=False)))
    assert not is_same((time, Clock(18 * 60)), hours)


AMOUNTS: list[Amount] = [
    *((Duration, length) for length in ((0, 7, 0), (0, 8, 0), (0, 14, 0), (0, 15, 0), (0, 30, 0), (1, 0, 0))),
    *((Duration, Weeks(length)) for length in ((0, 7, 0), (0, 14, 0))),
    *((Duration, length) for length in ((0, 365, 0), (12, 0, 0), (1, 2, 0), (0, 1, 0), (0, 0, 86_400), (0, 0, 64_800))),
    *(
        (time, Clock(minutes, either, sure))
        for minutes in (360, 1080)
        for either in (False, True)
        for sure in (False, True)
    ),
    *((Percentage, Percentage(amount=Decimal(share))) for share in (5, 6)),
]


@pytest.mark.parametrize("amount", AMOUNTS, ids=str)
def test_a_pool_has_what_is_the_same_as_one_of_its_amounts(amount: Amount) -> None:
    for others in ([], AMOUNTS, *([one] for one in AMOUNTS)):
        assert bool([*Pool(others).like(amount)]) is any(is_same(amount, one) for one in others)


def test_each_amount_of_a_pool_is_taken_once() -> None:
    month, days, weeks = (Duration, (1, 0, 0)), (Duration, (0, 30, 0)), (Duration, Weeks((0, 14, 0)))
    pool = Pool([days, days, weeks])
    assert [pool.take(one) for one in (month, days, month, days)] == [True, True, False, False]
    assert [pool.take((Duration, (0, 15, 0))), pool.take(weeks)] == [True, False]
