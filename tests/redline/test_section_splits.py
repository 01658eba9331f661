"""Sections told to be split off another or merged into it, by where their words went."""

from __future__ import annotations

import pytest
from inforce.redline.changes import Op, Piece, Row, RowKind, Run, SectionChange, SectionKind, Share
from inforce.redline.section_splits import with_splits

from tests.redline.support import read
from tests.redline.texts import EN, A, B, C, D, in_every_script


def section(
    kind: SectionKind, name: str, blocks: list[str], rows: list[tuple[RowKind, str, str | None]]
) -> SectionChange:
    """A section of these blocks; a row is its kind, its words and the other section. A heading stands above both."""
    text = read(f"# {name}\n\n" + "\n\n".join(blocks), name)
    return SectionChange(
        kind=kind,
        old=None if kind is SectionKind.ADDED else text,
        new=None if kind is SectionKind.REMOVED else text,
        rows=(_row(RowKind.SAME, name, None), *(_row(*row) for row in rows)),
    )


def _row(kind: RowKind, words: str, elsewhere: str | None) -> Row:
    op = {RowKind.ADDED: Op.ADDED, RowKind.REMOVED: Op.REMOVED}.get(kind, Op.KEPT)
    parts = () if kind is RowKind.MOVED_AWAY else ((Piece(op, (Run(words),)),),)
    return Row(kind=kind, parts=parts, move=None if elsewhere is None else 1, elsewhere=elsewhere)


def letters(*texts: str) -> int:
    """How many letters and figures."""
    return sum(char.isalnum() for text in texts for char in text)


@in_every_script
def test_a_new_section_of_a_moved_block_was_split_off(texts: tuple[str, ...]) -> None:
    """How much of the old section it is, is told in letters, the heading's left out."""
    a = section(SectionKind.CHANGED, "a", [texts[A], texts[B]], [(RowKind.MOVED_AWAY, texts[B], "z")])
    z = section(SectionKind.ADDED, "z", [texts[B]], [(RowKind.MOVED, texts[B], "a")])
    first, second = with_splits([a, z])
    assert first == a
    assert second.split_from == Share("a", letters(texts[B]) / letters(texts[A], texts[B]))


@in_every_script
def test_an_old_section_whose_passage_stands_elsewhere_was_merged(texts: tuple[str, ...]) -> None:
    a = section(SectionKind.CHANGED, "a", [texts[A], texts[B]], [(RowKind.ADDED, texts[B], None)])
    z = section(SectionKind.REMOVED, "z", [texts[B]], [(RowKind.REMOVED, texts[B], None)])
    first, second = with_splits([a, z])
    assert first == a
    assert second.merged_into == Share("a", letters(texts[B]) / letters(texts[A], texts[B]))


@pytest.mark.parametrize(
    ("moved", "own", "split"),
    [("x" * 30, "y" * 70, True), ("x" * 29, "y" * 71, False), ("x" * 100, "", True)],
)
def test_three_tenths_of_a_new_section_make_a_split(moved: str, own: str, split: bool) -> None:
    a = section(SectionKind.CHANGED, "a", ["z" * 300, moved], [(RowKind.MOVED_AWAY, moved, "b")])
    rows = [(RowKind.MOVED, moved, "a"), *([(RowKind.ADDED, own, None)] if own else [])]
    b = section(SectionKind.ADDED, "b", [moved, *([own] if own else [])], rows)
    assert (with_splits([a, b])[1].split_from is not None) is split


@pytest.mark.parametrize(
    ("words", "split"),
    [
        ("one two three four five", True),
        ("one two three four", False),
        ("一二三四五六七八九十百千", True),
        ("一二三四五六七八九十百", False),
    ],
)
def test_a_passage_is_five_words_or_twelve_characters(words: str, split: bool) -> None:
    a = section(SectionKind.CHANGED, "a", ["old " * 50], [(RowKind.REMOVED, words, None)])
    z = section(SectionKind.ADDED, "z", [words], [(RowKind.ADDED, words, None)])
    assert (with_splits([a, z])[1].split_from is not None) is split


def test_the_section_that_gave_most_is_the_origin() -> None:
    a = section(SectionKind.CHANGED, "a", [EN[A]], [(RowKind.MOVED_AWAY, EN[A], "z")])
    b = section(SectionKind.CHANGED, "b", [EN[B]], [(RowKind.MOVED_AWAY, EN[B], "z")])
    z = section(SectionKind.ADDED, "z", [EN[A], EN[B]], [(RowKind.MOVED, EN[A], "a"), (RowKind.MOVED, EN[B], "b")])
    origin = with_splits([a, b, z])[2].split_from
    assert origin is not None
    assert origin.section == ("a" if letters(EN[A]) > letters(EN[B]) else "b")
    assert origin.part == 1


def test_what_stands_in_many_sections_tells_of_none() -> None:
    """The fifth section to hold a phrase is not asked, though more of its words went the same way."""
    olds = [section(SectionKind.CHANGED, name, [EN[C]], [(RowKind.REMOVED, EN[B], None)]) for name in "abcd"]
    fifth = section(SectionKind.CHANGED, "e", [EN[C]], [(RowKind.REMOVED, f"{EN[B]} And {EN[D]}", None)])
    z = section(SectionKind.ADDED, "z", [EN[B], EN[D]], [(RowKind.ADDED, EN[B], None), (RowKind.ADDED, EN[D], None)])
    origins = [with_splits([*some, fifth, z])[-1].split_from for some in (olds, olds[:3])]
    assert [origin and origin.section for origin in origins] == ["a", "e"]


def test_words_that_went_between_sections_that_stay_make_no_share() -> None:
    a = section(SectionKind.CHANGED, "a", [EN[A]], [(RowKind.REMOVED, EN[B], None)])
    b = section(SectionKind.CHANGED, "b", [EN[B]], [(RowKind.ADDED, EN[B], None)])
    new = section(SectionKind.ADDED, "z", [EN[D]], [(RowKind.ADDED, EN[D], None)])
    assert with_splits([a, b, new]) == (a, b, new)


def test_one_section_alone_came_from_nowhere() -> None:
    new = section(SectionKind.ADDED, "z", [EN[D]], [(RowKind.ADDED, EN[D], None)])
    assert with_splits([new]) == (new,)
    assert with_splits([]) == ()
