"""What to write in the place of HTML and of half-written links: the cure that a message names."""

from __future__ import annotations

import re

from inforce.parse.targets import Refusal, read_target

WHOLE = "Write `[words](target)` whole; for a plain square bracket write `\\[` or `\\]`."
_INSTEAD = {
    **dict.fromkeys(("b", "strong"), "Write `**words**`"),
    **dict.fromkeys(("i", "em"), "Write `*words*`"),
    **dict.fromkeys(("h1", "h2", "h3"), "Write `## words`"),
    **dict.fromkeys(("ul", "ol", "li"), "Write `- words` for each item"),
    **dict.fromkeys(("table", "tr", "td", "th", "thead", "tbody"), "Write a table with `|` between the cells"),
    "br": "End the line with a backslash",
    "a": "Write `[words](https://example.org)`",
    "img": "Pictures have no place in a text: remove it",
}
"""What an editor meant by a tag, as our grammar writes it."""


def instead_of_html(tag: str) -> str:
    """What to write in the place of HTML."""
    inner = tag.strip("<>")
    for scheme in ("mailto:", ""):
        if not isinstance(read_target(f"{scheme}{inner}"), Refusal) and ("@" in inner or "://" in inner):
            return f"Write `[{inner}]({scheme}{inner})`."
    found = re.match(r"</?([A-Za-z][A-Za-z0-9]*)", tag)
    instead = _INSTEAD.get(found[1].lower(), "Remove it") if found else "Remove it"
    return f"{instead}; for a plain angle bracket write `\\<`."


def made_whole(words: str, after: str) -> str:
    """How to make a half-written link whole."""
    if words.startswith("[^"):
        return "Footnotes are not supported: put their words into the sentence."
    if re.match(r"\s+\([a-z]+:", after):
        return "Take out the space between `]` and `(`."
    return WHOLE
