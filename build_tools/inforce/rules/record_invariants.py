"""What holds of every record, whether a command is about to write it or somebody wrote it by hand: each is stated here,
once.

`release` plans nothing that breaks one, and says what to do instead. The check says of a record that breaks one that no
command wrote it so (`rules.records`, `rules.record_dates`): it may be past mending, and has other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from inforce.model.config import ChangeNote, Kind
from inforce.model.version import Manifest
from inforce.reader.records.state import State
from inforce.rules.languages import known_zone

YEARS = range(1900, 9000)
"""Years that every zone, calendar and page can show."""
FEW_MINUTES = timedelta(minutes=5)
"""Clocks of two machines differ by no more, and a command takes no longer."""
MOST_YEARS = 10
"""No amendment puts off or ends a version later than so many years from now: that would be a slip, or a ruse."""


# ---- releases


def kind_by_notes(notes: Iterable[ChangeNote], *, first: bool) -> Kind:
    """The weightiest kind among the notes. A first version is new to everyone, so it is material."""
    return Kind.MATERIAL if first or any(note.kind is Kind.MATERIAL for note in notes) else Kind.CLARIFICATION


def announced_unseen(announced: datetime, released: datetime, because: str | None) -> bool:
    """Whether it says that it was announced before its release, and not where readers could see it."""
    return announced < released - FEW_MINUTES and because is None


def gives_less(effective_from: datetime, announced: datetime, days: int, time_zone: str) -> bool:
    """Whether so early a day gives less notice than so many days."""
    return effective_from < days_after(announced, days, time_zone)


def local_day(instant: datetime, time_zone: str) -> date | None:
    """The day that an instant of a record falls on, where its site is. None where a record can't be shown anywhere:
    its year or its zone is told where records are checked."""
    if instant.year not in YEARS or not known_zone(time_zone):
        return None
    return instant.astimezone(ZoneInfo(time_zone)).date()


def too_early(announced: datetime | None, follows: Manifest) -> Iterator[str]:
    """Why a version cannot have been announced so early: before the one that it `follows` could be read."""
    first = min(follows.announced or follows.effective_from, follows.released)
    if announced is not None and announced < first:
        yield (
            f"it is announced on {announced.isoformat()}, before the version that it follows could be read, from "
            f"{first.isoformat()} on."
        )


def late_as_published(
    released: datetime, announced: datetime | None, effective_from: datetime, earlier: Sequence[Manifest]
) -> Iterator[str]:
    """Why a version cannot have been public before it was recorded."""
    if announced is not None and announced > released:
        yield f"it was public already, but is announced only on {announced.isoformat()}."
    first = min((one.released for one in earlier), default=released)
    if effective_from > first:
        yield (
            f"it was public already, but takes effect only on {effective_from.isoformat()}, after the policy's first "
            f"record of {first.isoformat()}."
        )
    own = min((one.effective_from for one in earlier if one.as_published is None), default=None)
    if own is not None and effective_from > own:
        yield f"it was public already, but takes effect after a version that Inforce released, on {own.isoformat()}."


def days_after(instant: datetime, days: int, time_zone: str) -> datetime:
    """The same time of day so many days later, where the site is: a day of 23 or 25 hours is one day."""
    local = instant.astimezone(ZoneInfo(time_zone))
    later = (local.replace(tzinfo=None) + timedelta(days=days)).replace(tzinfo=local.tzinfo)
    return later.astimezone(ZoneInfo("UTC"))


# ---- amendments; `before` is the state that one changes


def at_one_instant(recorded: datetime, before: State) -> bool:
    """Whether it is recorded in the second of the record it follows: each holds from its instant on."""
    return recorded == before.at


def moves_forward(effective_from: datetime | None, before: State) -> bool:
    """Whether a postponement gives a later date than the version has."""
    return effective_from is not None and effective_from > before.effective_from


def in_force_already(recorded: datetime, before: State) -> bool:
    """Whether a postponement comes after the version has taken effect: what has happened cannot be postponed."""
    return recorded >= before.effective_from


def begins_in_the_past(effective_from: datetime | None, recorded: datetime) -> bool:
    """Whether a withdrawal says that the version ended before anybody said so."""
    return effective_from is not None and effective_from < recorded


def there_already(languages: Iterable[str], before: State) -> list[str]:
    """The languages of a translation in which the version has an edition."""
    return [language for language in languages if language in before.languages]


def too_late(effective_from: datetime | None, recorded: datetime) -> Iterator[str]:
    """Why no amendment that is recorded then takes effect so late."""
    if effective_from is not None and effective_from.year > recorded.year + MOST_YEARS:
        yield f"it takes effect on {effective_from.isoformat()}, more than {MOST_YEARS} years after it is recorded."
