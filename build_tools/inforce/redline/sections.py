"""Two sections laid over each other: rows of blocks, and the words inside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.model.text import Clause, CodeBlock, Heading, Leaf, Paragraph, Section, inlines, words
from inforce.reader.wording import plain
from inforce.redline.align import Entry, Likeness, Pair, align, heaviest
from inforce.redline.block_splits import Step, split_row, splits_and_merges
from inforce.redline.changes import Op, Piece, Row, RowKind, TableRow, side
from inforce.redline.flattened import FlatText, Unit, joined, shape, unit
from inforce.redline.headings import typed_number
from inforce.redline.pieces import cell_pieces, kept, pieces, whole
from inforce.redline.reflow import reflowed
from inforce.redline.stylings import restarts

_ALL_HEADS = 1200
"""Of more pairs of columns not each is looked at."""


def entry(block: Unit) -> Entry:
    """A block as alignment sees it."""
    key = f"table\0{block.line.key}" if block.cells else block.line.unnumbered
    if block.family == "heading":
        key = typed_number(key)[1]
    name = block.block.id if isinstance(block.block, Heading | Clause | Paragraph) else None
    return Entry(key, block.line.words, block.family, name)


def compare_blocks(old: Sequence[Unit], new: Sequence[Unit], like: Likeness) -> list[Row]:
    """The rows of two sections' blocks, in reading order: what was removed stands before what was added.

    Their own headings are one block, whatever they say.
    """
    first = bool(old and new and old[0].family == new[0].family == "heading")
    was, now = ([entry(block) for block in side[first:]] for side in (old, new))
    groups = reflowed(was, now, align(was, now, like), like)
    steps: list[Step] = [((old[0],), (new[0],))] if first else []
    steps += (
        (tuple(old[i + first] for i in places), tuple(new[j + first] for j in new_places))
        for places, new_places in groups
    )
    return [_row(step) for step in splits_and_merges(steps, like)]


def _row(step: Step) -> Row:
    match step:
        case ((was,), ()):
            return removed_row(was)
        case ((), (now,)):
            return added_row(now)
        case ((was,), (now,)):
            return paired(was, now)
        case ((was,), several):
            return split_row(was, several)
        case (both, (now,)):
            return merged(both, now)
    raise AssertionError(step)


def removed_row(block: Unit) -> Row:
    """A block removed."""
    if block.cells:
        return Row(kind=RowKind.REMOVED, old=(block.block,), table=_table_of(block, Op.REMOVED, RowKind.REMOVED))
    return Row(kind=RowKind.REMOVED, old=(block.block,), parts=(whole(block.line, Op.REMOVED),))


def added_row(block: Unit) -> Row:
    """A block added."""
    if block.cells:
        return Row(kind=RowKind.ADDED, new=(block.block,), table=_table_of(block, Op.ADDED, RowKind.ADDED))
    return Row(kind=RowKind.ADDED, new=(block.block,), parts=(whole(block.line, Op.ADDED),))


def paired(old: Unit, new: Unit) -> Row:
    """A block of each side, one the other reworded."""
    blocks: tuple[tuple[Leaf], tuple[Leaf]] = ((old.block,), (new.block,))
    if old.cells and new.cells:
        table = tuple(_table(old, new))
        same = all(row.kind is RowKind.SAME for row in table)
        kind = RowKind.REWORDED if not same else RowKind.SAME if _alike_set(old, new) else RowKind.RESTYLED
        return Row(kind=kind, old=blocks[0], new=blocks[1], table=table)
    if old.line.key == new.line.key:
        kind = RowKind.SAME if _alike_set(old, new) else RowKind.RESTYLED
        return Row(kind=kind, old=blocks[0], new=blocks[1], parts=(kept(old.line, new.line),))
    made = pieces(old.line, new.line)
    if entry(old).key == entry(new).key and old.family == new.family:
        return Row(kind=RowKind.RESTYLED, old=blocks[0], new=blocks[1], parts=(made,))
    spaced = all(piece.op is Op.KEPT for piece in made)  # "reply ?" and "reply?": nothing that could be marked
    return Row(kind=RowKind.RESTYLED if spaced else RowKind.REWORDED, old=blocks[0], new=blocks[1], parts=(made,))


def merged(old: tuple[Unit, ...], new: Unit) -> Row:
    """Several blocks that became one."""
    parts = (pieces(joined(tuple(block.line for block in old)), new.line),)
    return Row(kind=RowKind.MERGED, old=tuple(block.block for block in old), new=(new.block,), parts=parts)


def _alike_set(old: Unit, new: Unit) -> bool:
    """Whether two blocks of the same words are set alike."""
    if shape(old.block) != shape(new.block) or restarts(old.block, new.block):
        return False
    if isinstance(old.block, CodeBlock) and isinstance(new.block, CodeBlock) and old.block.text != new.block.text:
        return False
    lines = zip((cell for row in old.cells for cell in row), (cell for row in new.cells for cell in row), strict=False)
    return all(_marks(left) == _marks(right) for left, right in [(old.line, new.line), *lines])


def _marks(line: FlatText) -> list[tuple[object, str]]:
    """How the words are set, apart from white space."""
    begin = 0
    result: list[tuple[object, str]] = []
    for end, marks in line.styles:
        if words := "".join(line.words.text[begin:end].split()):
            result.append((marks, words))
        begin = end
    return result


# ---- tables


def _table_of(block: Unit, op: Op, kind: RowKind) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(kind=kind, cells=tuple(whole(cell, op) for cell in row), head=index == 0)
        for index, row in enumerate(block.cells)
    )


def _table(old: Unit, new: Unit) -> Iterator[TableRow]:
    """Two tables: columns paired by their heads, or by place where there are as many; rows by the likeness of those."""
    columns = _columns(old.cells[0], new.cells[0])
    like = Likeness()
    both = [(a, b) for a, b in columns if a is not None and b is not None] or [(0, 0)]
    rows = [
        [_row_entry(tuple(row[pair[index]] for pair in both)) for row in table.cells[1:]]
        for index, table in enumerate((old, new))
    ]
    pairs = [(0, 0), *((a + 1, b + 1) for a, b in align(rows[0], rows[1], like))]
    i = j = 0
    for a, b in [*pairs, (len(old.cells), len(new.cells))]:
        for row in old.cells[i:a]:
            yield TableRow(kind=RowKind.REMOVED, cells=tuple(_laid(row, None, columns)))
        for row in new.cells[j:b]:
            yield TableRow(kind=RowKind.ADDED, cells=tuple(_laid(None, row, columns)))
        if a < len(old.cells):
            cells = tuple(_laid(old.cells[a], new.cells[b], columns))
            same = all(piece.op is Op.KEPT for cell in cells for piece in cell)
            yield TableRow(kind=RowKind.SAME if same else RowKind.REWORDED, cells=cells, head=a == 0)
        i, j = a + 1, b + 1


def _row_entry(row: tuple[FlatText, ...]) -> Entry:
    line = joined(row, " | ")
    return Entry(line.key, line.words)


def _columns(old: tuple[FlatText, ...], new: tuple[FlatText, ...]) -> list[tuple[int | None, int | None]]:
    """The columns of both tables in reading order, by their places on both sides."""
    if len(old) == len(new):
        return [(index, index) for index in range(len(old))]
    was, now = ([_row_entry((cell,)) for cell in heads] for heads in (old, new))
    result: list[tuple[int | None, int | None]] = []
    i = j = 0
    for a, b in [*_heads(was, now), (len(old), len(new))]:
        result += [(index, None) for index in range(i, a)]
        result += [(None, index) for index in range(j, b)]
        if a < len(old):
            result.append((a, b))
        i, j = a + 1, b + 1
    return result


def _heads(old: list[Entry], new: list[Entry]) -> list[Pair]:
    """The heads of two tables that are the same or alike, in order; of wide tables as blocks are paired."""
    like = Likeness()
    if len(old) * len(new) > _ALL_HEADS:
        return align(old, new, like)
    scored = {(i, j): 2.0 if a.key == b.key else like(a, b, 0.5) for i, a in enumerate(old) for j, b in enumerate(new)}
    found = [pair for pair, score in scored.items() if score]
    return heaviest(found, [scored[pair] for pair in found])


def _laid(
    old: tuple[FlatText, ...] | None, new: tuple[FlatText, ...] | None, columns: list[tuple[int | None, int | None]]
) -> Iterator[tuple[Piece, ...]]:
    for a, b in columns:
        was = old[a] if old is not None and a is not None else None
        now = new[b] if new is not None and b is not None else None
        if was is not None and now is not None:
            yield cell_pieces(was, now)
        elif was is not None:
            yield whole(was, Op.REMOVED)
        elif now is not None:
            yield whole(now, Op.ADDED)
        else:
            yield ()


# ---- the proof


def units(section: Section) -> tuple[Unit, ...]:
    """A section's blocks made ready."""
    return tuple(map(unit, section.leaves))


def broken(row: Row) -> bool:
    """Whether a row does not give both sides' words back, white space folded.

    Where several blocks meet one, the white space between them is no part of any.
    """
    if row.kind is RowKind.MOVED_AWAY:
        return bool(row.parts or row.table)
    lost_old, lost_new = (
        squeezed(_words(row, op)) != squeezed(_wanted(blocks))
        if row.kind in (RowKind.SPLIT, RowKind.MERGED)
        else _words(row, op) != _wanted(blocks)
        for op, blocks in ((Op.REMOVED, row.old), (Op.ADDED, row.new))
    )
    return lost_old or lost_new


def squeezed(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def _words(row: Row, op: Op) -> str:
    parts = [*row.parts, *(cell for line in row.table for cell in line.cells)]
    return plain(" ".join(side(part, op) for part in parts))


def _wanted(leaves: tuple[Leaf, ...]) -> str:
    """The words of leaves as the wording digest takes them: another way than the comparison's own."""
    return plain(" ".join(words(children) for leaf in leaves for children in inlines(leaf)))
