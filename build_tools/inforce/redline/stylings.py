"""What changed of blocks beside their words: where links lead, nesting, kinds and numbers of lists, emphasis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from inforce.model.text import Heading, Leaf, Target, begun
from inforce.redline.changes import PLAIN, Marks, Row, RowKind
from inforce.redline.flattened import shape, unit
from inforce.redline.links import nested, relinked


class StylingKind(StrEnum):
    """What of a block changed beside its words."""

    LINK = "link"
    """`words` lead elsewhere: `old` and `new` are targets, None where they were or are no link."""
    NESTING = "nesting"
    """A list item's depth, from 1."""
    STEPS = "steps"
    """The number of a step, or the first and last of several, where a list begins with another number."""
    SHAPE = "shape"
    """What the block is: paragraph, bullet, step, clause, heading, table, code; "quoted" before it in a quotation."""
    LEVEL = "level"
    """A heading's level."""
    EMPHASIS = "emphasis"
    SPACE = "space"


@dataclass(frozen=True, slots=True, kw_only=True)
class Styling:
    """A change that is none of words."""

    kind: StylingKind
    old: str | None = None
    new: str | None = None
    words: str = ""


def stylings(rows: Sequence[Row], renamed: Mapping[str, str]) -> Mapping[int, tuple[Styling, ...]]:
    """By the index of a row what of it changed beside its words. `renamed` has the new ids of sections by their old."""
    found = {
        index: (*_row(row, renamed), *_steps(rows, index)) for index, row in enumerate(rows) if row.old and row.new
    }
    for index, row in enumerate(rows):
        if row.kind is RowKind.RESTYLED and not found.get(index):
            kind = StylingKind.SPACE if _emphasised(row.old) == _emphasised(row.new) else StylingKind.EMPHASIS
            found[index] = (Styling(kind=kind),)
    return {index: those for index, those in found.items() if those}


def restarts(old: Leaf, new: Leaf) -> bool:
    """Whether a step begins its list, and the list begins with another number now."""
    was, now = begun(old), begun(new)
    if not was or not now or not was[0].ordered or not now[0].ordered:
        return False
    return was[1].number != now[1].number == now[0].start != was[0].start


def _row(row: Row, renamed: Mapping[str, str]) -> Iterator[Styling]:
    if row.kind is RowKind.SAME:
        return
    for link in relinked(row, renamed):
        yield Styling(kind=StylingKind.LINK, old=shown_target(link.old), new=shown_target(link.new), words=link.words)
    if len(row.old) != 1 or len(row.new) != 1:
        return
    old, new = row.old[0], row.new[0]
    was, now = shape(old)[0], shape(new)[0]
    if was != now:
        yield Styling(kind=StylingKind.SHAPE, old=was, new=now)
    elif isinstance(old, Heading) and isinstance(new, Heading) and old.level != new.level:
        yield Styling(kind=StylingKind.LEVEL, old=str(old.level), new=str(new.level))
    if depths := nested(row):
        yield Styling(kind=StylingKind.NESTING, old=str(depths[0]), new=str(depths[1]))


def shown_target(target: Target | None) -> str | None:
    """Where a link leads, as readers see it."""
    if target is None:
        return None
    where = target.value if target.scheme == "other" else str(target)
    return f"{where} ({target.title})" if target.title else where


def _steps(rows: Sequence[Row], index: int) -> Iterator[Styling]:
    """The former and the new numbers of the steps of a list, reported at the first."""
    match rows[index].old, rows[index].new:
        case (old,), (new,) if restarts(old, new):
            pass
        case _:
            return
    numbers: list[tuple[int, int]] = []
    listed = len(new.path) - 1
    for row in rows[index:]:
        if not row.new or row.new[0].path[:listed] != new.path[:listed]:
            break
        was, now = (begun(leaf[0]) if len(leaf) == 1 else None for leaf in (row.old, row.new))
        if was and now and len(row.new[0].path) == len(new.path) and was[0].ordered:
            if numbers and now[1].number - was[1].number != numbers[0][1] - numbers[0][0]:
                break
            numbers.append((was[1].number, now[1].number))
    first, last = numbers[0], numbers[-1]
    ranges = (str(a) if a == b else f"{a}–{b}" for a, b in zip(first, last, strict=True))
    yield Styling(kind=StylingKind.STEPS, old=next(ranges), new=next(ranges))


def _emphasised(leaves: tuple[Leaf, ...]) -> list[tuple[Marks, str]]:
    """The words that are bold, in italics, code, or items in a cell."""
    found: list[tuple[Marks, str]] = []
    for made in map(unit, leaves):
        for line in [each for row in made.cells for each in row] or [made.line]:
            runs = line.runs(0, len(line.words.text))
            found += (
                (marks, "".join(run.text.split()))
                for run in runs
                if (marks := replace(run.marks, target=None)) != PLAIN and run.text.strip()
            )
    return found
