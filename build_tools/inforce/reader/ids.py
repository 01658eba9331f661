"""The id that words or the name of a file stand for: what a message proposes where an id is wanted."""

from __future__ import annotations

import re
import unicodedata

_OF_PRINT = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"}
_MOST = 64


def proposed_id(words: str) -> str | None:
    """Small letters a–z, digits and hyphens, from any words: "Durée de conservation" → "duree-de-conservation".

    None where nothing is left, as of words in another script.
    """
    folded = "".join(_OF_PRINT.get(char, char) for char in words.casefold())
    plain = "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return re.sub(r"^[0-9-]+", "", found)[:_MOST].strip("-") or None
