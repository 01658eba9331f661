"""Which language a sentence says prevails: "the French text prevails", "maßgeblich ist die deutsche Fassung"; and in
which languages it says that the text stands.

Languages are found by their names in CLDR, whose stems their adjectives have. Where a sentence denies something,
nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from inforce.rules.readings.phrases import Prevailing
from inforce.rules.readings.plain import plain
from inforce.rules.readings.sentences import SENTENCE
from inforce.rules.readings.tables import phrases_for, table_for

_NEAR = 60
"""So many characters behind the verb a language may be what prevails."""
_SUBJECT = 3
"""Where so many words stand before a language, its text isn't what the sentence begins with, and so is not what
prevails where another follows the verb."""
_BETWEEN = 2
"""So many words part the languages of a row: "and in"."""
_SHORTEST = 4
_STOPS = r"[,;:،؛、]"


def prevailing_said(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The language that a sentence says prevails (its code, as "fr"), and the word that names it."""
    words, table = phrases_for(language).prevailing, table_for(language)
    if words is None or table is None:
        return
    for sentence in SENTENCE.split(" ".join(text.split()) if table.spaced else text):
        verbs = [*re.finditer(words.prevails, sentence, re.IGNORECASE)]
        if not verbs or not re.search(words.text, sentence, re.IGNORECASE):
            continue
        if re.search(table.bounds.negations, sentence, re.IGNORECASE):
            continue
        names = [*_names(table.language).finditer(sentence)]
        if found := _winner(sentence, verbs[0], names, words):
            yield _codes(table.language)[_folded(found[1], table.language)], found[0]


def languages_said(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Each language that a sentence says the text itself stands in (its code), and the word that names it: those in a
    row behind what says so."""
    words, table = phrases_for(language).prevailing, table_for(language)
    if words is None or table is None:
        return
    for sentence in SENTENCE.split(" ".join(text.split()) if table.spaced else text):
        begins = re.search(words.stands_in, sentence, re.IGNORECASE)
        if begins is None or re.search(table.bounds.negations, sentence, re.IGNORECASE):
            continue
        end = begins.end()
        for name in _names(table.language).finditer(sentence, end):
            if len(re.findall(r"\w+", sentence[end : name.start()])) > _BETWEEN:
                break
            yield _codes(table.language)[_folded(name[1], table.language)], name[0]
            end = name.end()


def _winner(sentence: str, verb: re.Match[str], names: list[re.Match[str]], words: Prevailing) -> re.Match[str] | None:
    """The name behind the verb, where nothing parts them, as in "prevaleert de Franse tekst"; else the nearest before
    it."""
    behind = next((name for name in names if name.start() >= verb.end()), None)
    before = [name for name in names if name.end() <= verb.start()]
    parted = rf"{words.over}|{_STOPS}"
    between = sentence[verb.end() : behind.start()] if behind else ""
    if behind and len(between) < _NEAR and not re.search(parted, between, re.IGNORECASE):
        first = sentence[: before[-1].start()] if before else ""
        if not before or len(re.split(_STOPS, first)[-1].split()) >= _SUBJECT:
            return behind
    return before[-1] if before else None


@lru_cache(maxsize=8)
def _codes(language: str) -> dict[str, str]:
    """From the stem of each language's name to its code."""
    found: dict[str, str] = {}
    for code, name in Locale.parse(language).languages.items():
        stem = _stem(_folded(name, language), language)
        if len(code) == 2 and (language == "ja" or (len(stem) >= _SHORTEST and " " not in stem)):
            found.setdefault(stem, code)
    return found


def _folded(name: str, language: str) -> str:
    table = table_for(language)
    return table.fold(plain(name)) if language == "ar" and table else name.casefold()


def _stem(name: str, language: str) -> str:
    """What a language's name and its adjective begin with."""
    match language:
        case "ar":
            return name.removeprefix("ال").removesuffix("ة")
        case "nl":
            return re.sub(r"ees$", "es", name)
        case _:
            return name


@lru_cache(maxsize=8)
def _names(language: str) -> re.Pattern[str]:
    stems = "|".join(re.escape(stem) for stem in sorted(_codes(language), key=len, reverse=True))
    if language == "ja":
        return re.compile(f"({stems})")
    if language == "ar":
        stems = stems.replace("ا", "[اأإآٱ]")
        return re.compile(rf"(?<!\w)[وبفل]{{0,2}}(?:ال|ل)({stems})ة?(?!\w)")
    return re.compile(rf"(?<!\w)({stems})\w{{0,3}}(?!\w)", re.IGNORECASE)
