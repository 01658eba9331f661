"""The base branch that changes are compared with."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from git import Actor, Repo
from inforce.errors import UnknownBase
from inforce.storage.base import blob_id
from inforce.storage.repository import base_files

from tests.sources import change

WHO = Actor("Test", "test@example.org")


PATH = "policy_src/p/versions/1/a.md"


def known(place: Path, base: str | None = None) -> str | None:
    """What the base branch has of the one file, as far as these tests know it."""
    ids = {blob_id(text.encode(), "0" * 40): text for text in ("first", "second", "changed", "moved on")}
    return ids.get(base_files(place, "policy_src", base=base).files.get(PATH, ""))


def commit(repo: Repo, place: Path, text: str) -> None:
    change(place, {PATH: text})
    repo.git.add(all=True)
    repo.index.commit(text, author=WHO, committer=WHO)


@pytest.mark.parametrize(
    ("base", "seen"),
    [("main", "first"), ("master", "first"), ("trunk", "second")],
    ids=["main", "master", "no known base"],
)
def test_a_branch_is_compared_with_where_it_left_the_base(tmp_path: Path, base: str, seen: str) -> None:
    with Repo.init(tmp_path, initial_branch=base) as repo:
        commit(repo, tmp_path, "first")
        repo.create_head("work").checkout()
        commit(repo, tmp_path, "second")
        assert known(tmp_path) == seen
        assert known(tmp_path, base) == "first"


def test_what_the_base_has_gained_since_is_not_held_against_a_branch(tmp_path: Path) -> None:
    with Repo.init(tmp_path, initial_branch="main") as repo:
        commit(repo, tmp_path, "first")
        work = repo.create_head("work")
        commit(repo, tmp_path, "moved on")
        work.checkout()
        assert known(tmp_path) == known(tmp_path, "main") == "first"


def test_the_base_was_so_when_its_newest_commit_was_made(tmp_path: Path) -> None:
    """A branch that left it long ago, or that only looks so, is held to what the base branch has come to since."""
    with Repo.init(tmp_path, initial_branch="main") as repo:
        commit(repo, tmp_path, "first")
        work = repo.create_head("work")
        change(tmp_path, {PATH: "moved on"})
        repo.git.add(all=True)
        repo.index.commit("x", author=WHO, committer=WHO, commit_date=datetime(2024, 3, 1, tzinfo=UTC))
        tip, left = repo.commit("main"), repo.commit("work")
        work.checkout()
        found = base_files(tmp_path, "policy_src")
        assert found.at == tip.committed_datetime
        assert found.tip[PATH] == blob_id(b"moved on", "0" * 40)
        assert base_files(tmp_path, "policy_src", base=left.hexsha).at == left.committed_datetime, (
            "it names that commit"
        )


def test_a_tip_dated_before_its_parents_makes_the_base_no_older(tmp_path: Path) -> None:
    with Repo.init(tmp_path, initial_branch="main") as repo:
        for text, made in (("first", datetime(2024, 3, 1, tzinfo=UTC)), ("second", datetime(2020, 1, 1, tzinfo=UTC))):
            change(tmp_path, {PATH: text})
            repo.git.add(all=True)
            repo.index.commit(text, author=WHO, committer=WHO, commit_date=made)
        repo.create_head("work").checkout()
        assert base_files(tmp_path, "policy_src").at == datetime(2024, 3, 1, tzinfo=UTC)


def test_an_id_names_exactly_that_commit(tmp_path: Path) -> None:
    """So a push that rewrote history is compared with what stood before it."""
    with Repo.init(tmp_path, initial_branch="main") as repo:
        commit(repo, tmp_path, "first")
        work = repo.create_head("work")
        commit(repo, tmp_path, "moved on")
        work.checkout()
        before = repo.commit("main").hexsha
        assert known(tmp_path, before) == known(tmp_path, before[:10]) == "moved on"
        with pytest.raises(UnknownBase):
            known(tmp_path, "f" * 40)
        with pytest.raises(UnknownBase):
            known(tmp_path, "nowhere")


def test_a_history_of_its_own_is_compared_with_the_whole_base(tmp_path: Path) -> None:
    with Repo.init(tmp_path, initial_branch="main") as repo:
        commit(repo, tmp_path, "first")
        repo.git.checkout("--orphan", "work")
        commit(repo, tmp_path, "second")
        assert known(tmp_path) == "first"
        assert base_files(tmp_path, "policy_src").whole


def test_where_lines_of_work_met_twice_all_that_both_had_counts(tmp_path: Path) -> None:
    """Two branches that merged each other have two places where they met."""
    with Repo.init(tmp_path, initial_branch="main") as repo:
        commit(repo, tmp_path, "first")
        repo.create_head("work")
        change(tmp_path, {"policy_src/p/versions/2/a.md": "on main"})
        repo.git.add(all=True)
        repo.git.commit("-m", "two")
        repo.heads["work"].checkout()
        change(tmp_path, {"policy_src/p/versions/3/a.md": "on work"})
        repo.git.add(all=True)
        repo.git.commit("-m", "three")
        other = repo.head.commit.hexsha
        repo.git.merge("main", "-m", "main into work")
        repo.heads["main"].checkout()
        repo.git.merge(other, "-m", "work into main")
        repo.heads["work"].checkout()
        repo.git.commit("--allow-empty", "-m", "more")
        assert sorted(base_files(tmp_path, "policy_src").files) == [
            f"policy_src/p/versions/{number}/a.md" for number in (1, 2, 3)
        ]


def test_the_remotes_base_comes_before_the_local_one(tmp_path: Path) -> None:
    """In a clone whose own main was changed, the remote's still tells what was there."""
    with Repo.init(tmp_path / "remote", initial_branch="main") as remote:
        commit(remote, tmp_path / "remote", "first")
    with Repo.clone_from(str(tmp_path / "remote"), tmp_path / "clone") as repo:
        commit(repo, tmp_path / "clone", "changed")
        assert known(tmp_path / "clone") == "first"


def test_a_shallow_clone_is_compared_with_what_it_has(tmp_path: Path) -> None:
    with Repo.init(tmp_path / "remote", initial_branch="main") as remote:
        commit(remote, tmp_path / "remote", "first")
        commit(remote, tmp_path / "remote", "second")
    with Repo.clone_from((tmp_path / "remote").as_uri(), tmp_path / "clone", depth=1):
        assert known(tmp_path / "clone") == "second"


def test_a_damaged_repository_is_no_obstacle(tmp_path: Path) -> None:
    with Repo.init(tmp_path, initial_branch="main") as repo:
        commit(repo, tmp_path, "first")
    (tmp_path / ".git" / "HEAD").write_text("nonsense", "utf-8")
    found = base_files(tmp_path, "policy_src")
    assert found.files == {}
    assert found.doubt is not None
    assert "git cannot be asked" in found.doubt.why


def test_a_symbolic_link_has_no_bytes_of_its_own(tmp_path: Path) -> None:
    with Repo.init(tmp_path, initial_branch="main") as repo:
        commit(repo, tmp_path, "first")
        (tmp_path / "policy_src/p/link").symlink_to("versions")
        repo.git.add(all=True)
        repo.git.commit("-m", "link")
        assert base_files(tmp_path, "policy_src").files["policy_src/p/link"] == ""
