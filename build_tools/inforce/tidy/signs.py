"""Mends of single signs: tabs, hidden characters, codes for characters, stars and brackets that mark nothing."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from inforce.reader.characters.hidden import SUSPECT, is_needed, is_right_to_left
from inforce.reader.commonmark import inline_tokens
from inforce.tidy.options import Options
from inforce.tidy.page import Block, Edit, Mends, Page
from inforce.tidy.proof import is_sign

_REMOVED = "\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\x0b\x0c"
_MARKS = "\u200e\u200f"
_MARKUP = frozenset("\\`*_[]<>&#|~")
_BRACKETS = re.compile(r"\[(?:at|dot|@|sic|\.{2,3}|…)\](?![(\[:])", re.IGNORECASE)
"""Square brackets that are certainly words."""
_IMAGE = re.compile(r"!\[([^\[\]\\]{1,4})\]\([^()\s]*\)")
_MOST_LOOSE = 20
"""Runs of stars in a block that are tried as pairs, one a round; more are no slips, and each try reads the block."""
_ITEM = re.compile(r"(?:\A|\n)[ ]*\Z")
_WILDCARD = re.compile(r"(?<=[\w.)\]])\*(?=[\s,.;:)|]|$)|(?<=\s)\*(?=\.\w)|(?<!\S)\*(?=\s)")
"""A star that stands for any letters, or for a note below: it can begin nothing."""


def tabs(page: Page, _: Options) -> Mends:
    """A tab becomes the spaces that it stands for."""
    for number, line in enumerate(page.lines):
        if "\t" in line:
            margin = len(line) - len(line.lstrip(" \t"))
            text = line[:margin].expandtabs(4) + line[margin:].replace("\t", " ").rstrip(" ")
            yield Edit(start=page.start_of(number), end=page.end_of(number), text=text)


def blank_lines(page: Page, _: Options) -> Mends:
    """A line of no-break spaces becomes an empty one."""
    for number, line in enumerate(page.lines):
        if line and not line.strip() and line.strip(" \t") and number not in page.code:
            yield Edit(start=page.start_of(number), end=page.end_of(number), text="")


def hidden_characters(page: Page, _: Options) -> Mends:
    """A character that nobody sees, and that no script needs where it stands, goes."""
    marks = "" if is_right_to_left(page.language) else _MARKS
    for found in SUSPECT.finditer(page.source):
        at, char = found.start(), found[0]
        if char in marks or (char in _REMOVED and not is_needed(page.source, at, char, page.language)):
            yield Edit(start=at, end=at + 1, text="")


def entities(page: Page, _: Options) -> Mends:
    """`&eacute;` becomes é; what would then be markup gets a backslash."""
    for block in page.blocks:
        for token in block.tokens:
            if token.type == "text_special" and token.info == "entity":
                at, char = token.meta["at"], token.content
                if char == " ":  # beside another space, or at an end, it is seen by nobody
                    before, end = block.words.text[:at], at + len(token.markup)
                    is_needed_here = (
                        bool(before.strip()) and not before[-1].isspace() and block.words.text[end:].strip()
                    )
                    yield page.span(block.words, at, end, " " if is_needed_here else "")
                    continue
                if char == "\u00ad":  # where a word may be parted, which pages find by themselves
                    yield page.span(block.words, at, at + len(token.markup), "")
                    continue
                if (char.isspace() and char != "\u00a0") or (len(char) == 1 and unicodedata.category(char)[0] == "C"):
                    continue
                after = block.words.text[at + len(token.markup) :]
                if char == "&":
                    text = "\\&" if re.match(r"#?\w+;", after) else "&"
                else:
                    text = f"\\{char}" if char in _MARKUP else char
                yield page.span(block.words, at, at + len(token.markup), text)


def brackets(page: Page, _: Options) -> Mends:
    """`[at]` and `[…]` among words get backslashes."""
    for block in page.blocks:
        free = {at for token in block.tokens if token.type == "text" for at in _places(token.meta["at"], token.content)}
        for found in _BRACKETS.finditer(block.words.text):
            begin, end = found.start(), found.end() - 1
            if begin in free and end in free:
                yield page.span(block.words, begin, begin + 1, "\\["), page.span(block.words, end, end + 1, "\\]")


def _places(at: int, content: str) -> range:
    return range(at, at + len(content))


def emoji(page: Page, _: Options) -> Mends:
    """An image of one sign, as WordPress makes of ✔, becomes the sign."""
    for block in page.blocks:
        for token in block.tokens:
            found = _IMAGE.match(block.words.text, token.meta["at"]) if token.type == "image" else None
            if found and is_sign(found[1]):
                yield page.span(block.words, found.start(), found.end(), found[1])


# ---- stars


def stars(page: Page, _: Options) -> Mends:
    """`**重要。**本` becomes `**重要**。本`, `**bold **` becomes `**bold**`; a star alone gets a backslash."""
    for block in page.blocks:
        text = block.words.text
        loose = _loose(text) if "*" in text else []
        if not loose:
            continue
        is_few = len(loose) <= _MOST_LOOSE
        edits = (is_few and (_touching(text, loose) or _paired(text, loose))) or _escaped(block, loose)
        if edits:
            yield tuple(page.span(block.words, begin, end, new) for begin, end, new in edits)


def _loose(text: str) -> list[tuple[int, int]]:
    """The runs of stars that mark nothing: offset and length."""
    runs: list[tuple[int, int]] = []
    for token in inline_tokens(text):
        if token.type != "text" or not token.content or token.content.strip("*"):
            if token.type == "text":
                at = token.meta["at"]
                runs += [(at + found.start(), len(found[0])) for found in re.finditer(r"\*+", token.content)]
            continue
        at, length = token.meta["at"], len(token.content)
        if runs and runs[-1][0] + runs[-1][1] == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + length)
        else:
            runs.append((at, length))
    return runs


def _touching(text: str, loose: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """`**one****two**`, bold words that end and begin at one place, which CommonMark reads otherwise."""
    for found in re.finditer(r"(?<=[^\s*])\*{4}(?=[^\s*])", text):
        new = text[: found.start()] + text[found.end() :]
        if len(_loose(new)) < len(loose):
            return [(found.start(), found.end(), "")]
    return []


def _paired(text: str, loose: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """The edits that let the first two runs of one length begin and end their words."""
    for (first, size), (second, other) in pairwise(loose):
        inner = text[first + size : second]
        if size != other or size > 3 or not inner.strip() or "\n\n" in inner:
            continue
        signs = "*" * size
        edits: list[tuple[int, int, str]] = []
        begin, end = first + size, second
        lead = len(inner) - len(inner.lstrip())
        trail = len(inner) - len(inner.rstrip())
        before, after = text[first - 1 : first] if first else " ", text[second + size : second + size + 1] or " "
        if lead and (not before.isspace() or (trail == 0 and not after.isspace())):
            continue  # a star between spaces is hardly the start
        if lead and first and trail and after.isspace():
            continue  # `5 ** 3 ** 2` may be reckoned
        if lead and size == 1:
            continue
        if trail and size == 1 and not after.isalnum():
            continue
        begin, end = begin + lead, end - trail
        if before.isalnum() and not text[begin].isalnum():
            begin += 1
        if after.isalnum() and not trail and not text[end - 1].isalnum():
            end -= 1
        if begin >= end:
            continue
        edits = [
            (first, begin, text[first + size : begin] + signs),
            (end, second + size, signs + text[end:second]),
        ]
        new = text[:first] + edits[0][2] + text[begin:end] + edits[1][2] + text[second + size :]
        if len(_loose(new)) <= len(loose) - 2:
            return edits
    return []


def _escaped(block: Block, loose: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """A backslash before each star, where no two of them can be meant as a pair, and none as the sign of an item."""
    text = block.words.text
    if any(size == 1 and _ITEM.search(text[:at]) and text[at + 1 : at + 2] == " " for at, size in loose):
        return []  # an item may be meant
    if len(loose) > 1 and not all(size == 1 and _WILDCARD.match(text, at) for at, size in loose):
        return []
    return [(at, at + size, "\\*" * size) for at, size in loose if size == 1]
