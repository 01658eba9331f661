"""Measures that words state: "25 km", "25 Meilen", 35℃, by CLDR's names and symbols of their units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import Literal

from babel.units import format_unit

from inforce.rules.readings.numbers import number
from inforce.rules.readings.plain import plain
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import table_for

_SIZES: Mapping[str, Fraction] = {
    unit: Fraction(size)
    for unit, _, size in (
        one.partition("=")
        for one in [
            "length-kilometer=1000",
            "length-meter=1",
            "length-centimeter=0.01",
            "length-millimeter=0.001",
            "length-mile=1609.344",
            "length-yard=0.9144",
            "length-foot=0.3048",
            "length-inch=0.0254",
            "mass-tonne=1000",
            "mass-kilogram=1",
            "mass-gram=0.001",
            "mass-milligram=0.000001",
            "mass-pound=0.45359237",
            "mass-ounce=0.028349523",
            "temperature-celsius=1",
            "temperature-fahrenheit=5/9",
            "volume-liter=1",
            "volume-deciliter=0.1",
            "volume-centiliter=0.01",
            "volume-milliliter=0.001",
            "volume-hectoliter=100",
            "volume-cubic-meter=1000",
            "volume-gallon=3.785411784",
            "area-square-kilometer=1000000",
            "area-hectare=10000",
            "area-square-meter=1",
            "area-square-centimeter=0.0001",
            "area-acre=4046.856",
            "area-square-foot=0.09290304",
            "area-square-mile=2589988.11",
            "digital-bit=0.125",
            "digital-byte=1",
            "digital-kilobyte=1000",
            "digital-megabyte=1000000",
            "digital-gigabyte=1000000000",
            "digital-terabyte=1000000000000",
            "speed-kilometer-per-hour=1",
            "speed-meter-per-second=3.6",
            "speed-mile-per-hour=1.609344",
            "power-kilowatt=1000",
            "power-watt=1",
            "energy-kilowatt-hour=1",
        ]
    )
}
"""CLDR's units, each in one of its kind."""
_FREEZING = 32
_COUNTS = (1, 2, 3, 11, 100)
"""Numbers that between them show every plural form CLDR tells apart."""
_LENGTHS: tuple[Literal["long", "short"], ...] = ("long", "short")
_WORDS_TOO = frozenset({"in"})
"""Symbols that are words too: "5 in 10"."""
_ABOUT = Fraction(1, 20)
"""By so much a conversion may be rounded: 5 miles are 8 km."""
_FIGURES = r"(?<![a-zà-ÿ_\d.,/:-])-?\d+(?:[.,' ]\d+)*"
_WORDS = 3
"""So many words are read before a unit."""


@dataclass(frozen=True, slots=True)
class Measure:
    """So much of a unit."""

    count: Fraction
    unit: str

    @property
    def kind(self) -> str:
        """What the unit is of: "length"."""
        return self.unit.partition("-")[0]

    @property
    def size(self) -> Fraction:
        """How much it is, in one unit for each kind."""
        return (self.count - (_FREEZING if self.unit.endswith("fahrenheit") else 0)) * _SIZES[self.unit]

    def is_same(self, other: Measure) -> bool:
        """Whether it is as much, about so where the units are two."""
        if self.kind != other.kind or self.unit == other.unit:
            return self == other
        slack = 1 if self.kind == "temperature" else _ABOUT * max(abs(self.size), abs(other.size))
        return abs(self.size - other.size) <= slack


def measures_said(text: str, language: str) -> Iterator[tuple[Measure, str]]:
    """Each measure that words state, with those words; nothing in a language without a table."""
    table = table_for(language)
    if table is None:
        return
    units, pattern = _reading(table.language)
    read = _folded(text, table)
    for found in pattern.finditer(read):
        before, after = found["before"] or "", found["after"] or ""
        unit = units.get((before, after)) or units.get((before, after[:-1]))
        said = found["figures"] or ""
        count = number(table.fold(said.removeprefix("-")), table) if said else None
        start = found.start()
        if not said and (words := _number_before(read[: found.start()], table)):
            said, count = words
            start -= len(said) + 1
        if unit and count is not None:
            yield Measure(-count if said.startswith("-") else count, unit), _as_written(read[start : found.end()], text)


def _number_before(text: str, table: LanguageTable) -> tuple[str, Fraction] | None:
    """The longest number in words that a text ends with."""
    words = re.split(r"[ -]", text.rstrip(" -"))[-_WORDS:]
    tries = (" ".join(words[at:]) for at in range(len(words)) if words[-1].isalpha())
    return next(((said, count) for said in tries if (count := number(table.fold(said), table)) is not None), None)


def _folded(text: str, table: LanguageTable) -> str:
    """The plain text in the language's spelling, with the signs in its figures."""
    words = plain(text).split(" ")
    return " ".join(word if any(map(str.isdecimal, word)) else table.fold(word).strip() for word in words)


def _as_written(said: str, text: str) -> str:
    found = re.search(re.escape(said.strip()).replace(r"\ ", r"\s*"), text, re.IGNORECASE)
    return found[0] if found else said.strip()


@lru_cache(maxsize=16)
def _reading(language: str) -> tuple[Mapping[tuple[str, str], str], re.Pattern[str]]:
    """The units by what stands before and after a number, and what finds them."""
    table = table_for(language)
    assert table is not None
    units: dict[tuple[str, str], str] = {}
    for locale in (*table.locales, "en"):  # the symbols of English are understood everywhere
        for unit, length, count in product(_SIZES, _LENGTHS[locale not in table.locales :], _COUNTS):
            parts = re.split(r"\d+", plain(format_unit(count, unit, length=length, locale=locale)))
            if len(parts) == 2 and any(parts):  # an Arabic dual has no number
                before, after = (table.fold(part).strip() for part in parts)
                units.setdefault((before, after), unit)
    units = {form: unit for form, unit in units.items() if form[1] not in _WORDS_TOO}
    first, last = (_either(form[at] for form in units) for at in (0, 1))
    ends, apart = (r"(?![\w/])", "(?:(?<= )|(?<=-))") if table.spaced else (r"(?![a-z\d/ァ-ヶー])", "(?!)")
    return units, re.compile(
        rf"(?:(?P<before>{first})? ?(?P<figures>{_FIGURES})[ -]?|{apart})(?P<after>(?:{last})[ns]?){ends}"
    )


def _either(forms: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(form) for form in forms if form}, key=len, reverse=True)) or "(?!)"
