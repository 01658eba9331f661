"""Released files against the base branch in clones that do not reach back: shallow, detached, without the branch."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from git import Actor, Repo
from inforce.problems import Severity
from inforce.storage.history import compare_releases
from inforce.storage.tree import SOURCE, read_tree

from tests.release.living import V, run
from tests.sources import change, project

SOMEBODY = Actor("Somebody", "somebody@example.org")
WORDS = f"{V}/1/en/general.md"


def commit(repo: Repo, message: str) -> str:
    repo.git.add("-A")
    return repo.index.commit(message, author=SOMEBODY, committer=SOMEBODY).hexsha


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """Version 1 on main; on `pr`, a commit that changes its words; on main since, version 2."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    with Repo.init(place, initial_branch="main") as repo:
        commit(repo, "version 1")
        repo.create_head("pr").checkout()
        change(place, {WORDS: (place / WORDS).read_text() + "\nMore.\n"})
        commit(repo, "more words")
        repo.heads["main"].checkout()
        shutil.copytree(place / V / "1", place / V / "2")
        commit(repo, "version 2")
    return place


def fetched(tmp_path: Path, origin: Path, *references: str) -> Path:
    """A clone of depth 1 with these references and no other, the first one checked out, detached."""
    place = tmp_path / "clone"
    with Repo.init(place, initial_branch="work") as repo:
        for reference in references:
            repo.git.fetch("--depth", "1", origin.as_uri(), reference)
        repo.git.checkout("--detach", references[0].partition(":")[2])
    return place


def told(place: Path, base: str | None = None) -> list[tuple[str, str, Severity]]:
    found = compare_releases(place, read_tree(place, SOURCE)[0], base=base).problems
    return [(one.code, one.location.file, one.severity) for one in found]


def test_a_clone_that_does_not_know_the_base_branch_says_so(tmp_path: Path, origin: Path) -> None:
    place = fetched(tmp_path, origin, "pr:refs/remotes/pull/1/merge")
    assert told(place) == [("D112", "policy_src", Severity.HINT)]
    assert "D112" in run(place, "check", code=1).stderr


def test_the_tip_of_the_base_branch_will_do(tmp_path: Path, origin: Path) -> None:
    """What it released meanwhile is not missed; nor, then, would be what this work took away."""
    place = fetched(tmp_path, origin, "pr:refs/remotes/pull/1/merge", "main:refs/remotes/origin/main")
    assert told(place) == [("D109", WORDS, Severity.ERROR), ("D112", "policy_src", Severity.HINT)]


def test_a_file_that_is_gone_is_missed_where_its_record_stands(tmp_path: Path, origin: Path) -> None:
    place = fetched(tmp_path, origin, "pr:refs/remotes/pull/1/merge", "main:refs/remotes/origin/main")
    (place / V / "1/fr/general.md").unlink()
    assert told(place)[:2] == [("D109", WORDS, Severity.ERROR), ("D109", f"{V}/1/fr/general.md", Severity.ERROR)]


def test_the_base_may_be_named(tmp_path: Path, origin: Path) -> None:
    place = fetched(tmp_path, origin, "pr:refs/remotes/pull/1/merge", "main:refs/remotes/pull/1/base")
    with Repo(place) as repo:
        base = repo.commit("refs/remotes/pull/1/base").hexsha
    gone = ("D109", f"{V}/2", Severity.ERROR)
    assert told(place, base) == [("D109", WORDS, Severity.ERROR), gone], "an id names all that the commit has"
    refused = run(place, "check", "--base", base, code=1)
    assert f"D101 {WORDS}" in refused.stderr
    assert "D112" not in refused.stderr
    assert "git knows no commit" in run(place, "check", "--base", "nowhere", code=2).stderr


def test_on_the_base_branch_itself_the_commit_before_shows_what_it_changed(origin: Path) -> None:
    with Repo(origin) as repo:
        repo.git.merge("pr", "-m", "merged", env={"GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org"})
    assert told(origin) == [], "the last commit is all there is to compare with"
    assert told(origin, "HEAD^") == [("D109", WORDS, Severity.ERROR)]


def test_nothing_is_doubted_where_nothing_is_released(tmp_path: Path) -> None:
    place = project(tmp_path)
    with Repo.init(place, initial_branch="trunk") as repo:
        commit(repo, "first")
    assert told(place) == []
