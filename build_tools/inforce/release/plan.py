"""Plans a release: the working text and the facts, frozen as the next version. Nothing is written here.

The dates stay apart: released is now, announced when visitors could first read it, effective when it
binds. The least notice depends on the kind of change (`policy.yml`); a release that gives less is refused, with the
first date that would do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from inforce.model.config import ChangeNote, Kind, PolicyConfig, Site
from inforce.model.facts import Facts
from inforce.model.spoken import spoken_facts
from inforce.model.text import Parse, Section
from inforce.model.version import AsPublished, Edition, EditionTerms, Manifest, SectionDigests, Version
from inforce.model.writer import WRITER
from inforce.problems import Location, Problem, Severity
from inforce.reader.records.record_json import record
from inforce.reader.records.version import ReleasedVersion, sha256
from inforce.redline.facts import fact_changes
from inforce.release.acceptance import NO_REASONS, Outcome, Reasons, accepted_by, weigh
from inforce.release.dates import Dates, refused_dates, refused_instant
from inforce.release.edits import Plan
from inforce.release.records import (
    Publish,
    dated_where,
    in_zone,
    parsed_texts,
    placed,
    recordable,
    section_digests,
    with_effective_date,
)
from inforce.release.working_text import WorkingPolicy, dated
from inforce.rules.change_notes import check_note_dates
from inforce.rules.consent import unasked_consent
from inforce.rules.dates import without_effective_date
from inforce.rules.facts import Places
from inforce.rules.kept_ids import check_kept_ids
from inforce.rules.languages import language_name
from inforce.rules.note_amounts import days_stated
from inforce.rules.note_sections import numbered_version
from inforce.rules.notes_told import changed_sections, check_notes_told
from inforce.rules.overtaken import Coming, check_overtaken, coming
from inforce.rules.past_days import check_past_days
from inforce.rules.states import OpenPoint, check_state, in_facts, open_points, undone_corrections
from inforce.rules.unchanged import check_unchanged
from inforce.rules.unlinked import check_unlinked
from inforce.rules.unnoted import check_unnoted
from inforce.rules.versions_told import check_versions_told, effective_days


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRequest:
    """What is to be released, and when. Instants are aware datetimes."""

    policy: str
    folder: str
    config: PolicyConfig
    site: Site
    texts: Mapping[str, Mapping[str, str]]
    """Language to section id to source text; only the languages to release."""
    facts: Mapping[str, object]
    notes: tuple[ChangeNote, ...]
    earlier: tuple[ReleasedVersion, ...]
    synced: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language to section id to the digest of the prevailing text that a translation was made from (`sync.json`)."""
    released: datetime
    announced: datetime | None
    """When visitors could first read it; None where a text kept as it was published does not say."""
    announced_because: str | None = None
    """Where they could, if that lies before the release."""
    committed: datetime | None = None
    """When the newest commit was made, if git knows."""
    effective_from: datetime
    ask_consent: bool = False
    as_published: AsPublished | None = None
    to_follow: tuple[str, ...] = ()
    """The languages of `config` that it leaves out by choice, to be added later."""
    pages: tuple[str, ...] = ()
    """The addresses of links.yml and of the site, which notes may name."""
    places: Places = in_facts
    """Where each fact stands."""
    unseen: tuple[Problem, ...] = ()
    """What is open and not to be seen in words and facts themselves: translations that are behind."""
    reasons: Reasons = NO_REASONS
    """Why it is released with what is open."""


def plan_release(request: ReleaseRequest, *, parse: Parse, publish: Publish) -> Plan:
    """The plan of a release, with every problem that speaks against it. Raises WrongAcceptance."""
    request = replace(
        request,
        released=recordable(request.released),
        announced=recordable(request.announced) if request.announced else None,
        effective_from=recordable(request.effective_from),
    )
    asked = _asked(request)
    zone = request.site.time_zone
    request = replace(
        request,
        released=placed(request.released, zone),
        announced=placed(request.announced, zone) if request.announced else None,
        effective_from=dated_where(request.effective_from, zone),
    )
    number = len(request.earlier) + 1
    kind = _kind(request.notes, first=number == 1)
    days = request.config.notice.material if kind is Kind.MATERIAL else request.config.notice.clarification
    problems = [
        *refused_instant(
            request.released,
            Location(file=f"{request.folder}/policy.yml"),
            versions=[item.version for item in request.earlier],
            committed=request.committed,
        ),
        *refused_dates(asked, kind, days),
        *_notes(request, number),
        *_not_whole(request),
        *_released_already(request),
    ]
    texts = {
        language: {name: _dated(request, language, text) for name, text in sections.items()}
        for language, sections in request.texts.items()
    }
    digests = section_digests(texts, parse)
    version = _version(request, number, kind, texts, digests)
    if request.earlier and not _released_already(request):
        where = Location(file=f"{request.folder}/versions/{number}/manifest.json")
        problems.extend(check_unchanged(request.earlier[-1].version, version, where=where))
        problems.extend(check_unnoted(request.earlier[-1].version, version, parse=parse, where=where))
    noted = _days_in_notes(request, version, parse)
    found, outcome = _open(request, version, noted, parse)
    problems += (
        *(one for one in noted if one.severity is Severity.HINT),
        *found,
        *(point.problem for point in outcome.left),
    )
    facts, spoken = record(request.facts), _spoken(request, version)
    published = {f"published/{path}": data for path, data in publish(version).items()}
    manifest = Manifest(
        made_by=WRITER,
        policy=request.policy,
        version=number,
        effective_from=request.effective_from,
        announced=request.announced,
        announced_because=request.announced_because,
        released=request.released,
        kind=kind,
        consent_epoch=version.consent_epoch,
        time_zone=request.site.time_zone,
        authoritative_language=version.authoritative_language,
        languages={language: _terms(request.config, language) for language in texts},
        sections=request.config.sections,
        numbering=request.config.numbering,
        lists=request.config.lists or None,
        roles=request.config.roles,
        digests=digests,
        files={"facts.json": sha256(facts), **{path: sha256(data) for path, data in published.items()}},
        changes=request.notes,
        previous=request.earlier[-1].manifest_digest if request.earlier else None,
        heads={str(item.manifest.version): item.version.head for item in request.earlier},
        as_published=request.as_published,
        to_follow=request.to_follow or None,
        accepted=outcome.accepted,
    )
    created = {
        "manifest.json": record(manifest),
        "facts.json": facts,
        **{
            f"{language}/{name}.md": text.encode()
            for language, sections in texts.items()
            for name, text in sections.items()
        },
        **published,
    }
    return Plan(
        title=f"Release version {number} of {request.policy}",
        details=_details(version, request, spoken),
        folder=f"{request.folder}/versions/{number}",
        created=created,
        replaced=dated(
            WorkingPolicy(
                folder=request.folder,
                leading=request.config.authoritative_language,
                texts=request.texts,
                synced=request.synced,
            ),
            texts,
            parse,
        ),
        removed=tuple(f"{request.folder}/changes/{note.slug}.md" for note in request.notes),
        facts=fact_changes(*spoken, request.config.authoritative_language),
        outcome=outcome,
        problems=tuple(problems),
    )


def _dated(request: ReleaseRequest, language: str, text: str) -> str:
    if request.as_published is not None:
        return text
    return with_effective_date(text, request.effective_from, time_zone=request.site.time_zone, language=language)


def _open(
    request: ReleaseRequest, version: Version, days: tuple[Problem, ...], parse: Parse
) -> tuple[list[Problem], Outcome]:
    """The errors of the version that is planned, and what is open in it."""
    texts = parsed_texts({language: edition.sections for language, edition in version.editions.items()}, parse)
    facts = Facts.model_validate(version.facts)
    state = check_state(version, facts, texts, folder=request.folder, places=request.places)
    reasons, last = request.reasons, request.earlier[-1] if request.earlier else None
    undone = undone_corrections(last, last.history, request.texts, folder=request.folder, parse=parse) if last else ()
    if last is not None:
        state = (*state, *_unlinked(last.version, texts, facts, request, parse))
    late = request.announced is not None and request.effective_from < request.announced  # V401 tells it
    if request.as_published is None and not late:
        new = Coming(number=len(request.earlier) + 1, effective_from=request.effective_from)
        others = coming(item.version for item in request.earlier)
        state = (*state, *check_overtaken(new, others, folder=request.folder))
    state = (*state, *_past(request, version, texts, facts, parse), *_of_notes(request, version, parse))
    points = open_points((*state, *days, *request.unseen, *undone), request.folder)
    if request.as_published is not None:
        reasons = replace(reasons, everything=request.as_published.reason)
    outcome = weigh(
        points,
        reasons,
        earlier=accepted_by(last) if last else (),
        as_it_was=lambda point: last is not None and _as_it_was(point, last.version, version),
    )
    return [problem for problem in state if problem.severity is Severity.ERROR], outcome


def _spoken(request: ReleaseRequest, version: Version) -> tuple[Facts, Facts]:
    """The facts that this policy speaks of: of its last version, and of the one that is planned."""
    last = request.earlier[-1].version if request.earlier else version
    known, facts = (Facts.model_validate(spoken_facts(each)) for each in (last, version))
    return known, facts


def _unlinked(
    last: Version, texts: Mapping[str, Mapping[str, Section]], facts: Facts, request: ReleaseRequest, parse: Parse
) -> tuple[Problem, ...]:
    """What the last version bound to a fact, or named by an id, and this one does not."""
    leading = request.config.authoritative_language
    both = _last_texts(last, leading, parse), texts.get(leading, {})
    gone = check_unlinked(
        *both,
        known=Facts.model_validate(last.facts),
        facts=facts,
        language=leading,
        folder=request.folder,
        places=request.places,
    )
    return (*gone, *check_kept_ids(*both, folder=f"{request.folder}/{leading}"))


def _past(
    request: ReleaseRequest, version: Version, texts: Mapping[str, Mapping[str, Section]], facts: Facts, parse: Parse
) -> Iterator[Problem]:
    """What it says otherwise of what was past in the last version, or of the policy's versions."""
    yield from check_versions_told(
        texts,
        request.notes,
        titles=request.config.title,
        days=effective_days([version, *(one.version for one in request.earlier)]),
        last=len(request.earlier) + 1,
        until=None,
        folder=request.folder,
    )
    if request.earlier:
        last, leading = request.earlier[-1].version, request.config.authoritative_language
        yield from check_past_days(
            last,
            (_last_texts(last, leading, parse), texts.get(leading, {})),
            facts=facts,
            at=request.released,
            folder=request.folder,
            places=request.places,
        )


def _of_notes(request: ReleaseRequest, version: Version, parse: Parse) -> Iterator[Problem]:
    """What its notes tell otherwise than it and the last version, or leave out."""
    leading, notice = request.config.authoritative_language, request.config.notice
    last = request.earlier[-1].version if request.earlier else None
    prevailing = version.editions[leading].sections
    yield from check_notes_told(
        version.changes,
        then=numbered_version(last, parse) if last else None,
        now=numbered_version(version, parse),
        changed=changed_sections(last, prevailing, leading=leading, parse=parse) if last else (),
        notice=(notice.material, notice.clarification),
        pages=request.pages,
        folder=request.folder,
    )


def _last_texts(last: Version, leading: str, parse: Parse) -> Mapping[str, Section]:
    edition = last.editions.get(leading)
    return parsed_texts({leading: edition.sections if edition else {}}, parse).get(leading, {})


def _as_it_was(point: OpenPoint, last: Version, now: Version) -> bool:
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


def _wording(version: Version, language: str, section: str) -> str | None:
    edition = version.editions.get(language)
    pair = edition.digests.get(section) if edition else None
    return pair.wording if pair else None


def _not_whole(request: ReleaseRequest) -> list[Problem]:
    """Languages that lack a section: only what was public already is recorded so."""
    if request.as_published is not None:
        return []
    problems = []
    for language, sections in request.texts.items():
        lacking = [name for name in request.config.section_ids() if name not in sections]
        if lacking:
            others = " ".join(f"--language {name}" for name in request.texts if name != language)
            problems.append(
                _problem(
                    "V414",
                    Location(file=f"{request.folder}/{language}"),
                    f"the {language_name(language)} text lacks the sections {', '.join(lacking)}.",
                    f"Translate them, or release the other languages now and this one later: {others}.",
                )
            )
    return problems


def _version(
    request: ReleaseRequest,
    number: int,
    kind: Kind,
    texts: Mapping[str, Mapping[str, str]],
    digests: Mapping[str, Mapping[str, SectionDigests]],
) -> Version:
    epoch = request.earlier[-1].manifest.consent_epoch if request.earlier else 1
    folder = f"{request.folder}/versions/{number}"
    editions = {}
    for language, sections in texts.items():
        terms = _terms(request.config, language)
        editions[language] = Edition(
            policy=request.policy,
            version=number,
            language=language,
            title=terms.title,
            status=terms.status,
            reviewed=terms.reviewed,
            revision=1,
            sections=sections,
            digests=digests.get(language, {}),
            paths={name: f"{folder}/{language}/{name}.md" for name in sections},
        )
    return Version(
        policy=request.policy,
        number=number,
        effective_from=request.effective_from,
        announced=request.announced,
        released=request.released,
        withdrawn=None,
        kind=kind,
        consent_epoch=epoch + (1 if request.ask_consent and request.earlier else 0),
        time_zone=request.site.time_zone,
        authoritative_language=request.config.authoritative_language,
        order=request.config.sections,
        numbering=request.config.numbering,
        lists=request.config.lists,
        roles=request.config.roles,
        editions=editions,
        changes=request.notes,
        amendments=(),
        facts=dict(request.facts),
        as_published=request.as_published,
        head="",
        announced_because=request.announced_because,
        to_follow=request.to_follow,
    )


def draft_version(request: ReleaseRequest, *, parse: Parse) -> Version:
    """The working text as a version without number, dates or digests of its own: what drafts show."""
    number = len(request.earlier) + 1
    kind = _kind(request.notes, first=number == 1)
    digests = section_digests(request.texts, parse)
    version = _version(request, number, kind, request.texts, digests)
    editions = {
        language: replace(edition, paths={name: f"{request.folder}/{language}/{name}.md" for name in edition.sections})
        for language, edition in version.editions.items()
    }
    return replace(version, number=None, effective_from=None, announced=None, released=None, editions=editions)


def _terms(config: PolicyConfig, language: str) -> EditionTerms:
    terms = config.languages[language]
    return EditionTerms(title=config.title[language], status=terms.status, reviewed=terms.reviewed)


def _kind(notes: Sequence[ChangeNote], *, first: bool) -> Kind:
    """The weightiest kind among the notes. A first version is new to everyone, so it is material."""
    if first or any(note.kind is Kind.MATERIAL for note in notes):
        return Kind.MATERIAL
    return Kind.CLARIFICATION


def _asked(request: ReleaseRequest) -> Dates:
    return Dates(
        where=Location(file=f"{request.folder}/policy.yml"),
        released=request.released,
        announced=request.announced,
        announced_because=request.announced_because,
        effective_from=request.effective_from,
        time_zone=request.site.time_zone,
        earlier=request.earlier,
        as_published=request.as_published is not None,
    )


def _released_already(request: ReleaseRequest) -> list[Problem]:
    """The last version once more: what is left when a release was interrupted after its version stood."""
    if not request.earlier:
        return []
    last = request.earlier[-1]
    texts = {language: edition.sections for language, edition in last.version.editions.items()}
    same = all(
        {name: without_effective_date(text) for name, text in sections.items()}
        == {name: without_effective_date(text) for name, text in texts.get(language, {}).items()}
        for language, sections in request.texts.items()
    )
    if not (request.notes and same and all(any(map(note.is_same, last.manifest.changes)) for note in request.notes)):
        return []
    return [
        _problem(
            "V420",
            Location(file=f"{request.folder}/changes/{note.slug}.md"),
            f"version {last.manifest.version} was released with this note, and with these words.",
            f"If that release was interrupted, the version stands; do the rest with: inforce finish {request.policy}",
        )
        for note in request.notes
    ]


def _notes(request: ReleaseRequest, number: int) -> list[Problem]:
    if number == 1:
        return []
    where = Location(file=f"{request.folder}/changes")
    if not request.notes:
        return [
            _problem(
                "V405",
                where,
                "no change note says what this release changes.",
                f"Add {request.folder}/changes/NAME.md with a kind and a text for visitors.",
            )
        ]
    mute = [
        _problem(
            "V405",
            Location(file=f"{request.folder}/changes/{note.slug}.md"),
            "it says nothing in any language of this release.",
            f'Add its words below "## {request.config.authoritative_language}".',
        )
        for note in request.notes
        if not note.text.keys() & request.texts.keys()
    ]
    return mute + [
        _problem(
            "V406",
            Location(file=f"{request.folder}/changes/{note.slug}.md"),
            "a correction mends a released version and makes no new one.",
            "If it was amended already, delete this file. If not, run inforce amend, then delete it; or call the "
            "change a clarification.",
        )
        for note in request.notes
        if note.kind is Kind.CORRECTION
    ]


def _days_in_notes(request: ReleaseRequest, version: Version, parse: Parse) -> tuple[Problem, ...]:
    """What notes say of another day than that on which this version comes into force."""
    versions = [*(one.version for one in request.earlier[-1:]), version]
    return tuple(
        check_note_dates(
            request.notes,
            folder=f"{request.folder}/changes",
            effective=request.effective_from.date(),  # placed in the site's zone
            known=effective_days(one.version for one in request.earlier),
            stated=lambda: days_stated(numbered_version(each, parse) for each in versions),
        )
    )


def _details(version: Version, request: ReleaseRequest, spoken: tuple[Facts, Facts]) -> tuple[tuple[str, str], ...]:
    zone = request.site.time_zone
    details = [
        ("version", str(version.number)),
        ("kind", str(version.kind)),
        ("released", in_zone(request.released, zone)),
        ("announced", in_zone(request.announced, zone) if request.announced else "not said"),
    ]
    if request.announced is not None and request.announced > request.released:
        until = f"{in_zone(request.announced, zone)}: the site does not show it before; the repository does at once"
        details.append(("shown from", until))
    details += [
        ("effective from", in_zone(request.effective_from, zone)),
        ("consent epoch", _consent(version, request, spoken)),
        ("languages", ", ".join(f"{name} ({edition.status})" for name, edition in version.editions.items())),
        *([("languages to follow", ", ".join(request.to_follow))] if request.to_follow else []),
        ("sections", str(len(request.config.section_ids()))),
        ("change notes", ", ".join(note.slug for note in request.notes) or "none"),
    ]
    if request.announced_because is not None:
        details.append(("announced because", request.announced_because))
    if request.as_published is not None:
        details.append(("as published", request.as_published.reason))
    return tuple(details)


def _consent(version: Version, request: ReleaseRequest, spoken: tuple[Facts, Facts]) -> str:
    """Whether consent is asked again; where it is not, what visitors are not asked about."""
    epoch = str(version.consent_epoch)
    if not request.earlier:
        return epoch
    if request.ask_consent:
        return f"{epoch}: visitors are asked for consent again"
    unasked = ", ".join(unasked_consent(*spoken))
    if not unasked:
        return f"{epoch}, as before: visitors are not asked for consent again"
    return (
        f"{epoch}, as before: visitors who have chosen are not asked again, though this needs their consent and is new "
        f"or has changed: {unasked}. To ask them, add --ask-consent-again"
    )


def _problem(code: str, where: Location, message: str, remedy: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(code=code, severity=severity, location=where, message=message, remedy=remedy)
