"""`w1` of leaves: the same as ever for all that the first grammar can write, and fixed for what it can't."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from inforce.reader.section import parse_section
from inforce.reader.wording import wording, wording_digest

from tests.built.building import ROOT
from tests.reader.reading import leaves, read

RECORDS = [
    path
    for base in (ROOT, ROOT / "examples", *sorted((ROOT / "tests/bad_sources").iterdir()))
    for name in ("manifest.json", "amendment.json")
    for path in sorted(base.glob(f"policy_src/*/versions/**/{name}"))
]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_frozen_keeps_its_digest(path: Path) -> None:
    for language, sections in json.loads(path.read_bytes())["digests"].items():
        for name, digests in sections.items():
            source = (path.parent / language / f"{name}.md").read_text("utf-8")
            section, problems = parse_section(source, id=name, file=f"{name}.md", language=language)
            assert section is not None, problems
            assert wording_digest(section.leaves) == digests["wording"]


VECTORS = {
    "#### a".replace("#### a", "## a\n\n### b\n\n#### c\n\n##### d\n\n###### e"): [
        ("h2", "a"), ("h3", "b"), ("h4", "c"), ("h5", "d"), ("h6", "e")
    ],
    "_a_ __b__ `c d`": [("p", "a b c d")],
    "```text\na  b\n\nc\n```": [("code", "a  b\n\nc")],
    "> a\n>\n> 1. b\n>    - c\n>\n> [d](tel:112)": [
        ("quote p", "a"), ("quote step1", "b"), ("quote item2", "c"), ("quote p", "d")
    ],
    "> > a": [("quote quote p", "a")],
    "- a\n\n  b\n\n  > c\n  > - d\n\n  ```\n  e\n  ```\n- f": [
        ("item1", "a"), ("item1 p", "b"), ("item1 quote p", "c"), ("item1 quote item1", "d"), ("item1 code", "e"),
        ("item1", "f"),
    ],
    "1. > a\n2. b": [("step1", ""), ("step1 quote p", "a"), ("step1", "b")],
    "1. a\n   - b\n\n     c": [("step1", "a"), ("item2", "b"), ("item2 p", "c")],
    "5. a\n6. b": [("step1=5", "a"), ("step1", "b")],
    "0. a\n1. b": [("step1=0", "a"), ("step1", "b")],
    "1. a\n\nb\n\n2. c": [("step1", "a"), ("p", "b"), ("step1=2", "c")],
    "1. a\n\n1) b": [("step1", "a"), ("step1=1", "b")],
    "1. a\n\n   b\n\n1) c": [("step1", "a"), ("step1 p", "b"), ("step1=1", "c")],
    "- a\n\n1. b\n\n- c\n\n1. d": [("item1", "a"), ("step1", "b"), ("item1", "c"), ("step1", "d")],
    "- | a | b |\n  |---|---|\n  | c | d |": [
        ("item1", ""), ("item1 cell", "a"), ("item1 cell", "b"), ("item1 cell", "c"), ("item1 cell", "d")
    ],
    "| a |\n|---|\n| b<br>c |\n| d:<br>- e<br>- f<br>g<br>h |\n| - i<br>- j |": [
        ("cell", "a"), ("cell", "b c"), ("cell", "d:"), ("cell item1", "e"), ("cell item1", "f"), ("cell p", "g h"),
        ("cell", ""), ("cell item1", "i"), ("cell item1", "j"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("body", VECTORS)
def test_kinds_that_are_new(body: str) -> None:
    assert list(wording(leaves(body))) == VECTORS[body]


def test_one_digest_for_good() -> None:
    section, _ = read("> 3. a\n>\n>    `b`\n\n```\nc\n```")
    assert wording_digest(section.leaves) == ("w1:dfb4544883a33603ef6e234d8258d9d0ffe2212a3531132f1f2eff5c294a18af")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("- a\n- b", "* a\n* b"),
        ("- a\n- b", "- a\n\n- b"),
        ("1. a\n2. b", "1) a\n2) b"),
        ("*a* **b**", "_a_ __b__"),
        ("> a\nb", "> a\n> b"),
        ("```\na\n```", "~~~ text\na\n~~~"),
        ("[a](tel:112)", '[a](tel:113 "b")'),
        ("a  \nb", "a\\\nb"),
    ],
)
def test_what_changes_no_digest(one: str, other: str) -> None:
    assert wording(leaves(one)) == wording(leaves(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("- a\n- b", "1. a\n2. b"),
        ("1. a\n2. b", "2. a\n3. b"),
        ("> a", "a"),
        ("- a\n\n  b", "- a\n\nb"),
        ("- a\n  - b", "- a\n- b"),
        ("```\na\n b\n```", "```\na\nb\n```"),
        ("1. a\n\n1) b\n2) c", "1. a\n2. b\n3. c"),
    ],
)
def test_what_changes_it(one: str, other: str) -> None:
    assert wording(leaves(one)) != wording(leaves(other))
