"""Words made plain for comparison: one kind of space, digit, dash and apostrophe; no case, no invisible characters."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ＇´`"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−﹣－"), "-")
_KEPT = ("<super>", "<fraction>", "<sub>")


def plain(words: str) -> str:
    """Full-width and presentation forms folded (NFKC), digits of every script as 0–9, case folded, dashes and
    apostrophes made one, soft hyphens, joiners and direction marks dropped, white space collapsed.

    Superscript digits and fractions stay themselves: "10²" is not 102, nor "1½" 11⁄2.
    """
    if not words.isascii():
        words = "".join(map(_fold, words)).translate(_APOSTROPHES).translate(_DASHES)
        words = unicodedata.normalize("NFC", words)
    return " ".join(words.casefold().split())


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
