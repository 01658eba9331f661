"""What a wording digest (`w1`) is made of: words as it sees them, and their bytes. `reader.wording` has a section's."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inforce.model.version import SectionDigests

ALGORITHM = "w1"
SOFT_HYPHEN = "\u00ad"


def plain(text: str) -> str:
    """The text as the digest sees it: NFC, no soft hyphens, any run of white space as one space, none at the ends."""
    return unicodedata.normalize("NFC", " ".join(text.replace(SOFT_HYPHEN, "").split()))


def edition_digest(digests: Mapping[str, SectionDigests], order: Iterable[str]) -> str:
    """`w1:` and SHA-256 of the RFC 8785 bytes of `[[section id, wording digest], …]` in reading order."""
    return digest_of([[name, digests[name].wording] for name in order if name in digests])


def digest_of(data: list[list[str]]) -> str:
    """`w1:` and SHA-256 of the RFC 8785 bytes of pairs of words."""
    return f"{ALGORITHM}:{hashlib.sha256(canonical(data)).hexdigest()}"


def canonical(data: list[list[str]]) -> bytes:
    """RFC 8785 bytes. Of lists and texts, the encoder of Python's own, in C, writes the same as a library for all JSON,
    at a tenth of the cost; the tests compare them."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
