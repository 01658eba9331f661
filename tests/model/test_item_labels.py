"""Labels of the items of numbered lists, level by level."""

from __future__ import annotations

import pytest
from inforce.model.item_labels import labels, own_label
from inforce.reader.section import read_section

STYLES = ("(a)", "(i)")
DEEP = "1. one\n2. two\n   - bullet\n     1. a\n     2. b\n        1. deeper\n"


def paths(body: str) -> list[tuple[str, ...]]:
    section, _ = read_section(f"# T\n\n{body}", id="t", file="t.md")
    return [tuple(labels(leaf.path, STYLES)) for leaf in section.leaves[1:]]


def test_bullets_are_no_level() -> None:
    assert paths(DEEP) == [("(a)",), ("(b)",), ("(b)",), ("(b)", "(i)"), ("(b)", "(ii)"), ("(b)", "(ii)", "(i)")]


def test_a_quotation_counts_anew() -> None:
    assert paths("1. one\n\n   > 1. quoted\n") == [("(a)",), ("(a)", "(a)")]


@pytest.mark.parametrize(
    ("styles", "shown"),
    [
        (("(a)", "(i)"), ["(a)", "(b)", "", "(i)", "(ii)", "(i)"]),
        (("a.",), ["a.", "b.", "", "a.", "b.", "a."]),
        (("I.", "A)", "1."), ["I.", "II.", "", "A)", "B)", "1."]),
        ((), ["1.", "2.", "", "1.", "2.", "1."]),
    ],
)
def test_the_label_of_an_item(styles: tuple[str, ...], shown: list[str]) -> None:
    section, _ = read_section(f"# T\n\n{DEEP}", id="t", file="t.md")
    assert [own_label(leaf.path, styles) for leaf in section.leaves[1:]] == shown
