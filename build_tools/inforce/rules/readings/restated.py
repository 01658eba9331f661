"""Another amount beside a value that is said to be the same, or to hold instead: "[10 years] (twelve years)", "[10
years], i.e. 20 years", "[10 years], in practice 20 years".

Readers can't tell which of the two holds. Beside it means right beside it: in brackets that hold nothing else, behind a
sign ("=", "+", "–") or behind words that equate two amounts, overrule one, name the other end of a range, or another
choice. What
else a sentence counts ("[10 years] (2 years for minors)") is something of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from inforce.model.values import Duration, FactValue, Money, Percentage
from inforce.rules.readings.amounts import read_money, read_percentage, read_whole_number
from inforce.rules.readings.dates import read_date
from inforce.rules.readings.durations import read_duration
from inforce.rules.readings.grown import Beside, closed, goes_on
from inforce.rules.readings.likeness import is_same, length_of
from inforce.rules.readings.plain import plain
from inforce.rules.readings.table import LanguageTable

_Read = Callable[[str, LanguageTable], object | None]
_KINDS: tuple[tuple[type, _Read], ...] = (
    (Duration, read_duration),
    (Money, read_money),
    (Percentage, read_percentage),
    (date, read_date),
    (int, read_whole_number),
)
_WORDS, _SIGNS = 5, 12
"""So many words, or signs where words do not stand apart, that an amount takes at most."""
_OPENING, _CLOSING = re.compile(r"\s*[(（［【〔\[]\s*"), re.compile(r"\s*[)）］】〕\]]")
_EQUALS = re.compile(r"\s*[=＝≈≙≡≅⇒→]\s*")
_DASH = re.compile(r"[-–—‑‒−~〜～]")
_SPACED_DASH = re.compile(r"\s+[-–—−]\s+")
_MORE = re.compile(r"\s*[+±＋]\s*")
_SLASH = re.compile(r"\s*/\s*")
_AT_THE_END = ".,;:!?()[]{}\"'“”„«»‘’…、。，；：（）］】〕"


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands between a value and another amount, and when the two can mean nothing else."""

    pattern: re.Pattern[str]
    sure: Callable[[str], bool]
    """Whether the words behind both leave no doubt."""
    only_closed: bool = False
    """Whether it says nothing at all where words go on."""
    adds: bool = False
    """Whether it makes a sum of the two, so that the same amount makes another one too."""


def restated(before: str, said: str, after: str, value: FactValue, table: LanguageTable) -> Beside | None:
    """The value with another amount of its kind beside it that is said to be the same."""
    read = next((read for kind, read in _KINDS if isinstance(value, kind)), None)
    if read is None:
        return None
    kind = _Kind(value, read, table)
    return (
        _in_brackets(before, said, after, kind)
        or _behind(before, said, after, kind)
        or _ahead(before, said, after, kind)
    )


@dataclass(frozen=True, slots=True)
class _Kind:
    """Amounts of one kind in one language."""

    value: FactValue
    read: _Read
    table: LanguageTable

    def first(self, text: str) -> tuple[str, object] | None:
        """The longest amount that a text begins with."""
        pieces = list(re.finditer(r"\S+" if self.table.spaced else r"\S", text))[: self._longest]
        for piece in reversed(pieces):
            words = text[: piece.end()].rstrip(_AT_THE_END + " ")
            if (found := self._read(words)) is not None:
                return words, found
        return None

    def last(self, text: str) -> tuple[str, object] | None:
        """The longest amount that a text ends with."""
        pieces = list(re.finditer(r"\S+" if self.table.spaced else r"\S", text))[-self._longest :]
        for piece in pieces:
            words = text[piece.start() :]
            if (found := self._read(words)) is not None:
                return words, found
        return None

    def differs(self, found: object) -> bool:
        """Whether it is another amount: not one in another currency, and not about the same time, as a month is about
        30 days."""
        match self.value, found:
            case Duration() as one, Duration() as other:
                return not is_same((Duration, length_of(one)), (Duration, length_of(other)))
            case Money() as one, Money() as other:
                return one.currency == other.currency and one.amount != other.amount
            case _:
                return found != self.value

    def is_mere_figure(self, words: str) -> bool:
        """Whether it is a number of figures alone: in brackets, that of a paragraph or a note."""
        return isinstance(self.value, int) and words.strip().isdecimal()

    @property
    def _longest(self) -> int:
        return _WORDS if self.table.spaced else _SIGNS

    def _read(self, words: str) -> object | None:
        return self.read(self.table.fold(plain(words)), self.table) if words.strip() else None


def _in_brackets(before: str, said: str, after: str, kind: _Kind) -> Beside | None:
    """ "[10 years] (twelve years)", "twelve years ([10 years])": an amount and nothing else, or a word that equates."""
    if opening := _OPENING.match(after):
        start = opening.end()
        equated = _either((*kind.table.equated, *kind.table.overruled), kind.table, before=False)
        choice = _either(kind.table.or_else, kind.table, before=False).match(after, start)
        if lead := equated.match(after, start) or _EQUALS.match(after, start) or choice:
            start = lead.end()
        found = kind.first(after[start:])
        other = found is not None and kind.differs(found[1]) and (lead or not kind.is_mere_figure(found[0]))
        if found and other and (closing := _CLOSING.match(after, start + len(found[0]))):
            return _seen(said + after[: closing.end()], sure=lead is None or lead is not choice)
    if (closing := _CLOSING.match(after)) and (opened := re.search(r"\s*[(（［【〔]\s*\Z", before)):
        found = kind.last(before[: opened.start()])
        if found and kind.differs(found[1]) and not kind.is_mere_figure(found[0]):
            return _seen(found[0] + opened[0] + said + closing[0])
    return None


def _behind(before: str, said: str, after: str, kind: _Kind) -> Beside | None:
    """ "[10 years] = 15 years", "[10 years], i.e. 20 years", "[€5] to €50"."""
    for lead in _leads(before, kind):
        if not (joint := lead.pattern.match(after)):
            continue
        found = kind.first(after[joint.end() :])
        if found is None or not (lead.adds or kind.differs(found[1])):
            continue
        through = after[: joint.end()] + found[0]
        rest = after[len(through) :]
        if lead.sure(rest):
            return _seen(said + through)
        if not lead.only_closed:
            return _seen(said + through, sure=False)
    return None


def _ahead(before: str, said: str, after: str, kind: _Kind) -> Beside | None:
    """ "15 years = [10 years]", "20 years, i.e. [10 years]", "€5 + [€5]"."""
    table = kind.table
    equated, ranges, instead = (
        _either(words, table, before=True) for words in (table.equated, table.ranges, table.instead)
    )
    for joint, sure in (
        (_EQUALS, True),
        (_MORE, _ends(after, table)),
        (equated, goes_on(after, table)),
        (ranges, False),
        (instead, False),
    ):
        if isinstance(kind.value, date) and joint is ranges:
            continue
        joined = re.search(rf"(?:{joint.pattern})\Z", before, re.IGNORECASE)
        found = kind.last(before[: joined.start()]) if joined else None
        if joined and found and (joint is _MORE or kind.differs(found[1])):
            return _seen(found[0] + joined[0] + said, sure=sure)
    return None


def _leads(before: str, kind: _Kind) -> Iterator[_Lead]:
    """What may stand behind the value, the surest first."""
    table = kind.table
    yield _Lead(_EQUALS, lambda rest: True)
    yield _Lead(_either(table.equated, table, before=True), lambda rest: goes_on(rest, table))
    yield _Lead(_overruled(before, table), lambda rest: goes_on(rest, table), only_closed=True)
    yield _Lead(_MORE, lambda rest: _ends(rest, table), adds=True)
    if not isinstance(kind.value, Duration):  # with periods, `grown` reads it
        yield _Lead(_either(table.plus, table, before=True), lambda rest: _ends(rest, table), adds=True)
    counted = not isinstance(kind.value, int)  # what touches the figures of a number is told as such
    if not isinstance(kind.value, date):  # a day to a day is no amount
        sure = counted and not _opened(before, table)
        if counted:
            yield _Lead(_DASH, lambda rest: sure)
        yield _Lead(_either(table.ranges, table, before=True), lambda rest: sure)
    yield _Lead(_SPACED_DASH, closed, only_closed=True)
    if counted:
        yield _Lead(_SLASH, lambda rest: False)
    yield _Lead(_either(table.or_else, table, before=True), lambda rest: False)


def _overruled(before: str, table: LanguageTable) -> re.Pattern[str]:
    """What says that the amount that follows holds, and not the value: "in practice", or "but" behind a "not"."""
    denied, instead = table.contrasts
    folded = f" {plain(before)}"
    words = table.overruled
    if any(folded.endswith(f" {lead}") for lead in denied):
        words += instead
    lead = _either(words, table, before=True).pattern
    if not table.spaced:
        return re.compile(lead)
    but, to = (
        "|".join(re.escape(word) for word in sorted(forms, key=len, reverse=True)) or "(?!)"
        for forms in (instead, (*instead, *table.before_amounts, *table.equated))
    )
    return re.compile(rf"(?:\s*[,،;–—-]*\s+(?:{but}))?{lead}(?:(?:{to})[,\s]+){{0,2}}", re.IGNORECASE)


def _ends(rest: str, table: LanguageTable) -> bool:
    """Whether nothing follows that one of two amounts could be for."""
    return closed(rest) if table.spaced else goes_on(rest, table)


def _opened(before: str, table: LanguageTable) -> bool:
    """Whether the words before the value begin a range, or tell from what something has changed."""
    folded = table.fold(plain(before))
    return any(re.search(rf"(?<!\w){re.escape(lead)}\Z", folded) for lead in table.range_leads)


def _either(words: tuple[str, ...], table: LanguageTable, *, before: bool) -> re.Pattern[str]:
    """One of some words, with the spaces and the punctuation beside it; `before`: whether something stands before."""
    either = "|".join(
        re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)
    )
    gap = (r"\s*[,،、;:–—-]*\s+" if before else r"\s*") if table.spaced else r"\s*[、，,；：–—-]*\s*"
    end = r"[\s,:،]+" if table.spaced else r"[、，,：]?\s*"
    return re.compile(f"{gap}(?:{either or '(?!)'}){end}", re.IGNORECASE)


def _seen(words: str, *, sure: bool = True) -> Beside:
    return Beside(" ".join(words.split()), sure=sure)
