"""Sections and blocks: every kind of change, typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.errors import CannotContinue
from inforce.redline import Row, section_key
from inforce.redline.changes import ChangeKind, Op, RowKind, SectionKind, side
from inforce.redline.compare import compare_sections
from inforce.redline.tokens import TokenSequence
from inforce.redline.words import Edit, edits

from tests.redline.support import marked, read, redline, rows

LONG = "We keep the data that you give us when you ask for a demonstration of our products."
OTHER = "Our processors act on written instructions alone and never sell what they receive."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (LONG, LONG, []),
        (LONG, f"**{LONG[:-1]}**.", ["restyled"]),
        (f"- {LONG}", LONG, ["restyled"]),
        (f"- {LONG}", f"1. {LONG}", ["restyled"]),
        (f"[{LONG}](section:a)", f"[{LONG}](section:b)", ["restyled"]),
        (LONG, LONG.replace("demonstration", "tour"), ["reworded"]),
        (LONG, f"{LONG}\n\n{OTHER}", ["same", "added"]),
        (f"{LONG}\n\n{OTHER}", OTHER, ["removed", "same"]),
        (LONG, OTHER, ["removed", "added"]),
        (f"{LONG}\n\n{OTHER}\n\nThe end.", f"The end.\n\n{LONG}\n\n{OTHER}", ["moved", "same", "same", "gone"]),
    ],
)
def test_rows(old: str, new: str, expected: list[str]) -> None:
    assert [row.kind.value for row in rows(old, new)] == expected


def test_the_words_of_a_reworded_block() -> None:
    (row,) = rows("We keep it for [3 years](fact:retention.a).", "We keep it for [2 years](fact:retention.a).")
    assert marked(row.parts[0]) == "We keep it for [-3-]{+2+} years."


def test_a_block_that_moved_to_another_section() -> None:
    found = redline(
        {"a": f"# One\n\n{LONG}\n\n{OTHER}", "b": "# Two\n\nSome words stay here for good."},
        {
            "a": f"# One\n\n{OTHER}",
            "b": f"# Two\n\nSome words stay here for good.\n\n{LONG.replace('products', 'tools')}",
        },
    )
    assert [change.kind for change in found.changes] == [ChangeKind.MOVED]
    here = found.sections[1].rows[-1]
    assert (here.kind, here.elsewhere) == (RowKind.MOVED, "a")
    assert marked(here.parts[0]).endswith("[-products-]{+tools+}.")
    assert [row.kind for row in found.sections[0].rows] == [RowKind.SAME, RowKind.MOVED_AWAY, RowKind.SAME]


def test_sections_renamed_moved_added_removed() -> None:
    found = redline(
        {"a": f"# One\n\n{LONG}", "b": f"# Two\n\n{OTHER}", "c": "# Three\n\nGone for good."},
        {"b": f"# Two\n\n{OTHER}", "z": f"# One\n\n{LONG}", "d": "# Four\n\nNever seen before."},
    )
    assert [(s.kind, s.id, s.renamed, s.moved) for s in found.sections] == [
        (SectionKind.SAME, "b", False, False),
        (SectionKind.SAME, "z", True, True),
        (SectionKind.REMOVED, "c", False, False),
        (SectionKind.ADDED, "d", False, False),
    ] or [s.moved for s in found.sections if s.id in "bz"].count(True) == 1
    assert {change.kind for change in found.changes} == {
        ChangeKind.SECTION_MOVED,
        ChangeKind.SECTION_ADDED,
        ChangeKind.SECTION_REMOVED,
    }


def test_a_table_pairs_by_row_and_cell() -> None:
    old = "| Purpose | Kept for |\n| --- | --- |\n| Contracts | 10 years |\n| Newsletter | 3 years |"
    new = (
        "| Purpose | Kept for |\n| --- | --- |\n| Contracts | 10 years |\n| Forms | 1 year |\n| Newsletter | 2 years |"
    )
    (row,) = rows(old, new)
    assert [line.kind.value for line in row.table] == ["same", "same", "added", "reworded"]
    assert [marked(cell) for cell in row.table[3].cells] == ["Newsletter", "[-3-]{+2+} years"]


def test_a_table_gains_a_column() -> None:
    old = "| Purpose | Kept for |\n| --- | --- |\n| Contracts | 10 years |"
    new = "| Purpose | Basis | Kept for |\n| --- | --- | --- |\n| Contracts | Law | 10 years |"
    (row,) = rows(old, new)
    assert [marked(cell) for cell in row.table[1].cells] == ["Contracts", "{+Law+}", "10 years"]


def test_neighbours_of_one_kind_are_one_change() -> None:
    found = redline({"a": f"# One\n\n{LONG}"}, {"a": f"# One\n\n{LONG}\n\nFirst new one.\n\nSecond new one."})
    assert [(change.number, change.kind, change.rows) for change in found.changes] == [(1, ChangeKind.ADDED, (2, 4))]


def test_a_paragraph_that_was_split_and_two_that_were_merged() -> None:
    (row,) = rows(f"{LONG} {OTHER}", f"{LONG}\n\n{OTHER.replace('never', 'do not')}")
    assert row.kind is RowKind.SPLIT
    assert marked(row.parts[0]) == LONG
    assert marked(row.parts[1]) == OTHER.replace("never", "[-never-]{+do not+}")
    (row,) = rows(f"{LONG}\n\n{OTHER}", f"{LONG} {OTHER}")
    assert row.kind is RowKind.MERGED
    assert marked(row.parts[0]) == f"{LONG} {OTHER}"


def test_headings_and_clauses_with_the_same_id_are_one_block() -> None:
    old = "## [Right of access](id:access)\n\n[**Identification.**](id:who) We ask for a copy of your card."
    new = "## [Seeing what we hold](id:access)\n\n[**Proof.**](id:who) Tell us your customer number, please."
    assert [row.kind.value for row in rows(old, new)] == ["reworded", "reworded"]
    other = old.replace("id:access", "id:erasure").replace("access", "erasure")
    assert [row.kind.value for row in rows(old, other)] == ["removed", "added", "same"]


def test_the_heading_of_a_section_is_one_block_whatever_it_says() -> None:
    found = redline({"a": f"# One\n\n{LONG}"}, {"a": f"# Quite another thing\n\n{LONG}"})
    assert [row.kind for row in found.sections[0].rows] == [RowKind.REWORDED, RowKind.SAME]


def test_a_comparison_that_loses_a_word_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    def lossy(old: TokenSequence, new: TokenSequence) -> list[Edit]:
        return [edit for edit in edits(old, new) if edit.op != "-"]

    monkeypatch.setattr("inforce.redline.pieces.edits", lossy)
    with pytest.raises(CannotContinue) as stopped:
        rows(LONG, LONG.replace("demonstration", "tour"))
    assert [problem.code for problem in stopped.value.problems] == ["I901"]


def test_the_same_pair_of_sections_is_compared_once() -> None:
    old, new = [read(f"# One\n\n{LONG}")], [read(f"# One\n\n{LONG[:-1]} now.")]
    memo: dict[str, tuple[Row, ...]] = {}
    first = compare_sections(old, new, memo=memo)
    assert list(memo) == [section_key(old[0], new[0])]
    assert compare_sections(old, new, memo=memo)[0].rows is first[0].rows


_SENTENCE = st.lists(
    st.sampled_from(["we", "keep", "your data", "for", "three years", "and", "longer", "保", "存"]),
    min_size=1,
    max_size=12,
)
_BLOCK = st.one_of(
    _SENTENCE.map(" ".join),
    _SENTENCE.map(lambda found: f"**{found[0]}** " + " ".join(found)),
    _SENTENCE.map(lambda found: f"[{found[0]}](section:a) " + " ".join(found)),
    st.lists(_SENTENCE, min_size=1, max_size=3).map(lambda found: "\n".join("- " + " ".join(words) for words in found)),
    _SENTENCE.map(lambda found: "## " + " ".join(found)),
    st.tuples(_SENTENCE, _SENTENCE).map(
        lambda found: "| A | B |\n| --- | --- |\n| " + " | ".join(" ".join(words) for words in found) + " |"
    ),
)
BODIES = st.lists(_BLOCK, max_size=7).map(lambda found: "\n\n".join(["# Title", *found]))


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from("abc"), BODIES), st.dictionaries(st.sampled_from("abd"), BODIES))
def test_both_sides_are_rebuilt_from_any_two_texts(old: dict[str, str], new: dict[str, str]) -> None:
    found = redline(old, new)
    for op, texts in ((Op.REMOVED, old), (Op.ADDED, new)):
        for section in found.sections:
            source = section.old if op is Op.REMOVED else section.new
            assert source is None or source.source.strip() == texts[source.id].strip()
    for section in found.sections:
        for row in section.rows:
            if row.kind is RowKind.SAME:
                assert side(tuple(row.pieces()), Op.REMOVED).split() == side(tuple(row.pieces()), Op.ADDED).split()
