"""Values that a passage states among other words: the windows of a few words that one of the readings can read.

Used where a link to a fact was taken away, so it is asked seldom: a passage of many pages is read as far as it is told
here, in time that grows with its length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby

from inforce.model.values import Duration, Email, FactValue, Money, Percentage, Phone, Url
from inforce.rules.readings.addresses import read_addresses
from inforce.rules.readings.amounts import (
    has_bare_cents,
    names_a_currency,
    names_a_share,
    read_money,
    read_percentage,
    read_whole_number,
)
from inforce.rules.readings.dates import names_a_year, read_date
from inforce.rules.readings.durations import names_a_unit, read_duration
from inforce.rules.readings.likeness import length_of
from inforce.rules.readings.numbers import number
from inforce.rules.readings.plain import plain
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import table_for
from inforce.rules.readings.times import without_always

LONGEST = 100_000
"""Characters of a passage that are read."""
_WINDOW, _WINDOW_WITH_CENTS, _WINDOW_OF_SIGNS = 5, 8, 12
"""So many words, or signs where words do not stand apart, that a value takes at most."""
_WORD = re.compile(r"\S+")
_FIGURE_OR_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]+(?:-[^\W\d]+)*")
_OUTSIDE = ".,;:!?()[]{}\"'“”„«»‘’…、。，،؛؟"
_READ_ALREADY = " \ufffc "
"""What stands for words that state an amount of another kind."""
_A_YEAR = 1000
"""So many years are the number of one."""
_CODES_AND_WORDS = frozenset({"ALL", "BEL", "CUP", "DEM", "GEL", "MAD", "PEN", "SUR", "TOP", "TRY"})
"""Codes of currencies that are words before a figure, unless they stand in capitals: "all 5", "24 heures sur 24"."""
_READ: dict[type, Callable[[str, LanguageTable], object | None]] = {
    date: read_date,
    Duration: read_duration,
    Money: read_money,
    Percentage: read_percentage,
}
_MAY_HOLD: dict[type, Callable[[str, LanguageTable], bool]] = {
    Duration: names_a_unit,
    date: names_a_year,
    Money: names_a_currency,
    Percentage: names_a_share,
}
"""Whether a passage is worth reading for a kind: most are not, and to look is quick."""


def amounts_in(passage: str, language: str) -> Counter[object]:
    """Every period, date, amount of money and percentage that some words hold, as it is read, and how often."""
    return Counter(amount for amount, _ in amounts_said(passage, language))


def amounts_said(passage: str, language: str) -> Iterator[tuple[tuple[type, object], str]]:
    """These amounts, each with the words that state it. The words of a date state no period besides,
    nor do those that mean always ("24 hours a day")."""
    return iter(_amounts_said(passage, language))


@lru_cache(maxsize=8192)
def _amounts_said(passage: str, language: str) -> tuple[tuple[tuple[type, object], str], ...]:
    """Read once: rules ask for the same words, versions share most of theirs, and reading takes most of a check."""
    return tuple(_amounts_read(passage, language))


def _amounts_read(passage: str, language: str) -> Iterator[tuple[tuple[type, object], str]]:
    passage = without_always(passage[:LONGEST])
    for kind in _READ:
        for said, value in [*_windows(passage, kind, language)]:
            if kind is date:
                passage = passage.replace(said, _READ_ALREADY)
            if not _is_mere_words(said, value):
                yield (kind, length_of(value) if isinstance(value, Duration) else value), said


def bare_figures(passage: str, language: str) -> frozenset[int]:
    """The whole numbers that no amount takes, as the seven of "seven instead of ten years". One, which is an article in
    many languages, is none of them."""
    table = table_for(language)
    if table is None:
        return frozenset()
    passage = passage[:LONGEST]
    for _, said in amounts_said(passage, language):
        passage = passage.replace(said, " ", 1)
    pieces = _WORD.findall(passage) if table.spaced else re.findall(r"[0-9]+", passage)
    read = (read_whole_number(table.fold(plain(piece.strip(_OUTSIDE))), table) for piece in pieces)
    return frozenset(figure for figure in read if figure is not None and figure > 1)


def figure_of(said: str, language: str) -> tuple[int, str] | None:
    """The whole number of an amount's words and the word that states it, where there is just one."""
    table = table_for(language)
    if table is None:
        return None
    if table.spaced:
        pieces = _FIGURE_OR_WORD.findall(said)
    else:
        pieces = ["".join(run) for numeric, run in groupby(said, str.isnumeric) if numeric]
    read = [(read_whole_number(table.fold(plain(piece.strip(_OUTSIDE))), table), piece) for piece in pieces]
    found = [(figure, piece) for figure, piece in read if figure is not None]
    return found[0] if len(found) == 1 else None


def _is_mere_words(said: str, value: object) -> bool:
    """Whether an amount is but words that are a currency's code too ("sur une", a Soviet rouble), or a year."""
    if isinstance(value, Duration):
        return value.years >= _A_YEAR
    if not isinstance(value, Money):
        return False
    if any(char.isnumeric() for char in said):
        return value.currency in _CODES_AND_WORDS and value.currency not in said
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
    if type(like) in _READ:
        yield from _windows(passage, type(like), language)


def _windows(passage: str, kind: type, language: str) -> Iterator[tuple[str, object]]:
    table = table_for(language)
    if table is None or not _MAY_HOLD[kind](table.fold(plain(passage)), table):
        return
    read = _READ[kind]
    pieces = list(_WORD.finditer(passage) if table.spaced else re.finditer(r"\S", passage))
    longest = _WINDOW if table.spaced else _WINDOW_OF_SIGNS
    if table.spaced and kind is Money and any(unit in passage.casefold() for unit in table.small_change):
        longest = _WINDOW_WITH_CENTS
    held = [_may_show(kind, piece[0], table) for piece in pieces]
    at = ended = 0
    while at < len(pieces):
        if table.spaced and pieces[at][0].casefold() in table.joins:  # "and three months" are three months
            at += 1
            continue
        for count in range(min(longest, len(pieces) - at), 0, -1):
            if not any(held[at : at + count]) or not pieces[at][0].strip(_OUTSIDE):
                break  # nothing, or nothing that begins with a lone sign (": 10 ans")
            said = passage[pieces[at].start() : pieces[at + count - 1].end()].strip(_OUTSIDE)
            folded = table.fold(plain(said)) if said else ""
            value = read(folded, table) if folded else None
            joined = value is None and table.prefixed_join and folded.startswith(table.prefixed_join)
            # A number before it may go on in a word with a join: "twenty-one" is "one and twenty".
            if joined and (at == ended or number(table.fold(plain(pieces[at - 1][0])), table) is None):
                said, folded = said.removeprefix(table.prefixed_join).lstrip(), folded.removeprefix(table.prefixed_join)
                value = read(folded, table)
            if value is not None and at and said[0].isdecimal() and is_numbered(pieces[at - 1][0], table):
                continue
            if value is not None and _is_possessed(folded, passage[pieces[at].start() :], said, table):
                continue
            bare = kind is Money and value is not None and has_bare_cents(folded, table)
            if value is not None and not (bare and not _ends_there(passage[pieces[at].start() :], said, table)):
                yield said, value
                at += count - 1
                ended = at + 1
                break
        at += 1


def is_numbered(word: str, table: LanguageTable) -> bool:
    """Whether a number behind a word counts nothing: that of a section, an article or a page."""
    return bool(_numbered(table.language).fullmatch(word.lstrip(_OUTSIDE)))


@lru_cache(maxsize=16)
def _numbered(language: str) -> re.Pattern[str]:
    table = table_for(language)
    sections = table.sections if table else None
    words = (sections.one, sections.several, sections.of_laws, "arts?\\.") if sections else ()
    numbered = (table.numbered,) if table and table.numbered else ()
    return re.compile("|".join((*words, *numbered)) or "(?!)", re.IGNORECASE)


def _is_possessed(folded: str, passage: str, said: str, table: LanguageTable) -> bool:
    """Whether the words that a passage begins with are a unit, and a noun behind them says of what it is."""
    behind = passage.partition(said)[2]
    if table.possessed is None or not behind[:1].isspace():
        return False
    following = " ".join(behind.split(maxsplit=2)[:2])
    return bool(table.possessed.match(f"{folded} {table.fold(plain(following))}"))


def _ends_there(passage: str, said: str, table: LanguageTable) -> bool:
    """Whether the words that a passage begins with end there: no noun follows their last number."""
    behind = passage.partition(said)[2]
    following = behind.split(maxsplit=1)[:1] if behind[:1].isspace() else []
    return all(table.fold(plain(word.strip(_OUTSIDE))) in table.small_words for word in following)


def _may_show(kind: type, piece: str, table: LanguageTable) -> bool:
    """Whether one word of an amount, or one sign of it, may be this: a unit, a currency; where words don't stand apart,
    a numeral."""
    if not table.spaced:
        return piece.isnumeric() or piece in table.halves
    return kind not in (Duration, Money) or _MAY_HOLD[kind](table.fold(plain(piece)), table)
