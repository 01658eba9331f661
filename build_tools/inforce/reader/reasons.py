"""Whether a reason or a note says anything. Both are frozen and shown: a full stop or a row of dashes looks like one to
a program, and leaves readers without any.

Whether a reason is a good one nobody can tell but who reviews it; that it holds words, and no markup, can be told.
"""

from __future__ import annotations

import re
import unicodedata

from inforce.reader.plain_words import markup_in

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_WITHOUT_SPACES = ("CJK ", "HIRAGANA ", "KATAKANA ", "THAI ", "LAO ", "KHMER ", "MYANMAR ")
"""What the names of letters begin with in the scripts that put no space between words."""
_LETTERS = 3
"""A word has so many different letters, save for small ones beside it: "A slip"."""

REASON_ASKED = "at least two words that say why, without markup"
"""What a reason has to hold, for messages."""


def says_why(text: str) -> bool:
    """Whether a text is a reason in plain words: two different ones at least, one of them of three letters that differ.
    Where no spaces part words, three such letters do. Pages show markup as it is typed."""
    words = _words(text)
    enough = any(len(words) > 1 or _is_without_spaces(word) for word in words if _is_whole(word))
    return enough and markup_in(text) is None


def says_something(text: str) -> bool:
    """Whether a text holds a word at all."""
    return any(_is_whole(word) or _is_without_spaces(word) for word in _words(text))


def _words(text: str) -> set[str]:
    return {found.casefold() for found in _WORD.findall(_with_marks(text))}


def _is_whole(word: str) -> bool:
    return len({char for char in word if char.isalpha()}) >= _LETTERS


def _with_marks(text: str) -> str:
    """Marks that stand on a letter belong to it and are none of their own, so that they part no word."""
    return "".join(
        char for char in unicodedata.normalize("NFC", text) if not unicodedata.category(char).startswith("M")
    )


def _is_without_spaces(word: str) -> bool:
    return any(unicodedata.name(char, "").startswith(_WITHOUT_SPACES) for char in word)
