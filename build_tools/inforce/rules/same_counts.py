"""What T110 compares beside amounts: how often, on which day of the week, which part of a whole, how many cents,
from how many to how many; and measures, countries, articles of laws, and figures whose signs say another number.

Only what both languages state otherwise is told: what one of them states alone the other may say in other words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

_RANGE = re.compile(r"(?<![a-zà-ÿ_\d.,/:-])(\d{1,4})\s?[-–—~〜～]\s?(\d{1,4})(?![a-zà-ÿ_\d/:-]|[.,]\d)", re.IGNORECASE)
_HALF_A_DAY = 12
Said = Sequence[tuple[Fraction, str]]
Unlike = tuple[list[str], list[str]]
"""The words of one language and those of the other."""


def unlike_shares(text: str, other: str, languages: tuple[str, str]) -> Unlike | None:
    """Parts of a whole that a text and the `other` state otherwise."""
    from inforce.rules.readings.shares import shares_said

    ours, theirs = ([*shares_said(*each)] for each in zip((text, other), languages, strict=True))
    return _unlike(ours, theirs, Fraction.__eq__)


def unlike_weekdays(text: str, other: str, languages: tuple[str, str]) -> Unlike | None:
    """Days of the week that a text and the `other` name otherwise."""
    from inforce.rules.readings.weekdays import weekdays_said

    ours, theirs = ([*weekdays_said(*each)] for each in zip((text, other), languages, strict=True))
    return _unlike(ours, theirs, Fraction.__eq__)


def unlike_rates(rates: Said, others: Said) -> Unlike | None:
    """How often something happens, where both say it otherwise."""
    from inforce.rules.readings.rates import is_as_often  # loads tables of many languages

    return _unlike(rates, others, is_as_often)


def unlike_cents(
    text: str, other: str, languages: tuple[str, str], sums: tuple[Mapping[Decimal, str], Mapping[Decimal, str]]
) -> Unlike | None:
    """Cents here and other cents, or another sum, there. `sums`: the amounts of money that each states and the other
    does not, with their words."""
    from inforce.rules.readings.cents import cents_said  # loads tables of many languages

    each = [dict(cents_said(*one)) for one in zip((text, other), languages, strict=True)]
    for side, across in ((0, 1), (1, 0)):
        there = {**each[across], **sums[across]}
        alone = [said for value, said in each[side].items() if value not in there]
        theirs = [said for value, said in there.items() if value not in each[side] and value not in sums[side]]
        if alone and theirs:
            return (alone, theirs) if side == 0 else (theirs, alone)
    return None


def unlike_ranges(text: str, other: str, says: tuple[Callable[[int], bool], Callable[[int], bool]]) -> Unlike | None:
    """Ranges of figures with an end that the other text has in no way, in both. `says`: whether each text has a
    number; a time of day may be twelve hours more or less there."""
    ours, theirs = ([*_ranges(one, there)] for one, there in zip((text, other), reversed(says), strict=True))
    return (ours, theirs) if ours and theirs else None


def unlike_things(text: str, other: str, languages: tuple[str, str]) -> Iterator[Unlike]:
    """The measures, the countries, the articles and the figures that a text and the `other` state otherwise."""
    found = (each(text, other, languages) for each in (_unlike_measures, _unlike_countries, _unlike_articles, _misread))
    yield from (one for one in found if one and all(one))


def _unlike_measures(text: str, other: str, languages: tuple[str, str]) -> Unlike:
    """Those of each that are not among those of the other; what comes to the same together may be counted in two units
    there: "5 feet 3 inches"."""
    from inforce.rules.readings.measures import measures_said  # loads tables of many languages

    ours, theirs = ([*measures_said(*each)] for each in zip((text, other), languages, strict=True))
    alone = (
        [(one, said) for one, said in mine if not any(one.is_same(each) for each, _ in yours)]
        for mine, yours in ((ours, theirs), (theirs, ours))
    )
    sides = [[said for _, said in side] for side in alone]
    return sides[0], sides[1]


def _unlike_countries(text: str, other: str, languages: tuple[str, str]) -> Unlike:
    from inforce.rules.readings.countries import countries_said, may_mean  # loads tables of many languages

    ours, theirs = (dict(countries_said(*each)) for each in zip((text, other), languages, strict=True))
    mine = [said for code, said in ours.items() if code not in theirs and not may_mean(other, code, languages[1])]
    yours = [said for code, said in theirs.items() if code not in ours and not may_mean(text, code, languages[0])]
    return mine, yours


def _unlike_articles(text: str, other: str, languages: tuple[str, str]) -> Unlike:
    """Those that differ, where both name as many."""
    from inforce.rules.readings.section_numbers import articles_said  # loads tables of many languages

    ours, theirs = ([*articles_said(*each)] for each in zip((text, other), languages, strict=True))
    if len(ours) != len(theirs):
        return [], []
    mine, yours = ({number for number, _ in side} for side in (ours, theirs))
    return [said for one, said in ours if one not in yours], [said for one, said in theirs if one not in mine]


def _misread(text: str, other: str, languages: tuple[str, str]) -> Unlike:
    """The same figures and signs, where the languages read two numbers in them: "1,500"."""
    from inforce.rules.readings.numbers import grouped_figures
    from inforce.rules.readings.tables import table_for

    sides: tuple[dict[str, tuple[Fraction, str]], ...] = ({}, {})
    for side, words, language in zip(sides, (text, other), languages, strict=True):
        if table := table_for(language):
            read = grouped_figures(words, table)
            side.update({figures: (value, f"{said} (read as {float(value):g})") for figures, value, said in read})
    both = [one for one in sides[0].keys() & sides[1].keys() if sides[0][one][0] != sides[1][one][0]]
    return [sides[0][one][1] for one in both], [sides[1][one][1] for one in both]


def _ranges(text: str, there: Callable[[int], bool]) -> Iterator[str]:
    for found in _RANGE.finditer(text):
        first, last = int(found[1]), int(found[2])
        said = (any(map(there, (end, end + _HALF_A_DAY, end - _HALF_A_DAY))) for end in (first, last))
        if first < last and not all(said):
            yield found[0]


def _unlike(ours: Said, theirs: Said, is_same: Callable[[Fraction, Fraction], bool]) -> Unlike | None:
    mine, yours = dict(ours), dict(theirs)
    alone = _without(mine, sorted(yours), is_same), _without(yours, sorted(mine), is_same)
    return alone if all(alone) else None


def _without(
    some: Mapping[Fraction, str], others: Sequence[Fraction], is_same: Callable[[Fraction, Fraction], bool]
) -> list[str]:
    """The words of those to which neither the next smaller nor the next larger of the others is the same."""
    found: list[str] = []
    for value, said in some.items():
        at = bisect_left(others, value)
        if not any(is_same(value, one) for one in others[max(0, at - 1) : at + 1]):
            found.append(said)
    return found
