"""Which block of the old text stands where in the new one.

Equal blocks first: the heaviest increasing run of those that are unique on both sides, then the longest common
sequence of equal ones between them. In the gaps, blocks that are alike, again as the heaviest increasing run. What is
left over may have moved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add

from rapidfuzz.distance import Indel

from inforce.redline.tokens import TokenSequence

LIKE = 0.4
"""The likeness from which two blocks in the same gap are one block reworded."""
_SHORT = 50
"""Blocks of so few letters may be alike by those: "Verilerinizi saklıyoruz" and "Verileriniz saklanmaktadır" share no
word. Of unrelated lines of policies 4 to 10 of 100 are as alike, of longer ones up to 31."""
_FEW = 4
"""Where no more pairs than so many stand between two others."""
MOVED = 0.6
"""The likeness from which a block that was removed here and added there has moved."""
MOVED_WORDS = 5
"""A shorter block is not reported as moved, unless its neighbour has."""
_HOLE = 8
"""Blocks that moved together may have this many steps between them, or more that all went and came there alike."""
_ANCHOR_WORDS = 3
_HEADING = 150.0
"""How many words a heading counts for more: of two sections that changed places, the one that is renamed moved."""
_ALL_PAIRS = 1200
"""Above so many pairs only those that share rare words are looked at."""
_IN_ORDER = 100_000_000
"""Above so many pairs of words, or of blocks, the order is not looked at as a whole: that would take square time."""
_CANDIDATES = 6
_RARE = 12
_FIGURES = re.compile(r"\d+")

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A block as alignment sees it."""

    key: str
    words: TokenSequence
    family: str = ""
    id: str | None = None
    """The id that the source gives it, if any: the same in both texts means the same block."""

    def __len__(self) -> int:
        return len(self.words.tokens)


class Likeness:
    """How alike two entries are, from 0 to 1: twice the words they share in order, over all their words."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._encoded: dict[TokenSequence, str] = {}
        self._two: dict[TokenSequence, Counter[str]] = {}

    def code(self, words: TokenSequence) -> str:
        """A character a word, the same for the same word."""
        known = self._encoded.get(words)
        if known is None:
            codes = self._codes
            known = "".join([codes.get(token) or self._new(token) for token in words.tokens])
            self._encoded[words] = known
        return known

    def _new(self, token: str) -> str:
        number = len(self._codes) + 1
        return self._codes.setdefault(token, chr(number if number < 0xD800 else number + 0x800))

    def __call__(self, old: Entry, new: Entry, least: float) -> float:
        """The likeness, or 0 where it is under `least`."""
        left, right = len(old), len(new)
        if old.id and new.id:
            if old.id == new.id:
                return 0.9
            least = max(least, 0.8)
        if old.family != new.family:
            if "table" in (old.family, new.family):
                return 0.0
            least = max(least, 0.75)
        if 2 * min(left, right) < least * (left + right):
            return 0.0
        return self.of(old.words, new.words, least)

    def of(self, old: TokenSequence, new: TokenSequence, least: float = 0.0) -> float:
        """The likeness of the words alone; of very long ones their order is not looked at."""
        if len(old.tokens) * len(new.tokens) > _IN_ORDER:
            alike = (Counter(old.tokens) & Counter(new.tokens)).total()
            return 2 * alike / (len(old.tokens) + len(new.tokens))
        return Indel.normalized_similarity(self.code(old), self.code(new), score_cutoff=least)

    def letters(self, old: Entry, new: Entry, least: float) -> float:
        """How alike two short entries of a family are by their pairs of neighbouring letters, any figure as good as
        another; or 0 where that is under `least`."""
        if old.family != new.family or (old.id and new.id) or max(len(old.key), len(new.key)) > _SHORT:
            return 0.0
        was, now = self._letters(old.words), self._letters(new.words)
        alike = 2 * (was & now).total() / (was.total() + now.total())
        return alike if alike >= least else 0.0

    def _letters(self, words: TokenSequence) -> Counter[str]:
        known = self._two.get(words)
        if known is None:
            text = _FIGURES.sub("0", f" {' '.join(words.text.casefold().split())} ")
            known = self._two[words] = Counter(map(add, text, text[1:]))
        return known


def align(old: Sequence[Entry], new: Sequence[Entry], like: Likeness) -> list[Pair]:
    """Pairs (index in old, index in new), rising on both sides."""
    head, limit = 0, min(len(old), len(new))
    while head < limit and old[head].key == new[head].key:
        head += 1
    tail, limit = 0, limit - head
    while tail < limit and old[-1 - tail].key == new[-1 - tail].key:
        tail += 1
    pairs = [(index, index) for index in range(head)]
    end, new_end = len(old) - tail, len(new) - tail
    if head < end and head < new_end:
        equal = _equal(old, new, head, end, head, new_end)
        for start, stop, new_start, new_stop in _gaps(equal, head, end, head, new_end):
            pairs += _alike(old, new, range(start, stop), range(new_start, new_stop), like)
        pairs += equal
    pairs += [(end + index, new_end + index) for index in range(tail)]
    pairs.sort()
    return pairs


def _gaps(
    pairs: Iterable[Pair], start: int, end: int, new_start: int, new_end: int
) -> Iterator[tuple[int, int, int, int]]:
    for i, j in [*pairs, (end, new_end)]:
        if start < i and new_start < j:
            yield start, i, new_start, j
        start, new_start = i + 1, j + 1


def _equal(old: Sequence[Entry], new: Sequence[Entry], start: int, end: int, first: int, last: int) -> list[Pair]:
    """Equal blocks: unique ones as anchors, the rest between them."""
    seen = Counter(old[i].key for i in range(start, end))
    seen_new = Counter(new[j].key for j in range(first, last))
    places = {new[j].key: j for j in range(first, last)}
    unique = [
        (i, places[key])
        for i in range(start, end)
        if seen[key := old[i].key] == 1
        and seen_new.get(key) == 1
        and (len(old[i]) >= _ANCHOR_WORDS or old[i].family == new[places[key]].family == "heading")
    ]
    anchors = heaviest(unique, [len(old[i]) + _HEADING * (old[i].family == "heading") for i, _ in unique])
    pairs = list(anchors)
    common = seen.keys() & seen_new.keys()
    for i, i_end, j, j_end in _gaps(anchors, start, end, first, last):
        rows = [index for index in range(i, i_end) if old[index].key in common]
        columns = [index for index in range(j, j_end) if new[index].key in common]
        parts = 1 + len(rows) * len(columns) // _IN_ORDER
        for part in range(parts if rows and columns else 0):
            these, those = (
                side[len(side) * part // parts : len(side) * (part + 1) // parts] for side in (rows, columns)
            )
            for block in Indel.opcodes([old[r].key for r in these], [new[c].key for c in those]):
                if block.tag == "equal":
                    pairs += zip(
                        these[block.src_start : block.src_end], those[block.dest_start : block.dest_end], strict=True
                    )
    pairs.sort()
    return pairs


def _alike(old: Sequence[Entry], new: Sequence[Entry], rows: range, columns: range, like: Likeness) -> list[Pair]:
    """The blocks of a gap that are alike."""
    found: list[Pair] = []
    values: list[float] = []
    for i, j in candidates(old, new, rows, columns):
        score = like(old[i], new[j], LIKE)
        if score:
            found.append((i, j))
            values.append((score - 0.25) * (len(old[i]) + len(new[j])))
    pairs = heaviest(found, values)
    for gap in list(_gaps(pairs, rows.start, rows.stop, columns.start, columns.stop)):
        pairs += _alike_by_letters(old, new, range(*gap[:2]), range(*gap[2:]), like)
    return pairs


def _alike_by_letters(
    old: Sequence[Entry], new: Sequence[Entry], rows: range, columns: range, like: Likeness
) -> list[Pair]:
    """Of the very few blocks between two pairs those that are alike by their letters: of many some are so by chance."""
    if len(rows) * len(columns) > _FEW:
        return []
    scored = {(i, j): like.letters(old[i], new[j], LIKE) for i in rows for j in columns}
    found = [pair for pair, score in scored.items() if score]
    return heaviest(found, [scored[pair] for pair in found])


def candidates(
    old: Sequence[Entry] | Mapping[int, Entry],
    new: Sequence[Entry] | Mapping[int, Entry],
    rows: Sequence[int],
    columns: Sequence[int],
) -> Iterator[Pair]:
    """The pairs worth a look: all of a small gap; of a large one those that share rare words."""
    if len(rows) * len(columns) <= _ALL_PAIRS:
        for i in rows:
            for j in columns:
                yield i, j
        return
    holders: dict[str, list[int]] = {}
    for j in columns:
        for token in set(new[j].words.tokens):
            holders.setdefault(token, []).append(j)
    for i in rows:
        votes: Counter[int] = Counter()
        for token in set(old[i].words.tokens):
            held = holders.get(token, ())
            if 0 < len(held) <= _RARE:
                for j in held:
                    votes[j] += 1
        for j, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]:
            yield i, j


def heaviest(pairs: Sequence[Pair], values: Sequence[float]) -> list[Pair]:
    """Of weighted pairs the heaviest subset that rises strictly on both sides (a Fenwick tree of best chains)."""
    if not pairs:
        return []
    width = max(j for _, j in pairs) + 1
    tree: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    before = [-1] * len(pairs)
    best = (0.0, -1)
    for index in sorted(range(len(pairs)), key=lambda k: (pairs[k][0], -pairs[k][1])):
        j = pairs[index][1]
        chain, node = (0.0, -1), j
        while node > 0:
            if tree[node][0] > chain[0]:
                chain = tree[node]
            node -= node & -node
        before[index] = chain[1]
        reached = (chain[0] + values[index], index)
        if reached[0] > best[0]:
            best = reached
        node = j + 1
        while node <= width:
            if reached[0] > tree[node][0]:
                tree[node] = reached
            node += node & -node
    result: list[Pair] = []
    index = best[1]
    while index >= 0:
        result.append(pairs[index])
        index = before[index]
    result.reverse()
    return result


def moves(
    old: Mapping[int, Entry], new: Mapping[int, Entry], like: Likeness, known: Iterable[Pair] = ()
) -> list[list[Pair]]:
    """Of the blocks left over on both sides (by place) those that have moved, neighbours joined; by old place.

    The most telling are taken first, then those `known` to be the same. A block beside one that has moved may be
    shorter and less alike, and a heading may have other words: it went along. A short one that stands behind it now and
    stood before it, or the other way round, has changed places with it.
    """
    removed = [i for i, entry in old.items() if len(entry) >= MOVED_WORDS]
    added = [j for j, entry in new.items() if len(entry) >= MOVED_WORDS]
    scored: list[tuple[float, int, int]] = []
    for i, j in candidates(old, new, removed, added):
        score = like(old[i], new[j], MOVED)
        if score:
            scored.append((-score * min(len(old[i]), len(new[j])), i, j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    for i, j in known:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    rank = {i: at for at, i in enumerate(sorted(old))}
    rank_new = {j: at for at, j in enumerate(sorted(new))}
    groups: list[list[Pair]] = []
    for i, j in sorted(partner.items()):
        for group in reversed(groups[-_HOLE:]):
            a, b = group[-1]
            steps, steps_new = i - a, j - b
            stayed = max(steps - rank[i] + rank[a], steps_new - rank_new[j] + rank_new[b])
            if steps_new > 0 and stayed < _HOLE and (max(steps, steps_new) <= _HOLE or abs(steps - steps_new) < _HOLE):
                group.append((i, j))
                break
        else:
            groups.append([(i, j)])
    groups.sort(key=len, reverse=True)
    for group in groups:
        _fill(group, old, new, partner, taken, like)
        for step in (-1, 1):
            along: list[Pair] = []
            a, b = group[0 if step < 0 else -1]
            while (a := a + step) in old and (b := b + step) in new and a not in partner and b not in taken:
                if not _along(old[a], new[b], like):
                    break
                partner[a] = b
                taken.add(b)
                along.append((a, b))
            group[:] = [*reversed(along), *group] if step < 0 else [*group, *along]
    for i, j in [*partner.items()]:
        for a, b in ((i - 1, j + 1), (i + 1, j - 1)):
            left = a in old and b in new and a not in partner and b not in taken
            if left and max(len(old[a]), len(new[b])) < MOVED_WORDS and like.letters(old[a], new[b], LIKE):
                partner[a] = b
                taken.add(b)
                groups.append([(a, b)])
    return sorted(groups)


def _fill(
    group: list[Pair],
    old: Mapping[int, Entry],
    new: Mapping[int, Entry],
    partner: dict[int, int],
    taken: set[int],
    like: Likeness,
) -> None:
    """Blocks between those of a group, aligned: they went along, though they are shorter or less alike."""
    found: list[Pair] = []
    for (i, j), (i_end, j_end) in pairwise(group):
        rows = [a for a in range(i + 1, i_end) if a in old and a not in partner]
        columns = [b for b in range(j + 1, j_end) if b in new and b not in taken]
        if rows and columns:
            pairs = align([old[a] for a in rows], [new[b] for b in columns], like)
            found += [(rows[a], columns[b]) for a, b in pairs]
    for a, b in found:
        partner[a] = b
        taken.add(b)
    group[:] = sorted([*group, *found])


def _along(old: Entry, new: Entry, like: Likeness) -> bool:
    """Whether a block beside one that has moved went along; a heading may have other words."""
    if old.family == new.family == "heading":
        return True
    return old.family == new.family and (old.key == new.key or bool(like(old, new, LIKE)))
