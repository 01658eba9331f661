"""Days of the week that words name: "except on Mondays", "sauf le lundi", 月曜日, by CLDR's names of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from babel import Locale

from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import table_for

_BEFORE = r"(?:(?<!\w)|(?<=(?<!\w)[وبفل]))"
"""The start of a word; an Arabic one may begin with "and", "on" or "for"."""


def weekdays_said(text: str, language: str) -> Iterator[tuple[Fraction, str]]:
    """Each day, as its number from Monday on, with its word; nothing in a language without a table."""
    if (table := table_for(language)) is None:
        return
    read = table.fold(plain(text))
    for number, pattern in enumerate(_patterns(table.language)):
        if found := pattern.search(read):
            yield Fraction(number), found[0]


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """What names each day; its name may be in the plural or grow together with a time of the day (Montagmorgen)."""
    table = table_for(language)
    if table is None:
        return ()
    names = Locale.parse(table.locales[0]).days["format"]["wide"]
    spoken = (re.escape(table.fold(plain(names[number]))) for number in range(7))
    around = (_BEFORE, r"\w*") if table.spaced else ("", "")
    return tuple(re.compile(f"{around[0]}{re.sub('日$', '', name)}{around[1]}") for name in spoken)
