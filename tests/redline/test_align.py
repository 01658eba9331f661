"""Which block stands where: what stays and what moved; and the ways round square time on very long texts."""

from __future__ import annotations

import random
from importlib import import_module
from itertools import pairwise

import pytest
from inforce.redline import align as subject
from inforce.redline.align import Entry, Likeness, align
from inforce.redline.compare import compare_sections
from inforce.redline.tokens import TokenSequence

from build_tools.bench.redline_operations import moved_sections, operations, prepare
from tests.redline.support import read

SENTENCES = [f"Sentence {at} says what we do with the {at}th kind of data that we hold." for at in range(40)]


def entries(keys: list[str]) -> list[Entry]:
    return [Entry(key, TokenSequence(key)) for key in keys]


def test_of_two_sections_that_changed_places_the_renamed_one_moved() -> None:
    """Though the other one is shorter."""
    long = "## Rights\n\n" + "\n\n".join(SENTENCES[:9])
    renamed = long.replace("Rights", "What you may ask for").replace("Sentence 3 says", "Another one tells")
    contact = f"## Contact\n\n{SENTENCES[20]}"
    rest = f"## Rest\n\n{SENTENCES[30]}\n\n{SENTENCES[31]}"
    old, new = f"{long}\n\n{contact}\n\n{rest}", f"{contact}\n\n{renamed}\n\n{rest}"
    assert moved_sections(prepare(old), prepare(new)) == [("Rights", "What you may ask for")]


def test_a_section_of_repeated_items_moves_as_one() -> None:
    items = "\n".join(f"- {word}" for word in ("Name", "Email", "Place", "Device") * 4)
    section = f"## What we hold\n\n{SENTENCES[0]}\n\n{items}\n\n{SENTENCES[1]}"
    others = [f"## Part {at}\n\n{SENTENCES[at]}\n\n{SENTENCES[at + 9]}" for at in (5, 6, 7)]
    old, new = "\n\n".join([section, *others]), "\n\n".join([*others, section.replace("What we hold", "What we have")])
    assert moved_sections(prepare(old), prepare(new)) == [("What we hold", "What we have")]
    assert [text for op, text in operations(old, new, moves=True) if op != "="] == ["hold", "have"]


def test_pairs_rise_where_the_order_is_not_looked_at_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "_IN_ORDER", 50)
    rng = random.Random(3)
    for _ in range(50):
        old, new = (entries([rng.choice(SENTENCES[:6]) for _ in range(rng.randrange(40))]) for _ in range(2))
        pairs = align(old, new, Likeness())
        assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
        assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)


def test_very_long_blocks_are_alike_by_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "_IN_ORDER", 50)
    one, other = TokenSequence(" ".join(SENTENCES[:5])), TokenSequence(" ".join(SENTENCES[1:6]))
    assert 0.7 < Likeness().of(one, other) < 1
    assert Likeness().of(one, one) == 1


def test_renamed_sections_are_found_among_many_as_among_few(monkeypatch: pytest.MonkeyPatch) -> None:
    old = [read(f"# One\n\n{text}", f"a{at}") for at, text in enumerate(SENTENCES[:12])]
    new = [read(f"# One\n\n{text}", f"b{at}") for at, text in enumerate(SENTENCES[:12])]
    few = [(s.old and s.old.id, s.new and s.new.id) for s in compare_sections(old, new)]
    monkeypatch.setattr(import_module("inforce.redline.compare"), "_ALL_PAIRS", 0)
    assert [(s.old and s.old.id, s.new and s.new.id) for s in compare_sections(old, new)] == few
    assert few == [(f"a{at}", f"b{at}") for at in range(12)]
