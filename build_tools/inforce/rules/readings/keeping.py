"""For how long words say that something is kept: periods in a sentence that speaks of keeping, or of an end; and for
how long something goes on ("for three years", "30 Tage lang")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.model.values import Duration
from inforce.rules.readings.likeness import Amount
from inforce.rules.readings.passages import amounts_said
from inforce.rules.readings.tables import table_for

_LOOKING_BACK = re.compile(
    r"\b(?:last|past|derni|letzten?|laatste|afgelopen)|\u904e\u53bb|\u0627\u0644\u0623\u062e\u064a\u0631"
)
"""What a sentence counts that tells what is kept, and not for how long: "the pages of the last 30 minutes"."""
_FOR = {
    "en": r"\bfor (?:up to |at most )?{}(?! (?:ago|old)\b)",
    "fr": r"\b(?:pendant|durant|pour) {}(?! et\b| ou\b)",
    "nl": r"\b(?:gedurende|voor) {}(?! en\b| of\b)|{} lang\b",
    "de": r"\b(?:für|während) {}|{} lang\b",
    "ar": r"لمدة {}",
    "ja": r"{}間?(?:にわたり|にわたって|、)",
}
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|(?<=[\u3002])|\n+")


def periods_of_keeping(text: str, language: str) -> Iterator[tuple[Amount, str]]:
    """Each period, with the words that state it. None in a language that can't be read."""
    table = table_for(language)
    if table is None or table.keeping is None:
        return
    for sentence in _SENTENCES.split(text):
        if table.keeping.search(sentence.lower()) and not _LOOKING_BACK.search(sentence.lower()):
            yield from (one for one in amounts_said(sentence, language) if one[0][0] is Duration)


def periods_going_on(text: str, language: str) -> Iterator[tuple[Amount, str]]:
    """Each period for which something goes on, with its words."""
    pattern = _FOR.get(language.partition("-")[0])
    for sentence in _SENTENCES.split(text) if pattern else ():
        if pattern and not _LOOKING_BACK.search(sentence.lower()):
            for amount, said in amounts_said(sentence, language):
                around = pattern.replace("{}", re.escape(said))
                if amount[0] is Duration and re.search(around, sentence, re.IGNORECASE):
                    yield amount, said
