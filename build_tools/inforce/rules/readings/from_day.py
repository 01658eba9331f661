"""From when a sentence of a change note, or a reason, says that the text holds: "this applies from 1 May 2027", "From
the 1st the reminder is back in the text", "Postponed to 1 May 2027". The day is \\0 in it.

What else begins on a day is none of the version: a bank's fee, or a law. So only words of one clause count that speak
of the text, or of what was just said by "it" or "this".
"""

from __future__ import annotations

import re

from inforce.rules.readings.own_day import says_own_day

_FROM = {
    "en": r"\b(?:with effect from|as of|as from|from)(?: the)? \0",
    "fr": r"(?:à (?:partir|compter|dater) du|dès le|avec effet au) \0",
    "nl": r"\b(?:vanaf|per|met ingang van) \0",
    "de": r"\b(?:ab(?: dem)?|mit Wirkung (?:vom|zum)) \0",
    "ar": r"(?:ابتداءً? من|اعتبارا?ً? من)(?: يوم| تاريخ)? \0",
    "ja": r"\0(?:から|より|以降)",
}
_OF_THE_TEXT = {
    "en": r"\b(?:(?:this|these|the(?: new)?|our) (?:policy|terms|texts?|versions?|notice|changes?|conditions)\b"
    r"(?! of\b)"
    r"|section [0-9]|\A(?:it|they|this)(?: now| only| will| then| all){0,2}"
    r" (?:appl(?:y|ies)|takes? effect|holds?|(?:comes?|enters?) into (?:force|effect)"
    r"|(?:is|are) (?:effective|in force)))",
    "fr": r"\b(?:(?:cette|ces|la|les|le|au|du|notre|nos)(?: présentes?| nouvelles?)?"
    r" (?:politique|conditions|textes?|versions?|modifications?|charte)\b(?! d[eu’'])|section [0-9]"
    r"|\A(?:elles?|ils?|cela|ceci)(?: ne)? (?:s[’']appliqu\w+|pren\w+ effet|(?:est|sont) applicables?"
    r"|entr\w+ en vigueur|vaut|valent))",
    "nl": r"\b(?:(?:dit|deze|het|de|ons|onze)(?: nieuwe)?"
    r" (?:beleid|voorwaarden|tekst|versie|verklaring|wijziging(?:en)?)\b(?! van\b)"
    r"|punt [0-9]|\A(?:het|ze|zij|dit|dat) (?:geldt|gelden|gaa[nt]? in|treedt|treden))\b",
    "de": r"\b(?:(?:diese[rsmn]?|die|der|den|das|im|unsere[rsmn]?)(?: neuen?)?"
    r" (?:\w*erklärung|\w*bedingungen|text|fassung|version|änderung(?:en)?)\b(?! (?:von|de[rs])\b)|abschnitt [0-9]"
    r"|\A(?:sie|es|das|dies) (?:gilt|gelten|tritt|treten))\b",
    "ar": r"(?:(?:هذه|هذا) (?:السياسة|الشروط|النص|النسخة|الإصدار|التعديلات?)|إلى النص|في النص|القسم [0-9]"
    r"|\Aو?(?:[يت]سري|[يت]طبق)(?: ذلك| هذا| هذه)?)",
    "ja": r"(?:この|本)(?:ポリシー|規約|方針|約款|版|変更)|本文|第\s?[0-9.]+\s?節|\A\0(?:から|より)(?:適用|施行|発効)",
}
"""What says that the text is meant, or what the sentence has just said of it."""
_PUT_OFF = {
    "en": r"(?:\A|\b(?:it|this (?:policy|version)|these terms|the (?:policy|terms|version|start|entry into force)"
    r"|version [0-9]+) (?:is|are|was|were|has been|have been) )(?:again )?"
    r"(?:postponed|put (?:off|back)|deferred|delayed)(?: again)?(?: from [^.;:,]{1,30})? (?:to|until|till)(?: the)? \0"
    r"|\A(?:we (?:have )?)?(?:postponed?|put off|defer(?:red)?) (?:it|this|the (?:policy|terms|version|start)) "
    r"(?:to|until|till)(?: the)? \0",
    "fr": r"(?:\A|\b(?:elles?|cette version|(?:la|cette)(?: présente)? (?:politique|version)|les conditions"
    r"|l[’']entrée en vigueur|la version [0-9]+) (?:est|sont|a été|ont été) )"
    r"(?:report|repouss|différ|ajourn)ée?s?(?: du [^.;:,]{1,30})? (?:jusqu[’'])?au \0",
    "nl": r"(?:\A|\b(?:het|dit beleid|deze versie|de (?:voorwaarden|versie)|versie [0-9]+) (?:is|zijn|wordt|worden) )"
    r"(?:(?:uitgesteld|verschoven|verplaatst)(?: van [^.;:,]{1,30})? (?:tot|naar) \0"
    r"|(?:tot|naar) \0 (?:uitgesteld|verschoven|verplaatst))",
    "de": r"(?:\A|\b(?:sie|diese (?:fassung|version|erklärung)|die (?:fassung|version|bedingungen|\w*erklärung)"
    r"|das inkrafttreten|(?:fassung|version) [0-9]+) (?:ist|sind|wird|werden|wurde|wurden) )"
    r"(?:(?:verschoben|vertagt|aufgeschoben)(?: vom [^.;:,]{1,30})? (?:auf|bis)(?: den| zum)? \0"
    r"|(?:auf|bis)(?: den| zum)? \0 (?:verschoben|vertagt|aufgeschoben))",
    "ar": r"\A(?:تأجلت?|أجلت?|تأجيل|[يت]ؤجل|أرجئت?|تم تأجيل)(?: [^\s.،؛]+){0,3} (?:إلى|حتى)(?: يوم| تاريخ)? \0",
    "ja": r"(?:\A|(?:施行|発効|適用)(?:日|開始)?を?、?|(?:この版|本規約|本ポリシー)を)\0(?:まで|に|へと?)"
    r"(?:(?:施行|適用)を)?(?:延期|繰り下げ|延ば)",
}
_CLAUSE = re.compile(r"(?<=[;:؛])\s|(?<=；)")
_OTHER_CLAUSE = re.compile(r"(?<!\0)(?<!\0から)(?<!\0より)[,،、](?!\s?\Z)")
"""Where another clause begins: not behind the day."""
_VOWELS = re.compile("[\u064b-\u0652]")
_PATTERNS = {
    name: {language: re.compile(says, re.IGNORECASE) for language, says in table.items()}
    for name, table in (("from", _FROM), ("text", _OF_THE_TEXT), ("off", _PUT_OFF))
}


def holds_as_text(sentence: str, language: str) -> bool:
    """Whether a sentence says that the text, or the change that it tells of, holds from the day."""
    clause = next((each for each in _CLAUSE.split(sentence) if "\0" in each), "")
    of_the_text = _has("from", clause, language) and _has("text", clause, language)
    return (of_the_text and not _OTHER_CLAUSE.search(clause)) or says_own_day(sentence, language)


def is_put_off(sentence: str, language: str) -> bool:
    """Whether a sentence says that the version is put off to the day."""
    return _has("off", sentence, language)


def _has(name: str, sentence: str, language: str) -> bool:
    pattern = _PATTERNS[name].get(language.partition("-")[0])
    return pattern is not None and pattern.search(_VOWELS.sub("", " ".join(sentence.split()))) is not None
