"""Rule for amounts that a translation states otherwise than the prevailing text: "72 hours" here, "48 heures" there.

Words that are linked to a fact are held to it; these are the others. Two languages may count in other words ("six times
a year", "tous les deux mois"), so what one of them states alone is no sign yet, unless its figure is nowhere in the
other. What each states otherwise is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from fractions import Fraction
from functools import cached_property
from itertools import chain, groupby

from inforce.model.text import Clause, Heading, Section, placed_links
from inforce.model.values import Duration, Money, Percentage
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.findings import quoted
from inforce.rules.languages import language_name, listed
from inforce.rules.named_alike import ONE
from inforce.rules.readings.likeness import Amount, Pool
from inforce.rules.readings.phrases import Rates
from inforce.rules.readings.tables import any_language
from inforce.rules.readings.times import Clock, says_loosely, times_said, without_always
from inforce.rules.same_counts import (
    Unlike,
    unlike_cents,
    unlike_ranges,
    unlike_rates,
    unlike_shares,
    unlike_things,
    unlike_weekdays,
)

_Alone = Sequence[tuple[Amount, str]]
_FACT = " \ufffc "
"""What stands for words that are linked to a fact."""
_FIGURE = re.compile(r"(?<![a-zà-ÿ_\d.,/:-])\d{1,9}(?![a-zà-ÿ_\d/:-]|[.,]\d)")
"""A whole number that is no part of a longer one, of a date, a time or an address."""
_GROUPS = re.compile(r"(?<=\d)[ .,'](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_PARTS = re.compile(r"[\d一二三四五六七八九十]+分の[\d一二三四五六七八九十]+")
"""Parts of a whole, whose first sign is a minute too."""
_ANY_FIGURE = re.compile(r"\d+")
_LONGEST_FIGURE = 18
_NEAR = 40
"""So many characters before an amount say how often it comes."""
_MOST_SOUGHT = 10
"""So many words are looked for to find the line."""
_NOON_OR_MIDNIGHT = (0, 12, 23, 24)


def _words(pick: Callable[[Rates], str]) -> str:
    return any_language(lambda each: pick(each.rates) if each.rates else None)


_RATE = re.compile(
    rf"(?:{_words(lambda each: each.often)})\s(?:(?:{_words(lambda each: each.per)})\s)?\Z", re.IGNORECASE
)
"""What stands before the unit of "six times a year", which is no period."""
_EVERY = re.compile(rf"(?:{_words(lambda each: each.each)})\s\Z|数\Z", re.IGNORECASE)
"""What stands before a period of "every six months", which another language may count as "twice a year"; or before one
of "some ten years"."""
_UNSURE = ("分", "日")
"""Units of words that aren't only periods: 十分 is enough, too, and 二日 a day of the month."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """What a block, or a cell of a table, says outside links to facts, within them, and as a whole; and the id that it
    stands below."""

    kind: str
    place: str
    free: str
    linked: tuple[str, ...]
    whole: str
    line: int


def check_same_amounts(
    source: Mapping[str, Section], texts: Mapping[str, Section], *, leading: str, language: str, folder: str
) -> Iterator[Problem]:
    """T110: the sections of a translation (section id to section, whose files are `{folder}/{id}.md`) that state a
    period, a day, an amount of money, a percentage or a number where the prevailing text states another. Languages that
    can't be read are passed over."""
    # The readings bring tables of many languages: they are loaded where there is a translation.
    from inforce.rules.readings.tables import table_for

    if table_for(leading) is None or table_for(language) is None:
        return
    for name in source.keys() & texts.keys():
        there, here = list(_passages(source[name])), list(_passages(texts[name]))
        if [one.kind for one in there] == [one.kind for one in here]:
            pairs = [([one], [other]) for one, other in zip(there, here, strict=True)]
        else:  # its blocks are not those of the other, so it is read id by id, or whole
            pairs = _by_place(there, here)
        whole = _Side(leading, there), _Side(language, here)
        lacked = _lacked(*whole), _lacked(*reversed(whole))
        for ours, theirs in pairs:
            yield from _compared(_Side(leading, ours), _Side(language, theirs), lacked, f"{folder}/{name}.md")


def _by_place(there: list[_Passage], here: list[_Passage]) -> list[tuple[list[_Passage], list[_Passage]]]:
    """What both texts of a section say below each id; all of it where their ids differ."""
    ours, theirs = ({key: list(run) for key, run in groupby(each, lambda one: one.place)} for each in (there, here))
    return [(ours[name], theirs[name]) for name in ours] if [*ours] == [*theirs] else [(there, here)]


class _Side:
    """The same passages in one of the languages."""

    def __init__(self, language: str, passages: Sequence[_Passage]) -> None:
        self.language = language
        self.passages = passages
        self.amounts = [one for passage in passages for one in _free_amounts(passage.free, language)]
        linked = chain.from_iterable(passage.linked for passage in passages)
        self.linked = Pool(amount for words in linked for amount, _ in _amounts(words, language))
        self.free = "\n".join(passage.free for passage in passages)
        self.text = "\n".join(chain.from_iterable((one.free, *one.linked) for one in passages))

    def otherwise(self, other: _Side) -> list[tuple[Amount, str]]:
        """Its amounts that the other does not state, with their words."""
        left = Pool(amount for amount, _ in other.amounts)
        found: list[tuple[Amount, str]] = []
        for amount, said in self.amounts:
            if left.take(amount):
                continue
            if isinstance(amount[1], Money) and amount[1].amount in other.large:
                continue  # in millions, of a currency whose name there can't be read
            if not any(other.linked.like(amount)):
                found.append((amount, said))
        return found

    def numbers(self, other: _Side) -> list[str]:
        """Its whole numbers in figures, apart from amounts, that the other states in no way."""
        from inforce.rules.readings.addresses import read_addresses
        from inforce.rules.readings.plain import plain

        rest = without_always(self.free)
        for said in (
            *(one.text for one in read_addresses(rest)),
            *(said for _, said in self.amounts),
            *self.large.values(),
        ):
            rest = rest.replace(said, " ")
        rest = _GROUPS.sub("", plain(rest))
        return [found[0] for found in _FIGURE.finditer(rest) if not other.says(int(found[0]))]

    def is_interval(self, said: str) -> bool:
        """Whether words state how often something happens: "every six months"."""
        return said in self._intervals

    def says(self, number: int) -> bool:
        """Whether it has a number in figures or in words."""
        return number in self._said

    @cached_property
    def _intervals(self) -> frozenset[str]:
        found = set()
        for passage in self.passages:
            for _, said in _amounts(passage.free, self.language):
                at = passage.free.find(said)
                if _EVERY.search(passage.free, max(0, at - _NEAR), at):
                    found.add(said)
        return frozenset(found)

    @cached_property
    def rates(self) -> list[tuple[Fraction, str]]:
        """How often it says that something happens, with the words."""
        from inforce.rules.readings.rates import rates_said

        return [*rates_said(self.free, self.language)]

    @cached_property
    def large(self) -> dict[int, str]:
        """Its numbers in millions and more, with their words."""
        from inforce.rules.readings.large import large_numbers

        return dict(large_numbers(self.text, self.language))

    @cached_property
    def _said(self) -> frozenset[int]:
        from inforce.rules.readings.numbers import number as read
        from inforce.rules.readings.plain import plain
        from inforce.rules.readings.tables import table_for

        text, table = _GROUPS.sub("", plain(self.text)), table_for(self.language)
        found = {int(figures) for figures in _ANY_FIGURE.findall(text) if len(figures) <= _LONGEST_FIGURE}
        if table is not None:
            runs = ("".join(run) for numeric, run in groupby(text, str.isnumeric) if numeric)
            words = {*_WORD.findall(text)} if table.spaced else {*runs}
            values = (read(table.fold(one), table) for one in words)
            found.update(int(value) for value in values if value is not None and value.denominator == 1)
        return frozenset(found)


def _amounts(words: str, language: str) -> Iterator[tuple[Amount, str]]:
    # The readings bring tables of many languages: they are loaded where there is a translation.
    from inforce.rules.readings.passages import amounts_said

    return amounts_said(words, language)


def _free_amounts(words: str, language: str) -> list[tuple[Amount, str]]:
    """The amounts and the times of day that words state outside links to facts. What may be a time or a period ("18
    uur") is told once, as a time."""
    found: list[tuple[Amount, str]] = []
    words = _PARTS.sub(_FACT, words)
    for clock, said in times_said(without_always(words), language):
        found.append(((time, clock), said))
        words = words.replace(said, _FACT, 1)
    for amount, said in _amounts(words, language):
        at = words.find(said)
        if not (amount[1] in ONE and _RATE.search(words, max(0, at - _NEAR), at)):
            found.append((amount, said))
    return found


def _lacked(side: _Side, other: _Side) -> frozenset[str]:
    """The words of the periods, the times of day and the amounts of money of a section that the other language's
    section lacks."""
    alone = ((kind, said) for (kind, _), said in side.otherwise(other) if kind in (Duration, Money, time))
    return frozenset(said for kind, said in alone if _is_nowhere(kind, said, side, other))


def _compared(
    prevailing: _Side, here: _Side, lacked: tuple[frozenset[str], frozenset[str]], file: str
) -> Iterator[Problem]:
    """Some passages in both languages; `lacked`: what of the prevailing section, and of this one, the other lacks."""
    lone, its = prevailing.otherwise(here), here.otherwise(prevailing)
    ours, theirs = _by_kind(lone, its)
    if kinds := ours.keys() & theirs.keys():
        one, other = ([said for kind in sorted(kinds, key=str) for said in each[kind]] for each in (theirs, ours))
        yield _problem(Severity.OPEN, file, here, prevailing, one, other)
    elif figures := (there := _figures(ours, prevailing.language)).keys() & (words := _figures(theirs, here.language)):
        one, other = ([each[figure] for figure in sorted(figures)] for each in (words, there))
        yield _problem(Severity.OPEN, file, here, prevailing, one, other)
    elif (one := _larger(here, prevailing)) and (other := _larger(prevailing, here)):
        yield _problem(Severity.OPEN, file, here, prevailing, one, other)
    elif counts := _counts(here, prevailing, (its, lone)):
        yield _problem(Severity.OPEN, file, here, prevailing, *counts)
        theirs.pop(Money, None), ours.pop(Money, None)  # the sum beside cents is told
    both = (theirs, ours, here, prevailing, lacked[1]), (ours, theirs, prevailing, here, lacked[0])
    for mine, yours, side, across, nowhere in both:
        alone = [
            said for kind in mine.keys() - yours.keys() for said in mine[kind] if _is_nowhere(kind, said, side, across)
        ]
        if alone:
            lacks = language_name(across.language)
            yield problem(
                "T110",
                Location(file=file, line=_line(here, alone)),
                "no such amount",
                level=Severity.OPEN if nowhere.intersection(alone) else Severity.HINT,
                language=language_name(side.language),
                alone=_listed(alone),
                lacks=lacks,
            )
    if bounds := _turned(prevailing, here):
        yield _problem(Severity.OPEN, file, here, prevailing, *bounds)
    things = [*unlike_things(here.text, prevailing.text, (here.language, prevailing.language))]
    for unlike in things:
        yield _problem(Severity.OPEN, file, here, prevailing, *unlike)
    if not things and (one := here.numbers(prevailing)) and (other := prevailing.numbers(here)):
        yield _problem(Severity.HINT, file, here, prevailing, one, other)


def _counts(here: _Side, prevailing: _Side, alone: tuple[_Alone, _Alone]) -> Unlike | None:
    """The words of what both state otherwise and is no amount of one of the kinds that are read as such. `alone`: the
    amounts that each states alone."""
    texts, languages = (here.free, prevailing.free), (here.language, prevailing.language)
    sums = [{amount.amount: said for (_, amount), said in side if isinstance(amount, Money)} for side in alone]
    return (
        unlike_rates(here.rates, prevailing.rates)
        or unlike_shares(*texts, languages)
        or unlike_weekdays(*texts, languages)
        or unlike_cents(*texts, languages, (sums[0], sums[1]))
        or unlike_ranges(*texts, (here.says, prevailing.says))
    )


def _larger(side: _Side, other: _Side) -> list[str]:
    """Its numbers in millions and more that the other does not state, in figures either."""
    from inforce.rules.readings.large import grouped_figures

    figures = {*other.large, *grouped_figures(other.text)} if side.large else {}
    return [said for value, said in side.large.items() if value not in figures]


def _turned(prevailing: _Side, here: _Side) -> tuple[list[str], list[str]] | None:
    """The words of an amount that is at least so much in one language and at most in the other; or with which a time
    ends in one and begins in the other."""
    from inforce.rules.readings.bounds import bounds_by_amount, contrary

    each = (
        bounds_by_amount((one.whole for one in side.passages), side.language, _amounts) for side in (here, prevailing)
    )
    return next((([said], [there]) for said, there in contrary(*each)), None)


def _figures(amounts: Mapping[type, Sequence[str]], language: str) -> dict[int, str]:
    """The figures of periods, money and percentages, with the words: "15 per cent" is not "vijftien euro"."""
    from inforce.rules.readings.passages import figure_of

    said = [words for kind in (Duration, Money, Percentage) for words in amounts.get(kind, ())]
    return {found[0]: words for words in said if (found := figure_of(words, language)) and found[0] > 1}


def _by_kind(*sides: Sequence[tuple[Amount, str]]) -> Iterator[dict[type, list[str]]]:
    """The words of the amounts of each side, by kind. Periods that come to the same together are left out: "2 years and
    3 months" may be one or two."""
    at_a_time = any(isinstance(value, Clock) and value.sure for side in sides for (_, value), _ in side)
    read = [side if at_a_time else [(_as_period(amount), said) for amount, said in side] for side in sides]
    totals = {_total(side) for side in read}
    for side in read:
        found: dict[type, list[str]] = {}
        for (kind, _), said in side:
            if kind is not Duration or len(totals) > 1:
                found.setdefault(kind, []).append(said)
        yield found


def _as_period(amount: Amount) -> Amount:
    """What may be a time or a period, as a period."""
    return (Duration, (0, 0, amount[1].minutes * 60)) if isinstance(amount[1], Clock) else amount


def _total(amounts: Sequence[tuple[Amount, str]]) -> tuple[int, ...]:
    lengths = [value for (kind, value), _ in amounts if kind is Duration and isinstance(value, tuple)]
    return tuple(sum(parts) for parts in zip(*lengths, strict=True))


def _problem(
    severity: Severity, file: str, here: _Side, prevailing: _Side, said: Sequence[str], other: Sequence[str]
) -> Problem:
    return problem(
        "T110",
        Location(file=file, line=_line(here, said)),
        "other amount",
        level=severity,
        language=language_name(here.language),
        said=_listed(said),
        prevailing=language_name(prevailing.language),
        other=_listed(other),
    )


def _is_nowhere(kind: type, said: str, side: _Side, other: _Side) -> bool:
    """Whether the other text has the number of an amount in no way. Neither article nor unit alone is one."""
    from inforce.rules.readings.passages import figure_of

    figures = [int(figures) for figures in _ANY_FIGURE.findall(said) if figures.isascii()]
    if figures and figures[0] in _NOON_OR_MIDNIGHT and says_loosely(other.text):
        return False
    if side.rates and other.rates and side.is_interval(said):
        return False  # how often, which is compared as that
    if kind is time:
        return not any(other.says(hour) for hour in (figures[0], figures[0] % 12))
    word = None if figures or said.endswith(_UNSURE) or side.is_interval(said) else figure_of(said, side.language)
    if word and word[0] > 1:
        figures = [word[0]]
    return bool(figures) and not any(other.says(number) for number in figures)


def _passages(section: Section) -> Iterator[_Passage]:
    below = ""
    for block in section.leaves:
        if isinstance(block, Heading | Clause) and block.id:
            below = block.id
        for text, places in placed_links(block, line_break=" "):
            at, parts, linked = 0, [], []
            for place in places:
                if place.link.target.scheme == "fact":
                    parts += [text[at : place.start], _FACT]
                    linked.append(text[place.start : place.end])
                    at = place.end
            free = "".join((*parts, text[at:]))
            yield _Passage(type(block).__name__, below, free, tuple(linked), text, block.at.line)


def _line(side: _Side, said: Sequence[str]) -> int | None:
    """The line of the first passage that has one of the words."""
    lines = (one.line for one in side.passages if any(words in one.whole for words in said[:_MOST_SOUGHT]))
    return next(lines, side.passages[0].line if side.passages else None)


def _listed(said: Sequence[str]) -> str:
    return listed(quoted(words) for words in dict.fromkeys(said))
