"""Digests as people and programs write them, found in any text: of words (`w1:`), of bytes (`sha256:`), for browsers.

All are SHA-256 (FIPS 180-4), so 64 hex digits tell one from another, however it was written.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

_DIGEST = re.compile(
    r"(?<![\w+/-])(?:"
    r"(?:w1:|sha256[:-])?(?P<hex>[0-9a-f]{64})(?![\w+/=-])"
    r"|sha256-(?P<sri>[\w+/-]{43})(?![\w+/-])"
    r"|(?P<base64>[\w+/-]{43})=)",
    re.ASCII | re.IGNORECASE,
)
"""`sha256sum` prints hex digits alone; Subresource Integrity (W3C) is base64, which in addresses has - and _ for + and
/ (RFC 4648, section 5). Base64 without a name before it is told by the = at its end."""


def digests_in(text: str) -> Iterator[str]:
    """Every digest in a text as 64 small hex digits, in order, each as often as it stands there."""
    for found in _DIGEST.finditer(text):
        if found["hex"]:
            yield found["hex"].lower()
        else:
            digits = (found["sri"] or found["base64"]).replace("-", "+").replace("_", "/")
            yield base64.b64decode(f"{digits}=").hex()


def hex_digits(digest: str) -> str:
    """The 64 hex digits of one digest. Raises ValueError for anything else."""
    (found,) = digests_in(digest)
    return found
