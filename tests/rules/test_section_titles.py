"""Titles of sections, as other words name them."""

from __future__ import annotations

import pytest
from inforce.model.config import SectionPlace
from inforce.model.text import Section
from inforce.reader.section import parse_section
from inforce.rules.section_titles import Titles, titles_beside

ORDER = (SectionPlace(id="who", sections=(SectionPlace(id="moved"),)), SectionPlace(id="rights"))
TEXTS = {
    "who": "# 7. Who gets them\n",
    "moved": "# The transfers\n",
    "rights": "# Your rights\n\n## [Access](id:see)\n\n## Access\n\n## [Moving](id:move)\n\n1. [words](id:item)\n",
}


def section(name: str) -> Section:
    found, problems = parse_section(TEXTS[name], id=name, file="x")
    assert found is not None, problems
    return found


TITLES = Titles(ORDER, {name: section(name) for name in TEXTS}, "en")


@pytest.mark.parametrize(
    ("said", "id", "another"),
    [
        ("who gets them", "rights", "who"),
        ("Transfers, section", "rights", "moved"),
        ("the section Transfers", "rights", "moved"),
        ("section on transfers", "rights", ""),
        ("Moving", "see", "move"),
        ("Moving", "item", ""),
        ("Your rights", "item", ""),
        ("Access", "rights", ""),
        ("Access", "who", "rights"),
        ("Who gets them", "moved", ""),
        ("section", "rights", ""),
        ("", "rights", ""),
    ],
)
def test_whose_title_words_are(said: str, id: str, another: str) -> None:
    assert TITLES.another(said, id) == another


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("see “Moving” (HERE)", ["Moving"]),
        ("HERE, “Moving”", ["Moving"]),
        ("HERE (Moving)", ["Moving"]),
        ("« Moving » : HERE", ["Moving"]),
        ("HERE節「Moving」", ["Moving"]),
        ("“Moving” and HERE; see “Moving”", []),
        ("HERE says “Moving”", []),
    ],
)
def test_titles_beside_a_place(text: str, titles: list[str]) -> None:
    start = text.index("HERE")
    assert [title for _, title in titles_beside(text, start, start + 4)] == titles
