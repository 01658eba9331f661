"""Lists: depth, steps, and what breaks one."""

from __future__ import annotations

import pytest
from inforce.model.text import words
from inforce.parse.findings import Findings
from inforce.parse.inline import Line
from inforce.parse.lists import ListReader


def lines(source: str) -> list[Line]:
    return [(text, number, 1) for number, text in enumerate(source.split("\n"), start=1)]


def read(*blocks: str) -> tuple[list[str], list[str]]:
    """Items as `depth step words`, and codes; the blocks are parted by empty lines."""
    findings = Findings("a.md")
    reader = ListReader(findings)
    items = [item for block in blocks for item in reader.read(lines(block))]
    return [f"{item.depth} {item.step or '-'} {words(item.children)}" for item in items], [
        each.code for each in findings.problems()
    ]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["- a\n- b"], ["1 - a", "1 - b"]),
        (["* a\n* b"], ["1 - a", "1 - b"]),
        (["1. a\n2. b\n3. c"], ["1 1 a", "1 2 b", "1 3 c"]),
        (["1. a", "2. b"], ["1 1 a", "1 2 b"]),
        (["- a\n    - b\n    - c\n- d"], ["1 - a", "2 - b", "2 - c", "1 - d"]),
        (["- a\n    1. b\n    2. c\n- d\n    1. e"], ["1 - a", "2 1 b", "2 2 c", "1 - d", "2 1 e"]),
        (["1. a\n    - b\n2. c"], ["1 1 a", "2 - b", "1 2 c"]),
        (["- a", "1. b"], ["1 - a", "1 1 b"]),
        (["- a\n  goes on"], ["1 - a goes on"]),
    ],
)
def test_what_is_read(blocks: list[str], expected: list[str]) -> None:
    assert read(*blocks) == (expected, [])


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("- a\n  - b", "M123"),
        ("- a\n        - b", "M123"),
        ("- - a", "M123"),
        ("1. a\n3. b", "M124"),
        ("- a\n1. b", "M125"),
        ("1. a\n+ b", "M125"),
        ("- a\nb", "M126"),
        ("-", "M127"),
    ],
)
def test_what_is_refused(source: str, code: str) -> None:
    assert code in read(source)[1]


def test_what_begins_a_list() -> None:
    reader = ListReader(Findings("a.md"))
    assert reader.begins("- a")
    assert reader.begins("1. a")
    assert not reader.begins("10. November")
    assert not reader.begins("+ 32")
    assert not reader.begins("-a")
    assert not reader.is_open
    reader.read(lines("1. a"))
    assert reader.is_open
    assert reader.begins("2. b")
    reader.close()
    assert not reader.begins("2. b")
