"""What is read and can't be carried yet is refused; what passes is the same in both forms."""

import pytest
from inforce.model.text import Heading, Item, Paragraph
from inforce.reader.section import parse_section, read_section

REFUSED = {
    "> a": ["M112 3:1"],
    "> - a\n> - b": ["M112 3:1"],
    "- > a": ["M112 3:3"],
    "3. a\n4. b": ["M124 3:1"],
    "- a\n\n  b": ["M126 5:3"],
    "- a\n\n  | b |\n  |---|\n  | c |": ["M126 5:3"],
    "```\na\n```": ["M111 3:1"],
    "a `b`": ["M111 3:3"],
    "[*a `b`*](tel:112)": ["M111 3:5"],
    "## A\n\n### B\n\n#### C": ["M105 7:1"],
    '[a](tel:112 "b")': ["L202 3:1"],
    "| a |\n|---|\n| b<br>c |": ["X301 5:4"],
}


@pytest.mark.parametrize("body", REFUSED)
def test_refused(body: str) -> None:
    source = f"# T\n\n{body}\n"
    section, problems = parse_section(source, id="t", file="t.md")
    assert section is None
    assert [f"{one.code} {one.location.line}:{one.location.column}" for one in problems] == REFUSED[body]
    assert read_section(source, id="t", file="t.md")[1] == ()


def test_flat_blocks() -> None:
    section, problems = parse_section("# T\n\n- a\n  1. b\n  2. c\n\nd\n", id="t", file="t.md")
    assert section is not None, problems
    head, *items, last = section.blocks
    assert isinstance(head, Heading)
    assert isinstance(last, Paragraph)
    assert [(item.depth, item.step, item.at.line, item.at.column) for item in items if isinstance(item, Item)] == [
        (1, None, 3, 1),
        (2, 1, 4, 3),
        (2, 2, 5, 3),
    ]
