"""The lists of abbreviations are as they are looked up."""

from __future__ import annotations

from inforce.tidy.abbreviations import ABBREVIATIONS, EVERYWHERE


def test_small_letters_and_no_full_stop_at_the_end() -> None:
    for words in (*ABBREVIATIONS.values(), EVERYWHERE):
        assert words
        assert all(word == word.lower() and not word.endswith(".") for word in words)
