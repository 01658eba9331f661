"""Change notes that a pull request makes lighter, or takes away while their change stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.problems import Severity

from tests.release.living import EN, note, run
from tests.rules.test_frozen_notes import NOTE, on_main, release
from tests.sources import change, good, problems, project

RENAMED = NOTE.replace("plainer", "other")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A change with its note, which is material, in the base branch."""
    found = project(tmp_path)
    on_main(found, note("material")[NOTE])
    return found


def told(place: Path) -> list[str]:
    found = [one for one in problems(place) if one.code == "T112"]
    assert all(one.severity is Severity.HINT for one in found)
    return [f"{one.location.file.rpartition('/')[2]}: {one.message}" for one in found]


def test_a_note_as_it_was_or_heavier(place: Path) -> None:
    assert told(place) == []
    change(place, {NOTE: note("material")[NOTE].replace("Plainer", "Much plainer")})
    assert told(place) == [], "its words are seen as they are"
    change(place, {NOTE: None, RENAMED: note("material")[NOTE]})
    assert told(place) == [], "another name"


@pytest.mark.parametrize("path", [NOTE, RENAMED])
@pytest.mark.parametrize("kind", ["clarification", "correction"])
def test_a_note_made_lighter(place: Path, path: str, kind: str) -> None:
    change(place, {NOTE: None})
    change(place, {path: note(kind)[NOTE]})
    (message,) = told(place)
    assert message.startswith(f"{Path(path).name}: the base branch calls this change material, and here it is a {kind}")
    assert "Plainer words." in message


def test_a_note_deleted_while_its_change_stays(place: Path) -> None:
    change(place, {NOTE: None})
    (message,) = told(place)
    assert message.startswith("plainer.md: this note of a material change is in the base branch and is gone here")
    assert "Plainer words." in message
    change(place, {f"{EN}/general.md": good(f"{EN}/general.md")})
    run(place, "sync", "privacy", "fr")
    assert told(place) == [], "the change is taken back too"


def test_a_note_that_was_released_is_not_gone(place: Path) -> None:
    release(place)
    assert told(place) == []


def test_a_correction_is_taken_away_once_it_is_made(tmp_path: Path) -> None:
    found = project(tmp_path)
    on_main(found, note("correction")[NOTE])
    change(found, {NOTE: None})
    assert told(found) == []
