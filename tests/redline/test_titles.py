"""What a section of a redline is called: by its heading, its first words, its id; with its number."""

from __future__ import annotations

import pytest
from inforce.model.text import Section
from inforce.redline.changes import SectionChange, SectionKind
from inforce.redline.lenient import read_sections
from inforce.redline.titles import numbered_title, title

from tests.redline.support import read

LONG = "We keep the data that you give us when you ask for a demonstration of our products."


def loose(markdown: str) -> Section:
    """A section of any Markdown, which may have no heading."""
    return read_sections(markdown)[0]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Your rights\n\nBody.", "Your rights"),
        ("# Your *own* [rights](section:a)\n\nBody.", "Your own rights"),
        (f"# {LONG}\n\nBody.", LONG),
        ("# حقوقك\n\nنص.", "حقوقك"),
        ("# お客様の権利\n\n本文。", "お客様の権利"),
        ("# สิทธิของคุณ\n\nข้อความ", "สิทธิของคุณ"),
    ],
)
def test_a_heading_is_the_title_whole(source: str, expected: str) -> None:
    assert title(read(source)) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Only a paragraph.", "Only a paragraph."),
        ("- an item\n- another", "an item"),
        ("| What | How long |\n| --- | --- |\n| Names | A year |", "What"),
        ("a " * 30, ("a " * 30).strip()),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 60 + "…"),
        (f"{'a' * 59} and more", f"{'a' * 59}…"),
    ],
)
def test_without_a_heading_the_first_words_are(markdown: str, expected: str) -> None:
    """Sixty characters of them, no space before the dots."""
    assert title(loose(markdown)) == expected


def test_without_any_words_the_id_is() -> None:
    assert title(Section(id="general", source="", leaves=())) == "general"


OLD, NEW = read("# Was\n\nBody.", "a"), read("# Is\n\nBody.", "a")


@pytest.mark.parametrize(
    ("old", "new", "numbers", "expected"),
    [
        (OLD, NEW, ("1.", "2."), "2. Is"),
        (OLD, NEW, ("1.", None), "Is"),
        (None, NEW, (None, "2."), "2. Is"),
        (OLD, None, ("1.", None), "1. Was"),
        (OLD, None, (None, None), "Was"),
    ],
)
def test_the_new_edition_names_and_numbers_unless_the_section_is_gone(
    old: Section | None, new: Section | None, numbers: tuple[str | None, str | None], expected: str
) -> None:
    change = SectionChange(kind=SectionKind.CHANGED, old=old, new=new, old_number=numbers[0], new_number=numbers[1])
    assert numbered_title(change) == expected
