"""Changes numbered for the reader: what is one change, what it is called, which words stand for it."""

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
    TableRow,
)
from inforce.redline.numbering import ELLIPSIS, number_changes

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


def pieces(*words: str) -> tuple[Piece, ...]:
    """Pieces, each written with its sign first."""
    return tuple(Piece(Op(word[0]), (Run(word[1:]),)) for word in words)


def excerpt(*rows: Row) -> str:
    """The excerpt of the one change that these rows make."""
    (change,) = number_changes([SectionChange(kind=SectionKind.CHANGED, old=OLD, new=NEW, rows=rows)])
    return marked(change.excerpt)


@pytest.mark.parametrize(
    ("given_pieces", "expected"),
    [
        (("=We keep it for ", "-3", "+2", "= years."), "We keep it for [-3-]{+2+} years."),
        (("-All of it",), "[-All of it-]"),
        (("+one", "=two", "-three"), "{+one+}two"),
        (("=a ", "-b", "+c", "-d", "+e"), "a [-b-]{+c+}"),
        (("=one ", "+\n", "=two ", "+three"), "two {+three+}"),
        (("+line\nline",), "{+line line+}"),
        (("=نحذف البيانات بعد ", "-شهر", "+سنة"), "نحذف البيانات بعد [-شهر-]{+سنة+}"),
        (("=保存期间为", "-三", "+两", "=年。"), "保存期间为[-三-]{+两+}年。"),
        (("=ลบหลัง", "-สาม", "+ห้า", "=ปี"), "ลบหลัง[-สาม-]{+ห้า+}ปี"),
        (("=Only kept words.",), "Only kept words."),
        ((), ""),
    ],
)
def test_the_first_words_that_differ_stand_for_a_change(given_pieces: tuple[str, ...], expected: str) -> None:
    assert excerpt(Row(kind=RowKind.REWORDED, parts=(pieces(*given_pieces),))) == expected


def test_they_are_of_the_first_block_or_cell_that_differs() -> None:
    split = Row(kind=RowKind.SPLIT, parts=(pieces("=kept"), pieces("=now ", "+new")))
    assert excerpt(split) == "now {+new+}"
    spaced = Row(kind=RowKind.SPLIT, parts=(pieces("=kept", "+\n"), pieces("=now ", "+new")))
    assert excerpt(spaced) == "now {+new+}"
    table = (
        TableRow(kind=RowKind.SAME, cells=(pieces("=Purpose"), pieces("=Kept for")), head=True),
        TableRow(kind=RowKind.REWORDED, cells=(pieces("=Contracts"), pieces("-3", "+2", "= years"))),
    )
    assert excerpt(Row(kind=RowKind.REWORDED, table=table)) == "[-3-]{+2+} years"


def test_a_section_as_a_whole_has_no_excerpt() -> None:
    whole = SectionChange(
        kind=SectionKind.ADDED, old=None, new=NEW, rows=(Row(kind=RowKind.ADDED, parts=(pieces("+x"),)),)
    )
    assert [change.excerpt for change in number_changes([whole])] == [()]


TEXTS = st.text("ab 保ไع", min_size=1, max_size=300).filter(str.strip)


@given(TEXTS, TEXTS, TEXTS)
def test_an_excerpt_is_short_and_of_the_words_themselves(before: str, added: str, after: str) -> None:
    """Kept words up to 32 characters, those that differ up to 160; cut words say so."""
    row = Row(kind=RowKind.REWORDED, parts=(pieces(f"={before}", f"+{added}", f"={after}"),))
    (change,) = number_changes([SectionChange(kind=SectionKind.CHANGED, old=OLD, new=NEW, rows=(row,))])
    first, middle, last = (piece.text for piece in change.excerpt)
    for shown, whole, most in ((first, before, 32), (middle, added, 160), (last, after, 32)):
        assert len(shown.strip(ELLIPSIS)) <= most
        assert (ELLIPSIS in shown) == (len(whole) > most)
    assert before.endswith(first.removeprefix(ELLIPSIS))
    assert added.startswith(middle.removesuffix(ELLIPSIS))
    assert after.startswith(last.removesuffix(ELLIPSIS))


def test_long_words_are_cut_at_a_space_where_there_is_one() -> None:
    row = Row(kind=RowKind.REWORDED, parts=(pieces(f"={'before ' * 9}", "+x", f"={' after' * 9}"),))
    assert excerpt(row) == "…before before before before {+x+} after after after after after…"
    row = Row(kind=RowKind.REWORDED, parts=(pieces("=" + "情報" * 20, "+保存", "=" + "期間" * 20),))
    assert excerpt(Row(kind=RowKind.ADDED, parts=(pieces("+" + "保" * 161),))) == "{+" + "保" * 160 + "…+}"
    assert excerpt(row) == "…" + "情報" * 16 + "{+保存+}" + "期間" * 16 + "…"
