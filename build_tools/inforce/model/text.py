"""The text of a section as blocks of inline pieces: what `parse` makes and what redlines, digests and checks read.

Blocks are flat: a list item knows its depth, a table its cells. Positions count from 1 and point into the
normalised source (no BOM, LF line ends).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inforce.model.leaves import Leaf, Path


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Position:
    """A line and a column in a source file, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Bare words, escapes resolved."""

    text: str
    at: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A hard line break."""

    at: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """`*words*`, or `**words**` where `strong`."""

    children: tuple[Inline, ...]
    strong: bool
    at: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """`` `words` `` that are set as they are typed."""

    text: str
    at: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a link goes: `scheme` is one of `TARGET_SCHEMES`, `value` what follows the colon (a URL whole)."""

    scheme: str
    value: str

    def __str__(self) -> str:
        return self.value if self.scheme in ("https", "mailto", "tel") else f"{self.scheme}:{self.value}"


TARGET_SCHEMES = frozenset({"fact", "section", "id", "link", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`[words](target)`. A link that only carries an id (`id:`) is lifted out into its heading or clause."""

    children: tuple[Inline, ...]
    target: Target
    at: Position
    title: str = ""
    """What stands in quotation marks after the target."""
    autolink: bool = False
    """Whether it was written `<target>`, so that its words are the target."""


Inline = Text | Break | Emphasis | Code | Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading. `level` 1 is the section's own; `id` is None where it has none (no number, no anchor)."""

    level: int
    id: str | None
    children: tuple[Inline, ...]
    at: Position
    path: Path = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]
    at: Position
    path: Path = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A numbered run-in clause: a paragraph whose first words carry an id. `label` counts the leading children
    that were the words of the `id:` link, so that a view can set them apart."""

    id: str
    children: tuple[Inline, ...]
    label: int
    at: Position
    path: Path = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A list item; `depth` from 1; `step` is its number in a numbered list, None for a bullet."""

    children: tuple[Inline, ...]
    depth: int
    step: int | None
    at: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell."""

    children: tuple[Inline, ...]
    at: Position
    items: tuple[int, ...] = ()
    """Which of its lines, counted from 0 and parted by breaks, are items of a list; their signs are not words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A pipe table: rows of cells, the first row the head; `alignments` per column: '', 'left', 'center', 'right'."""

    rows: tuple[tuple[Cell, ...], ...]
    alignments: tuple[str, ...]
    at: Position
    path: Path = ()


Block = Heading | Paragraph | Clause | Item | Table


@dataclass(frozen=True, kw_only=True)
class Section:
    """A parsed section. `blocks[0]` is its level-1 heading. `id` is the file's name without `.md`."""

    id: str
    source: str
    """The normalised source text."""
    blocks: tuple[Block, ...]
    leaves: tuple[Leaf, ...] = ()
    """The same as leaves with a path, where `reader` has read it; `blocks` goes once all read these (decision 0032)."""

    @property
    def heading(self) -> Heading:
        """The section's own heading."""
        first = self.blocks[0]
        assert isinstance(first, Heading)
        return first

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link, in order; looked for once, as many rules ask for them in each version that has the section."""
        return tuple(link for block in self.blocks for link in block_links(block))

    def ids(self) -> Iterator[tuple[str, int, Position]]:
        """The ids inside, in order: (id, level, position). A heading has its own level, a clause level 0."""
        for block in self.blocks[1:]:
            if isinstance(block, Heading) and block.id:
                yield block.id, block.level, block.at
            elif isinstance(block, Clause):
                yield block.id, 0, block.at


def words(children: tuple[Inline, ...], *, line_break: str = " ") -> str:
    """The bare words of inline pieces: markup and targets dropped, a hard break as `line_break`."""
    parts: list[str] = []
    for child in children:
        match child:
            case Text(text=text) | Code(text=text):
                parts.append(text)
            case Break():
                parts.append(line_break)
            case Emphasis(children=inner) | Link(children=inner):
                parts.append(words(inner, line_break=line_break))
    return "".join(parts)


def links(children: tuple[Inline, ...]) -> Iterator[Link]:
    """Every link in inline pieces, in order."""
    for child in children:
        match child:
            case Link():
                yield child
            case Emphasis(children=inner):
                yield from links(inner)
            case _:
                pass


def block_links(block: Block) -> Iterator[Link]:
    """Every link in a block, in order."""
    match block:
        case Table(rows=rows):
            for row in rows:
                for cell in row:
                    yield from links(cell.children)
        case _:
            yield from links(block.children)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the words of a link stand among those around it: `text[start:end]`."""

    link: Link
    start: int
    end: int


def placed_links(block: Block, *, line_break: str = "\n") -> Iterator[tuple[str, tuple[Place, ...]]]:
    """The words of a block, or of each cell of a table, with the places of the links in them."""
    cells = [cell.children for row in block.rows for cell in row] if isinstance(block, Table) else [block.children]
    for children in cells:
        parts: list[str] = []
        places: list[Place] = []
        _place(children, line_break, parts, places, 0)
        yield "".join(parts), tuple(places)


def _place(children: tuple[Inline, ...], line_break: str, parts: list[str], places: list[Place], at: int) -> int:
    for child in children:
        match child:
            case Emphasis(children=inner):
                at = _place(inner, line_break, parts, places, at)
            case _:
                parts.append(words((child,), line_break=line_break))
                if isinstance(child, Link):
                    places.append(Place(link=child, start=at, end=at + len(parts[-1])))
                at += len(parts[-1])
    return at


Parse = Callable[[str, str, str], Section | None]
"""`parse(language, section id, text)`: the section, or None where it can't be read."""
