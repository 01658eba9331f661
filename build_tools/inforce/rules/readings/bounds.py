"""Bounds beside an amount: "at least 7 years", "7 years or longer", "no more than 20%"; and whether a time ends with a
period or a day, or begins: "within 30 days", "after 30 days", "until 1 March".

Of a sentence that denies something, only bounds that hold their own negation are read: "not kept for more than 7 years"
is "at most 7 years" in another language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from functools import lru_cache

from inforce.model.values import Duration
from inforce.rules.readings.likeness import Amount, Pool
from inforce.rules.readings.passages import amounts_said
from inforce.rules.readings.sentences import around
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import table_for

_NEAR, _SENTENCE = 40, 400
"""So many characters beside the amount are looked at for its bound, and for a negation."""


class Bound(Enum):
    """Which side of an amount is meant; of a period or a day, whether a time ends with it or begins."""

    LEAST = "least"
    MOST = "most"
    WITHIN = "within"
    AFTER = "after"


Bounds = dict[Amount, tuple[Bound | None, str]]
TIMES = frozenset({Bound.WITHIN, Bound.AFTER})


def bound_at(text: str, start: int, end: int, language: str) -> tuple[Bound, str] | None:
    """The bound that the words beside `text[start:end]` make of it, with those words and its own."""
    if (patterns := _patterns(language)) is None:
        return None
    begins, ends = around(text, start, end, most=_SENTENCE)
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    denied = patterns.denies.search(text, begins, ends)
    for bound, ahead, behind in patterns.sides:
        if found := behind.match(after):
            return bound, f"{text[start:end]}{found[0]}"
        if found := ahead.search(before):
            return bound, f"{found[0]}{text[start:end]}"
    for bound, ahead in patterns.compared:
        if not denied and (found := ahead.search(before)):
            return bound, f"{found[0]}{text[start:end]}"
    return None


def time_at(text: str, start: int, end: int, language: str) -> tuple[Bound, str] | None:
    """Whether a time ends with the period or the day that `text[start:end]` states, or begins, by the words beside it;
    nothing in a sentence that denies something else."""
    if (patterns := _patterns(language)) is None:
        return None
    begins, ends = around(text, start, end, most=_SENTENCE)
    before, after, sentence = (
        text[max(0, start - _NEAR) : start],
        text[end : end + _NEAR],
        text[begins:start] + text[end:ends],
    )
    for bound, ahead, behind in patterns.times:
        found = behind.match(after) or ahead.search(before)
        if found and not patterns.denies.search(sentence.replace(found[0], " ", 1)):  # "no later than" denies itself
            said = text[start:end]
            return bound, f"{said}{found[0]}" if found.re is behind else f"{found[0]}{said}"
    return None


def bounds_said(
    text: str, language: str, read: Callable[[str, str], Iterable[tuple[Amount, str]]] = amounts_said
) -> Iterator[tuple[Amount, Bound, str]]:
    """The amounts of a passage that are bounded, each with its bound and the words of both. `read` may be one that
    remembers."""
    patterns = _patterns(language)
    if patterns is None or not patterns.any.search(text):
        return
    kind, at = None, 0
    for amount, said in read(text, language):  # those of a kind as they stand
        at = at if amount[0] is kind else 0
        kind, place = amount[0], text.find(said, at)
        if place >= 0:
            at = place + len(said)
            if found := bound_at(text, place, at, language):
                yield (amount, *found)
            if kind in (Duration, date) and (found := time_at(text, place, at, language)):
                yield (amount, *found)


def bounds_by_amount(
    passages: Iterable[str], language: str, read: Callable[[str, str], Iterable[tuple[Amount, str]]] = amounts_said
) -> tuple[Bounds, Bounds]:
    """The amounts of which passages say that they are the least or the most, with their words; and those with which a
    time ends or begins. One of which they say both has neither."""
    found: tuple[Bounds, Bounds] = ({}, {})
    for passage in passages:
        for amount, bound, said in bounds_said(passage, language, read):
            other = found[bound in TIMES].setdefault(amount, (bound, said))
            if other[0] is not bound:
                found[bound in TIMES][amount] = None, said
    return found


def contrary(some: tuple[Bounds, Bounds], others: tuple[Bounds, Bounds]) -> Iterator[tuple[str, str]]:
    """The words of each amount of which the others say the contrary, and theirs."""
    for bounds, theirs in zip(some, others, strict=True):
        pool = Pool(theirs)
        for amount, (bound, said) in bounds.items():
            for its, there in (theirs[one] for one in ([amount] if amount in theirs else pool.like(amount))):
                if None not in (bound, its) and bound is not its:
                    yield said, there


class _Patterns:
    def __init__(self, table: LanguageTable) -> None:
        bounds = table.bounds
        begin, gap = (r"(?<!\w)", r"\s+") if table.spaced else ("", r"\s*")

        def ahead(words: str) -> re.Pattern[str]:
            joint = r"(?:\s+|(?<=['’]))" if table.spaced else r"\s*"
            return re.compile(rf"{begin}(?:{words}){joint}\Z", re.IGNORECASE)

        def behind(words: str) -> re.Pattern[str]:
            end = r"(?!\w)" if table.spaced else ""
            return re.compile(rf"[,、،]?{gap}(?:{words}){end}", re.IGNORECASE)

        sides = ((Bound.MOST, bounds.most), (Bound.LEAST, bounds.least))
        self.sides = tuple((bound, ahead(one), behind(other)) for bound, (one, other) in sides)
        self.compared = ((Bound.LEAST, ahead(bounds.more)), (Bound.MOST, ahead(bounds.less)))
        times = ((Bound.WITHIN, bounds.within), (Bound.AFTER, bounds.after))
        self.times = tuple((bound, ahead(one), behind(other)) for bound, (one, other) in times)
        self.denies = re.compile(bounds.negations, re.IGNORECASE)
        self.any = re.compile(
            "|".join((*bounds.least, *bounds.most, bounds.more, bounds.less, *bounds.within, *bounds.after)),
            re.IGNORECASE,
        )


@lru_cache(maxsize=32)
def _patterns(language: str) -> _Patterns | None:
    table = table_for(language)
    return _Patterns(table) if table else None
