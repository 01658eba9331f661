"""Numbers and Latin names among words from right to left keep their own order: "12-14" is not shown as "14-12".

The Unicode bidirectional algorithm (UAX #9, W2 and W4) turns a range, or a code that begins with a figure, round when
Arabic letters stand before it.
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

from markupsafe import Markup, escape

_WORD = r"[^\W_\u0590-\u08ff\ufb1d-\ufefc]+"
_RUN = re.compile(rf"(?!\d+(?![\w./+-]| {_WORD})){_WORD}(?:[ ./+-]{_WORD})*")
"""Figures and letters of other scripts, with what joins them; a number alone keeps its order anyway."""


def isolated(text: str) -> str:
    """Plain text whose runs from left to right stand apart, by the signs that Unicode has for that."""
    if not _right_to_left(text):
        return f"\N{LEFT-TO-RIGHT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if text else text
    return _RUN.sub(lambda run: f"\N{LEFT-TO-RIGHT ISOLATE}{run[0]}\N{POP DIRECTIONAL ISOLATE}", text)


def marked(text: str, *, among: str = "ltr") -> Markup:
    """The same in HTML, without signs that a reader would copy along. Words of one direction are left alone, unless
    they stand `among` words from right to left and end in a sign that would go to their other side: "Inc."."""
    if not _right_to_left(text):
        stays = among == "ltr" or (text[:1].isalnum() and text[-1:].isalnum())
        return escape(text) if stays else Markup('<bdi dir="ltr">{}</bdi>').format(text)
    parts: list[Markup] = []
    end = 0
    for run in _RUN.finditer(text):
        parts += [escape(text[end : run.start()]), Markup('<bdi dir="ltr">{}</bdi>').format(run[0])]
        end = run.end()
    return Markup("").join([*parts, escape(text[end:])])


def _right_to_left(text: str) -> bool:
    return not text.isascii() and any(bidirectional(sign) in ("R", "AL") for sign in text)
