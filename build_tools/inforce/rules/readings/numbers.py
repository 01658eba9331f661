"""Numbers as a language writes them: figures with its signs, words, a half more, both at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from inforce.rules.readings.table import LanguageTable

_FIGURES = re.compile(r"\d{1,18}")
_ONE_SIGN = re.compile(r"(?<![\w.,:/-])(\d{1,3})[.,](\d{3})(?![\w/:-]|[.,]\d)")
_NAMED = re.compile(r"(?:\b(?-i:[A-Z]{2,})|\bv|version|versie|fassung|バージョン|(?:ال)?إصدار)\s?\Z", re.IGNORECASE)
"""What stands before the number of a program, a standard or a version."""
_NEAR = 20
_BOTH = re.compile(r"(.+?) ?\((.+)\)")


def number(text: str, table: LanguageTable) -> Fraction | None:
    """The number that all of the text states; None where it states none. The text is plain.

    "10", "1,000" (in English), "ten", "two and a half", "20 million"; "ten (10)" only if both are the same.
    """
    text = text.strip()
    if _FIGURES.fullmatch(text):
        return Fraction(int(text))
    if both := _BOTH.fullmatch(text):
        first, second = number(both[1], table), number(both[2], table)
        return first if first == second else None
    if text.startswith("(") and text.endswith(")"):
        return number(text[1:-1], table)
    if figures := _grouped(table.decimal, table.groups).fullmatch(text):
        whole = re.sub(r"\D", "", figures["whole"])
        return Fraction(f"{whole}.{figures['part'] or '0'}")
    if text and unicodedata.decomposition(text[-1]).startswith("<fraction>"):  # "1½"
        part = Fraction(unicodedata.numeric(text[-1])).limit_denominator(10)
        before = number(text[:-1], table) if text[:-1].strip() else Fraction(0)
        return before + part if before is not None and before.denominator == 1 else None
    if (word := table.number_word(text)) is not None:
        return Fraction(word)
    for ending in table.half_endings:
        if text.endswith(ending) and (whole_part := number(text.removesuffix(ending), table)) is not None:
            return whole_part + Fraction(1, 2) if whole_part.denominator == 1 else None
    for scale, size in table.scales.items():
        head = text.removesuffix(scale)
        if head not in ("", text) and (count := number(head, table)) is not None:
            return count * size
    return None


@lru_cache(maxsize=64)
def _grouped(decimal: str, groups: str) -> re.Pattern[str]:
    group = f"[ {re.escape(groups)}]"
    return re.compile(
        rf"(?P<whole>\d{{1,3}}(?:(?P<sign>{group})\d{{3}}(?:(?P=sign)\d{{3}})*)?|\d{{1,15}})"
        rf"(?:[{re.escape(decimal)}](?P<part>\d{{1,6}}))?"
    )


def grouped_figures(text: str, table: LanguageTable) -> Iterator[tuple[str, Fraction, str]]:
    """Figures with one sign before three of them, "1,500", which parts thousands in one language and is a decimal sign
    in another: without their sign, as the language reads them, and as they stand."""
    for found in _ONE_SIGN.finditer(text):
        if (
            not _NAMED.search(text[max(0, found.start() - _NEAR) : found.start()])
            and (value := number(found[0], table)) is not None
        ):
            yield found[1] + found[2], value, found[0]
