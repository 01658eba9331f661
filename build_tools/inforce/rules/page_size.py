"""How much one page of the handbook may hold: Markdown's patterns take the square of some lengths, and worse.

A page of a few thousand brackets, fences or headings would keep every check busy for minutes. So what such patterns
look at is counted before MkDocs sees it, by page and by paragraph (lines without an empty one between). The numbers are
far beyond what anybody writes, and small enough that a page takes seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_OF_A_PAGE, MOST_OF_A_PARAGRAPH = 100_000, 20_000
"""Bytes."""
_EMPTY_LINE = re.compile(rb"(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+")
_OF_A_PAGE: tuple[tuple[str, re.Pattern[bytes], int], ...] = (
    ("headings", re.compile(rb"^[ \t]*(?:#|(?:=+|-+)[ \t]*$)", re.MULTILINE), 1_000),
    ("lines that open or close a block of code", re.compile(rb"^[ \t>]*(?:```|~~~)", re.MULTILINE), 1_000),
    ("paragraphs", _EMPTY_LINE, 4_000),
    ("marks of notes, [^", re.compile(rb"\[\^"), 500),
    ("explained abbreviations, *[", re.compile(rb"\*\["), 200),
)
"""What is counted in a page, and how many there may be."""
_OF_A_PARAGRAPH: tuple[tuple[str, re.Pattern[bytes], int], ...] = (
    ("brackets, [ and <", re.compile(rb"[\[<]"), 1_000),
    ("characters of markup, such as * and `", re.compile(rb"[*_`~^=+{}$\\&!\[\]<>]"), 2_000),
    ("cells of tables", re.compile(rb"\|"), 4_000),
)
"""The same in a paragraph."""
_MOST_SPACES, _MOST_CELLS, _MOST_NESTED = 400, 20_000, 40
_SPACES = re.compile(rb"[ \t]{%d}" % (_MOST_SPACES + 1))
_NESTED = re.compile(rb"^(?:[ \t]*(?:[-*+>]|[0-9]+[.)])){%d}" % (_MOST_NESTED + 1), re.MULTILINE)


def too_much(page: bytes) -> tuple[int, str] | None:
    """The first line of what is too much of a page, and what it is; None where it is not too long."""
    if len(page) > MOST_OF_A_PAGE:
        return 1, f"a page has at most {MOST_OF_A_PAGE:,} bytes"
    for what, pattern, most in _OF_A_PAGE:
        if len(pattern.findall(page)) > most:
            return 1, f"a page has at most {most:,} {what}"
    if found := _SPACES.search(page):
        return _line(page, found.start()), f"at most {_MOST_SPACES:,} spaces stand together"
    if found := _NESTED.search(page):
        return _line(page, found.start()), f"lists and quotes are in one another at most {_MOST_NESTED} times"
    for at, paragraph in _paragraphs(page):
        if (why := _too_much_of_a_paragraph(paragraph)) is not None:
            return _line(page, at), why
    return None


def _too_much_of_a_paragraph(paragraph: bytes) -> str | None:
    if len(paragraph) > MOST_OF_A_PARAGRAPH:
        return f"a paragraph has at most {MOST_OF_A_PARAGRAPH:,} bytes"
    for what, pattern, most in _OF_A_PARAGRAPH:
        if len(pattern.findall(paragraph)) > most:
            return f"a paragraph has at most {most:,} {what}"
    lines = paragraph.splitlines() or [b""]
    if len(lines) * max(line.count(b"|") for line in lines) > _MOST_CELLS:
        return f"a table has at most {_MOST_CELLS:,} cells"
    return None


def _paragraphs(page: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    for found in _EMPTY_LINE.finditer(page):
        yield at, page[at : found.start()]
        at = found.end()
    yield at, page[at:]


def _line(page: bytes, at: int) -> int:
    return len(re.findall(rb"\r\n?|\n", page[:at])) + 1
