"""Two sections laid over each other: the kind of each row, its pieces, its table, the proof that nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.reader.wording import plain
from inforce.redline.align import Likeness
from inforce.redline.changes import Op, Piece, Row, RowKind, Run, side
from inforce.redline.flattened import Unit
from inforce.redline.sections import (
    added_row,
    broken,
    compare_blocks,
    entry,
    merged,
    paired,
    removed_row,
    squeezed,
    units,
)

from tests.redline.support import marked, read
from tests.redline.texts import A, B, C, in_every_script

TABLE = "| What | How long |\n| --- | --- |\n| Names | A year |"


def unit(source: str) -> Unit:
    """One block, made ready."""
    return units(read(f"# Title\n\n{source}"))[1]


def blocks(*sources: str) -> tuple[Unit, ...]:
    """Blocks without a heading, made ready."""
    return units(read("# Title\n\n" + "\n\n".join(sources)))[1:]


def shown(row: Row) -> list[str]:
    """The pieces of a row, cells of a table after each other."""
    return [marked(part) for part in row.parts] + [marked(cell) for line in row.table for cell in line.cells]


# ---- one block of each side

PAIRS = [
    ("We keep it.", "We keep it.", "same"),
    ("We keep it.", "We\nkeep it.", "same"),
    ("We *keep* it.", "We keep it.", "restyled"),
    ("We keep it.", "- We keep it.", "restyled"),
    ("- We keep it.", "1. We keep it.", "restyled"),
    ("[We](section:a) keep it.", "[We](section:b) keep it.", "restyled"),
    ("Why ?", "Why?", "restyled"),
    ("We keep it.", "We delete it.", "reworded"),
    ("نحتفظ بها سنة.", "نحتفظ بها سنتين.", "reworded"),
    ("情報を保存します。", "情報を削除します。", "reworded"),
    ("情報を**保存**します。", "情報を保存します。", "restyled"),
    ("เราเก็บข้อมูลสามปี", "เราเก็บข้อมูลสองปี", "reworded"),
    (TABLE, TABLE, "same"),
    (TABLE, TABLE.replace("Names", "*Names*"), "restyled"),
    (TABLE, TABLE.replace("A year", "A month"), "reworded"),
]


@pytest.mark.parametrize(("old", "new", "kind"), PAIRS)
def test_a_block_of_each_side(old: str, new: str, kind: str) -> None:
    row = paired(unit(old), unit(new))
    assert row.kind.value == kind
    assert not broken(row)
    assert any(piece.op is not Op.KEPT for piece in row.pieces()) is (kind == "reworded")


def test_another_number_in_a_list_is_no_change() -> None:
    assert paired(blocks("1. One.\n2. Two.")[1], unit("1. Two.")).kind is RowKind.SAME


@pytest.mark.parametrize(("make", "op"), [(removed_row, Op.REMOVED), (added_row, Op.ADDED)])
@pytest.mark.parametrize(("source", "cells"), [("We keep *it*.", 1), ("保存します。", 1), (TABLE, 4)])
def test_a_block_of_one_side_is_of_one_piece_a_cell(make: object, op: Op, source: str, cells: int) -> None:
    assert callable(make)
    row: Row = make(unit(source))
    assert row.kind.value == ("removed" if op is Op.REMOVED else "added")
    assert [piece.op for piece in row.pieces()] == [op] * cells
    assert (len(row.old), len(row.new)) == ((1, 0) if op is Op.REMOVED else (0, 1))
    assert [line.head for line in row.table] == [True, False][: len(row.table)]
    assert not broken(row)


def test_two_blocks_that_became_one_are_one_row_of_both() -> None:
    old, (new,) = blocks("We keep it.", "You may object."), blocks("We keep it. You must object.")
    row = merged(old, new)
    assert (row.kind, len(row.old), len(row.new)) == (RowKind.MERGED, 2, 1)
    assert shown(row) == ["We keep it. You [-may-]{+must+} object."]
    assert not broken(row)


# ---- the rows of a section


@in_every_script
def test_what_is_gone_stands_before_what_came(texts: tuple[str, ...]) -> None:
    found = compare_blocks(blocks(texts[A], texts[B]), blocks(texts[A], texts[C]), Likeness())
    assert [row.kind.value for row in found] == ["same", "removed", "added"]
    assert shown(found[1]) == [f"[-{texts[B]}-]"]


def test_the_sections_own_headings_are_one_block() -> None:
    old, new = units(read("# Children\n\nWe ask.")), units(read("# 子ども\n\nWe ask."))
    assert [row.kind.value for row in compare_blocks(old, new, Likeness())] == ["reworded", "same"]
    assert [row.kind.value for row in compare_blocks(old[1:], new, Likeness())] == ["added", "same"]


def test_nothing_against_something() -> None:
    some = blocks("One.", "Two.")
    assert [row.kind.value for row in compare_blocks((), some, Likeness())] == ["added"] * 2
    assert [row.kind.value for row in compare_blocks(some, (), Likeness())] == ["removed"] * 2
    assert compare_blocks((), (), Likeness()) == []


def test_a_table_and_a_paragraph_of_the_same_words_have_other_keys() -> None:
    table, words = unit(TABLE), unit("What | How long | Names | A year")
    assert table.line.key == words.line.key
    assert entry(table).key != entry(words).key


@pytest.mark.parametrize(
    ("new", "head", "body"),
    [
        ("| Kept | What |\n| --- | --- |\n| Names | A year |", "[-What-]{+Kept+}|[-How long-]{+What+}", "Names|A year"),
        ("| What |\n| --- |\n| Names |", "What|[-How long-]", "Names|[-A year-]"),
        (
            "| Why | What | How long |\n| --- | --- | --- |\n| Law | Names | A year |",
            "{+Why+}|What|How long",
            "{+Law+}|Names|A year",
        ),
    ],
)
def test_columns_pair_by_place_where_they_are_as_many_else_by_their_heads(new: str, head: str, body: str) -> None:
    row = paired(unit(TABLE), unit(new))
    assert ["|".join(marked(cell) for cell in line.cells) for line in row.table] == [head, body]
    assert not broken(row)


# ---- the proof

ROW = paired(unit("We keep it."), unit("We delete it."))
LOST = [
    replace(ROW, parts=(ROW.parts[0][1:],)),
    replace(ROW, parts=()),
    replace(ROW, parts=ROW.parts * 2),
    replace(ROW, old=(unit("We kept it.").block,)),
    replace(ROW, new=(unit("We delete it!").block,)),
    replace(paired(unit("We keep it."), unit("We keep it.")), parts=((Piece(Op.KEPT, (Run("We keepit."),)),),)),
    replace(ROW, kind=RowKind.MOVED_AWAY),
    replace(merged(blocks("One.", "Two."), unit("One. Two.")), old=(unit("One.").block,)),
    replace(paired(unit(TABLE), unit(TABLE)), table=paired(unit(TABLE), unit(TABLE)).table[1:]),
]


@pytest.mark.parametrize("row", LOST)
def test_a_row_that_loses_words_is_seen(row: Row) -> None:
    assert broken(row)


def test_a_block_that_stands_elsewhere_has_no_words_here() -> None:
    assert not broken(Row(kind=RowKind.MOVED_AWAY, old=(unit("We keep it.").block,), move=1, elsewhere="a"))


def test_squeezed_words_have_no_space_of_any_kind() -> None:
    assert squeezed(" a\u00a0b\n\u3000c\td ") == "abcd"


WORDS = st.lists(
    st.sampled_from(["keep", "*it*", "for", "10%.", "[a](section:a)", "保存", "します。", "نحتفظ", "ข้อมูล", "l’eau"]),
    min_size=1,
    max_size=9,
).map(" ".join)


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_any_rows_give_both_sides_back(old: list[str], new: list[str]) -> None:
    """Each block stands in one row of its side, in order, and no row is broken."""
    left, right = (blocks(*sources) if sources else () for sources in (old, new))
    found = compare_blocks(left, right, Likeness())
    assert [block for row in found for block in row.old] == [each.block for each in left]
    assert [block for row in found for block in row.new] == [each.block for each in right]
    assert not any(broken(row) for row in found)
    for op, those in ((Op.REMOVED, left), (Op.ADDED, right)):
        words = "".join(side(tuple(row.pieces()), op) for row in found)
        assert squeezed(plain(words)) == squeezed(plain("".join(each.line.words.text for each in those)))
