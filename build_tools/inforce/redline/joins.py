"""One block that became two, and two that became one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.redline.align import Likeness
from inforce.redline.changes import Op, Piece, Row, RowKind, Run
from inforce.redline.lines import Line, Unit, joined
from inforce.redline.words import edits

_LEAST = 0.75
"""How alike the one block and the two together have to be."""
_GAIN = 0.1
"""By how much more than without the second."""
_WORDS = 4
"""A shorter part is not worth it."""

Step = tuple[tuple[Unit, ...], tuple[Unit, ...]]
"""The blocks of a row, old and new."""


def join_steps(steps: Sequence[Step], like: Likeness) -> Iterator[Step]:
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


def _alike(left: Line, right: Line, like: Likeness) -> float:
    return like.of(left.words, right.words)


def split_row(old: Unit, new: tuple[Unit, Unit]) -> Row:
    """A block that became two: its words, divided where the new blocks are."""
    together = joined((new[0].line, new[1].line))
    border = len(new[0].line.words.text)
    parts: tuple[list[Piece], list[Piece]] = ([], [])
    was, now = old.line.words.text, together.words.text
    for edit in edits(old.line.words, together.words):
        begin, end = edit.new
        if edit.op == "-":
            parts[begin > border].append(Piece(Op.REMOVED, old.line.runs(*edit.old)))
            continue
        op = Op.KEPT if edit.op == "=" else Op.ADDED
        middle = _reach(was, edit.old, now[begin : min(border, end)]) if op is Op.KEPT else edit.old[0]
        for side, new_range, old_range in (
            (0, (begin, min(border, end)), (edit.old[0], middle if end > border else edit.old[1])),
            (1, (max(border + 1, begin), end), (middle if begin <= border else edit.old[0], edit.old[1])),
        ):
            if new_range[0] < new_range[1]:
                runs = together.runs(*new_range) or (Run(""),)
                before = was[slice(*old_range)] if op is Op.KEPT else None
                parts[side].append(Piece(op, runs, before if before != now[slice(*new_range)] else None))
    return Row(
        kind=RowKind.SPLIT,
        old=(old.block,),
        new=(new[0].block, new[1].block),
        parts=(tuple(parts[0]), tuple(parts[1])),
    )


def _reach(text: str, span: tuple[int, int], words: str) -> int:
    """How far into a stretch of the old text these words reach, white space apart."""
    left = sum(not char.isspace() for char in words)
    at = span[0]
    while left and at < span[1]:
        left -= not text[at].isspace()
        at += 1
    return at
