"""The base branch that changes are compared with."""

from __future__ import annotations

from pathlib import Path

import pytest
from git import Actor, Repo
from inforce.source.repository import compare

from tests.sources import change

WHO = Actor("Test", "test@example.org")


def commit(repo: Repo, place: Path, text: str) -> None:
    change(place, {"policy_src/p/versions/1/a.md": text})
    repo.git.add(all=True)
    repo.index.commit(text, author=WHO, committer=WHO)


@pytest.mark.parametrize(
    ("base", "seen"), [("main", True), ("master", True), ("trunk", False)], ids=["main", "master", "no known base"]
)
def test_a_branch_is_compared_with_where_it_left_the_base(tmp_path: Path, base: str, seen: bool) -> None:
    with Repo.init(tmp_path, initial_branch=base) as repo:
        commit(repo, tmp_path, "first")
        repo.create_head("work").checkout()
        commit(repo, tmp_path, "second")
        assert bool(compare(tmp_path, "policy_src").files) is seen


def test_what_the_base_has_gained_since_is_not_held_against_a_branch(tmp_path: Path) -> None:
    with Repo.init(tmp_path, initial_branch="main") as repo:
        commit(repo, tmp_path, "first")
        work = repo.create_head("work")
        commit(repo, tmp_path, "moved on")
        work.checkout()
        assert compare(tmp_path, "policy_src").files == ()


def test_the_remotes_base_comes_before_the_local_one(tmp_path: Path) -> None:
    """In a clone whose own main was changed, the remote's still tells what was there."""
    with Repo.init(tmp_path / "remote", initial_branch="main") as remote:
        commit(remote, tmp_path / "remote", "first")
    with Repo.clone_from(str(tmp_path / "remote"), tmp_path / "clone") as repo:
        commit(repo, tmp_path / "clone", "changed")
        assert compare(tmp_path / "clone", "policy_src").files == (("policy_src/p/versions/1/a.md", "changed"),)


def test_a_shallow_clone_is_compared_with_what_it_has(tmp_path: Path) -> None:
    with Repo.init(tmp_path / "remote", initial_branch="main") as remote:
        commit(remote, tmp_path / "remote", "first")
        commit(remote, tmp_path / "remote", "second")
    with Repo.clone_from((tmp_path / "remote").as_uri(), tmp_path / "clone", depth=1):
        place = tmp_path / "clone"
        assert compare(place, "policy_src").files == ()
        change(place, {"policy_src/p/versions/1/a.md": "tampered"})
        assert compare(place, "policy_src").files == (("policy_src/p/versions/1/a.md", "changed"),)


def test_a_damaged_repository_is_no_obstacle(tmp_path: Path) -> None:
    with Repo.init(tmp_path, initial_branch="main") as repo:
        commit(repo, tmp_path, "first")
    (tmp_path / ".git" / "HEAD").write_text("nonsense", "utf-8")
    assert compare(tmp_path, "policy_src").files == ()
