"""Numbers of sections that words name: "section 6.6", "les sections 1 et 6", "Abschnitt 2.1", "第4節", "القسم 4".

Articles of laws aren't sections ("Article 13 GDPR", "section 5 of the Act"): an "article" counts where its sentence
names no law, any other word where no law follows the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SENTENCE = re.compile(r"(?<=[^\W\d]\.)\s+|(?<=\d{4}\.)\s+|(?<=[!?])\s+|(?<=[。！？])|\n\n")
"""Where a sentence ends: not after the figure of "1. März"."""
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}(?![0-9]|[%€$])"
_AND = r"\s*(?:,\s*(?:and|et|en|und)?|and|et|en|und|or|ou|of|oder|to|à|bis|tot(?: en met)?|&|[-–]|، ?و?|و|إلى)\s*"
_AND_ALONE = r"\s(?:and|et|en|und|&|و)\s?"
_RANGE = re.compile(r"\s*(?:to|à|bis|tot(?: en met)?|[-–]|إلى)\s*")
_MOST = 50
"""Numbers of a range that are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """How a language calls a section: one, several, and what laws have too."""

    one: str
    several: str
    of_laws: str


_CALLED = {
    "en": _Words(one="section|clause|point", several="sections|clauses|points", of_laws="articles?"),
    "fr": _Words(
        one="section|clause|point|rubrique|chapitre",
        several="sections|clauses|points|rubriques|chapitres",
        of_laws="articles?",
    ),
    "nl": _Words(
        one="sectie|afdeling|hoofdstuk|punt|rubriek|paragraaf",
        several="secties|afdelingen|hoofdstukken|punten|rubrieken|paragrafen",
        of_laws="artikel(?:en)?",
    ),
    "de": _Words(
        one="abschnitt(?:e?s)?|ziffer|punkt|nummer|kapitel",
        several="abschnitten?|ziffern|punkten?|nummern|kapiteln?",
        of_laws="artikeln?",
    ),
    "ar": _Words(
        one="(?:[وفبك]?ال|[وف]?لل)?(?:قسم|بند)",
        several="(?:[وفبك]?ال|[وف]?لل)?(?:أقسام|بنود|قسمان|قسمين|بندان|بندين)",
        of_laws="(?:[وفبك]?ال|[وف]?لل)?(?:مادة|مواد|مادتان|مادتين)",
    ),
}
_IN_JAPANESE = re.compile(rf"第\s?({_NUMBER})\s?(節|章|条)|セクション\s?({_NUMBER})")
_LAW = (
    r"(?:(?-i:[A-Z]{3,}|DS-?GVO|EU|UE)(?![A-Za-z])|(?:regulation|act|law|code|directive|charter|convention|treaty)s?\b"
    r"|(?:règlement|loi|code|directive|charte|traité)s?\b|\w*(?:verordening|wet|wetboek|richtlijn|verdrag|handvest)\b"
    r"|\w*(?:verordnung|gesetz|gesetzes|gesetzbuch|gesetzbuchs|gesetzbuches|richtlinie|charta)\b"
    r"|\w*(?:قانون|لائحة|نظام|توجيه)\b|法|規則|指令)"
)
_LAW_THERE = re.compile(_LAW, re.IGNORECASE)
_LAW_FOLLOWS = re.compile(
    r"(?:\s?\(\w{1,3}\)|,?\s(?:paragraph|paragraphe|lid|absatz|abs\.|lit\.|point|punt)\s\w{1,3}\)?)*,?\s"
    rf"(?:(?:of|du|de|des|der|van|من)\s(?:[\w’'-]+\s){{0,3}}(?:[ld][’'])?)?{_LAW}",
    re.IGNORECASE,
)
_PATTERNS = {
    language: re.compile(
        rf"(?<!\w)(?:(?:{words.several}|(?P<laws>{words.of_laws}))\s(?P<numbers>{_NUMBER}(?:{_AND}{_NUMBER})*)"
        rf"|(?:{words.one})\s(?P<number>{_NUMBER}(?:{_AND_ALONE}{_NUMBER})*))",
        re.IGNORECASE,
    )
    for language, words in _CALLED.items()
}


def sections_said(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The number of each section that words name ("6.6"), and the words that do so. Nothing in a language without a
    reading."""
    base = language.partition("-")[0]
    for sentence in SENTENCE.split(_in_ascii(text)):
        if base == "ja":
            for found in _IN_JAPANESE.finditer(sentence):
                if found[2] != "条" or not _LAW_THERE.search(sentence):
                    yield found[1] or found[3], found[0]
        elif base in _PATTERNS:
            for found in _PATTERNS[base].finditer(sentence):
                law = _LAW_THERE.search(sentence) if found["laws"] else _LAW_FOLLOWS.match(sentence, found.end())
                if not law:
                    yield from ((number, found[0]) for number in _listed(found["numbers"] or found["number"]))


def _listed(numbers: str) -> Iterator[str]:
    """Each number of a list, and those between the ends of a range ("3 to 5")."""
    last, end = "", 0
    for found in re.finditer(_NUMBER, numbers):
        if last.isdigit() and found[0].isdigit() and _RANGE.fullmatch(numbers, end, found.start()):
            yield from map(str, range(int(last) + 1, min(int(found[0]), int(last) + _MOST)))
        yield found[0]
        last, end = found[0], found.end()


def _in_ascii(text: str) -> str:
    """The text with figures of other scripts as 0 to 9."""
    return "".join(str(int(char)) if char.isdecimal() else char for char in text)
