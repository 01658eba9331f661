"""Relative links: which targets are a path from where the text stood, and the name that each gets for `links.yml`."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import quote, unquote

from inforce.reader.ids import proposed_id

_FILE = re.compile(r"(.+)\.(?:md|markdown|mdx|rst|adoc|txt|x?html?|php|aspx?|jsp|pdf|docx?|odt)", re.IGNORECASE)
_NO_PATH = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[./]*(?:www\.|(?:https?|mailto)(?:[:/;.,]|$))|//", re.IGNORECASE)
"""A whole address, or what was meant as one, such as `https//example.org`."""
_NO_SIGN = re.compile(r"[\x00-\x1f\\{}|^<>\"`\[\]$]|%(?![0-9A-Fa-f]{2})")
"""What stands in no address: it may be a place that a program fills in."""
_OF_FOLDER = frozenset({"index", "readme", "default"})
"""Files that stand for their folder."""
_LONGEST, _DIGITS = 40, 6


def is_relative(href: str) -> bool:
    """Whether a target is surely a path: neither a place in the text nor a slip of an address, a mailbox, a number."""
    path = re.split(r"[?#]", href, maxsplit=1)[0]
    if not href.strip() or href.startswith("#") or _NO_PATH.match(href) or _NO_SIGN.search(href) or "//" in path:
        return False
    first, *more = path.split("/")
    if first in ("", ".", ".."):
        return True
    if not more and _FILE.fullmatch(first):
        return "@" not in first
    return not re.search(r"[.:@\s]", first) and any(char.isalpha() for char in path)


def name_of_relative(href: str) -> str:
    """The name in `links.yml` for a relative target: words of its path for readers, and a digest of all of it.

    So no memory is needed: the same target gets the same name in every text, on any day, and two that end alike, as
    `/terms` and `../shop/terms.md`, never share one; nor does one meet a name that a person gave.
    """
    whole = quote(re.sub(r"^(?:\./)+(?=.)", "", href), safe="%/:?#[]@!$&'()*+,;=~")
    path, *more = re.split(r"[?#]", unquote(href))
    steps = [step for step in path.split("/") if step.strip(".")]
    file = _FILE.fullmatch(steps[-1]) if steps else None
    if file:
        steps[-1] = file[1]
    if len(steps) > 1 and steps[-1].lower() in _OF_FOLDER:
        steps.pop()
    words = proposed_id(" ".join([*steps[-1:], *more])) or "page"
    if len(words) > _LONGEST:
        words = words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]
    return f"{words}-{sha256(whole.encode()).hexdigest()[:_DIGITS]}"
