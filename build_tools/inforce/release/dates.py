"""The dates of a release: announced before effective, none in the past, notice enough, no two at one instant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from inforce.model.config import Kind
from inforce.parse.version import ReleasedVersion
from inforce.problems import Location, Problem, Severity
from inforce.release.records import recordable


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The dates of a release, aware, and what they are held against. `where` is told as their place."""

    where: Location
    released: datetime
    announced: datetime
    effective_from: datetime
    time_zone: str
    earlier: Sequence[ReleasedVersion]
    as_published: bool


def refused_dates(request: Dates, kind: Kind, days: int) -> list[Problem]:
    """What is wrong with the dates of a release of this kind, which needs so many days of notice."""
    where = request.where
    problems: list[Problem] = []
    if request.effective_from < request.announced:
        problems.append(
            _problem(
                "V401",
                where,
                f"it would take effect on {request.effective_from.isoformat()}, "
                f"before it is announced on {request.announced.isoformat()}.",
                "Choose a later date with --effective, or an earlier one with --announced.",
            )
        )
    if request.as_published and request.released < request.announced:
        message = f"it was public already, but is announced only on {request.announced.isoformat()}."
        problems.append(_problem("V418", where, message, "Give the day it became public with --announced."))
    late = request.effective_from < request.announced  # the other rules would say the same again
    if not late and not request.as_published and request.earlier and request.effective_from < request.released:
        message = f"it would have been in force since {request.effective_from.isoformat()}, before it is released."
        remedy = "Choose a later date; a version that was public already is recorded with --as-published."
        problems.append(_problem("V418", where, message, remedy))
    for earlier in request.earlier:
        coming = earlier.version.effective_from
        if not late and coming is not None and coming > request.effective_from and earlier.version.withdrawn is None:
            problems.append(_overtaken(where, earlier.manifest.version, coming))
        if coming == request.effective_from:
            problems.append(
                _problem(
                    "V402",
                    where,
                    f"version {earlier.manifest.version} takes effect at the same instant.",
                    "Choose another instant with --effective.",
                )
            )
    first_date = _days_after(request.announced, days, request.time_zone)
    if not late and request.earlier and request.effective_from < first_date:
        first_day = _first_day(first_date, request.time_zone)
        problems.append(
            _problem(
                "V404",
                where,
                f"a {kind} change needs {days} days' notice; {request.effective_from.isoformat()} gives less.",
                f"The first instant that would do is {first_date.isoformat()}, the first whole day {first_day}: "
                f"write --effective {first_day}.",
                Severity.HINT if request.as_published else Severity.ERROR,
            )
        )
    return [*problems, *_elsewhere(request)]


def _elsewhere(request: Dates) -> list[Problem]:
    """An instant written for another zone, which is another day where the site is."""
    local = request.effective_from.astimezone(ZoneInfo(request.time_zone))
    day = request.effective_from.date().isoformat()
    if request.as_published or local.date().isoformat() == day:
        return []
    message = (
        f"{request.effective_from.isoformat()} is {local.isoformat()} in {request.time_zone}, where the site is: "
        f"pages and text will say {local.date().isoformat()}."
    )
    remedy = f"If the beginning of {day} there is meant, write --effective {day}."
    return [_problem("V421", request.where, message, remedy, Severity.HINT)]


def _days_after(instant: datetime, days: int, time_zone: str) -> datetime:
    """The same time of day so many days later, where the site is: a day of 23 or 25 hours is one day."""
    local = instant.astimezone(ZoneInfo(time_zone))
    later = local.replace(tzinfo=None) + timedelta(days=days)
    return recordable(later.replace(tzinfo=local.tzinfo))


def _first_day(instant: datetime, time_zone: str) -> str:
    """The first day that begins at an instant or after it, where the site is."""
    local = instant.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None)
    return (local.date() + timedelta(days=local.time() > time())).isoformat()


def _overtaken(where: Location, number: int, coming: datetime) -> Problem:
    return _problem(
        "V419",
        where,
        f"version {number} takes effect later, on {coming.isoformat()}, and will take this version's place.",
        f"If version {number} is not to come any more, withdraw it.",
        Severity.HINT,
    )


def _problem(code: str, where: Location, message: str, remedy: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(code=code, severity=severity, location=where, message=message, remedy=remedy)
