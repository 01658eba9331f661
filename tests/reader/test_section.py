"""The way in: what the whole file is held to, and that no text makes it fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.reader.section import read_section

CASES = {
    "": ["M101 1:1"],
    "a": ["M102 1:1"],
    "\n# A": ["M102 1:1"],
    "## A": ["M102 1:1"],
    "#A": ["M106 1:1"],
    "# A\n\n# B": ["M103 3:1"],
    "# A\n\n### B": ["M104 3:1"],
    "# A\n\n## B\n\n#### C": ["M104 5:1"],
    "# [A](id:b)": ["L204 1:1"],
    "# A\n\n## [B](id:b)\n\n## [C](id:b)": ["L205 5:1"],
    "# A\n\n## [B](id:a)": ["L205 3:1"],
    "# A\n\n## B [C](id:c)": ["L204 3:6"],
    "# A\n\n[B](id:b)": ["L204 3:1"],
    "# A\n\nb [C](id:c)": ["L204 3:3"],
    "# A\n\n- [B](id:b) c": ["L204 3:3"],
    "# A\n\nb\tc": ["M130 3:2"],
    "# A\u200bB": ["X302 1:4"],
    "\ufeff# A\r\n\r\nb\r\n": [],
    "# A\n\n## [B](id:b)\n\n[C.](id:c) d\n\n### [**E** *f*](id:e)": [],
}


@pytest.mark.parametrize("source", CASES)
def test_the_whole_file(source: str) -> None:
    _, problems = read_section(source, id="a", file="a.md")
    assert [f"{one.code} {one.location.line}:{one.location.column}" for one in problems] == CASES[source]


@given(st.text("ab 1.\n-+#>=_*[](){}`<&;!|~\\:\"'\t\u00a0\u3000日。é", max_size=120))
def test_no_text_makes_it_fail_and_every_problem_has_a_place(source: str) -> None:
    section, problems = read_section(source, id="a", file="a.md")
    lines = section.source.split("\n")
    for problem in problems:
        line, column = problem.location.line, problem.location.column
        assert line is not None
        assert column is not None
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    assert "M190" not in {problem.code for problem in problems}
