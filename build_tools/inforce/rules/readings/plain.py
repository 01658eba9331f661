"""Words made plain for comparison: one kind of space, digit, dash and apostrophe; no case, no invisible characters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ＇´`"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−﹣－"), "-")
_BROKEN_LINE = re.compile(r"(?<=[\u3005-\u30ff\u3400-\u9fff])[ \t]*\n[ \t]*(?=[\u3005-\u30ff\u3400-\u9fff])")
"""A line end between Han or kana: no space (docs/reference/format.md, "A section")."""
_KEPT = ("<super>", "<fraction>", "<sub>")


def plain(words: str) -> str:
    """Full-width and presentation forms folded (NFKC), digits of every script as 0–9, case folded, dashes and
    apostrophes made one, soft hyphens, joiners and direction marks dropped, white space collapsed.

    Superscript digits and fractions stay themselves: "10²" is not 102, nor "1½" 11⁄2.
    """
    if not words.isascii():
        words = _BROKEN_LINE.sub("", words)
        words = "".join(map(_fold, words)).translate(_APOSTROPHES).translate(_DASHES)
        words = unicodedata.normalize("NFC", words)
    return " ".join(words.casefold().split())


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    if character.isascii():
        return character
    if unicodedata.category(character) == "Cf":
        return ""
    if (digit := unicodedata.decimal(character, None)) is not None:
        return str(digit)
    if unicodedata.decomposition(character).startswith(_KEPT) and not unicodedata.category(character).startswith("L"):
        return character
    return unicodedata.normalize("NFKC", character)


def without_spaces(text: str) -> str:
    """The text with no white space at all."""
    return re.sub(r"\s+", "", text)
