"""Where a sentence or a clause of a text ends: the one home of the signs, of Arabic and East Asian texts too.

The patterns match what parts two of them, the space behind the sign, so that both keep their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

CLOSERS = r")\]»”\"’」』）"
COMMAS = ",،、，"
ENDS = ".!?؟。！？｡;؛；:："
"""What ends a sentence or a clause."""
_SENTENCE = (
    r"(?:(?<=[^\W\d]\.)|(?<=[)\]»”\"’]\.)|(?<=[^\W\d]\.[)\]»”\"’])|(?<=\d{4}\.)|(?<=[!?؟])|(?<=[!?؟][)\]»”\"’]))\s+"
    r"|(?<=[。！？｡])"
)
_CLAUSE = rf"{_SENTENCE}|(?<=[;؛])\s+|(?<=；)"
SENTENCE = re.compile(rf"{_SENTENCE}|\n\n")
"""Not after the figure of "1. März"."""
CLAUSE = re.compile(rf"{_CLAUSE}|\n\n")
"""Of a sentence too."""
SENTENCE_OR_LINE = re.compile(rf"{_SENTENCE}|\n+")
CLAUSE_OR_LINE = re.compile(rf"{_CLAUSE}|\n+")
"""In words whose lines end where somebody ended them."""
PART = re.compile(rf"{_CLAUSE}|(?<=:)\s+|(?<=：)|\n\n")
"""And where a colon stands."""


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence, and where it begins."""
    at = 0
    for gap in SENTENCE.finditer(text):
        yield at, text[at : gap.start()]
        at = gap.end()
    yield at, text[at:]


def around(
    text: str, start: int, end: int, gap: re.Pattern[str] = SENTENCE, *, most: int | None = None
) -> tuple[int, int]:
    """Where the sentence begins and ends that holds `text[start:end]`; `most`: so many characters beside it at most."""
    first = max(0, start - most) if most is not None else 0
    last = min(len(text), end + most) if most is not None else len(text)
    begins = max((found.end() for found in gap.finditer(text, first, start)), default=first)
    ends = gap.search(text, end, last)
    return begins, ends.start() if ends else last
