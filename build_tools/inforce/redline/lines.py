"""A block as one line of words with the way they are set, ready to be compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from inforce.model.text import Block, Break, Clause, Code, Emphasis, Heading, Inline, Item, Link, Paragraph, Table, Text
from inforce.redline.changes import PLAIN, Marks, Run
from inforce.redline.tokens import Words

SOFT_HYPHEN = "\u00ad"


def folded(text: str) -> str:
    """The text with any run of white space as one space, none at its ends."""
    return " ".join(text.split())


@dataclass(frozen=True, eq=False)
class Line:
    """Inline pieces as words, and from where to where they are set alike."""

    words: Words
    styles: tuple[tuple[int, Marks], ...]
    """(end, marks) of stretches that cover the text in order."""

    @cached_property
    def key(self) -> str:
        """The words with white space folded: equal keys, equal wording."""
        return folded(self.words.text)

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """The words between two places, cut where they are set differently."""
        text = self.words.text
        if len(self.styles) == 1:
            return (Run(text[start:end], self.styles[0][1]),)
        result: list[Run] = []
        begin = 0
        for stop, marks in self.styles:
            left, right = max(begin, start), min(stop, end)
            if left < right:
                result.append(Run(text[left:right], marks))
            begin = stop
        return tuple(result)


def line(children: tuple[Inline, ...]) -> Line:
    """Inline pieces as a line: NFC, soft hyphens dropped, a hard break as a newline."""
    texts: list[str] = []
    styles: list[tuple[int, Marks]] = []
    end = 0
    for text, marks in _flat(children, PLAIN):
        if not text:
            continue
        end += len(text)
        texts.append(text)
        if styles and styles[-1][1] == marks:
            styles[-1] = (end, marks)
        else:
            styles.append((end, marks))
    return Line(Words("".join(texts)), tuple(styles) or ((0, PLAIN),))


def _flat(children: tuple[Inline, ...], marks: Marks) -> Iterator[tuple[str, Marks]]:
    for child in children:
        match child:
            case Text(text=text) | Code(text=text):
                yield unicodedata.normalize("NFC", text).replace(SOFT_HYPHEN, ""), marks
            case Break():
                yield "\n", marks
            case Emphasis(children=inner, strong=True):
                yield from _flat(inner, replace(marks, strong=True))
            case Emphasis(children=inner):
                yield from _flat(inner, replace(marks, emphasis=True))
            case Link(children=inner, target=target):
                yield from _flat(inner, replace(marks, target=target))


def joined(lines: tuple[Line, ...], between: str = "\n") -> Line:
    """Several lines as one, with `between` between them."""
    styles: list[tuple[int, Marks]] = []
    end = 0
    for index, part in enumerate(lines):
        if index:
            end += len(between)
            styles.append((end, PLAIN))
        styles.extend((end + stop, marks) for stop, marks in part.styles)
        end += len(part.words.text)
    return Line(Words(between.join(part.words.text for part in lines)), tuple(styles))


@dataclass(frozen=True, eq=False)
class Unit:
    """A block to be paired: its line, or a table's rows of lines."""

    block: Block
    line: Line
    cells: tuple[tuple[Line, ...], ...] = ()

    @cached_property
    def shape(self) -> tuple[str, int]:
        """What the block is, apart from its words: kind and level. A number in a list is no part of it."""
        match self.block:
            case Heading(level=level):
                return "heading", level
            case Item(depth=depth, step=step):
                return "item" if step is None else "step", depth
            case Clause():
                return "clause", 0
            case Paragraph():
                return "paragraph", 0
            case Table():
                return "table", 0

    @property
    def family(self) -> str:
        """Blocks of different families are seldom the same block: headings, tables, everything else."""
        kind = self.shape[0]
        return kind if kind in ("heading", "table") else "text"


def unit(block: Block) -> Unit:
    """A block made ready."""
    if isinstance(block, Table):
        cells = tuple(tuple(line(cell.children) for cell in row) for row in block.rows)
        return Unit(block, joined(tuple(cell for row in cells for cell in row), " | "), cells)
    return Unit(block, line(block.children))
