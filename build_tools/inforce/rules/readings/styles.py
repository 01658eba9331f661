"""A new day in the form of an old one: what a lawyer wrote as "le 28 FÉVRIER 2027" becomes "le 1ER MARS 2027".

Forms are not described here but tried: the parts of the old words are replaced by those of the new day, and what comes
out counts only where `readings.dates` reads it as the new day. Words that state no day get the form that pages have.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import permutations

from babel import Locale

from inforce.rules.readings.dates import has_two_orders, read_date, states_date
from inforce.rules.readings.plain import plain
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import table_for
from inforce.rules.written import LENGTHS, first_of_month, locale_of, written

_AROUND = re.compile(r"([\s*_]*)(.*?)([\s*_]*)", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")


def written_like(words: str, day: date, language: str) -> str:
    """The day in the form that these words have for the day they state: order, length of names, day of the week,
    capitals, numerals, spaces and the emphasis around them (`words` is Markdown)."""
    around = _AROUND.fullmatch(words)
    assert around is not None, "the pattern takes any text"
    before, core, after = around.groups()
    if before.strip() != after.strip()[::-1] or re.search(r"[*_`\\&<]", core):
        before, core, after = "", "", ""
    table = table_for(language)
    found = _by_table(core, day, table, language) if table else _by_cldr(core, day, language)
    return f"{before}{found or written(day, language)}{after}"


@lru_cache(maxsize=256)
def written_forms(day: date, language: str) -> frozenset[str]:
    """The plain forms of the day that are written here in any language, one that can't be read included."""
    forms = (written(day, language, length) for length in LENGTHS)
    return frozenset(plain(form) for form in forms if _LETTER.search(form))


def _by_table(core: str, day: date, table: LanguageTable, language: str) -> str | None:
    text = table.fold(plain(core))
    old = read_date(text, table)
    if old is None:
        return None
    if old == day and (day.day != 1 or first_of_month(language) is None):
        return core
    forms = (
        *_with_names(core, old, day, table, language),
        *_with_figures(core, old, day),
        *_others(text, old, day, table),
    )
    for form in forms:
        shown = form.upper() if _LETTER.search(core) and core == core.upper() else form
        said = table.fold(plain(shown))
        if states_date(said, day, table) and not has_two_orders(said):
            return shown
    return core if old == day else None


def _by_cldr(core: str, day: date, language: str) -> str | None:
    """For a language whose dates cannot be read yet: the form, if it is one of those that it is written in here."""
    said = plain(core)
    for old in _days(core, language):
        for length in LENGTHS:
            if plain(written(old, language, length)) != said:
                continue
            form = core if old == day else written(day, language, length)
            if _LETTER.search(form):
                return form.upper() if core == core.upper() else form
    return None


def _days(core: str, language: str) -> Iterator[date]:
    """The days that words in such a language may mean: their year, the months they name, their day."""
    numbers = [int(figures) for figures in re.findall(r"\d{1,4}", core)]
    said = core.casefold()
    months = [month for month, names in _names(language, "months").items() if any(n.casefold() in said for n in names)]
    for year in (n for n in numbers if n >= 1000):
        for month in months:
            for number in (n for n in numbers if 1 <= n <= monthrange(year, month)[1]):
                yield date(year, month, number)


def _with_names(core: str, old: date, day: date, table: LanguageTable, language: str) -> Iterator[str]:
    """Names of the month and of the day of the week, the year and the day of the month, each in its place."""
    months = _pairs(table.locales, "months", old.month, day.month)
    weekdays = _pairs(table.locales[:1], "days", old.weekday(), day.weekday())
    ordinals = dict(zip(table.ordinals(old.day), table.ordinals(day.day), strict=False))
    first = first_of_month(language) if day.day == 1 else None
    edge = (r"(?<![^\W\d_])", r"(?![^\W\d_])") if table.spaced else ("", "")

    def name(found: re.Match[str]) -> str:
        was = found[0]
        new = months.get(was.casefold()) or weekdays[was.casefold()]
        return new[:1].upper() + new[1:] if was[:1].isupper() else new

    def number(found: re.Match[str]) -> str:
        if int(found[1]) == old.year:
            return _figures(day.year, found[1]) + found[2]
        if int(found[1]) != old.day:
            return found[0]
        if found[0].casefold() in ordinals:
            return ordinals[found[0].casefold()]
        return first or _figures(day.day, found[1])

    alternatives = "|".join(re.escape(one) for one in sorted({**weekdays, **months}, key=len, reverse=True))
    named, count = re.subn(f"{edge[0]}(?:{alternatives}){edge[1]}", name, core, flags=re.IGNORECASE)
    if count:
        endings = {re.sub(r"^\d+", "", form) for form in ordinals or table.ordinals(old.day) if form[0].isdigit()}
        ending = "|".join(re.escape(one) for one in sorted(endings, key=len, reverse=True))
        yield re.sub(rf"(\d+)((?:{ending})?)", number, named, flags=re.IGNORECASE)


def _with_figures(core: str, old: date, day: date) -> Iterator[str]:
    """Figures alone, in the order that they have."""
    figures = re.findall(r"\d+", core)
    wide = 1 if _LETTER.search(core) or any(len(part) == 1 for part in figures) else 2
    for order in permutations(("year", "month", "day")):
        if [int(part) for part in figures] == [getattr(old, part) for part in order]:
            new = [_figures(getattr(day, part), was, wide) for part, was in zip(order, figures, strict=True)]
            yield "".join(sign + part for sign, part in zip(re.split(r"\d+", core), [*new, ""], strict=True))


def _others(text: str, old: date, day: date, table: LanguageTable) -> Iterator[str]:
    """The form of the same rank among those that the language's table makes itself: other numerals, eras."""
    forms, new = table.other_dates(old), table.other_dates(day)
    if len(forms) == len(new) and text in (said := [table.fold(plain(form)) for form in forms]):
        yield new[said.index(text)]


def _figures(number: int, like: str, wide: int = 1) -> str:
    """A number in the numerals of another; as wide, too, where that begins with a nought."""
    zero = ord(like[0]) - unicodedata.decimal(like[0])
    wide = len(like) if ord(like[0]) == zero else wide
    return "".join(chr(zero + int(figure)) for figure in f"{number:0{wide}}")


def _pairs(locales: Sequence[str], kind: str, old: int, new: int) -> dict[str, str]:
    """The names of one month or day of the week (case folded) to those of another, name by name."""
    found: dict[str, str] = {}
    for language in locales:
        names = _names(language, kind)
        for was, becomes in zip(names[old], names[new], strict=True):
            found.setdefault(was.casefold(), becomes)
            found.setdefault(was.rstrip(".").casefold(), becomes.rstrip("."))
    return found


@lru_cache(maxsize=64)
def _names(language: str, kind: str) -> dict[int, tuple[str, ...]]:
    """Every name that CLDR has for each month or day of the week, whole ones first, in one order for all."""
    locale = Locale.parse(language) if "_" in language else locale_of(language)
    by_width = [
        getattr(locale, kind)[context][width]
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
    ]
    return {number: tuple(str(names[number]) for names in by_width) for number in by_width[0]}
