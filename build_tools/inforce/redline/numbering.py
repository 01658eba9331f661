"""Changes numbered for the reader: neighbours of one kind are one change, with the first words that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from inforce.redline.changes import Change, ChangeKind, Op, Piece, Row, RowKind, Run, SectionChange, SectionKind
from inforce.redline.links import nested, relinked

_KINDS = {
    RowKind.REWORDED: ChangeKind.REWORDED,
    RowKind.ADDED: ChangeKind.ADDED,
    RowKind.REMOVED: ChangeKind.REMOVED,
    RowKind.MOVED: ChangeKind.MOVED,
    RowKind.SPLIT: ChangeKind.SPLIT,
    RowKind.MERGED: ChangeKind.MERGED,
}
_JOINED = (RowKind.ADDED, RowKind.REMOVED, RowKind.MOVED)
_CONTEXT = 32
_MOST = 160
ELLIPSIS = "…"


def number_changes(sections: Sequence[SectionChange]) -> Iterator[Change]:
    """Every change in reading order, numbered from 1. A section added, removed or moved whole is one change."""
    number = 0
    renamed = renames(sections)
    for index, section in enumerate(sections):
        for kind, rows in _changes(section, renamed):
            number += 1
            shown = section.rows[slice(*rows)] if rows else section.rows
            links = relinked(shown[0], renamed) if kind is ChangeKind.RELINKED else ()
            excerpt = () if rows is None or links else tuple(_excerpt(shown))
            yield Change(number=number, kind=kind, section=index, rows=rows, excerpt=excerpt, links=links)


def renames(sections: Iterable[SectionChange]) -> Mapping[str, str]:
    """The new ids of renamed sections by their old ones."""
    return {one.old.id: one.new.id for one in sections if one.old and one.new and one.renamed}


def _changes(section: SectionChange, renamed: Mapping[str, str]) -> Iterator[tuple[ChangeKind, tuple[int, int] | None]]:
    if section.split_from:
        yield ChangeKind.SECTION_SPLIT, None
    elif section.merged_into:
        yield ChangeKind.SECTION_MERGED, None
    elif section.kind is SectionKind.ADDED and all(row.kind is RowKind.ADDED for row in section.rows):
        yield ChangeKind.SECTION_ADDED, None
        return
    elif section.kind is SectionKind.REMOVED and all(row.kind is RowKind.REMOVED for row in section.rows):
        yield ChangeKind.SECTION_REMOVED, None
        return
    if section.moved:
        yield ChangeKind.SECTION_MOVED, None
    start = 0
    while start < len(section.rows):
        row, end = section.rows[start], start + 1
        kind = _KINDS.get(row.kind)
        if kind is not None:
            if row.kind in _JOINED:
                while end < len(section.rows) and _goes_on(row, section.rows[end]):
                    end += 1
            yield kind, (start, end)
        elif nested(row) and not relinked(row, renamed):
            while end < len(section.rows) and _only_nested(section.rows[end], renamed):
                end += 1
        if kind is None and nested(row):
            yield ChangeKind.NESTED, (start, end)
        for at in range(start, end):
            if kind is not None and nested(section.rows[at]):
                yield ChangeKind.NESTED, (at, at + 1)
            if relinked(section.rows[at], renamed):
                yield ChangeKind.RELINKED, (at, at + 1)
        start = end


def _only_nested(row: Row, renamed: Mapping[str, str]) -> bool:
    return row.kind is RowKind.RESTYLED and nested(row) is not None and not relinked(row, renamed)


def _goes_on(first: Row, row: Row) -> bool:
    return row.kind is first.kind and row.elsewhere == first.elsewhere


def _excerpt(rows: Sequence[Row]) -> Iterator[Piece]:
    """The first words removed and added, with a few kept ones before and after, all from one block or cell."""
    parts = [part for row in rows for part in (*row.parts, *(cell for line in row.table for cell in line.cells))]
    changed = (part for part in parts if any(piece.op is not Op.KEPT and piece.text.strip() for piece in part))
    pieces = [piece for piece in next(changed, parts[0] if parts else ()) if piece.text.strip()]
    first = next((index for index, piece in enumerate(pieces) if piece.op is not Op.KEPT), None)
    if first is None:
        if pieces:
            yield Piece(Op.KEPT, (Run(_head(pieces[0].text, _MOST)),))
        return
    if first:
        yield Piece(Op.KEPT, (Run(_tail(pieces[first - 1].text, _CONTEXT)),))
    end = first
    while end < len(pieces) and end < first + 2 and pieces[end].op is not Op.KEPT:
        yield Piece(pieces[end].op, (Run(_head(pieces[end].text, _MOST)),))
        end += 1
    if end < len(pieces) and pieces[end].op is Op.KEPT:
        yield Piece(Op.KEPT, (Run(_head(pieces[end].text, _CONTEXT)),))


def _head(text: str, most: int) -> str:
    """The beginning of a text, cut at a space where there is one."""
    text = text.replace("\n", " ")
    if len(text) <= most:
        return text
    at = text.rfind(" ", most // 2, most)
    return text[: at if at > 0 else most].rstrip() + ELLIPSIS


def _tail(text: str, most: int) -> str:
    """The end of a text, cut at a space where there is one."""
    text = text.replace("\n", " ")
    if len(text) <= most:
        return text
    at = text.find(" ", len(text) - most, len(text) - most // 2)
    return ELLIPSIS + text[at if at > 0 else len(text) - most :].lstrip()
