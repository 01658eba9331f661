"""What has been recorded about a version since its release, as pages tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from inforce.model.version import AmendmentType, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """An amendment. Instants are local to the version's zone."""

    type: AmendmentType
    recorded: datetime
    reason: str
    languages: tuple[str, ...]
    """Those it adds or corrects, in the site's order; none for an amendment that touches all."""
    before: datetime | None = None
    after: datetime | None = None
    """Of a postponement: when the version was to take effect, and when it takes effect now. Of a withdrawal: `after`
    is when it no longer applies."""


def amended(version: Version, order: tuple[str, ...]) -> Iterator[Amended]:
    """Each amendment of a version, the oldest first. `order` is that of the site's languages."""
    zone = ZoneInfo(version.time_zone)
    effective = version.first_effective
    for each in version.amendments:
        moved = each.type is AmendmentType.POSTPONEMENT
        own = set(each.languages) | (set() if moved else set(each.digests))
        yield Amended(
            type=each.type,
            recorded=each.recorded.astimezone(zone),
            reason=each.reason,
            languages=tuple(sorted(own, key=lambda name: (order.index(name) if name in order else len(order), name))),
            before=effective.astimezone(zone) if moved and effective else None,
            after=each.effective_from.astimezone(zone) if each.effective_from else None,
        )
        if moved:
            effective = each.effective_from


def touching(version: Version, language: str, order: tuple[str, ...]) -> Iterator[Amended]:
    """The amendments that touch an edition: a translation its own language, a correction those whose words it
    changes, the others all."""
    return (each for each in amended(version, order) if not each.languages or language in each.languages)
