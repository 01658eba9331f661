"""What a scoring script needs: the words of a Markdown text, and the redline of two as kept, removed and added text.

`prepare` is parsing and making ready, which happens once an edition; `operations` is the comparing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inforce.redline.align import Entry, Likeness, Pair, align, moves
from inforce.redline.flattened import FlatText, folded, joined, unit
from inforce.redline.lenient import read_blocks
from inforce.redline.reflow import reflowed
from inforce.redline.tokens import TokenSequence
from inforce.redline.words import edits


@dataclass(frozen=True, eq=False)
class Prepared:
    """A text made ready: a line a block, a line a table row."""

    entries: tuple[Entry, ...]

    @property
    def wording(self) -> str:
        """The words, one line a block."""
        return "\n".join(entry.key for entry in self.entries)


def prepare(markdown: str) -> Prepared:
    """A Markdown text parsed and cut into words."""
    entries: list[Entry] = []
    for block in read_blocks(markdown):
        made = unit(block)
        lines: list[FlatText] = [joined(row, " | ") for row in made.cells] if made.cells else [made.line]
        for line in lines:
            if line.key:
                words = line.words
                _ = words.tokens, words.spans, words.weights, words.total, words.cuts
                entries.append(Entry(folded(words.text), words, "row" if made.cells else made.family))
    return Prepared(tuple(entries))


def wording(markdown: str) -> str:
    """The words of a document as a reader sees them, one line a block, the cells of a row joined by ` | `."""
    return prepare(markdown).wording


def operations(old: Prepared | str, new: Prepared | str, *, moves: bool = False) -> list[tuple[str, str]]:
    """The redline of two texts as ('=' | '-' | '+', text) in reading order, every block ended by a newline.

    What moved is removed in one place and added in the other, so that both sides come back in their order. With
    `moves` the words of a section that moved whole stand as kept where it is now, and its old place says nothing.
    """
    was = prepare(old) if isinstance(old, str) else old
    now = prepare(new) if isinstance(new, str) else new
    return list(_operations(was.entries, now.entries, moves))


def moved_sections(old: Prepared, new: Prepared) -> list[tuple[str, str]]:
    """The headings, old and new, of the sections that moved whole."""
    like = Likeness()
    groups = _moved(old.entries, new.entries, align(old.entries, new.entries, like), like)
    return [(old.entries[group[0][0]].key, new.entries[group[0][1]].key) for group in groups]


def _moved(old: tuple[Entry, ...], new: tuple[Entry, ...], pairs: list[Pair], like: Likeness) -> list[list[Pair]]:
    """Groups of blocks that moved together: a heading and what stands below it."""
    kept, kept_new = {i for i, _ in pairs}, {j for _, j in pairs}
    lost = {i: entry for i, entry in enumerate(old) if i not in kept}
    won = {j: entry for j, entry in enumerate(new) if j not in kept_new}
    if not lost or not won:
        return []
    return [
        group
        for group in moves(lost, won, like)
        if len(group) > 1 and old[group[0][0]].family == "heading" == new[group[0][1]].family
    ]


def _operations(old: tuple[Entry, ...], new: tuple[Entry, ...], with_moves: bool) -> Iterator[tuple[str, str]]:
    like = Likeness()
    pairs = align(old, new, like)
    groups = _moved(old, new, pairs, like) if with_moves else []
    moved = {j: i for group in groups for i, j in group}
    elsewhere = set(moved.values())
    for was, now in reflowed(old, new, pairs, like):
        if was and now:
            yield from _words(_one(old, was), _one(new, now))
            continue
        for index in was:
            if index not in elsewhere:
                yield "-", old[index].key + "\n"
        for index in now:
            if index in moved:
                yield from _words(old[moved[index]], new[index])
            else:
                yield "+", new[index].key + "\n"


def _one(entries: tuple[Entry, ...], places: range) -> Entry:
    """Several blocks as one, a newline between them."""
    if len(places) == 1:
        return entries[places[0]]
    text = "\n".join(entries[at].words.text for at in places)
    return Entry(folded(text), TokenSequence(text))


def _words(old: Entry, new: Entry) -> Iterator[tuple[str, str]]:
    """A block reworded."""
    if old.key == new.key:
        yield "=", new.key + "\n"
        return
    was, now = old.words, new.words
    for edit in edits(was, now):
        yield edit.op, was.text[slice(*edit.old)] if edit.op == "-" else now.text[slice(*edit.new)]
    yield "=", "\n"
