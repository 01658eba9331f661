"""Leaves with a path: words and links out of them, ids inside a section, what opens and closes between two."""

from __future__ import annotations

import pytest
from inforce.model.text import (
    Break,
    Cell,
    Link,
    List,
    ListItem,
    Paragraph,
    Position,
    Quotation,
    Section,
    Table,
    Target,
    Text,
    cell_lines,
    depth,
    leaf_links,
    opened,
    placed_links,
    words,
)
from inforce.reader.section import parse_section

AT = Position(line=1, column=1)
QUOTE = Quotation(at=AT)
LIST = List(ordered=True, start=1, style="1.", at=AT)
FIRST = ListItem(number=1, at=AT)
SECOND = ListItem(number=2, at=Position(line=2, column=1))

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


def test_what_opens_and_closes() -> None:
    assert opened((), (LIST, FIRST)) == ((), (LIST, FIRST))
    assert opened((LIST, FIRST), (LIST, SECOND)) == ((FIRST,), (SECOND,))
    assert opened((QUOTE, LIST, FIRST), (QUOTE,)) == ((LIST, FIRST), ())
    assert opened((QUOTE,), (QUOTE,)) == ((), ())


def test_depth_counts_lists() -> None:
    assert depth((QUOTE, LIST, FIRST, LIST, FIRST)) == 2


def test_lines_of_a_cell() -> None:
    a, b = (Text(text=text, at=AT) for text in "ab")
    cell = Cell(children=(a, Break(at=AT), b, b), at=AT, items=(1,))
    assert list(cell_lines(cell)) == [(False, (a,)), (True, (b, b))]


def test_links_of_a_table_and_a_paragraph() -> None:
    link = Link(children=(), target=Target(scheme="tel", value="tel:112"), at=AT)
    cell = Cell(children=(link,), at=AT)
    assert list(leaf_links(Table(rows=((cell,), (cell,)), alignments=("",), at=AT))) == [link, link]
    assert list(leaf_links(Paragraph(children=(link,), at=AT))) == [link]
