"""Numbers in millions and more among other words, whatever they count: "$1.2 billion", "1,2 miljard dollar"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.rules.readings.numbers import number
from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import table_for

_WORDS = 3
"""So many words are read before "million"."""
_SIGNS = re.compile(r"[\d.,一二三四五六七八九十百千万億兆〇]*[万億兆][\d一二三四五六七八九十百千万億]*")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3})+(?!\d)")
_OUTSIDE = ".,;:!?()[]\"'“”„«»،؛؟$€£¥\ufffc"


def large_numbers(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Each number that ends in "million" or the like, with its words."""
    table = table_for(language)
    if table is None:
        return
    if not table.spaced:
        read = ((number(table.fold(plain(found[0])), table), found[0]) for found in _SIGNS.finditer(text))
        yield from ((int(value), said) for value, said in read if value is not None)
        return
    pieces = [word.strip(_OUTSIDE) for word in text.split()]
    for at, word in enumerate(pieces):
        if not table.fold(plain(word)).endswith(tuple(table.scales)):
            continue
        for first in range(max(0, at - _WORDS), at + 1):
            said = " ".join(pieces[first : at + 1])
            if (value := number(table.fold(plain(said)), table)) is not None:
                yield int(value), said
                break


def grouped_figures(text: str) -> Iterator[int]:
    """The numbers in figures of seven and more."""
    return (int(re.sub(r"\D", "", found[0])) for found in _GROUPED.finditer(plain(text)))
