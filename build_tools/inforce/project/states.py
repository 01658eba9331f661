"""What the check says of released states that are not in the base branch yet: they agree with themselves, and their
records give a reason for all that was open in them.

A state that is in the base branch is left alone: nobody may change it, so later rules have nothing to say of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from pydantic import ValidationError

from inforce.model.config import ChangeNote, PolicyConfig
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.model.version import Amendment, AmendmentType, ReleasedVersion
from inforce.model.writer import WRITER
from inforce.problems import Location, Problem, Severity
from inforce.project.editions import SectionReader
from inforce.project.project import PolicySource, Project
from inforce.reader.records.version import VersionRecords, sha256, version_after
from inforce.rules.change_notes import check_note_dates
from inforce.rules.consent import check_asked_again
from inforce.rules.facts import Places
from inforce.rules.kept_ids import check_kept_ids
from inforce.rules.note_amounts import days_stated
from inforce.rules.note_sections import Numbered, numbered_version
from inforce.rules.notes_told import check_notes_still_true, check_notes_told, compared, version_held
from inforce.rules.overtaken import beside_withdrawal, overtaken_by, put_back_by
from inforce.rules.past_days import check_past_days
from inforce.rules.reasons import check_reason
from inforce.rules.side_by_side import called_behind, check_side_by_side
from inforce.rules.states import YOUNG, OpenPoint, brought, check_accepted, check_state, open_points, undone_corrections
from inforce.rules.unlinked import check_unlinked
from inforce.rules.unnoted import check_unnoted
from inforce.rules.versions_told import check_titles_told, check_versions_told, effective_days


def check_states(
    released: VersionRecords,
    reader: SectionReader,
    *,
    folder: str,
    settled: frozenset[str],
    known: bool = False,
    config: PolicyConfig | None = None,
    unseen: tuple[Problem, ...] = (),
    others: Sequence[VersionRecords] = (),
    current: frozenset[str] = frozenset(),
    notice: Sequence[int] = (),
    pages: Sequence[str] = (),
) -> Iterator[Problem]:
    """Each state of a version whose record is not among the `settled` ones, which the base branch has. `folder` is the
    policy's. Where it is `known` that every other record is new, this tool has made them all, and each is held to what
    the source is held to, `config` being policy.yml. `unseen` is what the
    release of it left open that a state alone does not show, `others` are the other versions, `current` the
    translations that it did not leave behind ("fr/retention"). `notice` are the days of notice of policy.yml, `pages`
    the addresses of links.yml and of the site."""
    for position, now in enumerate(released.history):
        where = Location(file=f"{released.folder}/{now.file}")
        version = version_after(released, position)
        if where.file in settled or version is None:  # words or facts that cannot be read are told elsewhere
            continue
        if _facts(version) is None:  # told as D104; what was open in it cannot be told
            continue
        read = partial(_problems, released=released, reader=reader, folder=folder, config=config if known else None)
        found = read(version)
        earlier = version_after(released, position - 1) if position else _then(others, released)
        if position and earlier is not None:
            found = brought(read(earlier), found)
        if earlier is not None:
            found += unlinked(earlier, version, reader, folder=folder, places=_frozen(released))
        for problem in found:
            if problem.severity is Severity.ERROR and (known or problem.code not in YOUNG):
                yield _told(problem, version, released, folder)
        found += overtaken_by(released, position, others)
        if not position:
            until = _until(others, released)
            of_notes = (*_of_its_notes(version, until, reader, notice=notice, pages=pages, folder=folder),)
            beside = (*_beside_versions(version, earlier, others, reader, folder, _frozen(released)),)
            found = (*found, *unseen, *beside, *of_notes)
            if known:
                yield from (_hint_of_note(one, where) for one in (*beside, *of_notes) if one.severity is Severity.HINT)
            held = version_held(until, released.manifest.released)
            if known and earlier is not None and held is not None:
                added = released.version.editions
                yield from check_unnoted(held, version, parse=reader.section, where=where, added=added)
                yield from check_asked_again(earlier, version, where=where)
        if known:
            yield from put_back_by(released, position, others)
        if isinstance(now.record, Amendment) and earlier is not None:
            reason = [
                *check_reason(
                    now.record,
                    number=released.manifest.version,
                    before=earlier,
                    now=version,
                    parse=reader.section,
                    where=where,
                    others=beside_withdrawal(now, others),
                )
            ]
            if now.record.type is AmendmentType.CORRECTION and known:
                reason += check_notes_still_true(
                    earlier, version, [other.version for other in others], parse=reader.section, folder=folder
                )
            found = (*found, *reason)
            yield from (one for one in reason if known and one.severity is Severity.HINT)
        yield from check_accepted(
            open_points(found, folder),
            now.record.accepted,
            where=where,
            ours=known or now.record.made_by == WRITER,
            known=known,
            behind=_translated(version) - current if not position else frozenset(),
        )


def unlinked(
    before: ReleasedVersion, now: ReleasedVersion, reader: SectionReader, *, folder: str, places: Places
) -> tuple[Problem, ...]:
    """What a version or a state of it bound to a fact, or named by an id, and the next one does not."""
    try:
        known, facts = (Facts.model_validate(each.facts) for each in (before, now))
    except ValidationError:
        return ()  # told as D104
    leading = now.authoritative_language
    texts = [_prevailing(each, leading, reader) for each in (before, now)]
    gone = check_unlinked(*texts, known=known, facts=facts, language=leading, folder=folder, places=places)
    return (*gone, *check_kept_ids(*texts, folder=f"{folder}/{leading}"))


def unlinked_since(
    policy: PolicySource, project: Project, texts: Mapping[str, Section], reader: SectionReader
) -> tuple[Problem, ...]:
    """What the newest version bound to a fact, or named by an id, and the working text does not; `texts` are its
    sections, where they prevail."""
    if not policy.released:
        return ()
    last, leading = policy.released[-1].version, policy.config.authoritative_language
    try:
        known = Facts.model_validate(last.facts)
    except ValidationError:
        return ()  # told as D104
    before = _prevailing(last, leading, reader)
    gone = check_unlinked(
        before,
        texts,
        known=known,
        facts=project.facts,
        language=leading,
        folder=policy.folder,
        places=project.facts_places.place,
    )
    return (*gone, *check_kept_ids(before, texts, folder=f"{policy.folder}/{leading}"))


def past_since(
    policy: PolicySource,
    project: Project,
    texts: Mapping[str, Mapping[str, Section]],
    reader: SectionReader,
    at: datetime | None,
) -> Iterator[Problem]:
    """What the working text and the facts say otherwise of what is past: days, and versions of the policy."""
    versions, config, leading = (
        [one.version for one in policy.released],
        policy.config,
        policy.config.authoritative_language,
    )
    now = at or (policy.released[-1].manifest.released if versions else datetime.max.replace(tzinfo=UTC))
    yield from check_titles_told(config.title, policy.config_places.place)
    yield from check_versions_told(
        texts,
        policy.notes,
        titles=config.title,
        days=effective_days(versions),
        last=len(versions) + 1,
        until=now,
        folder=policy.folder,
    )
    if versions:
        yield from check_past_days(
            versions[-1],
            (_prevailing(versions[-1], leading, reader), texts.get(leading, {})),
            facts=project.facts,
            at=now,
            folder=policy.folder,
            places=project.facts_places.place,
        )


def _beside_versions(
    version: ReleasedVersion,
    before: ReleasedVersion | None,
    others: Sequence[VersionRecords],
    reader: SectionReader,
    folder: str,
    places: Places,
) -> Iterator[Problem]:
    """What a released version says otherwise of what was past, or of the versions until then."""
    facts, number, at = _facts(version), version.number, version.released
    if facts is None:
        return
    yield from check_versions_told(
        {language: _prevailing(version, language, reader) for language in version.editions},
        version.changes,
        titles={language: edition.title for language, edition in version.editions.items()},
        days=effective_days([version, *(one.version for one in others if one.manifest.version < number)]),
        last=number,
        until=None,
        folder=folder,
    )
    known = effective_days(one.version for one in others if one.manifest.version < number)
    versions = [each for each in (before, version) if each]
    yield from check_note_dates(
        version.changes,
        folder=f"{folder}/changes",
        effective=effective_days([version]).get(number),
        known=known,
        stated=lambda: days_stated(numbered_version(each, reader.section) for each in versions),
    )
    if before is not None:
        both = [_prevailing(each, version.authoritative_language, reader) for each in (before, version)]
        yield from check_past_days(before, (both[0], both[1]), facts=facts, at=at, folder=folder, places=places)


def notes_since(
    policy: PolicySource,
    project: Project,
    texts: Mapping[str, Mapping[str, Section]],
    reader: SectionReader,
    at: datetime | None,
    *,
    noted: Sequence[ChangeNote] = (),
) -> Iterator[Problem]:
    """What the notes that wait tell and neither the newest version nor the working text has, or has otherwise. Those
    that the base branch has (`noted`) come last: what no note tells is told at one that is new."""
    config = policy.config
    leading = config.authoritative_language
    working = policy.working[leading].sections if leading in policy.working else {}
    versions = [one.version for one in policy.released] if policy.notes else []
    proposed = Numbered(
        order=config.sections,
        style=config.numbering,
        lists=config.lists,
        leading=leading,
        texts=texts,
        facts=project.facts,
    )
    notice = (config.notice.material, config.notice.clarification)
    yield from check_notes_told(
        tuple(sorted(policy.notes, key=lambda note: any(map(note.is_same, noted)))),
        beside=compared(versions, working, at, parse=reader.section),
        now=proposed,
        notice=notice,
        pages=project.pages,
        folder=policy.folder,
    )


def _of_its_notes(
    version: ReleasedVersion,
    earlier: Sequence[ReleasedVersion],
    reader: SectionReader,
    *,
    notice: Iterable[int],
    pages: Iterable[str],
    folder: str,
) -> Iterator[Problem]:
    """What the notes of a released version tell otherwise than it and the version before, or leave out."""
    leading = version.authoritative_language
    edition = version.editions.get(leading)
    texts = edition.sections if edition else {}
    yield from check_notes_told(
        version.changes,
        beside=compared(earlier, texts, version.released, parse=reader.section),
        now=numbered_version(version, reader.section),
        notice=notice,
        pages=pages,
        folder=folder,
    )


def _prevailing(version: ReleasedVersion, leading: str, reader: SectionReader) -> dict[str, Section]:
    edition = version.editions.get(leading)
    return {
        name: section
        for name, text in (edition.sections if edition else {}).items()
        if (section := reader.section(leading, name, text)) is not None
    }


def _then(others: Sequence[VersionRecords], now: VersionRecords) -> ReleasedVersion | None:
    """The version before another as it stood when that was released: up to the record that it names."""
    before = next((other for other in others if other.manifest.version == now.manifest.version - 1), None)
    return _named(before, now) if before else None


def _until(others: Sequence[VersionRecords], now: VersionRecords) -> list[ReleasedVersion]:
    """The versions before another as they stood when that was released."""
    earlier = (_named(other, now) for other in others if other.manifest.version < now.manifest.version)
    return [*filter(None, earlier)]


def _named(before: VersionRecords, now: VersionRecords) -> ReleasedVersion | None:
    head = now.manifest.heads.get(str(before.manifest.version))
    named = (
        position for position, state in enumerate(before.history) if sha256(before.files.get(state.file, b"")) == head
    )
    return version_after(before, next(named, 0))


def undone_by(
    before: VersionRecords, now: VersionRecords, reader: SectionReader, *, folder: str, settled: frozenset[str]
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


def frozen_behind(released: VersionRecords, problems: Iterable[Problem], policy: PolicySource) -> tuple[Problem, ...]:
    """Of the translations that are behind now (T102), or state other amounts (T110), those that a version froze with
    the very words that they and the prevailing text still have: so they were then."""
    version = version_after(released, 0)
    if version is None:
        return ()
    return tuple(point.problem for point in open_points(problems, policy.folder) if _same_words(point, version, policy))


def up_to_date(released: VersionRecords, policy: PolicySource) -> frozenset[str]:
    """The translations that were not behind in a version: they have the very words still, and `sync.json` says that
    they were made from the prevailing text that it froze. A language as a whole is among them with its first section.

    Who brings a translation up to date by `inforce sync` after the release, before it is merged, makes it again."""
    version = version_after(released, 0)
    if version is None:
        return frozenset()
    prevailing = version.editions[version.authoritative_language].digests
    found: set[str] = set()
    for language, edition in version.editions.items():
        working = policy.working.get(language)
        for name, text in edition.sections.items() if working else ():
            made_from = working.synced.get(name) if working else None
            if working and working.sections.get(name) == text and name in prevailing:
                found |= {f"{language}/{name}", language} if made_from == prevailing[name].wording else set()
    return frozenset(found)


def _translated(version: ReleasedVersion) -> frozenset[str]:
    """The places that can be behind in a version: its translations, and each section of them."""
    others = [name for name in version.editions if name != version.authoritative_language]
    return frozenset(others) | {f"{name}/{section}" for name in others for section in version.editions[name].sections}


def _same_words(point: OpenPoint, version: ReleasedVersion, policy: PolicySource) -> bool:
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


def _problems(
    version: ReleasedVersion,
    *,
    released: VersionRecords,
    reader: SectionReader,
    folder: str,
    config: PolicyConfig | None,
) -> tuple[Problem, ...]:
    facts = reader.once(("facts of states", json.dumps(version.facts)), lambda: _facts(version))
    if facts is None:
        return ()  # told as D104
    texts = {
        language: {
            name: section
            for name, text in edition.sections.items()
            if (section := reader.section(language, name, text)) is not None
        }
        for language, edition in version.editions.items()
    }
    own = check_state(version, facts, texts, folder=folder, places=_frozen(released))
    if config is None:
        return own
    return own + check_side_by_side(
        texts,
        facts=facts,
        config=config,
        leading=version.authoritative_language,
        folder=folder,
        places=_frozen(released),
        behind=called_behind(state.record for state in released.history),
    )


def _facts(version: ReleasedVersion) -> Facts | None:
    try:
        return Facts.model_validate(version.facts)
    except ValidationError:
        return None


def _frozen(released: VersionRecords) -> Places:
    return lambda _: Location(file=f"{released.folder}/facts.json")


def _hint_of_note(problem: Problem, where: Location) -> Problem:
    """A hint about a note that is frozen: its file is gone."""
    slug = problem.location.file.rpartition("/")[2].removesuffix(".md")
    return replace(
        problem,
        location=where,
        message=f"{slug}: {problem.message}",
        remedy='The note stands in this record, under "changes", as visitors will read it. If it is wrong, take the '
        "record away with its folder, and make it again with a right one.",
    )


def _told(problem: Problem, version: ReleasedVersion, released: VersionRecords, folder: str) -> Problem:
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
