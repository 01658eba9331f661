"""`inforce build`: a folder replaced whole or left as it was; nothing done where nothing has changed."""

from __future__ import annotations

import ctypes
import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from inforce.storage.cache import cache_folder, forget

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


@pytest.mark.parametrize("changes", [{EN: good(EN) + "\n***\n"}, {"policy_src/site.yml": "name: [\n"}])
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


def test_nothing_is_remembered_in_the_project(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    before = {path: path.stat().st_mtime_ns for path in (place, *place.rglob("*"))}
    assert "Built " in built(place, "--output", str(tmp_path / "elsewhere"))
    assert {path: path.stat().st_mtime_ns for path in (place, *place.rglob("*"))} == before
    assert "Nothing has changed" in built(place, "--output", str(tmp_path / "elsewhere"))


def test_a_committed_cache_writes_no_page(place: Path) -> None:
    """One as earlier versions kept in the project, with words of somebody else's under every key."""
    before = snapshot(place / "site")
    folder = cache_folder(place)
    assert folder is not None
    for kept in folder.glob("texts-*.sqlite"):
        change(place, {f".cache/inforce/{kept.name}": kept.read_bytes()})
        with sqlite3.connect(place / ".cache/inforce" / kept.name) as base:
            for key, _ in base.execute("SELECT key, text FROM texts").fetchall():
                digest = hashlib.sha256(f"{key}\0forged".encode()).digest()[:8]
                base.execute("UPDATE texts SET text = 'forged', digest = ? WHERE key = ?", (digest, key))
        base.close()
    assert (place / ".cache/inforce").is_dir()
    forget(place)
    assert "Built " in built(place, on="2024-04-01T00:00:00+00:00")
    assert snapshot(place / "site") == before


def test_a_cache_in_the_project_is_refused(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INFORCE_CACHE", str(place / ".cache"))
    assert "INFORCE_CACHE" in built(place, code=2)
    assert "Built " in built(place, "--no-cache")


def test_without_a_cache_none_is_left(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert "Built " in built(place, "--no-cache")
    folder = cache_folder(place)
    assert folder is not None
    assert not folder.exists()
    assert "Built " in built(place, "--no-cache")


def bound_by_permissions() -> None:
    """Let root, too, write only where it may: CAP_DAC_OVERRIDE is dropped for the program that starts next."""
    if os.geteuid() == 0:
        assert ctypes.CDLL(None).prctl(24, 1, 0, 0, 0) == 0  # PR_CAPBSET_DROP: linux/prctl.h


def test_a_project_that_cannot_be_written_is_built_elsewhere(tmp_path: Path) -> None:
    """With no folder for a cache either."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    folders = [place, *(path for path in place.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    command = [sys.executable, "-m", "inforce", "--project", str(place), "build"]
    environment = {**os.environ, "INFORCE_CACHE": str(tmp_path / "project.txt/no/folder")}
    (tmp_path / "project.txt").touch()

    def ends(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [*command, *arguments], env=environment, preexec_fn=bound_by_permissions, capture_output=True, text=True
        )
        return done.returncode, done.stderr

    try:
        assert ends("--output", str(tmp_path / "site")) == (0, "")
        assert (tmp_path / "site/en/privacy/v1/index.html").is_file()
        code, said = ends()
        assert code == 1
        assert "Permission denied" in said
        assert "Traceback" not in said
    finally:
        for folder in folders:
            folder.chmod(0o755)


def test_an_icon_of_the_companys_own_takes_the_place_of_ours(place: Path) -> None:
    icon = place / "site/favicon.ico"
    ours = icon.read_bytes()
    assert ours.startswith(b"\0\0\1\0")
    change(place, {"docs/favicon.ico": b"their own"})
    assert "Built " in built(place)
    assert icon.read_bytes() == b"their own"
    change(place, {"docs/favicon.ico": None})
    assert "Built " in built(place)
    assert icon.read_bytes() == ours
