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
from inforce.problems import Location, Problem, problem
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
        found.append(
            problem("V408", where, "newest record", when=at.isoformat(), newest=newest.isoformat(), remedy=remedy)
        )
    if committed is not None and at < committed:
        found.append(
            problem("V408", where, "newest commit", when=at.isoformat(), committed=committed.isoformat(), remedy=remedy)
        )
    return found


def refused_dates(request: Dates, kind: Kind, days: int) -> list[Problem]:
    """What is wrong with the dates of a release of this kind, which needs so many days of notice."""
    where = request.where
    problems: list[Problem] = []
    # Where it is late, the other rules would say the same again.
    late = request.announced is not None and request.effective_from < request.announced
    if late and request.announced is not None:
        problems.append(
            problem(
                "V401",
                where,
                "release",
                effective_from=request.effective_from.isoformat(),
                announced=request.announced.isoformat(),
            )
        )
    problems.extend(_unseen(request))
    if request.earlier and not request.as_published:
        early = too_early(request.announced, request.earlier[-1].manifest)
        problems.extend(problem("V422", where, "after another", message=message) for message in early)
    if request.as_published and not late:
        others = [one.manifest for one in request.earlier]
        problems.extend(
            problem("V418", where, "as published", message=message)
            for message in late_as_published(request.released, request.announced, request.effective_from, others)
        )
    if not late and not request.as_published and request.effective_from < request.released:
        problems.append(problem("V418", where, "past", effective_from=request.effective_from.isoformat()))
    for earlier in request.earlier:
        coming = earlier.version.effective_from
        if coming == request.effective_from:
            problems.append(problem("V402", where, "release", version=earlier.manifest.version))
    known = request.announced or request.effective_from
    less = gives_less(request.effective_from, known, days, request.time_zone)
    if less and not late and request.earlier and not request.as_published:
        first_date = recordable(days_after(known, days, request.time_zone).astimezone(ZoneInfo(request.time_zone)))
        first_day = _first_day(first_date, request.time_zone)
        problems.append(
            problem(
                "V404",
                where,
                "release",
                kind=kind,
                days=days,
                effective_from=request.effective_from.isoformat(),
                first_day=first_day,
            )
        )
    return problems


def _unseen(request: Dates) -> list[Problem]:
    """An announcement in the past, without a word on where visitors could read it then."""
    announced = request.announced
    if announced is None or not announced_unseen(announced, request.released, request.announced_because):
        return []
    return [problem("V422", request.where, "unseen", announced=announced.isoformat())]


def _first_day(instant: datetime, time_zone: str) -> str:
    """The first day that begins at an instant or after it, where the site is."""
    local = instant.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None)
    return (local.date() + timedelta(days=local.time() > time())).isoformat()
