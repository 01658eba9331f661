"""A pair and a block left over beside it that are one block and two; and the words of a block that became several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from inforce.redline.align import Likeness
from inforce.redline.changes import Op, Piece, Row, RowKind
from inforce.redline.flattened import FlatText, Unit, joined
from inforce.redline.pieces import letters, reach
from inforce.redline.words import edits

_LEAST = 0.75
"""How alike the one block and the two together have to be."""
_GAIN = 0.1
"""By how much more than without the second."""
_WORDS = 4
"""A shorter part is not worth it."""

Step = tuple[tuple[Unit, ...], tuple[Unit, ...]]
"""The blocks of a row, old and new."""


def splits_and_merges(steps: Sequence[Step], like: Likeness) -> Iterator[Step]:
    """Steps with splits and merges found: a pair and a block left over beside it become one step."""
    at = 0
    while at < len(steps):
        found = _joined(steps[at], steps[at + 1], like) if at + 1 < len(steps) else None
        yield found or steps[at]
        at += 2 if found else 1


def _joined(first: Step, second: Step, like: Likeness) -> Step | None:
    old, new = (*first[0], *second[0]), (*first[1], *second[1])
    if sorted((len(old), len(new))) != [1, 2] or not all(step[0] or step[1] for step in (first, second)):
        return None
    two, one = (old, new[0]) if len(old) == 2 else (new, old[0])
    if any(unit.family != "text" for unit in (*two, one)) or any(len(unit.line.words.tokens) < _WORDS for unit in two):
        return None
    together = joined(tuple(unit.line for unit in two))
    best = max(_alike(unit.line, one.line, like) for unit in two)
    return (old, new) if _alike(together, one.line, like) >= max(_LEAST, best + _GAIN) else None


def _alike(left: FlatText, right: FlatText, like: Likeness) -> float:
    return like.of(left.words, right.words)


def split_row(old: Unit, new: tuple[Unit, ...]) -> Row:
    """A block that became several: its words, divided where the new blocks are."""
    together = joined(tuple(block.line for block in new))
    ends = list(accumulate((len(block.line.words.text) + 1 for block in new), initial=0))
    places = [(start, end - 1) for start, end in pairwise(ends)]
    parts: list[list[Piece]] = [[] for _ in new]
    was, now = old.line.words.text, together.words.text
    for edit in edits(old.line.words, together.words):
        begin, end = edit.new
        if edit.op == "-":
            part = next(part for part, (_, stop) in enumerate(places) if begin <= stop)
            parts[part].append(Piece(Op.REMOVED, old.line.runs(*edit.old)))
            continue
        op, at = Op.KEPT if edit.op == "=" else Op.ADDED, edit.old[0]
        for part, (start, stop) in enumerate(places):
            new_range = max(begin, start), min(end, stop)
            if new_range[0] >= new_range[1]:
                continue
            words = now[slice(*new_range)]
            reached = at + reach(was[at : edit.old[1]], letters(words)) if end > stop else edit.old[1]
            before = was[at:reached] if op is Op.KEPT else words
            parts[part].append(Piece(op, together.runs(*new_range), before if before != words else None))
            at = reached
    return Row(
        kind=RowKind.SPLIT,
        old=(old.block,),
        new=tuple(block.block for block in new),
        parts=tuple(map(tuple, parts)),
    )
