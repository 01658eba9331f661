"""The grammar loses nothing: blocks written as source again are read as the same blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.text import Heading, Leaf, List, ListItem, Paragraph, Position, Text
from inforce.reader.section import parse_section
from inforce.reader.wording import wording

from tests.built.building import ROOT
from tests.reader.serialising import serialise

AT = Position(line=1, column=1)
SOURCES = sorted((ROOT / "policy_src").glob("*/??/*.md")) + sorted((ROOT / "examples/policy_src").glob("*/??/*.md"))


def again(source: str) -> str:
    section, problems = parse_section(source, id="a", file="a.md", language="ar")
    assert section is not None, problems
    return serialise(section.leaves)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_real_sections_come_back(path: Path) -> None:
    """The same words in the same blocks; and what is canonical stays as it is."""
    source = path.read_text("utf-8")
    before, _ = parse_section(source, id="a", file="a.md", language=path.parent.name)
    assert before is not None
    canonical = serialise(before.leaves)
    after, problems = parse_section(canonical, id="a", file="a.md", language=path.parent.name)
    assert after is not None, problems
    assert wording(after.leaves) == wording(before.leaves)
    assert [(name, level) for name, level, _ in after.ids()] == [(name, level) for name, level, _ in before.ids()]
    assert serialise(after.leaves) == canonical


@pytest.mark.parametrize(
    ("source", "canonical"),
    [
        ("# T\n\na\nb\n", "# T\n\na b\n"),
        ("# T\n\n* a\n\n* b\n", "# T\n\n* a\n* b\n"),
        ("# T\n\na  \nb\n", "# T\n\na\\\nb\n"),
        ("# T\n\n|a|b|\n|:-|-:|\n|c|d|\n", "# T\n\n| a | b |\n| :-- | --: |\n| c | d |\n"),
        ("# T\n\n- a\n\n1. b\n", "# T\n\n- a\n\n1. b\n"),
        ("# T\n\n## [A](id:x)\n\n[B.](id:y) c\n", "# T\n\n## [A](id:x)\n\n[B.](id:y) c\n"),
    ],
)
def test_canonical_forms(source: str, canonical: str) -> None:
    assert again(source) == canonical
    assert again(canonical) == canonical


@given(
    st.lists(st.text("ab 1.-+#>=_*[]()`<&;!|~\\日", min_size=1).map(lambda text: " ".join(text.split())), max_size=4)
)
def test_words_that_look_like_markup_stay_words(texts: list[str]) -> None:
    texts = [text for text in texts if text]
    bullets = List(ordered=False, start=1, style="-", at=AT)
    leaves: list[Leaf] = [
        Heading(level=1, id=None, children=(Text(text="T", at=AT),), at=AT),
        *(Paragraph(children=(Text(text=text, at=AT),), at=AT) for text in texts),
        *(
            Paragraph(children=(Text(text=text, at=AT),), at=AT, path=(bullets, ListItem(number=number, at=AT)))
            for number, text in enumerate(texts)
        ),
    ]
    section, problems = parse_section(serialise(leaves), id="a", file="a.md")
    assert section is not None, (problems, serialise(leaves))
    assert [text for _, text in wording(section.leaves)] == ["T", *texts, *texts]
