"""A page of HTML as leaves: headings, paragraphs, items, tables, and the words in them as a page shows them.

Elements that say nothing of the words are passed through, so that no word is lost. The tree is walked in the order in
which it is read, without recursion, since a page may be deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from selectolax.lexbor import LexborHTMLParser, LexborNode

from inforce.model.text import (
    Break,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    Leaf,
    Link,
    List,
    ListItem,
    Paragraph,
    Position,
    Quotation,
    Step,
    Table,
    Target,
    Text,
    words,
)
from inforce.reader.html.elements import INLINE, LISTS, STRUCK, UNSEEN

_HEADING = re.compile("h[1-6]")
_MOST_EMPTY = 1000, 10
"""A table may lack so many cells, and so many more for each that it has; another is none. One wide row and many short
ones would make cells in square number (GFM's parsers have such bounds too)."""
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}|\{:?[ \t]*[#.][A-Za-z_-][^{}\n]*\}")
"""What makers of sites write behind words for their looks: `{: .class}`, `{#id}`."""
_WIDE = "\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60"
_BETWEEN_WIDE = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n[ \t]*(?=[{_WIDE}])")
_SPACE = re.compile(r"[ \t\n\f]+")
_AT = Position(line=1, column=1)


def leaves_of_html(html: str) -> tuple[Leaf, ...]:
    """The leaves of a page. Their places tell only which steps are the same."""
    body = LexborHTMLParser(html).body
    return tuple(_Reading().read(body)) if body is not None else ()


@dataclass(slots=True)
class _Open:
    """An element within a line whose words are being read."""

    tag: str
    target: str = ""
    children: list[Inline] = field(default_factory=list)

    def closed(self) -> list[Inline]:
        """What it has become: its words in emphasis, in a link, or as they are."""
        inner = tuple(self.children)
        if not inner:
            return []
        if self.tag in ("strong", "b", "em", "i"):
            return [Emphasis(children=inner, strong=self.tag in ("strong", "b"), at=_AT)]
        if self.tag in STRUCK and words(inner).strip():
            return [Text(text="~~", at=_AT), *inner, Text(text="~~", at=_AT)]
        if self.tag == "code":
            return [Code(text=words(inner), at=_AT)]
        if self.tag == "a" and self.target:
            return [Link(children=inner, target=_target(self.target), at=_AT)]
        return self.children


@dataclass(slots=True)
class _Table:
    """A table that is being read, and the cell of it."""

    rows: list[list[Cell]] = field(default_factory=list)
    lines: list[tuple[bool, tuple[Inline, ...]]] = field(default_factory=list)
    """The lines of the cell: whether each is an item of a list, and its words."""
    in_cell: bool = False
    outside: int = 0
    """How many steps the cell stands in."""

    def end_cell(self) -> None:
        """Set the lines of a cell under each other."""
        children: list[Inline] = []
        for number, (_, line) in enumerate(self.lines):
            children += [Break(at=_AT)] * bool(number) + list(line)
        items = tuple(number for number, (is_item, _) in enumerate(self.lines) if is_item)
        self.rows[-1].append(Cell(children=tuple(children), at=_AT, items=items))
        self.lines, self.in_cell = [], False


class _Reading:
    """One walk over a page."""

    def __init__(self) -> None:
        self._path: list[Step] = []
        self._numbers: list[int] = []
        self._items: list[ListItem | None] = []
        self._open = [_Open("")]
        self._places = 0
        self._tables: list[_Table] = []
        self._level = 0
        self._leaves: list[Leaf] = []

    def read(self, body: LexborNode) -> list[Leaf]:
        """The leaves of an element."""
        node = body.first_child
        while node is not None:
            if self._enter(node) and node.first_child is not None:
                node = node.first_child
                continue
            self._leave(node)
            while node.next is None:
                above = node.parent
                if above is None or above.mem_id == body.mem_id:
                    self._end_paragraph()
                    return self._leaves
                node = above
                self._leave(node)
            node = node.next
        return self._leaves

    def _enter(self, node: LexborNode) -> bool:
        """What begins with a node; whether there is something to read in it."""
        tag = node.tag or ""
        if tag == "-text":
            self._open[-1].children.append(Text(text=node.text_content or "", at=_AT))
        elif tag == "br":
            self._open[-1].children.append(Break(at=_AT))
        elif tag == "img":
            self._open[-1].children.append(Text(text=node.attributes.get("alt") or "", at=_AT))
        elif tag in UNSEEN:
            return False
        elif tag in INLINE:
            self._open.append(_Open(tag, (node.attributes.get("href") or "") if tag == "a" else ""))
        else:
            self._end_paragraph()
            return self._begin(tag, node)
        return True

    def _begin(self, tag: str, node: LexborNode) -> bool:
        """What begins with an element that is no part of a line."""
        if tag == "pre" and not self._tables:
            if text := node.text().strip("\n"):
                self._leaves.append(CodeBlock(text=text, info="", at=_AT, path=self._steps()))
            return False
        if tag == "blockquote":
            self._path.append(Quotation(at=self._place()))
        elif tag in LISTS:
            ordered = tag == "ol"
            start = node.attributes.get("start") or ""
            first = int(start) if ordered and re.fullmatch("[0-9]{1,9}", start, re.ASCII) else 1
            self._path.append(List(ordered=ordered, start=first, style="1." if ordered else "-", at=self._place()))
            self._numbers.append(first - 1)
            self._items.append(None)
        elif tag == "li" and self._numbers:
            self._numbers[-1] += 1
            self._items[-1] = item = ListItem(number=self._numbers[-1], at=self._place())
            self._path.append(item)
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and len(self._tables) == 1:
            self._tables[0].rows.append([])
        elif tag in ("td", "th") and len(self._tables) == 1 and self._tables[0].rows:
            self._tables[0].in_cell, self._tables[0].outside = True, len(self._path)
        elif _HEADING.fullmatch(tag):
            self._level = int(tag[1])
        return True

    def _leave(self, node: LexborNode) -> None:
        """What ends with a node."""
        tag = node.tag or ""
        if tag in ("-text", "br", "img") or tag in UNSEEN:
            return
        if tag in INLINE:
            done = self._open.pop()
            self._open[-1].children += done.closed()
            return
        if tag == "pre" and not self._tables:
            return
        self._end_paragraph()
        if tag == "blockquote":
            self._path.pop()
        elif tag in LISTS:
            self._path.pop()
            self._numbers.pop()
            self._items.pop()
        elif tag == "li" and self._numbers:
            self._path.pop()
        elif tag == "table":
            table = self._tables.pop()
            if not self._tables:
                self._leaves += _of_table(table.rows, self._steps())
        elif tag in ("td", "th") and len(self._tables) == 1 and self._tables[0].in_cell:
            self._tables[0].end_cell()
        elif _HEADING.fullmatch(tag):
            self._level = 0

    def _end_paragraph(self) -> None:
        """Make a leaf, or a line of a cell, of the words read so far; elements that go on are opened again."""
        for outer, inner in zip(reversed(self._open[:-1]), reversed(self._open[1:]), strict=True):
            outer.children += inner.closed()
        children = _settled(self._open[0].children)
        for each in self._open:
            each.children = []
        if not children:
            return
        if self._tables and self._tables[0].in_cell:
            self._tables[0].lines.append((len(self._path) > self._tables[0].outside, children))
        elif self._level:
            self._leaves.append(Heading(level=self._level, id=None, children=children, at=_AT, path=self._steps()))
        else:
            self._leaves.append(Paragraph(children=children, at=_AT, path=self._steps()))

    def _steps(self) -> tuple[Step, ...]:
        """The steps in which what is read now stands. What stands in a list and in no item belongs to the item before
        it, or to no list if there is none."""
        steps: list[Step] = []
        items = iter(self._items)
        for step, below in zip_longest(self._path, self._path[1:]):
            last = next(items) if isinstance(step, List) else None
            if not isinstance(step, List) or isinstance(below, ListItem):
                steps.append(step)
            elif last:
                steps += step, last
        return tuple(steps)

    def _place(self) -> Position:
        """A place that no other step has."""
        self._places += 1
        return Position(line=self._places, column=1)


def _of_table(rows: list[list[Cell]], path: tuple[Step, ...]) -> Iterator[Leaf]:
    """A table, its rows as wide as the widest; its cells as paragraphs where that would take cells without number."""
    for row in rows:
        while row and not row[-1].children:
            row.pop()
    if not (rows := [row for row in rows if row]):
        return
    width, cells = max(map(len, rows)), sum(map(len, rows))
    some, each = _MOST_EMPTY
    if width * len(rows) - cells > some + each * cells:
        yield from (
            Paragraph(children=cell.children, at=_AT, path=path) for row in rows for cell in row if cell.children
        )
        return
    empty = Cell(children=(), at=_AT)
    filled = tuple((*row, *([empty] * (width - len(row)))) for row in rows)
    yield Table(rows=filled, alignments=("",) * width, at=_AT, path=path)


class _Settling:
    """White space as a page shows it: once between words, none at the beginning of a line."""

    def __init__(self) -> None:
        self._at_space = True
        self._begun = False

    def settle(self, children: Sequence[Inline]) -> Iterator[Inline]:
        """The pieces that say something, in order."""
        for child in children:
            match child:
                case Text(text=text):
                    shown = _SPACE.sub(" ", _BETWEEN_WIDE.sub("", _without_templates(text)))
                    if self._at_space:
                        shown = shown.removeprefix(" ")
                    if shown:
                        self._at_space, self._begun = shown.endswith(" "), True
                        yield Text(text=shown, at=_AT)
                case Code(text=text):
                    self._at_space, self._begun = False, True
                    yield Code(text=_SPACE.sub(" ", text), at=_AT)
                case Break():
                    if self._begun:
                        self._at_space = True
                        yield child
                case Emphasis() | Link():
                    if inner := tuple(self.settle(child.children)):
                        yield replace(child, children=inner)


def _settled(children: Sequence[Inline]) -> tuple[Inline, ...]:
    """Words as a page shows them, without what stands behind the last one."""
    found = list(_Settling().settle(children))
    while found:
        last = found.pop()
        match last:
            case Text(text=text) if kept := text.rstrip(" "):
                found.append(Text(text=kept, at=_AT))
                break
            case Emphasis() | Link():
                if inner := _settled(last.children):
                    found.append(replace(last, children=inner))
                    break
            case Code():
                found.append(last)
                break
            case _:
                pass
    return tuple(_merged(found))


def _merged(children: Iterable[Inline]) -> Iterator[Inline]:
    """Neighbouring words as one piece."""
    parts: list[str] = []
    for child in children:
        if isinstance(child, Text):
            parts.append(child.text)
            continue
        if parts:
            yield Text(text="".join(parts), at=_AT)
            parts = []
        yield child
    if parts:
        yield Text(text="".join(parts), at=_AT)


def _without_templates(text: str) -> str:
    """Words without the signs of makers of sites. Looks for each end once, so that many beginnings take no time."""
    if "{" not in text:
        return text
    kept: list[str] = []
    at = 0
    while (begin := text.find("{%", at)) >= 0 and (end := text.find("%}", begin + 2)) >= 0:
        kept.append(text[at:begin])
        at = end + 2
    return _ATTRIBUTES.sub("", "".join((*kept, text[at:])))


def _target(url: str) -> Target:
    scheme = url.partition(":")[0].lower()
    return Target(scheme=scheme if scheme in ("https", "mailto", "tel") else "other", value=url)
