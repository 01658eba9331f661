"""Leaves of two editions in one tree: what stands in the same list, and what begins one of its own."""

from __future__ import annotations

import pytest
from inforce.model.text import List, ListItem
from inforce.redline.changes import RowKind
from inforce.writer.nesting import Box, boxes

from tests.redline.support import rows


def tree(old: str, new: str) -> str:
    """The blocks of both editions in their boxes: ( ) a list of bullets, [ ] of steps, < > an item, " " a quotation."""
    shown = (
        (next(text for part in row.parts for piece in part if (text := piece.text)), *leaves)
        for row in rows(old, new)
        for leaves in [(next(iter(row.old), None), next(iter(row.new), None))]
        if row.kind is not RowKind.MOVED_AWAY
    )
    return _told(boxes(shown))


def _told(box: Box[str]) -> str:
    inside = " ".join(one if isinstance(one, str) else _told(one) for one in box.inside)
    match box.step:
        case None:
            return inside
        case List(ordered=ordered):
            return f"[{inside}]" if ordered else f"({inside})"
        case ListItem():
            return f"<{inside}>"
    return f'"{inside}"'


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("- one\n- two", "- one\n- two\n- three", "(<one> <two> <three>)"),
        ("- one\n- two", "- one", "(<one> <two>)"),
        ("- one\n  - two", "- one\n  - two\n\n  more of one", "(<one (<two>) more of one>)"),
        ("- one\n- two", "1. one\n2. two", "[<one> <two>]"),
        ("- one\n\nwords here\n\n- two", "- one\n- two", "(<one>) words here (<two>)"),
        ("- one\n- two\n\n* three", "- one\n- two\n\n* three\n* four", "(<one> <two>) (<three> <four>)"),
        ("> words here", "> words here\n>\n> - one", '"words here (<one>)"'),
        ("words", "> > words", '""words""'),
        ("- one\n\n  all the rest", "- one\n\n  all the others\n- two", "(<one all the > <two>)"),
        ("- > quoted", "- > quoted\n- two", '(<"quoted"> <two>)'),
    ],
)
def test_one_tree_of_both(old: str, new: str, expected: str) -> None:
    assert tree(old, new) == expected


def test_what_went_stands_in_the_list_of_what_stays() -> None:
    assert tree("- one\n- gone words\n- two", "- one\n- came instead\n- two") == (
        "(<one> <gone words> <came instead> <two>)"
    )
    assert tree("- one\n  - gone words\n- two", "- one\n- two") == "(<one (<gone words>)> <two>)"


def test_the_rest_of_an_item_whose_beginning_is_not_shown() -> None:
    *_, item, rest, last = (row.new[0] for row in rows("words", "words\n\n- one\n\n  rest\n\n  - last"))
    assert _told(boxes([("rest", None, rest), ("last", None, last)])) == "rest (<last>)"
    assert _told(boxes([("one", None, item), ("last", None, last)])) == "(<one (<last>)>)"
