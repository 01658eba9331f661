"""Rows of a redline as blocks to write: words with their changes marked, frames and what they say, former numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from html import escape

from inforce.model.text import Clause, CodeBlock, Heading, Leaf, Paragraph, Table, words
from inforce.redline.changes import Op, Piece, Row, RowKind, TableRow
from inforce.redline.headings import typed_number
from inforce.redline.html.inline import PieceWriter
from inforce.redline.links import as_set
from inforce.redline.pieces import divided
from inforce.writer.blocks import NOTICE, Block, BlockWriter, Frame, write_table
from inforce.writer.inline import write_number

_FOLD = 5
"""So many unchanged blocks in a row are folded, but for one at each end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLabel:
    """What a change says of itself: the HTML of its line, the anchor it answers to."""

    anchor: str
    html: str
    again: str = ""
    """The line of a frame that goes on with the change: after a border of a list, no one frame can hold both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWriter:
    """Writes the rows of one section."""

    section: str
    inline: PieceWriter
    change_labels: Mapping[int, ChangeLabel]
    """By the index of the first row of a change."""
    spans: Mapping[int, int]
    """By the index of every row of a change the index of its first row."""
    notes: Mapping[int, str]
    """By the index of a MOVED_AWAY row the HTML that says where its words went."""
    level: int = 1
    """The level of the section's own heading: 1, but in texts of others."""
    is_removed: bool = False
    """Whether all belongs to the old edition, so that numbers are its."""
    former: Mapping[str, str] = field(default_factory=dict)
    """By the id of a heading or clause its former number, where that is worth a line."""
    heading_lines: str = ""
    """The HTML of what the section says of itself, below its heading."""
    further_lines: Mapping[int, str] = field(default_factory=dict)
    """By the index of a row the lines of further changes of it."""
    kept_open: Set[int] = frozenset()
    """The rows of changes: they are never folded."""
    side: Op | None = None
    """One side's words alone: `Op.REMOVED` for the old edition's, `Op.ADDED` for the new one's."""

    def write(self, rows: Sequence[Row], start: int = 0, stop: int | None = None) -> str:
        """Rows, stretches without change and changes of formatting alone folded."""
        last = len(rows) if stop is None else stop
        out: list[str] = []
        for begin, end, says in self.folds(rows, start, last):
            out.append(self.blocks(rows, start, begin))
            out.append(self.fold(rows, begin, end, says))
            start = end
        out.append(self.blocks(rows, start, last))
        return "".join(out)

    def folds(self, rows: Sequence[Row], start: int, stop: int) -> Iterator[tuple[int, int, str]]:
        """Stretches to fold, each with what its summary says."""
        labels = self.inline.labels
        for begin, end in quiet(rows, start, stop, self.kept_open):
            at = begin
            for index in range(begin, end + 1):
                if index == end or rows[index].kind is not rows[at].kind:
                    says = (
                        labels.only_style if rows[at].kind is RowKind.RESTYLED else labels.unchanged_blocks(index - at)
                    )
                    yield at, index, says
                    at = index

    def fold(self, rows: Sequence[Row], begin: int, end: int, says: str) -> str:
        """Rows behind a disclosure."""
        inner = self.blocks(rows, begin, end)
        return f'<details class="same"><summary><span>{escape(says)}</span></summary>\n<div>{inner}</div></details>\n'

    def blocks(self, rows: Sequence[Row], start: int, end: int) -> str:
        """Rows as they stand."""
        writer = BlockWriter(lists=self.inline.context.lists, mixed=True)
        return writer.write(one for index in range(start, end) for one in self._blocks(rows[index], index))

    def _blocks(self, row: Row, index: int) -> Iterator[Block]:
        if row.kind is RowKind.MOVED_AWAY:
            if self.side is not Op.ADDED and self.notes.get(index - 1) != self.notes[index]:
                leaf, says = row.old[0], self.heading_lines if self.is_removed and self._is_head(row.old[0]) else ""
                yield Block(old=leaf, new=None, inner=self.notes[index], style=NOTICE, below=says)
            return
        old_side = self.side is Op.REMOVED
        row = as_set(row) if old_side else row
        leaves = (row.old if old_side else row.new) if self.side else row.new or row.old
        if not leaves:
            return
        removed, echo, lines = old_side or not row.new, old_side and bool(row.new), self.further_lines.get(index, "")
        if not self.side and (number := _typed_before(row)):
            lines = f'<p class="ct">{escape(self.inline.labels.renumbered(number))}</p>\n{lines}'
        for place, inner in enumerate(self._words(row, leaves)):
            leaf = leaves[min(place, len(leaves) - 1)]
            old = leaf if removed else row.old[min(place, len(row.old) - 1)] if row.old else None
            frame, further = self._frame(index, place), lines if place == 0 else ""
            if echo:
                yield self._echo(leaf, inner, frame, further)
            else:
                yield self._block(leaf, old, inner, removed, frame, further)

    def _words(self, row: Row, leaves: Sequence[Leaf]) -> Iterator[str]:
        """The words of each block to show."""
        if row.table:
            yield self._table(row)
            return
        for place, part in enumerate(self._parts(row)):
            match leaves[min(place, len(leaves) - 1)]:
                case CodeBlock():
                    yield self.inline.write(part, line_break="\n")
                case Table():
                    yield f"<p>{self.inline.write(part)}</p>\n"
                case _:
                    yield self.inline.write(part)

    def _frame(self, index: int, place: int) -> Frame | None:
        """The frame of the change that a row belongs to, which it begins, or goes on with after a border of a list."""
        first = self.spans.get(index)
        if first is None:
            return None
        if place == 0 and (label := self.change_labels.get(index)):
            return Frame(key=first, line=label.html, anchor=label.anchor)
        begun = self.change_labels.get(first)
        return Frame(key=first, line=begun.again if begun else "")

    def _echo(self, leaf: Leaf, inner: str, frame: Frame | None, lines: str) -> Block:
        """A leaf of the old side that stands in the other column too, which has its heading and ids."""
        style = f"h{leaf.level + 1}" if isinstance(leaf, Heading) else ""
        number = self._number(leaf, _name(leaf), removed=True)
        return Block(old=leaf, new=None, inner=inner, number=number, style=style, frame=frame, lines=lines)

    def _block(self, leaf: Leaf, old: Leaf | None, inner: str, removed: bool, frame: Frame | None, lines: str) -> Block:
        name, is_head = _name(leaf), self._is_head(leaf)
        above = below = anchor = ""
        if is_head:
            below = self.heading_lines if self.is_removed or not removed else ""
        elif name and not removed:
            anchor, former = name if self.inline.context.linked else "", self._former(name)
            above, below = ("", former) if isinstance(leaf, Heading) else (former, "")
        return Block(
            old=old,
            new=None if removed else leaf,
            inner=inner,
            number=self._number(leaf, name, removed),
            anchor=anchor,
            frame=frame,
            above=above,
            below=below,
            lines=lines,
        )

    def _number(self, leaf: Leaf, name: str, removed: bool) -> str:
        """A number of the edition whose words these are: removed words have none, unless all are."""
        name = self.section if self._is_head(leaf) else name
        if not name or isinstance(leaf, Paragraph) or (removed and not self.is_removed):
            return ""
        return write_number(name, self.inline.context)

    def _former(self, name: str) -> str:
        number = self.former.get(name)
        return f'<p class="ct">{escape(self.inline.labels.renumbered(number))}</p>\n' if number else ""

    def _is_head(self, leaf: Leaf) -> bool:
        return isinstance(leaf, Heading) and leaf.level <= self.level

    def _parts(self, row: Row) -> Sequence[tuple[Piece, ...]]:
        """The pieces of each block to show: of both sides, or of one. Of a heading whose typed number alone is another
        nothing is marked: a line says that it was renumbered."""
        if row.kind is RowKind.RESTYLED:
            unseen = Op.ADDED if self.side is Op.REMOVED else Op.REMOVED
            return [tuple(Piece(Op.KEPT, piece.runs) for piece in part if piece.op is not unseen) for part in row.parts]
        if self.side is None:
            return row.parts
        if self.side is Op.REMOVED:
            parts = [tuple(piece for part in row.parts for piece in part if piece.op is not Op.ADDED)]
            return divided(parts[0], row.old) if len(row.old) > 1 else parts
        return [tuple(piece for piece in part if piece.op is not Op.REMOVED) for part in row.parts]

    # ---- tables

    def _table(self, row: Row) -> str:
        shown, labels = list(self._lines(row)), self.inline.labels
        cells = [[self._cell(cell) for cell in line.cells] for line in shown]
        notes = [labels.columns.get(kind, "") if kind else "" for kind in _columns(row)]
        names = [" · ".join(filter(None, one)) for one in zip(map(_plain, cells[0]), notes, strict=True)]
        written = [[self.inline.write(cell) for cell in line] for line in cells]
        head = [f"{cell}{_tag(note)}" for cell, note in zip(written[0], notes, strict=True)]
        if row.kind is RowKind.REWORDED:
            for line, inner in zip(shown[1:], written[1:], strict=True):
                inner[:1] = [f"{inner[0]}{_tag(labels.lines.get(line.kind, ''))}"] if inner else []
        return write_table(head, written[1:], names, _alignments(row, len(head)), columns=self._heads(row, head))

    def _heads(self, row: Row, heads: Sequence[str]) -> str:
        """Where the head of a table has changed, the columns in a line, for where rows are stacked."""
        changed = row.kind is RowKind.REWORDED and row.table[0].kind is not RowKind.SAME
        line = f"{escape(self.inline.labels.columns_heading)} {' · '.join(head for head in heads if head)}"
        return f'<p class="columns" aria-hidden="true">{line}</p>' if changed else ""

    def _lines(self, row: Row) -> Iterator[TableRow]:
        """The rows of the side shown; the first is the head."""
        unseen = {Op.REMOVED: RowKind.ADDED, Op.ADDED: RowKind.REMOVED}.get(self.side) if self.side else None
        return (line for line in row.table if line.kind is not unseen)

    def _cell(self, cell: tuple[Piece, ...]) -> tuple[Piece, ...]:
        unseen = {Op.REMOVED: Op.ADDED, Op.ADDED: Op.REMOVED}.get(self.side) if self.side else None
        return tuple(piece for piece in cell if piece.op is not unseen)


def _name(leaf: Leaf) -> str:
    """The id that the source gives a leaf; '' where it gives none."""
    return leaf.id or "" if isinstance(leaf, Heading | Clause | Paragraph) else ""


def _typed_before(row: Row) -> str:
    """The number typed before a heading's words where nothing else has changed: that is no change to be struck."""
    match row.kind, row.old, row.new:
        case RowKind.RESTYLED, (Heading() as old,), (Heading() as new,):
            (was, _), (now, _) = (typed_number(words(each.children)) for each in (old, new))
            return was or "" if was != now else ""
    return ""


def _alignments(row: Row, columns: int) -> Sequence[str]:
    """How the columns are set, where they are those of the table that stands there now."""
    table = (row.new or row.old)[0]
    return table.alignments if isinstance(table, Table) and len(table.alignments) == columns else ()


def _columns(row: Row) -> list[RowKind | None]:
    """Of each column of a reworded table whether it was added or removed."""
    head, *rest = row.table
    both = [line for line in rest if line.kind in (RowKind.SAME, RowKind.REWORDED)]
    found: list[RowKind | None] = [None] * len(head.cells)
    for index, cell in enumerate(head.cells if row.kind is RowKind.REWORDED else ()):
        ops = {piece.op for piece in cell}
        ops |= {piece.op for line in both if index < len(line.cells) for piece in line.cells[index]}
        found[index] = RowKind.ADDED if ops == {Op.ADDED} else RowKind.REMOVED if ops == {Op.REMOVED} else None
    return found


def _tag(text: str) -> str:
    return f' <span class="tag">{escape(text)}</span>' if text else ""


def _plain(cell: tuple[Piece, ...]) -> str:
    """A cell's words as the new edition has them; the old ones where it was removed."""
    new = "".join(piece.text for piece in cell if piece.op is not Op.REMOVED)
    return " ".join((new or "".join(piece.text for piece in cell)).split())


def quiet(rows: Sequence[Row], start: int, stop: int, kept_open: Set[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """Stretches to fold: rows of no change, without the section's heading and the neighbours of changes.

    A change of formatting alone is folded by itself too, unless it is to be `kept_open`.
    """
    start = max(start, 1)
    while start < stop:
        end = start
        while end < stop and end not in kept_open and rows[end].kind in (RowKind.SAME, RowKind.RESTYLED):
            end += 1
        begin = start if start == 1 or _restyled(rows[start:end][:1]) else start + 1
        last = end if end == len(rows) or _restyled(rows[start:end][-1:]) else end - 1
        while last > begin and end < len(rows) and isinstance((rows[last - 1].new or rows[last - 1].old)[0], Heading):
            last -= 1
        if last - begin >= _FOLD - 2:
            yield begin, last
        else:
            for index in range(start, end):
                if _restyled(rows[index : index + 1]) and not isinstance(rows[index].new[0], Heading):
                    yield index, index + 1
        start = end + 1


def _restyled(rows: Sequence[Row]) -> bool:
    return any(row.kind is RowKind.RESTYLED for row in rows)
