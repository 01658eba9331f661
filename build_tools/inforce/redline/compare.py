"""Two editions compared: sections paired by id, then by likeness; blocks inside; words inside those. Proven whole."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace
from itertools import product

from inforce.errors import CannotContinue
from inforce.model.edition import ReadEdition
from inforce.model.text import Section
from inforce.problems import problem
from inforce.redline.align import Likeness, Pair, heaviest, moves
from inforce.redline.changes import Redline, Row, RowKind, SectionChange, SectionKind
from inforce.redline.facts import policy_fact_changes, title_changes
from inforce.redline.flattened import Unit, unit
from inforce.redline.links import is_reported
from inforce.redline.numbering import number_changes
from inforce.redline.section_splits import with_splits
from inforce.redline.sections import added_row, broken, compare_blocks, entry, paired, removed_row, units

FORMAT = 8
"""Raise it when the rows of the same two sections change."""
_LIKE = 0.5
"""The likeness from which two sections of different ids are one, renamed."""
_ALL_PAIRS, _RARE, _CANDIDATES = 1000, 12, 6
"""Of more pairs of sections than the first only those are looked at that share words which no more sections have than
the second, and of these for each section no more than the third."""

Memo = MutableMapping[str, tuple[Row, ...]]
"""Proven rows of pairs of sections by `section_key`: comparing the same pair again costs nothing."""


def section_key(old: Section, new: Section) -> str:
    """SHA-256, in hex, of all that the rows of two sections depend on."""
    digest = hashlib.sha256(f"{FORMAT}\0{len(old.source)}\0".encode())
    digest.update(old.source.encode())
    digest.update(new.source.encode())
    return digest.hexdigest()


def compare(old: ReadEdition, new: ReadEdition, *, memo: Memo | None = None) -> Redline:
    """The redline from one edition to another. Raises CannotContinue if it would not give both back exactly."""
    sections = compare_sections(old.sections, new.sections, memo=memo)
    sections = tuple(
        replace(
            change,
            old_number=old.numbers.get(change.old.id) if change.old else None,
            new_number=new.numbers.get(change.new.id) if change.new else None,
        )
        for change in sections
    )
    return Redline(
        sections=sections,
        changes=tuple(number_changes(sections)),
        facts=(*title_changes(old, new), *policy_fact_changes(old, new)),
        lists=new.lists,
    )


def compare_sections(
    old: Sequence[Section], new: Sequence[Section], *, memo: Memo | None = None
) -> tuple[SectionChange, ...]:
    """The sections of two texts laid over each other, proven to give both back."""
    memo = {} if memo is None else memo
    pairs, moved = pair_sections(old, new)
    partner = {b: a for a, b in pairs}
    kept = {a for a, _ in pairs}
    renamed = {old[a].id: new[b].id for a, b in pairs if old[a].id != new[b].id}
    removed_after: dict[int, list[int]] = {}
    anchor = -1
    by_old = dict(pairs)
    for a in range(len(old)):
        if a in kept:
            anchor = by_old[a]
        else:
            removed_after.setdefault(anchor, []).append(a)
    result = [_removed(old[a]) for a in removed_after.get(-1, ())]
    for b, section in enumerate(new):
        if b in partner:
            result.append(_compared(old[partner[b]], section, partner[b] in moved, memo, renamed))
        else:
            rows = _proven(None, section, tuple(added_row(block) for block in units(section)))
            result.append(SectionChange(kind=SectionKind.ADDED, old=None, new=section, rows=rows))
        result.extend(_removed(old[a]) for a in removed_after.get(b, ()))
    sections = with_splits(_moved_blocks(result))
    _prove_order(old, new, sections)
    return sections


def _removed(section: Section) -> SectionChange:
    rows = _proven(section, None, tuple(removed_row(block) for block in units(section)))
    return SectionChange(kind=SectionKind.REMOVED, old=section, new=None, rows=rows)


def _compared(old: Section, new: Section, moved: bool, memo: Memo, renamed: Mapping[str, str]) -> SectionChange:
    if old.source == new.source:
        return SectionChange(kind=SectionKind.SAME, old=old, new=new, moved=moved)
    key = section_key(old, new)
    rows = memo.get(key)
    if rows is None:
        rows = memo[key] = _proven(old, new, tuple(compare_blocks(units(old), units(new), Likeness())))
    same = all(row.kind is RowKind.SAME for row in rows)
    unchanged = not any(is_reported(row, renamed) for row in rows)
    return SectionChange(
        kind=SectionKind.SAME if unchanged else SectionKind.CHANGED,
        old=old,
        new=new,
        rows=() if same else rows,
        moved=moved,
    )


def pair_sections(old: Sequence[Section], new: Sequence[Section]) -> tuple[list[Pair], set[int]]:
    """Pairs of sections, by old place, and the old places of those out of their order."""
    places = {section.id: index for index, section in enumerate(new)}
    pairs = [(index, places[section.id]) for index, section in enumerate(old) if section.id in places]
    taken, taken_new = {a for a, _ in pairs}, {b for _, b in pairs}
    left = [index for index in range(len(old)) if index not in taken]
    left_new = [index for index in range(len(new)) if index not in taken_new]
    if left and left_new:
        pairs += _renamed(old, new, left, left_new)
        pairs.sort()
    sizes = [float(1 + len(new[b].source)) for _, b in pairs]
    stay = {a for a, _ in heaviest(pairs, sizes)}
    return pairs, {a for a, _ in pairs if a not in stay}


def _renamed(old: Sequence[Section], new: Sequence[Section], left: list[int], left_new: list[int]) -> Iterator[Pair]:
    """Sections of different ids that share most of their words, the likest first."""
    bags, bags_new = {a: _bag(old[a]) for a in left}, {b: _bag(new[b]) for b in left_new}
    totals, totals_new = {a: bag.total() for a, bag in bags.items()}, {b: bag.total() for b, bag in bags_new.items()}
    scored: list[tuple[float, int, int]] = []
    for a, b in _hopeful(bags, bags_new):
        total = totals[a] + totals_new[b]
        if total and 2 * min(totals[a], totals_new[b]) >= _LIKE * total:
            score = 2 * (bags[a] & bags_new[b]).total() / total
            if score >= _LIKE:
                scored.append((-score, a, b))
    taken: set[int] = set()
    taken_new: set[int] = set()
    for _, a, b in sorted(scored):
        if a not in taken and b not in taken_new:
            taken.add(a)
            taken_new.add(b)
            yield a, b


def _hopeful(old: Mapping[int, Counter[str]], new: Mapping[int, Counter[str]]) -> Iterator[Pair]:
    """The pairs worth a look: all of a few; of many those that share the most words that few sections have."""
    if len(old) * len(new) <= _ALL_PAIRS:
        yield from product(old, new)
        return
    holders: dict[str, list[int]] = {}
    for b, bag in new.items():
        for word in bag:
            holders.setdefault(word, []).append(b)
    for a, bag in old.items():
        votes = Counter(b for word in bag if len(held := holders.get(word, ())) <= _RARE for b in held)
        yield from ((a, b) for b, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES])


def _bag(section: Section) -> Counter[str]:
    """The words of a section, each as often as it stands there."""
    bag: Counter[str] = Counter()
    for block in units(section):
        bag.update(token for token in block.line.words.tokens if token[0].isalnum())
    return bag


def _moved_blocks(sections: list[SectionChange]) -> tuple[SectionChange, ...]:
    """Blocks removed in one place and added in another, joined as moves. A place counts on through the sections."""
    lost: dict[int, tuple[int, int, Unit]] = {}
    won: dict[int, tuple[int, int, Unit]] = {}
    old_place = new_place = 0
    for s, change in enumerate(sections):
        old_place, new_place = old_place + 2, new_place + 2
        for r, row in enumerate(change.rows):
            if row.kind is RowKind.REMOVED:
                lost[old_place] = (s, r, unit(row.old[0]))
            elif row.kind is RowKind.ADDED:
                won[new_place] = (s, r, unit(row.new[0]))
            old_place, new_place = old_place + bool(row.old), new_place + bool(row.new)
    if not lost or not won:
        return tuple(sections)
    found = moves(
        {place: entry(block) for place, (_, _, block) in lost.items()},
        {place: entry(block) for place, (_, _, block) in won.items()},
        Likeness(),
        _the_same(sections, lost, won),
    )
    rows = [list(change.rows) for change in sections]
    pairs = [pair for group in found for pair in group]
    for number, (i, j) in enumerate(pairs):
        (s, r, was), (t, q, now) = lost[i], won[j]
        rows[s][r] = Row(kind=RowKind.MOVED_AWAY, old=(was.block,), move=number, elsewhere=sections[t].id)
        rows[t][q] = replace(paired(was, now), kind=RowKind.MOVED, move=number, elsewhere=sections[s].id)
    touched = {s for i, _ in pairs for s in lost[i][:1]} | {t for _, j in pairs for t in won[j][:1]}
    return tuple(
        replace(change, rows=_proven(change.old, change.new, tuple(rows[index]))) if index in touched else change
        for index, change in enumerate(sections)
    )


def _the_same(
    sections: Sequence[SectionChange],
    lost: Mapping[int, tuple[int, int, Unit]],
    won: Mapping[int, tuple[int, int, Unit]],
) -> Iterator[Pair]:
    """Blocks removed and added in one section, of words that stand there once on both sides: the same, however
    short."""
    added: dict[tuple[int, str], int] = {}
    for place, (s, _, block) in won.items():
        added[s, entry(block).key] = place
    known = [(i, j) for i, (s, _, block) in lost.items() if (j := added.get((s, entry(block).key))) is not None]
    counts: dict[int, tuple[Counter[str], Counter[str]]] = {}
    for i, j in known:
        s, _, block = lost[i]
        change, key = sections[s], entry(block).key
        assert change.old is not None
        assert change.new is not None
        if s not in counts:
            old, new = (Counter(entry(each).key for each in units(side)) for side in (change.old, change.new))
            counts[s] = old, new
        if key and all(count[key] == 1 for count in counts[s]):
            yield i, j


def _proven(old: Section | None, new: Section | None, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, if both sides come back from them: every block in its place, every word in its block."""
    was = [block for row in rows if row.kind is not RowKind.MOVED for block in row.old]
    now = [block for row in rows if row.kind is not RowKind.MOVED_AWAY for block in row.new]
    if (
        was != list(old.leaves if old else ())
        or now != list(new.leaves if new else ())
        or any(broken(row) for row in rows)
    ):
        section = new or old
        raise _broken(section.id if section else "?")
    return rows


def _prove_order(old: Sequence[Section], new: Sequence[Section], sections: Sequence[SectionChange]) -> None:
    """Every section of both sides is there once, the new ones in their order."""
    was = sorted(section.id for section in old) == sorted(change.old.id for change in sections if change.old)
    now = [section.id for section in new] == [change.new.id for change in sections if change.new]
    if not was or not now:
        raise _broken(new[0].id if new else "?")


def _broken(name: str) -> CannotContinue:
    return CannotContinue([problem("I901", f"{name}.md", name=name)])
