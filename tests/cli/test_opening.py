"""Opening a project, and naming one of its policies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click
import pytest
from git import Repo
from inforce.cli.opening import open_here, others, policy_named
from inforce.errors import CannotContinue
from inforce.project.open import OpenProject

from tests.release.forging import forge_manifest
from tests.release.living import run
from tests.sources import project

MAY = "2024-05-01T09:00:00+00:00"


@pytest.fixture
def one(tmp_path: Path) -> OpenProject:
    """A desk with one policy."""
    return open_here(project(tmp_path))


@pytest.fixture
def two(one: OpenProject) -> OpenProject:
    """A desk with two."""
    (policy,) = one.project.policies
    terms = replace(policy, id="terms", folder="policy_src/terms")
    return replace(one, project=replace(one.project, policies=(policy, terms)))


def test_the_only_policy_need_not_be_named(one: OpenProject) -> None:
    assert policy_named(one, None).id == "privacy"
    assert policy_named(one, "privacy").id == "privacy"
    assert others(one, policy_named(one, None)) == ()


def test_of_two_one_must_be_named(two: OpenProject) -> None:
    assert policy_named(two, "terms").id == "terms"
    assert others(two, policy_named(two, "terms")) == ("policy_src/privacy",)
    with pytest.raises(click.UsageError, match="privacy, terms"):
        policy_named(two, None)


def test_an_unknown_policy_is_told_with_those_there_are(one: OpenProject) -> None:
    with pytest.raises(click.UsageError, match='"terms" is not a policy of this site'):
        policy_named(one, "terms")


def test_where_there_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(CannotContinue, match="S101 policy_src"):
        open_here(tmp_path)


@pytest.fixture
def rewritten(tmp_path: Path) -> Path:
    """A repository whose base branch, one commit ago, had a version of other words; all its digests are right."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    with Repo.init(place, initial_branch="main") as repo:
        repo.git.add(all=True)
        repo.git.commit("-m", "version 1")
        repo.create_head("work").checkout()
        forge_manifest(place, 1, lambda record: record.update(announced="2023-12-31T10:00:00+01:00"))
        repo.git.commit("-a", "-m", "another date")
    return place


@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("build",),
        ("status",),
        ("at", "2024-05-01"),
        ("release", "--effective", "2025-03-01", "--dry-run"),
        ("amend", "privacy", "1", "withdrawal", "--reason", "because of it", "--dry-run"),
    ],
    ids=lambda command: command[0],
)
def test_what_is_named_takes_the_place_of_the_base_branch(rewritten: Path, command: tuple[str, ...]) -> None:
    assert "D109" in run(rewritten, *command, code=1, on=MAY).stderr
    code = 1 if command[0] == "release" else 0  # there is nothing to release
    assert "D109" not in run(rewritten, *command, "--base", "HEAD", code=code, on=MAY).stderr
    assert "D109" in run(rewritten, *command, "--base", "HEAD^", code=1, on=MAY).stderr
    assert "git knows no commit 'nowhere'" in run(rewritten, *command, "--base", "nowhere", code=2, on=MAY).stderr
