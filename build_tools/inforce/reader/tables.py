"""Pipe tables: the rows of the source, split as the library splits them, so that each cell has its place and a row that
is longer or shorter than the head is told (the library drops what is beyond the head without a word).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from markdown_it.token import Token

from inforce.model.text import Break, Cell, Inline, Path, Position, Table, Text
from inforce.reader.findings import Findings
from inforce.reader.places import Lines, Words

_BAR = re.compile(r"(?<!\\)\|")
_OTHER_BLOCK = re.compile(r"#{1,6}\s|>|[-+*]\s|[0-9]{1,9}[.)]\s|`{3}|~{3}|<")
"""What GitHub reads before it looks for a table, and the library after."""
_ITEM = re.compile(r"-[ ]+(?=\S)")

ReadWords = Callable[[Words], tuple[Inline, ...]]


def read_table(
    tokens: Sequence[Token], lines: Lines, path: Path, read_words: ReadWords, findings: Findings
) -> tuple[Table, int]:
    """The table whose `table_open` is the first of these tokens, and how many of them are its own."""
    rows: list[tuple[Cell, ...]] = []
    alignments: list[str] = []
    count = 0
    for count, token in enumerate(tokens, start=1):  # noqa: B007 - counts on to the end of the table
        if token.type == "table_close":
            break
        if token.type == "th_open":
            alignments.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
        elif token.type == "tr_open" and token.map:
            rows.append(_row(token.map[0], lines, path, read_words, findings, len(rows[0]) if rows else 0))
    assert tokens[0].map is not None
    at = lines.position(tokens[0].map[0], path)
    if _OTHER_BLOCK.match(lines.texts[at.line - 1], at.column - 1):
        findings.report("M128", at.line, at.column, "head")
    if len(rows) == 1:
        findings.report("M128", at.line, at.column, "no row")
    return Table(rows=tuple(rows), alignments=tuple(alignments), at=at, path=path), count


def _row(
    line: int, lines: Lines, path: Path, read_words: ReadWords, findings: Findings, width: int
) -> tuple[Cell, ...]:
    start = lines.start(line, path)
    text = lines.texts[line][start:].rstrip()
    bounds = [0, *(found.end() for found in _BAR.finditer(text)), len(text) + 1]
    spans = [(begin, end - 1) for begin, end in pairwise(bounds)]
    if spans and spans[0][0] == spans[0][1]:
        del spans[0]
    if spans and spans[-1][0] == spans[-1][1]:
        del spans[-1]
    if width and len(spans) != width:
        findings.report("M128", line + 1, start + 1, "cells", cells=len(spans), width=width)
    return tuple(_cell(text[begin:end], line, start + begin, read_words) for begin, end in spans)


def _cell(typed: str, line: int, start: int, read_words: ReadWords) -> Cell:
    text, bars = typed.strip(), list[int]()
    column = start + 1 + (len(typed) - len(typed.lstrip()) if text else 0)
    while (found := text.find("\\|", bars[-1] + 1 if bars else 0)) >= 0:
        text = text[:found] + text[found + 1 :]
        bars.append(found)
    children = read_words(Words(text, [(line + 1, column)], bars))
    at = Position(line=line + 1, column=column)
    if not any(isinstance(child, Break) for child in children):
        return Cell(children=children, at=at)
    return _with_items(children, at)


def _with_items(children: tuple[Inline, ...], at: Position) -> Cell:
    """A cell of several lines, those of which that begin with `- ` are items."""
    items, made, number, begins = list[int](), list[Inline](), 0, True
    for child in children:
        if begins and isinstance(child, Text) and (sign := _ITEM.match(child.text.lstrip())):
            items.append(number)
            skipped = len(child.text) - len(child.text.lstrip()) + sign.end()
            place = Position(line=child.at.line, column=child.at.column + skipped)
            child = Text(text=child.text[skipped:], at=place)
        begins = isinstance(child, Break)
        number += begins
        made.append(child)
    return Cell(children=tuple(made), at=at, items=tuple(items))
