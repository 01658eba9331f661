"""What changed of blocks beside their words: where links lead, nesting, kinds and numbers of lists, emphasis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from inforce.model.text import Block, Clause, Heading, Item, Paragraph, Table, Target
from inforce.redline.changes import Row, RowKind
from inforce.redline.lines import unit
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
    """What the block is: paragraph, bullet, step, clause, heading, table."""
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


def restarts(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is the first step of a list that begins with another number now."""
    pair = _step(rows[index])
    if pair is None or pair[0].step == pair[1].step:
        return False
    for at in range(index - 1, -1, -1):
        row = rows[at]
        items = [block for block in (*row.old, *row.new) if isinstance(block, Item)]
        if len(items) < len(row.old) + len(row.new):
            return True
        if any(item.depth <= pair[1].depth for item in items):
            return not any(item.depth == pair[1].depth and item.step is not None for item in items)
    return True


def _row(row: Row, renamed: Mapping[str, str]) -> Iterator[Styling]:
    if row.kind is RowKind.SAME:
        return
    for link in relinked(row, renamed):
        yield Styling(kind=StylingKind.LINK, old=shown_target(link.old), new=shown_target(link.new), words=link.words)
    if len(row.old) != 1 or len(row.new) != 1:
        return
    old, new = row.old[0], row.new[0]
    if _shape(old) != _shape(new):
        yield Styling(kind=StylingKind.SHAPE, old=_shape(old), new=_shape(new))
    elif isinstance(old, Heading) and isinstance(new, Heading) and old.level != new.level:
        yield Styling(kind=StylingKind.LEVEL, old=str(old.level), new=str(new.level))
    if depths := nested(row):
        yield Styling(kind=StylingKind.NESTING, old=str(depths[0]), new=str(depths[1]))


def shown_target(target: Target | None) -> str | None:
    """Where a link leads, as it is told."""
    if target is None:
        return None
    return target.value if target.scheme == "other" else str(target)


def _shape(block: Block) -> str:
    match block:
        case Heading():
            return "heading"
        case Item(step=step):
            return "bullet" if step is None else "step"
        case Clause():
            return "clause"
        case Paragraph():
            return "paragraph"
        case Table():
            return "table"


def _step(row: Row) -> tuple[Item, Item] | None:
    """The steps that a row holds against each other."""
    match row.old, row.new:
        case (Item(step=int()) as old,), (Item(step=int()) as new,):
            return old, new
    return None


def _steps(rows: Sequence[Row], index: int) -> Iterator[Styling]:
    if not restarts(rows, index):
        return
    pairs = []
    first = _step(rows[index])
    assert first is not None
    for at in range(index, len(rows)):
        row = rows[at]
        pair = _step(row)
        if pair and pair[1].depth == first[1].depth and _by(pair) == _by(first):
            pairs.append(pair)
        elif not any(isinstance(block, Item) and block.depth > first[1].depth for block in row.new):
            break
    old, new = (
        str(first[side].step) if len(pairs) == 1 else f"{first[side].step}–{pairs[-1][side].step}" for side in (0, 1)
    )
    yield Styling(kind=StylingKind.STEPS, old=old, new=new)


def _by(pair: tuple[Item, Item]) -> int:
    return (pair[1].step or 0) - (pair[0].step or 0)


def _emphasised(blocks: tuple[Block, ...]) -> list[tuple[bool, bool, str]]:
    """The words that are bold or in italics."""
    found: list[tuple[bool, bool, str]] = []
    for made in map(unit, blocks):
        for line in [each for row in made.cells for each in row] or [made.line]:
            runs = line.runs(0, len(line.words.text))
            found += (
                (run.marks.strong, run.marks.emphasis, "".join(run.text.split()))
                for run in runs
                if (run.marks.strong or run.marks.emphasis) and run.text.strip()
            )
    return found
