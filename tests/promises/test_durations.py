"""Durations compare as the calendar has it: what depends on the day from which one counts is refused, not guessed."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.promises.durations import CalendarDuration, duration
from inforce.promises.errors import Incomparable

Comparison = Callable[[Any, Any], Any]
SIGNS: list[Comparison] = [operator.le, operator.lt, operator.ge, operator.gt]


def days(number: int) -> timedelta:
    return timedelta(days=number)


@pytest.mark.parametrize(
    ("left", "holds", "right", "answer"),
    [
        (days(1095), operator.le, duration("P3Y"), True),
        (days(1097), operator.le, duration("P3Y"), False),
        (days(1096), operator.le, duration("P3Y"), None),  # only where a 29 February lies in between
        (days(1096), operator.lt, duration("P3Y"), False),
        (days(30), operator.le, duration("P1M"), None),
        (days(28), operator.le, duration("P1M"), True),
        (days(32), operator.gt, duration("P1M"), True),
        (duration("P1M"), operator.ge, days(28), True),
        (duration("P6M"), operator.lt, duration("P180D"), False),  # 181 to 184 days
        (duration("P6M"), operator.le, duration("P183D"), None),
        (duration("P12M"), operator.le, duration("P1Y"), True),
        (duration("P12M"), operator.lt, duration("P1Y"), False),
        (duration("P2W"), operator.ge, days(14), True),
        (duration("PT72H"), operator.le, days(3), True),
        (duration("P1Y2M"), operator.gt, duration("P13M"), True),
        (duration("P1M1D"), operator.gt, duration("P1M"), True),
        (timedelta.max, operator.le, duration("P10Y"), False),
        (duration("P100Y"), operator.gt, timedelta(0), True),
    ],
)
def test_comparing(left: object, holds: Comparison, right: object, answer: bool | None) -> None:
    if answer is None:
        with pytest.raises(Incomparable, match="depends on the day from which both are counted"):
            holds(left, right)
    else:
        assert holds(left, right) is answer


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        (duration("P12M"), duration("P1Y"), True),
        (duration("P7D"), duration("P1W"), True),
        (duration("P7D"), days(7), True),
        (duration("18 months"), duration("P1Y6M"), True),
        (duration("P1M"), days(30), False),
        (duration("P1Y"), days(365), False),
        (duration("P1Y"), "P1Y", False),
    ],
)
def test_equal_is_only_what_is_so_from_every_day(left: object, right: object, equal: bool) -> None:
    assert (left == right) is equal
    if equal:
        assert hash(left) == hash(right)


lengths = st.builds(
    lambda months, rest: CalendarDuration(months, days(rest), ""),
    st.sampled_from([0, 1, 2, 6, 12, 36]),
    st.integers(0, 1200),
)
starts = st.dates(date(1900, 1, 1), date(2300, 1, 1))


def test_what_cannot_be_compared_is_told_alike_from_either_side() -> None:
    told: set[str] = set()
    three = duration("P3Y")
    for left, holds, right in ((days(1096), operator.le, three), (three, operator.ge, days(1096))):
        with pytest.raises(Incomparable) as found:
            holds(left, right)
        told.add(str(found.value))
    (said,) = told
    assert said.startswith("Which is longer, P3Y (1095 to 1096 days) or 1096 days, depends on the day")


@given(lengths, lengths, starts, st.sampled_from(SIGNS))
def test_an_answer_holds_from_any_day(
    left: CalendarDuration, right: CalendarDuration, start: date, holds: Comparison
) -> None:
    try:
        answer = holds(left, right)
    except Incomparable:
        return
    assert holds(left.counted_from(start), right.counted_from(start)) is answer


@pytest.mark.parametrize("months", [1, 2, 3, 6, 11, 12, 13, 24, 36, 48, 97])
def test_the_bounds_are_met(months: int) -> None:
    """Two days are found from which it is as short and as long as it says: none is refused that has an answer."""
    kept = CalendarDuration(months, days(0), "")
    every = [date(1896, 1, 1) + days(number) for number in range(4 * 366 + 9 * 366)]
    found = {kept.counted_from(day) for day in every}
    assert (kept.shortest, kept.longest) == (min(found), max(found))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("P1M", date(2027, 1, 31), date(2027, 2, 28)),
        ("P1M", date(2028, 1, 31), date(2028, 2, 29)),
        ("P1Y", date(2028, 2, 29), date(2029, 2, 28)),
        ("P1M", date(2027, 2, 28), date(2027, 3, 28)),
        ("P1Y6M", date(2026, 12, 15), date(2028, 6, 15)),
        ("P2W", date(2026, 12, 25), date(2027, 1, 8)),
    ],
)
def test_counted_from_a_day(text: str, start: date, end: date) -> None:
    assert start + duration(text).counted_from(start) == end


def test_what_ends_after_the_calendar_is_refused() -> None:
    with pytest.raises(OverflowError):
        duration("P1Y").counted_from(date(9999, 1, 1))
    with pytest.raises(ValueError, match="longer than can be reckoned with"):
        duration("P10000Y")
    with pytest.raises(ValueError, match="is not a duration"):
        duration("three years")


def test_a_message_shows_how_many_days_it_is() -> None:
    shown = [repr(duration(text)) for text in ("P3Y", "P1M", "P400Y", "P30D")]
    assert shown == ["P3Y (1095 to 1096 days)", "P1M (28 to 31 days)", "P400Y (146097 days)", "P30D"]


def test_other_things_do_not_compare() -> None:
    for holds in SIGNS:
        with pytest.raises(TypeError):
            holds(duration("P1Y"), 365)
        with pytest.raises(TypeError):
            holds("P1Y", duration("P1Y"))
