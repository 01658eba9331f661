"""The text of a section as leaves with a path, which `reader` makes: every block that holds words stands in one flat
row, and says by its path what it stands in.

    > 1. We keep          Paragraph "We keep", path (Quotation, List, ListItem 1)
    >    - names;         Paragraph "names;",  path (Quotation, List, ListItem 1, List, ListItem)

So whoever compares, counts or searches words reads a row and needs no recursion; whoever writes HTML closes and opens
what differs between the paths of two neighbours (`opened`). The steps of two leaves are the same step when they are
equal, which their places see to. Positions count from 1 and point into the normalised source (no BOM, LF line ends).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property


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
    title: str = ""
    """What stands in quotation marks after it."""

    def __str__(self) -> str:
        return self.value if self.scheme in ("https", "mailto", "tel") else f"{self.scheme}:{self.value}"


TARGET_SCHEMES = frozenset({"fact", "section", "id", "link", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`[words](target)`. A link that only carries an id (`id:`) is lifted out into its heading or clause."""

    children: tuple[Inline, ...]
    target: Target
    at: Position
    autolink: bool = False
    """Whether it was written `<target>`, so that its words are the target."""


Inline = Text | Break | Emphasis | Code | Link


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
    begins: int = 0
    """The line of its first leaf."""


Step = Quotation | List | ListItem
Path = tuple[Step, ...]
"""What a leaf stands in, from the outside in; each List is followed by its ListItem."""


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
    """A paragraph. The first one of an item of numbered lists may have an `id`, which names the item; its `label` then
    counts the leading children that carry it, as that of a clause does."""

    children: tuple[Inline, ...]
    at: Position
    path: Path = ()
    id: str | None = None
    label: int = 0


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock:
    """Lines between fences, as they are typed; `info` is what stands after the first fence."""

    text: str
    info: str
    at: Position
    path: Path = ()


Leaf = Heading | Paragraph | Clause | Table | CodeBlock


@dataclass(frozen=True, kw_only=True)
class Section:
    """A parsed section. `leaves[0]` is its level-1 heading. `id` is the file's name without `.md`."""

    id: str
    source: str
    """The normalised source text."""
    leaves: tuple[Leaf, ...]

    @property
    def heading(self) -> Heading:
        """The section's own heading."""
        first = self.leaves[0]
        assert isinstance(first, Heading)
        return first

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link, in order; looked for once, as many rules ask for them in each version that has the section."""
        return tuple(link for leaf in self.leaves for link in leaf_links(leaf))

    def ids(self) -> Iterator[tuple[str, int, Position]]:
        """The ids inside, in order: (id, level, position). A heading has its own level, a clause level 0, an item one
        below 0 by the lists that it stands in."""
        for leaf in self.leaves[1:]:
            if isinstance(leaf, Heading) and leaf.id:
                yield leaf.id, leaf.level, leaf.at
            elif isinstance(leaf, Clause):
                yield leaf.id, 0, leaf.at
            elif isinstance(leaf, Paragraph) and leaf.id:
                yield leaf.id, -depth(leaf.path), leaf.at


def depth(path: Path) -> int:
    """How many lists a path goes through."""
    return sum(isinstance(step, List) for step in path)


def begun(leaf: Leaf) -> tuple[List, ListItem] | None:
    """The list and the item that a paragraph is the first of."""
    match leaf:
        case Paragraph(path=(*_, List() as found, ListItem() as item)) if item.begins == leaf.at.line:
            return found, item
    return None


def opened(before: Path, after: Path) -> tuple[Path, Path]:
    """What closes and what opens between two neighbouring leaves, both from the outside in."""
    if not before or not after:
        return before, after
    same = 0
    while same < min(len(before), len(after)) and (
        before[same] is after[same] or before[same] == after[same]  # most are the very same
    ):
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


def inlines(leaf: Leaf) -> tuple[tuple[Inline, ...], ...]:
    """Each run of words in a leaf: one, or one for each cell of a table; of a code block all its lines."""
    match leaf:
        case Table(rows=rows):
            return tuple(cell.children for row in rows for cell in row)
        case CodeBlock(text=text, at=at):
            return ((Code(text=text.removesuffix("\n"), at=at),),)
        case _:
            return (leaf.children,)


def words(children: tuple[Inline, ...], *, line_break: str = " ") -> str:
    """The bare words of inline pieces: markup and targets dropped, a hard break as `line_break`."""
    if len(children) == 1 and isinstance(children[0], Text):
        return children[0].text  # most blocks are so
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


def leaf_links(leaf: Leaf) -> Iterator[Link]:
    """Every link in a leaf, in order."""
    for children in inlines(leaf):
        yield from links(children)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the words of a link stand among those around it: `text[start:end]`."""

    link: Link
    start: int
    end: int


def placed_links(leaf: Leaf, *, line_break: str = "\n") -> Iterator[tuple[str, tuple[Place, ...]]]:
    """The words of a leaf, or of each cell of a table, with the places of the links in them."""
    for children in inlines(leaf):
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
