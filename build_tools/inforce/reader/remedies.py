"""Remedies that messages name: what to write in the place of HTML and of half-written links."""

from __future__ import annotations

import re
from collections.abc import Sequence

WHOLE = "Write `[words](target)` whole; for a plain square bracket write `\\[` or `\\]`."
_REMOVE = "Remove it"
_INSTEAD = {
    **dict.fromkeys(("b", "strong"), "Write `**words**`"),
    **dict.fromkeys(("i", "em"), "Write `*words*`"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "Write `## words`"),
    **dict.fromkeys(("ul", "ol", "li"), "Write `- words` for each item"),
    **dict.fromkeys(("table", "tr", "td", "th", "thead", "tbody"), "Write a table with `|` between the cells"),
    "br": "End the line with a backslash",
    "a": "Write `[words](https://example.org)`",
    "img": "Pictures have no place in a text: remove it",
}
"""What an editor meant by a tag, as our grammar writes it."""


def remedy_for_html(tags: Sequence[str]) -> str:
    """What to write in the place of HTML, for each of these tags."""
    cures: dict[str, str] = {}
    for tag in tags:
        found = re.match(r"</?([A-Za-z][A-Za-z0-9]*)", tag)
        name = found[1].lower() if found else ""
        cures.setdefault(_INSTEAD.get(name, _REMOVE), f"`<{name}>`" if name in _INSTEAD else "the rest")
    if len(cures) == 1:
        told = next(iter(cures))
    else:
        rest = cures.pop(_REMOVE, None)
        told = "; ".join(f"{tag}: {cure[0].lower()}{cure[1:]}" for cure, tag in cures.items())
        told += "; remove the rest" if rest else ""
    return f"{told}; for a plain angle bracket write `\\<`."


def remedy_for_half_link(words: str, after: str) -> str:
    """How to make a half-written link whole."""
    if words.startswith("[^"):
        return "Footnotes are not supported: put their words into the sentence."
    if re.match(r"\s+\([a-z]+:", after):
        return "Take out the space between `]` and `(`."
    if re.match(r"\([a-z]+:[^()\s]*\s", after):
        return "Take out the space in the target: the words after it are no part of an address."
    return WHOLE
