"""The notices of a version's page: where it stands, now and later, and the way on from there.

A page that nobody rebuilt must not lead to what was in force when it was made. So the page that moves with the version
in force names, for each later stretch of time, the version that is in force then; a version's own page, which knows its
own state only, names its successor, and calls it by its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from inforce.publication import PublishedPolicy, ReadVersion
from inforce.site import urls
from inforce.site.version_status import VersionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A state as the page tells it, and the way on from there ('' for none)."""

    standing: VersionStatus
    way: str
    named: int | None
    """The version that `way` leads to, where it can't be said to be in force for as long as the state lasts."""
    next_way: str


def notices(
    policy: PublishedPolicy,
    published: ReadVersion,
    states: Sequence[VersionStatus],
    language: str,
    url: str,
    *,
    moving: bool,
) -> tuple[Notice, ...]:
    """The notices of a version's page at `url`. `states` are those of the version; `moving`: on the page that moves."""

    def way(version: int | None) -> str:
        return "" if version is None else urls.relative(url, urls.version(language, policy.id, version))

    def told(state: VersionStatus, there: str, named: int | None = None) -> Notice:
        return Notice(standing=state, way=there, named=named, next_way=way(state.next_version))

    def each(state: VersionStatus) -> Iterator[Notice]:
        if moving and not state.now:
            yield from (told(part, way(version)) for part, version in _parts(policy, published, state))
        elif state.successor is not None and not state.now:
            yield told(state, way(state.successor), state.successor)
        else:
            yield told(state, urls.relative(url, urls.in_force(language, policy.id)) if state.elsewhere else "")

    return tuple(notice for state in states for notice in each(state))


def _parts(
    policy: PublishedPolicy, published: ReadVersion, state: VersionStatus
) -> Iterator[tuple[VersionStatus, int | None]]:
    """A later state cut where another version comes into force, each part with the version that is in force in it."""
    assert state.start is not None, "it is a later one"
    zone = ZoneInfo(published.version.time_zone)
    for span in policy.timeline.spans_from(state.start):
        if state.end is not None and span.start is not None and span.start >= state.end:
            return
        start = state.start if span.start is None else span.start.astimezone(zone)
        end = state.end if span.end is None or (state.end and state.end < span.end) else span.end.astimezone(zone)
        yield replace(state, start=start, end=end), span.version
