"""Pipe tables: every row begins and ends with `|`, the second row is dashes, all rows have the same number of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inforce.model.text import Cell, Position, Table
from inforce.parse.findings import Findings
from inforce.parse.inline import Line, parse_inline

DELIMITER = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_CELL_END = re.compile(r"(?:[^\\|]++|\\.)*(\||$)")


def is_delimiter(line: str) -> bool:
    """Whether a line is the row of dashes under a table's head."""
    return "|" in line and DELIMITER.fullmatch(line) is not None


def parse_table(lines: Sequence[Line], findings: Findings) -> Table | None:
    """The table that these lines are, or None where they are no whole table; problems go to `findings`."""
    if not _has_head_and_row(lines, findings):
        return None
    _, first, column = lines[0]
    rows: list[tuple[Cell, ...]] = []
    alignments: tuple[str, ...] = ()
    for index, line in enumerate(lines):
        cells = _split(line)
        if cells is None:
            findings.report(
                "M129",
                line[1],
                line[2],
                "A row of a table begins and ends with `|`; this one does not.",
                "Add the bar.",
            )
            continue
        if index == 1:
            alignments = tuple(_alignment(text.strip(" ")) for text, _, _ in cells)
            continue
        rows.append(
            tuple(
                Cell(children=parse_inline([cell], findings), at=Position(line=cell[1], column=cell[2]))
                for cell in cells
            )
        )
        width = len(rows[0])
        if len(cells) != width:
            findings.report(
                "M128",
                line[1],
                line[2],
                f"This row has {len(cells)} cells, the head of the table has {width}.",
                f"Give it {width}; an empty cell is ` | |`, a plain bar is `\\|`.",
            )
    if rows and len(alignments) != len(rows[0]):
        findings.report(
            "M128",
            lines[1][1],
            lines[1][2],
            f"The row of dashes has {len(alignments)} cells, the head of the table has {len(rows[0])}.",
            f"Give it {len(rows[0])}.",
        )
    return Table(rows=tuple(rows), alignments=alignments, at=Position(line=first, column=column))


def _has_head_and_row(lines: Sequence[Line], findings: Findings) -> bool:
    """Whether there is a head, the dashes under it, and a row; what is lacking is told."""
    _, first, column = lines[0]
    if len(lines) < 2 or not is_delimiter(lines[1][0]):
        findings.report(
            "M128",
            first,
            column,
            "A line that begins with `|` is a row of a table, and there is no row of dashes under this one.",
            "Write `| --- | --- |` under the head of the table; for a plain bar write `\\|`.",
        )
        return False
    if len(lines) == 2:
        findings.report("M128", first, column, "This table has a head and no row.", "Add a row under the dashes.")
        return False
    return True


def _split(line: Line) -> list[Line] | None:
    """The cells of a row, trimmed, each with its place; None where the row lacks a bar at an end."""
    text, number, column = line
    text = text.rstrip(" ")
    if not text.startswith("|"):
        return None
    cells: list[Line] = []
    at = 1
    while at < len(text):
        found = _CELL_END.match(text, at)
        if found is None or not found[1]:
            return None
        inner = text[at : found.end() - 1]
        words = inner.strip(" ")
        lead = len(inner) - len(inner.lstrip(" ")) if words else 0
        cells.append((words, number, column + at + lead))
        at = found.end()
    return cells or None


def _alignment(dashes: str) -> str:
    left, right = dashes.startswith(":"), dashes.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else ""
