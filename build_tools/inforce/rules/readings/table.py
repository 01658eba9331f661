"""What a language needs so that durations, dates and amounts can be read in it. One table a language, in `tables/`.

All forms are written as `plain()` and the table's own `fold` leave them: lower case, plain apostrophes and hyphens.
Words have no default: a table says of each what it has, or that it has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date


def _as_it_is(text: str) -> str:
    return text


def _no_ordinals(day: int) -> tuple[str, ...]:
    return ()


def _no_date(text: str) -> date | None:
    return None


def _no_dates(day: date) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Patterns of what makes a bound of an amount, before it and after it, in the words as they stand."""

    least: tuple[str, str]
    """ "at least", "or longer"; what denies the amount itself ("never 7 years") counts as this."""
    most: tuple[str, str]
    """ "at most", "or less"."""
    more: str
    """ "more than": no bound where the sentence has a negation, as "not kept for more than"."""
    less: str
    """ "less than", likewise."""
    negations: str
    within: tuple[str, str]
    """What makes a period or a day the end of a time, before it and after it: "within", "until"."""
    after: tuple[str, str]
    """What makes it the beginning of one: "after", "from"; not "30 days after", which says from when they run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionWords:
    """How a language names sections by their number. Patterns, read without case."""

    one: str
    """ "section", "clause", before a number."""
    several: str
    """ "sections", before several."""
    of_laws: str
    """ "article", "articles": what laws are divided into too."""
    of_lists: str
    """Which of these name an item of a list too: "point 2"."""
    around: tuple[str, str] = ("", "")
    """What stands before a number and after it, where a language writes both: "第" and "節"."""
    around_of_laws: str = ""
    """What stands after the number of an article of a law: "条"."""
    own: str
    """What follows a number to say that it is one of the same text: "above", "of this policy"."""
    others: str
    """What follows it to say that it is one of another: "of our contract"."""
    not_after: str = ""
    """What the word follows where it names no section: "at this" point."""
    own_before: str = ""
    others_before: str = ""
    """The same, before a number, in a language that says it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTable:
    """The words of one language for numbers, units, months and shares."""

    language: str
    locales: tuple[str, ...]
    """CLDR locales whose full, long and medium dates are accepted, and whose month names count."""
    spaced: bool = True
    """Whether words stand apart from each other."""
    fold: Callable[[str], str] = _as_it_is
    """Makes spellings of this language one, beyond `plain()`."""

    number_word: Callable[[str], int | None]
    """A whole number in words, or None."""
    decimal: str
    groups: str
    """The decimal sign, and the signs that may part thousands (a space always may)."""
    half_endings: tuple[str, ...]
    """What follows a number to add a half to it: "two and a half"."""
    halves: tuple[str, ...]
    """What stands for a half before a unit: "half a"."""
    scales: Mapping[str, int]
    """Words that multiply the number before them: "million"."""

    units: Mapping[str, tuple[str, ...]]
    """Duration to the forms that follow a number: {"1 month": ("month", "months"), "2 weeks": ("fortnight",)}."""
    glued: Mapping[str, tuple[str, ...]]
    """Forms grown together with the number before them: "zwei|monatige"."""
    alone: Mapping[str, tuple[str, ...]]
    """Forms that state a duration without a number: the Arabic dual."""
    articles: Mapping[str, int]
    """Words that are a number only before a unit: "a"."""
    joins: tuple[str, ...] = (",",)
    """What may stand between "one year" and "six months"; longer ones first."""
    prefixed_join: str = ""
    """A join that is written together with the word behind it: the Arabic و."""
    clitics: tuple[str, ...] = ()
    """Prepositions written together with the word behind them, which may begin a duration: the Arabic ل."""
    possessed: re.Pattern[str] | None = None
    """A unit with the noun that it belongs to, which makes it no length: "the day of the return", without articles."""
    after_half: tuple[str, ...]
    """What follows a unit to add half of it: "a year and a half"."""

    multipliers: tuple[str, ...]
    """What makes another amount of the one that follows: "twice"; longer ones first."""
    verbs: tuple[str, ...]
    """Those of the `multipliers` that may also say what somebody does: "we double"."""
    times: tuple[str, ...]
    """What does so after a number: "times"."""
    multiplied_before: re.Pattern[str] | None = None
    """The same where words do not stand apart."""
    multiplied_after: re.Pattern[str] | None = None
    """What makes another amount of the one that it follows: "の2倍"."""
    times_after: tuple[str, ...]
    """What does so before a number: "multiplied by" (and each of `times`)."""
    plus: tuple[str, ...]
    """What adds the amount that follows, or takes it away: "plus", "minus"."""
    minus: tuple[str, ...]
    """What makes the amount that follows a negative one."""
    magnitudes: tuple[str, ...]
    """What multiplies the figure that it follows, beside the `scales`: "thousand", "dozen"."""
    currencies: Mapping[str, str]
    """What stands for a currency beside its code, its sign and its name: {"fr.": "CHF"}."""
    small_change: tuple[str, ...]
    """The hundredths of a currency: "cents"."""
    before_amounts: tuple[str, ...]
    """Words behind which a figure is an amount, and not the number of an article or a year: "for", "within"."""
    respectively: tuple[str, ...]
    """What says that amounts stand side by side, and belong to different things."""
    equated: tuple[str, ...]
    """What says that the amount that follows is the one before in other words: "i.e.", "that is"."""
    overruled: tuple[str, ...]
    """What says that the amount that follows holds, and not the one before: "in practice", "effectively"."""
    contrasts: tuple[tuple[str, ...], tuple[str, ...]]
    """What stands before two amounts of which only the second holds: "not" and "but"."""
    instead: tuple[str, ...]
    """What stands before an amount that does not hold, behind the one that does: "instead of"."""
    ranges: tuple[str, ...]
    """What stands between the two ends of a range: "to"."""
    range_leads: tuple[str, ...]
    """What may begin one, or tell from what an amount has changed: "from", "between"."""
    or_else: tuple[str, ...]
    """What stands before another choice: "or"."""
    bounds: Bounds
    """What says that an amount is the least or the most: "at least", "or longer", "at most"."""
    about: tuple[str, str]
    """Patterns of what makes an amount an uncertain one, before it and after it: "about", "or so"."""
    again: str
    """A pattern of what follows an amount to count it twice: "and then again as long"."""
    runs_from: re.Pattern[str] | None = None
    """What goes on after an amount to say from when it runs: "after", "from". Other words may make it a part."""
    half_before_noun: bool = False
    """Whether `after_half` can begin what is no part of the amount: "und ein halbes Dutzend"."""

    date_patterns: tuple[str, ...]
    """Forms of a date: {d} the day in figures, {o} as an ordinal, {month}, {y}."""
    date_prefixes: tuple[str, ...]
    date_suffixes: tuple[str, ...]
    ordinals: Callable[[int], tuple[str, ...]] = _no_ordinals
    month_names: Mapping[int, tuple[str, ...]]
    """Names of months beyond CLDR's."""
    month_first: bool = False
    """Whether dates in figures alone may begin with the month."""
    other_dates: Callable[[date], tuple[str, ...]] = _no_dates
    """Further forms of a date: other numerals, eras."""
    other_date: Callable[[str], date | None] = _no_date
    """The day that such a form states."""

    sections: SectionWords | None
    """How sections are named by number; None says that no such number is read, in notes or in a text."""

    countries: Mapping[str, str]
    """Names of countries beside CLDR's, to their ISO 3166-1 code."""
    numbered: str
    """A pattern of what has a number beside sections: "page", "chapter"."""
    percent: tuple[str, ...]
    """What states a percentage, beside the sign."""
    keeping: re.Pattern[str] | None
    """What a sentence says of how long something is kept: "stored", "expires"."""
    small_words: frozenset[str]
    """Articles, pronouns, prepositions and the like, of which hardly a sentence has none."""
    of_currency: tuple[str, ...]
    """What may stand between an amount and its currency: "20 millions d'euros"."""
