"""Blocks that became two, and two that became one: when they do, and how their words are divided."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.redline.align import Likeness
from inforce.redline.block_splits import Step, split_row, splits_and_merges
from inforce.redline.changes import Op, RowKind, side
from inforce.redline.flattened import Unit, folded, unit

from tests.redline.support import marked, read
from tests.redline.texts import A, B, C, in_every_script


def units(*sources: str) -> tuple[Unit, ...]:
    """Each source as a block."""
    return tuple(unit(read(f"# Title\n\n{source}").leaves[1]) for source in sources)


def shapes(steps: list[Step]) -> list[tuple[int, int]]:
    """How many blocks a step has, old and new."""
    found = list(splits_and_merges(steps, Likeness()))
    assert [u for step in found for u in step[0]] == [u for step in steps for u in step[0]]
    assert [u for step in found for u in step[1]] == [u for step in steps for u in step[1]]
    return [(len(old), len(new)) for old, new in found]


@in_every_script
def test_a_pair_and_the_block_left_over_beside_it_are_one_step(texts: tuple[str, ...]) -> None:
    whole, first, second, other = units(f"{texts[A]} {texts[B]}", texts[A], texts[B], texts[C])
    alone: Step = (other,), (other,)
    assert shapes([((whole,), (first,)), ((), (second,))]) == [(1, 2)]
    assert shapes([((), (first,)), ((whole,), (second,))]) == [(1, 2)]
    assert shapes([((first,), (whole,)), ((second,), ())]) == [(2, 1)]
    assert shapes([alone, ((first,), ()), ((second,), (whole,)), alone]) == [(1, 1), (2, 1), (1, 1)]


ONE, TWO = "We keep what you give us for a year.", "Our processors act on written instructions alone."


@pytest.mark.parametrize(
    ("whole", "first", "second"),
    [
        (ONE, ONE, TWO),
        ("We keep it. Yes please.", "We keep it.", "Yes please."),
        (f"{ONE} {TWO}", "Something else was said here before.", TWO),
        (
            f"{ONE} {TWO}",
            "We keep what you give us until somebody asks otherwise.",
            "Our processors act on nothing but these other orders.",
        ),
        (f"{ONE} {TWO} {ONE} Ask us now.", f"{ONE} {TWO} {ONE}", "Ask us now."),
        (f"## {ONE} {TWO}", f"## {ONE}", TWO),
        (f"{ONE} {TWO}", ONE, f"| {TWO} | x |\n| --- | --- |\n| x | y |"),
    ],
    ids=["an addition", "too short", "one unlike", "both unlike", "no gain", "a heading", "a table"],
)
def test_what_is_no_split(whole: str, first: str, second: str) -> None:
    old, one, two = units(whole, first, second)
    assert shapes([((old,), (one,)), ((), (two,))]) == [(1, 1), (0, 1)]
    assert shapes([((one,), (old,)), ((two,), ())]) == [(1, 1), (1, 0)]


def test_blocks_that_came_and_went_alone_are_not_joined() -> None:
    whole, first, second = units(f"{ONE} {TWO}", ONE, TWO)
    assert shapes([((whole,), ()), ((), (first,)), ((), (second,))]) == [(1, 0), (0, 1), (0, 1)]
    assert shapes([((whole,), (first,)), ((second,), (second,))]) == [(1, 1), (1, 1)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("We keep it. They sell it.", ("We keep it.", "They sell it."), ["We keep it.", "They sell it."]),
        (
            "We keep it here. They sell it.",
            ("We keep it now.", "They sell it."),
            ["We keep it [-here-]{+now+}.", "They sell it."],
        ),
        (
            "نحتفظ بالبيانات. لا نبيع شيئًا أبدًا.",
            ("نحتفظ بالبيانات.", "لا نبيع شيئًا."),
            ["نحتفظ بالبيانات.", "لا نبيع شيئًا[- أبدًا-]."],
        ),
        (
            "情報を保存します。販売はしません。",
            ("情報を保存します。", "販売はしません。"),
            ["情報を保存します。", "販売はしません。"],
        ),
        ("เราเก็บข้อมูล เราไม่ขาย", ("เราเก็บข้อมูล", "เราไม่ขาย"), ["เราเก็บข้อมูล", "เราไม่ขาย"]),
    ],
)
def test_the_words_of_a_split_stand_in_the_block_where_they_are_now(
    old: str, new: tuple[str, str], expected: list[str]
) -> None:
    (was,), (first, second) = units(old), units(*new)
    row = split_row(was, (first, second))
    assert row.kind is RowKind.SPLIT
    assert (row.old, row.new) == ((was.block,), (first.block, second.block))
    assert [marked(part).strip() for part in row.parts] == expected


def test_kept_words_have_the_white_space_of_either_side() -> None:
    (was,), (first, second) = units("House 1\\\nBrussels. We live there."), units("House 1 Brussels.", "We live there.")
    parts = split_row(was, (first, second)).parts
    assert side(parts[0], Op.REMOVED).startswith("House 1\nBrussels.")
    assert side(parts[0], Op.ADDED).startswith("House 1 Brussels.")


BODIES = st.lists(st.sampled_from(["we", "keep", "it.", "保存する", "เก็บ", "بيانات", "**bold**"]), min_size=1).map(
    " ".join
)


@settings(deadline=None)
@given(BODIES, st.lists(BODIES, min_size=2, max_size=5))
def test_both_sides_of_a_split_come_back(old: str, parts: list[str]) -> None:
    """Each new block whole in its own part; the old one's words from both, white space apart."""
    (was,), made = units(old), units(*parts)
    row = split_row(was, made)
    assert [folded(side(part, Op.ADDED)) for part in row.parts] == [found.line.key for found in made]
    assert "\n" not in "".join(side(part, Op.ADDED) for part in row.parts)
    back = "".join(side(part, Op.REMOVED) for part in row.parts)
    assert "".join(back.split()) == "".join(was.line.key.split())
