"""What the check says of released states that are not in the base branch yet: they agree with themselves, and their
records give a reason for all that was open in them.

A state that is in the base branch is left alone: nobody may change it, so later rules have nothing to say of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pydantic import ValidationError

from inforce.model.facts import Facts
from inforce.model.version import Version
from inforce.parse.version import ReleasedVersion, sha256, version_after
from inforce.problems import Location, Problem, Severity
from inforce.rules.facts import Places
from inforce.rules.states import OpenPoint, brought, check_accepted, check_state, open_points, undone_corrections
from inforce.workspace.editions import SectionReader
from inforce.workspace.project import PolicySource


def check_states(
    released: ReleasedVersion,
    reader: SectionReader,
    *,
    folder: str,
    settled: frozenset[str],
    unseen: tuple[Problem, ...] = (),
) -> Iterator[Problem]:
    """Each state of a version whose record is not among the `settled` ones, which the base branch has. `folder` is the
    policy's. `unseen` is what the release of it left open that a state alone does not show."""
    for position, now in enumerate(released.history):
        where = Location(file=f"{released.folder}/{now.file}")
        version = version_after(released, position)
        if where.file in settled or version is None:  # words or facts that cannot be read are told elsewhere
            continue
        found = _problems(version, released, reader, folder)
        if position and (earlier := version_after(released, position - 1)) is not None:
            found = brought(_problems(earlier, released, reader, folder), found)
        for problem in found:
            if problem.severity is Severity.ERROR:
                yield _told(problem, version, released, folder)
        if not position:
            found = (*found, *unseen)
        yield from check_accepted(
            open_points(found, folder),
            now.record.accepted,
            version=version,
            where=where,
            made_by=now.record.made_by,
            release=not position,
        )


def undone_by(
    before: ReleasedVersion, now: ReleasedVersion, reader: SectionReader, *, folder: str, settled: frozenset[str]
) -> tuple[Problem, ...]:
    """Corrections of a version that the next one was released without (V407): of those that it names, that had been
    recorded by then, or that the base branch has."""
    if f"{now.folder}/manifest.json" in settled or (version := version_after(now, 0)) is None:
        return ()
    head = now.manifest.heads.get(str(before.manifest.version))
    known = 1
    for position, state in enumerate(before.history, start=1):
        named = head == sha256(before.files.get(state.file, b""))
        if named or state.at <= now.manifest.released or f"{before.folder}/{state.file}" in settled:
            known = position
    texts = {language: edition.sections for language, edition in version.editions.items()}
    return undone_corrections(before, before.history[:known], texts, folder=folder, parse=reader.section)


def frozen_behind(released: ReleasedVersion, problems: Iterable[Problem], policy: PolicySource) -> tuple[Problem, ...]:
    """Of the translations that are behind now (T102), those that a version froze with the very words that they and the
    prevailing text still have: they were behind then."""
    version = version_after(released, 0)
    if version is None:
        return ()
    return tuple(point.problem for point in open_points(problems, policy.folder) if _same_words(point, version, policy))


def _same_words(point: OpenPoint, version: Version, policy: PolicySource) -> bool:
    language, _, section = point.place.partition("/")
    languages = (language, version.authoritative_language)
    if any(each not in version.editions or each not in policy.working for each in languages):
        return False
    names = [section] if section else [*version.editions[language].sections]
    return all(
        version.editions[each].sections.get(name) == policy.working[each].sections.get(name)
        for each in languages
        for name in names
    )


def _problems(version: Version, released: ReleasedVersion, reader: SectionReader, folder: str) -> tuple[Problem, ...]:
    try:
        facts = Facts.model_validate(version.facts)
    except ValidationError:
        return ()  # told as D104
    texts = {
        language: {
            name: section
            for name, text in edition.sections.items()
            if (section := reader.section(language, name, text)) is not None
        }
        for language, edition in version.editions.items()
    }
    return check_state(version, facts, texts, folder=folder, places=_frozen(released))


def _frozen(released: ReleasedVersion) -> Places:
    return lambda _: Location(file=f"{released.folder}/facts.json")


def _told(problem: Problem, version: Version, released: ReleasedVersion, folder: str) -> Problem:
    """An error of a released state, at the file that holds the words."""
    language, _, rest = problem.location.file.removeprefix(f"{folder}/").partition("/")
    edition = version.editions.get(language)
    paths = edition.paths if edition else {}
    file, message = paths.get(rest.removesuffix(".md")), problem.message
    for name, path in paths.items():
        message = message.replace(f"{folder}/{language}/{name}.md", path)
    return replace(
        problem,
        message=message,
        location=replace(problem.location, file=file or problem.location.file),
        remedy="Nothing released is edited by hand: mend the working text or the fact, take the record away with its "
        "folder, and make it again with inforce release or inforce amend.",
    )
