"""Problems on a pull request: beside their lines, heaviest first, and nothing that a stranger wrote is a command."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from inforce.cli.annotations import MOST_IN_SUMMARY, github, gitlab, summary
from inforce.problems import Location, Problem, Severity
from markdown_it import MarkdownIt

from tests.release.living import run
from tests.sources import good, project

FR = "policy_src/privacy/fr/retention.md"
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def problem(message: str = "wrong.", file: str = "a.md", severity: Severity = Severity.ERROR, line: int = 3) -> Problem:
    return Problem(
        code="M113",
        severity=severity,
        location=Location(file=file, line=line, column=5),
        message=message,
        remedy="Mend it.",
    )


def test_a_problem_stands_beside_its_line() -> None:
    (line,) = github([problem("100% wrong:")], "sub/")
    assert line == "::error file=sub/a.md,line=3,col=5,title=M113::a.md:3:5 100%25 wrong: Mend it."
    (entry,) = gitlab([problem()], "sub/")
    assert entry["location"] == {"path": "sub/a.md", "lines": {"begin": 3}}
    assert (entry["severity"], entry["check_name"]) == ("major", "M113")
    assert "Mend it." in entry["description"]


def test_without_a_line_it_stands_at_the_file() -> None:
    found = Problem(code="S101", severity=Severity.ERROR, location=Location(file="a"), message="m", remedy="r")
    assert list(github([found])) == ["::error file=a,title=S101::a m r"]
    assert gitlab([found])[0]["location"]["lines"]["begin"] == 1


def test_errors_come_first_and_each_level_has_its_own_sign() -> None:
    found = [
        replace(problem(), code=code, severity=severity)
        for code, severity in (("D112", Severity.HINT), ("T101", Severity.OPEN), ("M113", Severity.ERROR))
    ]
    assert [line.split()[0] for line in github(found)] == ["::error", "::warning", "::notice"]
    assert [entry["severity"] for entry in gitlab(found)] == ["major", "minor", "info"]


HOSTILE = (
    "a\n::set-output name=x::y",
    "a\r::add-mask::y",
    "::stop-commands::x",
    "##[add-mask]x",
    "100%0A::error::x",
    "\u2028::error::x",
    "\x1b[31m",
    "<script>alert(1)</script> ![x](https://example.org/x.png) @someone [a](javascript:x) `` ` # | <!-- --> ~~a~~",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_a_stranger_are_no_command(text: str) -> None:
    (line,) = github([problem(text, file=f"x,title=no::{text}")])
    assert len(line.splitlines()) == 1
    found = COMMAND.fullmatch(line)
    assert found is not None
    properties = dict(part.split("=", 1) for part in found[2].split(","))
    assert properties.keys() == {"file", "line", "col", "title"}
    assert properties["title"] == "M113"


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_a_stranger_are_no_markup(text: str) -> None:
    """Read as Markdown, a summary is a heading and a list of words."""
    page = summary([problem(text, file=text)], "1 error")
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(page)
    kinds = {token.type for token in tokens} | {
        child.type for token in tokens for child in token.children or () if child.type != "text_special"
    }
    assert kinds - {"inline", "text", "strong_open", "strong_close"} == {
        f"{name}_{side}" for name in ("heading", "bullet_list", "list_item", "paragraph") for side in ("open", "close")
    }
    assert not re.search(r"(?<!\\)@|https?:(?!\\)", page), "GitHub would make a link of it"


def test_a_summary_is_short() -> None:
    found = [problem(line=number) for number in range(1, MOST_IN_SUMMARY + 4)]
    assert summary(found, "53 errors").splitlines()[-1] == "- … and 3 more."


@pytest.mark.parametrize(
    "changes", [{FR: good(FR).replace("10 ans", "5 ans") + "\n***\n"}, {"policy_src/site.yml": "["}]
)
def test_the_command_annotates_and_writes_the_summary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: dict[str, str]
) -> None:
    """Where too little can be read to go on, too."""
    place = project(tmp_path, changes)
    page = tmp_path / "summary.md"
    page.write_text("Before.\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    monkeypatch.chdir(tmp_path)
    annotated = run(place, "check", "--format", "github", code=1).stdout
    codes = {one["code"]: one for one in json.loads(run(place, "check", "--json", code=1).stdout)["problems"]}
    assert codes
    for code, one in codes.items():
        assert f"file=project/{one['file']},line={one['line']}" in annotated
        assert f"title={code}" in annotated
        assert code in page.read_text("utf-8")
    assert page.read_text("utf-8").startswith("Before.\n### The policies: 1 error")
    report = run(place, "check", "--format", "gitlab", code=1)
    assert {entry["check_name"] for entry in json.loads(report.stdout)} == codes.keys()
    assert all(code in report.stderr for code in codes)


def test_a_good_source_has_nothing_to_annotate(tmp_path: Path) -> None:
    place = project(tmp_path)
    assert run(place, "check", "--format", "github").stdout == ""
    assert json.loads(run(place, "check", "--format", "gitlab").stdout) == []
