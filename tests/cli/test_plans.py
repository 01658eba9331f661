"""Plans shown, refused, and carried out whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from inforce.cli.dates import WHEN
from inforce.cli.opening import open_here
from inforce.cli.plans import concerning, instant, refusal, refuse_errors, settle
from inforce.errors import CannotContinue
from inforce.problems import Location, Problem, Severity
from inforce.release.acceptance import NOTHING_OPEN, Outcome
from inforce.release.edits import Plan
from inforce.rules.states import OpenPoint, open_points

from tests.sources import project, snapshot

PLAN = Plan(
    title="Do it.",
    details=(("version", "1"),),
    folder="policy_src/privacy/changes",
    created={"note.md": b"# clarification\n\n## en\n\nA change.\n"},
)


def problem(file: str, severity: Severity = Severity.OPEN) -> Problem:
    code = {Severity.ERROR: "L301", Severity.OPEN: "T102", Severity.HINT: "M203"}[severity]
    return Problem(code=code, severity=severity, location=Location(file=file), message="Late.", remedy="Sync.")


def settled(place: Path, plan: Plan = PLAN, *problems: Problem, **options: bool) -> int:
    chosen = {"dry_run": False, "yes": True, "as_data": False, **options}
    try:
        settle(open_here(place), plan, problems=problems, **chosen)
    except SystemExit as end:
        return int(str(end.code or 0))
    return 0


def test_a_plan_is_carried_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = project(tmp_path)
    before = snapshot(place)
    assert settled(place) == 0
    assert snapshot(place) == {**before, "policy_src/privacy/changes/note.md": PLAN.created["note.md"]}
    said = capsys.readouterr().out
    assert "Do it." in said
    assert "  writes 1 file:\n" in said


@pytest.mark.parametrize(
    ("problems", "options", "code"),
    [
        ([], {"dry_run": True}, 0),
        ([problem("a.md")], {}, 1),
        ([problem("a.md", Severity.ERROR)], {"as_data": True}, 1),
        ([], {"dry_run": True, "as_data": True}, 0),
    ],
)
def test_nothing_is_written(tmp_path: Path, problems: list[Problem], options: dict[str, bool], code: int) -> None:
    place = project(tmp_path)
    before = snapshot(place)
    assert settled(place, PLAN, *problems, **options) == code
    assert snapshot(place) == before


def test_a_hint_refuses_nothing(tmp_path: Path) -> None:
    assert settled(project(tmp_path), PLAN, problem("a.md", Severity.HINT)) == 0


def test_a_plan_as_data_is_carried_out_and_told_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settled(project(tmp_path), as_data=True)
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (found["title"], found["details"], found["done"], found["refused"]) == (
        "Do it.",
        {"version": "1"},
        True,
        False,
    )
    assert found["writes"] == ["policy_src/privacy/changes/note.md"]


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    broken = Plan(title="x", folder="policy_src/privacy/changes", created={"note.md": b"nonsense"})
    place = project(tmp_path)
    before = snapshot(place)
    assert settled(place, broken) == 1
    assert snapshot(place) == before


def test_a_folder_that_is_there_already(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = project(tmp_path)
    assert settled(place) == 0
    assert settled(place) == 1
    assert "is there already; nothing was written" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "good"), [("2024-01-01", True), ("1000-01-01", False), ("9999-12-31", False)])
def test_only_years_that_calendars_can_show(text: str, good: bool) -> None:
    when = WHEN.convert(text, None, None)
    if good:
        assert instant(when, "UTC").year == 2024
        return
    with pytest.raises(click.UsageError, match="the year must lie between"):
        instant(when, "UTC")


def test_errors_are_refused_with_everything_else_that_was_found() -> None:
    refuse_errors([problem("a.md")])
    with pytest.raises(CannotContinue) as stop:
        refuse_errors([problem("a.md"), problem("b.md", Severity.ERROR)])
    assert len(stop.value.problems) == 2


@pytest.mark.parametrize(
    ("file", "severity", "kept"),
    [
        ("p/en/a.md", Severity.OPEN, True),
        ("p/en/a.md", Severity.HINT, True),
        ("p/fr/a.md", Severity.OPEN, False),
        ("p/fr/a.md", Severity.ERROR, True),
        ("q/en/a.md", Severity.OPEN, False),
        ("q/en/a.md", Severity.ERROR, True),
        ("p/policy.yml", Severity.OPEN, True),
        ("p/changes/a.md", Severity.OPEN, True),
        ("facts/a.yml", Severity.OPEN, True),
    ],
)
def test_which_problems_matter_to_a_release_in_english(file: str, severity: Severity, kept: bool) -> None:
    asked = [problem(file, severity)]
    assert concerning(asked, folder="p", others=["q"], languages=["en"]) == (asked if kept else [])


def point(place: str) -> OpenPoint:
    (found,) = open_points([problem(f"p/{place}.md")], "p")
    return found


def test_a_refusal_says_what_would_do() -> None:
    one, two = point("fr/a"), point("fr/b")
    assert "mend the errors" in refusal(NOTHING_OPEN, [problem("a.md", Severity.ERROR)])
    said = refusal(Outcome(accepted=(), left=(one,), unchanged=()), [one.problem])
    assert "1 point is open, as named above. Finish it, or" in said
    assert "--accept T102:fr/a" in said
    said = refusal(Outcome(accepted=(), left=(one, two), unchanged=(two,)), [one.problem, two.problem])
    assert "1 of them was open in the last version already" in said
    assert "--accept T102:fr/a" in said
    said = refusal(Outcome(accepted=(), left=(one, two), unchanged=(one, two)), [one.problem, two.problem])
    assert "All were open in the last version already" in said
    assert "--accept T102" not in said
