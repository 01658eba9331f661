"""Words of several scripts."""

from __future__ import annotations

import pytest
from inforce.reader.characters.mixed_scripts import mixed, whole


@pytest.mark.parametrize(
    "word", ["Qu\u0430lifio", "Пoлитика", "Qua\u0627ifio", "\uab7amazon", "\ua4d0ank", "qual\u0131fio"]
)
def test_one_that_deceives_says_why(word: str) -> None:
    assert "U+" in mixed(word, "en", lenient=True)


@pytest.mark.parametrize("word", ["kΩ", "TNFα", "Tシャツ", "الQualifio", "Qualifioका", "Москва", "naïve"])
def test_one_that_texts_need(word: str) -> None:
    assert mixed(word, lenient=True) == ""


def test_a_label_is_held_to_more_than_a_word() -> None:
    assert mixed("kж", lenient=True) == ""
    assert mixed("kж") == "it mixes Latin and Cyrillic letters"


@pytest.mark.parametrize(
    ("label", "top", "deceives"),
    [
        ("\u0430\u0440\u0440\u04cf\u0435", "com", True),
        ("\u0441\u043e\u0440", "рф", False),
        ("пример", "com", False),
        ("qual\u0131fio", "com", True),
        ("qual\u0131fio", "tr", False),
        ("\u0262oogle", "com", True),
        ("qua\u217cifio", "com", True),
        ("bücher", "de", False),
        ("例え", "jp", False),
    ],
)
def test_a_label_of_one_script(label: str, top: str, deceives: bool) -> None:
    assert bool(whole(label, top)) is deceives
