"""The library's tokens as leaves with a path. What a policy may not hold is told by `profile` as it is met; its words
are kept where they can be, so that one slip hides no other.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from inforce.model.item_labels import can_have_id
from inforce.model.text import (
    Clause,
    CodeBlock,
    Heading,
    Inline,
    Leaf,
    Link,
    List,
    ListItem,
    Paragraph,
    Path,
    Position,
    Quotation,
    Target,
    Text,
)
from inforce.reader import profile, profile_words
from inforce.reader.commonmark import block_tokens
from inforce.reader.findings import Findings
from inforce.reader.inline import pieces, tokens_of
from inforce.reader.places import Lines, Words
from inforce.reader.tables import read_table
from inforce.reader.targets import Refusal, read_target


def read_blocks(source: str, findings: Findings, language: str) -> tuple[Leaf, ...]:
    """The leaves of a normalised source."""
    return _BlockReader(source, findings, language).read()


class _BlockReader:
    def __init__(self, source: str, findings: Findings, language: str) -> None:
        self._tokens = block_tokens(source)
        self._at = 0
        self._lines = Lines(source)
        self._findings = findings
        self._language = language
        self._leaves: list[Leaf] = []
        self._last_numbers: set[int] = set()
        """With which numbers the lists so far have ended: a list may go on where another stopped."""

    def read(self) -> tuple[Leaf, ...]:
        self._blocks("", ())
        return tuple(self._leaves)

    def _next(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _blocks(self, end: str, path: Path) -> None:
        """The blocks up to a token of that type, which is passed."""
        while self._at < len(self._tokens) and (token := self._next()).type != end:
            self._block(token, path)

    def _block(self, token: Token, path: Path) -> None:
        line = token.map[0] if token.map else 0
        match token.type:
            case "paragraph_open":
                self._paragraph(self._next(), path)
                self._next()
            case "heading_open":
                self._heading(token, self._next(), path)
                self._next()
            case "bullet_list_open" | "ordered_list_open":
                self._list(token, path)
            case "blockquote_open":
                self._blocks("blockquote_close", (*path, Quotation(at=self._lines.position(line, path))))
            case "table_open":
                table, count = read_table(
                    self._tokens[self._at - 1 :], self._lines, path, self._cell_words, self._findings
                )
                self._leaves.append(table)
                self._at += count - 1
            case _:
                at = self._lines.position(line, path)
                if token.type == "fence" and token.map:
                    profile.check_fence(token, self._lines.texts[token.map[1] - 1], at, self._findings)
                    self._leaves.append(CodeBlock(text=token.content, info=token.info.strip(), at=at, path=path))
                    return
                profile.refuse_block(token, at, self._findings)
                if token.content:
                    kept = (Text(text=token.content, at=at),)
                    self._leaves.append(Paragraph(children=kept, at=at, path=path))

    # ---- words

    def _words(self, words: Words) -> tuple[Inline, ...]:
        return self._pieces(words, in_cell=False)

    def _cell_words(self, words: Words) -> tuple[Inline, ...]:
        return self._pieces(words, in_cell=True)

    def _pieces(self, words: Words, *, in_cell: bool) -> tuple[Inline, ...]:
        if profile_words.refuses_brackets(words, self._findings):
            return (Text(text=words.text, at=words.at(0)),)
        tokens = tokens_of(words)
        if tokens:
            profile_words.check_words(words, tokens, self._findings, in_cell=in_cell)

        def target(text: str, title: str, offset: int) -> Target | None:
            found = read_target(text, title)
            if isinstance(found, Refusal):
                at = words.at(offset)
                self._findings.report(found.code, at.line, at.column, message=found.message, remedy=found.remedy)
                return None
            return found

        return pieces(words, tokens, target)

    def _paragraph(self, inline: Token, path: Path) -> None:
        begin, end = inline.map or (0, 1)
        first = self._lines.first_words(inline.content, begin, end)
        words = self._lines.words(inline.content, first)
        if inline.content.count("\n") + 1 < end - begin:
            profile.refuse_blank(begin + 1 if first > begin else end, self._findings)
        profile.check_paragraph(words, self._findings)
        children = self._words(words)
        match children:
            case (Link(target=Target(scheme="id", value=name), children=label), *rest) if not path:
                clause = Clause(id=name, children=(*label, *rest), label=len(label), at=words.at(0))
                self._leaves.append(clause)
            case (Link(target=Target(scheme="id", value=name), children=label), *rest):
                named = (*label, *rest)
                item = Paragraph(children=named, at=words.at(0), path=path, id=name, label=len(label))
                bare = Paragraph(children=children, at=words.at(0), path=path)
                self._leaves.append(item if can_have_id(item) else bare)
            case _:
                self._leaves.append(Paragraph(children=children, at=words.at(0), path=path))

    def _heading(self, token: Token, inline: Token, path: Path) -> None:
        line = token.map[0] if token.map else 0
        at = self._lines.position(line, path)
        is_underlined = token.markup in ("=", "-")
        words = self._lines.words(inline.content, line)
        if not is_underlined:
            words = self._lines.heading(inline.content, line, path)
        if is_underlined:
            below = self._lines.position(token.map[1] - 1 if token.map else 0, path)
            profile.refuse_underlined(token, below, self._findings)
        profile.check_heading(token, self._lines.texts[line], words, at, path, self._findings)
        children, name = self._words(words), None
        match children:
            case (Link(target=Target(scheme="id", value=found), children=inner),):
                children, name = inner, found
        level = max(int(token.tag[1]), 2 if is_underlined and line else 1)  # below the first line none is a file's own
        self._leaves.append(Heading(level=level, id=name, children=children, at=at, path=path))

    # ---- lists

    def _list(self, token: Token, path: Path) -> None:
        at = self._lines.position(token.map[0] if token.map else 0, path)
        ordered = token.type == "ordered_list_open"
        start = int(token.attrs.get("start", 1)) if ordered else 1
        style = f"1{token.markup}" if ordered else token.markup
        found = List(ordered=ordered, start=start, style=style, at=at)
        profile.check_nesting(found, path, self._findings)
        typed: list[tuple[str, Position]] = []
        before, first = len(self._leaves), self._at
        while (item := self._next()).type == "list_item_open":
            place = self._lines.position(item.map[0] if item.map else 0, path)
            typed.append((item.info, place))
            begins = (self._tokens[self._at].map or item.map or [0])[0] + 1  # the line of its sign may hold no more
            step = ListItem(number=start + len(typed) - 1, begins=begins, at=place)
            self._item((*path, found, step))
        if ordered:
            profile.check_numbers(start, typed, self._findings)
        if len(typed) == 1 and start - 1 not in self._last_numbers:
            profile.check_lone_item(found, _first_words(self._tokens, first), self._language, self._findings)
        if ordered:
            self._last_numbers.add(start + len(typed) - 1)
        assert len(self._leaves) > before

    def _item(self, path: Path) -> None:
        before = len(self._leaves)
        self._blocks("list_item_close", path)
        if len(self._leaves) == before:  # so that the item is there
            at = path[-1].at
            self._leaves.append(Paragraph(children=(), at=at, path=path))
            self._findings.report("M127", at.line, at.column, "item")


def _first_words(tokens: Sequence[Token], at: int) -> str:
    """The words that the first item of a list begins with, as they are typed."""
    return tokens[at + 2].content if tokens[at + 1].type == "paragraph_open" else ""
