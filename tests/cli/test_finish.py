"""`inforce finish`: what it shows, and that it writes only when it is asked to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.living import data, note, run
from tests.sources import change, project, snapshot

NOTE = "policy_src/privacy/changes/plainer.md"
JUNE, LATER = "2024-06-01T09:00:00+00:00", "2024-06-01T09:00:01+00:00"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A second version was released, and its note was not taken away."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, note())
    run(place, "release", "--effective", "2024-09-01", "--yes", on=JUNE)
    change(place, note())
    return place


def test_a_dry_run_shows_what_is_left_and_writes_nothing(place: Path) -> None:
    before = snapshot(place)
    shown = run(place, "finish", "privacy", "--dry-run", on=JUNE)
    assert NOTE in shown.stdout
    assert f"hint V425 {NOTE}" in shown.stderr
    assert snapshot(place) == before


def test_the_plan_as_data_is_carried_out(place: Path) -> None:
    done = data(run(place, "finish", "--json", on=JUNE))
    assert (done["done"], done["writes"], done["removes"]) == (True, [], [NOTE])
    assert not (place / NOTE).exists()
    assert data(run(place, "finish", "--json", on=JUNE))["removes"] == []


def test_nothing_is_done_in_a_source_with_errors(place: Path) -> None:
    change(place, {"policy_src/privacy/en/retention.md": "<b>x</b>\n"})
    before = snapshot(place)
    run(place, "finish", "privacy", "--yes", on=JUNE, code=1)
    assert snapshot(place) == before


def test_an_amendment_tells_what_was_left_and_goes_on(place: Path) -> None:
    told = run(place, "amend", "privacy", "2", "withdrawal", "--reason", "because of it", "--yes", on=LATER)
    assert f"hint V425 {NOTE}" in told.stderr
    assert (place / NOTE).exists()
