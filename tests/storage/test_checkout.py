"""Which repository a project stands in: one with a `.git`, never one that came with a pull request."""

from __future__ import annotations

from pathlib import Path

import pytest
from git import Actor, Repo
from inforce.storage.base import blob_id
from inforce.storage.checkout import checkout_of, opened
from inforce.storage.repository import base_files

from tests.sources import change

WHO = Actor("Test", "test@example.org")
PATH = "policy_src/p/versions/1/a.md"
BARE = {
    "HEAD": "ref: refs/heads/main\n",
    "config": "[core]\n\tbare = true\n",
    "refs/keep": "",
    "objects/keep": "",
}
"""What makes a folder pass for a bare repository."""


def commit(repo: Repo, message: str = "x") -> str:
    repo.git.add(all=True, force=True)
    return repo.index.commit(message, author=WHO, committer=WHO).hexsha


@pytest.mark.parametrize("lead", ["", "examples/", "a/b/"])
@pytest.mark.parametrize("beside", ["", "policy_src/"])
def test_a_repository_that_a_pull_request_brings_is_not_asked(tmp_path: Path, lead: str, beside: str) -> None:
    with Repo.init(tmp_path, initial_branch="main") as repo:
        change(tmp_path, {lead + PATH: "as it was"})
        commit(repo)
        repo.create_head("work").checkout()
        change(tmp_path, {lead + PATH: "forged", **{lead + beside + name: text for name, text in BARE.items()}})
        commit(repo)
    place = tmp_path / lead if lead else tmp_path
    assert checkout_of(place) == tmp_path
    with opened(place) as found:
        assert found.working_tree_dir == str(tmp_path)
    base = base_files(place, "policy_src", ci=True)
    assert base.files[PATH] == blob_id(b"as it was", "0" * 40)
    assert base.doubt is None


def test_a_repository_said_to_be_bare_is_a_doubt_and_no_silence(tmp_path: Path) -> None:
    with Repo.init(tmp_path, initial_branch="main") as repo:
        change(tmp_path, {PATH: "as it was"})
        commit(repo)
        with repo.config_writer() as config:
            config.set_value("core", "bare", "true")
    doubt = base_files(tmp_path, "policy_src").doubt
    assert doubt is not None
    assert "working tree" in doubt.why


def test_without_a_repository_there_is_nothing_to_open(tmp_path: Path) -> None:
    assert checkout_of(tmp_path) is None
    with pytest.raises(ValueError, match="no git repository"), opened(tmp_path):
        pass


def test_a_second_working_tree_is_one_too(tmp_path: Path) -> None:
    with Repo.init(tmp_path / "first", initial_branch="main") as repo:
        change(tmp_path / "first", {PATH: "as it was"})
        commit(repo)
        repo.git.worktree("add", "-b", "work", str(tmp_path / "second"))
    with opened(tmp_path / "second") as found:
        assert found.working_tree_dir == str(tmp_path / "second")
    assert base_files(tmp_path / "second", "policy_src").files[PATH] == blob_id(b"as it was", "0" * 40)


def test_a_replaced_commit_is_seen_as_it_was(tmp_path: Path) -> None:
    with Repo.init(tmp_path, initial_branch="main") as repo:
        change(tmp_path, {PATH: "as it was"})
        first = commit(repo)
        repo.create_head("work").checkout()
        change(tmp_path, {PATH: "forged"})
        forged = commit(repo)
        repo.git.replace(first, forged)
    assert base_files(tmp_path, "policy_src").files[PATH] == blob_id(b"as it was", "0" * 40)


def test_a_branch_of_ones_own_is_not_the_origins(tmp_path: Path) -> None:
    with Repo.init(tmp_path, initial_branch="main") as repo:
        change(tmp_path, {PATH: "as it was"})
        commit(repo)
        repo.create_head("work").checkout()
        change(tmp_path, {PATH: "forged"})
        repo.create_head("origin/HEAD", commit(repo))
        repo.create_head("origin/main", repo.head.commit)
    assert base_files(tmp_path, "policy_src").files[PATH] == blob_id(b"as it was", "0" * 40)
