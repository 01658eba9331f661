"""Years and months that a text names without a day: "since 2003", "in May 2018", 「2009年に」.

Four figures are a year only where a word of time or a month stands before them (in Japanese 年 behind them), as they
may be a count, or the number of a law.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from inforce.rules.readings.dates import month_names
from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import phrases_for, table_for

_YEAR = re.compile(r"(?:(?P<before>\S+)\s+)?(?<![\w./-])(?P<year>\d{4})(?![\w/-]|[.,]\d)")
_JAPANESE = re.compile(r"(?<!\d)(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?(?!\d)")


def years_in(text: str, language: str) -> Iterator[tuple[int, int, date, date]]:
    """Where each stands, from and to, and its first and last day."""
    table = table_for(language)
    if table is None:
        return
    japanese = not table.spaced
    for found in (_JAPANESE if japanese else _YEAR).finditer(text):
        year = int(found["year"])
        if not 1900 <= year < 2100:
            continue
        start, month = found.start("year"), 0
        if japanese:
            month = int(found["month"] or 0)
        else:
            before = table.fold(plain(found["before"] or ""))
            month = _months(table.language).get(before, 0)
            if month:
                start = found.start("before")
            elif before not in phrases_for(language).before_years:
                continue
        if month <= 12:
            first, last = month or 1, month or 12
            yield start, found.end(), date(year, first, 1), date(year, last, monthrange(year, last)[1])


@lru_cache(maxsize=16)
def _months(language: str) -> dict[str, int]:
    return {name: month for month, names in month_names(language).items() for name in names}
