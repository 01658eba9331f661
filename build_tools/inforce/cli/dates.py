"""Dates and instants as options of the command line, and when the newest commit was made."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from inforce.problems import Problem, problem
from inforce.project import dates
from inforce.project.dates import When, WrongDate, when
from inforce.rules.record_invariants import FEW_MINUTES
from inforce.storage.history import newest_commit
from inforce.storage.tree import SOURCE


def now() -> datetime:
    """The instant of this run, in UTC, to the second. Raises UsageError for a SOURCE_DATE_EPOCH that is none."""
    try:
        return dates.now()
    except WrongDate as wrong:
        raise click.UsageError(str(wrong)) from None


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
    doubts = [problem("V423", SOURCE, commit=commit.name, when=commit.at.isoformat()) for commit in found.ahead]
    return found.at, doubts


class WhenType(click.ParamType[When]):
    """`2027-01-01`, or RFC 3339 with its offset: `2027-01-01T12:00:00+01:00`."""

    name = "date or instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """A When from what was typed."""
        if isinstance(value, When):
            return value
        try:
            return when(value)
        except WrongDate as wrong:
            self.fail(str(wrong))


class DayType(click.ParamType[When]):
    """`2027-01-01`: a version begins to hold, or ceases to, with a day, as its text can only name one."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """A When from what was typed."""
        given = WHEN.convert(value, param, ctx)
        if given.day is None:
            self.fail(
                f'"{value}" names an hour. What takes effect does so at the beginning of a day, where the site is: '
                f"write {given.text[:10]}."
            )
        return given


WHEN = WhenType()
DAY = DayType()
