"""The check of a whole project: in reading order, each problem once; every rule is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.problems import Location, Problem, Severity
from inforce.workspace.check import errors, in_reading_order

from tests.release.living import run
from tests.sources import Changes, change, good, problems, project, told

SITE, POLICY = "policy_src/site.yml", "policy_src/privacy/policy.yml"
EN, FR = "policy_src/privacy/en", "policy_src/privacy/fr"
V1 = "policy_src/privacy/versions/1"


def problem(file: str, line: int, severity: Severity = Severity.ERROR) -> Problem:
    code = {Severity.ERROR: "M101", Severity.OPEN: "M201", Severity.HINT: "M203"}[severity]
    return Problem(code=code, severity=severity, location=Location(file=file, line=line), message="", remedy="")


def test_reading_order_and_no_problem_twice() -> None:
    a, b, c = problem("a", 2), problem("a", 10), problem("b", 1)
    assert in_reading_order([c, b, a, b]) == (a, b, c)


def test_what_no_site_is_built_with() -> None:
    found = tuple(problem("a", line, severity) for line, severity in enumerate(Severity, start=1))
    assert [one.severity for one in errors(found)] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({SITE: good(SITE).replace("Europe/Brussels", "Europe/Bruxelles")}, f"S113 {SITE}:5"),
        ({POLICY: good(POLICY).replace("status: courtesy", "status: authoritative")}, f"S113 {POLICY}:4"),
        (
            {f"{EN}/general.md": good(f"{EN}/general.md").replace("link:partner", "link:gone")},
            f"L302 {EN}/general.md:8",
        ),
        (
            {f"{EN}/retention.md": good(f"{EN}/retention.md") + "\n## [A](id:access)\n\nx\n"},
            f"S109 {EN}/retention.md:5",
        ),
        ({f"{FR}/retention.md": good(f"{FR}/retention.md").replace("10 ans", "5 ans")}, f"F102 {FR}/retention.md:3"),
        ({f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after", "at")}, f"T102 {FR}/retention.md"),
        ({f"{EN}/retention.md": good(f"{EN}/retention.md") + "\na **b\n"}, f"M121 {EN}/retention.md:5"),
    ],
)
def test_every_family_of_rules_is_called(tmp_path: Path, changes: Changes, expected: str) -> None:
    assert expected in told(problems(project(tmp_path, changes)))


@pytest.mark.parametrize(
    ("path", "code"),
    [(f"{V1}/en/general.md", "D101"), (f"{V1}/facts.json", "D101"), (f"{V1}/published/en/r1.json", "D101")],
)
def test_a_released_version_is_checked_too(tmp_path: Path, path: str, code: str) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert problems(place) == ()
    change(place, {path: (place / path).read_bytes() + b" "})
    assert f"{code} {path}" in told(problems(place))
