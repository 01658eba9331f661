"""The day from which a text says that it holds itself: "this policy applies from 1 March 2027", "Effective date: …".

Its subject has to be the text, and the verb one of now or later: laws hold from a day too, and a text tells when the
first version did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from inforce.rules.readings.passages import amounts_said
from inforce.rules.readings.sentences import SENTENCE
from inforce.rules.readings.tables import phrases_for


def says_own_day(sentence: str, language: str) -> bool:
    """Whether a sentence, with \\0 in the place of a day, says so of it."""
    effect = phrases_for(language).effect
    return effect is not None and re.search(effect.own, sentence, re.IGNORECASE) is not None


def own_day_said(text: str, language: str) -> Iterator[str]:
    """The words of each such day."""
    if not re.search(r"\d", text):
        return
    for sentence in SENTENCE.split(" ".join(text.split())):
        for amount, said in amounts_said(sentence, language):
            if amount[0] is date and says_own_day(sentence.replace(said, "\0", 1), language):
                yield said
