"""The redline as JSON: what is told of a section, a block, a piece, a change and a fact, and what is left out."""

from __future__ import annotations

import json

import pytest
from inforce.model.facts import Facts
from inforce.redline.changes import (
    Change,
    ChangeKind,
    Op,
    Piece,
    Redline,
    Row,
    RowKind,
    Run,
    SectionChange,
    SectionKind,
    Share,
    TableRow,
)
from inforce.redline.data import RedlineData, SidesData, data
from inforce.redline.facts import FactChange, FactChangeKind, fact_changes
from pydantic import ValidationError

from tests.redline.support import read


def of(*sections: SectionChange, changes: tuple[Change, ...] = (), facts: tuple[FactChange, ...] = ()) -> RedlineData:
    """The data of a redline."""
    return data(Redline(sections=sections, changes=changes, facts=facts))


def changed(*rows: Row) -> SectionChange:
    """A section with these rows."""
    return SectionChange(kind=SectionKind.CHANGED, old=read("# Was", "old"), new=read("# Is", "new"), rows=rows)


def test_a_section_of_both_editions() -> None:
    (found,) = of(
        SectionChange(
            kind=SectionKind.CHANGED,
            old=read("# Was", "old"),
            new=read("# Is", "new"),
            old_number="1.",
            new_number="2.",
            moved=True,
        )
    ).sections
    assert found.model_dump(mode="json", exclude_none=True) == {
        "kind": "changed",
        "id": "new",
        "old_id": "old",
        "old_number": "1.",
        "new_number": "2.",
        "old_title": "Was",
        "new_title": "Is",
        "moved": True,
        "changed": [],
    }


def test_a_section_of_one_edition_with_its_share() -> None:
    added = SectionChange(
        kind=SectionKind.ADDED, old=None, new=read("# Is", "new"), split_from=Share("other", 0.123456)
    )
    removed = SectionChange(
        kind=SectionKind.REMOVED, old=read("# Was", "old"), new=None, merged_into=Share("other", 1.0)
    )
    first, second = of(added, removed).sections
    assert (first.id, first.old_id, first.old_title, first.new_title) == ("new", None, None, "Is")
    assert (second.id, second.old_id, second.old_title, second.new_title) == ("old", "old", "Was", None)
    assert (first.split_from and first.split_from.part, first.merged_into) == (0.123, None)
    assert (second.merged_into and second.merged_into.section, second.split_from) == ("other", None)


@pytest.mark.parametrize("words", [" years, ", "\n", " بيانات ", "情報\u3000", " เก็บ "])
def test_pieces_keep_their_white_space(words: str) -> None:
    """Also when the JSON is read back."""
    made = of(changed(Row(kind=RowKind.REWORDED, parts=((Piece(Op.ADDED, (Run(words),)),),))))
    again = RedlineData.model_validate_json(made.model_dump_json())
    assert again == made
    assert [(piece.op, piece.text) for piece in again.sections[0].changed[0].blocks[0]] == [("+", words)]


def test_blocks_without_a_change_are_left_out_and_counted() -> None:
    same, gone = Row(kind=RowKind.SAME), Row(kind=RowKind.MOVED_AWAY, move=1, elsewhere="b")
    (found,) = of(changed(same, gone, same, Row(kind=RowKind.RESTYLED))).sections
    assert [(block.index, block.kind.value, block.move, block.elsewhere) for block in found.changed] == [
        (1, "gone", 1, "b"),
        (3, "restyled", None, None),
    ]


def test_a_table_has_rows_of_cells_those_without_a_change_too() -> None:
    cells = tuple((Piece(op, (Run(text),)),) for op, text in ((Op.KEPT, "a"), (Op.REMOVED, "b")))
    lines = (TableRow(kind=RowKind.SAME, cells=cells[:1]), TableRow(kind=RowKind.REWORDED, cells=cells))
    (block,) = of(changed(Row(kind=RowKind.REWORDED, table=lines))).sections[0].changed
    shown = [(line.kind.value, ["".join(p.op + p.text for p in cell) for cell in line.cells]) for line in block.table]
    assert shown == [("same", ["=a"]), ("reworded", ["=a", "-b"])]
    assert block.blocks == ()


def test_a_change_names_its_section() -> None:
    other = SectionChange(kind=SectionKind.SAME, old=read("# X", "x"), new=read("# X", "x"))
    change = Change(number=1, kind=ChangeKind.ADDED, section=1, rows=(0, 1), quotes=((Piece(Op.ADDED, (Run("a"),)),),))
    (found,) = of(other, changed(), changes=(change,)).changes
    assert found.model_dump(mode="json") == {
        "number": 1,
        "kind": "added",
        "section": "new",
        "quotes": [[{"op": "+", "text": "a", "runs": None}]],
        "links": [],
    }


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        ("見込み客", "見込み客"),
        (True, True),
        (0, 0),
        (("a", "b"), ["a", "b"]),
        ((), []),
    ],
)
def test_what_a_fact_was_is_told_as_plain_data(value: object, shown: object) -> None:
    change = FactChange(kind=FactChangeKind.CHANGED, path=("data", "a"), old=value, new="x")
    dumped = json.loads(of(facts=(change,)).model_dump_json())["facts"][0]
    assert dumped["old"] == shown
    assert type(dumped["old"]) is type(shown)


def test_a_duration_is_told_as_iso_8601_and_an_unknown_by_its_reason() -> None:
    old, new = (
        Facts.model_validate({"retention": {"a": {"keep": keep}}})
        for keep in ({"unknown": {"en": "Nobody said"}}, "2 years")
    )
    (found,) = of(facts=fact_changes(old, new, "en")).facts
    assert (found.old, found.old_unknown, found.new, found.new_unknown) == ("Nobody said", True, "P2Y", False)


def test_the_language_beside_is_a_redline_of_its_own() -> None:
    sides = SidesData(policy="privacy", old="1", new="2", language="en", beside="ja")
    made = data(Redline(sections=(), changes=()), sides, Redline(sections=(changed(),), changes=()))
    assert (made.format, made.sides, made.sections) == (1, sides, ())
    assert made.beside is not None
    assert [section.id for section in made.beside.sections] == ["new"]
    assert (made.beside.sides, made.beside.beside) == (None, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": 2, "sections": [], "changes": [], "facts": []},
        {"sections": [], "changes": [{"number": 0, "kind": "added", "section": "a"}], "facts": []},
        {"sections": [], "changes": [], "facts": [], "more": 1},
    ],
)
def test_what_is_no_redline_is_refused(wrong: object) -> None:
    with pytest.raises(ValidationError):
        RedlineData.model_validate(wrong)
