"""Rules for the dates of released versions: announced before effective, no two at one instant."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from inforce.model.version import ReleasedVersion
from inforce.problems import Location, Problem, problem
from inforce.timeline import Term, TiedVersions, timeline

EFFECTIVE_DATE = re.compile(
    r"\[(?P<words>(?:[^\[\]\\]|\\.)*)\]"
    r"(?P<target>\(\s*(?:fact:version\.effective|<fact:version\.effective>)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\))"
)
"""A link to the date on which a version takes effect: the words that a release and an amendment write."""


def with_words_of_date(text: str, words: Callable[[str], str]) -> str:
    """A section with other words in those links: `words` is given the old ones, in Markdown."""
    return EFFECTIVE_DATE.sub(lambda link: f"[{words(link['words'])}]{link['target']}", text)


def with_words_of(text: str, other: str) -> str:
    """A section with the words of those links as another text has them, where both have as many."""
    theirs = [link["words"] for link in EFFECTIVE_DATE.finditer(other)]
    if len(theirs) != len(EFFECTIVE_DATE.findall(text)):
        return text
    words = iter(theirs)
    return with_words_of_date(text, lambda _: next(words))


def without_effective_date(text: str) -> str:
    """A section with one mark in the place of the words of those links, which can be read as a section all the same."""
    return with_words_of_date(text, lambda _: "…")


def terms(versions: Sequence[ReleasedVersion]) -> tuple[Term, ...]:
    """The terms of released versions, for a timeline."""
    return tuple(
        Term(
            version=version.number,
            announced=version.announced,
            effective_from=version.effective_from,
            withdrawn=version.withdrawn,
        )
        for version in versions
    )


def check_dates(versions: Sequence[ReleasedVersion], *, folder: str) -> tuple[Problem, ...]:
    """The dates of all released versions of one policy; `folder` holds the policy."""
    problems: list[Problem] = []
    found = terms(versions)
    for term in found:
        where = Location(file=f"{folder}/versions/{term.version}/manifest.json")
        if term.announced is not None and term.effective_from < term.announced:
            problems.append(
                problem(
                    "V401",
                    where,
                    "record",
                    version=term.version,
                    effective_from=term.effective_from.isoformat(),
                    announced=term.announced.isoformat(),
                )
            )
        if term.withdrawn is not None and term.withdrawn < term.known_from:
            problems.append(problem("V403", where, version=term.version))
    try:
        timeline(found)
    except TiedVersions as tied:
        first, second = tied.versions
        where = Location(file=f"{folder}/versions/{second}/manifest.json")
        problems.append(problem("V402", where, "records", first=first, second=second))
    return tuple(problems)
