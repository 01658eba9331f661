"""Whether two amounts that passages state are one: periods also where they are about the same."""

from __future__ import annotations

from inforce.model.values import Duration

Amount = tuple[type, object]
"""A kind, and a value as `passages` reads it."""
_A_DAY = 86_400


def is_same(one: Amount, other: Amount) -> bool:
    """Whether two amounts are one: periods also where they are about the same, as idioms count ("quinze jours")."""
    if one == other or one[0] is not other[0] or one[0] is not Duration:
        return one == other
    longer, shorter = sorted((_seconds(one[1]), _seconds(other[1])), reverse=True)
    return longer - shorter <= max(_A_DAY if shorter >= 7 * _A_DAY else 0, longer // 30)


def _seconds(length: object) -> int:
    assert isinstance(length, tuple)
    months, days, seconds = length
    return Duration(months=months, days=days, seconds=seconds).nominal_seconds
