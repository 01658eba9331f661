"""Answers about versions, as data: what was in force when, and how each policy stands."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import PurePosixPath
from typing import TypedDict

from inforce.errors import CannotContinue
from inforce.model.facts import unknown_facts
from inforce.model.values import in_language
from inforce.problems import Problem
from inforce.project.project import PolicySource, Project
from inforce.reader.records.version import VersionRecords
from inforce.release.acceptance import accepted_by
from inforce.rules.dates import check_dates, terms
from inforce.timeline import Term, TiedVersions, Timeline, timeline


class TermAnswer(TypedDict):
    """The dates of a version. Instants are RFC 3339 with their offset."""

    version: int
    announced: str | None
    effective_from: str
    effective_until: str | None
    """From when it is in force no more, if that is known."""
    withdrawn: str | None


class TextAnswer(TermAnswer):
    """A version as it stood at an instant."""

    revisions: dict[str, int]
    """Language to the revision of its edition that held then."""
    since: str | None
    """From when it is in force without a break, which may be later than it took effect; None of one to come."""


class InForceAnswer(TypedDict):
    """What `inforce at` says of a policy."""

    policy: str
    exact: bool
    """One answer holds for all that was asked about."""
    settled: bool
    """It lies in the past, so no release can change the answer any more."""
    in_force: TextAnswer | None
    announced: TextAnswer | None
    """The next version to come, as was known then."""
    changes_at: str | None
    """Where the answer is not exact: when another one holds."""


class AcceptedAnswer(TypedDict):
    """A point that was open when a version was released or amended, and the reason given."""

    code: str
    place: str
    message: str
    because: str


class EditionAnswer(TypedDict):
    """How an edition stands."""

    status: str
    reviewed: bool | None
    revision: int


class VersionAnswer(TermAnswer):
    """What `inforce status` says of a released version."""

    status: str
    kind: str
    as_published: bool
    languages: dict[str, EditionAnswer]
    amendments: list[str]
    """Their types, the oldest first."""
    accepted: list[AcceptedAnswer]
    """What was left open, by the release and by its amendments."""


class PolicyAnswer(TypedDict):
    """What `inforce status` says of a policy. Language to section ids, where sections are named."""

    policy: str
    title: dict[str, str]
    versions: list[VersionAnswer]
    working_text: dict[str, dict[str, list[str]]]
    """Language to "changed", "added" and "removed" to the sections, against the last version."""
    untranslated: dict[str, list[str]]
    out_of_date: dict[str, list[str]]
    change_notes: list[str]


class UnknownAnswer(TypedDict):
    """A fact that nobody knows, and why."""

    path: str
    reason: str


def policy_timeline(policy: PolicySource) -> Timeline:
    """The timeline of all released versions of a policy. Raises CannotContinue where two take effect at one instant."""
    versions = [released.version for released in policy.released]
    try:
        return timeline(terms(versions))
    except TiedVersions:
        raise CannotContinue(check_dates(versions, folder=policy.folder)) from None


def in_force_on(policy: PolicySource, start: datetime, end: datetime, *, now: datetime) -> InForceAnswer:
    """What is in force from `start` up to `end` (an instant where both are the same), and in which revisions."""
    line = policy_timeline(policy)
    current = line.in_force_at(start)
    changes = [line.next_change_after(start), _next_revision(policy, current, start) if current else None]
    change = min((at for at in changes if at is not None), default=None)
    exact = end <= start or change is None or change >= end
    announced = _announced(policy, start)
    return {
        "policy": policy.id,
        "exact": exact,
        "settled": max(start, end) <= now,
        "in_force": _text(policy, line, current, start) if current else None,
        "announced": _text(policy, line, announced, start) if announced else None,
        "changes_at": change.isoformat(timespec="seconds") if change and not exact else None,
    }


def _announced(policy: PolicySource, at: datetime) -> Term | None:
    """The next version to come with the dates that were recorded by then; one that would never come is left out."""
    known = (timeline(terms([released.as_of(at).version])) for released in policy.released)
    coming = [
        term
        for line in known
        for term in line.announced_at(at)
        if term.withdrawn is None or term.effective_from < term.withdrawn
    ]
    return min(coming, key=lambda term: term.effective_from, default=None)


def _next_revision(policy: PolicySource, term: Term, at: datetime) -> datetime | None:
    """When an edition of a version gets its next revision, or the version its next edition."""
    later = (state.at for state in _released(policy, term).history[1:] if state.grown and state.at > at)
    return next(later, None)


def _text(policy: PolicySource, line: Timeline, term: Term, at: datetime) -> TextAnswer:
    stood = _released(policy, term).as_of(at)
    span = next(each for each in reversed(line.spans()) if each.start is None or each.start <= at)
    since = span.start.isoformat(timespec="seconds") if span.start and span.version == term.version else None
    return {**_term(line, term), "revisions": dict(stood.history[-1].revisions), "since": since}


def _released(policy: PolicySource, term: Term) -> VersionRecords:
    return next(each for each in policy.released if each.version.number == term.version)


def day_after(start: datetime) -> datetime:
    """The start of the next day in the same zone (23, 24 or 25 hours later); of the calendar's last day, its end."""
    if start.date() == date.max:
        return datetime.combine(date.max, time.max, start.tzinfo)
    return (start.replace(tzinfo=None) + timedelta(days=1)).replace(tzinfo=start.tzinfo)


def standing(policy: PolicySource, problems: tuple[Problem, ...], *, now: datetime) -> PolicyAnswer:
    """A policy's versions, dates and languages, and what the working text changes.

    `problems` are those of the check: they know which translations lag behind.
    """
    line = policy_timeline(policy)
    return {
        "policy": policy.id,
        "title": dict(policy.config.title),
        "versions": [
            {
                **_term(line, line.term(released.manifest.version)),
                "status": line.status(released.manifest.version, now).value,
                "kind": released.version.kind.value,
                "as_published": released.version.as_published is not None,
                "languages": {
                    language: {
                        "status": edition.status.value,
                        "reviewed": edition.reviewed,
                        "revision": edition.revision,
                    }
                    for language, edition in released.version.editions.items()
                },
                "amendments": [str(amendment.type) for amendment in released.version.amendments],
                "accepted": [
                    {"code": one.code, "place": one.place, "message": one.message, "because": one.because}
                    for one in accepted_by(released)
                ],
            }
            for released in policy.released
        ],
        "working_text": _working(policy),
        "untranslated": _lagging(policy, problems, "T101"),
        "out_of_date": _lagging(policy, problems, "T102"),
        "change_notes": [note.slug for note in policy.notes],
    }


def unknowns(project: Project) -> list[UnknownAnswer]:
    """The facts that nobody knows, with the reason in the default language."""
    return [
        {"path": fact.path, "reason": in_language(fact.reason, project.site.default_language)}
        for fact in unknown_facts(project.facts)
    ]


def _term(line: Timeline, term: Term) -> TermAnswer:
    until = line.effective_until(term.version)
    return {
        "version": term.version,
        "announced": term.announced.isoformat(timespec="seconds") if term.announced else None,
        "effective_from": term.effective_from.isoformat(timespec="seconds"),
        "effective_until": until.isoformat(timespec="seconds") if until else None,
        "withdrawn": term.withdrawn.isoformat(timespec="seconds") if term.withdrawn else None,
    }


def _lagging(policy: PolicySource, problems: tuple[Problem, ...], code: str) -> dict[str, list[str]]:
    """Language to the sections of its working text that a problem of this code is about."""
    found: dict[str, list[str]] = {}
    for problem in problems:
        place = PurePosixPath(problem.location.file)
        if problem.code == code and place.parts[:2] == PurePosixPath(policy.folder).parts:
            whole = len(place.parts) == 3  # told once of a language that lacks all
            found.setdefault(place.parts[2], []).extend(policy.config.section_ids() if whole else [place.stem])
    return found


def _working(policy: PolicySource) -> dict[str, dict[str, list[str]]]:
    """Per language, which sections the working text changes against the last version."""
    last = policy.released[-1].version if policy.released else None
    changed: dict[str, dict[str, list[str]]] = {}
    for language, working in policy.working.items():
        edition = last.editions.get(language) if last else None
        before = edition.sections if edition else {}
        changed[language] = {
            "changed": [name for name, text in working.sections.items() if name in before and before[name] != text],
            "added": [name for name in working.sections if name not in before],
            "removed": [name for name in before if name not in working.sections],
        }
    return changed
