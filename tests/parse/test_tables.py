"""Pipe tables: cells, alignments, and every way in which one is not whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.text import words
from inforce.parse.findings import Findings
from inforce.parse.inline import Line
from inforce.parse.tables import is_delimiter, parse_table


def read(source: str) -> tuple[list[list[str]], list[str], list[str]]:
    """Rows of cells' words, alignments, codes with their places."""
    findings = Findings("a.md")
    lines: list[Line] = [(text, number, 1) for number, text in enumerate(source.split("\n"), start=1)]
    table = parse_table(lines, findings)
    codes = [f"{each.code}:{each.location.line}:{each.location.column}" for each in findings.problems()]
    if table is None:
        return [], [], codes
    return [[words(cell.children) for cell in row] for row in table.rows], list(table.alignments), codes


@pytest.mark.parametrize(
    ("source", "rows", "alignments"),
    [
        ("| a | b |\n|---|---|\n| c | d |", [["a", "b"], ["c", "d"]], ["", ""]),
        ("|a|\n|:-:|\n|b|\n|c|", [["a"], ["b"], ["c"]], ["center"]),
        ("| a | b | c |\n| :-- | --: | - |\n| 1 | | 3 |", [["a", "b", "c"], ["1", "", "3"]], ["left", "right", ""]),
        ("| a \\| b |\n|---|\n| **c** |", [["a | b"], ["c"]], [""]),
    ],
)
def test_what_is_read(source: str, rows: list[list[str]], alignments: list[str]) -> None:
    assert read(source) == (rows, alignments, [])


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("| a |", ["M128:1:1"]),
        ("| a |\n| b |", ["M128:1:1"]),
        ("| a |\n|---|", ["M128:1:1"]),
        ("| a | b |\n|---|---|\n| c |", ["M128:3:1"]),
        ("| a | b |\n|---|\n| c | d |", ["M128:2:1"]),
        ("| a |\n|---|\n| b", ["M129:3:1"]),
        ("| a |\n|---|\nb |", ["M129:3:1"]),
        ("| a |\n|---|\n| b * c |", ["M121:3:5"]),
    ],
)
def test_what_is_refused(source: str, codes: list[str]) -> None:
    assert read(source)[2] == codes


@pytest.mark.parametrize(
    ("line", "expected"), [("|---|", True), ("--|--", True), ("---", False), ("| a |", False), ("|:-:|:-|", True)]
)
def test_the_row_of_dashes(line: str, expected: bool) -> None:
    assert is_delimiter(line) is expected


@given(st.text("|-: a\\\n", max_size=30))
def test_any_lines_give_a_table_or_a_problem(source: str) -> None:
    rows, _, codes = read(source)
    assert rows or codes
