"""Two redlines of the same versions beside each other, for whoever translates: what changed in the one language, and
what changed in the other. Section by section, and inside a section by the ids that all languages share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from inforce.model.text import Clause, Heading
from inforce.redline.changes import Change, Redline, Row, SectionKind
from inforce.redline.html.setting import Setting, whole_change
from inforce.redline.html.side import Column, heads

Chunk = tuple[str, int, int]
"""Rows that belong to an id: the id ('' at a section's head), the first row, the one after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """One of the two redlines. Its setting has a prefix and ids of its own, or none."""

    column: Column
    setting: Setting


def beside(left: Strand, right: Strand) -> str:
    """Two redlines in two columns; what to put round them is a container of the class `side`."""
    out = [heads(left.column, right.column)]
    for name in _names(left.setting.redline, right.setting.redline):
        out.append(_section(left, right, name))
    return "".join(out)


def _names(left: Redline, right: Redline) -> list[str]:
    """The ids of all sections, in the order of the right redline; one that only the left has after its neighbour."""
    names = [section.id for section in right.sections]
    after = ""
    for section in left.sections:
        if section.id not in names:
            names.insert(names.index(after) + 1 if after else 0, section.id)
        after = section.id
    return names


def _section(left: Strand, right: Strand, name: str) -> str:
    found = [_found(strand.setting.redline, name) for strand in (left, right)]
    here = [
        strand.setting.redline.sections[at] if at is not None else None
        for strand, at in zip((left, right), found, strict=True)
    ]
    if all(section is not None and section.kind is SectionKind.SAME and not section.moved for section in here):
        shown = here[1]
        assert shown is not None
        return right.setting.folded(shown)
    cells: list[list[tuple[str, str]]] = []
    for strand, at in zip((left, right), found, strict=True):
        cells.append([] if at is None else list(_cells(strand.setting, at)))
    order = _order([key for key, _ in cells[0]], [key for key, _ in cells[1]])
    text = [dict(side) for side in cells]
    rows = "".join(
        '<div class="pair">\n'
        + _cell(left.column, text[0].get(key, ""))
        + _cell(right.column, text[1].get(key, ""))
        + "</div>\n"
        for key in order
    )
    own = here[1]
    anchored = own is not None and own.new is not None and own.kind is not SectionKind.SAME  # a folded one has its id
    attribute = f' id="{escape(name)}"' if anchored else ""
    return f"<section{attribute}>\n{rows}</section>\n"


def _cell(column: Column, inner: str) -> str:
    if not inner:
        return "<div></div>\n"
    return f'<div class="now" role="group" aria-label="{escape(column.name)}"{column.attributes}>{inner}</div>\n'


def _found(redline: Redline, name: str) -> int | None:
    return next((index for index, section in enumerate(redline.sections) if section.id == name), None)


def _cells(setting: Setting, index: int) -> list[tuple[str, str]]:
    """What a section says at each of its ids."""
    section, changes = setting.redline.sections[index], setting.changes(index)
    if section.kind is SectionKind.SAME:
        whole = whole_change(changes)
        notice = setting.framed(whole, setting.label(whole)) if whole else ""
        return [("", notice + setting.folded(section))]
    writer = setting.writer(section, changes, framed=False)
    return [(key, writer.write(section.rows, begin, end)) for key, begin, end in chunks(section.rows, changes)]


def chunks(rows: Sequence[Row], changes: Sequence[Change]) -> list[Chunk]:
    """Rows cut before each heading or clause that has an id, never inside a change."""
    inside = {index for change in changes if change.rows for index in range(change.rows[0] + 1, change.rows[1])}
    out: list[Chunk] = []
    key, begin = "", 0
    for index, row in enumerate(rows):
        block = (row.new or row.old)[0]
        if index and index not in inside and row.new and isinstance(block, Heading | Clause) and block.id:
            out.append((key, begin, index))
            key, begin = block.id, index
    return [*out, (key, begin, len(rows))]


def _order(left: list[str], right: list[str]) -> list[str]:
    """The ids of both sides, in the order of the right one."""
    names = list(right)
    after = ""
    for key in left:
        if key not in names:
            names.insert(names.index(after) + 1 if after in names else 0, key)
        after = key
    return names
