"""What a scoring script is given: the words of a text, and the redline of two as kept, removed and added text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.bench.redline_operations import moved_sections, operations, prepare, wording
from tests.redline.texts import EN, A, B, C, D, in_every_script

TABLE = "| A | B |\n| --- | --- |\n| x | y |"


def test_a_text_is_a_line_a_block_and_a_line_a_row() -> None:
    """What has no words, as a comment or a row of one empty cell, has no line."""
    assert wording("| A |\n| --- |\n| |\n| x |") == "A\nx"
    made = prepare(f"# One\n\nfirst  line\nof a block\n\n<!-- no -->\n\n{TABLE}\n\n- item")
    assert [(entry.key, entry.family) for entry in made.entries] == [
        ("One", "heading"),
        ("first line of a block", "text"),
        ("A | B", "row"),
        ("x | y", "row"),
        ("item", "text"),
    ]
    assert made.wording == "\n".join(entry.key for entry in made.entries)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("Same.", "Same.", [("=", "Same.\n")]),
        ("", "New.", [("+", "New.\n")]),
        ("Old.", "", [("-", "Old.\n")]),
        ("Old words.", "Quite another thing.", [("-", "Old words.\n"), ("+", "Quite another thing.\n")]),
        (
            "Kept for 3 years.",
            "Kept for 2 years.",
            [("=", "Kept for "), ("-", "3"), ("+", "2"), ("=", " years."), ("=", "\n")],
        ),
        (
            "保存期间为三年。",
            "保存期间为两年。",
            [("=", "保存期间为"), ("-", "三"), ("+", "两"), ("=", "年。"), ("=", "\n")],
        ),
        (
            "นโยบายเก็บข้อมูลสามปี",
            "นโยบายเก็บข้อมูลห้าปี",
            [("=", "นโยบายเก็บข้อมูล"), ("-", "สาม"), ("+", "ห้า"), ("=", "ปี"), ("=", "\n")],
        ),
        (
            "نحذف كل البيانات بعد شهر.",
            "نحذف كل البيانات بعد سنة.",
            [("=", "نحذف كل البيانات بعد "), ("-", "شهر"), ("+", "سنة"), ("=", "."), ("=", "\n")],
        ),
    ],
)
def test_operations_in_reading_order(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert operations(old, new) == expected


@in_every_script
def test_a_text_prepared_and_a_text_give_the_same(texts: tuple[str, ...]) -> None:
    old, new = f"{texts[A]}\n\n{texts[B]}", f"{texts[A]}\n\n{texts[C]}\n\n{texts[B]}"
    assert operations(prepare(old), prepare(new)) == operations(old, new)
    assert operations(old, new) == [("=", f"{texts[A]}\n"), ("+", f"{texts[C]}\n"), ("=", f"{texts[B]}\n")]


def document(texts: tuple[str, ...], *order: int) -> str:
    """Sections of a heading and three sentences, in this order."""
    return "\n\n".join(
        f"## {number}. {texts[number][:9]}\n\n{texts[number]}\n\n{number} {texts[D]}" for number in order
    )


@in_every_script
def test_a_section_that_moved_whole_is_kept_where_it_is_now_if_asked(texts: tuple[str, ...]) -> None:
    """Else it is removed in one place and added in the other."""
    old, new = document(texts, A, B, C), document(texts, B, C, A)
    ((was, now),) = moved_sections(prepare(old), prepare(new))
    assert was == now == wording(f"## {A}. {texts[A][:9]}")
    assert {op for op, _ in operations(old, new, moves=True)} == {"="}
    assert "".join(text for _, text in operations(old, new, moves=True)).split() == wording(new).split()
    bare = operations(old, new)
    assert {op for op, _ in bare} == {"=", "-", "+"}
    assert "".join(text for op, text in bare if op != "+").split() == wording(old).split()
    assert "".join(text for op, text in bare if op != "-").split() == wording(new).split()


def test_blocks_that_moved_without_a_heading_are_no_section() -> None:
    old, new = "\n\n".join(EN), "\n\n".join((*EN[2:], *EN[:2]))
    assert moved_sections(prepare(old), prepare(new)) == []
    assert operations(old, new, moves=True) == operations(old, new)
    rest = "\n\n".join(("## Another heading that keeps its words and its place", *EN))
    heading = "## A heading of many words, and nothing below"
    assert moved_sections(prepare(f"{heading}\n\n{rest}"), prepare(f"{rest}\n\n{heading}")) == []


DOCUMENTS = st.lists(st.sampled_from([*EN, "## One", "## Two", "- item", TABLE, "保存します。"])).map("\n\n".join)


@settings(deadline=None)
@given(DOCUMENTS)
def test_a_text_against_itself_is_kept_line_by_line(markdown: str) -> None:
    assert operations(markdown, markdown) == [("=", f"{line}\n") for line in wording(markdown).splitlines()]


@settings(deadline=None)
@given(DOCUMENTS, DOCUMENTS, st.booleans())
def test_the_new_side_comes_back_whatever_moved(old: str, new: str, moves: bool) -> None:
    """Every block ended by a newline; the old side too, unless moves are followed."""
    made = operations(old, new, moves=moves)
    assert "".join(text for op, text in made if op != "-").split() == wording(new).split()
    assert not made or made[-1][1].endswith("\n")
    if not moves:
        assert "".join(text for op, text in made if op != "+").split() == wording(old).split()
