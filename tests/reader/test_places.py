"""Places: lines and columns of blocks, of their words and of each offset in those."""

import pytest
from inforce.model.text import ListItem, Position, Quotation
from inforce.reader.places import Lines, Words


def at(line: int, column: int) -> Position:
    return Position(line=line, column=column)


def test_offsets_in_several_lines() -> None:
    words = Words("ab\ncd", [(3, 5), (4, 1)])
    assert [words.at(offset) for offset in (0, 1, 3, 4)] == [at(3, 5), at(3, 6), at(4, 1), at(4, 2)]


def test_offsets_after_a_bar_in_a_cell() -> None:
    words = Words("a|b", [(3, 5)], bars=[1])
    assert [words.at(offset).column for offset in (0, 1, 2)] == [5, 6, 8]


@pytest.mark.parametrize(
    ("source", "words", "first", "expected"),
    [
        ("a\n  b", "a\nb", 0, [(1, 1), (2, 3)]),
        ("> a\nb", "a\nb", 0, [(1, 3), (2, 1)]),
        ("- a a\n  a", "a a\na", 0, [(1, 3), (2, 3)]),
        ("\u3000a\u00a0", "a", 0, [(1, 2)]),
    ],
)
def test_lines_of_words(source: str, words: str, first: int, expected: list[tuple[int, int]]) -> None:
    found = Lines(source).words(words, first)
    starts = [0, *(i + 1 for i, char in enumerate(words) if char == "\n")]
    assert [found.at(offset) for offset in starts] == [at(*place) for place in expected]


def test_what_stands_before_a_block() -> None:
    quoted = Quotation(at=at(1, 1))
    item = ListItem(number=1, at=at(1, 3))
    lines = Lines("> 1. # a\n>    b")
    assert lines.position(0, (quoted,)) == at(1, 3)
    assert lines.position(0, (quoted, item)) == at(1, 6)
    assert lines.position(1, (quoted, item)) == at(2, 6)
    assert lines.heading("a", 0, (quoted, item)).at(0) == at(1, 8)


def test_lines_of_white_space_before_a_paragraph() -> None:
    assert Lines("a\n\n\u3000\nb").first_words("b", 2, 4) == 3
    assert Lines("b\n\u3000").first_words("b", 0, 2) == 0
