"""A day as a language writes it: the one function that pages, releases and amendments share.

CLDR's dates (Babel), and beside them what it leaves out: the first of a month that a language writes as an ordinal.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

Length = Literal["full", "long", "medium"]
LENGTHS: tuple[Length, ...] = ("full", "long", "medium")

_FIRST = {"el": "1η", "fr": "1er", "it": "1º", "pt": "1º"}
"""The first of a month where usage has an ordinal and CLDR a bare figure: the European Union's interinstitutional style
guide for Greek, French and Italian; Brazilian law for Portuguese. Portugal writes "1 de janeiro"."""


@lru_cache(maxsize=256)
def locale_of(language: str) -> Locale:
    """Babel's locale. English without a region is international English, which puts the day first."""
    if language == "en":
        return Locale("en", "001")
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en", "001")


def written(day: date, language: str, length: Length = "long") -> str:
    """The day in words of a language (a BCP 47 tag): 1 March 2027, 1er mars 2027, 2027年3月1日."""
    locale = locale_of(language)
    form = format_date(day, length, locale=locale)
    first = first_of_month(language)
    if day.day != 1 or first is None or not re.search(r"[^\W\d_]", form):
        return form
    return re.sub(r"(?<!\d)1(?!\d)", first, form, count=1)


def first_of_month(language: str) -> str | None:
    """How a language writes the first day of a month, where that is no bare figure."""
    locale = locale_of(language)
    if locale.language == "pt" and locale.territory not in (None, "BR"):
        return None
    return _FIRST.get(locale.language)
