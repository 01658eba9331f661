"""Blocks divided anew: one that became several and several that became one, whatever stands about them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.redline.align import Entry, Likeness, align
from inforce.redline.changes import RowKind
from inforce.redline.flattened import unit
from inforce.redline.reflow import reflowed
from inforce.redline.sections import compare_blocks, entry, units

from tests.redline.support import marked, read
from tests.redline.texts import A, B, C, in_every_script

LEAD, NAME, CARD, LOG = (
    "We collect the following data about you:",
    "your name and the address where you live,",
    "the number of the card with which you pay us,",
    "what our servers write down when you visit a page.",
)


def entries(markdown: str) -> list[Entry]:
    """The blocks below a title."""
    return [entry(unit(block)) for block in read(f"# Title\n\n{markdown}").leaves[1:]]


def shapes(old: str, new: str) -> list[tuple[int, int]]:
    """How many blocks each step has, old and new."""
    was, now = entries(old), entries(new)
    like = Likeness()
    steps = list(reflowed(was, now, align(was, now, like), like))
    assert [i for places, _ in steps for i in places] == list(range(len(was)))
    assert [j for _, places in steps for j in places] == list(range(len(now)))
    return [(len(places), len(new_places)) for places, new_places in steps]


@in_every_script
def test_words_that_went_to_several_blocks_and_came_from_several(texts: tuple[str, ...]) -> None:
    whole, parts = " ".join((texts[A], texts[B], texts[C])), "\n\n".join((texts[A], texts[B], texts[C]))
    assert shapes(whole, parts) == [(1, 3)]
    assert shapes(parts, whole) == [(3, 1)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (f"{LEAD} {NAME} {CARD} {LOG}", f"{LEAD}\n\n- {NAME}\n- {CARD}\n- {LOG}", [(1, 4)]),
        (f"Data\n\n{LEAD} {NAME} {CARD}", f"Data {LEAD} {NAME} {CARD}", [(2, 1)]),
        (f"{LEAD}\n\n- {NAME}\n- gone\n- {CARD}", f"{LEAD} {NAME} {CARD}", [(4, 1)]),
        (f"{LEAD} {NAME}\n\n{CARD} {LOG}", f"{LEAD}\n\n{NAME}\n\n{CARD}\n\n{LOG}", [(1, 2), (1, 2)]),
        (f"{LEAD} {NAME}\n\nSame.\n\n{CARD}", f"{LEAD}\n\n{NAME}\n\nSame.\n\n{CARD}", [(1, 2), (1, 1), (1, 1)]),
        (f"{LEAD}\n\n{NAME}", f"{LEAD}\n\nNo word of this was there before today.", None),
        (f"{LEAD} {NAME}", f"{LEAD}\n\n## {NAME}", [(1, 1), (0, 1)]),
        (f"{LEAD}\n\n{NAME}", f"{NAME} {LEAD}", None),
    ],
    ids=[
        "a list", "a short first line", "an item gone between", "two at once", "an equal block between", "a pair",
        "a heading", "the other way round",
    ],
)  # fmt: skip
def test_what_is_one_step(old: str, new: str, expected: list[tuple[int, int]] | None) -> None:
    found = shapes(old, new)
    assert found == expected if expected else all(max(step) == 1 for step in found)


def test_a_paragraph_made_a_list_reads_as_what_changed_in_it() -> None:
    old = f"# Data\n\n{LEAD} {NAME} {CARD} {LOG}"
    new = f"# Data\n\n{LEAD}\n\n- your full name and the address where you live,\n- {CARD}\n- {LOG}"
    rows = compare_blocks(units(read(old)), units(read(new)), Likeness())
    assert [row.kind for row in rows] == [RowKind.SAME, RowKind.SPLIT]
    assert [marked(part).strip() for part in rows[1].parts] == [LEAD, NAME.replace("name", "{+full +}name"), CARD, LOG]
    back = compare_blocks(units(read(new)), units(read(old)), Likeness())
    assert [row.kind for row in back] == [RowKind.SAME, RowKind.MERGED]
    assert "".join(marked(back[1].parts[0]).split()) == "".join(
        f"{LEAD}{NAME}{CARD}{LOG}".replace("name", "[-full-]name").split()
    )


SENTENCES = st.lists(st.sampled_from([LEAD, NAME, CARD, LOG, "Yes.", "当社は個人情報を三年間保存します。"]), max_size=8)


@settings(deadline=None)
@given(SENTENCES, SENTENCES, st.integers(0, 255), st.integers(0, 255))
def test_every_block_is_in_one_step(old: list[str], new: list[str], breaks: int, new_breaks: int) -> None:
    """In its order on both sides, however the sentences are put into paragraphs."""
    sources = (
        "".join(text + ("\n\n" if cut >> at & 1 else " ") for at, text in enumerate(side))
        for side, cut in ((old, breaks), (new, new_breaks))
    )
    assert all(1 in step for step in shapes(*sources))
