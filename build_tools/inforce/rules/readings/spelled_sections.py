"""Numbers of sections in words: "the ninth section", "section nine", "im neunten Abschnitt", "القسم التاسع", "第九節".

Only what a language calls a section alone: "the second point" is one of a list, "Punkt neun" a time of day. The first
is left out, as people call an introduction so that has no number; so is the part of another section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import cast

from inforce.rules.readings.phrases import SpelledSections
from inforce.rules.readings.plain import plain
from inforce.rules.readings.spelled import spell, unhyphenated
from inforce.rules.readings.tables import phrases_for, table_for

_MOST = 60
"""So many sections are counted in words."""


_IN_ARABIC = re.compile(r"(?<!\w)[وفبكل]{0,2}(?:ال|ل)قسم ((?:ال\w+)(?: (?:عشرة?|وال(?:عشر|ثلاث|أربع|خمس)\w+))?)")
_ARTICLE = re.compile(r"(?<!\w)(و?)ال")
_IN_JAPANESE = re.compile(r"第([一二三四五六七八九十]{1,4})[節章]")


def names_a_section(text: str, language: str) -> bool:
    """Whether a text has a word for sections that a number in words may stand beside: most have none."""
    base = language.partition("-")[0]
    called = phrases_for(language).spelled_sections
    return base in ("ar", "ja") or (called is not None and bool(_noun(called).search(text)))


def sections_in_words(text: str, language: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    """The number of each section that a sentence of a text names in words, and what names it."""
    base, table = language.partition("-")[0], table_for(language)
    if base == "ja" and table is not None:
        for found in _IN_JAPANESE.finditer(text, start, end):
            if (number := table.number_word(found[1])) is not None:
                yield str(number), found
    elif base == "ar":
        yield from _in_arabic(text, start, end)
    elif (called := phrases_for(language).spelled_sections) is not None:
        ordinals, cardinals = _words(base)
        for found in _pattern(base, called).finditer(text, start, end):
            if found["ordinal"]:
                yield ordinals[unhyphenated(found["ordinal"])], found
            for word in _either(cardinals).findall(found["one"] or found["several"] or ""):
                yield cardinals[unhyphenated(word)], found


@lru_cache(maxsize=8)
def _noun(called: SpelledSections) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{called.one}|{called.several})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _words(base: str) -> tuple[dict[str, str], dict[str, str]]:
    """The numbers by their ordinals, and by their words."""
    from num2words import num2words  # type: ignore[import-untyped]

    ordinals: dict[str, str] = {}
    for number in range(2, _MOST + 1):
        word = unhyphenated(cast(str, num2words(number, lang=base, to="ordinal")))
        for ending in ("", "n", "r", "s", "m") if base == "de" else ("",):
            ordinals[word + ending] = str(number)
    ordinals |= {"seconde": "2", "second": "2"} if base == "fr" else {}
    return ordinals, {unhyphenated(spell(number, base)): str(number) for number in range(2, _MOST + 1)}


@lru_cache(maxsize=8)
def _pattern(base: str, called: SpelledSections) -> re.Pattern[str]:
    ordinals, cardinals = _words(base)
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


def _in_arabic(text: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    table = table_for("ar")
    assert table is not None
    for found in _IN_ARABIC.finditer(text, start, end):
        words = _ARTICLE.sub(r"\1", table.fold(plain(found[1])))
        for count in (len(words.split()), 1):
            said = " ".join(words.split()[:count])
            if said in _ordinals_in_arabic():
                yield _ordinals_in_arabic()[said], found
                break


@lru_cache(maxsize=1)
def _ordinals_in_arabic() -> dict[str, str]:
    stems = ["ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"]
    found = {word: str(number) for number, word in enumerate(stems, 2)}
    units = ["حادي", *stems[:-1]]
    found |= {f"{word} عشر": str(number) for number, word in enumerate(units, 11)}
    for tens, name in ((20, "عشر"), (30, "ثلاث"), (40, "اربع"), (50, "خمس")):
        for ending in ("ون", "ين"):
            found[name + ending] = str(tens)
            found |= {f"{word} و{name}{ending}": str(tens + unit) for unit, word in enumerate(units, 1)}
    return found
