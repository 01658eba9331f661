"""From when a period runs, as words beside it say: "after your last loan", "à compter de la fin du contrat", 退会後.

Two such phrases are the same where their words are, apart from small ones, endings and what makes them a start. Words
that point back ("after which", "nach diesem Zeitraum") and days say no start that could be compared.
"""

from __future__ import annotations

import re

from inforce.rules.readings.phrases import Starts
from inforce.rules.readings.plain import plain
from inforce.rules.readings.sentences import CLOSERS, COMMAS, ENDS
from inforce.rules.readings.tables import phrases_for, table_for

_SIGNS = rf"[{re.escape(ENDS + COMMAS + CLOSERS)}(\[\ufffc]"
_STOPS = re.escape(ENDS.translate(str.maketrans("", "", ":：")))
_SHARED = 5
"""Words that begin with so many letters alike are forms of one."""


def start_of_cell(text: str, language: str, *, of_starts: bool) -> str | None:
    """All of a cell that says from when a period runs; `of_starts`: whether its column is known to say so."""
    words, said = phrases_for(language).starts, text.strip()
    if words is None or not said or re.search(r"\d", said):
        return None
    if not _is_spaced(language):
        marked = re.search(rf"(?:{words.start})\Z", said.rstrip("。")) and not re.search(rf"^(?:{words.back})", said)
    else:
        marked = _opening(said, words)
    return said if marked or of_starts else None


def start_beside(before: str, behind: str, language: str) -> str | None:
    """What the words right behind a period, or in Japanese right before it, say of when it runs from; to the end of the
    sentence, as nobody can tell where such a phrase ends."""
    words = phrases_for(language).starts
    if words is None:
        return None
    if not _is_spaced(language):
        said = re.split(r"[、。\ufffc]", before.rstrip("、 "))[-1]
        marked = re.search(rf"(?:{words.start})\Z", said) and not re.search(words.back, said)
        return said if marked else None
    said = re.split(rf"[{_STOPS}](?:\s|\Z)|\ufffc", behind, maxsplit=1)[0].strip()
    return said if _opening(said, words) else None


def is_same_start(said: str, agreed: str, language: str) -> bool:
    """Whether words name the start that is agreed: all of its words are among them, or up to a sign or an "and" they
    have no others."""
    words, table = phrases_for(language).starts, table_for(language)
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
    words, table = phrases_for(language).starts, table_for(language)
    if words is None or table is None:
        return True
    if not table.spaced:
        return _without_start(said, words) == _without_start(agreed, words)
    here, there = (_content(each, words, language) for each in (said, agreed))
    return all(_among(word, there) for word in here) and all(_among(word, here) for word in there)


def _is_spaced(language: str) -> bool:
    table = table_for(language)
    return table is None or table.spaced


def _opening(said: str, words: Starts) -> bool:
    found = re.match(words.start, said, re.IGNORECASE)
    rest = said[found.end() :].lstrip() if found else ""
    return bool(rest) and not re.match(rf"(?:{words.back})|\d", rest, re.IGNORECASE)


def _stripped(said: str, words: Starts) -> str:
    return re.sub(rf"\A{words.start}", "", said.strip(), flags=re.IGNORECASE)


def _without_start(said: str, words: Starts) -> str:
    return re.sub(rf"(?:{words.start})\Z", "", re.sub(r"[\s、。]", "", said))


def _content(said: str, words: Starts, language: str) -> frozenset[str]:
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
