"""What touches the words of a link to a value, so that readers see another value: "1[10 years]", "[10 years]000".

Quiet: spaces, brackets, quotes and the punctuation of a sentence; elisions ("d’[…]"); compounds with a hyphen
("[10]-jährig"), words after a slash ("[95/46]/EC"); letters of scripts that write no spaces, or write prefixes straight
onto a word.
"""

from __future__ import annotations

import re
import unicodedata

_SPACELESS = (
    "\u0590-\u08ff\u0900-\u109f\u1200-\u139f\u1780-\u17ff\u1950-\u1aaf\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Hebrew, Arabic, the scripts of India, Thai, Lao, Burmese, Ethiopic, Khmer, kana, Han and Hangul."""
_LETTER = f"(?:(?![{_SPACELESS}])[^\\W\\d_])"
_FIXED_SPACES = "\u00a0\u2007\u202f"
"""Spaces that group the figures of a number."""
_BETWEEN_FIGURES = re.compile(
    f"[-+.,@/:?#&=_%*^~'\\\\\u2010-\u2015\u2019\u2212\u00b7\u00d7\u066b\u066c{_FIXED_SPACES}]{{1,3}}"
)
_TEXT_BEFORE, _TEXT_AFTER = (re.compile(f"[{signs}]?{_LETTER}") for signs in ("+.,@", "+.,@:"))
_CONTACT_BEFORE, _CONTACT_AFTER = (
    re.compile(f"[{signs}]?{_LETTER}") for signs in ("-+.,@/?#&=_%\u2010\u2011", "-+.,@/:?#&=_%\u2010\u2011")
)
_BRACKETED = re.compile(f"\\s?[\\[\\](){{}}][.@][\\[\\](){{}}]\\s?{_LETTER}")
"""A sign of an address in brackets, read either way: qualifio[.]com."""
_ENDING_AFTER_SPACE = re.compile("\\s+[.@][a-z]{2}")
_NEAR = 40
"""So many characters beside a link are quoted; far fewer are looked at."""


def touching(text: str, start: int, end: int, *, contact: bool) -> str | None:
    """What readers see in place of `text[start:end]`, where other words touch it; None where none do.

    `contact`: whether it is an address or a telephone number, which a hyphen and other signs continue too.
    """
    value = text[start:end]
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if not value or not (
        _goes_on(before[::-1], value[0], _CONTACT_BEFORE if contact else _TEXT_BEFORE, before=True)
        or _goes_on(after, value[-1], _CONTACT_AFTER if contact else _TEXT_AFTER, before=False)
        or (contact and _goes_on_in_disguise(before, after))
    ):
        return None
    piece = f"(?:\\S|[{_FIXED_SPACES}])*"
    left, right = re.search(f"{piece}\\Z", before), re.match(piece, after)
    shown = f"{left[0] if left else ''}{value}{right[0] if right else ''}"
    if right and not right[0] and (ending := re.match(r"\s+[.@]\S+", after)):
        shown += ending[0]
    return " ".join(shown.split())


def _goes_on_in_disguise(before: str, after: str) -> bool:
    """Whether an address goes on after a space or with a sign in brackets: "a.example .evil.example"."""
    return bool(_ENDING_AFTER_SPACE.match(after) or _BRACKETED.match(after) or _BRACKETED.match(before[::-1]))


def _goes_on(near: str, edge: str, letters: re.Pattern[str], *, before: bool) -> bool:
    """Whether characters, the nearest first, go on with the value whose outermost character is `edge`."""
    near = "".join(char for char in near if unicodedata.category(char) not in ("Mn", "Me", "Cf"))
    if not near or edge.isspace():
        return False
    if near[0].isnumeric() and (before or not near[0].isalpha()):  # "二[十年]"; but 一 begins many words
        return True
    if letters.match(near):
        return True
    signs = _BETWEEN_FIGURES.match(near)
    if signs is None or (near[0] in _FIXED_SPACES and not edge.isnumeric()):
        return False
    beyond = near[signs.end() : signs.end() + 1]
    return beyond.isnumeric() and not beyond.isalpha()
