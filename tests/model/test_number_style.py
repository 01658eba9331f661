"""Styles of numbers: letters, Roman numerals, and what is no style."""

import pytest
from inforce.model.number_style import letters, read_letters, read_roman, read_style, roman


@pytest.mark.parametrize(
    ("number", "letter", "numeral"),
    [(1, "a", "i"), (4, "d", "iv"), (9, "i", "ix"), (26, "z", "xxvi"), (27, "aa", "xxvii"), (52, "az", "lii"),
     (53, "ba", "liii"), (702, "zz", "dccii"), (703, "aaa", "dcciii"), (1990, "bxn", "mcmxc")],
)  # fmt: skip
def test_counters_there_and_back(number: int, letter: str, numeral: str) -> None:
    assert (letters(number), roman(number)) == (letter, numeral)
    assert (read_letters(letter), read_roman(numeral)) == (number, number)


@pytest.mark.parametrize("text", ["", "A", "1", "é", "iiii", "vx", "abcd"])
def test_what_is_no_numeral(text: str) -> None:
    assert read_roman(text) is None
    assert read_letters(text) is None or text in ("iiii", "vx")


@pytest.mark.parametrize(
    ("style", "path", "shown"),
    [
        ("1.", (3,), "3."),
        ("1.1", (2, 1), "2.1"),
        ("1.1.1", (2, 1, 4), "2.1.4"),
        ("A.", (2,), "B."),
        ("a)", (27,), "aa)"),
        ("(i)", (3, 4), "(iv)"),
        ("I", (9,), "IX"),
        ("Article 1", (7,), "Article 7"),
        ("Article I.", (4,), "Article IV."),
        ("Annex A.1", (2, 3), "Annex B.3"),
        ("§ 1", (5,), "§ 5"),
        ("第1条", (5,), "第5条"),
        ("1.1", (2,), "2"),
    ],
)
def test_shown(style: str, path: tuple[int, ...], shown: str) -> None:
    found = read_style(style)
    assert found is not None
    assert found.shown(path) == shown


@pytest.mark.parametrize("style", ["", "-", "Article", "x.", "b)", "first"])
def test_what_is_no_style(style: str) -> None:
    assert read_style(style) is None
