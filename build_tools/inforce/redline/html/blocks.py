"""Rows of a redline to HTML: blocks with their changes marked, lists rebuilt, tables row by row.

A change never wraps more than flow content may hold: it is a `div` round its blocks, or inside its `li`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from inforce.model.text import Clause, CodeBlock, Heading, Leaf, List, ListItem, Paragraph, Path, Table, words
from inforce.redline.changes import Op, Piece, Row, RowKind, TableRow
from inforce.redline.headings import typed_number
from inforce.redline.html.dividing import divided
from inforce.redline.html.inline import InlineWriter
from inforce.redline.html.nesting import Box, boxes
from inforce.redline.links import as_set
from inforce.writer.html import LABELLED, item_label, with_label

_FOLD = 5
"""So many unchanged blocks in a row are folded, but for one at each end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a change says of itself: the HTML of its line, the anchor it answers to."""

    anchor: str
    html: str
    again: str = ""
    """The line of a frame that goes on with the change: after a border of a list, no one frame can hold both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A block ready to be written."""

    block: Leaf
    inner: str
    marked: int | None
    """The change it belongs to (any number that tells one from the next), None where nothing changed."""
    label: Label | None
    """Set on the first block of a change."""
    removed: bool
    also: str = ""
    """The lines of further changes of the same block."""
    note: bool = False
    """It only says that something stood here."""
    echo: bool = False
    """It stands in the other column too, which has its heading and ids."""
    was: Leaf | None = None
    """The block of the old edition, where `block` is the new one's."""

    @property
    def editions(self) -> tuple[_Shown, Leaf | None, Leaf | None]:
        """Itself, its block in the old edition and in the new one."""
        return (self, self.block, None) if self.removed or self.note else (self, self.was, self.block)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockWriter:
    """Writes the rows of one section."""

    section: str
    inline: InlineWriter
    labels: Mapping[int, Label]
    """By the index of the first row of a change."""
    spans: Mapping[int, int]
    """By the index of every row of a change the index of its first row."""
    notes: Mapping[int, str]
    """By the index of a GONE row the HTML that says where its words went."""
    ids: bool
    """Whether anchors are written: not in a removed section whose id another one has."""
    level: int = 1
    """The level of the section's own heading: 1, but in texts of others."""
    gone: bool = False
    """Whether all belongs to the old edition, so that numbers are its."""
    former: Mapping[str, str] = field(default_factory=dict)
    """By the id of a heading or clause its former number, where that is worth telling."""
    said: str = ""
    """The HTML of what the section says of itself, below its heading."""
    also: Mapping[int, str] = field(default_factory=dict)
    """By the index of a row the lines of further changes of it."""
    told: Set[int] = frozenset()
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
        words = self.inline.words
        for begin, end in quiet(rows, start, stop, self.told):
            at = begin
            for index in range(begin, end + 1):
                if index == end or rows[index].kind is not rows[at].kind:
                    says = words.only_style if rows[at].kind is RowKind.RESTYLED else words.unchanged_blocks(index - at)
                    yield at, index, says
                    at = index

    def fold(self, rows: Sequence[Row], begin: int, end: int, says: str) -> str:
        """Rows behind a disclosure."""
        inner = self.blocks(rows, begin, end)
        return f'<details class="same"><summary><span>{escape(says)}</span></summary>\n<div>{inner}</div></details>\n'

    def blocks(self, rows: Sequence[Row], start: int, end: int) -> str:
        """Rows as they stand."""
        shown = (one for index in range(start, end) for one in self._shown(rows[index], index))
        return self._inside(boxes(one.editions for one in shown).inside, ())

    def _shown(self, row: Row, index: int) -> Iterator[_Shown]:
        marked = self.spans.get(index)
        label = self.labels.get(index)
        if row.kind is RowKind.GONE:
            if self.side is not Op.ADDED and self.notes.get(index - 1) != self.notes[index]:
                note = self.notes[index]
                yield _Shown(block=row.old[0], inner=note, marked=None, label=None, removed=True, note=True)
            return
        old_side = self.side is Op.REMOVED
        row = as_set(row) if old_side else row
        blocks = (row.old if old_side else row.new) if self.side else row.new or row.old
        if not blocks:
            return
        removed, echo, also = old_side or not row.new, old_side and bool(row.new), self.also.get(index, "")
        if row.table:
            inner = self._table(row)
            yield _Shown(
                block=blocks[0],
                inner=inner,
                marked=marked,
                label=label,
                removed=removed,
                also=also,
                echo=echo,
                was=next(iter(row.old), None),
            )
            return
        if not self.side and (number := _typed_before(row)):
            also = f'<p class="ct">{escape(self.inline.words.renumbered(number))}</p>\n{also}'
        for place, part in enumerate(self._parts(row)):
            yield _Shown(
                block=blocks[min(place, len(blocks) - 1)],
                inner=self.inline.write(part),
                marked=marked,
                label=label if place == 0 else None,
                removed=removed,
                also=also if place == 0 else "",
                echo=echo,
                was=row.old[min(place, len(row.old) - 1)] if row.old else None,
            )

    def _parts(self, row: Row) -> Sequence[tuple[Piece, ...]]:
        """The pieces of each block to show: of both sides, or of one. Of a heading whose typed number alone is another
        nothing is marked: that it was renumbered is said in words."""
        if row.kind is RowKind.RESTYLED:
            unseen = Op.ADDED if self.side is Op.REMOVED else Op.REMOVED
            return [tuple(Piece(Op.KEPT, piece.runs) for piece in part if piece.op is not unseen) for part in row.parts]
        if self.side is None:
            return row.parts
        if self.side is Op.REMOVED:
            parts = [tuple(piece for part in row.parts for piece in part if piece.op is not Op.ADDED)]
            return divided(parts[0], row.old) if len(row.old) > 1 else parts
        return [tuple(piece for piece in part if piece.op is not Op.REMOVED) for part in row.parts]

    # ---- paragraphs, headings, tables

    def _flow(self, shown: Sequence[_Shown]) -> Iterator[str]:
        at = 0
        while at < len(shown):
            marked, end = shown[at].marked, at + 1
            if marked is None:
                yield self._block(shown[at]) + shown[at].also
                at = end
                continue
            while end < len(shown) and shown[end].marked == marked:
                end += 1
            yield self._frame(shown[at])
            for place, one in enumerate(shown[at:end]):
                label = self._label(one) if place == 0 else ""
                says = f"{label}\n{one.also}" if label else one.also
                # who goes from heading to heading looks for what is said of one below it
                under = isinstance(one.block, Heading) and not one.note
                yield self._block(one) + says if under else says + self._block(one)
            yield "</div>\n"
            at = end

    def _frame(self, one: _Shown) -> str:
        """The start of a change's frame; the anchor is that of its first."""
        return f'<div class="chg" id="{one.label.anchor}">' if one.label else '<div class="chg">'

    def _label(self, one: _Shown) -> str:
        """What a frame says of its change: all in its first, in each that goes on with it which change it is."""
        if one.label:
            return one.label.html
        begun = self.labels.get(one.marked) if one.marked is not None else None
        return begun.again if begun else ""

    def _block(self, one: _Shown) -> str:
        if one.note:
            head = self.gone and isinstance(one.block, Heading) and one.block.level <= self.level
            return f'<p class="gone">{one.inner}</p>\n{self.said if head else ""}'
        match one.block:
            case Heading(level=level) if one.echo:
                name = self.section if level <= self.level else one.block.id
                return f'<p class="h{level + 1}">{self._number(name, one) if name else ""}{one.inner}</p>\n'
            case Heading(level=level, id=name):
                return self._heading(one, level, name)
            case Clause(id=name):
                was = self._former(name, one)
                return f'{was}<p class="cl"{self._id(name, one)}>{self._number(name, one)}{one.inner}</p>\n'
            case Table() if one.inner.startswith("<div"):
                return one.inner
            case CodeBlock():
                return f"<pre>{one.inner.replace('<br>', chr(10))}</pre>\n"
            case _:
                return f"<p>{one.inner}</p>\n"

    def _heading(self, one: _Shown, level: int, name: str | None) -> str:
        head = level <= self.level
        said = self.said if head and (self.gone or not one.removed) else ""
        if not one.inner:
            return said
        if head:
            anchor = f' id="{escape(self.section)}-h"' if self.ids and not one.removed else ""
            number = self._number(self.section, one)
            tag = f"h{min(level + 1, 6)}"
            return f"<{tag}{anchor}>{number}{one.inner}</{tag}>\n{said}"
        number, was, anchor = ("", "", "")
        if name:
            number, was, anchor = self._number(name, one), self._former(name, one), self._id(name, one)
        tag = f"h{min(level + 1, 6)}"
        return f"<{tag}{anchor}>{number}{one.inner}</{tag}>\n{was}"

    def _former(self, name: str, one: _Shown) -> str:
        number = self.former.get(name)
        return (
            f'<p class="ct">{escape(self.inline.words.renumbered(number))}</p>\n' if number and not one.removed else ""
        )

    def _id(self, name: str, one: _Shown) -> str:
        return f' id="{escape(name)}"' if self.ids and not one.removed else ""

    def _number(self, name: str, one: _Shown) -> str:
        number = self.inline.context.numbers.get(name)
        if not number or (one.removed and not self.gone):
            return ""
        if not self.ids:
            return f'<span class="n">{escape(number)}</span> '
        return f'<a class="n" href="#{escape(name)}">{escape(number)}</a> '

    # ---- lists and quotations

    def _inside(self, inside: Sequence[_Shown | Box[_Shown]], path: Path) -> str:
        """Blocks, lists and quotations that stand beside one another, in these steps."""
        out: list[str] = []
        for is_box, group in groupby(inside, key=lambda one: isinstance(one, Box)):
            if is_box:
                out += (self._box(one, path) for one in group if isinstance(one, Box))
            else:
                out += self._flow([one for one in group if isinstance(one, _Shown)])
        return "".join(out)

    def _box(self, box: Box[_Shown], path: Path) -> str:
        match box.step:
            case List(ordered=ordered) as step:
                tag, shown = "ol" if ordered else "ul", LABELLED if ordered and self.inline.context.lists else ""
                items = (self._item(one, (*path, step)) for one in box.inside if isinstance(one, Box))
                return f"<{tag}{shown}>\n{''.join(items)}</{tag}>\n"
            case step:
                inside = self._inside(box.inside, (*path, step) if step else path)
                return f"<blockquote>\n{inside}</blockquote>\n"

    def _item(self, box: Box[_Shown], path: Path) -> str:
        """An item's words and the blocks in it; its one paragraph is written without a tag."""
        assert isinstance(box.step, ListItem)
        assert isinstance(path[-1], List)
        value, path = f' value="{box.step.number}"' if path[-1].ordered else "", (*path, box.step)
        first, *rest = box.inside
        name = self._item_name(first)
        value += f' id="{escape(name)}"' if name else ""
        label = item_label(path, self.inline.context.lists, name)
        if not isinstance(first, _Shown) or any(isinstance(one, _Shown) for one in rest):
            return f"<li{value}>\n{with_label(self._inside(box.inside, path), label)}</li>\n"
        below = f"\n{self._inside(rest, path)}" if rest else ""
        if first.note:
            return f'<li class="gone"{value}>{first.inner}{below}</li>\n'
        if not isinstance(first.block, Paragraph):
            return f"<li{value}>\n{with_label(self._inside(box.inside, path), label)}</li>\n"
        words = f"{self._former(name, first) if name else ''}{label}{first.inner}"
        if first.marked is not None:
            words = f"{self._frame(first)}{self._label(first)}{first.also}{words}</div>"
        return f"<li{value}>{words}{below}</li>\n"

    def _item_name(self, first: _Shown | Box[_Shown]) -> str | None:
        """The id of an item, where it is an anchor."""
        match first:
            case _Shown(block=Paragraph(id=str(name)), removed=False) if self.ids:
                return name
        return None

    # ---- tables

    def _table(self, row: Row) -> str:
        shown, words = list(self._lines(row)), self.inline.words
        lines = [[self._cell(cell) for cell in line.cells] for line in shown]
        notes = [words.columns.get(kind, "") if kind else "" for kind in _columns(row)]
        labels = [escape(" · ".join(filter(None, one))) for one in zip(map(_plain, lines[0]), notes, strict=True)]
        heads = [self.inline.write(cell) + _tag(note) for cell, note in zip(lines[0], notes, strict=True)]
        cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
        out = [f"{self._heads(row, heads)}<table>\n<thead>\n<tr>{cells}</tr>\n</thead>\n<tbody>\n"]
        for line, kind in zip(lines[1:], (each.kind for each in shown[1:]), strict=True):
            out.append("<tr>")
            said = _tag(words.lines.get(kind, "")) if row.kind is RowKind.REWORDED else ""
            for index, cell in enumerate(line):
                inner, label = self.inline.write(cell), labels[index] if index < len(labels) else ""
                if index == 0:
                    inner = f"{inner}{said}"
                if index == 0 and label and inner:
                    out.append(f'<th scope="row">{inner}</th>')
                else:
                    out.append(f'<td data-h="{label}">{inner}</td>' if label else f"<td>{inner}</td>")
            out.append("</tr>\n")
        out.append("</tbody>\n</table></div>\n")
        return "".join(out)

    def _heads(self, row: Row, heads: Sequence[str]) -> str:
        """What a table begins with: where its head has changed, the columns in a line, for where rows are stacked."""
        changed = row.kind is RowKind.REWORDED and row.table[0].kind is not RowKind.SAME
        said = f"{escape(self.inline.words.columns_heading)} {' · '.join(head for head in heads if head)}"
        line = f'<p class="columns" aria-hidden="true">{said}</p>' if changed else ""
        return f'<div class="tw">{line}'

    def _lines(self, row: Row) -> Iterator[TableRow]:
        """The rows of the side shown; the first is the head."""
        unseen = {Op.REMOVED: RowKind.ADDED, Op.ADDED: RowKind.REMOVED}.get(self.side) if self.side else None
        return (line for line in row.table if line.kind is not unseen)

    def _cell(self, cell: tuple[Piece, ...]) -> tuple[Piece, ...]:
        unseen = {Op.REMOVED: Op.ADDED, Op.ADDED: Op.REMOVED}.get(self.side) if self.side else None
        return tuple(piece for piece in cell if piece.op is not unseen)


def _typed_before(row: Row) -> str:
    """The number typed before a heading's words where nothing else has changed: that is no change to be struck."""
    match row.kind, row.old, row.new:
        case RowKind.RESTYLED, (Heading() as old,), (Heading() as new,):
            (was, _), (now, _) = (typed_number(words(each.children)) for each in (old, new))
            return was or "" if was != now else ""
    return ""


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
    """A cell's words as the new edition has them; the old ones where it is gone."""
    new = "".join(piece.text for piece in cell if piece.op is not Op.REMOVED)
    return " ".join((new or "".join(piece.text for piece in cell)).split())


def quiet(rows: Sequence[Row], start: int, stop: int, told: Set[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """Stretches to fold: rows of no change, without the section's heading and the neighbours of changes.

    A change of formatting alone is folded by itself too, if it is none that is `told`.
    """
    start = max(start, 1)
    while start < stop:
        end = start
        while end < stop and end not in told and rows[end].kind in (RowKind.SAME, RowKind.RESTYLED):
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
