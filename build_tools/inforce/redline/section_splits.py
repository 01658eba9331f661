"""Sections that were split in two or merged into another, known by where their words went: blocks that moved, and
passages that were removed in one section and added in the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from inforce.model.text import Leaf
from inforce.redline.changes import Op, RowKind, SectionChange, SectionKind, Share
from inforce.redline.flattened import unit
from inforce.redline.tokens import TokenSequence

_LEAST = 0.3
"""The part of a new section that has to come from one old section for it to be split off that one; the part of an old
section that has to stand in one new section for it to be merged into that one."""
_PASSAGE = 5
_PASSAGE_UNSPACED = 12
"""So many equal words in a row, or characters where words have no spaces, are a passage."""
_HOLDERS = 4
"""What stands in more sections than so many tells of none of them."""


def with_splits(sections: Sequence[SectionChange]) -> tuple[SectionChange, ...]:
    """The sections, each that was split off or merged with where its words came from or went to."""
    whole = [change for change in sections if change.kind in (SectionKind.ADDED, SectionKind.REMOVED)]
    if not whole or len(sections) < 2:
        return tuple(sections)
    came: dict[str, list[tuple[str, int]]] = defaultdict(list)
    went: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (origin, target), amount in _flows(sections).items():
        came[target].append((origin, amount))
        went[origin].append((target, amount))
    old = {change.id: _size(change.old.leaves) for change in sections if change.old}
    new = {change.id: _size(change.new.leaves) for change in sections if change.new}
    result = list(sections)
    for index, change in enumerate(sections):
        if change.kind is SectionKind.ADDED:
            origin, amount = _greatest(came[change.id])
            if amount and amount >= _LEAST * new[change.id]:
                result[index] = replace(change, split_from=Share(origin, min(1.0, amount / old[origin])))
        elif change.kind is SectionKind.REMOVED:
            target, amount = _greatest(went[change.id])
            if amount and amount >= _LEAST * old[change.id]:
                result[index] = replace(change, merged_into=Share(target, min(1.0, amount / new[target])))
    return tuple(result)


def _flows(sections: Sequence[SectionChange]) -> Counter[tuple[str, str]]:
    """How many letters went from one section to another, (old, new), where one of the two came or went as a whole."""
    flows: Counter[tuple[str, str]] = Counter()
    lost: dict[str, tuple[str, ...]] = {}
    won: dict[str, tuple[str, ...]] = {}
    for change in sections:
        for row in change.rows:
            if row.kind is RowKind.MOVED and row.elsewhere is not None:
                flows[row.elsewhere, change.id] += sum(_letters(p.text) for p in row.pieces() if p.op is Op.KEPT)
        if removed := tuple(_words(change, Op.REMOVED)):
            lost[change.id] = removed
        if added := tuple(_words(change, Op.ADDED)):
            won[change.id] = added
    came = {change.id for change in sections if change.kind is SectionKind.ADDED}
    went = {change.id for change in sections if change.kind is SectionKind.REMOVED}
    holders: dict[tuple[str, ...], list[str]] = {}
    for origin, removed in lost.items():
        if came or origin in went:
            for passage in set(_passages(removed)):
                holders.setdefault(passage, []).append(origin)
    for target, added in won.items():
        found: dict[str, set[int]] = {}
        for at, passage in enumerate(_passages(added)):
            for origin in holders.get(passage, ())[:_HOLDERS]:
                if origin != target and (origin in went or target in came):
                    found.setdefault(origin, set()).update(range(at, at + len(passage)))
        for origin, places in found.items():
            flows[origin, target] += sum(_letters(added[at]) for at in places)
    return flows


def _words(change: SectionChange, op: Op) -> Iterator[str]:
    """The words of a section that were removed, or added, its own heading left out."""
    for row in change.rows[1:]:
        if row.kind is not RowKind.MOVED:
            for piece in row.pieces():
                if piece.op is op:
                    yield from (token for token in TokenSequence(piece.text).tokens if token[0].isalnum())


def _passages(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every stretch of words, by where it begins."""
    length = _PASSAGE if sum(map(len, words)) > 2 * len(words) else _PASSAGE_UNSPACED
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _greatest(amounts: Iterable[tuple[str, int]]) -> tuple[str, int]:
    return max(amounts, key=lambda item: item[1], default=("", 0))


def _size(leaves: Sequence[Leaf]) -> int:
    """The letters below a section's own heading."""
    return max(1, sum(_letters(unit(leaf).line.words.text) for leaf in leaves[1:]))


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)
