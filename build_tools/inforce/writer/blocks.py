"""Blocks to HTML: the one place that writes headings, clauses, paragraphs, tables, lists and quotations.

A block is a leaf, or a leaf of two editions, with its words as HTML. Whoever compares editions passes in what that
adds: frames round changes, lines above and below, classes. A frame never wraps more than flow content may hold: it is
a `div` round its blocks, or inside its `li`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from inforce.model.item_labels import own_label
from inforce.model.text import Clause, CodeBlock, Heading, Leaf, List, ListItem, Paragraph, Path, Table
from inforce.writer.inline import label
from inforce.writer.nesting import Box, boxes

_LABELLED = ' class="nl" role="list"'
"""A list whose labels are text. Without the role, Safari reads no list where no signs are set."""
NOTICE = "gone"
"""The style of a block that only says that something stood here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands round neighbouring blocks of the same `key`: an anchor, and the line that the first of them says."""

    key: int
    line: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A leaf ready to be written, in the old edition, in the new one, or in both. All but `anchor` is HTML."""

    old: Leaf | None = None
    new: Leaf | None
    inner: str
    """Its words; of a table with cells the whole of it."""
    number: str = ""
    anchor: str = ""
    """The id that it answers to."""
    style: str = ""
    """The class of its paragraph, which it then is, whatever its leaf."""
    frame: Frame | None = None
    above: str = ""
    below: str = ""
    """Lines directly above and below it."""
    lines: str = ""
    """Further lines that its frame says of it."""

    @property
    def leaf(self) -> Leaf:
        """The leaf that says how it is set."""
        leaf = self.new or self.old
        assert leaf is not None
        return leaf


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockWriter:
    """Writes blocks that stand beside one another or in lists and quotations."""

    lists: tuple[str, ...] = ()
    """How labels of items look at each level, as in `RenderContext`."""
    mixed: bool = False
    """Whether items of two editions may stand in one list, so that each says its number."""

    def write(self, blocks: Iterable[Block]) -> str:
        """Blocks in reading order, each element on lines of its own."""
        return self._inside(boxes((each, each.old, each.new) for each in blocks).inside, ())

    def _inside(self, inside: Sequence[Block | Box[Block]], path: Path) -> str:
        """Blocks, lists and quotations that stand beside one another, in these steps."""
        out: list[str] = []
        beside: list[Block] = []
        for one in inside:
            if isinstance(one, Block):
                beside.append(one)
                continue
            out += _framed(beside)
            beside = []
            out.append(self._box(one, path))
        return "".join([*out, *_framed(beside)])

    def _box(self, box: Box[Block], path: Path) -> str:
        match box.step:
            case List(ordered=ordered, start=start) as step:
                tag, shown = "ol" if ordered else "ul", _LABELLED if ordered and self.lists else ""
                begin = f' start="{start}"' if ordered and start != 1 and not self.mixed else ""
                items = (self._item(one, (*path, step)) for one in box.inside if isinstance(one, Box))
                return f"<{tag}{shown}{begin}>\n{''.join(items)}</{tag}>\n"
            case step:
                inside = self._inside(box.inside, (*path, step) if step else path)
                return f"<blockquote>\n{inside}</blockquote>\n"

    def _item(self, box: Box[Block], path: Path) -> str:
        """An item's words and the blocks in it; its one paragraph is written without a tag."""
        assert isinstance(box.step, ListItem)
        assert isinstance(path[-1], List)
        attributes, path = self._value(path[-1], box.step), (*path, box.step)
        first, *rest = box.inside
        if isinstance(first, Block):
            name = first.anchor if isinstance(first.leaf, Paragraph) else ""
            attributes += f' id="{escape(name)}"' if name else ""
            sign = item_label(path, self.lists, name)
            if not any(isinstance(one, Block) for one in rest):
                below = f"\n{self._inside(rest, path)}" if rest else ""
                if first.style == NOTICE:
                    return f'<li class="{NOTICE}"{attributes}>{first.inner}{below}</li>\n'
                if isinstance(first.leaf, Paragraph):
                    return f"<li{attributes}>{_item_words(first, sign)}{below}</li>\n"
            if isinstance(first.leaf, Paragraph) and not (first.frame or first.style):
                first, sign = replace(first, number=sign), ""
        else:
            sign = item_label(path, self.lists)
        return f"<li{attributes}>\n{sign}{self._inside([first, *rest], path)}</li>\n"

    def _value(self, step: List, item: ListItem) -> str:
        return f' value="{item.number}"' if step.ordered and self.mixed else ""


def item_label(item: Path, styles: tuple[str, ...], name: str = "") -> str:
    """The label of an item, where the policy has styles for them. It leads to the item where that has a name."""
    text = own_label(item, styles) if styles else ""
    return f"{label(text, name)} " if text else ""


def _framed(blocks: Sequence[Block]) -> Iterator[str]:
    """Blocks beside one another, those of a frame in it."""
    for _, group in groupby(blocks, key=lambda block: block.frame and block.frame.key):
        first, *rest = group
        if first.frame is None:
            yield from (f"{_element(block)}{block.lines}" for block in (first, *rest))
            continue
        line = f"{first.frame.line}\n" if first.frame.line else ""
        yield f"{_begun(first.frame)}{_with_lines(first, f'{line}{first.lines}')}"
        yield from (_with_lines(block, block.lines) for block in rest)
        yield "</div>\n"


def _with_lines(block: Block, lines: str) -> str:
    """What is said of a heading stands below it: who goes from heading to heading looks for it there."""
    return f"{_element(block)}{lines}" if isinstance(block.leaf, Heading) else f"{lines}{_element(block)}"


def _begun(frame: Frame) -> str:
    return f'<div class="chg" id="{frame.anchor}">' if frame.anchor else '<div class="chg">'


def _item_words(block: Block, sign: str) -> str:
    words = f"{block.above}{sign}{block.inner}"
    return f"{_begun(block.frame)}{block.frame.line}{block.lines}{words}</div>" if block.frame else words


def _element(block: Block) -> str:
    name = f' id="{escape(block.anchor)}"' if block.anchor else ""
    words = f"{block.number}{block.inner}"
    match block.leaf:
        case _ if block.style:
            element = f'<p class="{block.style}">{words}</p>\n'
        case Heading() if not block.inner:
            element = ""
        case Heading(level=level):
            # HTML has six levels, of which the page takes the first:
            tag, deeper = (f"h{level + 1}", "") if level < 6 else ("h6", ' aria-level="7"')
            element = f"<{tag}{deeper}{name}>{words}</{tag}>\n"
        case Clause():
            element = f'<p class="cl"{name}>{words}</p>\n'
        case CodeBlock():
            element = f"<pre>{words}</pre>\n"
        case Table():
            element = words
        case _:
            element = f"<p>{words}</p>\n"
    return f"{block.above}{element}{block.below}"


def write_table(
    head: Sequence[str],
    body: Iterable[Sequence[str]],
    labels: Sequence[str],
    alignments: Sequence[str] = (),
    columns: str = "",
) -> str:
    """A table from the HTML of its cells. `labels` are the columns' names in plain words, which each cell says where
    rows are stacked; `columns` is a line above it."""
    classes = [f' class="{name}"' if name in ("center", "right") else "" for name in alignments] or [""] * len(head)
    cells = "".join(f'<th scope="col"{align}>{cell}</th>' for cell, align in zip(head, classes, strict=True))
    rows = "".join(f"<tr>{''.join(_cells(row, labels, classes))}</tr>\n" for row in body)
    body_rows = f"<tbody>\n{rows}</tbody>\n"
    return f'<div class="tw">{columns}<table>\n<thead>\n<tr>{cells}</tr>\n</thead>\n{body_rows}</table></div>\n'


def _cells(row: Sequence[str], labels: Sequence[str], classes: Sequence[str]) -> Iterator[str]:
    for index, words in enumerate(row):
        name, align = (labels[index], classes[index]) if index < len(labels) else ("", "")
        if index == 0 and name and words:
            yield f'<th scope="row"{align}>{words}</th>'
        else:
            shown = f' data-h="{escape(name)}"' if name else ""
            yield f"<td{shown}{align}>{words}</td>"
