"""What a sentence says of the text, from a day on."""

from __future__ import annotations

import pytest
from inforce.rules.readings.from_day import holds_as_text, is_put_off


@pytest.mark.parametrize(
    ("language", "sentence", "is_said"),
    [
        ("en", "From \0, section 3 names the fee.", True),
        ("en", "It is clearer: this policy holds as of \0.", True),
        ("en", "From \0 the fee is 25 euro.", False),
        ("en", "The text names a fee, which our bank asks for from \0.", False),
        ("fr", "À compter du \0, la section 3 ne prévoit plus de frais.", True),
        ("fr", "À compter du \0, les conditions de la banque changent.", False),
        ("nl", "Het geldt vanaf \0.", True),
        ("nl", "De voorwaarden van de bank gelden vanaf \0.", False),
        ("de", "Ab dem \0 nennt Abschnitt 3 sie.", True),
        ("de", "Ab dem \0 ist die Halle offen.", False),
        ("ar", "تسري هذه الشروط ابتداءً من \0.", True),
        ("ja", "\0から、第3節が変わります。", True),
        ("ja", "\0から会場が変わります。", False),
        ("pl", "Od \0.", False),
    ],
)
def test_whether_the_text_holds_from_a_day(language: str, sentence: str, is_said: bool) -> None:
    assert holds_as_text(sentence, language) is is_said


@pytest.mark.parametrize(
    ("language", "sentence", "is_said"),
    [
        ("en", "Postponed to \0.", True),
        ("en", "The move is postponed to \0.", False),
        ("ar", "أُجِّل إلى \0.", True),
        ("de", "Sie wird auf den \0 verschoben.", True),
    ],
)
def test_whether_the_version_is_put_off_to_a_day(language: str, sentence: str, is_said: bool) -> None:
    assert is_put_off(sentence, language) is is_said
