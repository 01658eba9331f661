"""A problem as it is shown, compared and ordered."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.problems import Location, Problem, Severity
from inforce.problems.value import LONGEST, LONGEST_QUOTED


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


@given(st.text(st.characters(), max_size=60), st.integers(1, 200))
def test_whatever_it_quotes_it_is_short_and_steers_nothing(words: str, times: int) -> None:
    quoting = words * times
    found = replace(problem(file=words), message=f'the text says "{quoting}"; so it is.', remedy=quoting)
    for said in (found.message, found.remedy):
        assert len(said) <= LONGEST
    for said in (found.message, found.remedy, str(found)):
        assert all(char.isprintable() or unicodedata.category(char) == "Zs" or char in "\u200c\u200d" for char in said)


def test_what_is_quoted_is_shortened_and_the_rest_stays() -> None:
    long = "x" * 500
    found = replace(problem(), message=f'the text says "{long}"; the agreed period is 10 years ("{long}").')
    assert re.fullmatch(r'the text says "x+ … x+"; the agreed period is 10 years \("x+ … x+"\)\.', found.message)
    assert len(found.message) < 2 * LONGEST_QUOTED + 60


@pytest.mark.parametrize(
    "words", ["12 Gorse Lane\u00a0X99", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "a — b"]
)
def test_words_of_a_language_stay_as_they_are(words: str) -> None:
    assert replace(problem(), message=words).message == words
