"""Whether two amounts that passages state are one: periods also where they are about the same."""

from __future__ import annotations

from inforce.model.values import Duration
from inforce.rules.readings.times import Clock

Amount = tuple[type, object]
"""A kind, and a value as `passages` reads it."""
_A_DAY = 86_400
_BY_CUSTOM = frozenset({(7, 8), (14, 15)})
"""Days that are a week, or two, by custom ("huit jours", "quinze jours")."""


class Weeks(tuple[int, int, int]):
    """The length of a period in weeks alone: that of its days."""

    __slots__ = ()


def length_of(value: Duration) -> tuple[int, int, int]:
    """The length by which periods are compared."""
    return Weeks(value.length) if value.parts.keys() == {"weeks"} else value.length


def is_same(one: Amount, other: Amount) -> bool:
    """Whether two amounts are one. Periods of one unit each are also where they are about the same in different units,
    as languages count ("one month", "30 Tage"); weeks are some more days by custom ("quinze jours"). Times of day are
    where both may be one time, and may be periods where their words are."""
    kinds, (first, second) = (one[0], other[0]), (one[1], other[1])
    match first, second:
        case Clock(), Clock():
            return first.is_same(second)
        case (Clock() as clock, (0, 0, int(seconds))) | ((0, 0, int(seconds)), Clock() as clock):
            return not clock.sure and clock.minutes * 60 == seconds
    if one == other or kinds != (Duration, Duration):
        return one == other
    assert isinstance(first, tuple)
    assert isinstance(second, tuple)
    units = [[place for place, count in enumerate(length) if count] for length in (first, second)]
    if units[0] == units[1]:
        days = tuple(sorted((first[1], second[1])))
        return units[0] == [1] and days in _BY_CUSTOM and isinstance(first if first[1] == days[0] else second, Weeks)
    if len(units[0]) > 1 or len(units[1]) > 1:
        return False
    longer, shorter = sorted((_seconds(first), _seconds(second)), reverse=True)
    return longer - shorter <= max(_A_DAY if shorter >= 7 * _A_DAY else 0, longer // 30)


def _seconds(length: tuple[int, int, int]) -> int:
    months, days, seconds = length
    return Duration(months=months, days=days, seconds=seconds).nominal_seconds
