"""Changes numbered for the reader: what is one change, what it is called, which blocks it quotes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.redline.changes import (
    Change,
    Op,
    Piece,
    Row,
    RowKind,
    Run,
    SectionChange,
    SectionKind,
    Share,
)
from inforce.redline.numbering import number_changes

from tests.redline.support import marked, read

OLD, NEW = read("# Old", "a"), read("# New", "a")


def section(
    kind: str,
    rows: Sequence[str],
    *,
    moved: bool = False,
    split_from: Share | None = None,
    merged_into: Share | None = None,
) -> SectionChange:
    """A section with a row a word: its kind, after a colon the section it came from or went to."""
    made = (row.partition(":") for row in rows)
    return SectionChange(
        kind=SectionKind(kind),
        old=None if kind == "added" else OLD,
        new=None if kind == "removed" else NEW,
        rows=tuple(Row(kind=RowKind(name), elsewhere=other or None) for name, _, other in made),
        moved=moved,
        split_from=split_from,
        merged_into=merged_into,
    )


def told(change: Change) -> str:
    """A change in one line: its kind and the rows it covers."""
    return change.kind.value + (f" {change.rows[0]}-{change.rows[1]}" if change.rows else "")


SHARE = Share("b", 0.5)
SECTIONS: list[tuple[SectionChange, list[str]]] = [
    (section("same", []), []),
    (section("changed", ["same", "reworded", "reworded"]), ["reworded 1-2", "reworded 2-3"]),
    (section("changed", ["added", "added", "same", "added"]), ["added 0-2", "added 3-4"]),
    (section("changed", ["removed", "removed", "added"]), ["removed 0-2", "added 2-3"]),
    (section("changed", ["moved:b", "moved:b", "moved:c", "moved"]), ["moved 0-2", "moved 2-3", "moved 3-4"]),
    (section("changed", ["split", "split", "merged"]), ["split 0-1", "split 1-2", "merged 2-3"]),
    (section("changed", ["restyled", "gone", "same"]), []),
    (section("added", ["added", "added"]), ["section-added"]),
    (section("added", ["added", "moved:b"]), ["added 0-1", "moved 1-2"]),
    (section("removed", ["removed", "removed"]), ["section-removed"]),
    (section("removed", ["removed", "gone:b"]), ["removed 0-1"]),
    (section("same", [], moved=True), ["section-moved"]),
    (section("changed", ["reworded"], moved=True), ["section-moved", "reworded 0-1"]),
    (section("added", ["added", "moved:b"], split_from=SHARE), ["section-split", "added 0-1", "moved 1-2"]),
    (section("removed", ["removed"], merged_into=SHARE), ["section-merged", "removed 0-1"]),
]


@pytest.mark.parametrize(("given_section", "expected"), SECTIONS)
def test_what_is_one_change(given_section: SectionChange, expected: list[str]) -> None:
    """Neighbours that came, went or moved alike are one; formatting and the place something left are none."""
    assert [told(change) for change in number_changes([given_section])] == expected


@given(st.lists(st.sampled_from([case[0] for case in SECTIONS])))
def test_numbers_rise_from_one_in_reading_order(sections: list[SectionChange]) -> None:
    """Each change lies in a section of its own index, and no row is told twice."""
    found = list(number_changes(sections))
    assert [change.number for change in found] == list(range(1, len(found) + 1))
    assert [change.section for change in found] == sorted(change.section for change in found)
    rows = [(change.section, row) for change in found if change.rows for row in range(*change.rows)]
    assert len(rows) == len(set(rows))


def test_a_section_as_a_whole_quotes_all_but_its_title() -> None:
    rows = tuple(Row(kind=RowKind.ADDED, parts=((Piece(Op.ADDED, (Run(text),)),),)) for text in ("Title", "one", "two"))
    whole = SectionChange(kind=SectionKind.ADDED, old=None, new=NEW, rows=rows)
    assert [[marked(each) for each in change.quotes] for change in number_changes([whole])] == [["{+one+}", "{+two+}"]]


def test_a_section_whose_rows_are_told_after_it_quotes_nothing() -> None:
    rows = (Row(kind=RowKind.REWORDED, parts=((Piece(Op.ADDED, (Run("x"),)),),)),)
    moved = SectionChange(kind=SectionKind.CHANGED, old=OLD, new=NEW, rows=rows, moved=True)
    assert [[marked(each) for each in change.quotes] for change in number_changes([moved])] == [[], ["{+x+}"]]
