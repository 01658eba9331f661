"""A leaf as one line of words with the way they are set, ready to be compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

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
    Quotation,
    Table,
    Target,
    Text,
    begun,
    cell_lines,
    depth,
    inlines,
)
from inforce.redline.changes import PLAIN, Marks, Run
from inforce.redline.headings import typed_number
from inforce.redline.tokens import TokenSequence

SOFT_HYPHEN = "\u00ad"


def folded(text: str) -> str:
    """The text with any run of white space as one space, none at its ends."""
    return " ".join(text.split())


@dataclass(frozen=True, eq=False)
class FlatText:
    """Inline pieces as words, and from where to where they are set alike."""

    words: TokenSequence
    styles: tuple[tuple[int, Marks], ...]
    """(end, marks) of stretches that cover the text in order."""

    @cached_property
    def key(self) -> str:
        """The words with white space folded: equal keys, equal wording."""
        return folded(self.words.text)

    @cached_property
    def unnumbered(self) -> str:
        """The same, without the numbers with which the words of links to headings of the same text begin."""
        if not any(is_inside(marks.target) for _, marks in self.styles):
            return self.key
        parts: list[str] = []
        begin = 0
        for target, stretches in groupby(self.styles, key=lambda style: style[1].target):
            *_, (end, _) = stretches
            text = self.words.text[begin:end]
            parts.append(typed_number(text)[1] if is_inside(target) else text)
            begin = end
        return folded("".join(parts))

    def parted(self) -> tuple[FlatText, ...]:
        """Its lines, parted by breaks."""
        found: list[FlatText] = []
        begin = at = 0
        for text in self.words.text.split("\n"):
            end = begin + len(text)
            styles: list[tuple[int, Marks]] = []
            while at < len(self.styles):
                stop, marks = self.styles[at]
                if stop > begin:
                    styles.append((min(stop, end) - begin, marks))
                if stop > end:
                    break
                at += 1
            found.append(FlatText(TokenSequence(text), tuple(styles) or ((0, PLAIN),)))
            begin = end + 1
        return tuple(found)

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


def line(children: tuple[Inline, ...], marks: Marks = PLAIN) -> FlatText:
    """Inline pieces as a line: NFC, soft hyphens dropped, a hard break as a newline."""
    texts: list[str] = []
    styles: list[tuple[int, Marks]] = []
    end = 0
    for text, set_as in _flat(children, marks):
        if not text:
            continue
        end += len(text)
        texts.append(text)
        if styles and styles[-1][1] == set_as:
            styles[-1] = (end, set_as)
        else:
            styles.append((end, set_as))
    return FlatText(TokenSequence("".join(texts)), tuple(styles) or ((0, PLAIN),))


def _flat(children: tuple[Inline, ...], marks: Marks) -> Iterator[tuple[str, Marks]]:
    for child in children:
        match child:
            case Text(text=text):
                yield unicodedata.normalize("NFC", text).replace(SOFT_HYPHEN, ""), marks
            case Code(text=text):
                yield unicodedata.normalize("NFC", text).replace(SOFT_HYPHEN, ""), replace(marks, code=True)
            case Break():
                yield "\n", marks
            case Emphasis(children=inner, strong=True):
                yield from _flat(inner, replace(marks, strong=True))
            case Emphasis(children=inner):
                yield from _flat(inner, replace(marks, emphasis=True))
            case Link(children=inner, target=target):
                yield from _flat(inner, replace(marks, target=target))


def joined(lines: tuple[FlatText, ...], between: str = "\n") -> FlatText:
    """Several lines as one, with `between` between them."""
    styles: list[tuple[int, Marks]] = []
    end = 0
    for index, part in enumerate(lines):
        if index:
            end += len(between)
            styles.append((end, PLAIN))
        styles.extend((end + stop, marks) for stop, marks in part.styles)
        end += len(part.words.text)
    return FlatText(TokenSequence(between.join(part.words.text for part in lines)), tuple(styles))


def shape(leaf: Leaf) -> tuple[str, int]:
    """What a leaf is, apart from its words: its kind, and the level of a heading or in how many lists it stands. A
    number in a list is no part of it."""
    level, found = depth(leaf.path), begun(leaf)
    name = "code" if isinstance(leaf, CodeBlock) else type(leaf).__name__.lower()
    if isinstance(leaf, Heading):
        level = leaf.level
    elif found:
        name = "step" if found[0].ordered else "bullet"
    elif level:
        name += " in a list"
    return "quoted " * sum(isinstance(step, Quotation) for step in leaf.path) + name, level


@dataclass(frozen=True, eq=False)
class Unit:
    """A leaf to be paired: its line, or a table's rows of lines."""

    block: Leaf
    line: FlatText
    cells: tuple[tuple[FlatText, ...], ...] = ()

    @property
    def family(self) -> str:
        """Leaves of different families are seldom the same block: headings, tables, everything else."""
        match self.block:
            case Heading():
                return "heading"
            case Table():
                return "table"
        return "text"


def unit(leaf: Leaf) -> Unit:
    """A leaf made ready."""
    if isinstance(leaf, Table):
        cells = tuple(tuple(map(_cell, row)) for row in leaf.rows)
        return Unit(leaf, joined(tuple(cell for row in cells for cell in row), " | "), cells)
    return Unit(leaf, line(inlines(leaf)[0]))


def _cell(cell: Cell) -> FlatText:
    """A cell's lines, each that is an item marked so."""
    return joined(tuple(line(words, Marks(item=is_item)) for is_item, words in cell_lines(cell)))


def is_inside(target: Target | None) -> bool:
    """Whether a link leads to a place of the same text."""
    return target is not None and target.scheme == "other" and target.value.startswith("#")
