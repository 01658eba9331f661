"""How long before a change to itself a text promises to tell of it: "we will tell you ninety days before", "changes
apply 14 days after we publish them".

A period counts where its sentence says that we tell of something, or that it takes effect, and words beside the period
make a notice of it. That the something is a change to the text has to stand in the sentence, in the one before it, or
be what the section is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inforce.model.values import Duration
from inforce.rules.readings.likeness import Amount, is_same, length_of
from inforce.rules.readings.passages import amounts_said
from inforce.rules.readings.phrases import Notice
from inforce.rules.readings.sentences import CLAUSE, SENTENCE
from inforce.rules.readings.tables import phrases_for, table_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A period of notice, the words that state it, and whether only working days count in it."""

    amount: Amount
    said: str
    working: bool

    def is_of(self, days: int) -> bool:
        """Whether the period is about so many days."""
        return not self.working and is_same(self.amount, (Duration, length_of(Duration(days=days))))


def is_about_changes(heading: str, language: str) -> bool:
    """Whether a heading says that what stands below it is about changes to the text."""
    words = phrases_for(language).notice
    return words is not None and _tells_of_changes(heading, words)


def notice_promised(text: str, language: str, *, of_changes: bool) -> Iterator[Promise]:
    """The periods of notice that a block promises; `of_changes`: whether it stands where changes are spoken of."""
    words, table = phrases_for(language).notice, table_for(language)
    if words is None or table is None or not re.search(words.tells, text, re.IGNORECASE):
        return
    before = of_changes
    for sentence in SENTENCE.split(" ".join(text.split()) if table.spaced else text):
        about = before or _tells_of_changes(sentence, words)
        for clause in CLAUSE.split(sentence) if about else ():
            yield from _in_clause(clause, language, words)
        before = of_changes or _tells_of_changes(sentence, words)


def _tells_of_changes(sentence: str, words: Notice) -> bool:
    return all(re.search(each, sentence, re.IGNORECASE) for each in (words.change, words.itself))


def _in_clause(clause: str, language: str, words: Notice) -> Iterator[Promise]:
    if not re.search(words.tells, clause, re.IGNORECASE):
        return
    counted = re.sub(words.working, "", clause, flags=re.IGNORECASE)
    for amount, said in amounts_said(counted, language):
        at = counted.find(said)
        if amount[0] is not Duration or at < 0:
            continue
        head, tail = counted[:at], counted[at + len(said) :]
        if re.search(words.theirs, head, re.IGNORECASE):
            continue  # "you can object until 14 days before"
        effect = re.search(words.effect, clause, re.IGNORECASE)
        ends = re.match(words.before, tail, re.IGNORECASE) or re.search(words.notice_of, head, re.IGNORECASE)
        begins = re.match(words.after, tail, re.IGNORECASE) or re.search(words.told_before, head, re.IGNORECASE)
        if ends or (begins and effect):
            yield Promise(amount=amount, said=said, working=counted != clause)
