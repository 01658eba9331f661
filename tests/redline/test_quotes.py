"""The words of a change as the list on top quotes them: each block, all of its changes, what went first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.redline.changes import Op, Piece, Row, RowKind, Run, TableRow
from inforce.redline.quotes import ELLIPSIS, quote, quotes

from tests.redline.support import marked


def pieces(*words: str) -> tuple[Piece, ...]:
    """Pieces, each written with its sign first."""
    return tuple(Piece(Op(word[0]), (Run(word[1:]),)) for word in words)


def of(*words: str) -> str:
    return marked(quote(pieces(*words)))


def all_of(*rows: Row) -> list[str]:
    return [marked(each) for each in quotes(rows)]


@pytest.mark.parametrize(
    ("given_pieces", "expected"),
    [
        (("=We keep it for ", "-3", "+2", "= years."), "We keep it for [-3-]{+2+} years."),
        (("-All of it",), "[-All of it-]"),
        (("+one", "=two", "-three"), "{+one+}two[-three-]"),
        (("=a ", "-b", "+c", "= d ", "-e"), "a [-b-]{+c+} d [-e-]"),
        (("=a ", "+c", "-b", "= d"), "a [-b-]{+c+} d"),
        (("=one ", "+\n", "=two ", "+three"), "one  two {+three+}"),
        (("-one", "+ ", "-two"), "[-one-] [-two-]"),
        (("+line\nline",), "{+line line+}"),
        (("=نحذف البيانات بعد ", "-شهر", "+سنة"), "نحذف البيانات بعد [-شهر-]{+سنة+}"),
        (("=保存期间为", "-三", "+两", "=年。"), "保存期间为[-三-]{+两+}年。"),
        (("=ลบหลัง", "-สาม", "+ห้า", "=ปี"), "ลบหลัง[-สาม-]{+ห้า+}ปี"),
        (("=Only kept words.",), "Only kept words."),
        ((), ""),
    ],
)
def test_every_change_of_a_block_is_quoted(given_pieces: tuple[str, ...], expected: str) -> None:
    """What went stands before what came in its place; white space alone is no change."""
    assert of(*given_pieces) == expected


def test_each_block_has_a_quote() -> None:
    split = Row(kind=RowKind.SPLIT, parts=(pieces("=kept"), pieces("=now ", "+new")))
    assert all_of(split) == ["kept", "now {+new+}"]
    assert all_of(*(Row(kind=RowKind.REMOVED, parts=(pieces(f"-{each}"),)) for each in "abc")) == [
        "[-a-]",
        "[-b-]",
        "[-c-]",
    ]
    assert all_of(Row(kind=RowKind.MOVED_AWAY, move=1, elsewhere="b")) == []


def line(kind: RowKind, *cells: tuple[Piece, ...]) -> TableRow:
    return TableRow(kind=kind, cells=cells)


TABLE = (
    line(RowKind.SAME, pieces("=Purpose"), pieces("=Kept for")),
    line(RowKind.ADDED, pieces("+Letters"), pieces("+a week")),
    line(RowKind.REWORDED, pieces("=Contracts"), pieces("-3", "+2", "= years")),
    line(RowKind.REMOVED, pieces("-Visits"), pieces("-a day")),
)


def test_each_row_of_a_table_that_changed_has_a_quote_and_says_what_it_is_about() -> None:
    """Those with removed words stand first."""
    assert all_of(Row(kind=RowKind.REWORDED, table=TABLE)) == [
        "Contracts · [-3-]{+2+} years",
        "[-Visits-] · [-a day-]",
        "{+Letters+} · {+a week+}",
    ]


def test_a_table_that_only_moved_is_quoted_by_its_head() -> None:
    assert all_of(Row(kind=RowKind.MOVED, table=TABLE[:1])) == ["Purpose"]


TEXTS = st.text("ab 保ไع", min_size=1, max_size=300).filter(str.strip)


@given(TEXTS, TEXTS, TEXTS)
def test_a_quote_is_short_and_of_the_words_themselves(before: str, added: str, after: str) -> None:
    """Kept words up to 32 characters, those that differ up to 160; cut words say so."""
    first, middle, last = (piece.text for piece in quote(pieces(f"={before}", f"+{added}", f"={after}")))
    for shown, whole, most in ((first, before, 32), (middle, added, 160), (last, after, 32)):
        assert len(shown.strip(ELLIPSIS)) <= most
        assert (ELLIPSIS in shown) == (len(whole) > most)
    assert before.endswith(first.removeprefix(ELLIPSIS))
    assert added.startswith(middle.removesuffix(ELLIPSIS))
    assert after.startswith(last.removesuffix(ELLIPSIS))


def test_long_words_are_cut_at_a_space_where_there_is_one() -> None:
    assert of(f"={'before ' * 9}", "+x", f"={' after' * 9}") == (
        "…before before before before {+x+} after after after after after…"
    )
    assert of("=" + "情報" * 20, "+保存", "=" + "期間" * 20) == "…" + "情報" * 16 + "{+保存+}" + "期間" * 16 + "…"
    assert of("+" + "保" * 161) == "{+" + "保" * 160 + "…+}"


def test_of_long_words_between_two_changes_both_ends_are_kept() -> None:
    assert of("-a", f"={' one' * 20} and{' two' * 20} ", "-b") == (
        "[-a-] one one one one one one one…two two two two two two two [-b-]"
    )
