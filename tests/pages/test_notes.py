"""Change notes in the reader's language, or the nearest that there is."""

from __future__ import annotations

import pytest
from inforce.model.config import ChangeNote, Kind
from inforce.pages.notes import Note, notes


def note(text: dict[str, str]) -> ChangeNote:
    return ChangeNote(slug="a", kind=Kind.MATERIAL, text=text)


@pytest.mark.parametrize(
    ("text", "language", "spoken"),
    [
        ({"en": "E", "fr": "F", "de": "D"}, "fr", "fr"),
        ({"en": "E", "de": "D"}, "fr", "en"),
        ({"de": "D", "nl": "N"}, "fr", "de"),
    ],
)
def test_the_language_of_a_note(text: dict[str, str], language: str, spoken: str) -> None:
    assert notes([note(text)], language, "en") == (
        Note(kind=Kind.MATERIAL, language=spoken, paragraphs=(text[spoken],)),
    )


def test_paragraphs_are_parted_by_empty_lines_and_a_note_without_words_is_left_out() -> None:
    (shown,) = notes([note({"en": "One\nline.\n\n\n\nTwo."}), note({})], "en", "en")
    assert shown.paragraphs == ("One line.", "Two.")
