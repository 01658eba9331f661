"""Whole numbers, percentages and money out of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from babel import Locale
from babel.numbers import get_currency_name, get_currency_precision, get_currency_symbol

from inforce.model.values import Money, Percentage
from inforce.rules.readings.numbers import number
from inforce.rules.readings.plain import plain
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import TABLES

_EVEN_CENTS = re.compile(r"(?<=\d)[.,](?:-{1,2}|=)(?!\w)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_COUNTS = (1, 2, 3, 5, 11, 100)
"""Numbers that between them show every plural form CLDR tells apart."""
_PLACES, _HUNDRED = 2, 100
_LEAST_BARE = 10
"""Fewer hundredths in words are named as such: "five euros five" is none."""


def read_whole_number(text: str, table: LanguageTable) -> int | None:
    """The whole number that all of the plain text states."""
    sign, text = (-1, text[1:]) if re.match(r"-\d", text) else (1, text)
    found = number(text, table)
    return sign * int(found) if found is not None and found.denominator == 1 else None


def read_percentage(text: str, table: LanguageTable) -> Percentage | None:
    """The percentage that all of the plain text states: "5 %", "five per cent"."""
    sign, text = (-1, text[1:]) if re.match(r"-\d", text) else (1, text)
    for mark in ("%", *table.percent):
        for bare in (text.removesuffix(mark), text.removeprefix(mark) if mark == "%" else text):
            if bare != text and (found := number(bare, table)) is not None:
                return Percentage(amount=_decimal(sign * found))
    return None


def read_money(text: str, table: LanguageTable) -> Money | None:
    """The amount of money that all of the plain text states, its currency by code, symbol or name, perhaps with
    hundredths of it behind: "5 euros and 50 cents", "5 euros 50"."""
    text = _EVEN_CENTS.sub("", text)
    if (found := _sum(text, table)) is not None:
        return found
    for cut in _cuts(text, table):
        part = read_cents(_after_join(text[cut:].strip(), table), table)
        part = _bare_cents(text, cut, table) if part is None else part
        if part is not None and (head := _sum(text[:cut].strip(" ,"), table)) is not None:
            whole = head.amount == head.amount.to_integral_value()
            if whole and get_currency_precision(head.currency) == _PLACES:
                return Money(amount=head.amount + part, currency=head.currency)
    return None


def read_cents(text: str, table: LanguageTable) -> Decimal | None:
    """The hundredths of a currency that all of the plain text states, in the currency itself: "50 cents" are 0.5."""
    for unit in table.small_change:
        if text.endswith(unit) and text != unit:
            count = number(text.removesuffix(unit).rstrip(), table)
            if count is not None and count.denominator == 1 and count < _HUNDRED:
                return _decimal(count / _HUNDRED)
    return None


def has_bare_cents(text: str, table: LanguageTable) -> bool:
    """Whether a plain text that states an amount of money ends with a number of hundredths that aren't named so."""
    return _sum(text, table) is None and not text.endswith(table.small_change)


def _bare_cents(text: str, cut: int, table: LanguageTable) -> Decimal | None:
    """The hundredths behind the name of a currency: two figures, or ten and more in words."""
    part, before = text[cut:].strip(), text[:cut].rstrip()
    if not table.spaced or not part or before[-1:].isnumeric() or (part.isdecimal() and len(part) != _PLACES):
        return None
    count = number(part, table)
    fits = count is not None and count.denominator == 1 and (part.isdecimal() or count >= _LEAST_BARE)
    return _decimal(count / _HUNDRED) if fits and count is not None and count < _HUNDRED else None


def _cuts(text: str, table: LanguageTable) -> Iterator[int]:
    """Where a sum may end and its hundredths begin."""
    return (found.end() for found in re.finditer(" " if table.spaced else r".(?=[^\d])|\D(?=\d)", text))


def _after_join(text: str, table: LanguageTable) -> str:
    """The text without the word that joins it to the one before."""
    join = table.prefixed_join
    if join and text.startswith(join):
        return text.removeprefix(join).strip()
    joins = sorted(table.joins, key=len, reverse=True)
    found = next((each for each in joins if text.startswith(f"{each} " if table.spaced else each)), "")
    return text.removeprefix(found).strip()


def _sum(text: str, table: LanguageTable) -> Money | None:
    names = _currencies(table.language)
    digits = [found.span() for found in re.finditer(r"\d(?:.*\d)?", text)]
    cuts = (
        set(range(len(text) + 1))
        if not table.spaced
        else {place for span in digits for place in span} | {found.start() for found in re.finditer(" ", text)}
    )
    for cut in sorted(cuts):
        first, second = text[:cut].strip(), text[cut:].strip()
        for amount, currency in ((first, second), (second, first)):
            for joint in ("", *table.of_currency):
                code = names.get(currency.removeprefix(joint).strip())
                if code and (found := number(amount, table)) is not None:
                    return Money(amount=_decimal(found), currency=code)
    return None


@lru_cache(maxsize=16)
def _currencies(language: str) -> dict[str, str]:
    """From each plain code, symbol and name in the language to its ISO 4217 code; names that two share are left out."""
    table = TABLES[language]
    locale = Locale.parse(language)
    found: dict[str, set[str]] = {}
    for code in map(str, locale.currencies):
        names = {get_currency_name(code, count, locale=locale) for count in _COUNTS}
        names |= {code, get_currency_name(code, locale=locale), get_currency_symbol(code, locale)}
        for name in names:
            found.setdefault(table.fold(plain(name)), set()).add(code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1} | {**table.currencies}


def names_a_currency(text: str, table: LanguageTable) -> bool:
    """Whether the plain text has a figure, or a word of a currency's name: without one, no words of it are an amount of
    money. A code counts only beside figures, as many are words too."""
    if any(char.isnumeric() or unicodedata.category(char) == "Sc" for char in text):
        return True
    names = _currency_words(table.language)
    return not names.isdisjoint(_WORD.findall(text)) if table.spaced else any(name in text for name in names)


@lru_cache(maxsize=16)
def _currency_words(language: str) -> frozenset[str]:
    """The words of the names of all currencies, without codes, signs and articles."""
    codes = {str(code).casefold() for code in Locale.parse(language).currencies}
    names = [name for name in _currencies(language) if name not in codes]
    return (
        frozenset(word for name in names for word in _WORD.findall(name))
        if TABLES[language].spaced
        else frozenset(names)
    )


def names_a_share(text: str, table: LanguageTable) -> bool:
    """Whether there is a percentage anywhere in the plain text."""
    return any(mark in text for mark in ("%", *table.percent))


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
