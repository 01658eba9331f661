"""The check of a whole project: in reading order, each problem once; every rule is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.problems import Location, Problem, Severity
from inforce.project.check import errors, in_reading_order

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


SLIP = "\n~~We may change this.~~\n"
PARTLY = f"{good(f'{EN}/general.md')}{SLIP}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PARTLY, []),
        (PARTLY.replace("(link:partner)", "(link:gone)"), ["L302"]),
        (PARTLY.replace("(section:retention)", "(section:gone)"), ["L301"]),
        (PARTLY.replace("[privacy@northwind.example]", "[other@northwind.example]"), ["F102"]),
        (PARTLY.replace("Northwind SA", "Northwind Ltd"), ["F102"]),
        (PARTLY.replace("helps us", "helps us at www.northwind.example"), ["M203"]),
        (PARTLY.replace("[privacy@northwind.example](fact:organisation.controller.email)", "**us"), ["M121"]),
    ],
)
def test_a_slip_hides_nothing_else_of_its_file_and_has_no_followers(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    """A file that isn't whole lacks no facts, no ids and no words of its own; each of its blocks is looked at."""
    linking = good(f"{EN}/retention.md") + "\nSee [your rights](section:access).\n"
    place = project(tmp_path, {f"{EN}/general.md": text, f"{EN}/retention.md": linking})
    ours = [one.code for one in problems(place) if one.location.file == f"{EN}/general.md"]
    assert sorted(ours) == sorted(["M116", *expected])
    theirs = {one.code for one in problems(place) if one.location.file != f"{EN}/general.md"}
    assert theirs == {"T102"}, "of retention, which has a sentence more"


FACTS = "policy_src/facts"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({f"{FACTS}/retention.yml": "contract: ["}, {f"Y101 {FACTS}/retention.yml:1"}),
        (
            {f"{FACTS}/retention.yml": "contract: [", f"{FACTS}/organisation.yml": "controler: {name: Northwind}\n"},
            {f"Y101 {FACTS}/retention.yml:1", f"Y106 {FACTS}/organisation.yml:1"},
        ),
        ({POLICY: "title: ["}, {f"Y101 {POLICY}:1"}),
        ({SITE: "name: ["}, {f"Y101 {SITE}:1"}),
    ],
)
def test_a_file_of_data_that_cannot_be_read_hides_no_slip_in_a_text(
    tmp_path: Path, changes: Changes, expected: set[str]
) -> None:
    place = project(tmp_path, {f"{EN}/general.md": good(f"{EN}/general.md") + SLIP, **changes})
    assert set(told(problems(place))) == {f"M116 {EN}/general.md:10", *expected}
