"""How numbers look: the styles of `numbering` (headings and clauses) and `lists` in `policy.yml`.

A style is an example of the number: "1.", "A.", "(i)", "Article 1", "1.1". In it `1`, `a`, `A`, `i` and `I` stand for
counters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_COUNTER = r"(?:[1-9][0-9]*|[aAiI])"
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


def shown(path: tuple[int, ...], styles: tuple[str, ...]) -> str:
    """The whole number at the end of a path of counters: (2, 1) as "1.", "1.1" is "2.1"; as "A.", "1." it is "B.1.".

    A number shows its whole path, so that a reference to it is clear. Counters that its style doesn't name look like
    those of the levels above; deeper levels than there are styles look like the last. A bracket stands round the last
    counter alone: (2, 1, 3) as "A.", "1.", "(i)" is "B.1(iii)", and (2, 1, 3, 2) below it "B.1(iii)(ii)".
    """
    read = [read_style(styles[min(level, len(styles) - 1)]) for level in range(len(path))] if styles else []
    style = read[-1] if read else None
    if style is None:
        return ".".join(map(str, path))
    kinds = [one.counters[-1] if one else "1" for one in read]
    names_all = len(style.counters) >= len(path)
    if names_all:
        kinds = list(style.counters[: len(path)])
    *parents, own = (_SHOWN[kind](number) for kind, number in zip(kinds, path, strict=True))
    if style.before and style.before in "([" and not names_all:
        above = shown(path[:-1], styles) if len(path) > len(styles) else ".".join(parents)
        return f"{above}{style.before}{own}{style.after}"
    return f"{style.before}{'.'.join([*parents, own])}{style.after}"


def bare(number: str) -> str:
    """A number as a text that names it writes it, without the words before it and the signs round it: "Article 27" is
    "27", "2." is "2", "a)" is "a"; "B.1(iv)" stays."""
    alone = number.rpartition(" ")[2].rstrip(".:")
    return alone if "(" in alone[1:] else alone.strip("()[]")


def read_style(text: str) -> NumberStyle | None:
    """The style that a text is an example of; None where it holds no counter."""
    found = _STYLE.fullmatch(text)
    if found is None:
        return None
    kinds = tuple("1" if part.isdigit() else part for part in found["counters"].split("."))
    return NumberStyle(before=found["before"], counters=kinds, after=found["after"])
