"""Latin letters that pass for plain ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.reader.characters.odd_latin import latin_like, odd_letter, reads_as_turkic, unit_in_a_word


@pytest.mark.parametrize(
    ("char", "like"),
    [
        ("ⅼ", "l"),
        ("ɢ", "G"),
        ("ɡ", "g"),
        ("ᴀ", "A"),
        ("ı", "i"),
        ("ȷ", "j"),
        ("ª", "a"),
        ("ꞁ", ""),
        ("ß", ""),
        ("ø", ""),
    ],
)
def test_what_a_letter_passes_for(char: str, like: str) -> None:
    assert latin_like(char) == like


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("Qua\u217cifio", "its “ⅼ” (U+217C) is a Roman numeral and looks like “l”"),
        ("\u0262oogle", "its “ɢ” (U+0262) is a letter of phonetics or of old prints and looks like “G”"),
        ("qual\u0131fio", "its “ı” (U+0131) has no dot and looks like “i”"),
        ("\u1d4doogle", "its “ᵍ” (U+1D4D) is a raised or lowered letter and looks like “g”"),
        ("Qua\ua781ifio", "its “ꞁ” (U+A781) is a letter of phonetics or of old prints"),
    ],
)
def test_says_which_letter(word: str, why: str) -> None:
    assert odd_letter(word, "en") == why


@pytest.mark.parametrize(
    "word", ["Ⅳ", "Ⅱa", "Mᵐᵉ", "1ª", "nº", "xⁿ", "Diyarbakır", "ɖe", "ŋutifafa", "Straße", "œuvre", "Łódź", "ɔ"]
)
def test_letters_where_they_belong(word: str) -> None:
    assert odd_letter(word, "en") == ""


def test_the_language_decides_about_the_dotless_i() -> None:
    assert odd_letter("qual\u0131fio", "tr") == odd_letter("qual\u0131fio", "az-Latn") == ""
    assert odd_letter("bank\u0131ng", "en") != ""
    assert odd_letter("K\u0131r\u0131m", "en") == ""
    assert odd_letter("k\u0131r\u0131m", "en") != ""
    assert odd_letter("k\u0131r\u0131m") == ""


@pytest.mark.parametrize(
    "word",
    [
        "Işık",
        "Kadıköy",
        "Sarıyer",
        "Kırıkkale",
        "Kılıçdaroğlu",
        "Halıcıoğlu",
        "Altınordu",
        "Kızılay",
        "Bakırköy",
        "Qızıl",
        "Şanlıurfa",
        "Balıkesir",
        "yapıyor",
    ],
)
def test_turkish_and_azeri_words(word: str) -> None:
    assert reads_as_turkic(word)


@pytest.mark.parametrize(
    "word",
    [
        "Twitter",
        "LinkedIn",
        "Netflix",
        "Wikipedia",
        "Gmail",
        "PayPal-Policy",
        "Privacy",
        "Banking",
        "Clicking",
        "Online",
    ],
)
def test_other_words_without_their_dots(word: str) -> None:
    undotted = word.replace("i", "\u0131")
    assert "\u0131" not in undotted or not reads_as_turkic(undotted)


def test_units_stand_alone() -> None:
    assert unit_in_a_word("50 \u212a, 5 \u212b") == ""
    assert unit_in_a_word("boo\u212aing") == "\u212a"
    assert unit_in_a_word("\u212bngstrom") == "\u212b"


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_plain_letters_are_never_odd(word: str) -> None:
    assert odd_letter(word) == ""
