"""Frozen files that git wrote with the line ends of Windows: one message, whose cure works."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from git import Repo

from tests.built.building import ROOT
from tests.release.living import V, note, run
from tests.sources import change, problems, project, told

FIRST = f"{V}/1/en/general.md"


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """Two versions on main, committed by somebody whose git changes no line ends."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, note())
    run(place, "release", "--effective", "2024-06-01", "--yes", on="2024-04-01T09:00:00+00:00")
    with Repo.init(place, initial_branch="main") as repo:
        repo.git.add(all=True)
        repo.git.commit("-m", "released")
    return place


def on_windows(origin: Path) -> Path:
    """A clone by a git that writes text with CR LF."""
    place = origin.with_name("clone")
    Repo.clone_from(
        str(origin), place, multi_options=["--config core.autocrlf=true"], allow_unsafe_options=True
    ).close()
    return place


def test_changed_line_ends_are_told_once_and_the_cure_works(origin: Path) -> None:
    place = on_windows(origin)
    assert b"\r\n" in (place / FIRST).read_bytes()
    (problem,) = problems(place)
    assert told((problem,)) == [f"D113 {FIRST}"]
    assert str(problem.severity) == "error"
    _, _, command = problem.remedy.partition("take it back: ")
    assert command == f"git checkout -- {V}"
    assert "**/versions/** -text" in problem.remedy
    change(place, {".gitattributes": "**/versions/** -text\n"})
    shutil.rmtree(place / V)
    with Repo(place) as repo:
        repo.git.checkout("--", V)
    assert problems(place) == ()


def test_what_else_was_changed_is_told_too(origin: Path) -> None:
    place = on_windows(origin)
    change(place, {FIRST: (place / FIRST).read_bytes() + b"More.\r\n"})
    codes = {one.code for one in problems(place)}
    assert {"D101", "D113"} <= codes


def test_the_attributes_of_this_repository_keep_every_frozen_byte(origin: Path) -> None:
    """And a line end in a working text that was changed all the same is no matter."""
    shutil.copy(ROOT / ".gitattributes", origin)
    with Repo(origin) as repo:
        repo.git.add(all=True)
        repo.git.commit("-m", "attributes")
    place = on_windows(origin)
    for path in (origin / "policy_src").rglob("*.*"):
        assert (place / path.relative_to(origin)).read_bytes() == path.read_bytes()
    assert problems(place) == ()
    working = place / "policy_src/privacy/en/general.md"
    working.write_bytes(working.read_bytes().replace(b"\n", b"\r\n"))
    assert problems(place) == ()
