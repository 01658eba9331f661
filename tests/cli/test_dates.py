"""Dates as they are typed, and the one clock."""

from __future__ import annotations

from datetime import UTC, date, datetime

import click
import pytest
from inforce.cli.dates import WHEN, now
from inforce.errors import CannotContinue
from inforce.project.dates import When


def when(text: str) -> When:
    return WHEN.convert(text, None, None)


@pytest.mark.parametrize(
    ("text", "zone", "instant"),
    [
        ("2024-07-01", "Europe/Brussels", "2024-06-30T22:00:00+00:00"),
        ("2024-07-01", "Asia/Tokyo", "2024-06-30T15:00:00+00:00"),
        ("2024-07-01T12:00:00Z", "Europe/Brussels", "2024-07-01T12:00:00+00:00"),
        ("2024-07-01T12:00:00+02:00", "Asia/Tokyo", "2024-07-01T10:00:00+00:00"),
        ("2024-03-31", "Europe/Brussels", "2024-03-30T23:00:00+00:00"),
    ],
)
def test_a_date_begins_at_midnight_there_and_an_instant_is_itself(text: str, zone: str, instant: str) -> None:
    assert when(text).at(zone).astimezone(UTC).isoformat() == instant


def test_a_when_stays_one() -> None:
    found = when("2024-07-01")
    assert found == When(text="2024-07-01", day=date(2024, 7, 1), instant=None)
    assert WHEN.convert(found, None, None) is found


@pytest.mark.parametrize(
    "text", ["", "2024-02-30", "1 July 2024", "2024-7-1", "01/07/2024", "2024-07-01T12:00:00", "2024-07-01T25:00:00Z"]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(click.BadParameter):
        when(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("10/11/2026", "Write 2026-11-10 or 2026-10-11."),
        ("25.12.2026", "Write 2026-12-25."),
        ("5-5-2026", "Write 2026-05-05."),
        ("32/13/2026", "Write 2027-01-01 or"),
        ("1 March 2027", "year, month and day in figures"),
        ("2027-02-30", "is not a day of the calendar"),
        ("2027-03-01T00:00", "or a date alone"),
    ],
)
def test_what_it_may_have_been_meant_as(text: str, says: str) -> None:
    with pytest.raises(click.BadParameter, match=says.replace(".", r"\.")):
        when(text)


def test_a_date_in_a_zone_that_does_not_exist() -> None:
    with pytest.raises(CannotContinue, match="S113"):
        when("2024-07-01").at("Mars/Base")
    assert when("2024-07-01T12:00:00Z").at("Mars/Base") == datetime(2024, 7, 1, 12, tzinfo=UTC)


def test_the_clock_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704067200")
    assert now() == datetime(2024, 1, 1, tzinfo=UTC)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before = datetime.now(UTC).replace(microsecond=0)
    read = now()
    assert read.microsecond == 0
    assert before <= read <= datetime.now(UTC)


@pytest.mark.parametrize("epoch", ["", "soon", "1.5", "9" * 30])
def test_a_clock_set_to_nonsense(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(click.UsageError, match="SOURCE_DATE_EPOCH"):
        now()
