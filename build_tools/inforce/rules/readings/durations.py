"""A duration out of words: numbers and units, one after another, longest first, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from inforce.model.values import Duration
from inforce.rules.readings.numbers import number
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import TABLES

_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_DUAL = 2
"""A form that says two by itself, to which a half of one is added: "سنتان ونصف"."""
_MINUTES, _LEAST_BARE = 60, 10
_SMALLER = {"years": ("months", 12), "weeks": ("days", 7), "hours": ("minutes", 60), "minutes": ("seconds", 60)}
"""What a fraction of a unit is counted in. Half a month and half a day are nothing certain."""


def read_duration(text: str, table: LanguageTable) -> Duration | None:
    """The duration that all of the plain text states; None where it states none."""
    for clitic in ("", *table.clitics):
        if text.startswith(clitic) and (found := _read(text.removeprefix(clitic), table)):
            return found
    return None


def read_bare_minutes(text: str, table: LanguageTable) -> Duration | None:
    """Hours with minutes behind them that aren't named so: "1 h 30", "1h30", "une heure trente". Among other words the
    number may be one of its own."""
    for cut in re.finditer(r"(?<=\D)(?=\d\d\Z)| (?=[^\d ]+\Z)", text):
        count, head = number(text[cut.end() :], table), _read(text[: cut.start()].strip(), table)
        bare = count is not None and count.denominator == 1 and (text[-1].isdecimal() or count >= _LEAST_BARE)
        if count is not None and bare and count < _MINUTES and head is not None and head.parts.keys() == {"hours"}:
            return Duration(hours=head.hours, minutes=int(count))
    return None


def _read(text: str, table: LanguageTable) -> Duration | None:
    forms = _forms(table.language)
    amounts: dict[str, Fraction] = {}
    at = 0
    last: _Form | None = None
    dual = False
    for found in forms.pattern.finditer(text):
        between = text[at : found.start()].strip()
        if last is not None:
            between = _after_join(between + (found["join"] or ""), table)
        elif found["join"]:
            return None
        form, count = _count(between, found["form"] or found["glued"], forms, table)
        if form is None or count is None or (last is not None and _UNITS.index(form.unit) <= _UNITS.index(last.unit)):
            return None
        amounts[form.unit] = count * form.amount
        at, last, dual = found.end(), form, form.amount == _DUAL and not between
    rest = text[at:].strip()
    if last is None or (rest and rest not in table.after_half):
        return None
    if rest:
        amounts[last.unit] += Fraction(1 if dual else last.amount, 2)
    return _duration(amounts)


def names_a_unit(text: str, table: LanguageTable) -> bool:
    """Whether there is a unit anywhere in the plain text: without one, no words of it are a duration."""
    forms = _forms(table.language)
    if table.clitics:  # which the words of a unit may follow at once
        return any(form in text for form in (*forms.counted, *forms.alone))
    return bool(forms.pattern.search(text))


def units_named(text: str, table: LanguageTable) -> frozenset[str]:
    """The units that the plain text names, whether it says how many or not: {"days"} for "a few days"."""
    forms = _forms(table.language)
    found = (one["form"] or one["glued"] for one in forms.pattern.finditer(text))
    return frozenset((forms.counted.get(form) or forms.alone[form]).unit for form in found)


def ends_with_a_unit(word: str, table: LanguageTable) -> bool:
    """Whether a plain word is a unit in full, or ends with one as "Werktage" does."""
    units = (form for forms in table.units.values() for form in forms if len(form) > 2 or not table.spaced)
    return word.endswith(tuple(units))


@dataclass(frozen=True, slots=True)
class _Form:
    """What a form of a unit stands for: "fortnight" is 2 weeks."""

    unit: str
    amount: int


@dataclass(frozen=True, slots=True)
class _Forms:
    pattern: re.Pattern[str]
    counted: Mapping[str, _Form]
    alone: Mapping[str, _Form]


@lru_cache(maxsize=64)
def _forms(language: str) -> _Forms:
    table = TABLES[language]
    units, glued, alone = _by_form(table.units), _by_form(table.glued), _by_form(table.alone)

    def either(forms: Iterable[str]) -> str:
        return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) or "(?!)"

    form, end = f"(?P<form>{either([*units, *alone])})", ""
    if table.spaced:
        form, end = rf"(?<![^\W\d_])(?P<join>{re.escape(table.prefixed_join) or '(?!)'})?{form}", r"(?!\w)"
    else:
        form = f"(?P<join>(?!))?{form}"
    pattern = re.compile(rf"(?:(?P<glued>{either(glued)})|{form}){end}")
    return _Forms(pattern, {**units, **glued}, alone)


def _by_form(forms: Mapping[str, tuple[str, ...]]) -> dict[str, _Form]:
    found: dict[str, _Form] = {}
    for length, words in forms.items():
        ((unit, amount),) = Duration.parse(length).parts.items()
        found |= dict.fromkeys(words, _Form(unit, amount))
    return found


def _after_join(between: str, table: LanguageTable) -> str:
    """What is left for the number once the word that joins two amounts is taken away."""
    for join in sorted(table.joins, key=len, reverse=True):
        if between.startswith(join):
            return between.removeprefix(join).strip()
    return between


def _count(before: str, form: str, forms: _Forms, table: LanguageTable) -> tuple[_Form | None, Fraction | None]:
    """How many of what: "ten" before "years"; nothing before a form that stands alone."""
    if not before:
        return forms.alone.get(form), Fraction(1)
    before = before.removesuffix("-").rstrip()
    if form not in forms.counted:
        return None, None
    if before in table.articles:
        return forms.counted[form], Fraction(table.articles[before])
    if before in table.halves or before.rstrip("-") in table.halves:
        return forms.counted[form], Fraction(1, 2)
    return forms.counted[form], number(before, table)


def _duration(amounts: Mapping[str, Fraction]) -> Duration | None:
    whole: dict[str, int] = {}
    left = dict(amounts)
    for unit in _UNITS:
        amount = left.pop(unit, Fraction(0))
        if amount.denominator != 1:
            if unit not in _SMALLER:
                return None
            smaller, times = _SMALLER[unit]
            left[smaller] = left.get(smaller, Fraction(0)) + amount * times
        elif amount:
            whole[unit] = int(amount)
    return Duration(**whole) if whole else None
