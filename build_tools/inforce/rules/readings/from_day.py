"""From when a sentence of a change note, or a reason, says that the text holds: "this applies from 1 May 2027", "From
the 1st the reminder is back in the text", "Postponed to 1 May 2027". The day is \\0 in it.

What else begins on a day is none of the version: a bank's fee, or a law. So only words of one clause count that speak
of the text, or of what was just said by "it" or "this".
"""

from __future__ import annotations

import re

from inforce.rules.readings.own_day import says_own_day
from inforce.rules.readings.sentences import COMMAS, PART
from inforce.rules.readings.tables import phrases_for

_OTHER_CLAUSE = re.compile(rf"(?<!\0)(?<!\0から)(?<!\0より)[{COMMAS}](?!\s?\Z)")
"""Where another clause begins: not behind the day."""
_VOWELS = re.compile("[\u064b-\u0652]")


def holds_as_text(sentence: str, language: str) -> bool:
    """Whether a sentence says that the text, or the change that it tells of, holds from the day."""
    clause = next((each for each in PART.split(sentence) if "\0" in each), "")
    effect = phrases_for(language).effect
    of_the_text = effect is not None and _says(clause, effect.from_) and _says(clause, effect.of_the_text)
    return (of_the_text and not _OTHER_CLAUSE.search(clause)) or says_own_day(sentence, language)


def is_of_the_text(sentence: str, language: str) -> bool:
    """Whether a sentence speaks of the text as a whole: "this policy", "these terms"."""
    effect = phrases_for(language).effect
    return effect is not None and _says(sentence, effect.of_the_text)


def is_put_off(sentence: str, language: str) -> bool:
    """Whether a sentence says that the version is put off to the day."""
    effect = phrases_for(language).effect
    return effect is not None and _says(sentence, effect.put_off)


def _says(sentence: str, pattern: str) -> bool:
    return re.search(pattern, _VOWELS.sub("", " ".join(sentence.split())), re.IGNORECASE) is not None
