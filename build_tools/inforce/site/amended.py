"""What has been recorded about a version since its release, as pages tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from inforce.model.version import AmendmentType
from inforce.publication import PublishedVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """An amendment. Instants are local to the version's zone."""

    type: AmendmentType
    recorded: datetime
    reason: str
    languages: tuple[str, ...]
    """Those it adds or corrects, in the site's order; none for an amendment that touches all."""
    revisions: tuple[tuple[str, int], ...] = ()
    """(language, number) of each revision that it made, in the site's order."""
    before: datetime | None = None
    after: datetime | None = None
    """Of a postponement: when the version was to take effect, and when it takes effect now. Of a withdrawal: `after`
    is when it no longer applies."""

    def revision(self, language: str) -> int | None:
        """The revision of an edition that it made, if it made one."""
        return dict(self.revisions).get(language)


def amended(published: PublishedVersion, order: tuple[str, ...]) -> Iterator[Amended]:
    """Each amendment of a version, the oldest first. `order` is that of the site's languages."""
    version = published.version
    zone = ZoneInfo(version.time_zone)
    effective: datetime | None = version.first_effective
    for each in version.amendments:
        moved = each.type is AmendmentType.POSTPONEMENT
        made = {
            language: revision.number
            for language, revisions in published.revisions.items()
            for revision in revisions
            if revision.amendment is each
        }
        ordered = sorted(made.items(), key=lambda one: (order.index(one[0]) if one[0] in order else len(order), one))
        yield Amended(
            type=each.type,
            recorded=each.recorded.astimezone(zone),
            reason=each.reason,
            languages=() if moved else tuple(language for language, _ in ordered),
            revisions=tuple(ordered),
            before=effective.astimezone(zone) if moved and effective else None,
            after=each.effective_from.astimezone(zone) if each.effective_from else None,
        )
        if moved:
            effective = each.effective_from


def touching(published: PublishedVersion, language: str, order: tuple[str, ...]) -> Iterator[Amended]:
    """The amendments that touch an edition: those that made a revision of it, and what was done to the whole version,
    though the edition may not have been there then."""
    whole = (AmendmentType.POSTPONEMENT, AmendmentType.WITHDRAWAL)
    return (each for each in amended(published, order) if each.revision(language) or each.type in whole)
