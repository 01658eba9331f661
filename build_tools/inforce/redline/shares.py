"""Sections that were split in two or merged into another, told by where most of their words went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from inforce.model.text import Block
from inforce.redline.changes import Op, RowKind, SectionChange, SectionKind, Share
from inforce.redline.lines import unit

_MOST = 0.5
"""The part of a new section that has to come from one old section for it to be split off that one; the part of an old
section that has to stand in one new section for it to be merged into that one."""


def told(sections: Sequence[SectionChange]) -> tuple[SectionChange, ...]:
    """The sections, those split off or merged told so."""
    flows: Counter[tuple[str, str]] = Counter()
    for change in sections:
        for row in change.rows:
            if row.kind is RowKind.MOVED and row.elsewhere is not None:
                kept = sum(_letters(piece.text) for piece in row.pieces() if piece.op is Op.KEPT)
                flows[row.elsewhere, change.id] += kept
    if not flows:
        return tuple(sections)
    old = {change.id: _size(change.old.blocks) for change in sections if change.old}
    new = {change.id: _size(change.new.blocks) for change in sections if change.new}
    result = list(sections)
    for index, change in enumerate(sections):
        if change.kind is SectionKind.ADDED:
            origin, amount = _greatest((a, n) for (a, b), n in flows.items() if b == change.id)
            if amount >= _MOST * new[change.id] and amount:
                result[index] = replace(change, split_from=Share(origin, amount / old[origin]))
        elif change.kind is SectionKind.REMOVED:
            target, amount = _greatest((b, n) for (a, b), n in flows.items() if a == change.id)
            if amount >= _MOST * old[change.id] and amount:
                result[index] = replace(change, merged_into=Share(target, amount / new[target]))
    return tuple(result)


def _greatest(amounts: Iterable[tuple[str, int]]) -> tuple[str, int]:
    return max(amounts, key=lambda item: item[1], default=("", 0))


def _size(blocks: Sequence[Block]) -> int:
    """The letters below a section's own heading."""
    return max(1, sum(_letters(unit(block).line.words.text) for block in blocks[1:]))


def _letters(text: str) -> int:
    return sum(not char.isspace() for char in text)
