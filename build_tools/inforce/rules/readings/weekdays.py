"""Days of the week that words name: "except on Mondays", "sauf le lundi", 月曜日, by CLDR's names of them; and those
beside a date that is another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache

from babel import Locale

from inforce.rules.readings.dates import weekday_names
from inforce.rules.readings.plain import plain
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import table_for

_BEFORE = r"(?:(?<!\w)|(?<=(?<!\w)[وبفل]))"
"""The start of a word; an Arabic one may begin with "and", "on" or "for"."""
_TO_A_DATE = r"(?:[,،]? (?:(?:the|de|den|dem|الموافق) )?| le |[,،]? ?)"
"""What stands between a day of the week and its date."""
_EVERY = r"(?<!every )(?<!each )(?<!chaque )(?<!elke )(?<!iedere )(?<!jeden )(?<!كل )(?<!毎週)"
_NEAR = 40


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


def misnamed(text: str, language: str) -> Iterator[tuple[str, date]]:
    """Each date right beside another day of the week than its own, with the words of both."""
    from inforce.rules.readings.passages import amounts_said

    table = table_for(language)
    if table is None or not (known := _named(table.language))[0].search(text):
        return
    read, start = " ".join(text.split()), 0
    for (kind, day), said in amounts_said(read, language):
        at = read.find(said, start)
        if kind is not date or not isinstance(day, date) or at < 0:
            continue
        before = known[1].search(read[max(0, at - _NEAR) : at])
        if before and before[0].endswith(", ") and said.startswith("le "):
            before = None  # "sauf le dimanche, le 1er mars": two days
        behind = known[2].match(read, at + len(said))
        start = at + len(said)
        named = {number for found in (before, behind) if found for number in _numbers(found[1], table)}
        if named and day.weekday() not in named:
            yield f"{before[0].strip() + ' ' if before else ''}{said}{behind[0] if behind else ''}", day


def _numbers(name: str, table: LanguageTable) -> Iterator[int]:
    days = weekday_names(table.language)
    return (number for number, names in enumerate(days) if table.fold(plain(name)) in names)


@lru_cache(maxsize=16)
def _named(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A day of the week: anywhere, right before a date, and in brackets behind one."""
    table = table_for(language)
    assert table is not None
    days = Locale.parse(table.locales[0]).days["format"]
    names = {name.rstrip(".") for width in ("wide", "abbreviated") for name in days[width].values()}
    name = f"({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})"
    begins, apart = (
        (r"(?<!\w)(?:[وبل](?=ا))?", r"(?:(?<=\b\w{2})\.|(?<=\b\w{3})\.)?(?!\w)") if table.spaced else ("", "")
    )
    return (
        re.compile(rf"{begins}{name}{apart}", re.IGNORECASE),
        re.compile(rf"{_EVERY}{begins}{name}{apart}{_TO_A_DATE}\Z", re.IGNORECASE),
        re.compile(rf" ?[(（] ?{name}\.?(?:曜日?)? ?[)）]", re.IGNORECASE),
    )
