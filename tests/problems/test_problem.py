"""A problem as it is shown, compared and ordered."""

from __future__ import annotations

import pytest
from inforce.problems import Location, Problem, Severity


def problem(code: str = "F102", line: int | None = 3, column: int | None = None, file: str = "a.md") -> Problem:
    return Problem(
        code=code,
        severity=Severity.OPEN,
        location=Location(file=file, line=line, column=column),
        message="The text says “5 ans”.",
        remedy="Correct it.",
    )


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        (Location(file="a/b.md"), "a/b.md"),
        (Location(file="a/b.md", line=3), "a/b.md:3"),
        (Location(file="a/b.md", line=3, column=7), "a/b.md:3:7"),
    ],
)
def test_a_place_is_shown_as_editors_open_it(location: Location, shown: str) -> None:
    assert str(location) == shown


def test_a_problem_is_shown_whole() -> None:
    assert str(problem()) == "open F102 a.md:3  The text says “5 ans”. Correct it."


def test_problems_are_put_in_reading_order() -> None:
    """File, line, column, code; what has no line comes first in its file. Line 10 comes after line 9."""
    ordered = [
        problem(line=None),
        problem(line=9),
        problem(line=10, column=2),
        problem("F103", line=10, column=2),
        problem(line=10, column=11),
        problem(file="b.md", line=1),
    ]
    shuffled = [ordered[index] for index in (3, 0, 5, 2, 4, 1)]
    assert sorted(shuffled, key=lambda each: each.sort_key) == ordered
