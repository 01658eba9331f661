"""Parts of a whole in words: "one third of", "un quart des", "zwei Drittel", 3分の1, "ثلث".

"Un tiers" and "een derde" are somebody else too, so there what it is a part of has to follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from inforce.rules.readings.plain import plain

_OF = "(?:des|du|de l(?:a |')|de (?:ce|cette|ces|votre|vos|notre|nos|son|sa|leur|cela))"
_SAID: dict[str, tuple[re.Pattern[str], dict[str, Fraction]]] = {
    language: (re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"), words)
    for language, words in {
        "en": {
            "(?:one|a)[ -]half of|half (?:of|the)": Fraction(1, 2),
            "(?:one|a)[ -]third of": Fraction(1, 3),
            "two[ -]thirds": Fraction(2, 3),
            "(?:one|a)[ -](?:quarter|fourth) of": Fraction(1, 4),
            "three[ -](?:quarters|fourths)": Fraction(3, 4),
            "(?:one|a)[ -]fifth of": Fraction(1, 5),
        },
        "fr": {
            "la moitié": Fraction(1, 2),
            rf"(?:un|le) tiers {_OF}": Fraction(1, 3),
            "(?:les )?deux tiers": Fraction(2, 3),
            "(?:un|le) quart (?:des|du|de)": Fraction(1, 4),
            "(?:les )?trois quarts": Fraction(3, 4),
            "un cinquième (?:des|du|de)": Fraction(1, 5),
        },
        "nl": {
            "de helft": Fraction(1, 2),
            "(?:een|één) derde (?:van|deel|ervan)": Fraction(1, 3),
            "twee[ -]?derden?": Fraction(2, 3),
            "(?:een|één) (?:kwart|vierde (?:van|deel|ervan))": Fraction(1, 4),
            "drie[ -]?(?:kwart|vierden?)": Fraction(3, 4),
            "(?:een|één) vijfde (?:van|deel|ervan)": Fraction(1, 5),
        },
        "de": {
            "(?:die |der )hälfte": Fraction(1, 2),
            "(?:ein|einem|das|dem) drittel": Fraction(1, 3),
            "zwei drittel[n]?": Fraction(2, 3),
            "(?:ein|einem|das|dem) viertel": Fraction(1, 4),
            "drei ?viertel[n]?": Fraction(3, 4),
            "(?:ein|einem) fünftel": Fraction(1, 5),
        },
        "ar": {
            "ثلثي|ثلثا": Fraction(2, 3),
            "ثلث": Fraction(1, 3),
            "ثلاثة أرباع": Fraction(3, 4),
            "ربع(?! سنوي)": Fraction(1, 4),
        },
    }.items()
}
_FIGURES = re.compile(r"(?<![\w.,/])([1-9])/([2-9])(?![\w/]|[.,]\d)|([0-9]{1,2})分の([0-9]{1,2})|([½⅓⅔¼¾⅕])")
_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5)}
_KANJI = str.maketrans("一二三四五六七八九", "123456789")


def shares_said(text: str, language: str) -> Iterator[tuple[Fraction, str]]:
    """Each part of a whole that some words state, with those words."""
    folded, base = plain(text), language.partition("-")[0]
    for found in _FIGURES.finditer(folded.translate(_KANJI) if base == "ja" else folded):
        if found[5]:
            yield Fraction(*_SIGNS[found[5]]), found[0]
        else:
            parts, whole = (found[1], found[2]) if found[1] else (found[4], found[3])
            if int(parts) < int(whole):
                yield Fraction(int(parts), int(whole)), found[0]
    pattern, words = _SAID.get(base, (None, {}))
    for found in pattern.finditer(folded) if pattern else ():
        yield next(share for one, share in words.items() if re.fullmatch(one, found[0])), found[0]
