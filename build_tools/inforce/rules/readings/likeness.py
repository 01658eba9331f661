"""Whether two amounts that passages state are one: periods also where they are about the same."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from inforce.model.values import Duration
from inforce.rules.readings.times import Clock

Amount = tuple[type, object]
"""A kind, and a value as `passages` reads it."""
_A_DAY = 86_400
_HALF_A_DAY = 12 * 60
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


class Pool:
    """Amounts among which the same as another is looked for, and taken away, in time that hardly grows with them."""

    def __init__(self, amounts: Iterable[Amount]) -> None:
        self._left = Counter(map(_key, amounts))
        self._clocks: dict[int, list[Amount]] = {}
        self._periods: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
        """By their unit: the lengths of periods of one unit, by how long they are."""
        for amount, _ in self._left:
            if isinstance(amount[1], Clock):
                self._clocks.setdefault(amount[1].minutes % _HALF_A_DAY, []).append(amount)
            elif (unit := _unit(amount)) is not None:
                self._periods.setdefault(unit, []).append(_place(amount))
        for unit, periods in self._periods.items():
            self._periods[unit] = sorted({*periods})

    def take(self, amount: Amount) -> bool:
        """Take one away that is the same, if there is one."""
        found = next(self.like(amount), None)
        if found is None:
            return False
        self._left[_key(found)] -= 1
        if (unit := _unit(found)) is not None and not any(self._left[_key(one)] for one in _forms(found)):
            at = bisect_left(self._periods[unit], _place(found))
            del self._periods[unit][at]
        return True

    def like(self, amount: Amount) -> Iterator[Amount]:
        """Those that are left and the same: the very same first, then the nearest of each other unit."""
        return (one for one in self._near(amount) if self._left[_key(one)] > 0 and is_same(amount, one))

    def _near(self, amount: Amount) -> Iterator[Amount]:
        yield from _forms(amount)
        if isinstance(amount[1], Clock):
            yield from self._clocks.get(amount[1].minutes % _HALF_A_DAY, ())
            yield Duration, (0, 0, amount[1].minutes * 60)
        elif (unit := _unit(amount)) is not None:
            seconds, length = _place(amount)
            yield from self._clocks.get(seconds // 60 % _HALF_A_DAY, ())
            for days in (day for pair in _BY_CUSTOM if length[1] in pair for day in pair):
                yield from _forms((Duration, (0, days, 0)))
            for other, periods in self._periods.items():
                at = bisect_left(periods, (seconds, length))
                for _, period in periods[max(0, at - 1) : at + 1] if other != unit else ():
                    yield from _forms((Duration, period))


def _key(amount: Amount) -> tuple[Amount, bool]:
    """Weeks are equal to as many days, and more by custom."""
    return amount, isinstance(amount[1], Weeks)


def _forms(amount: Amount) -> Iterator[Amount]:
    """An amount; a period as one of weeks and as one of days."""
    yield amount
    if amount[0] is Duration and isinstance(amount[1], tuple):
        yield Duration, tuple(amount[1]) if isinstance(amount[1], Weeks) else Weeks(amount[1])


def _place(amount: Amount) -> tuple[int, tuple[int, ...]]:
    """By which a period is found among others of its unit."""
    assert isinstance(amount[1], tuple)
    return _seconds(amount[1]), tuple(amount[1])


def _unit(amount: Amount) -> int | None:
    """The place of the only unit that a period counts."""
    if amount[0] is not Duration or not isinstance(amount[1], tuple):
        return None
    places = [place for place, count in enumerate(amount[1]) if count]
    return places[0] if len(places) == 1 else None
