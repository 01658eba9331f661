"""What a new record says otherwise than the source it stands in: D118, a hint for who reviews it.

A release freezes the working text and the facts. Work may go on after it, so that they differ is no error; but a record
that was written by hand may hold words or facts that nobody proposed, and among the files of a release they hide well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from inforce.parse.version import ReleasedVersion
from inforce.problems import Location, Problem, Severity
from inforce.rules.dates import without_effective_date
from inforce.workspace.project import PolicySource, Project
from inforce.workspace.publish import plain_facts

_MOST_TOLD = 5


def check_beside_source(
    released: ReleasedVersion, policy: PolicySource, project: Project, *, settled: frozenset[str]
) -> Iterator[Problem]:
    """D118 of the newest version, where one of its records is not `settled`: it is new, as git shows."""
    new = [state for state in released.history if f"{released.folder}/{state.file}" not in settled]
    if not new or released.manifest.as_published is not None:
        return
    version = released.version
    words = [
        f"{language}/{name}"
        for language, edition in version.editions.items()
        if (working := policy.working.get(language)) is not None
        for name, text in edition.sections.items()
        if without_effective_date(working.sections.get(name, "")) != without_effective_date(text)
    ]
    facts = [*_differing(version.facts, plain_facts(project.facts), ())]
    said = [f"{what} {_listed(names)}" for what, names in (("the words of", words), ("the facts", facts)) if names]
    if said:
        yield Problem(
            code="D118",
            severity=Severity.HINT,
            location=Location(file=f"{released.folder}/{new[-1].file}"),
            message=f"it is new, and says otherwise than the source beside it: {'; '.join(said)}.",
            remedy="If work has gone on since, all is well. If not, somebody has changed it by hand: make it again.",
        )


def _differing(frozen: Any, now: Any, path: tuple[str, ...]) -> Iterator[str]:
    """The paths of plain facts that are not the same, each as far down as both have something."""
    if isinstance(frozen, Mapping) and isinstance(now, Mapping):
        for key in dict.fromkeys([*frozen, *now]):
            if key not in frozen or key not in now:
                yield ".".join((*path, key))
            else:
                yield from _differing(frozen[key], now[key], (*path, key))
    elif frozen != now:
        yield ".".join(path)


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST_TOLD
    return ", ".join(names[:_MOST_TOLD]) + (f" and {more} more" if more > 0 else "")
