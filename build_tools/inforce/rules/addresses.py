"""Where an address in the handbook leads, as a browser reads it: elsewhere, or to something that runs."""

from __future__ import annotations

import re
from html import unescape

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_PICTURE = re.compile(r"data:(?:image|font)/[a-z0-9.+-]+[;,]", re.IGNORECASE)
"""Data that is shown, and runs nothing where it is fetched as a picture or a font."""
_BREAKS = str.maketrans("", "", "\t\n\r")
"""What browsers drop in the midst of an address (WHATWG URL, 4.4)."""
_AROUND = "".join(map(chr, range(0x21)))
"""What they drop at its ends."""
_LINKED = frozenset({"http", "https", "mailto", "tel"})


def is_elsewhere(address: str, *, own: str | None = None) -> bool:
    """Whether a browser that fetches this address would ask another host, or run what it says. `own` is the site's."""
    read = as_browsers_read(address)
    if own and own.endswith("/") and read.startswith(own):
        return False
    return (bool(_SCHEME.match(read)) and not _PICTURE.match(read)) or read.startswith("//")


def unfit_scheme(address: str) -> str | None:
    """How an address of a link begins, where that is none that a page links to: `javascript`, `data` …"""
    for form in (address, unescape(address)):
        found = _SCHEME.match(as_browsers_read(form))
        if found and found[1].lower() not in _LINKED:
            return found[1].lower()
    return None


def as_browsers_read(address: str) -> str:
    """An address without what browsers drop, with slashes for backslashes."""
    return address.strip(_AROUND).translate(_BREAKS).replace("\\", "/")
