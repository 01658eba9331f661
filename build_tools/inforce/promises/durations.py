"""Durations that compare and don't lie: a month is 28 to 31 days, so whether 30 days are more depends on the calendar.

Two durations are compared as counted from the same day, whichever that is. Where one is the longer from some days and
not from others, the comparison raises; `counted_from` answers for one day. A period in months ends on the day of the
same number, or on the month's last where it has none such (Regulation (EEC, Euratom) 1182/71, Article 3(2)(c)). A day
is 24 hours: that of UTC, where no clock is put forward.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final, Self

from inforce.model.values.amounts import Duration
from inforce.promises.errors import Incomparable

_CYCLE: Final = 400 * 12
"""Months after which the calendar repeats itself."""
_DAY: Final = timedelta(days=1)
_SIGNS: Final[Mapping[str, Callable[[timedelta, timedelta], bool]]] = {
    "<=": operator.le,
    "<": operator.lt,
    ">=": operator.ge,
    ">": operator.gt,
}


@dataclass(frozen=True, slots=True, eq=False)
class CalendarDuration:
    """A duration of the policy. Compares with another one and with `timedelta`; equal are only those that last
    equally long from every day: 12 months and a year, 7 days and a week, but not a month and 30 days."""

    months: int
    rest: timedelta
    """Weeks, days and what is shorter."""
    text: str
    """ISO 8601, as the policy has it: `P3Y`."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ISO 8601 (`P3Y`) or words ("3 years"). Raises ValueError."""
        given = Duration.parse(text.strip())
        months, days, seconds = given.length
        if months > date.max.year * 12 or days + seconds // 86400 > date.max.toordinal():
            raise ValueError(f'"{text}" is longer than can be reckoned with')
        return cls(months, timedelta(days=days, seconds=seconds), str(given))

    def counted_from(self, day: date) -> timedelta:
        """How long it is, counted from a day. Raises OverflowError where it ends after the year 9999."""
        return (_ends(day, self.months) - day) + self.rest

    @property
    def shortest(self) -> timedelta:
        """How long it is from the day from which it is shortest: three years are 1095 days then."""
        return _bounds(self.months, 0)[0] * _DAY + self.rest

    @property
    def longest(self) -> timedelta:
        """How long it is from the day from which it is longest: three years are 1096 days then."""
        return _bounds(self.months, 0)[1] * _DAY + self.rest

    def __eq__(self, other: object) -> bool:
        if isinstance(other, timedelta):
            return self.months == 0 and self.rest == other
        if isinstance(other, CalendarDuration):
            return (self.months, self.rest) == (other.months, other.rest)
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self.months, self.rest)) if self.months else hash(self.rest)  # equal to that of its timedelta

    def __le__(self, other: CalendarDuration | timedelta) -> bool:
        return self._compared(other, "<=") if isinstance(other, CalendarDuration | timedelta) else NotImplemented

    def __lt__(self, other: CalendarDuration | timedelta) -> bool:
        return self._compared(other, "<") if isinstance(other, CalendarDuration | timedelta) else NotImplemented

    def __ge__(self, other: CalendarDuration | timedelta) -> bool:
        return self._compared(other, ">=") if isinstance(other, CalendarDuration | timedelta) else NotImplemented

    def __gt__(self, other: CalendarDuration | timedelta) -> bool:
        return self._compared(other, ">") if isinstance(other, CalendarDuration | timedelta) else NotImplemented

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        if not self.months:
            return self.text
        least, most = (bound.days for bound in (self.shortest, self.longest))
        return f"{self.text} ({least} days)" if least == most else f"{self.text} ({least} to {most} days)"

    def _compared(self, other: CalendarDuration | timedelta, sign: str) -> bool:
        """Whether it holds from every day; False where it holds from none. Raises Incomparable in between."""
        months, rest = (0, other) if isinstance(other, timedelta) else (other.months, other.rest)
        # What holds for the least and for the most that it is longer holds for all in between.
        answers = {_SIGNS[sign](days * _DAY + self.rest, rest) for days in _bounds(self.months, months)}
        if len(answers) == 1:
            return answers.pop()
        # Of `timedelta <= keep` Python asks `keep >= timedelta`, so the message has neither side first.
        raise Incomparable(
            f"Which is longer, {_told(self)} or {_told(other)}, depends on the day from which both are counted, since "
            "months and years differ in length. Give both in the same units, leave a margin (`shortest`, `longest`), "
            "or count from a day: keep.counted_from(date(2027, 3, 1))."
        )


def duration(text: str) -> CalendarDuration:
    """A duration from ISO 8601 or words: `duration("P3Y")`, `duration("18 months")`. Raises ValueError."""
    return CalendarDuration.parse(text)


def _told(length: CalendarDuration | timedelta) -> str:
    if isinstance(length, CalendarDuration):
        return repr(length)
    return str(length) if length % _DAY else f"{length.days} days"


@cache
def _bounds(months: int, others: int) -> tuple[int, int]:
    """By how many days so many months are longer than so many others, counted from the same day: the least and the
    most. From the 28th on the day matters, since the month in which it ends may have no such day."""
    if months == others:
        return 0, 0
    found = [
        _day_number(start + months, day) - _day_number(start + others, day)
        for start in range(_CYCLE)
        for day in range(28, _days_in(start) + 1)
    ]
    return min(found), max(found)


def _day_number(month: int, day: int) -> int:
    """The number of a day; months are counted from January of the year 0, on and on."""
    return _first_day(month) + min(day, _days_in(month)) - 1


def _first_day(month: int) -> int:
    year, month_of_year = divmod(month, 12)
    if month_of_year < 2:
        year -= 1  # a year that begins in March has its leap day, if any, at its end
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * ((month_of_year + 10) % 12) + 2) // 5


def _days_in(month: int) -> int:
    return _first_day(month + 1) - _first_day(month)


def _ends(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        raise OverflowError(f"it ends after the year {date.max.year}")
    last = _days_in(year * 12 + month)
    return date(year, month + 1, min(day.day, last))
