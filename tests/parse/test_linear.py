"""Reading takes time in proportion to the length of the source, whatever stands in it."""

from time import perf_counter

import pytest
from inforce.parse.markdown import parse_section

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


def seconds(source: str, language: str = "en") -> float:
    start = perf_counter()
    parse_section(source, id="t", file="t.md", language=language)
    return perf_counter() - start


@pytest.mark.parametrize("unit", NASTY.values(), ids=NASTY.keys())
def test_eight_times_the_text_takes_about_eight_times_as_long(unit: str) -> None:
    def source(length: int) -> str:
        return "# T\n\n" + unit * (length // len(unit))

    small = min(seconds(source(5_000)) for _ in range(3))
    large = min(seconds(source(40_000)) for _ in range(2))
    assert large < 30 * max(small, 0.005)
