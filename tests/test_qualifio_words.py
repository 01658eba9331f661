"""Qualifio's version 1, in English, is the policy that was in force on 10 November 2020, word for word.

Compared line by line with the copy that was supplied. Only white space is passed over (the copy holds no-break
spaces), and the full stop after a generated number; a bullet must be a bullet, and a line break a line break.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from inforce.model.text import Clause, Heading, Leaf, Section, inlines, words
from inforce.model.version import Manifest
from inforce.reader.numbering import number_sections
from inforce.reader.section import parse_section

ROOT = Path(__file__).parent.parent
SEED = ROOT / "tests" / "seed" / "qualifio-privacy-policy.txt"
VERSION = ROOT / "policy_src" / "privacy" / "versions" / "1"


def _collapse(text: str) -> str:
    return re.sub(r"[ \t\u00a0]+", " ", text).strip()


def _plain_number(text: str) -> str:
    return re.sub(r"^(\d+(?:\.\d+)*)\. ", r"\1 ", text)


def _seed_lines() -> list[str]:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    return [_plain_number(_collapse(line)) for line in lines if line.strip()]


def _block_lines(leaf: Leaf, number: str) -> Iterator[str]:
    (children,) = inlines(leaf)
    text = words(children, line_break="\n")
    bullet = "• " if leaf.path else ""
    yield from (_plain_number(_collapse(line)) for line in f"{number} {bullet}{text}".split("\n"))


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return Manifest.model_validate_json((VERSION / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sections(manifest: Manifest) -> dict[str, Section]:
    found = {}
    for place in manifest.sections:
        text = (VERSION / "en" / f"{place.id}.md").read_text(encoding="utf-8")
        section, wrong = parse_section(text, id=place.id, file=f"{place.id}.md")
        assert section is not None, wrong
        found[place.id] = section
    return found


@pytest.fixture(scope="module")
def ours(manifest: Manifest, sections: dict[str, Section]) -> list[str]:
    numbers = number_sections(manifest.sections, sections, manifest.numbering)
    lines: list[str] = []
    for name, section in sections.items():
        for index, block in enumerate(section.leaves):
            anchor = name if index == 0 else block.id if isinstance(block, Heading | Clause) else None
            lines += _block_lines(block, numbers.get(anchor or "", ""))
    return lines


def test_every_line_is_as_it_was_in_force(ours: list[str]) -> None:
    seed = _seed_lines()
    assert len(seed) > 150
    assert ours == seed


def test_the_slips_are_kept(ours: list[str]) -> None:
    text = "\n".join(ours)
    for slip in (
        "We may collect personal via :",
        "“personal information“",
        "These are informations",
        "Linkedin",
        "6.7.2 When do we reply ?",
        "these third Parties",
    ):
        assert slip in text


def test_no_number_is_typed(sections: dict[str, Section]) -> None:
    for section in sections.values():
        for block in section.leaves:
            if isinstance(block, Heading | Clause):
                assert not re.match(r"\d", words(block.children)), words(block.children)
