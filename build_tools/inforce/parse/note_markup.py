"""Finds markup in a change note, which pages, feeds and records show as plain words: stars, links and tags would stand
there as they are typed, and be frozen with the release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from inforce.parse.findings import quoted
from inforce.problems import Location, Problem, Severity

_INLINE = re.compile(
    r"(?P<link>!?\[[^\[\]]*\]\([^()\s]*[^()]*\))"
    r"|(?P<stars>\*\*\S[^*]*\*\*|(?<![\w*])\*(?![\s*])[^*]*[^\s*]\*(?![\w*])|(?<!\w)__\S[^_]*__(?!\w))"
    r"|(?P<tag></?[A-Za-z][^<>]*>|<!--)"
    r"|(?P<code>`[^`]+`)"
    r"|(?P<struck>~~[^~]+~~)"
    r"|(?P<entity>&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,40});)"
    r"|(?P<escape>\\(?:[!-/:-@\[-`{-~]|$))"
)
_BLOCK = re.compile(
    r"\s*(?:(?P<item>[-*+•]|1[.)])(?=\s+\S)|(?P<heading>#{1,6})(?=\s)|(?P<quote>>)|(?P<row>\|)|(?P<fence>```|~~~)"
    r"|(?P<rule>(?:-\s*){3,}|(?:\*\s*){3,}|={3,})$)"
)
_PLAIN = "Write the words alone"
_CURES = {
    "link": f"{_PLAIN}: a note has no links.",
    "stars": f"{_PLAIN}, without the stars.",
    "tag": f"{_PLAIN}, without what stands between `<` and `>`.",
    "code": f"{_PLAIN}, without the backticks.",
    "struck": f"{_PLAIN}, without `~~`.",
    "entity": "Write the character itself.",
    "escape": "Take the backslash out.",
    "item": "Write each point as a paragraph: without the sign, after an empty line.",
    "heading": "Take the signs out; only the kind and the languages are headings.",
    "quote": "Take the sign out.",
    "row": "Write sentences: a note has no tables.",
    "fence": "Take the line out.",
    "rule": "Take the line out.",
}


def is_entity(found: str) -> bool:
    """Whether `&…;` stands for a character. In "R&D; marketing" it doesn't: HTML knows no such name."""
    return found.startswith("&#") or found[1:] in html5


def check_markup(line: str, where: Location) -> Iterator[Problem]:
    """S116: each piece of markup in a line of a note's words, which `where` names."""
    found = [*([block] if (block := _BLOCK.match(line)) else []), *_INLINE.finditer(line)]
    for piece in found:
        kind = str(piece.lastgroup)
        if kind == "entity" and not is_entity(piece[kind]):
            continue
        yield Problem(
            code="S116",
            severity=Severity.ERROR,
            location=Location(file=where.file, line=where.line, column=piece.start(kind) + 1),
            message=f"a change note is plain words; readers would see {quoted(piece[kind])} as it is typed.",
            remedy=_CURES[kind],
        )
