"""A text as the mends see it: its blocks, the words in them, and where each of them stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from markdown_it.token import Token

from inforce.model.text import Table
from inforce.reader.commonmark import block_tokens
from inforce.reader.findings import Findings
from inforce.reader.inline import tokens_of
from inforce.reader.places import Lines, Words
from inforce.reader.profile_words import refuses_brackets
from inforce.reader.tables import read_table

_MARKER = re.compile(r"[-+*]|[0-9]{1,9}[.)]")
_LINKED = re.compile(r"(?:\][(:]\s*<?|\bhref\s*=\s*[\"']?)#([^\s<>()\"']+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What stands from `start` to `end` in the source is to be `text`."""

    start: int
    end: int
    text: str


Mends = Iterator[Edit | tuple[Edit, ...]]
"""What a rule finds: edits, and edits that stand or fall together."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph, a heading or a cell."""

    kind: str
    token: Token
    """The token that opens it."""
    words: Words
    inside: tuple[Token, ...]
    """What it stands in: quotations, lists and items, the outermost first."""
    begin: int
    """Its first line, from 0."""
    end: int
    """The line after its last."""

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The pieces of its words; none where no sign in them may be markup."""
        return () if refuses_brackets(self.words, Findings("")) else tokens_of(self.words)

    @property
    def level(self) -> int:
        """Of a heading."""
        return int(self.token.tag[1])


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table that stands in nothing, with the line of each row."""

    table: Table
    lines: tuple[int, ...]


class Page:
    """A normalised source, read once. Lines are counted from 0."""

    def __init__(self, source: str, language: str = "en") -> None:
        self.source = source
        self.language = language
        self.lines = source.split("\n")
        self.tokens = block_tokens(source)
        self._places = Lines(source)
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.blocks: list[Block] = []
        self.grids: list[Grid] = []
        self.inside: list[tuple[Token, ...]] = []
        """What each token stands in."""
        self._read()

    @cached_property
    def code(self) -> frozenset[int]:
        """The lines that hold code."""
        spans = [token.map for token in self.tokens if token.type in ("fence", "code_block") and token.map]
        return frozenset(line for begin, end in spans for line in range(begin, end))

    @cached_property
    def linked(self) -> frozenset[str]:
        """The names that links of this text lead to, as in `#rights`."""
        return frozenset(unquote(name) for name in _LINKED.findall(self.source))

    def start_of(self, line: int) -> int:
        """Where a line begins in the source."""
        return min(self._starts[line], len(self.source))

    def end_of(self, line: int) -> int:
        """Where a line ends, before its line end."""
        return self.start_of(line) + len(self.lines[line])

    def at(self, words: Words, offset: int) -> int:
        """Where an offset in the words of a block stands in the source."""
        place = words.at(offset)
        return self.start_of(place.line - 1) + place.column - 1

    def span(self, words: Words, begin: int, end: int, text: str) -> Edit:
        """An edit of a part of a block's words."""
        # What stands before the next word, such as a bar's backslash, may be no part of the words:
        ends_in_a_line = end > begin and words.text[end - 1] != "\n"
        last = self.at(words, end - 1) + 1 if ends_in_a_line else self.at(words, end)
        return Edit(start=self.at(words, begin), end=last, text=text)

    def column(self, line: int, inside: Sequence[Token]) -> int:
        """Where the content of a line begins: after the signs of the quotations and items that it stands in."""
        text, at, quoted = self.lines[line], 0, False
        for token in inside:
            if token.type == "blockquote_open":
                quoted = True
            elif token.type == "list_item_open" and token.map and token.map[0] == line:
                at += len(text[at:]) - len(text[at:].lstrip(" \t>" if quoted else " \t"))
                marker = _MARKER.match(text, at)
                at = marker.end() if marker else at
        return at + len(text[at:]) - len(text[at:].lstrip(" \t>" if quoted else " \t"))

    def margin(self, line: int, inside: Sequence[Token]) -> str:
        """What a further line of the block in that line begins with."""
        return (
            "".join(char if char in ">\t" else " " for char in self.lines[line][: self.column(line, inside)])
            if inside
            else ""
        )

    def cleared(self, line: int, inside: Sequence[Token]) -> Edit:
        """A line without its content, its margin only where that says something."""
        at = self.column(line, inside)
        if self.lines[line][:at].strip():
            return Edit(start=self.start_of(line) + at, end=self.end_of(line), text="")
        return self.without(line, line + 1)

    def without(self, begin: int, end: int) -> Edit:
        """Lines taken out: where empty ones stand before and after them, one of these goes, too."""
        is_apart = begin == 0 or not self.lines[begin - 1].strip()
        if is_apart and end < len(self.lines) - 1 and not self.lines[end].strip():
            return Edit(start=self.start_of(begin), end=self.start_of(end + 1), text="")
        return Edit(start=self.start_of(begin), end=self.end_of(end - 1), text="")

    def headings(self) -> Iterator[Block]:
        """The headings that stand in nothing, in order."""
        return (block for block in self.blocks if block.kind == "heading" and not block.inside)

    # ---- reading

    def _read(self) -> None:
        open_: list[Token] = []
        skip_to = 0
        for index, token in enumerate(self.tokens):
            if token.type.endswith("_close") and open_ and token.type[:-5] == open_[-1].type[:-4]:
                open_.pop()
            self.inside.append(tuple(open_))
            if token.type in ("blockquote_open", "bullet_list_open", "ordered_list_open", "list_item_open"):
                open_.append(token)
            elif token.type == "table_open" and not open_:
                skip_to = self._table(index)
            elif token.type == "inline" and index >= skip_to:
                opener = self.tokens[index - 1]
                if opener.type in ("paragraph_open", "heading_open"):
                    self._block(opener, token, tuple(open_))

    def _block(self, opener: Token, token: Token, inside: tuple[Token, ...]) -> None:
        begin, end = opener.map or (0, 1)
        first = self._places.first_words(token.content, begin, end)
        kind = opener.type.removesuffix("_open")
        words = self._places.words(token.content, first)
        if kind == "heading" and opener.markup.startswith("#"):
            after = self.column(begin, inside) + len(opener.markup)
            column = self.lines[begin].find(token.content, after) + 1 if token.content else after + 1
            words = Words(token.content, [(begin + 1, max(column, 1))])
        self.blocks.append(Block(kind=kind, token=opener, words=words, inside=inside, begin=begin, end=end))

    def _table(self, index: int) -> int:
        found: list[Words] = []

        def note(words: Words) -> tuple[()]:
            found.append(words)
            return ()

        table, count = read_table(self.tokens[index:], self._places, (), note, Findings(""))
        rows = [token for token in self.tokens[index : index + count] if token.type == "tr_open" and token.map]
        for words in found:
            line = words.at(0).line - 1
            self.blocks.append(
                Block(kind="cell", token=self.tokens[index], words=words, inside=(), begin=line, end=line + 1)
            )
        self.grids.append(Grid(table=table, lines=tuple(row.map[0] for row in rows if row.map)))
        return index + count
