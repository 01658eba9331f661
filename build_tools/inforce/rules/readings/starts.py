"""From when a period runs, as words beside it say: "after your last loan", "à compter de la fin du contrat", 退会後.

Two such phrases are the same where their words are, apart from small ones, endings and what makes them a start. Words
that point back ("after which", "nach diesem Zeitraum") and days say no start that could be compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import table_for


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Patterns of a language."""

    start: str
    """What begins such a phrase, or, in Japanese, ends it."""
    back: str
    """What points back, behind the start."""
    ends: str = r"(?!)"
    """Words that end the phrase, beside signs."""
    small: str = ""
    """Small words beyond those of the table."""


_MOMENT = r"the (?:end|beginning|start|date|day|moment|time|expiry|termination|closure|completion|creation|closing) "
_WORDS = {
    "en": _Words(
        start=r"(?:counted |calculated |starting |running )?(?:after|following|since|as (?:of|from)"
        rf"|from(?= {_MOMENT}))\s",
        back=r"which|that\b|this\b|these|those|(?:it|them|then)\b(?=[,.]|\Z)|they (?:are|will)\b",
        ends=r"and|or|unless|if|when|while|but|so|in order|before|until",
        small="date day moment time has have had been was were is are end's",
    ),
    "fr": _Words(
        start=r"(?:après|suivant|depuis|dès|à (?:compter|partir|dater) (?:de|du|des|d['’]))\s?",
        back=r"quoi|cel[al]|ce\b|ces\b|cette\b|ceux|celles?\b|lesquel|leur réception|leur collecte",
        ends=r"et|ou|sauf|si|lorsque|quand|mais|afin|avant|puis|où",
        small="l d c qu s n jour date moment que a été est ont avoir êtes",
    ),
    "nl": _Words(
        start=r"(?:na|nadat|vanaf|sinds|met ingang van|te rekenen vanaf)\s",
        back=r"dit\b|dat\b|deze\b|die\b|daarvan",
        ends=r"en|of|tenzij|indien|als|wanneer|maar|voordat|op|aan|worden|wordt|verwijder\w*|bewaar\w*",
        small="datum dag moment tijdstip",
    ),
    "de": _Words(
        start=r"(?:nach|nachdem|ab|seit)\s",
        back=r"diese[rmns]?\b|welche[rmn]?\b|jene[rmn]?\b|deren\b|dem(?=\s*[,.])",
        ends=r"und|oder|sofern|soweit|falls|wenn|aber|bevor|auf|auf keine|gelöscht|aufbewahrt|gespeichert",
        small="tag datum zeitpunkt dem der den ihres unseres deines",
    ),
    "ar": _Words(
        start=r"(?:بعد|منذ|عقب|ابتداءً? من|اعتبارا?ً? من|من تاريخ)\s",
        back=r"ذلك|هذه|هذا|تلك|مرور|انقضاء",
        ends=r"أو|ثم|إلا|ما لم|حتى|إذا",
        small="تاريخ يوم",
    ),
    "ja": _Words(
        start=r"の?(?:後(?:から|より|に)?|以降|以後|[日時点]から)(?:起算して)?、?", back=r"その|この|それ|これ"
    ),
}
_SIGNS = r"[,.;:!?()،؛、。\ufffc\[\]]"
_SHARED = 5
"""Words that begin with so many letters alike are forms of one."""


def start_of_cell(text: str, language: str, *, of_starts: bool) -> str | None:
    """All of a cell that says from when a period runs; `of_starts`: whether its column is known to say so."""
    words, said = _WORDS.get(language.partition("-")[0]), text.strip()
    if words is None or not said or re.search(r"\d", said):
        return None
    if language.startswith("ja"):
        marked = re.search(rf"(?:{words.start})\Z", said.rstrip("。")) and not re.search(rf"^(?:{words.back})", said)
    else:
        marked = _opening(said, words)
    return said if marked or of_starts else None


def start_beside(before: str, behind: str, language: str) -> str | None:
    """What the words right behind a period, or in Japanese right before it, say of when it runs from; to the end of the
    sentence, as nobody can tell where such a phrase ends."""
    words = _WORDS.get(language.partition("-")[0])
    if words is None:
        return None
    if language.startswith("ja"):
        said = re.split(r"[、。\ufffc]", before.rstrip("、 "))[-1]
        marked = re.search(rf"(?:{words.start})\Z", said) and not re.search(words.back, said)
        return said if marked else None
    said = re.split(r"[.;!?؛\ufffc](?:\s|\Z)|\ufffc", behind, maxsplit=1)[0].strip()
    return said if _opening(said, words) else None


def is_same_start(said: str, agreed: str, language: str) -> bool:
    """Whether words name the start that is agreed: all of its words are among them, or up to a sign or an "and" they
    have no others."""
    words, table = _WORDS.get(language.partition("-")[0]), table_for(language)
    if words is None or table is None:
        return True
    if not table.spaced:
        here, there = (_without_start(each, words) for each in (said, agreed))
        return there in here or here in there
    first = re.split(rf"{_SIGNS}|\s(?:{words.ends})\s", f"{_stripped(said, words)} ", maxsplit=1, flags=re.IGNORECASE)[
        0
    ]
    whole, phrase, known = (_content(each, words, language) for each in (said, first, agreed))
    return all(_among(word, whole) for word in known) or (bool(phrase) and all(_among(word, known) for word in phrase))


def is_only_start(said: str, agreed: str, language: str) -> bool:
    """Whether all of the words name the start that is agreed and nothing else."""
    words, table = _WORDS.get(language.partition("-")[0]), table_for(language)
    if words is None or table is None:
        return True
    if not table.spaced:
        return _without_start(said, words) == _without_start(agreed, words)
    here, there = (_content(each, words, language) for each in (said, agreed))
    return all(_among(word, there) for word in here) and all(_among(word, here) for word in there)


def _opening(said: str, words: _Words) -> bool:
    found = re.match(words.start, said, re.IGNORECASE)
    rest = said[found.end() :].lstrip() if found else ""
    return bool(rest) and not re.match(rf"(?:{words.back})|\d", rest, re.IGNORECASE)


def _stripped(said: str, words: _Words) -> str:
    return re.sub(rf"\A{words.start}", "", said.strip(), flags=re.IGNORECASE)


def _without_start(said: str, words: _Words) -> str:
    return re.sub(rf"(?:{words.start})\Z", "", re.sub(r"[\s、。]", "", said))


def _content(said: str, words: _Words, language: str) -> frozenset[str]:
    table = table_for(language)
    assert table is not None
    small = {*(table.fold(plain(one)) for one in table.small_words), *words.small.split()}
    text = table.fold(plain(_stripped(said, words)))
    return frozenset(re.findall(r"[^\W_]+", text)) - small


def _among(word: str, others: frozenset[str]) -> bool:
    return any(_is_form(word, other) for other in others)


def _is_form(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    return longer.startswith(shorter if len(shorter) < _SHARED else shorter[:_SHARED])
