"""Where a version stands, now and at every later instant that is known already.

A page carries one notice for each, and a small script shows the one that the clock asks for, so that a scheduled
version comes into force in a site that nobody rebuilt. What a version's page says depends on its own state only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from inforce.timeline import Span, Status, Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time in which a version was in force, over by now. Instants are local to the version's zone."""

    start: datetime
    end: datetime

    @property
    def last(self) -> date:
        """The last day of it."""
        return last_day(self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionStatus:
    """The state of a version in a stretch of time. Dates are local to the version's zone.

    `date` is what the state dates from (or, of an announced version, when it takes effect). `start` and `end` bound
    the stretch (None: from the beginning, for good); `now` marks the one that holds as the page is written.
    """

    status: Status
    date: datetime | None
    start: datetime | None
    end: datetime | None
    now: bool
    elsewhere: bool
    """Whether another version is in force in this stretch."""
    successor: int | None = None
    """Of a version that was superseded, or withdrawn while in force: the one that took its place."""
    next_version: int | None = None
    next_date: datetime | None = None
    """Of a version in force: what follows it, and when. A date without a version: it ends with nothing after it."""
    returns: bool = False
    """Whether what follows was in force before: this version is withdrawn, and the earlier one applies again."""
    back_after: int | None = None
    """Of a version in force again: the later one whose withdrawal brought it back."""
    never: bool = False
    """Whether it is withdrawn before it could take effect; `date` is then that of the withdrawal."""
    stretches: tuple[Stretch, ...] = ()
    """When it was in force before."""


def standings(timeline: Timeline, number: int, as_of: datetime, zone: ZoneInfo) -> tuple[VersionStatus, ...]:
    """Every state of a version from `as_of` on."""
    cuts = [as_of, *(span.start for span in timeline.spans() if span.start and span.start > as_of)]
    term = timeline.term(number)
    for instant in (term.effective_from, term.withdrawn):
        if instant is not None and instant > as_of:
            cuts.append(instant)
    found: list[VersionStatus] = []
    for at in sorted(set(cuts)):
        state = _standing(timeline, number, at, zone)
        if found and state == replace(found[-1], start=None, now=False):
            continue
        if found:
            found[-1] = replace(found[-1], end=at.astimezone(zone))
            state = replace(state, start=at.astimezone(zone))
        found.append(replace(state, now=not found))
    return tuple(found)


def last_day(end: datetime) -> date:
    """The last day of a time that ends at an instant: the day before, where that is a midnight."""
    return end.date() - timedelta(days=1) if end.time() == time(0) else end.date()


def draft_standing(elsewhere: bool) -> VersionStatus:
    """The one state of a draft."""
    return VersionStatus(status=Status.DRAFT, date=None, start=None, end=None, now=True, elsewhere=elsewhere)


def _standing(timeline: Timeline, number: int, at: datetime, zone: ZoneInfo) -> VersionStatus:
    status = timeline.status(number, at)
    term = timeline.term(number)
    current = timeline.in_force_at(at)
    spans = timeline.spans()
    date: datetime | None = term.effective_from
    successor = following = ending = back_after = None
    returns = False
    never = term.withdrawn is not None and term.withdrawn <= term.effective_from
    if status is Status.WITHDRAWN or never:
        date = term.withdrawn
        successor = _version_from(spans, date)
    elif status is Status.SUPERSEDED:
        date = max((span.end for span in spans if span.version == number and span.end and span.end <= at), default=None)
        successor = _version_from(spans, date)
    elif status is Status.IN_FORCE:
        here = next(i for i, s in enumerate(spans) if (not s.start or s.start <= at) and (not s.end or at < s.end))
        before, span = spans[:here], spans[here]
        date, ending = span.start, span.end
        following = _version_from(spans, ending)
        back_after = before[-1].version if number in _numbers(before) else None
        returns = following is not None and following in _numbers(before)
    return VersionStatus(
        status=status,
        date=date.astimezone(zone) if date else None,
        start=None,
        end=None,
        now=False,
        elsewhere=current is not None and current.version != number,
        successor=successor,
        next_version=following,
        next_date=ending.astimezone(zone) if ending else None,
        returns=returns,
        back_after=back_after,
        never=never,
        stretches=tuple(
            Stretch(start=span.start.astimezone(zone), end=span.end.astimezone(zone))
            for span in spans
            if span.version == number and span.start and span.end and span.end <= at
        ),
    )


def _numbers(spans: tuple[Span, ...]) -> set[int | None]:
    return {span.version for span in spans}


def _version_from(spans: tuple[Span, ...], start: datetime | None) -> int | None:
    return next((span.version for span in spans if span.start == start), None) if start else None
