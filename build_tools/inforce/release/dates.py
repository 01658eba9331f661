"""The dates of releases and amendments: no record before the newest one, announced before effective, none in the past
without a word, notice enough, no two at one instant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from inforce.model.config import Kind
from inforce.model.version import ReleasedVersion
from inforce.problems import Location, Problem, Severity
from inforce.reader.records.version import VersionRecords
from inforce.release.records import recordable
from inforce.rules.record_invariants import announced_unseen, days_after, gives_less, late_as_published, too_early


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The dates of a release, aware, and what they are held against. `where` is told as their place."""

    where: Location
    released: datetime
    announced: datetime | None
    announced_because: str | None
    effective_from: datetime
    time_zone: str
    earlier: Sequence[VersionRecords]
    as_published: bool


def refused_instant(
    at: datetime, where: Location, *, versions: Iterable[ReleasedVersion], committed: datetime | None
) -> list[Problem]:
    """Whether a record made at this instant would be backdated: before the newest record of its policy (`versions` are
    all that were released), or before the newest commit, if that is known."""
    records = [one for each in versions for one in (each.released, *(item.recorded for item in each.amendments)) if one]
    newest = max(records, default=None)
    remedy = "Set the clock of this machine right; SOURCE_DATE_EPOCH, where it is set, is taken for the clock."
    found: list[Problem] = []
    if newest is not None and at < newest:
        message = (
            f"it would be recorded at {at.isoformat()}, before the policy's newest record, of {newest.isoformat()}."
        )
        found.append(_problem("V408", where, message, remedy, Severity.ERROR))
    if committed is not None and at < committed:
        message = f"it would be recorded at {at.isoformat()}, before the newest commit, of {committed.isoformat()}."
        found.append(_problem("V408", where, message, remedy, Severity.ERROR))
    return found


def refused_dates(request: Dates, kind: Kind, days: int) -> list[Problem]:
    """What is wrong with the dates of a release of this kind, which needs so many days of notice."""
    where = request.where
    problems: list[Problem] = []
    # Where it is late, the other rules would say the same again.
    late = request.announced is not None and request.effective_from < request.announced
    if late and request.announced is not None:
        problems.append(
            _problem(
                "V401",
                where,
                f"it would take effect on {request.effective_from.isoformat()}, "
                f"before it is announced on {request.announced.isoformat()}.",
                "Choose a later date with --effective, or an earlier one with --announced.",
            )
        )
    problems.extend(_unseen(request))
    if request.earlier and not request.as_published:
        remedy = "Give a later --announced: this version follows that one."
        early = too_early(request.announced, request.earlier[-1].manifest)
        problems.extend(_problem("V422", where, message, remedy) for message in early)
    if request.as_published and not late:
        remedy = "Release it without --as-published, or give the dates that it had."
        others = [one.manifest for one in request.earlier]
        problems.extend(
            _problem("V418", where, message, remedy, Severity.ERROR)
            for message in late_as_published(request.released, request.announced, request.effective_from, others)
        )
    if not late and not request.as_published and request.effective_from < request.released:
        message = f"it would have been in force since {request.effective_from.isoformat()}, before it is released."
        remedy = "Choose a later date; a version that was public already is recorded with --as-published."
        problems.append(_problem("V418", where, message, remedy))
    for earlier in request.earlier:
        coming = earlier.version.effective_from
        if coming == request.effective_from:
            problems.append(
                _problem(
                    "V402",
                    where,
                    f"version {earlier.manifest.version} takes effect at the same instant.",
                    "Choose another day with --effective.",
                )
            )
    known = request.announced or request.effective_from
    less = gives_less(request.effective_from, known, days, request.time_zone)
    if less and not late and request.earlier and not request.as_published:
        first_date = recordable(days_after(known, days, request.time_zone).astimezone(ZoneInfo(request.time_zone)))
        first_day = _first_day(first_date, request.time_zone)
        problems.append(
            _problem(
                "V404",
                where,
                f"a {kind} change needs {days} days' notice; {request.effective_from.isoformat()} gives less.",
                f"The first day that would do is {first_day}: write --effective {first_day}.",
            )
        )
    return problems


def _unseen(request: Dates) -> list[Problem]:
    """An announcement in the past, without a word on where visitors could read it then."""
    announced = request.announced
    if announced is None or not announced_unseen(announced, request.released, request.announced_because):
        return []
    message = f"it would have been announced on {announced.isoformat()}, before it is released."
    remedy = (
        'Say where readers could see it: --announced-because "It stood on …". Leave --announced out if they could not.'
    )
    return [_problem("V422", request.where, message, remedy, Severity.ERROR)]


def _first_day(instant: datetime, time_zone: str) -> str:
    """The first day that begins at an instant or after it, where the site is."""
    local = instant.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None)
    return (local.date() + timedelta(days=local.time() > time())).isoformat()


def _problem(code: str, where: Location, message: str, remedy: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(code=code, severity=severity, location=where, message=message, remedy=remedy)
