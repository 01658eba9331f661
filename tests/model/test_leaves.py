"""Leaves with a path: what opens and closes between two, and the lines of a cell."""

from inforce.model.text import (
    Break,
    Cell,
    Link,
    List,
    ListItem,
    Paragraph,
    Position,
    Quotation,
    Table,
    Target,
    Text,
    cell_lines,
    depth,
    leaf_links,
    opened,
)

AT = Position(line=1, column=1)
QUOTE = Quotation(at=AT)
LIST = List(ordered=True, start=1, style="1.", at=AT)
FIRST = ListItem(number=1, at=AT)
SECOND = ListItem(number=2, at=Position(line=2, column=1))


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
