"""Reading takes time in proportion to the length of the source, whatever stands in it."""

import sys
from types import FrameType

import pytest
from inforce.reader.section import parse_section

NASTY = {
    "brackets": "[",
    "closing brackets": "]",
    "stars": "*",
    "stars with words": "*a ",
    "double stars": "**a ",
    "star pairs": "**a** ",
    "links": "[a](tel:112)",
    "links inside links": "[a](",
    "nested targets": "[a](b(",
    "backslashes": "\\",
    "escapes": "\\*",
    "backticks": "` ",
    "entities": "&a",
    "tags": "<",
    "items": "- a\n",
    "steps": "1. a\n\n",
    "nested items": "- a\n    - b\n",
    "tables": "| a | b ",
    "bars": "\\|",
    "hashes": "#",
    "lines": "a\n",
    "breaks": "a\\\n",
    "spaces": " ",
    "spaces and lines": "a \n",
    "empty lines": "\n",
    "rules": "- ",
    "underscores": "_ ",
    "han": "日\n",
    "isolates": "\u2066",
    "hidden": "\u200b",
}


def calls(source: str) -> int:
    """How many calls, of Python and of C, it takes to read a source: work that no clock has to measure."""
    count = 0

    def counting(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        parse_section(source, id="t", file="t.md", language="en")
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", NASTY.values(), ids=NASTY.keys())
def test_eight_times_the_text_takes_about_eight_times_the_work(unit: str) -> None:
    def source(length: int) -> str:
        return "# T\n\n" + unit * (length // len(unit))

    small, large = calls(source(2_000)), calls(source(16_000))
    assert large < 12 * small
