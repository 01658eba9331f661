"""Sections joined where a heading came or went while the text stayed; the reading of both sides loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.redline.boundaries import joined_where_text_stayed
from inforce.redline.lenient import read_sections

from tests.redline.texts import EN, A, B, C, D, in_every_script


def sizes(old: str, new: str, pairs: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """How many blocks the sections of both sides have."""
    joined = joined_where_text_stayed(read_sections(old), read_sections(new), pairs)
    was, now = ([len(section.leaves) for section in side] for side in joined)
    return was, now


@in_every_script
def test_a_section_that_stood_in_the_one_above_is_joined_to_it(texts: tuple[str, ...]) -> None:
    old = f"# One\n\n{texts[A]}\n\n{texts[B]}\n"
    new = f"# One\n\n{texts[A]}\n\n## Two\n\n{texts[B]}\n"
    assert sizes(old, new, [(0, 0)]) == ([3], [4])
    assert sizes(new, old, [(0, 0)]) == ([4], [3])
    other = f"# One\n\n{texts[A]}\n\n## Two\n\n{texts[C]}\n"
    assert sizes(old, other, [(0, 0)]) == ([3], [2, 2])
    assert sizes(new, other, [(0, 0), (1, 1)]) == ([2, 2], [2, 2])


def test_what_stands_between_is_joined_too() -> None:
    old = f"# One\n\n{EN[A]}\n\n{EN[B]}\n"
    new = f"# One\n\n{EN[A]}\n\n## New\n\n{EN[C]}\n\n## Two\n\n{EN[B]}\n\n## Last\n\n{EN[D]}\n"
    assert sizes(old, new, [(0, 0)]) == ([3], [6, 2])


@pytest.mark.parametrize(("came", "joined"), [(2, True), (3, False)])
def test_three_tenths_of_the_words_have_to_have_stayed(came: int, joined: bool) -> None:
    """The heading above is no part of them."""
    stayed, others = "alpha beta gamma delta", ["one two three four", "five six seven eight", "nine ten eleven twelve"]
    new = "\n\n".join(["# T", EN[A], "## A heading that is new here", stayed, *others[:came]])
    assert sizes(f"# T\n\n{EN[A]}\n\n{stayed}", new, [(0, 0)])[1] == ([5 + came - 1] if joined else [2, 2 + came])


TEXTS = st.lists(st.sampled_from(["# One", "## Two", "### Three", *EN[:2], "- item"]), max_size=8).map("\n\n".join)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_no_block_is_lost(old: str, new: str) -> None:
    sides = read_sections(old), read_sections(new)
    pairs = [(0, 0)] if all(sides) else []
    for before, after in zip(sides, joined_where_text_stayed(*sides, pairs), strict=True):
        assert [type(leaf) for each in after for leaf in each.leaves] == [
            type(leaf) for each in before for leaf in each.leaves
        ]
