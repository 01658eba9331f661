"""Sections written in a few words, and a redline read back."""

from __future__ import annotations

from inforce.model.text import Section
from inforce.reader.section import parse_section
from inforce.redline import Redline
from inforce.redline.changes import ChangeKind, Op, Piece, Row, RowKind
from inforce.redline.compare import compare_sections
from inforce.redline.html import FactLine, RedlineLabels
from inforce.redline.numbering import number_changes

__all__ = ["WORDS", "marked", "read", "redline", "rows"]

WORDS = RedlineLabels(
    heading="What changed",
    counts=lambda changes, sections: f"{changes} changes in {sections} sections",
    nothing="No words changed.",
    change=lambda number: f"Change {number}",
    kinds={kind: kind.value for kind in ChangeKind},
    added=("[added]", "[end of addition]"),
    removed=("[removed]", "[end of removal]"),
    unchanged="no change",
    only_style="only the formatting changed",
    unchanged_blocks=lambda count: f"{count} paragraphs without change",
    section_changes=lambda count: f"{count} changes",
    renumbered=lambda number: f"formerly {number}",
    moved_from=lambda title: f"from {title}",
    moved_to=lambda title: f"moved to {title}",
    relinked=lambda words, was, now: f"{words} leads to {now}, before {was}",
    nested=lambda was, now: f"level {now}, before {was}",
    lines={RowKind.ADDED: "row added", RowKind.REMOVED: "row removed"},
    columns={RowKind.ADDED: "column added", RowKind.REMOVED: "column removed"},
    columns_heading="Columns:",
    facts_heading="Facts",
    fact=lambda fact: FactLine(label=".".join(fact.path)),
)


def read(source: str, name: str = "section") -> Section:
    """A section whose source must be right."""
    section, problems = parse_section(source, id=name, file=f"{name}.md")
    assert section is not None, problems
    assert not problems, problems
    return section


def redline(old: dict[str, str], new: dict[str, str]) -> Redline:
    """The redline of sections given by id."""
    sections = compare_sections([read(s, n) for n, s in old.items()], [read(s, n) for n, s in new.items()])
    return Redline(sections=sections, changes=tuple(number_changes(sections)))


def rows(old: str, new: str) -> tuple[Row, ...]:
    """The rows of two bodies under the same heading, the heading left out."""
    (section,) = redline({"section": f"# Title\n\n{old}"}, {"section": f"# Title\n\n{new}"}).sections
    return section.rows[1:]


def marked(pieces: tuple[Piece, ...]) -> str:
    """Pieces as text: [-removed-]{+added+}."""
    signs = {Op.KEPT: "{}", Op.REMOVED: "[-{}-]", Op.ADDED: "{{+{}+}}"}
    return "".join(signs[piece.op].format(piece.text) for piece in pieces)
