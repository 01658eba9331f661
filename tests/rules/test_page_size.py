"""A page that Markdown would work on for minutes is refused before it is parsed."""

from __future__ import annotations

import pytest
from inforce.rules.page_size import too_much

from tests.built.building import ROOT

TOO_MUCH = {
    "bytes": ("words\n\n" * 15_000, 1, "100,000 bytes"),
    "bytes of a paragraph": ("\n\n\n" + "word " * 4_001, 4, "20,000 bytes"),
    "headings": ("# a\n" * 1_001, 1, "headings"),
    "underlined headings": ("a\n-\n\n" * 1_001, 1, "headings"),
    "fences": ("```\n" * 1_001, 1, "block of code"),
    "fences in quotes": ("> ~~~\n" * 1_001, 1, "block of code"),
    "paragraphs": ("a\n\n" * 4_001, 1, "paragraphs"),
    "notes": ("[^a]\n\n" * 501, 1, "notes"),
    "abbreviations": ("*[a]: b\n\n" * 201, 1, "abbreviations"),
    "spaces": (f"a\n{' ' * 401}b", 2, "spaces"),
    "lists in a line": (f"a\n\n{'- ' * 41}a", 3, "in one another"),
    "numbered lists in a line": (f"a\n\n{'1. ' * 41}a", 3, "in one another"),
    "quotes": (">" * 41 + "a", 1, "in one another"),
    "lists and quotes": ("> - " * 21 + "a", 1, "in one another"),
    "brackets": ("a\n\n" + "[" * 1_001, 3, "brackets"),
    "angles": ("a\r\n\r\n" + "<" * 1_001, 3, "brackets"),
    "stars": ("a\n\n" + "*a" * 2_001, 3, "characters of markup"),
    "ticks": ("``a`" * 700, 1, "characters of markup"),
    "columns": ("|a" * 4_001, 1, "cells"),
    "rows of a wide table": ("|" + "a|" * 40 + "\n" + "|\n" * 500, 1, "cells"),
}


@pytest.mark.parametrize(("page", "line", "said"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_more_than_anybody_writes_is_told(page: str, line: int, said: str) -> None:
    found = too_much(page.encode())
    assert found is not None
    assert found[0] == line
    assert said in found[1]


ENOUGH = {
    "nothing": "",
    "a long page": "word " * 19 + "\n\n" + ("word " * 100 + "\n\n") * 190,
    "a long table": "| a | `b` | c |\n|---|---|---|\n" + "| word | `code` | *word* |\n" * 300,
    "a program": "~~~\n" + 'value["name"] = {"a": [1, 2], "b": call(x_1, y)}\n' * 80 + "~~~\n",
    "a list": "- a word\n" * 500,
    "many headings": "## A heading\n\nWords\n\n" * 900,
    "a deep list": "\n".join("    " * depth + "- a" for depth in range(12)),
}


@pytest.mark.parametrize("page", ENOUGH.values(), ids=ENOUGH)
def test_what_somebody_could_write_is_not(page: str) -> None:
    assert too_much(page.encode()) is None


@pytest.mark.parametrize("path", sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("**/docs/**/*.md")))
def test_our_own_pages_are_not(path: str) -> None:
    assert too_much((ROOT / path).read_bytes()) is None


@pytest.mark.parametrize("unit", ["\n", " ", ">", "- ", "\r", "\t \n", "1.", "=", "|", "| \n"])
def test_counting_takes_no_long_time_itself(unit: str) -> None:
    """Every pattern takes a time that grows with the page alone: each of these ends at once, or never."""
    too_much((unit * 100_000)[:100_000].encode())
