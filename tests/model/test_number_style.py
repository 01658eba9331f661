"""Styles of numbers: letters, Roman numerals, and what is no style."""

import pytest
from inforce.model.number_style import bare, letters, read_letters, read_roman, read_style, roman, shown

STYLE = ("1.", "1.1", "1.1.1")


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
    ("path", "style", "expected"),
    [
        ((2,), STYLE, "2."),
        ((2, 10), STYLE, "2.10"),
        ((6, 7, 1), STYLE, "6.7.1"),
        ((6, 7, 1, 2), STYLE, "6.7.1.2"),
        ((1, 2), ("1.",), "1.2."),
        ((3,), ("§ 1",), "§ 3"),
        ((3, 1), ("1)", "(1.1)"), "(3.1)"),
        ((3, 1), (), "3.1"),
        ((2,), ("A.", "1.", "(i)"), "B."),
        ((2, 1), ("A.", "1.", "(i)"), "B.1."),
        ((2, 1, 3), ("A.", "1.", "(i)"), "B.1(iii)"),
        ((2, 1), ("A.", "a."), "B.a."),
        ((27,), ("a)",), "aa)"),
        ((9, 2), ("I", "I.1"), "IX.2"),
        ((2, 3), ("Annex A", "Annex A.1"), "Annex B.3"),
        ((4,), ("Article I.",), "Article IV."),
        ((5,), ("第1条",), "第5条"),
        ((5,), ("§ 1",), "§ 5"),
        ((2, 1, 4, 2), ("A.", "1.", "(i)"), "B.1(iv)(ii)"),
    ],
)
def test_the_look_of_a_number(path: tuple[int, ...], style: tuple[str, ...], expected: str) -> None:
    assert shown(path, style) == expected


@pytest.mark.parametrize("style", ["01.", "1.01", "", "-", "Article", "x.", "b)", "first"])
def test_what_is_no_style(style: str) -> None:
    assert read_style(style) is None


@pytest.mark.parametrize(
    ("number", "alone"),
    [
        ("2.", "2"),
        ("2.1", "2.1"),
        ("Article 27", "27"),
        ("§ 3.", "3"),
        ("a)", "a"),
        ("(i)", "i"),
        ("B.1(iv)", "B.1(iv)"),
    ],
)
def test_a_number_as_a_text_names_it(number: str, alone: str) -> None:
    assert bare(number) == alone
