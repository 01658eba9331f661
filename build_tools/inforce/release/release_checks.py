"""What speaks against a release: its dates, notes and languages, and what is false or unfinished in its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from inforce.model.config import Kind
from inforce.model.facts import Facts
from inforce.model.text import Parse, Section
from inforce.model.version import ReleasedVersion
from inforce.problems import Location, Problem, Severity, problem
from inforce.release.acceptance import Outcome, accepted_by, weigh
from inforce.release.dates import Dates, refused_dates, refused_instant
from inforce.release.next_version import ReleaseRequest, WorkingText
from inforce.release.records import parsed_texts
from inforce.rules.change_notes import check_note_dates
from inforce.rules.dates import without_effective_date
from inforce.rules.kept_ids import check_kept_ids
from inforce.rules.languages import language_name
from inforce.rules.note_amounts import days_stated
from inforce.rules.note_sections import numbered_version
from inforce.rules.notes_told import check_notes_told, compared, version_held
from inforce.rules.overtaken import Coming, check_overtaken, coming
from inforce.rules.past_days import check_past_days
from inforce.rules.side_by_side import check_side_by_side
from inforce.rules.states import OpenPoint, brought, check_state, open_points, undone_corrections
from inforce.rules.unlinked import check_unlinked
from inforce.rules.unnoted import check_unnoted
from inforce.rules.versions_told import check_versions_told, effective_days


def refusals(asked: ReleaseRequest, request: ReleaseRequest) -> list[Problem]:
    """What is wrong with a release whatever its words are: its instants, its notes, a language that is not whole, a
    version that stands already. `asked` gives the instants as they were asked for, `request` as a record has them."""
    working, notice = request.working, request.working.config.notice
    where = Location(file=f"{working.folder}/policy.yml")
    days = notice.material if working.kind is Kind.MATERIAL else notice.clarification
    earlier = [item.version for item in working.earlier]
    return [
        *refused_instant(request.released, where, versions=earlier, committed=request.committed),
        *refused_dates(_dates(asked, where), working.kind, days),
        *_notes(working),
        *(_not_whole(working) if request.as_published is None else ()),  # what was public already is recorded so
        *_released_already(working),
    ]


def check_planned(request: ReleaseRequest, version: ReleasedVersion, parse: Parse) -> tuple[list[Problem], Outcome]:
    """The problems of the version that is planned, and what is open in it. Raises WrongAcceptance."""
    working = request.working
    last, problems = working.last, list[Problem]()
    if last is not None and not _released_already(working):
        where = Location(file=f"{working.folder}/versions/{working.number}/manifest.json")
        held = version_held([item.version for item in working.earlier], request.released) or last.version
        problems.extend(check_unnoted(held, version, parse=parse, where=where))
    noted = _days_in_notes(request, version, parse)
    problems.extend(one for one in noted if one.severity is Severity.HINT)
    state = _state(request, version, parse)
    problems.extend(one for one in state if one.severity is Severity.ERROR)
    undone = undone_corrections(last, last.history, working.texts, folder=working.folder, parse=parse) if last else ()
    reasons = request.reasons
    if request.as_published is not None:
        reasons = replace(reasons, everything=request.as_published.reason)
    outcome = weigh(
        open_points((*state, *noted, *request.unseen, *undone), working.folder),
        reasons,
        earlier=accepted_by(last) if last else (),
        as_it_was=lambda point: last is not None and _as_it_was(point, last.version, version),
    )
    return [*problems, *(point.problem for point in outcome.left)], outcome


def _state(request: ReleaseRequest, version: ReleasedVersion, parse: Parse) -> tuple[Problem, ...]:
    """What is false or unfinished in its words, and beside the versions before it."""
    working = request.working
    texts = parsed_texts({language: edition.sections for language, edition in version.editions.items()}, parse)
    facts = Facts.model_validate(version.facts)
    found = [*check_state(version, facts, texts, folder=working.folder, places=request.places)]
    if working.last is not None:
        found += _unlinked(working.last.version, texts, facts, request, parse)
    late = request.announced is not None and request.effective_from < request.announced  # V401 tells it
    if request.as_published is None and not late:
        new = Coming(number=working.number, effective_from=request.effective_from)
        found += check_overtaken(new, coming(item.version for item in working.earlier), folder=working.folder)
    found += _past(request, version, texts, facts, parse)
    found += _of_notes(working, version, parse)
    unseen = open_points(request.unseen, working.folder)
    seen = check_side_by_side(
        texts,
        facts=facts,
        config=working.config,
        leading=version.authoritative_language,
        folder=working.folder,
        places=request.places,
        behind=frozenset(one.place for one in unseen if one.problem.code == "T102"),
    )
    return (*found, *brought(request.unseen, seen))


def _unlinked(
    last: ReleasedVersion,
    texts: Mapping[str, Mapping[str, Section]],
    facts: Facts,
    request: ReleaseRequest,
    parse: Parse,
) -> tuple[Problem, ...]:
    """What the last version bound to a fact, or named by an id, and this one does not."""
    leading = request.working.config.authoritative_language
    both = _last_texts(last, leading, parse), texts.get(leading, {})
    gone = check_unlinked(
        *both,
        known=Facts.model_validate(last.facts),
        facts=facts,
        language=leading,
        folder=request.working.folder,
        places=request.places,
    )
    return (*gone, *check_kept_ids(*both, folder=f"{request.working.folder}/{leading}"))


def _past(
    request: ReleaseRequest,
    version: ReleasedVersion,
    texts: Mapping[str, Mapping[str, Section]],
    facts: Facts,
    parse: Parse,
) -> Iterator[Problem]:
    """What it says otherwise of what was past in the last version, or of the policy's versions."""
    yield from check_versions_told(
        texts,
        request.working.notes,
        titles=request.working.config.title,
        days=effective_days([version, *(one.version for one in request.working.earlier)]),
        last=request.working.number,
        until=None,
        folder=request.working.folder,
    )
    if request.working.last:
        last, leading = request.working.last.version, request.working.config.authoritative_language
        yield from check_past_days(
            last,
            (_last_texts(last, leading, parse), texts.get(leading, {})),
            facts=facts,
            at=request.released,
            folder=request.working.folder,
            places=request.places,
        )


def _of_notes(working: WorkingText, version: ReleasedVersion, parse: Parse) -> Iterator[Problem]:
    """What its notes tell otherwise than it and the last version, or leave out."""
    leading, notice = working.config.authoritative_language, working.config.notice
    earlier = [item.version for item in working.earlier]
    yield from check_notes_told(
        version.changes,
        beside=compared(earlier, version.editions[leading].sections, version.released, parse=parse),
        now=numbered_version(version, parse),
        notice=(notice.material, notice.clarification),
        pages=working.pages,
        folder=working.folder,
    )


def _last_texts(last: ReleasedVersion, leading: str, parse: Parse) -> Mapping[str, Section]:
    edition = last.editions.get(leading)
    return parsed_texts({leading: edition.sections if edition else {}}, parse).get(leading, {})


def _as_it_was(point: OpenPoint, last: ReleasedVersion, now: ReleasedVersion) -> bool:
    """Whether what an open point is about, and its words do not quote, is as it was: a note is always another one, and
    a translation that was behind is further behind when either text has changed."""
    language, _, section = point.place.partition("/")
    if language not in now.editions:
        return language != "changes"
    if point.problem.code != "T102":
        return True
    sections = [section] if section else [*now.editions[language].sections]
    return all(
        _wording(last, each, name) == _wording(now, each, name)
        for each in (language, now.authoritative_language)
        for name in sections
    )


def _wording(version: ReleasedVersion, language: str, section: str) -> str | None:
    edition = version.editions.get(language)
    pair = edition.digests.get(section) if edition else None
    return pair.wording if pair else None


def _not_whole(working: WorkingText) -> list[Problem]:
    """Languages that lack a section."""
    problems = []
    for language, sections in working.texts.items():
        lacking = [name for name in working.config.section_ids() if name not in sections]
        if lacking:
            others = " ".join(f"--language {name}" for name in working.texts if name != language)
            problems.append(
                problem(
                    "V414",
                    f"{working.folder}/{language}",
                    "release",
                    language=language_name(language),
                    lacking=", ".join(lacking),
                    others=others,
                )
            )
    return problems


def _dates(request: ReleaseRequest, where: Location) -> Dates:
    return Dates(
        where=where,
        released=request.released,
        announced=request.announced,
        announced_because=request.announced_because,
        effective_from=request.effective_from,
        time_zone=request.working.site.time_zone,
        earlier=request.working.earlier,
        as_published=request.as_published is not None,
    )


def _released_already(working: WorkingText) -> list[Problem]:
    """The last version once more: what is left when a release was interrupted after its version stood."""
    last = working.last
    if last is None:
        return []
    texts = {language: edition.sections for language, edition in last.version.editions.items()}
    same = all(
        {name: without_effective_date(text) for name, text in sections.items()}
        == {name: without_effective_date(text) for name, text in texts.get(language, {}).items()}
        for language, sections in working.texts.items()
    )
    if not (working.notes and same and all(any(map(note.is_same, last.manifest.changes)) for note in working.notes)):
        return []
    return [
        problem(
            "V420", f"{working.folder}/changes/{note.slug}.md", version=last.manifest.version, policy=working.policy
        )
        for note in working.notes
    ]


def _notes(working: WorkingText) -> list[Problem]:
    if not working.earlier:
        return []
    where = Location(file=f"{working.folder}/changes")
    if not working.notes:
        return [problem("V405", where, "no note", folder=working.folder)]
    mute = [
        problem(
            "V405",
            f"{working.folder}/changes/{note.slug}.md",
            "no words",
            authoritative_language=working.config.authoritative_language,
        )
        for note in working.notes
        if not note.text.keys() & working.texts.keys()
    ]
    return mute + [
        problem("V406", f"{working.folder}/changes/{note.slug}.md")
        for note in working.notes
        if note.kind is Kind.CORRECTION
    ]


def _days_in_notes(request: ReleaseRequest, version: ReleasedVersion, parse: Parse) -> tuple[Problem, ...]:
    """What notes say of another day than that on which this version comes into force."""
    versions = [*(one.version for one in request.working.earlier[-1:]), version]
    return tuple(
        check_note_dates(
            request.working.notes,
            folder=f"{request.working.folder}/changes",
            effective=request.effective_from.date(),  # placed in the site's zone
            known=effective_days(one.version for one in request.working.earlier),
            stated=lambda: days_stated(numbered_version(each, parse) for each in versions),
        )
    )
