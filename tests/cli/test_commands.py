"""The commands as a person or a script meets them: help, exit codes, and pure JSON on stdout."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inforce.cli import _COMMANDS, main

from tests.sources import good, project, snapshot

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SITE, SECTION = "policy_src/site.yml", "policy_src/privacy/en/retention.md"
BROKEN = {SITE: good(SITE) + "name: Other\n"}
UNREADABLE = {SITE: "name: [\n"}
UNFINISHED = {SECTION: good(SECTION).replace("after its end", "later")}


def run(place: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(place), *arguments], env={"SOURCE_DATE_EPOCH": "1704067200"})


@pytest.mark.parametrize("command", sorted(_COMMANDS))
def test_every_command_has_help(tmp_path: Path, command: str) -> None:
    result = run(tmp_path, command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage:")
    assert len(result.stdout.splitlines()) > 4


def test_help_lists_every_command_with_what_it_does(tmp_path: Path) -> None:
    text = run(tmp_path, "--help").stdout
    for command in _COMMANDS:
        (line,) = [line for line in text.splitlines() if line.split()[:1] == [command]]
        assert len(line.split()) > 3


CODES = [
    ("a good source", {}, ("check",), 0),
    ("a source with an error", BROKEN, ("check",), 1),
    ("a source that cannot be read", UNREADABLE, ("check",), 1),
    ("what is open", UNFINISHED, ("check",), 0),
    ("an unknown command", {}, ("publish",), 2),
    ("an unknown option", {}, ("check", "--loud"), 2),
    ("a day that is none", {}, ("at", "2025-02-30"), 2),
    ("an instant without its offset", {}, ("at", "2025-02-03T10:00:00"), 2),
    ("an unknown policy", {}, ("release", "terms", "--effective", "2025-01-01"), 2),
    ("a release without its date", {}, ("release", "privacy"), 2),
    ("a translation that is none", {}, ("sync", "privacy", "en"), 2),
    ("the project as output", {}, ("build", "--output", "."), 2),
]


@pytest.mark.parametrize(
    ("changes", "arguments", "code"), [case[1:] for case in CODES], ids=[case[0] for case in CODES]
)
def test_a_command_ends_with_0_1_or_2_as_its_help_says(
    tmp_path: Path,
    changes: dict[str, str],
    arguments: tuple[str, ...],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = project(tmp_path, changes)
    monkeypatch.chdir(place)
    before = snapshot(place)
    result = run(place, *arguments)
    assert result.exit_code == code, result.output + result.stderr
    assert result.stderr or code == 0, "it says why"
    assert snapshot(place) == before


@pytest.mark.parametrize("changes", [{}, BROKEN, UNREADABLE, UNFINISHED], ids=["good", "error", "unreadable", "late"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--json"),
        ("status", "--json"),
        ("at", "2025-01-01", "--json"),
        ("release", "--effective", "2025-01-01", "--json", "--dry-run"),
    ],
)
def test_json_stands_alone_on_stdout(tmp_path: Path, changes: dict[str, str], arguments: tuple[str, ...]) -> None:
    found = json.loads(run(project(tmp_path, changes), *arguments).stdout)
    if changes == UNREADABLE or (changes and arguments[0] in ("check", "release")):
        assert found["problems"]
        assert all({"code", "file", "line", "message", "remedy"} <= problem.keys() for problem in found["problems"])


def test_a_problem_is_told_with_its_place_its_remedy_and_its_level(tmp_path: Path) -> None:
    result = run(project(tmp_path, BROKEN), "check")
    (line,) = result.stderr.splitlines()
    assert line.startswith("error Y102 policy_src/site.yml:7:1  ")
    assert line.endswith("Keep one of the two.")
    assert "1 error" in result.stdout


def test_without_a_yes_nothing_is_released(tmp_path: Path) -> None:
    place = project(tmp_path)
    before = snapshot(place)
    arguments = ["--project", str(place), "release", "--effective", "2025-01-01"]
    result = CliRunner().invoke(main, arguments, input="n\n", env={"SOURCE_DATE_EPOCH": "1704067200"})
    assert result.exit_code == 0
    assert "Nothing was written" in result.stdout
    assert snapshot(place) == before


def test_status_tells_which_translations_lag_behind(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "policy_src", tmp_path / "policy_src")
    purposes = tmp_path / "policy_src/privacy/en/purposes.md"
    purposes.write_text(purposes.read_text("utf-8") + "\nWe ask you before we do anything else.\n", "utf-8")
    shown = run(tmp_path, "status", "--json")
    privacy = json.loads(shown.stdout)["policies"][0]
    languages = [path.parent.name for path in (tmp_path / "policy_src/privacy").glob("*/purposes.md")]
    assert privacy["out_of_date"] == {each: ["purposes"] for each in sorted(languages) if each != "en"}
    assert privacy["untranslated"] == {}
