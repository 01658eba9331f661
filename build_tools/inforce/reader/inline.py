"""The words of a block as frozen pieces: bare words, breaks, emphasis, code and links, each with its place.

A line end inside the words becomes a space, or nothing between Han or kana.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from inforce.model.text import Break, Code, Emphasis, Inline, Link, Target, Text
from inforce.reader.characters.scripts import HAN_OR_KANA
from inforce.reader.commonmark import SPECIAL, inline_tokens
from inforce.reader.places import Words

_HAN_OR_KANA = re.compile(f"[{HAN_OR_KANA}]")
_TARGET = re.compile(r"\]\([ \t\n]*<?")
"""What stands between the words of a link and its target."""
LINE_BREAK = re.compile(r"<br[ ]*/?>", re.IGNORECASE)
"""The one tag that may stand in a cell, which can't have lines."""

ReadTarget = Callable[[str, str, int], Target | None]
"""`read_target(text, title, offset)`: where a link that begins there goes, or None where it was refused."""


def tokens_of(words: Words) -> Sequence[Token]:
    """What the words hold besides words; nothing where no sign in them can be markup."""
    return inline_tokens(words.text) if SPECIAL.search(words.text) or "  \n" in words.text else ()


def pieces(words: Words, tokens: Sequence[Token], read_target: ReadTarget) -> tuple[Inline, ...]:
    """The pieces of a block's words. Markup that the profile refuses is left out, its words are kept."""
    if tokens:
        return _Builder(words, read_target).build(tokens)
    text = words.text
    if "\n" in text:
        lines = [line.strip(" \t") for line in text.split("\n")]
        text = lines[0]
        for line in lines[1:]:
            text += _join(text[-1:], line[:1]) + line
    return (Text(text=text, at=words.at(0)),) if text else ()


def _join(before: str, after: str) -> str:
    """What stands for a line end between two characters."""
    return "" if _HAN_OR_KANA.match(before) and _HAN_OR_KANA.match(after) else " "


class _Builder:
    def __init__(self, words: Words, read_target: ReadTarget) -> None:
        self._source = words
        self._read_target = read_target
        self._done: list[list[Inline]] = [[]]
        """The pieces of each markup that is open, the block's own first."""
        self._opened: list[tuple[Token, int]] = []
        self._words: list[str] = []
        self._words_at = 0
        self._last = ""
        """The last character of the words so far."""

    def build(self, tokens: Sequence[Token]) -> tuple[Inline, ...]:
        for index, token in enumerate(tokens):
            at: int = token.meta["at"]
            match token.type:
                case "text" | "text_special":
                    is_autolink = bool(self._opened) and self._opened[-1][0].markup == "autolink"
                    self._add(token.content, at + is_autolink)  # the words stand after `<`
                case "softbreak":
                    is_dense = _HAN_OR_KANA.match(self._last)
                    self._add(_join(self._last, _next_character(tokens, index)) if is_dense else " ", at)
                case "hardbreak":
                    self._put(Break(at=self._source.at(at)))
                case "html_inline" if LINE_BREAK.fullmatch(token.content):
                    self._put(Break(at=self._source.at(at)))
                case "code_inline":
                    self._put(Code(text=token.content, at=self._source.at(at)))
                    self._last = token.content[-1:]
                case "em_open" | "link_open":
                    self._open(token, at)
                case "strong_open":
                    self._open(token, at - 1)  # the place of its inner sign
                case "em_close" | "strong_close" | "link_close":
                    self._close(at)
                case _:
                    self._add(token.content, at)  # an image, HTML: refused
        self._flush()
        return tuple(self._done[0])

    def _add(self, text: str, at: int) -> None:
        if text:
            if not self._words:
                self._words_at = at
            self._words.append(text)
            self._last = text[-1]

    def _flush(self) -> None:
        if self._words:
            self._done[-1].append(Text(text="".join(self._words), at=self._source.at(self._words_at)))
            self._words = []

    def _put(self, piece: Inline) -> None:
        self._flush()
        self._done[-1].append(piece)
        self._last = ""

    def _open(self, token: Token, at: int) -> None:
        self._flush()
        self._opened.append((token, at))
        self._done.append([])

    def _close(self, end: int) -> None:
        self._flush()
        token, at = self._opened.pop()
        children, place = tuple(self._done.pop()), self._source.at(at)
        if token.type != "link_open":
            strong = token.type == "strong_open"
            self._done[-1].append(Emphasis(children=children, strong=strong, at=place))
            return
        begun = _TARGET.match(self._source.text, end)
        offset = begun.end() if begun else at + 1  # an address between angle brackets
        target = self._read_target(str(token.attrs.get("href", "")), str(token.attrs.get("title", "")), offset)
        if target is None:
            self._done[-1].extend(children)
            return
        autolink = token.markup == "autolink"
        self._done[-1].append(Link(children=children, target=target, at=place, autolink=autolink))


def _next_character(tokens: Sequence[Token], index: int) -> str:
    """The first character of the words after a token; none where a break comes before it."""
    for token in tokens[index + 1 :]:
        if token.type in ("hardbreak", "html_inline"):
            return ""
        if token.content:
            return token.content[0]
    return ""
