"""The interface words of a language: whole sentences from a gettext catalog, dates and durations by CLDR (Babel)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO, StringIO
from string import Formatter

from babel import Locale
from babel.core import get_global
from babel.dates import format_time, get_timezone_gmt, get_timezone_name
from babel.lists import format_list

from inforce.model.languages import lookup
from inforce.rules.written import locale_of, written

SOURCE_LANGUAGE = "en"
"""The language that the messages are written in."""
Compile = Callable[[str], bytes]
"""From the text of a `.po` file to the bytes of a `.mo` file."""

_EMPHASIS = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Interface words as gettext has them. `key` is a digest of all its words."""

    translations: NullTranslations
    key: str


def compile_catalog(po: str) -> bytes:
    """A `.po` file's text as the bytes of a `.mo` file. Fuzzy entries are left out, as msgfmt does."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(StringIO(po)))
    return compiled.getvalue()


def catalog(po: str, compiled: Callable[[str, Compile], bytes] = lambda po, compile_: compile_(po)) -> Catalog:
    """A catalog from the text of a `.po` file; `compiled` may know it compiled already."""
    mo = BytesIO(compiled(po, compile_catalog))
    return Catalog(translations=GNUTranslations(mo), key=hashlib.sha256(po.encode()).hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """Words of another language, to stand in a sentence of this one: a title that nobody has translated."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a sentence; `marked` is the part in square brackets: a view sets it apart or makes it a link.
    `language`: that of its words, '' for the sentence's own."""

    text: str
    marked: bool
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translator:
    """The interface words of one language. `language` is the one they are in."""

    language: str
    catalog: Catalog

    def text(self, message: str, /, **values: object) -> str:
        """A whole sentence, its {names} filled in."""
        found = self.catalog.translations.gettext(message)
        return found.format_map(values) if values else found

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """A whole sentence in the form the number asks for; {count} is the number."""
        return self.catalog.translations.ngettext(one, many, count).format(count=count, **values)

    def pieces(self, message: str, /, **values: object) -> tuple[Piece, ...]:
        """A whole sentence cut at its [marked] words. Values can't mark anything: the cut comes before they go in."""
        cut = _EMPHASIS.split(self.catalog.translations.gettext(message))
        return tuple(piece for index, text in enumerate(cut) for piece in _pieces(text, values, marked=index % 2 == 1))

    def day(self, at: datetime) -> str:
        """The day of an instant in the instant's own zone, with time and zone where it is not midnight."""
        return _day(self.language, at)

    def date(self, at: date) -> str:
        """A day, whatever the hour."""
        return _unbroken(written(at, self.language), self.language)

    def zone(self, at: datetime) -> str:
        """The name of an instant's time zone."""
        return get_timezone_name(at.tzinfo, locale=locale_of(self.language))

    def duration(self, parts: Mapping[str, int]) -> str:
        """A duration from its units ({"years": 1, "months": 6}) in words."""
        count = self.plural  # from the catalog: CLDR's units as Babel has them lack forms ("2 duration-month")
        phrases = {
            "years": lambda n: count("{count} year", "{count} years", n),
            "months": lambda n: count("{count} month", "{count} months", n),
            "weeks": lambda n: count("{count} week", "{count} weeks", n),
            "days": lambda n: count("{count} day", "{count} days", n),
            "hours": lambda n: count("{count} hour", "{count} hours", n),
            "minutes": lambda n: count("{count} minute", "{count} minutes", n),
            "seconds": lambda n: count("{count} second", "{count} seconds", n),
        }
        told = [phrases[unit](amount) for unit, amount in parts.items()]
        return "".join(told) if self.language.split("-")[0] in ("ja", "zh") else self.all_of(told)

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount of money, with all its cents."""
        from babel.numbers import format_currency  # seldom needed, and dear to load

        return str(format_currency(amount, currency, locale=locale_of(self.language), decimal_quantization=False))

    def percentage(self, amount: Decimal) -> str:
        """A percentage, with all its digits: 2.5 %."""
        from babel.numbers import format_percent

        return str(format_percent(amount / 100, locale=locale_of(self.language), decimal_quantization=False))

    def all_of(self, things: Iterable[str]) -> str:
        """A list in a sentence: "a, b and c"."""
        return format_list(list(things), locale=locale_of(self.language))

    def languages(self, names: Iterable[str]) -> str:
        """The names of languages, in a list."""
        return self.all_of(self.name(name) for name in names)

    def name(self, language: str) -> str:
        """The name of a language in this one."""
        return Locale.parse(language, sep="-").get_display_name(locale_of(self.language)) or language

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.language)


def _pieces(text: str, values: Mapping[str, object], *, marked: bool) -> Iterator[Piece]:
    said = ""
    for words, name, _, _ in Formatter().parse(text):
        said += words
        value = "" if name is None else values[name]
        if not isinstance(value, Foreign):
            said += str(value)
            continue
        if said:
            yield Piece(text=said, marked=marked)
        yield Piece(text=value.text, marked=marked, language=value.language)
        said = ""
    if said:
        yield Piece(text=said, marked=marked)


def words_for(language: str, catalogs: Mapping[str, Catalog]) -> Translator:
    """The words nearest to a language: its own, its base language's, else the source language's."""
    found = lookup((language, SOURCE_LANGUAGE), catalogs)
    if found is not None:
        return Translator(language=found if found == SOURCE_LANGUAGE else language, catalog=catalogs[found])
    return Translator(language=SOURCE_LANGUAGE, catalog=Catalog(translations=NullTranslations(), key=""))


@lru_cache(maxsize=256)
def native_name(language: str) -> str:
    """A language's own name for itself, as it begins a line: English, Français, العربية."""
    locale = Locale.parse(language, sep="-")
    name = locale.get_display_name(locale) or language
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=256)
def with_territory(language: str) -> str:
    """A language as the Open Graph protocol has it (`og:locale`): fr_BE, and fr_FR for French of no country, which is
    the likeliest by CLDR."""
    locale = Locale.parse(language, sep="-")
    known = get_global("likely_subtags")
    likely = locale if locale.territory else Locale.parse(known.get(str(locale)) or known[locale.language])
    return f"{locale.language}_{likely.territory}"


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """`ltr` or `rtl`, by the language's script."""
    return locale_of(language).text_direction


def _unbroken(date: str, language: str) -> str:
    """A date on one line, as French typography wants it. Only on pages: what a release writes into a text stays as it
    was written."""
    return date.replace(" ", "\N{NO-BREAK SPACE}") if language.split("-")[0] == "fr" else date


@lru_cache(maxsize=4096)
def _day(language: str, at: datetime) -> str:
    locale = locale_of(language)
    day = _unbroken(written(at, language), language)
    if at.timetz().replace(tzinfo=None) == time(0):
        return day
    clock = format_time(at, "short", tzinfo=at.tzinfo, locale=locale)
    glue = locale.datetime_formats["long"]
    return f"{str(glue).replace('{1}', day).replace('{0}', clock).replace(chr(39), '')} ({_offset(at, locale)})"


def _offset(at: datetime, locale: Locale) -> str:
    """GMT+02:00, or GMT (UTC in French …) alone. A zone's name by CLDR is wrong for Dublin, whose winter time is
    negative."""
    return get_timezone_gmt(at, locale=locale) if at.utcoffset() else str(locale.zone_formats["gmt"]) % ""
