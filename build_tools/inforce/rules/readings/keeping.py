"""For how long words say that something is kept: periods in a sentence that speaks of keeping, or of an end; and for
how long something goes on ("for three years", "30 Tage lang")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.model.values import Duration
from inforce.rules.readings.likeness import Amount
from inforce.rules.readings.passages import amounts_said
from inforce.rules.readings.sentences import CLAUSE_OR_LINE
from inforce.rules.readings.tables import phrases_for, table_for


def periods_of_keeping(text: str, language: str) -> Iterator[tuple[Amount, str]]:
    """Each period, with the words that state it. None in a language that can't be read."""
    table = table_for(language)
    if table is None or table.keeping is None:
        return
    for sentence in CLAUSE_OR_LINE.split(text):
        if table.keeping.search(sentence.lower()) and not _looks_back(sentence, language):
            yield from (one for one in amounts_said(sentence, language) if one[0][0] is Duration)


def periods_going_on(text: str, language: str) -> Iterator[tuple[Amount, str]]:
    """Each period for which something goes on, with its words."""
    pattern = phrases_for(language).going_on
    for sentence in CLAUSE_OR_LINE.split(text) if pattern else ():
        if pattern and not _looks_back(sentence, language):
            for amount, said in amounts_said(sentence, language):
                around = pattern.replace("{}", re.escape(said))
                if amount[0] is Duration and re.search(around, sentence, re.IGNORECASE):
                    yield amount, said


def _looks_back(sentence: str, language: str) -> bool:
    pattern = phrases_for(language).looking_back
    return pattern is not None and re.search(pattern, sentence, re.IGNORECASE) is not None
