"""Which commit the main branch is compared with: the last that passed its check, as the service itself remembers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from git import Repo

from build_tools.last_green import Unanswered, chosen
from tests.built.building import ROOT
from tests.repository.services import TOKEN, Check, Service, serving

GOOD, BAD, OTHER = "a" * 40, "b" * 40, "c" * 40
SCRIPT = ROOT / "build_tools/last_green.py"


@pytest.fixture
def service() -> Iterator[Service]:
    with serving() as found:
        yield found


@pytest.fixture(params=["GITHUB_ACTIONS", "GITLAB_CI"])
def named(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def asked(service: Service, named: str, **variables: str) -> str:
    """The commit that it answers. Raises Unanswered."""
    commit, why = chosen({named: "true", "TOKEN": TOKEN, **service.variables, **variables})
    assert why
    return commit


LISTS = {
    "the last": ([Check(commit=GOOD), Check(commit=OTHER)], GOOD),
    "red ones are passed over": ([Check(commit=BAD, passed=False)] * 3 + [Check(commit=GOOD)], GOOD),
    "far back": ([Check(commit=BAD, passed=False)] * 130 + [Check(commit=GOOD)], GOOD),
    "checked, and then not published": ([Check(commit=GOOD, published=False), Check(commit=OTHER)], GOOD),
    "a nightly one": ([Check(commit=GOOD, event="schedule"), Check(commit=OTHER)], GOOD),
    "of another branch": ([Check(commit=BAD, branch="pull"), Check(commit=GOOD)], GOOD),
}
GITHUBS = {
    "a stranger's, whose branch is called main": (
        [Check(commit=BAD, event="pull_request", repository="stranger/policies"), Check(commit=GOOD)],
        GOOD,
    ),
    "a pull request's": ([Check(commit=BAD, event="pull_request"), Check(commit=GOOD)], GOOD),
    "another repository's": ([Check(commit=BAD, repository="stranger/policies"), Check(commit=GOOD)], GOOD),
}


@pytest.mark.parametrize(("checks", "commit"), LISTS.values(), ids=LISTS)
def test_it_is_the_last_that_passed(service: Service, named: str, checks: list[Check], commit: str) -> None:
    service.checks = checks
    assert asked(service, named) == commit
    assert service.asked


@pytest.mark.parametrize(("checks", "commit"), GITHUBS.values(), ids=GITHUBS)
def test_github_lists_runs_that_are_not_of_the_main_branch(service: Service, checks: list[Check], commit: str) -> None:
    service.checks = checks
    assert asked(service, "GITHUB_ACTIONS") == commit


def test_runs_without_end_hide_none_that_passed(service: Service) -> None:
    """GitHub lists a thousand; a stranger's could push all others off that list."""
    service.checks = [Check(commit=BAD, event="pull_request", repository="stranger/policies")] * 1_200
    with pytest.raises(Unanswered, match="no older ones"):
        asked(service, "GITHUB_ACTIONS", BEFORE=OTHER)


def test_gitlab_lists_tags_that_are_called_as_the_branch_is(service: Service) -> None:
    service.checks = [Check(commit=BAD, tag=True), Check(commit=GOOD)]
    assert asked(service, "GITLAB_CI") == GOOD


def test_a_run_that_is_tried_again_is_not_compared_with_itself(service: Service) -> None:
    service.checks = [Check(commit=BAD), Check(commit=GOOD)]
    assert asked(service, "GITHUB_ACTIONS", GITHUB_RUN_ID="0") == GOOD


@pytest.mark.parametrize(("before", "commit"), [(OTHER, OTHER), ("0" * 40, ""), ("", "")])
def test_where_none_has_passed_it_is_the_commit_before(service: Service, named: str, before: str, commit: str) -> None:
    service.checks = [Check(commit=BAD, passed=False)]
    assert asked(service, named, BEFORE=before) == commit


def test_a_person_may_name_another(service: Service, named: str) -> None:
    service.checks = [Check(commit=GOOD)]
    assert asked(service, named, BASE=OTHER) == OTHER
    for odd in ("--output=x", "main", "x\nBASE=y"):
        with pytest.raises(Unanswered, match="no commit's id"):
            asked(service, named, BASE=odd)


SILENT = {
    "it refuses": {"TOKEN": "another"},
    "nobody listens": {"GITHUB_API_URL": "http://127.0.0.1:1", "CI_API_V4_URL": "http://127.0.0.1:1"},
}


@pytest.mark.parametrize("variables", SILENT.values(), ids=SILENT)
def test_without_an_answer_nothing_goes_on(service: Service, named: str, variables: dict[str, str]) -> None:
    service.checks = [Check(commit=GOOD)]
    with pytest.raises(Unanswered, match="Run this again"):
        asked(service, named, BEFORE=OTHER, **variables)


@pytest.mark.parametrize("odd", ["None", "x\nGREEN=1", "main"])
def test_an_answer_that_names_no_commit_is_refused(service: Service, named: str, odd: str) -> None:
    service.checks = [replace(Check(commit=GOOD), commit=odd)]
    with pytest.raises(Unanswered, match="names no commit"):
        asked(service, named)


def test_elsewhere_it_says_what_it_is_for(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, SCRIPT], cwd=tmp_path, env={}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "for a job on GitHub or GitLab" in done.stderr


def test_what_a_forced_push_replaced_is_fetched(service: Service, named: str, tmp_path: Path) -> None:
    with Repo.init(tmp_path / "origin", initial_branch="main") as origin:
        origin.git.commit("--allow-empty", "-m", "good")
        good = origin.head.commit.hexsha
        origin.git.commit("--amend", "--allow-empty", "-m", "replaced")
    with Repo.init(tmp_path / "clone") as clone:
        clone.git.remote("add", "origin", (tmp_path / "origin").as_uri())
        clone.git.fetch("origin", "main")
        service.checks = [Check(commit=good)]
        environment = {"PATH": os.environ["PATH"], named: "true", "TOKEN": TOKEN, **service.variables}
        command = [sys.executable, str(SCRIPT)]
        place = tmp_path / "clone"
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
        assert done.stdout.strip() == good, done.stderr
        assert clone.commit(good).message == "good\n"
        service.checks = [Check(commit="d" * 40)]
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (1, "")
        assert "a forced push has replaced it" in done.stderr
