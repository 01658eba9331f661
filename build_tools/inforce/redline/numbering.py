"""Changes numbered for the reader: neighbours of one kind are one change, which quotes each of its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from inforce.redline.changes import Change, ChangeKind, Row, RowKind, SectionChange, SectionKind
from inforce.redline.links import nested, relinked
from inforce.redline.quotes import Quote, quotes

_KINDS = {
    RowKind.REWORDED: ChangeKind.REWORDED,
    RowKind.ADDED: ChangeKind.ADDED,
    RowKind.REMOVED: ChangeKind.REMOVED,
    RowKind.MOVED: ChangeKind.MOVED,
    RowKind.SPLIT: ChangeKind.SPLIT,
    RowKind.MERGED: ChangeKind.MERGED,
}
_JOINED = (RowKind.ADDED, RowKind.REMOVED, RowKind.MOVED)


def number_changes(sections: Sequence[SectionChange]) -> Iterator[Change]:
    """Every change in reading order, numbered from 1. A section added, removed or moved whole is one change."""
    number = 0
    renamed = renames(sections)
    for index, section in enumerate(sections):
        for kind, rows in _changes(section, renamed):
            number += 1
            links = relinked(section.rows[rows[0]], renamed) if rows and kind is ChangeKind.RELINKED else ()
            quoted = () if links else _quoted(section, kind, rows)
            yield Change(number=number, kind=kind, section=index, rows=rows, quotes=quoted, links=links)


def renames(sections: Iterable[SectionChange]) -> Mapping[str, str]:
    """The new ids of renamed sections by their old ones."""
    return {one.old.id: one.new.id for one in sections if one.old and one.new and one.renamed}


def _quoted(section: SectionChange, kind: ChangeKind, rows: tuple[int, int] | None) -> tuple[Quote, ...]:
    """The words that stand for a change. A section that came or went has all but its title, which stands above it; one
    that moved, or whose rows are reported after it, has none."""
    if rows is not None:
        return quotes(section.rows[slice(*rows)])
    return quotes(section.rows[1:]) if kind in (ChangeKind.SECTION_ADDED, ChangeKind.SECTION_REMOVED) else ()


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
