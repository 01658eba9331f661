"""Blocks divided anew: a paragraph that became a lead-in and a list, items that were run together.

Alignment pairs block with block. Where more stand on one side of a gap, the words of both sides are laid over each
other as if they had no blocks, and long equal runs tell where each block's words went. Several blocks whose words went
to one, or came from one, are one step with it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from rapidfuzz.distance import Indel

from inforce.redline.align import Entry, Likeness, Pair

Group = tuple[range, range]
"""Places of blocks, old and new, that are one step: one on a side at least, or none on the other."""

_RUN = 12.0
"""A lighter run of equal words may be there by chance."""
_SHARE = 0.6
"""The part of a block's words that has to stand in another block for it to belong there."""
_FILLED = 0.5
"""The part of the one block that the several have to make up."""
_MOST = 40_000_000
"""Of more pairs of words the blocks are left as they are aligned."""


def reflowed(old: Sequence[Entry], new: Sequence[Entry], pairs: Sequence[Pair], like: Likeness) -> Iterator[Group]:
    """All blocks in reading order, in steps: a pair, one against several, or one left over."""
    i = j = 0
    within: list[Pair] = []
    for a, b in [*pairs, (len(old), len(new))]:
        if a < len(old) and old[a].key != new[b].key and old[a].family == new[b].family == "text":
            within.append((a, b))
            continue
        yield from _gap(old, new, (range(i, a), range(j, b)), within, like)
        if a < len(old):
            yield range(a, a + 1), range(b, b + 1)
        within = []
        i, j = a + 1, b + 1


def _gap(old: Sequence[Entry], new: Sequence[Entry], gap: Group, pairs: list[Pair], like: Likeness) -> Iterator[Group]:
    """The steps between two pairs of equal blocks."""
    rows, columns = gap
    steps: list[Group] = []
    if len(pairs) < max(len(rows), len(columns)) > 1 and rows and columns:
        steps = _several(old, new, gap, like)
    single = [(range(i, i + 1), range(j, j + 1)) for i, j in pairs]
    steps += [pair for pair in single if _place(pair, steps) is not None]
    steps.sort(key=_first)
    i, j = rows.start, columns.start
    for was, now in [*steps, (range(rows.stop, rows.stop), range(columns.stop, columns.stop))]:
        yield from ((range(a, a + 1), range(j, j)) for a in range(i, was.start))
        yield from ((range(was.start, was.start), range(b, b + 1)) for b in range(j, now.start))
        if was or now:
            yield was, now
        i, j = was.stop, now.stop


def _first(step: Group) -> Pair:
    return step[0].start, step[1].start


def _place(step: Group, steps: Sequence[Group]) -> int | None:
    """Where a step goes among steps that stand in order on both sides; None where it would cross or overlap one.

    Only its neighbours are looked at: what stands beyond them stands beyond it too.
    """
    at = bisect_right(steps, _first(step), key=_first)
    beside = steps[max(0, at - 1) : at + 1]
    return at if all(_apart(step, other) for other in beside) else None


def _apart(one: Group, other: Group) -> bool:
    """Whether one step stands before the other on both sides."""
    (a, b), (c, d) = one, other
    return (a.stop <= c.start and b.stop <= d.start) or (c.stop <= a.start and d.stop <= b.start)


def _several(old: Sequence[Entry], new: Sequence[Entry], gap: Group, like: Likeness) -> list[Group]:
    """Where several blocks are one on the other side: the heaviest first, none across another."""
    flows = _flows(old, new, gap, like)
    by_row: dict[int, dict[int, float]] = defaultdict(dict)
    by_column: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), amount in flows.items():
        by_row[i][j] = by_column[j][i] = amount
    found: list[tuple[float, Group]] = []
    for j, members in _homes(by_row, old).items():
        amount = sum(by_row[i][j] for i in members)
        if len(members) > 1 and amount >= _FILLED * new[j].words.total:
            found.append((amount, (range(min(members), max(members) + 1), range(j, j + 1))))
    for i, members in _homes(by_column, new).items():
        amount = sum(by_column[j][i] for j in members)
        if len(members) > 1 and amount >= _FILLED * old[i].words.total:
            found.append((amount, (range(i, i + 1), range(min(members), max(members) + 1))))
    groups: list[Group] = []
    for _, group in sorted(found, key=lambda item: (-item[0], item[1][0].start, item[1][1].start)):
        texts = all(side[at].family == "text" for side, places in zip((old, new), group, strict=True) for at in places)
        if texts and (place := _place(group, groups)) is not None:
            groups.insert(place, group)
    return groups


def _homes(flows: Mapping[int, Mapping[int, float]], blocks: Sequence[Entry]) -> dict[int, list[int]]:
    """By block of the other side the blocks most of whose words stand there."""
    homes: dict[int, list[int]] = defaultdict(list)
    for at, amounts in flows.items():
        home, amount = max(amounts.items(), key=lambda item: item[1])
        if amount >= _SHARE * blocks[at].words.total:
            homes[home].append(at)
    return homes


def _flows(old: Sequence[Entry], new: Sequence[Entry], gap: Group, like: Likeness) -> dict[Pair, float]:
    """The weight of the words that stand in long runs in both blocks, by (old, new)."""
    rows, columns = (
        [at for at in places if side[at].family == "text"] for side, places in zip((old, new), gap, strict=True)
    )
    was, now = "".join(like.code(old[i].words) for i in rows), "".join(like.code(new[j].words) for j in columns)
    if len(was) * len(now) > _MOST:
        return {}
    weights = [weight for i in rows for weight in old[i].words.weights]
    sums = list(accumulate(weights, initial=0.0))
    owners = [i for i in rows for _ in old[i].words.tokens]
    owners_new = [j for j in columns for _ in new[j].words.tokens]
    flows: dict[Pair, float] = defaultdict(float)
    for block in Indel.opcodes(was, now):
        if block.tag == "equal" and sums[block.src_end] - sums[block.src_start] >= _RUN:
            steps = block.dest_start - block.src_start
            for at in range(block.src_start, block.src_end):
                flows[owners[at], owners_new[at + steps]] += weights[at]
    return flows
