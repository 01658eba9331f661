"""Laws of redlines that hold for any text: both sides come back, nothing is cut inside, equal texts have no change."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator

from hypothesis import given, settings
from inforce.reader.section import parse_section
from inforce.reader.wording import plain, wording
from inforce.redline.changes import Op, Redline, Row, RowKind, side
from inforce.redline.compare import compare_sections
from inforce.redline.html import render, side_by_side
from inforce.redline.numbering import number_changes
from inforce.redline.plain import text as as_text
from inforce.redline.tokens import TokenSequence
from inforce.redline.words import Edit, edits
from inforce.writer import RenderContext

from build_tools.bench.redline_operations import operations, prepare
from tests.reader.test_against_github import TEXTS
from tests.redline.support import WORDS, redline
from tests.redline.texts import SCRIPTS, A, B, C, in_every_script, sections
from tests.redline.validity import problems

CONTEXT = RenderContext(language="en", numbers={}, links={})
_VOCABULARY = [word for texts in SCRIPTS.values() for text in texts for word in text.split()]
_JOINTS = (" ", " ", " ", " ", "", "  ", ", ", ". ", "\n")


def _generated(rng: random.Random) -> Iterator[tuple[str, str]]:
    """Texts of any of the scripts, and the same with some words taken out, put in, doubled or changed places."""
    for _ in range(10_000):
        start = rng.randrange(len(_VOCABULARY))
        old = [word + rng.choice(_JOINTS) for word in _VOCABULARY[start : start + rng.randrange(24)]]
        new = list(old)
        for _ in range(rng.randrange(5)):
            at = rng.randrange(len(new) + 1)
            edit = rng.randrange(4)
            if edit == 0:
                del new[at : at + rng.randrange(1, 4)]
            elif edit == 1:
                new[at:at] = [rng.choice(_VOCABULARY) + rng.choice(_JOINTS)]
            elif edit == 2:
                new[at:at] = new[:at][-3:]
            else:
                new = new[at:] + new[:at]
        yield "".join(old).strip(), "".join(new).strip()


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _cuts_inside(text: str, at: int) -> bool:
    """Whether a place is between two letters of a word written with spaces, or before a combining mark."""
    if not 0 < at < len(text):
        return False
    spaced = re.compile(r"[^\W_\u0e00-\u0eff\u3000-\u9fff]")
    marked = unicodedata.category(text[at]).startswith("M")
    return marked or bool(spaced.match(text[at - 1]) and spaced.match(text[at]))


def _kept(made: list[Edit]) -> int:
    return sum(edit.old[1] - edit.old[0] for edit in made if edit.op == "=")


def test_laws_of_words_on_ten_thousand_generated_pairs() -> None:
    """Both sides come back; no word and no letter with its marks is cut; a text against itself has no change; nearly
    always as much is kept there as back."""
    uneven = 0
    for old, new in _generated(random.Random(1)):
        made, back = edits(TokenSequence(old), TokenSequence(new)), edits(TokenSequence(new), TokenSequence(old))
        assert "".join(old[slice(*edit.old)] for edit in made) == old
        assert "".join(new[slice(*edit.new)] for edit in made) == new
        assert all(_squeezed(old[slice(*e.old)]) == _squeezed(new[slice(*e.new)]) for e in made if e.op == "=")
        assert not any(_cuts_inside(old, edit.old[0]) or _cuts_inside(new, edit.new[0]) for edit in made)
        if old == new:
            assert all(edit.op == "=" for edit in made)
        uneven += abs(_kept(made) - _kept(back)) > 2
    assert uneven < 100


def _document(rng: random.Random) -> list[str]:
    texts = rng.choice(list(SCRIPTS.values()))
    return [
        f"## {rng.choice(texts)[:12]}" if rng.random() < 0.2 else rng.choice(texts) for _ in range(rng.randrange(9))
    ]


def test_both_sides_of_ten_thousand_generated_documents_come_back() -> None:
    rng = random.Random(2)
    for _ in range(10_000):
        old, new = ("\n\n".join(_document(rng)) for _ in range(2))
        was, now = prepare(old), prepare(new)
        made = operations(was, now)
        assert _squeezed("".join(text for op, text in made if op != "+")) == _squeezed(was.wording)
        assert _squeezed("".join(text for op, text in made if op != "-")) == _squeezed(now.wording)


def _red(row: Row) -> list[str]:
    return [piece.text for piece in row.pieces() if piece.op is Op.REMOVED]


@in_every_script
def test_words_that_moved_are_never_red_too(texts: tuple[str, ...]) -> None:
    """Where a block stood nothing is shown; where it stands now its words are kept ones."""
    for order in ((C, A, B), (B, C, A), (C, B, A)):
        found = redline(sections({"a": (A, B, C)}, texts), sections({"a": order}, texts))
        moved = [row for row in found.sections[0].rows if row.kind in (RowKind.MOVED, RowKind.MOVED_AWAY)]
        assert moved
        assert not [words for row in found.sections[0].rows for words in _red(row)]
        assert all(not list(row.pieces()) for row in moved if row.kind is RowKind.MOVED_AWAY)


@in_every_script
def test_there_and_back_change_the_same_blocks(texts: tuple[str, ...]) -> None:
    opposite = {
        "added": "removed",
        "removed": "added",
        "moved": "gone",
        "gone": "moved",
        "split": "merged",
        "merged": "split",
    }
    for old, new in (((A, B), (A, C)), ((A, B, C), (C, A, B)), ((A,), (A, B)), ((A, B), (A, B))):
        one, two = sections({"a": old}, texts), sections({"a": new}, texts)
        there = sorted(row.kind.value for row in redline(one, two).sections[0].rows)
        back = sorted(opposite.get(row.kind.value, row.kind.value) for row in redline(two, one).sections[0].rows)
        assert there == back
        for row in redline(one, two).sections[0].rows:
            if row.kind not in (RowKind.MOVED, RowKind.MOVED_AWAY):
                for op, blocks in ((Op.REMOVED, row.old), (Op.ADDED, row.new)):
                    words = plain(" ".join(side(part, op) for part in row.parts))
                    assert bool(words) == bool(blocks)


@given(TEXTS, TEXTS, TEXTS)
@settings(deadline=None)
def test_whatever_can_be_nested_gives_whole_pages(one: str, old: str, new: str) -> None:
    """The comparison proves that it gives both sides back; what differs for the digest is shown."""
    was, now = (parse_section(f"# T\n\n{one}\n\n{text}\n", id="t", file="t.md")[0] for text in (old, new))
    if was is None or now is None:
        return
    found = compare_sections([was], [now])
    made = Redline(sections=found, changes=tuple(number_changes(found)))
    if wording(was.leaves) != wording(now.leaves):
        assert found[0].rows
    assert as_text(made)
    for html in (
        render(made, WORDS, old=CONTEXT, new=CONTEXT),
        side_by_side(made, WORDS, old=CONTEXT, new=CONTEXT, columns=("1", "2")),
    ):
        assert not problems(html)
