"""Blocks become leaves, each with what it stands in."""

import pytest
from hypothesis import given, settings
from inforce.model.text import ListItem, Paragraph, Path, begun, opened

from tests.reader.reading import leaves, read, told
from tests.reader.test_against_github import TEXTS

CASES = {
    "a\nb\n\nc": ["a b", "c"],
    "## [A](id:a)\n\n[B.](id:b) c": ["h2#a A", "clause#b B. c"],
    "## A\n\n### B\n\n#### C\n\n##### D\n\n###### E": ["h2 A", "h3 B", "h4 C", "h5 D", "h6 E"],
    "- a\n- b": ["-1 1 a", "-1 2 b"],
    "3. a\n4. b": ["1.3 3 a", "1.3 4 b"],
    "1) a\n2) b": ["1)1 1 a", "1)1 2 b"],
    "- a\n\n  b\n- c": ["-1 1 a", "-1 1 b", "-1 2 c"],
    "1. a\n   - b\n   - c\n2. d": ["1.1 1 a", "1.1 1 -1 1 b", "1.1 1 -1 2 c", "1.1 2 d"],
    "- a\n  - b\n\n- c": ["-1 1 a", "-1 1 -1 1 b", "-1 2 c"],
    "> a\n>\n> - b\n>\n> c": ["> a", "> -1 1 b", "> c"],
    "- a\n\n  > b": ["-1 1 a", "-1 1 > b"],
    "```text\na\n  b\n```": ["codeblock 'a\\n  b\\n'"],
    "- a\n\n  ~~~\n  b\n  ~~~": ["-1 1 a", "-1 1 codeblock 'b\\n'"],
    "- | a | b |\n  |---|---|\n  | c | d |": ["-1 1 table a | b / c | d"],
    "1. a\n\nb\n\n2. c": ["1.1 1 a", "b", "1.2 2 c"],
    "- a\nb": ["-1 1 a b"],
    "a\n- b": ["a", "-1 1 b"],
}


@pytest.mark.parametrize("body", CASES)
def test_leaves(body: str) -> None:
    assert [told(leaf) for leaf in leaves(body)] == CASES[body]


def test_two_lists_side_by_side_are_two() -> None:
    first, second = leaves("- a\n\n* b")
    assert first.path[0] != second.path[0]


def test_places_of_what_stands_in_another() -> None:
    found = [(leaf.at.line, leaf.at.column) for leaf in leaves("> 1. a\n>    - b\n>\n>      c\n>    - d")]
    assert found == [(3, 6), (4, 8), (6, 8), (7, 8)]
    last = leaves("> 1. a\n>    - b")[-1]
    assert [(step.at.line, step.at.column) for step in last.path] == [(3, 1), (3, 3), (3, 3), (4, 6), (4, 6)]


@given(TEXTS)
@settings(deadline=None)
def test_a_leaf_says_whether_it_is_the_first_of_its_item(text: str) -> None:
    before: Path = ()
    for leaf in read(text)[0].leaves:
        new = opened(before, leaf.path)[1]
        items = [step for step in leaf.path if isinstance(step, ListItem)]
        assert [step for step in items if step.begins == leaf.at.line] == [step for step in items if step in new]
        is_first = isinstance(leaf, Paragraph) and bool(items) and leaf.path[-1] in new and leaf.path[-1] == items[-1]
        assert (begun(leaf) is not None) == is_first
        before = leaf.path
