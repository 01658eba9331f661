"""Where phrases end in scripts written without spaces: there a cut is natural.

BudouX's small models (Japanese, Chinese, Thai) say it where they are installed; else a change of script from kana to
another does, which in Japanese mostly begins a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec

_THAI = re.compile("[\u0e00-\u0e7f]")
_KANA = re.compile("[\u3040-\u30ff]")
_HIRAGANA = "\u3041-\u309f"
_PHRASE = re.compile(rf"[^{_HIRAGANA}]*[{_HIRAGANA}]*")
_MOST = 2000
"""Longer stretches are cut up first: the models look at a few characters on each side only."""


def ends(run: str) -> Iterator[int]:
    """Where phrases end inside a stretch of such script: offsets, the stretch's own end left out."""
    at = 0
    for start in range(0, len(run), _MOST):
        for phrase in _parser(_language(run))(run[start : start + _MOST]):
            at += len(phrase)
            if 0 < at < len(run):
                yield at


def _language(run: str) -> str:
    return "thai" if _THAI.search(run) else "japanese" if _KANA.search(run) else "simplified_chinese"


@cache
def _parser(language: str) -> Callable[[str], list[str]]:
    if find_spec("budoux") is None:
        return _PHRASE.findall
    parser = getattr(import_module("budoux"), f"load_default_{language}_parser")()
    parse: Callable[[str], list[str]] = parser.parse
    return parse
