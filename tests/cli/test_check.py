"""`inforce check`: everything at once, counted, with an exit code that scripts can use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from git import Repo
from inforce.cli.check import NOT_COMPARED

from tests.release.living import run
from tests.sources import good, project

EN, FR = "policy_src/privacy/en/retention.md", "policy_src/privacy/fr/retention.md"
BOTH = {EN: good(EN) + "\n***\n", FR: good(FR).replace("10 ans", "5 ans")}


def test_a_good_source(tmp_path: Path) -> None:
    done = run(project(tmp_path), "check")
    assert done.stderr == ""
    assert done.stdout == ("Checked privacy: 0 errors, 0 open, 0 hints.\n")


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    done = run(project(tmp_path, BOTH), "check", code=1)
    codes = [line.split()[1] for line in done.stderr.splitlines()]
    assert {"M113", "F102"} <= set(codes)
    assert "1 error" in done.stdout


def test_what_is_open_refuses_no_merge(tmp_path: Path) -> None:
    late = {EN: good(EN).replace("after its end", "later")}
    place = project(tmp_path, late)
    assert "1 open" in run(place, "check").stdout


def test_json_is_all_of_stdout_and_holds_every_problem(tmp_path: Path) -> None:
    done = run(project(tmp_path, BOTH), "check", "--json", code=1)
    assert done.stderr == ""
    found = json.loads(done.stdout)["problems"]
    assert [one["line"] for one in found if one["code"] == "M113"] == [5]


def test_it_is_said_where_nothing_could_be_compared(tmp_path: Path) -> None:
    place = project(tmp_path)
    assert NOT_COMPARED not in run(place, "check").stderr, "there is nothing to compare"
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert NOT_COMPARED in run(place, "check").stderr
    Repo.init(place)
    assert NOT_COMPARED not in run(place, "check").stderr


@pytest.mark.parametrize(("ci", "named"), [("true", ()), ("true", ("--base", "origin/main")), ("", ("--base", "main"))])
def test_what_ci_or_a_named_base_cannot_compare_is_refused_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ci: str, named: tuple[str, ...]
) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    monkeypatch.setenv("CI", ci)
    refused = run(place, "check", *named, code=1).stderr
    assert "D112" in refused
    assert "Run it in a clone" in refused
    assert NOT_COMPARED not in refused, "it is said once"
