"""Parts of a whole in words: "one third of", "un quart des", "zwei Drittel", 3分の1, "ثلث"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import phrases_for, table_for

_FIGURES = re.compile(r"(?<![\w.,/])([1-9])/([2-9])(?![\w/]|[.,]\d)|([0-9]{1,2})分の([0-9]{1,2})|([½⅓⅔¼¾⅕])")
_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5)}
_KANJI = str.maketrans("一二三四五六七八九", "123456789")


def shares_said(text: str, language: str) -> Iterator[tuple[Fraction, str]]:
    """Each part of a whole that some words state, with those words."""
    folded, table = plain(text), table_for(language)
    for found in _FIGURES.finditer(folded.translate(_KANJI) if table and not table.spaced else folded):
        if found[5]:
            yield Fraction(*_SIGNS[found[5]]), found[0]
        else:
            parts, whole = (found[1], found[2]) if found[1] else (found[4], found[3])
            if int(parts) < int(whole):
                yield Fraction(int(parts), int(whole)), found[0]
    shares = phrases_for(language).shares
    for found in re.finditer(rf"(?<!\w)(?:{'|'.join(shares)})(?!\w)", folded) if shares else ():
        yield next(share for one, share in shares.items() if re.fullmatch(one, found[0])), found[0]
