"""Addresses that a link's words are a part of: `qualifio[.com](…)`, `[evil.](…)[example](…)`, +32 2 744 `[48 00](…)`.

Readers see one address and no seam. What stands beside a link counts as far as the next space; a space before an ending
(" .com") parts nothing, except in talk about endings ("for .eu domains").
"""

from __future__ import annotations

import re
from typing import Protocol

from inforce.rules.readings.addresses import Address, read_dialled, read_label
from inforce.rules.readings.disguises import parts_nothing

_NEAR = 100
"""So many characters beside a link are looked at."""
_BEFORE = re.compile(r"((?:\S+\s+)?[.@]\S*|\S+)(\s*)\Z")
_AFTER = re.compile(r"(\s*)(\S+)")
_ENDING = re.compile(r"[.@][^\W\d_]{2}")
_FIGURES_BEFORE, _FIGURES_AFTER = re.compile(r"[\d\s()./+-]*\Z"), re.compile(r"[\d\s()./-]*")


class Span(Protocol):
    """Where a link's words stand among those around it."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """Behind the last."""


def straddling(text: str, place: Span, region: str | None, *, dials: bool = False) -> tuple[Address, ...]:
    """The addresses in the words of a block that a link's words are a part of, and neither they nor what stands beside
    them hold alone. `region`: the country whose telephone numbers are written without +;
    `dials`: whether the link is a telephone number, so that short ones count."""
    said = text[place.start : place.end]
    before, after = text[max(0, place.start - _NEAR) : place.start], text[place.end : place.end + _NEAR]
    words = (_left(before, said, after), _right(said, after))
    figures = (_figures(_FIGURES_BEFORE.search(before)), _figures(_FIGURES_AFTER.match(after)))
    if not said[:1].isdecimal():
        figures = ("", figures[1])
    if not said[-1:].isdecimal():
        figures = (figures[0], "")
    found: dict[tuple[str, ...], Address] = {}
    for left, right in (words, figures):
        if not re.search(r"\w", left + right) or not re.search(r"[.@\d]|://", left + said + right):
            continue
        alone = {_identity(one) for part in (left, said, right) for one in read_label(part, region)}
        for one in read_label(f"{left}{said}{right}", region):
            if _identity(one) not in alone:
                found.setdefault(_identity(one), one)
    if (
        not found
        and dials
        and any(figures)
        and re.fullmatch(r"\d+", joined := f"{figures[0]}{said}{figures[1]}".strip())
    ):
        found = {_identity(one): one for one in read_dialled(joined, region)}
    return tuple(found.values())


def _left(before: str, said: str, after: str) -> str:
    word = _BEFORE.search(before)
    if word is None:
        return ""
    bare = said.lstrip()
    gap = word[2] + said[: len(said) - len(bare)]
    return word[0] if not gap or _goes_on(word[1], gap, bare or after.lstrip(), after) else ""


def _right(said: str, after: str) -> str:
    word = _AFTER.match(after)
    if word is None:
        return ""
    bare = said.rstrip()
    gap = said[len(bare) :] + word[1]
    last = re.split(r"\s", bare)[-1]
    return word[0] if not gap or _goes_on(last, gap, word[2], after[word.end() :]) else ""


def _goes_on(name: str, gap: str, ending: str, beyond: str) -> bool:
    """Whether a name and an ending with a gap between them are read as one."""
    if not _ENDING.match(ending):
        return False
    if gap.strip(" "):
        return True  # a line end, a space that doesn't break
    return parts_nothing(name, beyond)


def _figures(found: re.Match[str] | None) -> str:
    return found[0] if found else ""


def _identity(address: Address) -> tuple[str, ...]:
    return (address.kind, address.host, address.user, address.path)
