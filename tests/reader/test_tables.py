"""Tables: cells with their places, lines and items in them, and rows that are not whole."""

import pytest
from inforce.model.text import Table, cell_lines, words

from tests.reader.reading import found, leaves


def table(body: str) -> Table:
    (leaf,) = leaves(body)
    assert isinstance(leaf, Table)
    return leaf


def test_cells_and_alignments() -> None:
    read = table("| a | b | c |\n|:--|:-:|--:|\n| d\\|e | *f* | |\ng | `h` | i")
    assert [[words(cell.children) for cell in row] for row in read.rows] == [
        ["a", "b", "c"],
        ["d|e", "f", ""],
        ["g", "h", "i"],
    ]
    assert read.alignments == ("left", "center", "right")
    assert [(cell.at.line, cell.at.column) for cell in read.rows[1]] == [(5, 3), (5, 10), (5, 15)]
    assert [(cell.at.line, cell.at.column) for cell in read.rows[2]] == [(6, 1), (6, 5), (6, 11)]


def test_places_after_an_escaped_bar() -> None:
    (cell, _) = table("| a | b |\n|---|---|\n| c\\|d *e* | f |").rows[1]
    assert [(piece.at.line, piece.at.column) for piece in cell.children] == [(5, 3), (5, 8)]


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("a<br>b<br />c", ["a", "b", "c"]),
        ("a:<br>- b<br>- c d", ["a:", "- b", "- c d"]),
        ("- a<br>- b<br>c", ["- a", "- b", "c"]),
        ("- a", ["a plain dash", "- a"]),
        ("a<br>-b<br>– c", ["a", "-b", "– c"]),
    ],
)
def test_lines_and_items(cell: str, lines: list[str]) -> None:
    read = table(f"| x | y |\n|---|---|\n| {cell} | z |").rows[1][0]
    if lines[0] == "a plain dash":
        assert [(is_item, words(line)) for is_item, line in cell_lines(read)] == [(False, "- a")]
        return
    assert [("- " if is_item else "") + words(line) for is_item, line in cell_lines(read)] == lines


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("| a | b |\n|---|---|\n| c | d | e |", ["M128 5:1"]),
        ("| a | b |\n|---|---|\n| c |", ["M128 5:1"]),
        ("| a | b |\n|---|---|", ["M128 3:1"]),
        ("| a | b |\n|---|\n| c | d |", ["M128 3:1"]),
        ("a | b\n\n|---|---|", ["M128 5:1"]),
        ("- | a | b |\n|---|---|\n| c | d |", ["M128 3:3"]),
        ("# a | b |\n|---|---|\n| c | d |", ["M128 3:1"]),
        ("a | b\n---|---\nc | d", []),
        ("a | b", []),
    ],
)
def test_rows_that_are_not_whole(body: str, problems: list[str]) -> None:
    assert found(body)[: len(problems) or None] == problems
