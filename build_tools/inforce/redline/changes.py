"""What a redline is made of: changes of sections, of blocks, of words, all as frozen data.

Order is reading order. Taking the old side of every piece gives the old edition's words back, the new side the new
edition's; `compare` proves it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from inforce.model.text import Leaf, Section, Target, inlines, words
from inforce.redline.facts import FactChange

_TITLE = 60
"""A section without a heading is called by so many of its first characters."""


class Op(StrEnum):
    """What happened to some words."""

    KEPT = "="
    REMOVED = "-"
    ADDED = "+"


@dataclass(frozen=True, slots=True)
class Marks:
    """How words are set: their emphasis and where they link to."""

    strong: bool = False
    emphasis: bool = False
    target: Target | None = None
    code: bool = False
    item: bool = False
    """Whether they stand in an item of a list in a cell."""


PLAIN = Marks()


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike. A hard break is a newline in `text`."""

    text: str
    marks: Marks = PLAIN


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that were kept, removed or added, whole. Kept words are shown as the new edition has them."""

    op: Op
    runs: tuple[Run, ...]
    was: str | None = None
    """Of kept words: the old edition's, where their white space differs."""

    @property
    def text(self) -> str:
        """The bare words."""
        return "".join(run.text for run in self.runs)


class RowKind(StrEnum):
    """What happened to a block."""

    SAME = "same"
    REWORDED = "reworded"
    RESTYLED = "restyled"
    """The words are the same; emphasis, a link's target, a list marker or the nesting differ."""
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """Stands here now; what changed inside is in its pieces."""
    MOVED_AWAY = "gone"
    """Stood here; it is MOVED elsewhere and its words are shown there."""
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of two tables laid over each other: a cell is its pieces. `kind` is SAME, REWORDED, ADDED or REMOVED."""

    kind: RowKind
    cells: tuple[tuple[Piece, ...], ...]
    head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A block of the old edition against one of the new (a split or a merge: one against several)."""

    kind: RowKind
    old: tuple[Leaf, ...] = ()
    new: tuple[Leaf, ...] = ()
    parts: tuple[tuple[Piece, ...], ...] = ()
    """The pieces of each block to show (several after a split); none of a table, and none of a MOVED_AWAY row."""
    table: tuple[TableRow, ...] = ()
    move: int | None = None
    """Joins a MOVED row with its MOVED_AWAY row: the same number on both."""
    elsewhere: str | None = None
    """Of a MOVED row the id of the section it came from, of a MOVED_AWAY row that of the section it went to."""

    def pieces(self) -> Iterator[Piece]:
        """Every piece of the row in reading order, cells too."""
        for part in self.parts:
            yield from part
        for row in self.table:
            for cell in row.cells:
                yield from cell


class SectionKind(StrEnum):
    """What happened to a section."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Share:
    """Another section that words came from or went to."""

    section: str
    """Its id: `SectionChange.id` of that section in the same redline."""
    part: float
    """How much of that other section these words are, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChange:
    """A section of the old edition against one of the new; the rows are empty where nothing differs."""

    kind: SectionKind
    old: Section | None
    new: Section | None
    rows: tuple[Row, ...] = ()
    moved: bool = False
    """It stands in another order than its neighbours did."""
    old_number: str | None = None
    new_number: str | None = None
    split_from: Share | None = None
    """Of an ADDED section: the old section that three tenths or more of its words come from, and how much of that one
    they were. Its rows are MOVED, or ADDED where only passages are the same. Told by a SECTION_SPLIT change."""
    merged_into: Share | None = None
    """Of a REMOVED section: the new section where three tenths or more of its words stand, and how much of that one
    they are. Its rows are MOVED_AWAY, or REMOVED where only passages are the same. Told by a SECTION_MERGED change."""

    @property
    def id(self) -> str:
        """The new section's id, or the removed one's."""
        section = self.new or self.old
        assert section is not None
        return section.id

    @property
    def renamed(self) -> bool:
        """Whether its id changed."""
        return self.old is not None and self.new is not None and self.old.id != self.new.id


class ChangeKind(StrEnum):
    """What kind of change a reader sees."""

    REWORDED = "reworded"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    RESTYLED = "restyled"
    RELINKED = "relinked"
    """Links lead elsewhere: `Change.links`. Its row may belong to another change too, for its words."""
    NESTED = "nested"
    """List items stand at another depth: `inforce.redline.links.nested` of each row."""
    SECTION_ADDED = "section-added"
    SECTION_REMOVED = "section-removed"
    SECTION_MOVED = "section-moved"
    SECTION_SPLIT = "section-split"
    """A new section that was split off another one: `SectionChange.split_from`. Its rows are reported after it."""
    SECTION_MERGED = "section-merged"
    """An old section that was merged into another one: `SectionChange.merged_into`. Its rows are reported after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChange:
    """A link that leads elsewhere. `old` is None where the words were no link, `new` where they are none now."""

    words: str
    """The link's words as the new edition has them; the old one's where it is no link now."""
    old: Target | None
    new: Target | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A numbered change, as the list on top names it."""

    number: int
    kind: ChangeKind
    section: int
    """Index into `Redline.sections`."""
    rows: tuple[int, int] | None
    """The first row it covers and the one after the last; None: the section as a whole."""
    quotes: tuple[tuple[Piece, ...], ...] = ()
    """A line for each of its blocks, and for each row of a table: what was removed and added, with a few kept words
    about it."""
    links: tuple[LinkChange, ...] = ()
    """Of a RELINKED change: the links, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """Two editions compared."""

    sections: tuple[SectionChange, ...]
    """In the new edition's order; a removed section after the one it followed."""
    changes: tuple[Change, ...]
    facts: tuple[FactChange, ...] = ()
    lists: tuple[str, ...] = ()
    """How labels of items look, the styles of the new edition."""

    @property
    def changed_sections(self) -> int:
        """How many sections have a numbered change."""
        return len({change.section for change in self.changes})


def side(pieces: Iterator[Piece] | tuple[Piece, ...], op: Op) -> str:
    """The words of one side: `Op.REMOVED` for the old edition's, `Op.ADDED` for the new one's."""
    if op is Op.REMOVED:
        return "".join(
            piece.was if piece.was is not None else piece.text for piece in pieces if piece.op is not Op.ADDED
        )
    return "".join(piece.text for piece in pieces if piece.op is not Op.REMOVED)


def title(section: Section) -> str:
    """A section's heading; its first words where it has none; its id where it has none either."""
    for leaf in section.leaves:
        text = " ".join(words(inlines(leaf)[0]).split())
        if text:
            return text if leaf is section.heading or len(text) <= _TITLE else text[:_TITLE].rstrip() + "…"
    return section.id


def numbered_title(change: SectionChange) -> str:
    """The number and title of a section as the new edition has them; as the old one had, where it is removed."""
    shown = change.new or change.old
    assert shown is not None
    number = change.new_number if change.new else change.old_number
    return f"{number} {title(shown)}" if number else title(shown)
