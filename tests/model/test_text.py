"""The block tree: words and links out of it, ids inside a section."""

from __future__ import annotations

import pytest
from inforce.model.text import Section, Target, leaf_links, placed_links, words
from inforce.reader.section import parse_section

SOURCE = """\
# We *keep* it

A [**ten** years](fact:retention.contract) and\\
[more](https://example.org/).

## [Access](id:access)

[**Who.**](id:who) You, [see](section:rights).

## No id

| a | b |
|---|---|
| [x](link:x) | **[y](tel:112)** |

- one
"""


@pytest.fixture
def section() -> Section:
    found, problems = parse_section(SOURCE, id="retention", file="retention.md")
    assert found is not None, problems
    return found


def test_words_have_no_markup_and_a_break_is_a_space(section: Section) -> None:
    paragraph = section.leaves[1]
    assert words(section.heading.children) == "We keep it"
    children = getattr(paragraph, "children")  # noqa: B009 (a table has none)
    assert words(children) == "A ten years and more."
    assert words(children, line_break="\n") == "A ten years and\nmore."


def test_links_of_every_block_in_order_tables_and_bold_words_included(section: Section) -> None:
    assert list(section.links) == [link for block in section.leaves for link in leaf_links(block)]
    assert [str(link.target) for link in section.links] == [
        "fact:retention.contract",
        "https://example.org/",
        "section:rights",
        "link:x",
        "tel:112",
    ]


def test_ids_of_headings_and_clauses_with_their_level_and_place(section: Section) -> None:
    assert [(name, level, at.line) for name, level, at in section.ids()] == [("access", 2, 6), ("who", 0, 8)]


@pytest.mark.parametrize(
    ("scheme", "value", "shown"),
    [
        ("https", "https://example.org/", "https://example.org/"),
        ("mailto", "mailto:a@example.org", "mailto:a@example.org"),
        ("tel", "tel:112", "tel:112"),
        ("fact", "a.b", "fact:a.b"),
        ("section", "a", "section:a"),
    ],
)
def test_a_target_as_the_source_writes_it(scheme: str, value: str, shown: str) -> None:
    assert str(Target(scheme=scheme, value=value)) == shown


def test_links_have_places_among_the_words_of_their_block_or_cell(section: Section) -> None:
    found = [
        [text[place.start : place.end] for place in places]
        for block in section.leaves
        for text, places in placed_links(block)
        if places
    ]
    assert found == [["ten years", "more"], ["see"], ["x"], ["y"]]
