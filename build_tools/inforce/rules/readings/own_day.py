"""The day from which a text says that it holds itself: "this policy applies from 1 March 2027", "Effective date: …".

Its subject has to be the text, and the verb one of now or later: laws hold from a day too, and a text tells when the
first version did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from inforce.rules.readings.passages import amounts_said
from inforce.rules.readings.section_numbers import SENTENCE

_SAYS = {
    "en": r"\b(?:this|these|our|the present)\s(?:\w+\s){0,3}?"
    r"(?:policy|terms|statement|notice|agreement|conditions|declaration|version)\b[^.;,]{0,40}?"
    r"\b(?:takes? effect|(?:is|are) (?:effective|in force|valid)|appl(?:y|ies)"
    r"|(?:comes?|enters?) into (?:force|effect))"
    r"(?: (?:from|on|since|as (?:of|from)|with effect from))?(?: the)? \0"
    r"|\A(?:effective(?: date)?|valid|in force|date of effect)(?: (?:from|on|since|as (?:of|from)))?:? \0",
    "fr": r"\b(?:cette|ces|la présente|les présentes|le présent|notre|nos)\s(?:\w+\s){0,3}?"
    r"(?:politique|conditions|déclaration|charte|avis|version|document)\b[^.;,]{0,40}?"
    r"(?:\bentr(?:e|ent|era|eront) en vigueur|\bs['’]appliqu\w+|\bpren\w+ effet"
    r"|\b(?:est|sont) (?:applicables?|en vigueur))"
    r"(?: (?:à (?:partir|compter|dater)|dès|depuis))?(?: (?:du|le|au))? \0"
    r"|\A(?:en vigueur|date d['’]entrée en vigueur|applicable|valable)"
    r"(?: (?:à (?:partir|compter|dater)|dès|depuis))?(?: (?:du|le|au))?\s?:?(?: le)? \0",
    "nl": r"\b(?:deze|dit|onze|ons)\s(?:\w+\s){0,2}?\w*(?:beleid|voorwaarden|verklaring|versie|document)\b[^.;,]{0,40}?"
    r"\b(?:treedt|treden|geldt|gelden|gaat|gaan|(?:is|zijn) van (?:kracht|toepassing))(?: in werking| in)?"
    r" (?:op|vanaf|per|met ingang van|sinds) \0"
    r"|\A(?:geldig|van kracht|ingangsdatum)(?: (?:vanaf|per|sinds))?:? \0",
    "de": r"\b(?:diese[rs]?|unsere)\s(?:\w+\s){0,2}?\w*(?:erklärung|richtlinie|bedingungen|hinweise|fassung|version)\b"
    r"[^.;,]{0,40}?\b(?:gilt|gelten|tritt|treten|(?:ist|sind) (?:gültig|wirksam)|wird wirksam)"
    r" (?:ab|am|seit|zum|mit Wirkung vom)(?: dem)? \0"
    r"|\A(?:gültig|wirksam|in Kraft)(?: (?:ab|seit))?(?: dem)?:? \0",
    "ar": r"(?:تسري|يسري|تُ?طبق|يُ?طبق) (?:هذه|هذا) \w+(?: \w+){0,3}? (?:ابتداءً? من|اعتبارا?ً? من|من|في|منذ)"
    r"(?: تاريخ| يوم)? \0|\Aتاريخ (?:السريان|النفاذ|بدء السريان)\s?:? \0",
    "ja": r"(?:この|本)(?:ポリシー|規約|方針|約款|版|声明)は、?\0(?:から|より|に|をもって)(?:適用|発効|施行)"
    r"|\A(?:発効日|施行日|適用開始日|適用日)[:：]?\s?\0",
}
_PATTERNS = {language: re.compile(says, re.IGNORECASE) for language, says in _SAYS.items()}


def says_own_day(sentence: str, language: str) -> bool:
    """Whether a sentence, with \\0 in the place of a day, says so of it."""
    pattern = _PATTERNS.get(language.partition("-")[0])
    return pattern is not None and pattern.search(sentence) is not None


def own_day_said(text: str, language: str) -> Iterator[str]:
    """The words of each such day."""
    pattern = _PATTERNS.get(language.partition("-")[0])
    if pattern is None or not re.search(r"\d", text):
        return
    for sentence in SENTENCE.split(" ".join(text.split())):
        for amount, said in amounts_said(sentence, language):
            if amount[0] is date and pattern.search(sentence.replace(said, "\0", 1)):
                yield said
