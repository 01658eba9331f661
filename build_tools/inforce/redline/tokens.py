"""Words of a block in units that are never cut, with what each is worth and what a cut between two of them costs.

White space is no token: it stands between tokens. A Latin, Cyrillic, Greek, Arabic, Hebrew, Indic or Korean word is one
token, its combining marks and joiners kept on; an elided article stands apart from its noun (l’ + adresse). Han, kana,
Thai, Lao, Khmer and Burmese are written without spaces and go by character (with its marks), where a segmenter says
which cuts are natural; a figure with its counter is one token (15日, 3か月, 10%). BudouX's small models (Japanese,
Chinese, Thai) say it where they are installed; else a change of script from kana to another does, which in Japanese
mostly begins a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import import_module
from importlib.util import find_spec

CJK = "\u2e80-\u2eff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
SEA = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_MARK = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0591-\u05c7\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_LETTER = rf"(?:(?![{CJK}{SEA}_\u0964\u0965])[\w{_MARK}\u0900-\u0dff\u200c\u200d\u00ad\u2060])"
_LATIN = "[A-Za-z\u00c0-\u024f]"
_VOWEL = "AEIOUYHaeiouyh\u00c0-\u00c6\u00c8-\u00d6\u00d8-\u00dd\u00e0-\u00e6\u00e8-\u00f6\u00f8-\u00fd\u0152\u0153"
_COUNTER = (
    "(?:[かカヶヵケ個个箇]月|年|月|週|周|日|時|小?时|分|秒)[間间]?|小時|分[钟鐘]|秒[钟鐘]"
    "|[歳岁才回次件人名個个條条項项號号章節节頁页円元天%％‰]"
)
"""What stands after a figure and is read with it."""
_TOKEN = re.compile(
    rf"第?\d+(?:[.,．，]\d+)*(?:{_COUNTER})"
    rf"|[{CJK}][{_MARK}\u3099\u309a\U000e0100-\U000e01ef]*"
    rf"|[{SEA}](?:[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3{_MARK}])*"
    rf"|{_LATIN}+['’](?=[{_VOWEL}])"
    r"|[A-Za-z0-9][A-Za-z0-9_.+\-]{0,63}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*"
    rf"|{_LETTER}+(?:(?:['’\-]|(?<=\d)[.,](?=\d)|(?<!\w\w)\.){_LETTER}+)*"
    rf"|[^\s][{_MARK}\u200d]*"
)
_NO_SPACE = re.compile(rf"[{CJK}{SEA}]")
_LETTERS_UNSPACED = re.compile(f"[{SEA}]")
_UNSPACED = re.compile(rf"[{CJK}{SEA}]{{2,}}")
_CLAUSE_ENDS = ".!?。！？؟।,;:，、；：،؛"

CLAUSE = 0.3
SPACE = 0.5
INSIDE = 2.0
"""What a cut costs: at the end of a line, a sentence or a clause; at a space or another sign, or where a phrase written
without spaces ends; inside such a phrase. At a block's end it costs nothing."""
HAN = 2.5
SEA_LETTER = 1.5
"""What a character is worth that is a token of its own: Han and kana, Thai and its neighbours."""
_THAI = re.compile("[\u0e00-\u0e7f]")
_KANA = re.compile("[\u3040-\u30ff]")
_HIRAGANA = "\u3041-\u309f"
_PHRASE = re.compile(rf"[^{_HIRAGANA}]*[{_HIRAGANA}]*")
_MOST = 2000
"""Longer stretches are cut up first: the models look at a few characters on each side only."""


@lru_cache(maxsize=65536)
def weight(token: str) -> float:
    """How much a kept token helps the reader: about its letters (a Korean syllable has two); signs are light."""
    first = token[0]
    if not first.isalnum():
        return 0.4 if len(token) == 1 else min(len(token), 12) * 0.5
    if _NO_SPACE.match(first):
        return SEA_LETTER if _LETTERS_UNSPACED.match(first) else HAN
    return float(min(len(token) * (2 if "\uac00" <= first <= "\ud7a3" else 1), 12))


def _cut(before: str, between: str, after: str) -> float:
    """The price of a cut between two tokens with `between` (white space or nothing) between them."""
    last = before[-1]
    if "\n" in between or (last in _CLAUSE_ENDS and (between or not last.isascii())):
        return CLAUSE
    return INSIDE if not between and _NO_SPACE.match(last) and _NO_SPACE.match(after) else SPACE


@dataclass(frozen=True, eq=False)
class TokenSequence:
    """A block's words in tokens, made when they are first asked for."""

    text: str

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each token begins and ends in `text`."""
        return tuple(match.span() for match in _TOKEN.finditer(self.text))

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The tokens."""
        return tuple(_TOKEN.findall(self.text))

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """The weight of each token."""
        return tuple(map(weight, self.tokens))

    @cached_property
    def total(self) -> float:
        """The weight of all tokens."""
        return sum(self.weights)

    @cached_property
    def cuts(self) -> Sequence[float]:
        """The price of a cut before each token and at the end (one more than tokens); closing signs may go free."""
        prices = [0.0]
        text, tokens, spans = self.text, self.tokens, self.spans
        for index in range(1, len(tokens)):
            between = text[spans[index - 1][1] : spans[index][0]]
            prices.append(_cut(tokens[index - 1], between, tokens[index]))
        if tokens:
            prices.append(0.0)
        if INSIDE in prices:
            places = {begin: index for index, (begin, _) in enumerate(spans)}
            for run in _UNSPACED.finditer(text):
                for end in phrase_ends(run[0]):
                    at = places.get(run.start() + end, 0)
                    if prices[at] == INSIDE:
                        prices[at] = SPACE
        closing = len(tokens) - 1
        while closing > 0 and not tokens[closing][0].isalnum():
            prices[closing] = 0.0
            closing -= 1
        return prices


# ---- phrases of scripts written without spaces


def phrase_ends(run: str) -> Iterator[int]:
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
