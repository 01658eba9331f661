"""What a build says when it is done: what is still open, and where the proposed text is."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.cli.outcome import still_open
from inforce.problems import Location, Problem, Severity
from inforce.problems.catalog import rules

from tests.release.living import EN, SITE, note, run
from tests.sources import change, good, project

ORGANISATION = "policy_src/facts/organisation.yml"
RETENTION = f"{EN}/retention.md"


def point(file: str, severity: Severity = Severity.OPEN) -> Problem:
    code = next(code for code, rule in rules().items() if severity in dict(rule.levels))
    return Problem(code=code, severity=severity, location=Location(file=file), message="", remedy="")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([], ""),
        (["a"], "1 point still open: a (1). `inforce status` names it."),
        (["b", "a", "a"], "3 points still open: a (2), b (1). `inforce status` lists them."),
        ([*"abcd"], "4 points still open: a (1), b (1), c (1) and 1 more file. `inforce status` lists them."),
        ([*"abcde"], "5 points still open: a (1), b (1), c (1) and 2 more files. `inforce status` lists them."),
    ],
)
def test_open_points_are_counted_by_file(files: list[str], said: str) -> None:
    assert still_open([point(file) for file in files]) == said


def test_what_is_no_open_point_is_not_counted() -> None:
    assert still_open([point("a", Severity.HINT), point("a", Severity.ERROR)]) == ""


def test_a_build_tells_what_is_open_as_open_and_not_as_an_error(tmp_path: Path) -> None:
    place = project(tmp_path, {ORGANISATION: good(ORGANISATION) + "  phone:\n    unknown: {en: Nobody knows.}\n"})
    for _ in range(2):  # the second one finds that nothing has changed
        done = run(place, "build")
        assert f"1 point still open: {ORGANISATION} (1). `inforce status` names it." in done.stdout.splitlines()
        assert done.stderr == ""
        assert len(done.stdout.splitlines()) <= 3


def test_a_preview_says_where_the_proposed_text_and_its_redline_are(tmp_path: Path) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")

    def previewed(on: str = "2024-06-01T00:00:00+00:00") -> list[str]:
        said = run(place, "build", "--drafts", "--output", str(place / "preview"), on=on).stdout.splitlines()
        return [line for line in said if line.startswith("privacy: ")]

    assert previewed() == ["privacy: no text is proposed; the working text is that of the last version."]
    change(place, {RETENTION: good(RETENTION).replace("after its end", "after it ends"), **note()})
    (said,) = previewed()
    for part, words in (("the proposed text", "after it ends"), ("what it changes", "it ends</ins>")):
        at = said.partition(f"{part}: ")[2].partition(";")[0]
        assert at.startswith("preview/en/privacy/")
        assert words in (place / at / "index.html").read_text("utf-8")


def test_a_site_without_drafts_says_nothing_of_them(tmp_path: Path) -> None:
    place = project(tmp_path, {SITE: good(SITE)})
    assert "proposed" not in run(place, "build").stdout
