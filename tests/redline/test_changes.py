"""What a redline is made of: both sides of pieces, the pieces of a row, what a section is called, what is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.text import Section
from inforce.redline.changes import (
    Change,
    ChangeKind,
    Marks,
    Op,
    Piece,
    Redline,
    Row,
    RowKind,
    Run,
    SectionChange,
    SectionKind,
    TableRow,
    numbered_title,
    side,
    title,
)
from inforce.redline.lenient import read_sections

from tests.redline.support import read


def piece(op: str, text: str, was: str | None = None) -> Piece:
    """Words kept, removed or added."""
    return Piece(Op(op), (Run(text),), was)


@pytest.mark.parametrize(
    ("pieces", "old", "new"),
    [
        ((), "", ""),
        ((piece("=", "Kept "), piece("-", "3"), piece("+", "2"), piece("=", " years")), "Kept 3 years", "Kept 2 years"),
        ((piece("-", "شهر"), piece("+", "سنة")), "شهر", "سنة"),
        ((piece("=", "情報を"), piece("+", "保存")), "情報を", "情報を保存"),
        ((piece("=", "เก็บ"), piece("-", "สามปี")), "เก็บสามปี", "เก็บ"),
        ((piece("=", "a b", "a\nb"),), "a\nb", "a b"),
        ((piece("=", " ", ""), piece("=", "a")), "a", " a"),
    ],
)
def test_a_side_is_what_was_kept_and_what_is_its_own(pieces: tuple[Piece, ...], old: str, new: str) -> None:
    """Kept words have the white space of each side, none at all too."""
    assert side(pieces, Op.REMOVED) == old
    assert side(iter(pieces), Op.ADDED) == new


@given(st.lists(st.builds(piece, st.sampled_from("=-+"), st.text(max_size=5))))
def test_turning_a_redline_round_changes_its_sides(pieces: list[Piece]) -> None:
    """What was added is removed on the way back."""
    turned = {Op.REMOVED: Op.ADDED, Op.ADDED: Op.REMOVED, Op.KEPT: Op.KEPT}
    back = tuple(Piece(turned[one.op], one.runs) for one in pieces)
    assert side(back, Op.REMOVED) == side(tuple(pieces), Op.ADDED)
    assert side(back, Op.ADDED) == side(tuple(pieces), Op.REMOVED)


def test_the_words_of_a_piece_are_those_of_its_runs() -> None:
    assert Piece(Op.KEPT, (Run("We "), Run("keep", Marks(strong=True)), Run("\nit"))).text == "We keep\nit"


def test_the_pieces_of_a_row_are_in_reading_order_cells_too() -> None:
    one, two, three, four = (piece("=", text) for text in "abcd")
    parts = Row(kind=RowKind.SPLIT, parts=((one, two), (three,)))
    cells = (
        TableRow(kind=RowKind.SAME, cells=((one,), (two,)), head=True),
        TableRow(kind=RowKind.ADDED, cells=((), (three, four))),
    )
    assert [found.text for found in parts.pieces()] == ["a", "b", "c"]
    assert [found.text for found in Row(kind=RowKind.REWORDED, table=cells).pieces()] == ["a", "b", "c", "d"]


OLD, SAME, NEW = read("# One", "old"), read("# Two", "old"), read("# One", "new")


@pytest.mark.parametrize(
    ("old", "new", "name", "renamed"),
    [(OLD, NEW, "new", True), (OLD, SAME, "old", False), (OLD, None, "old", False), (None, NEW, "new", False)],
)
def test_a_section_has_its_new_id_or_its_last(
    old: Section | None, new: Section | None, name: str, renamed: bool
) -> None:
    change = SectionChange(kind=SectionKind.CHANGED, old=old, new=new)
    assert (change.id, change.renamed) == (name, renamed)


@pytest.mark.parametrize(("places", "expected"), [((), 0), ((0,), 1), ((0, 0, 0), 1), ((0, 2, 2, 5), 3)])
def test_sections_are_counted_once_and_only_those_with_a_change(places: tuple[int, ...], expected: int) -> None:
    changes = tuple(
        Change(number=at, kind=ChangeKind.ADDED, section=place, rows=None) for at, place in enumerate(places, 1)
    )
    assert Redline(sections=(), changes=changes).changed_sections == expected


LONG = "We keep the data that you give us when you ask for a demonstration of our products."


def loose(markdown: str) -> Section:
    """A section of any Markdown, which may have no heading."""
    return read_sections(markdown)[0]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Your rights\n\nBody.", "Your rights"),
        ("# Your *own* [rights](section:a)\n\nBody.", "Your own rights"),
        (f"# {LONG}\n\nBody.", LONG),
        ("# حقوقك\n\nنص.", "حقوقك"),
        ("# お客様の権利\n\n本文。", "お客様の権利"),
        ("# สิทธิของคุณ\n\nข้อความ", "สิทธิของคุณ"),
    ],
)
def test_a_heading_is_the_title_whole(source: str, expected: str) -> None:
    assert title(read(source)) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Only a paragraph.", "Only a paragraph."),
        ("- an item\n- another", "an item"),
        ("| What | How long |\n| --- | --- |\n| Names | A year |", "What"),
        ("a " * 30, ("a " * 30).strip()),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 60 + "…"),
        (f"{'a' * 59} and more", f"{'a' * 59}…"),
    ],
)
def test_without_a_heading_the_first_words_are(markdown: str, expected: str) -> None:
    """Sixty characters of them, no space before the dots."""
    assert title(loose(markdown)) == expected


def test_without_any_words_the_id_is() -> None:
    assert title(Section(id="general", source="", leaves=())) == "general"


OLD, NEW = read("# Was\n\nBody.", "a"), read("# Is\n\nBody.", "a")


@pytest.mark.parametrize(
    ("old", "new", "numbers", "expected"),
    [
        (OLD, NEW, ("1.", "2."), "2. Is"),
        (OLD, NEW, ("1.", None), "Is"),
        (None, NEW, (None, "2."), "2. Is"),
        (OLD, None, ("1.", None), "1. Was"),
        (OLD, None, (None, None), "Was"),
    ],
)
def test_the_new_edition_names_and_numbers_unless_the_section_is_gone(
    old: Section | None, new: Section | None, numbers: tuple[str | None, str | None], expected: str
) -> None:
    change = SectionChange(kind=SectionKind.CHANGED, old=old, new=new, old_number=numbers[0], new_number=numbers[1])
    assert numbered_title(change) == expected
