"""Dates and instants as they are typed, and the one place that reads the clock."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from inforce.errors import CannotContinue
from inforce.problems import Location, Problem, Severity
from inforce.rules.record_dates import FEW_MINUTES
from inforce.storage.history import newest_commit
from inforce.storage.tree import SOURCE


def now() -> datetime:
    """The instant of this run, in UTC, to the second. SOURCE_DATE_EPOCH (seconds since 1970), if set, is taken."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise click.UsageError(f'SOURCE_DATE_EPOCH is "{epoch}"; it must be whole seconds since 1970.') from None
    return datetime.now(UTC).replace(microsecond=0)


def recording() -> datetime:
    """The instant at which a record is made: that of this run. Raises UsageError where SOURCE_DATE_EPOCH lies ahead of
    this machine's clock: the check would refuse the record until then."""
    at, clock = now(), datetime.now(UTC)
    if at > clock + FEW_MINUTES:
        raise click.UsageError(
            f"SOURCE_DATE_EPOCH is {at.isoformat()}, and this machine's clock says "
            f"{clock.isoformat(timespec='seconds')}. Records are made at the time it is: "
            "unset it, or set the clock right."
        )
    return at


def latest() -> datetime:
    """The later of this run's instant and the machine's own clock: what lies beyond both is still to come."""
    return max(now(), datetime.now(UTC))


def last_commit(root: Path) -> tuple[datetime | None, list[Problem]]:
    """When the newest commit that the project stands on was made, if git knows; and the commits that cannot be of that
    time: dated more than a day ahead of this machine's own clock. No record waits until then."""
    found = newest_commit(root, clock=datetime.now(UTC))
    if found is None:
        return None, []
    doubts = [
        Problem(
            code="V423",
            severity=Severity.HINT,
            location=Location(file=SOURCE),
            message=f"commit {commit.name} is dated {commit.at.isoformat()}, over a day ahead of this machine's clock.",
            remedy="No record waits for that date: this command passes over the commit, and inforce check takes it as "
            "made now. If the clock of this machine is wrong, set it right.",
        )
        for commit in found.ahead
    ]
    return found.at, doubts


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
            problem = Problem(
                code="S113",
                severity=Severity.ERROR,
                location=Location(file=f"{SOURCE}/site.yml"),
                message=f'"{time_zone}" is not a known time zone, so the date {self.text} cannot be placed.',
                remedy="Use a name such as Europe/Brussels.",
            )
            raise CannotContinue([problem]) from None
        assert self.day is not None
        return datetime.combine(self.day, time(), zone)


class WhenType(click.ParamType[When]):
    """`2027-01-01`, or RFC 3339 with its offset: `2027-01-01T12:00:00+01:00`."""

    name = "date or instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """A When from what was typed."""
        if isinstance(value, When):
            return value
        try:
            if len(value) == 10:
                return When(text=value, day=date.fromisoformat(value), instant=None)
            instant = datetime.fromisoformat(value)
        except ValueError:
            self.fail(_not_a_date(value))
        if instant.tzinfo is None:
            self.fail(
                f'"{value}" lacks its offset; write {value}Z or {value}+01:00, or a date alone for its first instant.'
            )
        return When(text=value, day=None, instant=instant)


class DayType(click.ParamType[When]):
    """`2027-01-01`: a version begins to hold, or ceases to, with a day, as its text can only name one."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """A When from what was typed."""
        when = WHEN.convert(value, param, ctx)
        if when.day is None:
            self.fail(
                f'"{value}" names an hour. What takes effect does so at the beginning of a day, where the site is: '
                f"write {when.text[:10]}."
            )
        return when


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


WHEN = WhenType()
DAY = DayType()
