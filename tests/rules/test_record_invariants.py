"""What holds of every record: what the commands refuse to write, and the check to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.model.config import ChangeNote, Kind
from inforce.reader.records.state import State
from inforce.rules.record_invariants import (
    FEW_MINUTES,
    announced_unseen,
    at_one_instant,
    begins_in_the_past,
    days_after,
    gives_less,
    in_force_already,
    kind_by_notes,
    moves_forward,
    there_already,
)

from tests.release.living import run
from tests.sources import project

SECOND = timedelta(seconds=1)
ON = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def state(tmp_path: Path) -> State:
    """A version in force since ON, recorded a day before."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    (released,) = open_here(place).project.policies[0].released
    return replace(released.history[0], at=ON - timedelta(days=1), effective_from=ON)


def test_days_are_counted_where_the_site_is() -> None:
    """30 days from midnight on 15 March end at midnight on 14 April, though one of them has 23 hours."""
    start = datetime.fromisoformat("2024-03-15T00:00:00+01:00")
    assert days_after(start, 30, "Europe/Brussels") == datetime.fromisoformat("2024-04-14T00:00:00+02:00")


@pytest.mark.parametrize(("early", "less"), [(timedelta(), False), (SECOND, True)])
def test_notice_is_enough_to_the_second(early: timedelta, less: bool) -> None:
    assert gives_less(days_after(ON, 30, "Europe/Brussels") - early, ON, 30, "Europe/Brussels") is less


def test_an_announcement_in_the_past_says_where_it_could_be_seen() -> None:
    assert not announced_unseen(ON - FEW_MINUTES, ON, None)
    assert announced_unseen(ON - FEW_MINUTES - SECOND, ON, None)
    assert not announced_unseen(ON - FEW_MINUTES - SECOND, ON, "It hung on the door.")


def test_a_first_version_is_material_and_others_are_what_their_notes_say() -> None:
    notes = [ChangeNote(slug=kind.value, kind=kind, text={"en": "x"}) for kind in (Kind.CLARIFICATION, Kind.MATERIAL)]
    assert kind_by_notes([], first=True) is Kind.MATERIAL
    assert kind_by_notes(notes[:1], first=False) is Kind.CLARIFICATION
    assert kind_by_notes(notes, first=False) is Kind.MATERIAL


def test_a_record_holds_from_its_instant_on(state: State) -> None:
    assert at_one_instant(state.at, state)
    assert not at_one_instant(state.at + SECOND, state)


def test_a_postponement_moves_a_date_that_has_not_come(state: State) -> None:
    assert not moves_forward(None, state)
    assert not moves_forward(ON, state)
    assert moves_forward(ON + SECOND, state)
    assert in_force_already(ON, state)
    assert not in_force_already(ON - SECOND, state)


def test_a_withdrawal_begins_as_it_is_recorded_or_later() -> None:
    assert not begins_in_the_past(None, ON)
    assert not begins_in_the_past(ON, ON)
    assert begins_in_the_past(ON - SECOND, ON)


def test_a_translation_is_into_languages_that_are_not_there(state: State) -> None:
    assert there_already(["de", "fr"], state) == ["fr"]
