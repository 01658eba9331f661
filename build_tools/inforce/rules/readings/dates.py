"""Dates: every accepted form of a day in a language, made rather than guessed at (docs/reference/facts.md, "How linked
words are read").

CLDR's full, long and medium dates of the language's locales, the table's own patterns, with and without the day of
the week. A date in figures alone counts only where no other order could read it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain

from babel import Locale
from babel.dates import format_date

from inforce.rules.readings.plain import plain
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import TABLES

_FIGURES = re.compile(r"(\d{1,4})[ ]?([./-])[ ]?(\d{1,2})[ ]?\2[ ]?(\d{1,4})\.?")


def states_date(text: str, day: date, table: LanguageTable) -> bool:
    """Whether the plain text is a form of that day."""
    return text in date_forms(day, table.language)


def read_date(text: str, table: LanguageTable) -> date | None:
    """The day that the plain text states; None where it states none, or where two orders could read it."""
    for day in _candidates(text, table):
        if states_date(text, day, table):
            return day
    return None


def names_a_year(text: str, table: LanguageTable) -> bool:
    """Whether a date may stand anywhere in the plain text: one has a year, in figures or in another form."""
    return not table.spaced or bool(re.search(r"\d{4}", text))


def has_two_orders(text: str) -> bool:
    """Whether the text is a date in figures that day-month and month-day both could read, or one with a short year."""
    found = _FIGURES.fullmatch(text)
    if not found or len(found[1]) == 4:
        return False
    first, second = int(found[1]), int(found[3])
    return len(found[4]) != 4 or (first <= 12 and second <= 12 and first != second)


def has_another_weekday(text: str, day: date, table: LanguageTable) -> bool:
    """Whether the text states the day, but with a day of the week that it is not."""
    for weekday in chain.from_iterable(weekday_names(table.language)):
        rest = text.removeprefix(weekday).lstrip(" ,")
        if rest != text and states_date(rest, day, table):
            return True
    return False


@lru_cache(maxsize=4096)
def date_forms(day: date, language: str) -> frozenset[str]:
    """Every plain form of the day that is accepted in a language that has a table."""
    table = TABLES[language]
    forms: set[str] = set()
    for pattern in table.date_patterns:
        days = table.ordinals(day.day) if "{o}" in pattern else (str(day.day), f"{day.day:02}")
        forms.update(
            pattern.format(d=number, o=number, month=month, y=day.year)
            for number in days
            for month in month_names(language)[day.month]
        )
    for locale in table.locales:
        forms.update(_cldr(day, locale, table))
    forms |= {f"{prefix}{form}" for form in forms for prefix in table.date_prefixes}
    forms |= {
        form
        for known in forms
        for weekday in weekday_names(language)[day.weekday()]
        for form in (f"{weekday} {known}", f"{weekday}, {known}")
    }
    forms |= {f"{form}{suffix}" for form in forms for suffix in table.date_suffixes}
    forms.update(table.fold(plain(form)) for form in table.other_dates(day))
    forms.update(_in_figures(day, table))
    return frozenset(forms)


def _cldr(day: date, locale: str, table: LanguageTable) -> Iterator[str]:
    for length in ("full", "long", "medium"):
        form = table.fold(plain(format_date(day, length, locale=locale)))
        if not re.fullmatch(r"[\d\W]+", form):
            yield form


def _in_figures(day: date, table: LanguageTable) -> Iterator[str]:
    for month, number in ((f"{day.month}", f"{day.day}"), (f"{day.month:02}", f"{day.day:02}")):
        for sign in "-/.":
            yield f"{day.year}{sign}{month}{sign}{number}"
            if day.day > 12 or day.day == day.month:
                yield f"{number}{sign}{month}{sign}{day.year}"
                if table.month_first:
                    yield f"{month}{sign}{number}{sign}{day.year}"


@lru_cache(maxsize=16)
def month_names(language: str) -> dict[int, tuple[str, ...]]:
    """All names of each month, whole and short, short ones with and without their full stop."""
    table = TABLES[language]
    found: dict[int, tuple[str, ...]] = {}
    for month in range(1, 13):
        names = {
            table.fold(plain(Locale.parse(locale).months[context][width][month]))
            for locale in table.locales
            for context in ("format", "stand-alone")
            for width in ("wide", "abbreviated")
        }
        names = {name for name in names if not name.isdigit()} | set(table.month_names.get(month, ()))
        short = {name.rstrip(".") for name in names} | {f"{n}." for n in names if len(n) <= 4 and n.isascii()}
        found[month] = tuple(sorted(names | short))
    return found


@lru_cache(maxsize=16)
def weekday_names(language: str) -> tuple[tuple[str, ...], ...]:
    """The names of each day of the week, Monday first."""
    table = TABLES[language]
    days = Locale.parse(table.locales[0]).days["format"]
    names = ({plain(days["wide"][n]), plain(days["abbreviated"][n])} for n in range(7))
    return tuple(tuple(sorted({table.fold(form) for n in day for form in (n, n.rstrip("."))})) for day in names)


def _candidates(text: str, table: LanguageTable) -> Iterator[date]:
    """Days the text may mean: its year, the months it names or numbers, its day."""
    if other := table.other_date(text):
        yield other
    numbers = [int(figures) for figures in re.findall(r"\d{1,4}", text)]
    named = [month for month, names in month_names(table.language).items() if any(name in text for name in names)]
    months = named or [n for n in numbers if 1 <= n <= 12]
    days = [n for n in numbers if 1 <= n <= 31] or [1]
    for year in dict.fromkeys(n for n in numbers if 1000 <= n <= 9999):
        for month in dict.fromkeys(months):
            for number in dict.fromkeys(days):
                if number <= monthrange(year, month)[1]:
                    yield date(year, month, number)
