"""The redline as JSON: pydantic models, so that it has a schema. Unchanged blocks are left out.

`RedlineData.model_json_schema()` is the schema; `data(redline).model_dump(mode="json", exclude_none=True)` the JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from inforce.model.config import Frozen
from inforce.model.text import Section
from inforce.redline.changes import (
    PLAIN,
    ChangeKind,
    Op,
    Piece,
    Redline,
    Row,
    RowKind,
    SectionChange,
    SectionKind,
    Share,
    title,
)
from inforce.redline.facts import FactChange, FactChangeKind
from inforce.redline.numbering import renames
from inforce.redline.stylings import Styling, StylingKind, shown_target, stylings

Shown = str | bool | int | list[str]


class RunData(Frozen):
    """Words set alike. What is left out doesn't hold."""

    model_config = Frozen.model_config | {"str_strip_whitespace": False}
    text: str
    strong: Literal[True] | None = None
    emphasis: Literal[True] | None = None
    code: Literal[True] | None = None
    item: Literal[True] | None = None
    """Whether they stand in an item of a list in a cell."""
    target: str | None = None
    """Where the words link to: an address, or `section:id`, `fact:path`, `link:name`."""


class PieceData(Frozen):
    """Words that were kept (`=`), removed (`-`) or added (`+`). Kept words are as the new side has them."""

    model_config = Frozen.model_config | {"str_strip_whitespace": False}
    op: Literal["=", "-", "+"]
    text: str
    runs: tuple[RunData, ...] | None = None
    """The same words by how they are set; left out where all are plain."""


class StylingData(Frozen):
    """A change that is none of words: a link's target, nesting, the kind or numbers of a list, emphasis."""

    kind: StylingKind
    old: str | None = None
    new: str | None = None
    words: str | None = None
    """Of a link: its words."""


class CellRowData(Frozen):
    """A row of a table."""

    kind: RowKind
    cells: tuple[tuple[PieceData, ...], ...]


class BlockData(Frozen):
    """A block that changed. A split has several blocks of pieces; a table has rows of cells."""

    kind: RowKind
    index: Annotated[int, Field(ge=0)]
    """Its place among all blocks of the section, removed ones counted."""
    blocks: tuple[tuple[PieceData, ...], ...] = ()
    table: tuple[CellRowData, ...] = ()
    restyled: tuple[StylingData, ...] = ()
    """What changed beside the words."""
    move: int | None = None
    """The same number where a block stood and where it stands."""
    elsewhere: str | None = None
    """Of a move: the id of the other section."""


class ShareData(Frozen):
    """Another section that words came from or went to, and how much of that one they are."""

    section: str
    part: Annotated[float, Field(ge=0, le=1)]


class SectionData(Frozen):
    """A section of either edition."""

    kind: SectionKind
    id: str
    old_id: str | None = None
    old_number: str | None = None
    new_number: str | None = None
    old_title: str | None = None
    new_title: str | None = None
    moved: bool = False
    split_from: ShareData | None = None
    """Of an added section that was split off another."""
    merged_into: ShareData | None = None
    """Of a removed section that was merged into another."""
    changed: tuple[BlockData, ...] = ()


class ChangeData(Frozen):
    """A numbered change."""

    number: Annotated[int, Field(ge=1)]
    kind: ChangeKind
    section: str
    quotes: tuple[tuple[PieceData, ...], ...] = ()
    """A line for each of its blocks, and for each row of a table; long stretches are cut."""
    links: tuple[StylingData, ...] = ()
    """Of links that lead elsewhere: which."""


class FactData(Frozen):
    """A change of fact; `old` and `new` are missing where an entry came or went as a whole."""

    kind: FactChangeKind
    path: tuple[str, ...]
    old: Shown | None = None
    new: Shown | None = None
    old_unknown: bool = False
    new_unknown: bool = False


class SidesData(Frozen):
    """What was compared: versions of a policy by number (or "draft"), or files or folders by path."""

    policy: str | None = None
    old: str
    new: str
    language: str | None = None
    beside: str | None = None
    """The language of the redline beside this one."""


class RedlineData(Frozen):
    """A redline."""

    format: Literal[1] = 1
    sides: SidesData | None = None
    sections: tuple[SectionData, ...]
    changes: tuple[ChangeData, ...]
    facts: tuple[FactData, ...]
    beside: RedlineData | None = None
    """For translators: the same versions compared in another language."""


def data(redline: Redline, sides: SidesData | None = None, beside: Redline | None = None) -> RedlineData:
    """A redline as plain data."""
    renamed = renames(redline.sections)
    return RedlineData(
        sides=sides,
        beside=data(beside) if beside else None,
        sections=tuple(_section(section, renamed) for section in redline.sections),
        changes=tuple(
            ChangeData(
                number=change.number,
                kind=change.kind,
                section=redline.sections[change.section].id,
                quotes=tuple(map(_pieces, change.quotes)),
                links=tuple(
                    StylingData(
                        kind=StylingKind.LINK, old=shown_target(link.old), new=shown_target(link.new), words=link.words
                    )
                    for link in change.links
                ),
            )
            for change in redline.changes
        ),
        facts=tuple(_fact(change) for change in redline.facts),
    )


def _section(section: SectionChange, renamed: Mapping[str, str]) -> SectionData:
    set_anew = stylings(section.rows, renamed)
    return SectionData(
        kind=section.kind,
        id=section.id,
        old_id=section.old.id if section.old else None,
        old_number=section.old_number,
        new_number=section.new_number,
        old_title=_title(section.old),
        new_title=_title(section.new),
        moved=section.moved,
        split_from=_share(section.split_from),
        merged_into=_share(section.merged_into),
        changed=tuple(
            _block(index, row, set_anew.get(index, ()))
            for index, row in enumerate(section.rows)
            if row.kind is not RowKind.SAME
        ),
    )


def _share(share: Share | None) -> ShareData | None:
    return ShareData(section=share.section, part=round(share.part, 3)) if share else None


def _title(section: Section | None) -> str | None:
    return title(section) if section else None


def _block(index: int, row: Row, set_anew: Sequence[Styling]) -> BlockData:
    return BlockData(
        kind=row.kind,
        index=index,
        blocks=tuple(_pieces(part) for part in row.parts),
        table=tuple(
            CellRowData(kind=line.kind, cells=tuple(_pieces(cell) for cell in line.cells)) for line in row.table
        ),
        restyled=tuple(
            StylingData(kind=each.kind, old=each.old, new=each.new, words=each.words or None) for each in set_anew
        ),
        move=row.move,
        elsewhere=row.elsewhere,
    )


def _pieces(pieces: Sequence[Piece]) -> tuple[PieceData, ...]:
    signs: dict[Op, Literal["=", "-", "+"]] = {Op.KEPT: "=", Op.REMOVED: "-", Op.ADDED: "+"}
    return tuple(PieceData(op=signs[piece.op], text=piece.text, runs=_runs(piece)) for piece in pieces)


def _runs(piece: Piece) -> tuple[RunData, ...] | None:
    if all(run.marks == PLAIN for run in piece.runs):
        return None
    return tuple(
        RunData(
            text=run.text,
            strong=run.marks.strong or None,
            emphasis=run.marks.emphasis or None,
            code=run.marks.code or None,
            item=run.marks.item or None,
            target=shown_target(run.marks.target),
        )
        for run in piece.runs
    )


def _fact(change: FactChange) -> FactData:
    return FactData(
        kind=change.kind,
        path=change.path,
        old=_shown(change.old),
        new=_shown(change.new),
        old_unknown=change.old_unknown,
        new_unknown=change.new_unknown,
    )


def _shown(value: object) -> Shown | None:
    match value:
        case None | bool() | int():
            return value
        case tuple():
            return [str(entry) for entry in value]
        case _:
            return str(value)
