"""Problems of one file, collected: in reading order, and never too many."""

from __future__ import annotations

import pytest
from inforce.reader.findings import MOST, Findings, quoted


def test_problems_come_in_reading_order() -> None:
    findings = Findings("a.md")
    assert not findings
    for line, column in ((9, 1), (2, 5), (2, 1)):
        findings.report("M109", line, column)
    assert findings
    assert [str(problem.location) for problem in findings.problems()] == ["a.md:2:1", "a.md:2:5", "a.md:9:1"]


def test_beyond_the_most_they_are_counted_only() -> None:
    findings = Findings("a.md")
    for line in range(1, MOST + 1):
        findings.report("M109", line, 1)
    assert len(findings.problems()) == MOST
    findings.report("M109", 1, 2)
    findings.report("M109", 1, 3)
    findings.report("M109", 1, 3)  # once for each place
    told = findings.problems()
    assert len(told) == MOST + 1
    assert told[-1].code == "M199"
    assert "2 more" in told[-1].message


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("words", 40, "“words”"),
        ("a\u200bb\tc", 40, "“a<U+200B>b<U+0009>c”"),
        ("abcdef", 5, "“abcde…”"),
        ("abcde", 5, "“abcde”"),
        ("a b", 40, "“a b”"),
        ("a\u00a0b", 40, "“a<U+00A0>b”"),
    ],
)
def test_what_is_quoted_shows_what_is_hidden(text: str, most: int, shown: str) -> None:
    assert quoted(text, most) == shown
