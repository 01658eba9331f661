"""A block as one line: its words, and from where to where they are set alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.text import Position, Text
from inforce.redline.changes import PLAIN, Marks, Run
from inforce.redline.flattened import FlatText, folded, joined, line, shape, unit
from inforce.redline.lenient import read_blocks
from inforce.redline.tokens import TokenSequence

from tests.redline.support import read

STRONG, EMPHASIS = Marks(strong=True), Marks(emphasis=True)
BOTH = Marks(strong=True, emphasis=True)


def of(source: str) -> FlatText:
    """The line of the first block under a heading."""
    return unit(read(f"# Title\n\n{source}").leaves[1]).line


def whole(found: FlatText) -> list[tuple[str, Marks]]:
    """A line as (words, how they are set)."""
    return [(run.text, run.marks) for run in found.runs(0, len(found.words.text))]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("We keep it.", [("We keep it.", PLAIN)]),
        ("We **keep** it.", [("We ", PLAIN), ("keep", STRONG), (" it.", PLAIN)]),
        ("*We* **keep**", [("We", EMPHASIS), (" ", PLAIN), ("keep", STRONG)]),
        ("**We *keep* it**", [("We ", STRONG), ("keep", BOTH), (" it", STRONG)]),
        ("*We **keep** it*", [("We ", EMPHASIS), ("keep", BOTH), (" it", EMPHASIS)]),
        ("one\\\ntwo", [("one\ntwo", PLAIN)]),
        ("نحتفظ **بالبيانات** دائمًا", [("نحتفظ ", PLAIN), ("بالبيانات", STRONG), (" دائمًا", PLAIN)]),
        ("情報を **保存** します", [("情報を ", PLAIN), ("保存", STRONG), (" します", PLAIN)]),
        ("เรา *เก็บ* ข้อมูล", [("เรา ", PLAIN), ("เก็บ", EMPHASIS), (" ข้อมูล", PLAIN)]),
    ],
)
def test_words_and_how_they_are_set(source: str, expected: list[tuple[str, Marks]]) -> None:
    assert whole(of(source)) == expected


def test_a_link_is_a_way_of_being_set() -> None:
    plain, linked = whole(of("See **[our list](section:list)**"))
    assert plain == ("See ", PLAIN)
    assert (linked[0], linked[1].strong, str(linked[1].target)) == ("our list", True, "section:list")


@pytest.mark.parametrize(("written", "words"), [("e\u0301te\u0301", "été"), ("Daten\u00adschutz", "Datenschutz")])
def test_letters_are_composed_and_soft_hyphens_dropped(written: str, words: str) -> None:
    """NFC (UAX 15), so that two ways to write a word are one."""
    assert line((Text(text=written, at=Position(line=1, column=1)),)).words.text == words


def test_no_words_are_a_line_too() -> None:
    assert (line(()).words.text, line(()).key, line(()).styles) == ("", "", ((0, PLAIN),))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 3, (Run("abc"),)),
        (1, 5, (Run("bc"), Run("de", STRONG))),
        (3, 6, (Run("def", STRONG),)),
        (2, 2, ()),
    ],
)
def test_runs_are_cut_where_words_are_set_differently(start: int, end: int, expected: tuple[Run, ...]) -> None:
    assert FlatText(TokenSequence("abcdefghi"), ((3, PLAIN), (6, STRONG), (9, PLAIN))).runs(start, end) == expected


STRETCHES = st.lists(
    st.tuples(st.text("ab 保é", min_size=1, max_size=5), st.sampled_from([PLAIN, STRONG, BOTH])), min_size=1
)


def made(stretches: list[tuple[str, Marks]]) -> FlatText:
    """A line of stretches."""
    text = ""
    styles: list[tuple[int, Marks]] = []
    for words, marks in stretches:
        text += words
        styles.append((len(text), marks))
    return FlatText(TokenSequence(text), tuple(styles))


@given(STRETCHES, st.integers(0, 60), st.integers(0, 60))
def test_the_runs_of_any_stretch_are_its_words(stretches: list[tuple[str, Marks]], one: int, other: int) -> None:
    found, (start, end) = made(stretches), sorted((one, other))
    assert "".join(run.text for run in found.runs(start, end)) == found.words.text[start:end]


@given(st.lists(STRETCHES, min_size=1, max_size=4), st.sampled_from(["\n", " | "]))
def test_lines_joined_keep_their_words_and_marks(lines: list[list[tuple[str, Marks]]], between: str) -> None:
    """What stands between them is plain."""
    parts = [made(stretches) for stretches in lines]
    together = joined(tuple(parts), between)
    assert together.words.text == between.join(part.words.text for part in parts)
    expected: list[tuple[str, Marks]] = []
    for index, stretches in enumerate(lines):
        expected += [(between, PLAIN)] * bool(index) + stretches
    letters = [(letter, marks) for words, marks in expected for letter in words]
    assert [(letter, marks) for words, marks in whole(together) for letter in words] == letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [(" a \t b\n", "a b"), ("情報\u3000保存", "情報 保存"), ("10\u00a0ans", "10 ans"), (" \n", "")],
)
def test_white_space_is_folded(text: str, expected: str) -> None:
    assert folded(text) == expected


@given(st.text("a \n\t\u3000\u00a0é"))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("source", "is_shape", "family"),
    [
        ("words", ("paragraph", 0), "text"),
        ("## A heading", ("heading", 2), "heading"),
        ("- an item", ("bullet", 1), "text"),
        ("1. a step", ("step", 1), "text"),
        ("1. a step\n2. another", ("step", 1), "text"),
        ("- an item\n    - one in it", ("bullet", 2), "text"),
        ("- an item\n\n  more of it", ("paragraph in a list", 1), "text"),
        ("> words", ("quoted paragraph", 0), "text"),
        ("> > - words", ("quoted quoted bullet", 1), "text"),
        ("```\nwords\n```", ("code", 0), "text"),
        ("[**Clause.**](id:clause) Words.", ("clause", 0), "text"),
        ("| A | B |\n| --- | --- |\n| x | y |", ("table", 0), "table"),
    ],
)
def test_what_a_block_is(source: str, is_shape: tuple[str, int], family: str) -> None:
    found = unit(read(f"# Title\n\n{source}").leaves[-1])
    assert (shape(found.block), found.family) == (is_shape, family)


def test_a_table_is_rows_of_cells_and_one_line_of_them_all() -> None:
    found = unit(read("# Title\n\n| A | B |\n| --- | --- |\n| x | **y** |").leaves[1])
    assert [[cell.key for cell in row] for row in found.cells] == [["A", "B"], ["x", "y"]]
    assert found.line.key == "A | B | x | y"
    assert whole(found.line)[-1] == ("y", STRONG)


def test_a_line_parted_at_its_breaks() -> None:
    """Each part is set as it was; an empty one is there too."""
    found = joined((of("We **keep**"), of("*it*"), FlatText(TokenSequence(""), ((0, PLAIN),)), of("all")))
    assert [whole(part) for part in found.parted()] == [
        [("We ", PLAIN), ("keep", STRONG)],
        [("it", EMPHASIS)],
        [("", PLAIN)],
        [("all", PLAIN)],
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("- [9. Conduct](#9-conduct)", "Conduct"),
        ("- [**9.** Conduct](#9-conduct)", "Conduct"),
        ("See [9. Conduct](#c) and [3.1 Law](#l).", "See Conduct and Law."),
        ("- [9. Conduct](https://x.org/9)", "9. Conduct"),
        ("Read 9. Conduct", "Read 9. Conduct"),
    ],
)
def test_the_words_without_the_numbers_of_links_to_headings(source: str, expected: str) -> None:
    (leaf,) = read_blocks(source)
    assert unit(leaf).line.unnumbered == expected
