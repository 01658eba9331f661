"""What the profile refuses among the words of a block: markup that is not whole, and markup that no policy holds.

CommonMark shows what it can't read as it is typed. A star or a bracket that stands there was hardly meant so, and where
it was, a backslash says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.entities import html5

from markdown_it.token import Token

from inforce.reader.findings import Findings, quoted
from inforce.reader.inline import LINE_BREAK
from inforce.reader.places import Words
from inforce.reader.remedies import WHOLE, remedy_for_half_link, remedy_for_html

MOST_OPEN = 30
"""Brackets that may be open at once: thousands of them take the library seconds."""
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_ENTITY = re.compile(r"\\.|`+|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,40});", re.DOTALL)
_LOOSE = re.compile(r"[*_`~\[\]]|\\$")
_STARS = re.compile(r"\*+|(?<![_\w])__(?=\w)|(?<=[^\s_])__(?!_)")
_DEFINITION = re.compile(r"\[[^\[\]\n]*\]:")


def refuses_brackets(words: Words, findings: Findings) -> bool:
    """Whether so many brackets are open at once that the words are better not read."""
    text = words.text
    if text.count("[") <= MOST_OPEN:
        return False
    open_ = 0
    for found in _BRACKET.finditer(text):
        open_ = open_ + 1 if found[0] == "[" else max(open_ - 1, 0) if found[0] == "]" else open_
        if open_ > MOST_OPEN:
            _report(findings, "M117", words, found.start(), "too many", open=open_, remedy=WHOLE)
            return True
    return False


def check_words(words: Words, tokens: Sequence[Token], findings: Findings, *, in_cell: bool) -> None:
    """Report all that the profile refuses in a block's words, which `tokens` are."""
    _Check(words, tokens, findings, in_cell).run()


def _report(findings: Findings, code: str, words: Words, offset: int, variant: str = "", /, **values: object) -> None:
    at = words.at(offset)
    findings.report(code, at.line, at.column, variant, **values)


class _Check:
    def __init__(self, words: Words, tokens: Sequence[Token], findings: Findings, in_cell: bool) -> None:
        self._words = words
        self._tokens = tokens
        self._findings = findings
        self._in_cell = in_cell

    def run(self) -> None:
        tags: list[tuple[str, int]] = []
        slashes: list[tuple[str, int]] = []
        code: list[tuple[int, int]] = []
        for index, token in enumerate(self._tokens):
            at: int = token.meta["at"]
            match token.type:
                case "html_inline" if not (self._in_cell and LINE_BREAK.fullmatch(token.content)):
                    tags.append((token.content, at))
                case "image":
                    self._report("M119", at)
                case "text_special" if token.info == "escape" and token.content == token.markup:
                    slashes.append((token.content[1:], at))
                case "code_inline":
                    code.append((at, at + len(token.content) + 2 * len(token.markup)))
                case "link_close" if not _holds_words(self._tokens, index):
                    self._report("M127", at, "link")
        if tags:
            others = f", and {len(tags) - 1} more in this block" if len(tags) > 1 else ""
            self._report(
                "X301",
                tags[0][1],
                tag=quoted(tags[0][0]),
                others=others,
                remedy=remedy_for_html([tag for tag, _ in tags]),
            )
        self._entities(code)
        self._loose(slashes)
        if slashes:
            char, at = slashes[0]
            others = f", and {len(slashes) - 1} more in this block" if len(slashes) > 1 else ""
            what = f"before {quoted(char)}" if char else "at the end of a paragraph"
            self._report("M122", at, what=what, others=others)

    def _report(self, code: str, offset: int, variant: str = "", /, **values: object) -> None:
        _report(self._findings, code, self._words, offset, variant, **values)

    def _entities(self, code: Sequence[tuple[int, int]]) -> None:
        """`&eacute;` among words or in an address, but not in code."""
        if "&" not in self._words.text:
            return
        for found in _ENTITY.finditer(self._words.text):
            is_code = any(begin <= found.start() < end for begin, end in code)
            if found[0].startswith("&") and _is_entity(found[0]) and not is_code:
                self._report("M120", found.start(), words=quoted(found[0]))
                return

    # ---- signs that mark nothing

    def _loose(self, slashes: list[tuple[str, int]]) -> None:
        if not any(_LOOSE.search(token.content) for token in self._tokens if token.type == "text"):
            return
        brackets: list[tuple[str, int]] = []
        stars: list[tuple[str, int]] = []
        struck: list[tuple[str, int]] = []
        for text, offset in _runs(self._tokens):
            if text.endswith("\\") and offset + len(text) == len(self._words.text):
                slashes.append(("", offset + len(text) - 1))
            stars += [(found[0], offset + found.start()) for found in _STARS.finditer(text)]
            brackets += [(found[0], offset + found.start()) for found in re.finditer(r"[\[\]]", text)]
            if (at := text.find("`")) >= 0:
                self._report("M111", offset + at, "backtick")
            struck += [(found[0], offset + found.start()) for found in re.finditer("~+", text)]
        self._struck(struck)
        self._stars(stars)
        self._brackets(brackets)

    def _struck(self, signs: Sequence[tuple[str, int]]) -> None:
        """GitHub strikes out what stands between two signs of one or two `~`, also in "10~20 and 30~40"."""
        text, begun = self._words.text, set[str]()
        for sign, at in signs:
            if len(sign) == 2 or (sign in begun and text[at - 1 : at].strip()):
                self._report("M116", at, sign=sign)
                return
            if text[at + len(sign) : at + len(sign) + 1].strip():
                begun.add(sign)

    def _stars(self, stars: Sequence[tuple[str, int]]) -> None:
        text, waiting = self._words.text, list(reversed(stars))
        while waiting:
            sign, at = waiting.pop()
            follows = bool(waiting) and waiting[-1][0] == sign
            end, after = waiting[-1][1] if follows else 0, at + len(sign)
            if sign != "__" and text.startswith("[", after):
                self._report("M121", at, "at a link", sign=sign[:4], mark=sign[:2])
            elif follows and sign != "__" and text[end - 1].isspace() and text[after].strip():
                kind = "bold" if sign == "**" else "italic"
                self._report("M121", end, "space before", sign=sign, kind=kind, star=sign[0])
            elif follows and _is_inside(text, end, len(sign)):
                before = quoted(text[end - 1])
                self._report("M121", end, "inside a word", sign=sign, before=before)
            elif sign == "__":
                continue  # `__utma` is the name of a cookie
            else:
                self._report("M121", at, "loose", sign=sign[:4], mark=sign[:2])
                continue
            if follows:
                waiting.pop()

    def _brackets(self, brackets: Sequence[tuple[str, int]]) -> None:
        text, open_ = self._words.text, list[int]()
        links = [token.meta["at"] for token in self._tokens if token.type == "link_open"]
        for sign, at in brackets:
            if sign == "[":
                open_.append(at)
                continue
            if not open_:
                self._report("M117", at, "not opened", remedy=WHOLE)
                continue
            begin = open_.pop()
            inner = [link for link in links if begin < link < at]
            if inner and text.startswith("(", at + 1):
                self._report("M118", inner[0])
            elif _DEFINITION.match(text, begin) and (begin == 0 or text[begin - 1] == "\n"):
                message, remedy = _definition(text, begin)
                self._report("M115", begin, message=message, remedy=remedy)
            else:
                found, after = text[begin : min(at + 1, begin + 60)], text[at + 1 : at + 60]
                self._report("M117", begin, "no target", found=quoted(found), remedy=remedy_for_half_link(found, after))
        for begin in open_:
            self._report("M117", begin, "not closed", remedy=WHOLE)


def _definition(text: str, at: int) -> tuple[str, str]:
    if text.startswith("[^", at):
        cure = "Put its words into the sentence, or below it as a paragraph, and take the sign out."
        return "This is a footnote, which is not supported.", cure
    cure = "Write the target at the words themselves: `[words](target)`."
    return "This defines a link for use elsewhere, which is not supported.", cure


def _is_entity(found: str) -> bool:
    """Whether `&…;` stands for a character. In "R&D; marketing" it doesn't: HTML knows no such name."""
    return found.startswith("&#") or found[1:] in html5


def _is_inside(text: str, at: int, length: int) -> bool:
    """Whether a sign stands after punctuation and before a letter, where it can begin words and not end them."""
    before, after = text[at - 1 : at], text[at + length : at + length + 1]
    return bool(before.strip()) and not before.isalnum() and after.isalnum()


def _holds_words(tokens: Sequence[Token], close: int) -> bool:
    """Whether anything but white space stands in the link that ends there."""
    for token in reversed(tokens[:close]):
        if token.type == "link_open":
            return False
        if token.content.strip():
            return True
    return False


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """The words that are not escaped, those that touch in the source as one: each sign is a token of its own."""
    text, begin = "", 0
    for token in tokens:
        if token.type != "text" or not token.content:
            continue
        at: int = token.meta["at"]
        if text and begin + len(text) == at:
            text += token.content
            continue
        if text:
            yield text, begin
        text, begin = token.content, at
    if text:
        yield text, begin
