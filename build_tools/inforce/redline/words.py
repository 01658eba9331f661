"""The words that two blocks share, chosen as one optimisation.

Maximise the weight of the words kept, minus for each separate change a constant and the price of its two cuts. So a
reader gets few, whole changes, and no island of "the" or of a comma between two.

Kept words are runs along diagonals of equal tokens. An island lighter than a change's constant can never pay for
itself, so its diagonal is left out beforehand; what remains is few, and a sparse dynamic programme over it is exact.
Of very long blocks the most frequent tokens begin no diagonal, which bounds the time without a cliff.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from inforce.redline.tokens import TokenSequence

CHANGE = 5.0
"""What one more separate change costs the reader, in letters."""
SURVIVES = (0.1, 0.14, 0.54)
"""A block is replaced whole when less of its weight survives than the first of these, plus the second for each
change, and at most the third: what is cut in many pieces must keep more to be worth reading."""
_LONG = 60.0
"""Words kept in a row that weigh so much are worth reading whatever stands about them."""
_STRETCH = (0.5, 0.7)
"""Between two such runs, or one and the block's end, a stretch of three changes is replaced whole when less of its
weight survives than the first of these; one of more changes when less does than the second."""
_SHORT = 4
"""A block of so few tokens gives up a word or a figure, not the full stop or the brackets about it."""
_MARGIN = 8
"""Equal tokens left at trimmed ends, so that a change may begin a little earlier or end a little later."""
_SEEDS = 40_000
"""How many pairs of equal tokens are looked at."""

Match = tuple[int, int, int]
"""A run of equal tokens: its start in the old words, its start in the new ones, its length."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words kept (both ranges), removed (only the old one) or added (only the new one); ranges of characters."""

    op: str
    old: tuple[int, int]
    new: tuple[int, int]


def shared(old: TokenSequence, new: TokenSequence) -> list[Match]:
    """The runs of tokens to keep, in order."""
    a, b = old.tokens, new.tokens
    limit = min(len(a), len(b))
    head = 0
    while head < limit and a[head] == b[head]:
        head += 1
    if head == len(a) == len(b):
        return [(0, 0, head)] if head else []
    limit -= head
    tail = 0
    while tail < limit and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    head, tail = max(0, head - _MARGIN), max(0, tail - _MARGIN)
    a_end, b_end = len(a) - tail, len(b) - tail
    middle = _optimise(
        a[head:a_end],
        b[head:b_end],
        old.weights[head:a_end],
        old.cuts[head : a_end + 1],
        new.cuts[head : b_end + 1],
    )
    runs = [(0, 0, head)] if head else []
    for i, j, length in [*((i + head, j + head, n) for i, j, n in middle), (a_end, b_end, tail)]:
        if not length:
            continue
        if runs and runs[-1][0] + runs[-1][2] == i and runs[-1][1] + runs[-1][2] == j:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + length)
        else:
            runs.append((i, j, length))
    runs = list(_readable(old, new, runs))
    if not _survives(old, new, runs):
        runs = []
        if max(len(a), len(b)) > _SHORT:
            return runs
    return list(_without_signs(a, b, runs))


def _without_signs(a: Sequence[str], b: Sequence[str], runs: Sequence[Match]) -> Iterator[Match]:
    """The runs, longer by the signs with which both sides of a change begin or end: a comma stays where it was."""
    i = j = 0
    for start, new_start, length in [*runs, (len(a), len(b), 0)]:
        head = i
        while i < start and j < new_start and a[i] == b[j] and not a[i][0].isalnum():
            i, j = i + 1, j + 1
        if head < i:
            yield head, j - (i - head), i - head
        end, tail = start + length, start
        while tail > i and new_start > j and a[tail - 1] == b[new_start - 1] and not a[tail - 1][0].isalnum():
            tail, new_start = tail - 1, new_start - 1
        if tail < end:
            yield tail, new_start, end - tail
        i, j = end, new_start + end - tail


def _readable(old: TokenSequence, new: TokenSequence, runs: Sequence[Match]) -> Iterator[Match]:
    """The runs without those in stretches of many changes where too little survives."""
    i = j = 0
    short: list[Match] = []
    for run in [*runs, (len(old.tokens), len(new.tokens), 0)]:
        start, new_start, length = run
        if length and sum(old.weights[start : start + length]) < _LONG:
            short.append(run)
            continue
        changes = _changes(short, (i, j), (start, new_start))
        size = max(sum(old.weights[i:start]), sum(new.weights[j:new_start]))
        if changes < 3 or _kept(old, short) >= _STRETCH[changes > 3] * size:
            yield from short
        if length:
            yield run
        short = []
        i, j = start + length, new_start + length


def _changes(runs: Sequence[Match], begin: tuple[int, int], end: tuple[int, int]) -> int:
    """How many separate changes stand about these runs, between two places."""
    if not runs:
        return 0
    first, last = runs[0], runs[-1]
    before = first[:2] != begin
    return len(runs) - 1 + before + ((last[0] + last[2], last[1] + last[2]) != end)


def _kept(old: TokenSequence, runs: Sequence[Match]) -> float:
    """The weight of the words kept."""
    return sum(sum(old.weights[i : i + length]) for i, _, length in runs)


def _survives(old: TokenSequence, new: TokenSequence, runs: list[Match]) -> bool:
    """Whether enough is kept for changes inside to read better than the block replaced whole."""
    if not runs:
        return True
    changes = _changes(runs, (0, 0), (len(old.tokens), len(new.tokens)))
    if changes <= 1:
        return any(token[0].isalnum() for i, _, length in runs for token in old.tokens[i : i + length])
    least, each, most = SURVIVES
    return _kept(old, runs) >= min(most, least + each * changes) * max(old.total, new.total)


def _diagonals(
    a: Sequence[str], b: Sequence[str], weights: Sequence[float], floor: float
) -> list[tuple[int, int, int]]:
    """Maximal runs of equal tokens heavier than `floor`, or touching a corner where no change need follow."""
    where: dict[str, list[int]] = {}
    for j, token in enumerate(b):
        where.setdefault(token, []).append(j)
    count: dict[str, int] = {}
    for token in a:
        if token in where:
            count[token] = count.get(token, 0) + 1
    pairs = sum(n * len(where[token]) for token, n in count.items())
    if pairs > _SEEDS:
        budget = _SEEDS
        rare: dict[str, list[int]] = {}
        for token, n in sorted(count.items(), key=lambda item: (item[1] * len(where[item[0]]), item[0])):
            budget -= n * len(where[token])
            if budget < 0:
                break
            rare[token] = where[token]
        where = rare
    n, m = len(a), len(b)
    sums = list(accumulate(weights, initial=0.0))
    found: list[tuple[int, int, int]] = []
    reached: dict[int, int] = {}
    for i, token in enumerate(a):
        for j in where.get(token, ()):
            if reached.get(i - j, -1) > i:
                continue
            start, end = i, i + 1
            while start and j - (i - start) and a[start - 1] == b[start - 1 - i + j]:
                start -= 1
            while end < n and end - i + j < m and a[end] == b[end - i + j]:
                end += 1
            reached[i - j] = end
            corner = start == 0 == start - i + j or (end == n and end - i + j == m)
            if corner or sums[end] - sums[start] > floor:
                found.append((start, start - i + j, end - start))
    return found


def _optimise(
    a: Sequence[str],
    b: Sequence[str],
    weights: Sequence[float],
    a_cuts: Sequence[float],
    b_cuts: Sequence[float],
) -> list[Match]:
    """The best runs, by a dynamic programme over the tokens of the diagonals, row by row of the old words.

    `gaps` is a staircase: columns rising, with them the value of the best change that is open there.
    """
    n, m = len(a), len(b)
    rows: list[list[tuple[int, int]]] = [[] for _ in range(n + 1)]
    found = _diagonals(a, b, weights, CHANGE)
    for index, (i, j, length) in enumerate(found):
        for step in range(length):
            rows[i + step].append((j + step, index))
    columns = [0]
    values = [-CHANGE - (a_cuts[0] + b_cuts[0]) / 2]
    sources: list[int] = [-1]
    best = [float("-inf")] * len(found)
    last = [-2] * len(found)
    points: list[tuple[int, int, int]] = []
    """Of every point (i, j) the point it follows: -1 is the beginning."""
    final, final_point = float("-inf"), -1
    for i in range(n):
        pending: list[tuple[int, float, int]] = []
        a_cut, a_next, weight = a_cuts[i], a_cuts[i + 1], weights[i]
        for j, diagonal in rows[i]:
            value, source = best[diagonal], last[diagonal]
            if i == 0 == j:
                value, source = 0.0, -1
            at = bisect_right(columns, j) - 1
            opened = values[at] - (a_cut + b_cuts[j]) / 2
            if opened > value:
                value, source = opened, sources[at]
            value += weight
            points.append((i, j, source))
            best[diagonal], last[diagonal] = value, len(points) - 1
            if i + 1 == n and j + 1 == m:
                final, final_point = value, len(points) - 1
                continue
            value -= CHANGE + (a_next + b_cuts[j + 1]) / 2
            pending.append((j + 1, value, len(points) - 1))
        for column, value, point in pending:
            at = bisect_right(columns, column) - 1
            if values[at] >= value:
                continue
            end = at + 1
            while end < len(values) and values[end] <= value:
                end += 1
            begin = at if columns[at] == column else at + 1
            columns[begin:end] = [column]
            values[begin:end] = [value]
            sources[begin:end] = [point]
    closing = (a_cuts[n] + b_cuts[m]) / 2
    if values[-1] - closing > final:
        final_point = sources[-1]
    runs: list[Match] = []
    while final_point >= 0:
        i, j, final_point = points[final_point]
        if runs and runs[-1][0] == i + 1 and runs[-1][1] == j + 1:
            runs[-1] = (i, j, runs[-1][2] + 1)
        else:
            runs.append((i, j, 1))
    runs.reverse()
    return runs


def edits(old: TokenSequence, new: TokenSequence) -> list[Edit]:
    """The words of both blocks as kept, removed and added ranges that cover both texts from end to end.

    White space beside a change is kept where both sides have it; kept ranges may differ in white space alone.
    """
    was, now = old.text, new.text
    result: list[Edit] = []

    def keep(old_range: tuple[int, int], new_range: tuple[int, int]) -> None:
        if result and result[-1].op == "=":
            old_range, new_range = (result[-1].old[0], old_range[1]), (result[-1].new[0], new_range[1])
            result.pop()
        if old_range[0] < old_range[1] or new_range[0] < new_range[1]:
            result.append(Edit("=", old_range, new_range))

    def change(i: int, i_end: int, j: int, j_end: int) -> None:
        before, after = was[i:i_end], now[j:j_end]
        if not before.strip() and not after.strip():
            keep((i, i_end), (j, j_end))
            return
        head = _common_space(before, after)
        if head:
            keep((i, i + head), (j, j + head))
            i, j = i + head, j + head
        tail = _common_space(was[i:i_end][::-1], now[j:j_end][::-1])
        if i < i_end - tail:
            result.append(Edit("-", (i, i_end - tail), (j, j)))
        if j < j_end - tail:
            result.append(Edit("+", (i_end - tail, i_end - tail), (j, j_end - tail)))
        if tail:
            keep((i_end - tail, i_end), (j_end - tail, j_end))

    i = j = 0
    for a, b, length in shared(old, new):
        start, end = old.spans[a][0], old.spans[a + length - 1][1]
        new_start, new_end = new.spans[b][0], new.spans[b + length - 1][1]
        change(i, start, j, new_start)
        keep((start, end), (new_start, new_end))
        i, j = end, new_end
    change(i, len(was), j, len(now))
    return result


def _common_space(before: str, after: str) -> int:
    """How much white space both begin with."""
    count = 0
    for left, right in zip(before, after, strict=False):
        if not (left.isspace() and right.isspace()):
            break
        count += 1
    return count
