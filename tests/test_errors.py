"""The exception that means "cannot continue" carries the problems that say why."""

from __future__ import annotations

from inforce.errors import CannotContinue
from inforce.problems import Location, Problem, Severity


def problem(code: str) -> Problem:
    return Problem(
        code=code,
        severity=Severity.ERROR,
        location=Location(file="a.md", line=2),
        message="It is so.",
        remedy="Mend it.",
    )


def test_it_holds_its_problems_and_says_them_all() -> None:
    stop = CannotContinue([problem("S101"), problem("S102")])
    assert stop.problems == (problem("S101"), problem("S102"))
    assert str(stop) == ("error S101 a.md:2  It is so. Mend it.\nerror S102 a.md:2  It is so. Mend it.")
