"""Rules for a version that is, or is about to be, released: it agrees with itself, and is whole.

They need nothing but what a record freezes: words, facts, notes, dates. So a release, an amendment and every later
check find the same points open, and a record that leaves one open without a reason shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from inforce.model.config import section_ids
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.model.version import Accepted, Version
from inforce.problems import Location, Problem, Severity
from inforce.problems.catalog import rules
from inforce.rules.facts import Places, check_facts
from inforce.rules.references import check_references
from inforce.rules.slips import check_typed_numbers
from inforce.rules.structure import check_ids, untranslated
from inforce.rules.translations import check_notes

SEEN = frozenset({"F102", "F103", "F104", "F105", "F106", "M201", "T101", "T103", "T104"})
"""The codes of what can be open in a state and is found here. That a translation is behind (T102) is not frozen."""
_LINES = re.compile(r"(\.(?:md|yml|json))(?::\d+){1,2}")
_ENDING = re.compile(r"\.(?:md|yml)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """A problem that is open, with the name that a record gives to its place."""

    problem: Problem
    place: str
    """As in `model.version.Accepted`."""

    @property
    def key(self) -> tuple[str, str]:
        """What a record that accepts it has to name."""
        return (self.problem.code, self.place)

    @property
    def words(self) -> str:
        """What is told of it, without numbers of lines, which every edit moves."""
        return _without_lines(self.problem.message)


def open_points(problems: Iterable[Problem], folder: str) -> tuple[OpenPoint, ...]:
    """The open ones among the problems of a policy, whose folder this is."""
    return tuple(
        OpenPoint(problem=problem, place=_place(problem, folder))
        for problem in problems
        if problem.severity is Severity.OPEN
    )


def check_state(
    version: Version, facts: Facts, texts: Mapping[str, Mapping[str, Section]], *, folder: str, places: Places
) -> tuple[Problem, ...]:
    """What is false or unfinished in a version. `texts` are its sections, parsed, whose files are told as
    `{folder}/{language}/{id}.md`; `places` tells where each fact stands."""
    leading = version.authoritative_language
    listed = section_ids(version.order)
    problems: list[Problem] = []
    for language, edition in version.editions.items():
        sections, file = texts.get(language, {}), f"{folder}/{language}"
        if lacking := [name for name in listed if name not in edition.sections]:
            problems += untranslated(folder, leading, language, lacking, whole=False)
        problems += check_references(sections, folder=file, names=None)
        problems += check_typed_numbers(sections, folder=file)
    problems += check_ids(texts, version.order, leading, folder)
    later = {language for amendment in version.amendments for language in amendment.languages}
    first = [language for language in version.editions if language not in later]  # notes are frozen with the version
    problems += check_notes(version.changes, languages=first, folder=f"{folder}/changes")
    effective = version.effective_from
    problems += check_facts(
        texts,
        folder=folder,
        facts=facts,
        places=places,
        authoritative=leading,
        effective=effective.astimezone(ZoneInfo(version.time_zone)).date() if effective else None,
    )
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))


def in_facts(path: tuple[str | int, ...]) -> Location:
    """Where a fact stands, for who has no lines to tell."""
    return Location(file=f"policy_src/facts/{path[0]}.yml")


def brought(before: Iterable[Problem], after: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of a state that the one before it did not have; both with the same folder."""
    known = Counter(_identity(problem) for problem in before)
    found = []
    for problem in after:
        known[_identity(problem)] -= 1
        if known[_identity(problem)] < 0:
            found.append(problem)
    return tuple(found)


def check_accepted(
    points: Sequence[OpenPoint], accepted: Sequence[Accepted], *, version: Version, where: Location
) -> Iterator[Problem]:
    """D117: a record, which is `where`, gives a reason for exactly what was open in the `version` after it. It may name
    what nobody can see in words and facts, of a language or a section that is there."""
    told = {point.key: point.words for point in points}
    wanted = Counter(point.key for point in points)
    given = Counter((one.code, one.place) for one in accepted)
    again = "Take this record away with its folder, and make it again with inforce release or inforce amend"
    for code, place in sorted((wanted - given).keys()):
        yield _unaccounted(
            where,
            f"it gives no reason for what it leaves open: {in_words(code, place, told[code, place])}",
            f'{again}; there say --accept {code}:{place} --because "…".',
        )
    unseen = {code for code, rule in rules().items() if Severity.OPEN in dict(rule.levels)} - SEEN
    places = {*version.editions, *(f"{name}/{id}" for name, one in version.editions.items() for id in one.sections)}
    for code, place in sorted((given - wanted).keys()):
        if code in unseen and place in places:
            continue
        yield _unaccounted(where, f"it gives a reason for {code} {place}, which is not open in it.", f"{again}.")


def in_words(code: str, place: str, message: str) -> str:
    """An open point in a line. Many messages begin with the place that they are about."""
    return f"{code} {message}" if message.startswith(place) else f"{code} {place}: {message}"


def _unaccounted(where: Location, message: str, remedy: str) -> Problem:
    return Problem(code="D117", severity=Severity.ERROR, location=where, message=message, remedy=remedy)


def _without_lines(message: str) -> str:
    return _LINES.sub(r"\1", message)


def _identity(problem: Problem) -> tuple[str, str, str]:
    return (problem.code, problem.location.file, _without_lines(problem.message))


def _place(problem: Problem, folder: str) -> str:
    file = problem.location.file
    if problem.about and not file.endswith(".md"):
        return problem.about
    return _ENDING.sub("", file.removeprefix(f"{folder}/"))
