"""One slip hides nothing else of its file: the blocks without it are known, and those with it are not guessed at."""

from __future__ import annotations

import pytest
from inforce.model.text import Paragraph
from inforce.reader.section import ids_written, parse_section, read_section, readable_part

from tests.reader.test_refusals import REFUSED

AFTER = "We keep it for [7 years](fact:retention.contract)."
BEFORE = "# Title\n\nWe keep it for [7 years](fact:retention.contract).\n\n"


def part(source: str) -> list[str]:
    """The sound blocks, by their first lines."""
    section = readable_part(*read_section(source, id="test", file="a.md"))
    return [section.source.split("\n")[block.at.line - 1] for block in section.leaves]


@pytest.mark.parametrize("source", [source for source, _ in REFUSED if source.strip() and "~~~" not in source])
def test_a_paragraph_after_what_is_wrong_is_known(source: str) -> None:
    whole = f"{source.rstrip()}\n\n{AFTER}\n"
    assert parse_section(whole, id="test", file="a.md")[0] is None
    section = readable_part(*read_section(whole, id="test", file="a.md"))
    last = section.leaves[-1]
    assert isinstance(last, Paragraph)
    assert last.at.line == whole.count("\n")
    assert [link.target.value for link in section.links][-1] == "retention.contract"


@pytest.mark.parametrize("source", [source for source, _ in REFUSED if source.startswith("# Title\n\n")])
def test_a_paragraph_before_what_is_wrong_is_known_and_nothing_of_that(source: str) -> None:
    whole = BEFORE + source.removeprefix("# Title\n\n")
    _, problems = parse_section(whole, id="test", file="a.md")
    section = readable_part(*read_section(whole, id="test", file="a.md"))
    assert [block.at.line for block in section.leaves][:2] == [1, 3]
    wrong = {problem.location.line for problem in problems}
    assert not wrong & {block.at.line for block in section.leaves}


@pytest.mark.parametrize(
    ("source", "sound"),
    [
        ("# A\n\nb\n", ["# A", "b"]),
        ("# A\n\nb **c\nd\n\ne\n", ["# A", "e"]),
        ("# A\n\nb\nc ~~d~~\n\ne\n", ["# A", "e"]),
        ("# A\n\n- b\n- c **d\n- e\n", ["# A", "- b", "- e"]),
        ("# A\n\n~~b~~\n\nc\n", ["# A", "c"]),
        ("# A\n\nc\n\n~~b~~\n", ["# A", "c"]),
        ("#A\n\nb\n", ["b"]),
        ("# A\n\nb\u200bc\n\nd\n", ["# A", "d"]),
        ("", []),
        ("# A\n\n" + "b **c\n\n" * 300 + "d\n", []),
    ],
)
def test_what_is_left(source: str, sound: list[str]) -> None:
    assert part(source) == sound


def test_ids_are_known_however_broken_the_rest_is() -> None:
    source = "# A\r\n\r\n## [B](id:b-c) **d\r\n\r\n[e](id:f) g [h](id:I) [j](section:k)\r\n"
    assert ids_written(source) == {"b-c", "f"}
