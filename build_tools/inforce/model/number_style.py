"""How numbers look: the styles of `numbering` (headings and clauses) and `lists` in `policy.yml`.

A style is an example of the number: "1.", "A.", "(i)", "Article 1", "1.1". In it `1`, `a`, `A`, `i` and `I` stand for
counters; one alone counts its own level, several the levels above it too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_COUNTER = r"(?:[0-9]+|[aAiI])"
_STYLE = re.compile(
    rf"(?P<before>(?:.*[^A-Za-z0-9.])?)(?P<counters>{_COUNTER}(?:\.{_COUNTER})*)(?P<after>[^A-Za-z0-9]*)"
)
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(number: int) -> str:
    """1 is "a", 26 "z", 27 "aa", as spreadsheets name columns."""
    made = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        made = chr(ord("a") + rest) + made
    return made


def roman(number: int) -> str:
    """1 is "i", 4 "iv", 1990 "mcmxc"."""
    made = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        made += sign * count
    return made


def read_letters(text: str) -> int | None:
    """The number that small letters stand for."""
    if not re.fullmatch("[a-z]{1,3}", text):
        return None
    number = 0
    for char in text:
        number = number * 26 + ord(char) - ord("a") + 1
    return number


def read_roman(text: str) -> int | None:
    """The number that a small Roman numeral stands for."""
    if not re.fullmatch("[ivxlcdm]{1,12}", text):
        return None
    number, rest = 0, text
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            number, rest = number + value, rest[len(sign) :]
    return number if not rest and roman(number) == text else None


_SHOWN: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "1": str,
        "a": letters,
        "A": lambda number: letters(number).upper(),
        "i": roman,
        "I": lambda number: roman(number).upper(),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberStyle:
    """A style, read: "Article 1.1" has `before` "Article ", `counters` ("1", "1") and `after` ""."""

    before: str
    counters: tuple[str, ...]
    after: str

    def shown(self, path: tuple[int, ...]) -> str:
        """The number at the end of a path of counters: (3, 2) as "1." is "2.", as "1.1" "3.2".

        Where a style names several counters and the path is longer, those that lack look like its last one.
        """
        if len(self.counters) == 1:
            path = path[-1:]
        kinds = (*self.counters, *(self.counters[-1:] * (len(path) - len(self.counters))))
        counted = (
            zip(kinds, path, strict=False) if len(path) < len(kinds) else zip(kinds[: len(path)], path, strict=True)
        )
        return f"{self.before}{'.'.join(_SHOWN[kind](number) for kind, number in counted)}{self.after}"


def read_style(text: str) -> NumberStyle | None:
    """The style that a text is an example of; None where it holds no counter."""
    found = _STYLE.fullmatch(text)
    if found is None:
        return None
    kinds = tuple("1" if part.isdigit() else part for part in found["counters"].split("."))
    return NumberStyle(before=found["before"], counters=kinds, after=found["after"])
