"""Mends of blocks: lines across the page, headings in odd forms, numbers and bullets of lists, short rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it.token import Token

from inforce.model.text import Position
from inforce.reader.commonmark import inline_tokens
from inforce.reader.profile import months
from inforce.tidy.options import Options
from inforce.tidy.page import Edit, Mends, Page
from inforce.tidy.proof import BULLETS

_CLOSING = re.compile(r"(?<![ \t])[ \t]+#+[ \t]*$")
_TOGETHER = re.compile(r"[ \t]*(#{2,6})(?=[^#\s\\{])")
_BULLET = re.compile(rf"[{BULLETS}][ \t\u00a0]+(?=\S)")
_ITEM = re.compile(r"(?:[-+*]|[0-9]{1,3}[.)])[ ]+\S")
_FEWEST_ITEMS = 2
_NUMBER = re.compile(r"[0-9]{1,9}")
_DAY = re.compile(r"(?:[12]?[0-9]|3[01])\. ([^\W\d_]+) [12][0-9]{3}\b")
_ITEM_OF_WORDS = (
    "ordered_list_open",
    "list_item_open",
    "paragraph_open",
    "inline",
    "paragraph_close",
    "list_item_close",
)
"""The tokens of a list whose only item holds one paragraph."""
_BAR = re.compile(r"(?<!\\)\|")


def lines_across(page: Page, _: Options) -> Mends:
    """`---` and `***` between paragraphs go."""
    for token, inside in zip(page.tokens, page.inside, strict=True):
        if token.type == "hr" and token.map:
            yield page.cleared(token.map[0], inside)


def underlined_headings(page: Page, _: Options) -> Mends:
    """A heading by a line of signs below it becomes one by `#`."""
    for block in page.blocks:
        if block.kind != "heading" or block.token.markup.startswith("#"):
            continue
        if any(token.type == "hardbreak" for token in block.tokens):
            continue
        words = " ".join(line.strip() for line in block.words.text.split("\n"))
        if words.endswith("#"):
            words = f"{words[:-1]}\\#"
        start = page.start_of(block.begin) + page.column(block.begin, block.inside)
        yield Edit(start=start, end=page.end_of(block.end - 1), text=f"{'#' * block.level} {words}")


def closing_signs(page: Page, _: Options) -> Mends:
    """`## words ##` loses the signs at its end."""
    for block in page.blocks:
        line = page.lines[block.begin]
        if block.kind == "heading" and block.token.markup.startswith("#") and (found := _CLOSING.search(line)):
            yield Edit(start=page.start_of(block.begin) + found.start(), end=page.end_of(block.begin), text="")


def headings_without_words(page: Page, _: Options) -> Mends:
    """A lone `##` goes."""
    for block in page.blocks:
        if block.kind == "heading" and not block.words.text:
            yield page.cleared(block.begin, block.inside)


def headings_without_space(page: Page, _: Options) -> Mends:
    """`##Words` at the start of a line becomes `## Words`; `#Words` may be a tag and stays."""
    for block in page.blocks:
        if block.kind == "paragraph" and not block.inside and (found := _TOGETHER.match(page.lines[block.begin])):
            at = page.start_of(block.begin) + found.end()
            yield Edit(start=at, end=at, text=" ")


def headings_in_items(page: Page, _: Options) -> Mends:
    """A heading in a list or a quotation becomes a bold paragraph."""
    for block in page.blocks:
        if (
            block.kind != "heading"
            or not block.inside
            or not block.token.markup.startswith("#")
            or "\n" in block.words.text
        ):
            continue
        words = block.words.text
        if not words:
            continue
        bold = words if _is_bold(words) else f"**{words}**"
        margin = page.margin(block.begin, block.inside)
        after = block.begin + 1
        if after < len(page.lines) and page.lines[after].strip(" \t>"):
            bold += f"\n{margin.rstrip()}"
        start = page.start_of(block.begin) + page.column(block.begin, block.inside)
        before = page.lines[block.begin - 1] if block.begin else ""
        if before.strip(" \t>") and not page.lines[block.begin][: start - page.start_of(block.begin)].strip(" \t>"):
            bold = f"\n{margin}{bold}"
        yield Edit(start=start, end=page.end_of(block.begin), text=bold)


def _is_bold(words: str) -> bool:
    """Whether the words hold bold words already, which can't be made bold once more."""
    return any(token.type == "strong_open" for token in inline_tokens(words))


# ---- lists


def list_numbers(page: Page, _: Options) -> Mends:
    """`1. 1. 1.` becomes 1. 2. 3., which is what pages show."""
    for opener, items in _lists(page):
        if opener.type != "ordered_list_open":
            continue
        first = int(opener.attrs.get("start", 1))
        for number, (item, inside) in enumerate(items, start=first):
            if not item.map or not item.info or int(item.info) == number:
                continue
            line = item.map[0]
            column = page.column(line, inside)
            found = _NUMBER.match(page.lines[line], column)
            if not found or found[0] != item.info:
                continue
            wider = len(str(number)) - len(found[0])
            start = page.start_of(line) + column
            within = [
                page.start_of(each)
                for each in range(line + 1, item.map[1] if wider > 0 else line)
                if page.lines[each].strip() and not page.lines[each][: column + 1].strip(" ")
            ]
            further = (Edit(start=at, end=at, text=" " * wider) for at in within)
            yield (Edit(start=start, end=start + len(found[0]), text=str(number)), *further)


def empty_items(page: Page, _: Options) -> Mends:
    """A bullet without words goes, and so does the last number of a list."""
    empty = {id(item) for item, after in pairwise(page.tokens) if item.nesting > 0 and after.type == "list_item_close"}
    for opener, items in _lists(page):
        for number, (item, inside) in enumerate(items):
            is_last = number == len(items) - 1
            if not item.map or not (opener.type == "bullet_list_open" or is_last):
                continue
            if id(item) in empty:
                yield page.cleared(item.map[0], inside)


def items_on_one_line(page: Page, _: Options) -> Mends:
    """`- - words`, an item that only holds another on its line, becomes `- words`."""
    alone = {id(opener): len(items) == 1 for opener, items in _lists(page)}
    for at, token in enumerate(page.tokens[:-1]):
        inner = page.tokens[at + 1]
        if token.type != "list_item_open" or not inner.type.endswith("_list_open") or token.map != inner.map:
            continue
        if not token.map or inner.type != "bullet_list_open" or token.info:
            continue
        if alone.get(id(inner)):
            line = token.map[0]
            begin = page.column(line, page.inside[at])
            end = page.column(line, (*page.inside[at], token))
            yield Edit(start=page.start_of(line) + begin, end=page.start_of(line) + end, text="")


def dates(page: Page, _: Options) -> Mends:
    """`10. November 2020` at the start of a paragraph is a day, and no item of a list."""
    items = {id(opener): found for opener, found in _lists(page)}
    for index, opener in enumerate(page.tokens):
        if opener.type != "ordered_list_open" or opener.markup != "." or len(items[id(opener)]) > 1:
            continue
        parts = page.tokens[index : index + len(_ITEM_OF_WORDS)]
        if tuple(part.type for part in parts) != _ITEM_OF_WORDS:
            continue
        item, inline = parts[1], parts[3]
        day = _DAY.match(f"{item.info}. {inline.content}")
        if item.map and day and day[1].casefold() in months(page.language):
            line = item.map[0]
            at = page.start_of(line) + page.column(line, page.inside[index]) + len(item.info)
            yield Edit(start=at, end=at, text="\\")


def typed_bullets(page: Page, _: Options) -> Mends:
    """`• words` becomes an item; `- • words` loses the second sign."""
    for block in page.blocks:
        if block.kind != "paragraph":
            continue
        in_item = bool(block.inside) and block.inside[-1].type == "list_item_open"
        offset = 0
        for number, line in enumerate(block.words.text.split("\n")):
            skipped = len(line) - len(line.lstrip())
            found = _BULLET.match(line, skipped)
            if found:
                is_second = in_item and number == 0 and block.inside[-1].map == (block.token.map or None)
                begin = block.words.at(offset + skipped)
                end = page.start_of(begin.line - 1) + begin.column - 1 + len(found[0])
                start, margin = _before(page, begin)
                if number and (ending := _line_end(block.words.text[: offset - 1])):
                    yield page.span(block.words, offset - 1 - ending, offset - 1, "")
                yield Edit(start=start, end=end, text="" if is_second else f"{margin}- ")
            offset += len(line) + 1


def _before(page: Page, sign: Position) -> tuple[int, str]:
    """Where the no-break spaces before a sign begin, and the spaces for them: two, which set an item into another."""
    start, before = page.start_of(sign.line - 1), page.lines[sign.line - 1][: sign.column - 1]
    bare = before.rstrip()
    found = re.search(r"[^ \t]", before[len(bare) :])
    if not found:
        return start + len(before), ""
    return start + len(bare) + found.start(), "" if found.start() else "  "


def items_too_far_in(page: Page, _: Options) -> Mends:
    """Items that are set in by four below a line with a colon, where they go on with its words, begin at its margin."""
    for block in page.blocks:
        if block.kind != "paragraph":
            continue
        lines = [line.strip(" \t") for line in block.words.text.split("\n")]
        signs = [at for at, line in enumerate(lines) if at and _ITEM.match(line)]
        if len(signs) < _FEWEST_ITEMS or not lines[signs[0] - 1].endswith((":", "：")):
            continue
        number = _NUMBER.match(lines[signs[0]])
        if number and number[0] != "1":
            continue  # a list with another number can't follow words
        base = page.column(block.begin, block.inside)
        columns = {at: page.column(block.begin + at, block.inside) for at in range(signs[0], len(lines))}
        further = columns[signs[0]] - base
        if further > 0 and all(columns[at] >= base + further for at in signs):
            yield tuple(
                Edit(start=start + column - min(further, max(column - base, 0)), end=start + column, text="")
                for at, column in columns.items()
                for start in (page.start_of(block.begin + at),)
                if column > base
            )


def _line_end(text: str) -> int:
    """How many characters at the end of a line break it."""
    if text.endswith("\\"):
        return 1
    return len(text) - len(text.rstrip(" "))


def _lists(page: Page) -> Iterator[tuple[Token, list[tuple[Token, tuple[Token, ...]]]]]:
    """Each list with its own items and what they stand in."""
    items: dict[int, list[tuple[Token, tuple[Token, ...]]]] = {}
    for token, inside in zip(page.tokens, page.inside, strict=True):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            items[id(token)] = []
        elif token.type == "list_item_open":
            items[id(inside[-1])].append((token, inside))
    for token in page.tokens:
        if id(token) in items:
            yield token, items[id(token)]


# ---- tables


def short_rows(page: Page, _: Options) -> Mends:
    """A row with fewer cells than the head gets empty ones."""
    for grid in page.grids:
        width = len(grid.table.rows[0])
        if not all(_BAR.search(page.lines[line]) for line in grid.lines):
            continue  # a row that goes on in the next line is not short
        for row, line in zip(grid.table.rows, grid.lines, strict=True):
            missing = width - len(row)
            if missing > 0:
                text = page.lines[line].rstrip()
                is_closed = text.endswith("|") and not text.endswith("\\|")
                end = page.start_of(line) + len(text)
                yield Edit(start=end, end=page.end_of(line), text=" |" * (missing + (not is_closed)))


def long_rows(page: Page, _: Options) -> Mends:
    """Empty cells beyond the head go: no reader sees them."""
    for grid in page.grids:
        width = len(grid.table.rows[0])
        for row, line in zip(grid.table.rows, grid.lines, strict=True):
            begin = row[width].at.column - 1 if len(row) > width else None
            if begin is not None and not page.lines[line][begin:].strip("| \t"):
                yield Edit(start=page.start_of(line) + begin, end=page.end_of(line), text="")


def cell_items(page: Page, _: Options) -> Mends:
    """In a cell of several lines, one that begins with `*` or `•` begins with `- `."""
    for block in page.blocks:
        if block.kind != "cell":
            continue
        breaks = [token for token in block.tokens if token.type == "html_inline" and token.content[:3].lower() == "<br"]
        starts = [token.meta["at"] + len(token.content) for token in breaks]
        for start in [0, *starts] if starts else []:
            found = re.compile(rf"[ ]*([*{BULLETS}])[ \u00a0]+(?=[^\s*])").match(block.words.text, start)
            if found:
                yield page.span(block.words, found.start(1), found.end(), "- ")
