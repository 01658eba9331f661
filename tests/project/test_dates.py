"""Dates as they are given, wherever that is, and the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from inforce.project.dates import WrongDate, latest, now, when


def test_a_day_begins_in_the_zone_that_it_is_placed_in() -> None:
    assert when("2024-07-01").at("Asia/Tokyo").astimezone(UTC).isoformat() == "2024-06-30T15:00:00+00:00"
    assert when("2024-07-01T12:00:00+02:00").at("Asia/Tokyo").astimezone(UTC).hour == 10


@pytest.mark.parametrize("text", ["", "2024-02-30", "1 July 2024", "2024-07-01T12:00:00"])
def test_what_is_none_says_what_to_write(text: str) -> None:
    with pytest.raises(WrongDate, match=r"2027|offset"):
        when(text)


def test_the_clock_can_be_set_and_not_to_nonsense(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1711929600")
    assert now() == datetime(2024, 4, 1, tzinfo=UTC)
    assert latest() - now() > timedelta(days=1), "a machine's clock is later than that"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(WrongDate, match="whole seconds"):
        now()
