"""How often something happens, in the words of a language: "once a year", "tous les six mois", 月に1回, "monthly".

Each is read as the days between two times. What has no such words in a language is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from inforce.model.values import Duration
from inforce.rules.readings.numbers import number
from inforce.rules.readings.plain import plain
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import phrases_for, table_for

_DAY = 86_400
_NEAR = Fraction(1, 12)
"""By so much of the longer one two may differ and be the same: a month and 30 days, two weeks and "quinze jours"."""
_ADVERBS = {"1 year": 0, "1 month": 1, "1 week": 2, "1 day": 3, "3 months": 4}
_SIGNS = re.compile(
    r"(?:毎|各)(?P<every>年|月|週|日)(?!\d)"
    r"|(?P<each>[0-9一二三四五六七八九十]+)?(?P<unit>年|か月|カ月|ヶ月|ヵ月|箇月|月|週間?|日)間?(?:ごと|毎)"
    r"|(?P<a>[0-9一二三四五六七八九十]+)?(?P<per>年|か月|カ月|ヶ月|ヵ月|月|週間?|日)間?に?"
    r"(?P<count>[0-9一二三四五六七八九十]+)[回度](?!目)"
)
_MONTH = "1 month"
_OF_SIGN = {"年": "1 year", "週": "1 week", "週間": "1 week", "日": "1 day"}


def rates_said(text: str, language: str) -> Iterator[tuple[Fraction, str]]:
    """The days between two times, as the words say how often, with those words."""
    table = table_for(language)
    if table is None:
        return
    folded = table.fold(plain(text))
    if not table.spaced:
        for found in _SIGNS.finditer(folded):
            unit = found["every"] or found["unit"] or found["per"]
            each, count = (
                number(one, table) if one else Fraction(1) for one in (found["each"] or found["a"], found["count"])
            )
            if each and count:
                yield _days(_OF_SIGN.get(unit, _MONTH)) * each / count, found[0]
        return
    patterns = _patterns(table.language)
    for found in patterns.finditer(folded) if patterns else ():
        yield from ((days, found[0]) for days in [_read(found, table)] if days)


def is_as_often(one: Fraction, other: Fraction) -> bool:
    """Whether two say the same, as languages count."""
    return abs(one - other) <= max(one, other) * _NEAR


def _read(found: re.Match[str], table: LanguageTable) -> Fraction | None:
    for adverb, length in enumerate(_ADVERBS):
        if found[f"adverb{adverb}"]:
            return _days(length)
    times = Fraction(1)
    if found["per"]:
        fixed = next((count for count, name in ((1, "once"), (2, "twice"), (3, "thrice")) if found[name]), None)
        read = Fraction(fixed) if fixed else _number(found["count"] or "", table)
        if not read:
            return None
        times = read
    each = _number(found["each"], table) if found["each"] else Fraction(1)
    unit = next(length for length, words in table.units.items() if found["unit"] in words)
    return _days(unit) * each / times if each else None


def _number(word: str, table: LanguageTable) -> Fraction | None:
    return Fraction(table.articles[word]) if word in table.articles else number(word, table)


@lru_cache(maxsize=16)
def _days(length: str) -> Fraction:
    return Fraction(Duration.parse(length).nominal_seconds, _DAY)


@lru_cache(maxsize=16)
def _patterns(language: str) -> re.Pattern[str] | None:
    table = table_for(language)
    said = phrases_for(language).rates
    if table is None or said is None:
        return None
    names = {"once", "twice", "thrice", "count"}
    lacking = "".join(f"(?P<{name}>(?!))?" for name in sorted(names) if f"?P<{name}>" not in said.times)
    units = "|".join(re.escape(word) for words in table.units.values() for word in sorted(words, key=len, reverse=True))
    adverb = "|".join(f"(?P<adverb{at}>{said.adverbs[at]})" for at in sorted(_ADVERBS.values(), reverse=True))
    return re.compile(
        rf"{lacking}(?<!\w)(?:(?:(?P<per>{said.times})|{said.every})(?P<unit>{units})|(?:{adverb}))(?!\w)"
    )
