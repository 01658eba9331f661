"""Sums in the hundredths of a currency: "5 cents", "cinq centimes", "zehn Cent"; not those behind a sum that they are a
part of ("5 euros and 50 cents")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from inforce.rules.readings.amounts import names_a_currency
from inforce.rules.readings.numbers import number
from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import table_for

_BEFORE = 3
"""So many words before a sum would name the currency of the one that it is a part of."""


def cents_said(text: str, language: str) -> Iterator[tuple[Decimal, str]]:
    """Each such sum, in the currency itself, with its words."""
    table = table_for(language)
    if table is None or not table.small_change:
        return
    folded = table.fold(plain(text))
    for found in _pattern(table.language).finditer(folded):
        words = found["count"].split() if table.spaced else [found["count"]]
        for first in range(len(words)):
            said = " ".join(words[first:])
            if table.number_word(f"{said} {found['unit']}") is not None or (count := number(said, table)) is None:
                continue  # "cinq cents" is a number
            before = " ".join((*folded[: found.start()].split()[-_BEFORE:], *words[:first])[-_BEFORE:])
            if not (re.sub(r"\d", "", before) and names_a_currency(re.sub(r"\d", "", before), table)):
                yield Decimal(count.numerator) / count.denominator / 100, f"{said} {found['unit']}"
            break


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    table = table_for(language)
    assert table is not None
    units = "|".join(re.escape(word) for word in sorted(table.small_change, key=len, reverse=True))
    if not table.spaced:
        return re.compile(rf"(?P<count>[0-9]+|[一二三四五六七八九十百]+)(?P<unit>{units})")
    return re.compile(rf"(?<!\w)(?P<count>(?:[\w-]+(?:[.,]\d+)? ){{1,3}}|\d+ ?)(?P<unit>{units})(?!\w)")
