"""Numbers of sections in words: "the ninth section", "section nine", "im neunten Abschnitt", "القسم التاسع", "第九節".

Only what a language calls a section alone: "the second point" is one of a list, "Punkt neun" a time of day. The first
is left out, as people call an introduction so that has no number; so is the part of another section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import cast

from inforce.rules.readings.phrases import CountedSections, SpelledSections
from inforce.rules.readings.spelled import spell, unhyphenated
from inforce.rules.readings.tables import phrases_for

_MOST = 60
"""So many sections are counted in words."""


def names_a_section(text: str, language: str) -> bool:
    """Whether a text has a word for sections that a number in words may stand beside: most have none."""
    called = phrases_for(language).spelled_sections
    return bool(_noun(called).search(text)) if isinstance(called, SpelledSections) else called is not None


def sections_in_words(text: str, language: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    """The number of each section that a sentence of a text names in words, and what names it."""
    match phrases_for(language).spelled_sections:
        case CountedSections() as counted:
            for found in re.compile(counted.pattern).finditer(text, start, end):
                if (number := counted.number(found[1])) is not None:
                    yield str(number), found
        case SpelledSections():
            base = language.partition("-")[0]
            ordinals, cardinals = _words(base)
            for found in _pattern(base).finditer(text, start, end):
                if found["ordinal"]:
                    yield ordinals[unhyphenated(found["ordinal"])], found
                for word in _either(cardinals).findall(found["one"] or found["several"] or ""):
                    yield cardinals[unhyphenated(word)], found


def _called(base: str) -> SpelledSections:
    called = phrases_for(base).spelled_sections
    assert isinstance(called, SpelledSections)  # only such a language is asked
    return called


@lru_cache(maxsize=8)
def _noun(called: SpelledSections) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{called.one}|{called.several})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _words(base: str) -> tuple[dict[str, str], dict[str, str]]:
    """The numbers by their ordinals, and by their words."""
    from num2words import num2words  # type: ignore[import-untyped]

    called, ordinals = _called(base), dict[str, str]()
    for number in range(2, _MOST + 1):
        word = unhyphenated(cast(str, num2words(number, lang=base, to="ordinal")))
        for ending in ("", *called.endings):
            ordinals[word + ending] = str(number)
    ordinals |= {word: str(number) for word, number in called.other_ordinals}
    return ordinals, {unhyphenated(spell(number, base)): str(number) for number in range(2, _MOST + 1)}


@lru_cache(maxsize=8)
def _pattern(base: str) -> re.Pattern[str]:
    called, (ordinals, cardinals) = _called(base), _words(base)
    nth, number = (_either(each).pattern for each in (ordinals, cardinals))
    pattern = (
        rf"(?<![\w-])(?:(?P<ordinal>{nth}) (?:{called.one})|(?:{called.several}) (?P<several>{number}"
        rf"(?:(?:,|,? (?:{called.and_or})) {number})+)|(?:{called.one}) (?P<one>{number}))(?![\w-])"
        rf"(?! {called.of_another})"
    )
    return re.compile(pattern.replace(" ", r"\s"), re.IGNORECASE)


def _either(words: Iterable[str]) -> re.Pattern[str]:
    """Any of some words, whose parts a hyphen may join."""
    each = (re.escape(word).replace(r"\ ", r"[\s-]") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})(?![\w-])", re.IGNORECASE)
