"""Dates and instants as they are given, and the one place that reads the clock."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from inforce.errors import CannotContinue
from inforce.problems import problem
from inforce.storage.tree import SOURCE


class WrongDate(ValueError):
    """What was given as a date, an instant or a clock is none; the message says why."""


def now() -> datetime:
    """The instant of this run, in UTC, to the second. SOURCE_DATE_EPOCH (seconds since 1970), if set, is taken. Raises
    WrongDate where that is no number of seconds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise WrongDate(f'SOURCE_DATE_EPOCH is "{epoch}"; it must be whole seconds since 1970.') from None
    return datetime.now(UTC).replace(microsecond=0)


def latest() -> datetime:
    """The later of this run's instant and the machine's own clock: what lies beyond both is still to come. Raises
    WrongDate, as `now` does."""
    return max(now(), datetime.now(UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date or an instant, as given. A date means the start of that day in the site's time zone."""

    text: str
    day: date | None
    instant: datetime | None

    def at(self, time_zone: str) -> datetime:
        """The instant. Raises CannotContinue where a date stands in a zone that does not exist."""
        if self.instant is not None:
            return self.instant
        try:
            zone = ZoneInfo(time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            unknown = problem("S113", f"{SOURCE}/site.yml", "date", time_zone=time_zone, date=self.text)
            raise CannotContinue([unknown]) from None
        assert self.day is not None
        return datetime.combine(self.day, time(), zone)


def when(text: str) -> When:
    """`2027-01-01`, or RFC 3339 with its offset: `2027-01-01T12:00:00+01:00`. Raises WrongDate."""
    try:
        if len(text) == 10:
            return When(text=text, day=date.fromisoformat(text), instant=None)
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise WrongDate(_not_a_date(text)) from None
    if instant.tzinfo is None:
        raise WrongDate(
            f'"{text}" lacks its offset; write {text}Z or {text}+01:00, or a date alone for its first instant.'
        )
    return When(text=text, day=None, instant=instant)


def _not_a_date(value: str) -> str:
    """Why a text is no date or instant, and what it may have been meant as."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return f'"{value}" is not a day of the calendar; write 2027-01-01 or 2027-01-01T12:00:00+01:00.'
    meant: list[str] = []
    if found := re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})", value.strip()):
        first, second, year = (int(part) for part in found.groups())
        for day, month in dict.fromkeys(((first, second), (second, first))):
            try:
                meant.append(date(year, month, day).isoformat())
            except ValueError:
                continue
    instead = " or ".join(meant) or "2027-01-01 or 2027-01-01T12:00:00+01:00"
    return f'"{value}" is not written as a date: year, month and day in figures. Write {instead}.'
