"""Words that everybody shows as they are typed: labels of facts, reasons of records. They stand in JSON, in attributes
and on pages of others, so they hold no markup. What is markup there the reader says: all that a preview of the line on
GitHub shows otherwise than it is typed. A star, a bracket or an underscore that it shows is a word like any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inforce.model.text import Clause, Code, Emphasis, Inline, Leaf, Link, List, Paragraph, Text
from inforce.reader.blocks import read_blocks
from inforce.reader.commonmark import SPECIAL
from inforce.reader.findings import Findings, quoted

_BEGINS_A_BLOCK = re.compile(r"(?:[-+#>=|]|[0-9]{1,9}[.)])")
_SHOWN_AS_TYPED = frozenset({"M106", "M111", "M117", "M121", "M122", "M128"})
"""What the profile refuses in a section because it was hardly meant so; a preview shows its signs."""
_ALONE = "Write the words alone"
_CURES = {
    "X301": f"{_ALONE}, without what stands between `<` and `>`.",
    "M116": f"{_ALONE}, without `~`.",
    "M120": "Write the character itself.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """Something in a line of words that is none."""

    found: str
    """The line from there, in quotation marks."""
    cure: str


def markup_in(line: str) -> Markup | None:
    """The first markup in a line of words."""
    line = line.strip()
    if not (SPECIAL.search(line) or _BEGINS_A_BLOCK.match(line)):
        return None  # nearly every line
    findings = Findings("")
    leaves = read_blocks(line, findings, "en")
    refused = [one for one in findings.problems() if one.code not in _SHOWN_AS_TYPED]
    if refused:
        cure = _CURES.get(refused[0].code, f"{_ALONE}.")
        return _markup(line, refused[0].location.column or 1, cure)
    match leaves:
        case ():
            return _markup(line, 1, "Take the sign out.")
        case (Paragraph(path=(), children=children),):
            return _among(line, children)
        case (leaf, *_):
            return _markup(line, leaf.at.column if not leaf.path else leaf.path[0].at.column, _of_block(leaf))
    return None


def _among(line: str, children: tuple[Inline, ...]) -> Markup | None:
    for child in children:
        if not isinstance(child, Text):
            return _markup(line, child.at.column, _of_piece(child))
    said = "".join(child.text for child in children if isinstance(child, Text))
    if "".join(said.split()) == "".join(line.split()):
        return None
    return _markup(line, line.find("\\") + 1 or 1, "Take the backslash out.")


def _of_piece(piece: Inline) -> str:
    match piece:
        case Emphasis():
            return f"{_ALONE}, without the stars or underscores."
        case Code():
            return f"{_ALONE}, without the backticks."
        case Link():
            return f"{_ALONE}, without the link."
    return f"{_ALONE}."


def _of_block(leaf: Leaf) -> str:
    if isinstance(leaf, Clause):
        return f"{_ALONE}, without the link."
    in_list = bool(leaf.path) and isinstance(leaf.path[0], List)
    return "Take the sign out, or begin with another word: this is read as a list." if in_list else "Take the sign out."


def _markup(line: str, column: int, cure: str) -> Markup:
    return Markup(found=quoted(line[column - 1 :]), cure=cure)
