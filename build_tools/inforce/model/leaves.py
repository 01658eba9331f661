"""The text of a section as leaves with a path, which `reader` makes: every block that holds words stands in one flat
row, and says by its path what it stands in.

    > 1. We keep          Paragraph "We keep", path (Quotation, List, ListItem 1)
    >    - names;         Paragraph "names;",  path (Quotation, List, ListItem 1, List, ListItem)

So whoever compares, counts or searches words reads a row and needs no recursion; whoever writes HTML closes and opens
what differs between the paths of two neighbours (`opened`). The steps of two leaves are the same step when they are
equal, which their places see to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inforce.model.text import Break, Cell, Clause, Heading, Inline, Link, Paragraph, Position, Table, links


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation, `> words`."""

    at: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list. The numbers of its items run on from `start`, 1 for bullets too."""

    ordered: bool
    start: int
    style: str
    """How its items are marked: "1.", "1)", "-", "*" or "+"."""
    at: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """An item of the list that is the step before it; `number` from 1 in a list of bullets too."""

    number: int
    at: Position


Step = Quotation | List | ListItem
Path = tuple[Step, ...]
"""What a leaf stands in, from the outside in; each List is followed by its ListItem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock:
    """Lines between fences, as they are typed; `info` is what stands after the first fence."""

    text: str
    info: str
    at: Position
    path: Path = ()


Leaf = Heading | Paragraph | Clause | Table | CodeBlock


def depth(path: Path) -> int:
    """How many lists a path goes through."""
    return sum(isinstance(step, List) for step in path)


def opened(before: Path, after: Path) -> tuple[Path, Path]:
    """What closes and what opens between two neighbouring leaves, both from the outside in."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    return before[same:], after[same:]


def cell_lines(cell: Cell) -> Iterator[tuple[bool, tuple[Inline, ...]]]:
    """The lines of a cell in order: whether each is an item of a list, and its words."""
    number, line = 0, list[Inline]()
    for child in (*cell.children, None):
        if child is not None and not isinstance(child, Break):
            line.append(child)
            continue
        yield number in cell.items, tuple(line)
        number, line = number + 1, []


def inlines(leaf: Leaf) -> Iterator[tuple[Inline, ...]]:
    """Each run of words in a leaf: one, or one for each cell of a table; none in code."""
    match leaf:
        case Table(rows=rows):
            yield from (cell.children for row in rows for cell in row)
        case CodeBlock():
            pass
        case _:
            yield leaf.children


def leaf_links(leaf: Leaf) -> Iterator[Link]:
    """Every link in a leaf, in order."""
    for children in inlines(leaf):
        yield from links(children)
