"""Values that a passage states among other words: the windows of a few words that one of the readings can read.

Used where a link to a fact was taken away, so it is asked seldom: a passage of many pages is read as far as it is told
here, in time that grows with its length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from inforce.model.values import Duration, Email, FactValue, Money, Percentage, Phone, Url
from inforce.rules.readings.addresses import read_addresses
from inforce.rules.readings.amounts import read_money, read_percentage
from inforce.rules.readings.dates import read_date
from inforce.rules.readings.durations import read_duration
from inforce.rules.readings.plain import plain
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import table_for

LONGEST = 100_000
"""Characters of a passage that are read."""
_WINDOW, _WINDOW_OF_SIGNS = 5, 12
"""So many words, or signs where words do not stand apart, that a value takes at most."""
_WORD = re.compile(r"\S+")
_OUTSIDE = ".,;:!?()[]{}\"'“”„«»‘’…、。，"
_READ: dict[type, Callable[[str, LanguageTable], object | None]] = {
    Duration: read_duration,
    date: read_date,
    Money: read_money,
    Percentage: read_percentage,
}


def amounts_in(passage: str, language: str) -> Counter[object]:
    """Every period, date, amount of money and percentage that some words hold, as it is read, and how often."""
    return Counter(amount for amount, _ in amounts_said(passage, language))


def amounts_said(passage: str, language: str) -> Iterator[tuple[tuple[type, object], str]]:
    """These amounts, each with the words that state it."""
    passage = passage[:LONGEST]
    for kind, read in _READ.items():
        for said, value in _windows(passage, read, language):
            if not _is_mere_words(said, value):
                yield (kind, value.length if isinstance(value, Duration) else value), said


def _is_mere_words(said: str, value: object) -> bool:
    """Whether an amount is but words that are a currency's code too: "sur une" (one Soviet rouble)."""
    if not isinstance(value, Money) or any(char.isnumeric() for char in said):
        return False
    return value.currency.casefold() in said.casefold().split()


def values_in(passage: str, like: FactValue, language: str) -> Iterator[tuple[str, object]]:
    """The values of the kind of `like` that some words hold: each as it stands, and as it is read. Nothing of a kind or
    a language that has no reading; of whole numbers those in figures alone."""
    passage = passage[:LONGEST]
    if isinstance(like, Email | Phone | Url):
        yield from ((address.text, (address.user, address.host, address.path)) for address in read_addresses(passage))
        return
    if isinstance(like, int):
        yield from ((found[0], found[0]) for found in re.finditer(r"(?<![\w.,])\d+(?![\w]|[.,]\d)", passage))
        return
    read = _READ.get(type(like))
    if read is not None:
        yield from _windows(passage, read, language)


def _windows(
    passage: str, read: Callable[[str, LanguageTable], object | None], language: str
) -> Iterator[tuple[str, object]]:
    table = table_for(language)
    if table is None:
        return
    pieces = list(_WORD.finditer(passage) if table.spaced else re.finditer(r"\S", passage))
    longest = _WINDOW if table.spaced else _WINDOW_OF_SIGNS
    at = 0
    while at < len(pieces):
        for count in range(min(longest, len(pieces) - at), 0, -1):
            said = passage[pieces[at].start() : pieces[at + count - 1].end()].strip(_OUTSIDE)
            value = read(table.fold(plain(said)), table) if said else None
            if value is not None:
                yield said, value
                at += count - 1
                break
        at += 1
