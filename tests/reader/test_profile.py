"""Blocks that a policy doesn't hold, each with its place; and honest ones, which stay quiet."""

import pytest

from tests.reader.reading import found, read

REFUSED = {
    "<div>\na\n</div>": "X301 3:1",
    "<!-- a -->": "X301 3:1",
    "a\n\n    b": "M110 5:5",
    "- a\n\n      b": "M110 5:7",
    "a\n\n---": "M113 5:1",
    "A\n===": "M114 4:1",
    "A\n---": "M114 4:1",
    "```\na": "M111 3:1",
    "> ```\n> a\n\nb": "M111 3:3",
    "## ": "M106 3:1",
    "##A": "M106 3:1",
    "####### A": "M106 3:1",
    "## A ##": "M107 3:6",
    "- # A": "M106 3:3",
    "> ## A": "M106 3:3",
    "\u00a0\na": "M109 3:1",
    "a\n\u3000": "M109 4:1",
    "- - a": "M123 3:3",
    "a\n        - b": "M123 4:9",
    "1. 1. a": "M123 3:4",
    "\n".join(f"{'  ' * depth}- a" for depth in range(8)): "M123 9:13",
    "1. a\n1. b": "M124 4:1",
    "1. a\n3. b": "M124 4:1",
    "on\n\n10. November 2020 we": "M124 5:1",
    "8. of our terms": "M124 3:1",
    "+ 32 2 274": "M125 3:1",
    "-\n- a": "M127 3:1",
    "1. a\n2.\n3. b": "M127 4:1",
}


@pytest.mark.parametrize("body", REFUSED)
def test_refused(body: str) -> None:
    assert REFUSED[body] in found(body)


@pytest.mark.parametrize(
    ("language", "body"),
    [("de", "1. Januar 2024"), ("fr", "1. août"), ("nl", "10. mei"), ("pl", "5. stycznia"), ("xx", "5. May")],
)
def test_a_day_is_no_list(language: str, body: str) -> None:
    (problem,) = read(body, language=language)[1]
    assert problem.code == "M124"
    assert "\\. " in problem.remedy


QUIET = [
    "1. Only one point.",
    "5. Rights\n\na\n\n6. Duties",
    "1. a\n\nb\n\n2. c",
    "1. the only point",
    "+ a\n+ b",
    "* a\n* b",
    "- a\n  b\n- c",
    "a\n1. b\n2. c",
    "   a",
    "#1 is no heading".replace("#", "\\#"),
    "a # b",
    "## C\\#",
    "> a\nb",
    "~~~\n```\n~~~",
    "5 < 6 and a > b",
]


@pytest.mark.parametrize("body", QUIET)
def test_honest(body: str) -> None:
    assert found(body) == []
