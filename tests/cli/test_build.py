"""`inforce build`: a folder replaced whole or left as it was; nothing done where nothing has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.living import run
from tests.sources import change, good, project, snapshot

EN = "policy_src/privacy/en/retention.md"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A project with a version released and its site built."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    run(place, "build", on="2024-04-01T00:00:00+00:00")
    return place


def built(place: Path, *arguments: str, code: int = 0, on: str = "2024-04-02T00:00:00+00:00") -> str:
    done = run(place, "build", *arguments, code=code, on=on)
    return done.stdout + done.stderr


def test_nothing_is_done_where_nothing_has_changed(place: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (place / "site").rglob("*")}
    assert "Nothing has changed since." in built(place)
    assert {path: path.stat().st_mtime_ns for path in (place / "site").rglob("*")} == before


def test_a_working_text_is_checked_and_not_published(place: Path) -> None:
    before = snapshot(place / "site")
    change(place, {EN: good(EN).replace("after its end", "after it ends")})
    assert "not published yet" in built(place)
    assert snapshot(place / "site") == before
    assert "Built " in built(place, "--drafts")
    assert snapshot(place / "site") != before


def test_a_site_touched_by_hand_is_built_again(place: Path) -> None:
    before = snapshot(place / "site")
    change(place, {"site/en/privacy/index.html": "defaced"})
    assert "Built " in built(place, on="2024-04-01T00:00:00+00:00")
    assert snapshot(place / "site") == before


def test_time_alone_builds_anew_when_a_version_changes_its_state(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert "Built " in built(place, on="2024-02-01T00:00:00+00:00")
    assert "Nothing has changed" in built(place, on="2024-02-02T00:00:00+00:00")
    assert "Built " in built(place, on="2024-03-02T00:00:00+00:00")


@pytest.mark.parametrize("changes", [{EN: good(EN) + "\n> quote\n"}, {"policy_src/site.yml": "name: [\n"}])
def test_with_a_problem_the_site_stays_as_it_was(place: Path, changes: dict[str, str]) -> None:
    before = snapshot(place / "site")
    change(place, changes)
    built(place, code=1)
    assert snapshot(place / "site") == before
    assert [path.name for path in place.iterdir() if path.name.startswith(".site")] == []


def test_a_folder_that_was_not_built_here_is_not_replaced(place: Path, tmp_path: Path) -> None:
    change(tmp_path / "mine", {"thesis.txt": "years of work"})
    built(place, "--output", str(tmp_path / "mine"), code=2)
    assert snapshot(tmp_path / "mine") == {"thesis.txt": b"years of work"}


def test_without_a_cache_none_is_left(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert "Built " in built(place, "--no-cache")
    assert not (place / ".cache").exists()
    assert "Built " in built(place, "--no-cache")
