"""Scripts of letters, and what letters look like."""

from __future__ import annotations

import pytest
from inforce.reader.characters.scripts import (
    as_latin,
    code_of,
    like_of,
    likes_of,
    name_of_script,
    script_of,
    script_of_language,
)


@pytest.mark.parametrize(
    ("char", "script"),
    [
        ("a", "LATIN"), ("é", "LATIN"), ("7", ""), (".", ""), ("\u0430", "CYRILLIC"), ("ο", "GREEK"), ("東", "WIDE"), 
        ("ア", "WIDE"), ("한", "WIDE"), ("٢", "FIGURES"), ("２", ""), ("ー", ""), ("\u0627", "ARABIC"),
    ],
)  # fmt: skip
def test_the_script_of_a_letter(char: str, script: str) -> None:
    assert script_of(char) == script


@pytest.mark.parametrize(
    ("language", "script"),
    [("ru", "CYRILLIC"), ("sr", "CYRILLIC"), ("sr-Latn", ""), ("el", "GREEK"), ("en", ""), (None, "")],
)
def test_the_script_of_a_language(language: str | None, script: str) -> None:
    assert script_of_language(language) == script


def test_what_letters_look_like() -> None:
    assert as_latin("\u0441\u043e\u0440") == "cop"
    assert as_latin("ж") == ""
    assert like_of("a", "CYRILLIC") == "\u0430"
    assert like_of("\u03bf", "CYRILLIC") == "\u043e"
    assert "." in likes_of("\ua4f8")
    assert (code_of("a"), name_of_script("OLD_ITALIC")) == ("U+0061", "Old Italic")
