"""What stands between a project and a public site: each step computed from the source, in order, with its file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.project.going_live import StepAnswer, before_going_live

from tests.built.building import ROOT
from tests.release.living import POLICY, SITE, run
from tests.sources import change, good, project

ORGANISATION, COOKIES = "policy_src/facts/organisation.yml", "policy_src/facts/cookies.yml"
LIVE = "before_going_live"
NOBODY = "unknown: {en: Nobody knows.}"
REAL_HOST = {path: good(path).replace("northwind.example", "northwind-trading.com") for path in (SITE, "mkdocs.yml")}
VERIFIED = {COOKIES: good(COOKIES) + "  verified: 2024-01-01\n"}
REVIEWED = {POLICY: good(POLICY).replace("{status: courtesy}", "{status: courtesy, reviewed: true}")}


def steps(place: Path) -> list[StepAnswer]:
    return before_going_live(open_here(place).project)


def test_steps_come_in_the_order_in_which_they_are_taken(tmp_path: Path) -> None:
    place = project(tmp_path, {ORGANISATION: good(ORGANISATION) + f"  phone:\n    {NOBODY}\n"})
    assert [step["step"] for step in steps(place)] == ["host", "facts", "cookies", "review", "release"]


def test_each_step_goes_when_it_is_taken(tmp_path: Path) -> None:
    place = project(tmp_path)
    for changes, gone in ((REAL_HOST, "host"), (VERIFIED, "cookies"), (REVIEWED, "review")):
        assert gone in [step["step"] for step in steps(place)]
        change(place, changes)
        assert gone not in [step["step"] for step in steps(place)]
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert steps(place) == []


def test_a_step_names_the_file_and_line_of_each_thing_that_waits(tmp_path: Path) -> None:
    place = project(tmp_path, {COOKIES: good(COOKIES).replace("lifetime: 12 months", f"lifetime:\n    {NOBODY}")})
    found = {step["step"]: step["places"] for step in steps(place)}
    assert found["host"] == [
        {"file": SITE, "line": 4, "what": "https://legal.northwind.example/ is a placeholder"},
    ]
    assert [(each["file"], each["line"], each["what"]) for each in found["cookies"]] == [
        (COOKIES, 1, "cookies.language is not verified"),
        (COOKIES, 6, "cookies.language.lifetime.duration is unknown"),
    ]
    assert found["review"] == [{"file": POLICY, "line": 6, "what": "privacy in French is not reviewed"}]


@pytest.mark.parametrize(
    ("field", "title"), [("email", "E-mail addresses that nobody knows yet"), ("phone", "Facts that nobody knows yet")]
)
def test_unknown_facts_are_called_what_they_are(tmp_path: Path, field: str, title: str) -> None:
    lines = [line for line in good(ORGANISATION).splitlines() if not line.startswith(f"  {field}:")]
    place = project(tmp_path, {ORGANISATION: "\n".join([*lines, f"  {field}:", f"    {NOBODY}"]) + "\n"})
    (step,) = [step for step in steps(place) if step["step"] == "facts"]
    assert step["title"] == title
    assert [each["what"] for each in step["places"]] == [f"organisation.controller.{field} is unknown"]


@pytest.mark.parametrize(
    ("owners", "waits"),
    [
        (None, False),
        ("", True),
        ("# /policy_src/ @ORGANISATION/LEGAL\n", True),
        ("[Legal]\n/policy_src/\n", True),
        ("# for all\n* @company/legal\n", False),
        ("/policy_src/ legal@company.com\n", False),
    ],
)
def test_somebody_has_to_be_asked_for_reviews(tmp_path: Path, owners: str | None, waits: bool) -> None:
    place = project(tmp_path, {} if owners is None else {"CODEOWNERS": owners})
    found = {step["step"]: step["places"] for step in json.loads(run(place, "status", "--json").stdout)[LIVE]}
    expected = [{"file": "CODEOWNERS", "line": 1, "what": "it names nobody yet"}] if waits else None
    assert found.get("owners") == expected


def test_the_readme_lists_what_status_says() -> None:
    """Whoever takes a step has to take it out of README too."""
    listed = re.findall(r"^\d+\. (.+?): (.+)\.$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    said = [
        (step["title"], ", ".join(f"`{file}`" for file in dict.fromkeys(place["file"] for place in step["places"])))
        for step in before_going_live(open_here(ROOT).project, owners=(ROOT / "CODEOWNERS").read_text("utf-8"))
    ]
    assert listed == said
