"""A whole text cut at its highest headings: no word is lost, no level is guessed."""

from __future__ import annotations

import pytest
from inforce.reader.section import parse_section
from inforce.tidy.options import Options
from inforce.tidy.parts import in_parts, section_files

CASES = [
    ("# T\n\nx\n\n## 1. A\n\n### B\n", "", {"policy": "# T\n\nx\n", "a": "# 1. A\n\n## B\n"}),
    ("# T\n\n## A\n\n## B\n", "T", {"a": "# A\n", "b": "# B\n"}),
    ("# T\n\n## A\n\n[top](section:policy)\n", "", {"policy": "# T\n", "a": "# A\n\n[top](section:policy)\n"}),
    ("## A\n\n### C\n\n## B\n", "", {"a": "# A\n\n## C\n", "b": "# B\n"}),
    ("x\n\n# A\n\n# A\n", "", {"policy": "x\n", "a": "# A\n", "a-2": "# A\n"}),
    ("### T\n\n## A\n", "", {"policy": "# T\n", "a": "# A\n"}),
    ("# Т\n\n## Да\n\n## Нет\n", "Т", {"part-1": "# Да\n", "part-2": "# Нет\n"}),
    (
        "# T\n\n## [*A*](id:own)\n\n## Own\n\n### [C](id:c)\n",
        "T",
        {"own": "# *A*\n", "own-2": "# Own\n\n## [C](id:c)\n"},
    ),
    ("# T\n\n- a\n\n  ## no\n\n## A\n", "", {"policy": "# T\n\n- a\n\n  ## no\n", "a": "# A\n"}),
]


@pytest.mark.parametrize(("source", "title", "files"), CASES, ids=[repr(case[0]) for case in CASES])
def test_parts(source: str, title: str, files: dict[str, str]) -> None:
    parts = in_parts(source, "policy")
    assert parts is not None
    assert parts.title == title
    assert {part.id: part.text for part in parts.sections} == files


@pytest.mark.parametrize("source", ["", "x\n", "# A\n\nx\n", "> # A\n"])
def test_nothing_to_cut_at(source: str) -> None:
    assert in_parts(source, "policy") is None


def test_links_lead_to_the_parts() -> None:
    source = "T\n=\n\nSee [a](#use) and [b](#gone).\n\nUse\n---\n\nBack to [c](#t).\n"
    parts = section_files(source, Options(id="policy", whole=True))
    assert parts is not None
    assert [part.text for part in parts.sections] == [
        "# T\n\nSee [a](section:use) and b.\n",
        "# Use\n\nBack to [c](section:policy).\n",
    ]
    assert all(parse_section(part.text, id=part.id, file="")[0] for part in parts.sections)
