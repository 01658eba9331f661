"""Rules for the words of change notes: every language of a release is told, all are told the same amounts, and a day
that a note names for the change is the day on which the version comes into force. `reasons` is about amendments."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import cast

from inforce.model.config import ChangeNote
from inforce.model.version import Amendment
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.findings import quoted
from inforce.reader.records.version import VersionRecords
from inforce.rules.languages import language_name, listed
from inforce.rules.letters_as_figures import check_letters
from inforce.rules.named_alike import check_named_alike
from inforce.rules.readings.likeness import Amount, is_same
from inforce.rules.readings.plain import plain

Amounts = Mapping[tuple[type, object], str]
"""Kind and value to the words that state it."""


def check_notes(notes: Iterable[ChangeNote], *, languages: Iterable[str], folder: str) -> Iterator[Problem]:
    """T104: the notes in `folder` that lack one of these languages. T105: those whose languages name other things.
    X305: letters in the place of figures."""
    wanted = tuple(languages)
    for note in notes:
        where = Location(file=f"{folder}/{note.slug}.md")
        lacking = [language for language in wanted if language not in note.text]
        if lacking:
            names = listed(language_name(language) for language in lacking)
            heads = listed(f'"## {language}"' for language in lacking)
            yield problem("T104", where, names=names, heads=heads)
        yield from check_letters(((words, language) for language, words in note.text.items()), where)
        yield from _named_otherwise(note, wanted, where)


def _named_otherwise(note: ChangeNote, languages: tuple[str, ...], where: Location) -> Iterator[Problem]:
    # The readings bring tables of many languages: they are loaded where there is a note.
    from inforce.rules.readings.tables import table_for

    read = {
        language: _amounts(note.text[language], language)
        for language in languages
        if language in note.text and table_for(language)
    }
    told: set[type] = set()
    for language, amounts in read.items():
        first = next(iter(read))
        here, there = _apart(amounts, read[first]), _apart(read[first], amounts)
        kinds = {
            kind
            for kind in here.keys() & there.keys()
            if not _left_out(here[kind], note.text[language], language, there[kind], note.text[first], first)
        }
        told |= kinds
        if kinds:
            says, others = (
                listed(f'"{said}"' for kind in sorted(kinds, key=str) for said in each[kind]) for each in (here, there)
            )
            yield problem(
                "T105",
                where,
                "values",
                says=says,
                language=language_name(language),
                others=others,
                first=language_name(first),
            )
    text = {language: note.text[language] for language in languages if language in note.text}
    yield from check_named_alike(text, where, told=frozenset(told))


def _amounts(text: str, language: str) -> dict[tuple[type, object], str]:
    """The amounts that a note states, and how often something happens: "a year" in "six times a year" is no period."""
    from inforce.rules.readings.passages import amounts_said
    from inforce.rules.readings.rates import rates_said

    often = [(plain(said), days) for days, said in rates_said(text, language)]
    stated = {
        key: said for key, said in amounts_said(text, language) if not any(plain(said) in words for words, _ in often)
    }
    return {**stated, **{(Fraction, days): words for words, days in often}}


def _left_out(here: Iterable[str], text: str, language: str, there: Iterable[str], other: str, its: str) -> bool:
    """Whether these amounts differ in their figures alone, and each text has the figure of the other without a unit, as
    languages leave it out one way or the other: "seven years instead of ten", "sieben statt zehn Jahre"."""
    from inforce.rules.readings.passages import amounts_said, bare_figures, figure_of

    figures, others = bare_figures(text, language), bare_figures(other, its)
    for said, where in product(here, there):
        one, two = figure_of(said, language), figure_of(where, its)
        if one is None or two is None or one[0] not in others or two[0] not in figures:
            return False
        restated = said.replace(one[1], str(two[0]), 1)
        if not {key for key, _ in amounts_said(restated, language)} & {key for key, _ in amounts_said(where, its)}:
            return False
    return True


def _apart(amounts: Amounts, others: Amounts) -> dict[type, list[str]]:
    """The words of the amounts that are not among others, by kind."""
    found: dict[type, list[str]] = {}
    for (kind, value), said in amounts.items():
        if not any(_are_one((kind, value), other) for other in others):
            found.setdefault(kind, []).append(said)
    return found


def _are_one(one: Amount, other: Amount) -> bool:
    if one[0] is Fraction and other[0] is Fraction:
        from inforce.rules.readings.rates import is_as_often

        return is_as_often(cast(Fraction, one[1]), cast(Fraction, other[1]))
    return is_same(one, other)


def check_note_dates(
    notes: Iterable[ChangeNote],
    *,
    folder: str,
    effective: date | None = None,
    known: Mapping[int, date] | None = None,
    stated: Callable[[], Collection[date]] = frozenset,
) -> Iterator[Problem]:
    """T106: notes that say of another day than `effective` that something holds from it; where that is not known yet,
    of a day before the last of the versions that are `known`, by number; and those that tell another day than the first
    version's as that on which something first held. It is open where they say so of the text, and of a day after that
    last version which isn't `stated` in texts or facts."""
    known = known or {}
    after = max(known.values(), default=None)
    for note in notes:
        for language, text in note.text.items():
            for day, said, in_force, of_the_text in _days_of_effect(text, language):
                level = Severity.HINT
                told = f'this change note says in {language_name(language)} that something holds from "{said}"'
                remedy = "If the version is meant, take the day out: every page that shows the note says from when."
                if past := day not in known.values() and after is not None and day < after:
                    near = min(known, key=lambda number: abs(known[number] - day))
                    remedy += f" If an earlier one is, write its day: version {near} took effect on {known[near]}."
                if _is_of_the_past(day, said, text, language, after):
                    first = min(known)
                    if day == known[first] or not past:
                        continue
                    other = f"; version {first} took effect on {known[first].isoformat()}, as its record says."
                    remedy = "Correct the day, unless it is one of something else than this policy."
                elif effective is not None and day != effective:
                    other = f"; this version comes into force on {effective.isoformat()}."
                    ahead = after is not None and day > after
                    level = Severity.OPEN if of_the_text and ahead and day not in stated() else Severity.HINT
                elif effective is None and after is not None and day < after:
                    other = f"; the next version comes into force later than the last one, of {after.isoformat()}."
                else:
                    continue
                if level is Severity.HINT and not in_force:
                    continue
                yield problem(
                    "T106", f"{folder}/{note.slug}.md", "day", level=level, told=told, other=other, remedy=remedy
                )


def check_versions_named(
    notes: Iterable[ChangeNote],
    versions: Sequence[VersionRecords],
    *,
    last: int,
    folder: str,
    settled: frozenset[str] = frozenset(),
) -> Iterator[Problem]:
    """T106: the numbers of versions, in notes that wait and in reasons that are not `settled`, that come after that of
    the next version, which follows the `last`."""
    from inforce.rules.readings.version_numbers import is_of_another, versions_said

    next_one = last + 1
    said = [(f"{folder}/{note.slug}.md", "this change note", text) for note in notes for text in note.text.values()]
    said += [
        (file, "the reason", state.record.reason)
        for released in versions
        for state in released.history
        if (file := f"{released.folder}/{state.file}") not in settled and isinstance(state.record, Amendment)
    ]
    for file, what, text in said:
        words = " ".join(text.split())
        for number, found in versions_said(words):
            if number <= next_one or is_of_another(words, found):
                continue
            yield problem("T106", file, "number", what=what, words=quoted(found[0]), next_one=next_one)


def days_of_end(text: str, language: str) -> Iterator[tuple[date, str]]:
    """Each day on which something ends, as the words say it."""
    return ((day, said) for day, said, around in days_said(text, language) if _says("ends", around, language))


def _days_of_effect(text: str, language: str) -> Iterator[tuple[date, str, bool, bool]]:
    """Each day from which something holds, as the words say it; whether they say that it is in force, and whether they
    say so of the text."""
    from inforce.rules.readings.from_day import holds_as_text
    from inforce.rules.readings.section_numbers import names_a_law

    of_a_law = names_a_law(text)
    for day, said, around in days_said(text, language):
        in_force = _says("in_force", around, language)
        of_the_text = not of_a_law and holds_as_text(around, language)
        if in_force or of_the_text:
            yield day, said, in_force, of_the_text


def days_in_force(text: str, language: str) -> Iterator[tuple[date, str]]:
    """Each day that the words name in a sentence that says that something is in force, as they say it."""
    return ((day, said) for day, said, around in days_said(text, language) if _says("in_force", around, language))


def holds_from(text: str, language: str) -> Iterator[tuple[date, str, str]]:
    """Each day in a sentence that says that something is in force, as the words say it, and that sentence with \\0 in
    the place of the day and \\1 in that of what says so."""
    pattern = _effect(language, "in_force")
    if pattern is not None and pattern.search(text):  # few texts do, and days take long to read
        for day, said, around in days_said(text, language):
            if pattern.search(around):
                yield day, said, pattern.sub("\1", around)


def ends_on(text: str, language: str) -> bool:
    """Whether the words name a day on which something ends."""
    return any(days_of_end(text, language))


def _is_of_the_past(day: date, said: str, text: str, language: str, until: date | None) -> bool:
    """Whether all sentences that name a day, which is past by then, say that something held from it for the first
    time."""
    around = [each for other, words, each in days_said(text, language) if (other, words) == (day, said)]
    return until is not None and day <= until and all(_says("first", each, language) for each in around)


def _says(what: str, sentence: str, language: str) -> bool:
    """Whether a sentence says so of its day: "in_force", "first", "ends"."""
    pattern = _effect(language, what)
    return pattern is not None and pattern.search(sentence) is not None


@lru_cache(maxsize=64)
def _effect(language: str, what: str) -> re.Pattern[str] | None:
    from inforce.rules.readings.tables import phrases_for

    effect = phrases_for(language).effect
    return re.compile(getattr(effect, what), re.IGNORECASE) if effect else None


def days_said(text: str, language: str) -> Iterator[tuple[date, str, str]]:
    """Each day that the words name, as they say it, and its sentence with \\0 in its place."""
    # The readings bring tables of many languages: they are loaded where there is a note.
    from inforce.rules.readings.passages import amounts_said
    from inforce.rules.readings.sentences import SENTENCE

    for sentence in filter(None, SENTENCE.split(text)):
        for amount, said in amounts_said(sentence, language):
            match amount:
                case (kind, date() as day) if kind is date:
                    yield day, said, sentence.replace(said, "\0", 1)
