"""Qualifio's version 1, in English, is the policy that was in force on 10 November 2020, word for word.

Compared line by line with the copy that was supplied. Only white space is passed over (the copy holds no-break
spaces), and the full stop after a generated number; a bullet must be a bullet, and a line break a line break.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from inforce.model.config import PolicyConfig
from inforce.model.text import Block, Clause, Heading, Item, Section, Table, words
from inforce.parse.markdown import parse_section
from inforce.parse.numbering import number_sections
from inforce.parse.yaml import load_yaml

ROOT = Path(__file__).parent.parent
SEED = ROOT / "tests" / "seed" / "qualifio-privacy-policy.txt"
POLICY = ROOT / "policy_src" / "privacy"
RELEASED = POLICY / "versions" / "1" / "en"


def _collapse(text: str) -> str:
    return re.sub(r"[ \t\u00a0]+", " ", text).strip()


def _plain_number(text: str) -> str:
    return re.sub(r"^(\d+(?:\.\d+)*)\. ", r"\1 ", text)


def _seed_lines() -> list[str]:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    return [_plain_number(_collapse(line)) for line in lines if line.strip()]


def _block_lines(block: Block, number: str) -> Iterator[str]:
    assert not isinstance(block, Table)
    text = words(block.children, line_break="\n")
    bullet = "• " if isinstance(block, Item) else ""
    yield from (_plain_number(_collapse(line)) for line in f"{number} {bullet}{text}".split("\n"))


@pytest.fixture(scope="module")
def sections() -> dict[str, Section]:
    config, _, problems = load_yaml(PolicyConfig, (POLICY / "policy.yml").read_text(encoding="utf-8"), "policy.yml")
    assert config is not None, problems
    folder = RELEASED if RELEASED.is_dir() else POLICY / "en"
    found = {}
    for name in config.section_ids():
        text = (folder / f"{name}.md").read_text(encoding="utf-8")
        section, wrong = parse_section(text, id=name, file=f"{name}.md")
        assert section is not None, wrong
        found[name] = section
    return found


@pytest.fixture(scope="module")
def ours(sections: dict[str, Section]) -> list[str]:
    config, _, _ = load_yaml(PolicyConfig, (POLICY / "policy.yml").read_text(encoding="utf-8"), "policy.yml")
    assert config is not None
    numbers = number_sections(config.sections, sections, config.numbering)
    lines: list[str] = []
    for name, section in sections.items():
        for index, block in enumerate(section.blocks):
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
        for block in section.blocks:
            if isinstance(block, Heading | Clause):
                assert not re.match(r"\d", words(block.children)), words(block.children)
