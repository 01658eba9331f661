"""Rows of a redline to HTML: blocks with their changes marked, lists rebuilt, tables row by row.

A change never wraps more than flow content may hold: beside a list it is a `div`, in a list it is the `li` itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from inforce.model.text import Block, Clause, Heading, Item, Table
from inforce.redline.changes import Op, Piece, Row, RowKind
from inforce.redline.html.inline import InlineWriter

_FOLD = 5
"""So many unchanged blocks in a row are folded, but for one at each end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a change says of itself: the HTML of its line, the anchor it answers to."""

    anchor: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A block ready to be written."""

    block: Block
    inner: str
    marked: int | None
    """The change it belongs to (any number that tells one from the next), None where nothing changed."""
    label: Label | None
    """Set on the first block of a change."""
    removed: bool
    note: bool = False
    """It only says that something stood here."""


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

    def write(self, rows: Sequence[Row]) -> str:
        """All rows, stretches without change folded."""
        out: list[str] = []
        start = 0
        for begin, end in _quiet(rows):
            out.append(self._blocks(rows, start, begin))
            count = self.inline.words.unchanged_blocks(end - begin)
            out.append(f'<details class="same"><summary><span>{escape(count)}</span></summary>\n<div>')
            out.append(self._blocks(rows, begin, end))
            out.append("</div></details>\n")
            start = end
        out.append(self._blocks(rows, start, len(rows)))
        return "".join(out)

    def _blocks(self, rows: Sequence[Row], start: int, end: int) -> str:
        shown = [one for index in range(start, end) for one in self._shown(rows[index], index)]
        out: list[str] = []
        at = 0
        while at < len(shown):
            stop = at + 1
            in_list = isinstance(shown[at].block, Item)
            while stop < len(shown) and isinstance(shown[stop].block, Item) == in_list:
                stop += 1
            out.append(self._list(shown[at:stop]) if in_list else "".join(self._flow(shown[at:stop])))
            at = stop
        return "".join(out)

    def _shown(self, row: Row, index: int) -> Iterator[_Shown]:
        marked = self.spans.get(index)
        label = self.labels.get(index)
        if row.kind is RowKind.GONE:
            yield _Shown(block=row.old[0], inner=self.notes[index], marked=None, label=None, removed=True, note=True)
            return
        blocks = row.new or row.old
        if row.table:
            inner = self._table(row)
            yield _Shown(block=blocks[0], inner=inner, marked=marked, label=label, removed=not row.new)
            return
        for place, part in enumerate(row.parts):
            block = blocks[min(place, len(blocks) - 1)]
            inner = self.inline.write(part)
            yield _Shown(
                block=block, inner=inner, marked=marked, label=label if place == 0 else None, removed=not row.new
            )

    # ---- paragraphs, headings, tables

    def _flow(self, shown: Sequence[_Shown]) -> Iterator[str]:
        at = 0
        while at < len(shown):
            marked, end = shown[at].marked, at + 1
            if marked is None:
                yield self._block(shown[at])
                at = end
                continue
            while end < len(shown) and shown[end].marked == marked:
                end += 1
            label = shown[at].label
            head = f' id="{label.anchor}"' if label else ""
            yield f'<div class="chg"{head}>{label.html if label else ""}\n'
            for one in shown[at:end]:
                yield self._block(one)
            yield "</div>\n"
            at = end

    def _block(self, one: _Shown) -> str:
        if one.note:
            return f'<p class="gone">{one.inner}</p>\n'
        match one.block:
            case Heading(level=level, id=name):
                return self._heading(one, level, name)
            case Clause(id=name):
                return f'<p class="cl"{self._id(name, one)}>{self._number(name, one)}{one.inner}</p>\n'
            case Table() if one.inner.startswith("<div"):
                return one.inner
            case _:
                return f"<p>{one.inner}</p>\n"

    def _heading(self, one: _Shown, level: int, name: str | None) -> str:
        if level == 1:
            anchor = f' id="{escape(self.section)}-h"' if self.ids and not one.removed else ""
            number = self._number(self.section, one)
            return f"<h2{anchor}>{number}{one.inner}</h2>\n"
        number = self._number(name, one) if name else ""
        return f"<h{level + 1}{self._id(name, one) if name else ''}>{number}{one.inner}</h{level + 1}>\n"

    def _id(self, name: str, one: _Shown) -> str:
        return f' id="{escape(name)}"' if self.ids and not one.removed else ""

    def _number(self, name: str, one: _Shown) -> str:
        number = self.inline.context.numbers.get(name)
        if not number or one.removed:
            return ""
        if not self.ids:
            return f'<span class="n">{escape(number)}</span> '
        return f'<a class="n" href="#{escape(name)}">{escape(number)}</a> '

    # ---- lists

    def _list(self, shown: Sequence[_Shown]) -> str:
        """A flat run of items as nested lists; another kind of list at the same depth is another list."""
        out: list[str] = []
        stack: list[str] = []
        for one in shown:
            assert isinstance(one.block, Item)
            tag = "ul" if one.block.step is None else "ol"
            depth = min(one.block.depth, len(stack) + 1)
            while len(stack) > depth or (len(stack) == depth and stack[-1] != tag):
                out.append(f"</li>\n</{stack.pop()}>\n")
            if len(stack) == depth:
                out.append("</li>\n")
            else:
                out.append(f"\n<{tag}>\n")
                stack.append(tag)
            out.append(self._item(one))
        while stack:
            out.append(f"</li>\n</{stack.pop()}>\n")
        return "".join(out).lstrip("\n")

    def _item(self, one: _Shown) -> str:
        assert isinstance(one.block, Item)
        value = f' value="{one.block.step}"' if one.block.step is not None else ""
        if one.note:
            return f'<li class="gone"{value}>{one.inner}'
        if one.marked is None:
            return f"<li{value}>{one.inner}"
        head = f' id="{one.label.anchor}"' if one.label else ""
        return f'<li class="chg"{head}{value}>{one.label.html if one.label else ""}{one.inner}'

    # ---- tables

    def _table(self, row: Row) -> str:
        head, body = row.table[0], row.table[1:]
        labels = [escape(_plain(cell)) for cell in head.cells]
        cells = "".join(f'<th scope="col">{self.inline.write(cell)}</th>' for cell in head.cells)
        out = [f'<div class="tw"><table>\n<thead>\n<tr>{cells}</tr>\n</thead>\n<tbody>\n']
        for line in body:
            out.append("<tr>")
            for index, cell in enumerate(line.cells):
                inner, label = self.inline.write(cell), labels[index] if index < len(labels) else ""
                if index == 0 and label and inner:
                    out.append(f'<th scope="row">{inner}</th>')
                else:
                    out.append(f'<td data-h="{label}">{inner}</td>' if label else f"<td>{inner}</td>")
            out.append("</tr>\n")
        out.append("</tbody>\n</table></div>\n")
        return "".join(out)


def _plain(cell: tuple[Piece, ...]) -> str:
    """A cell's words as the new edition has them; the old ones where it is gone."""
    new = "".join(piece.text for piece in cell if piece.op is not Op.REMOVED)
    return " ".join((new or "".join(piece.text for piece in cell)).split())


def _quiet(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Stretches to fold: unchanged rows, without the section's heading and the neighbours of changes."""
    start = 1
    while start < len(rows):
        end = start
        while end < len(rows) and rows[end].kind in (RowKind.SAME, RowKind.RESTYLED):
            end += 1
        begin = start if start == 1 else start + 1
        stop = end if end == len(rows) else end - 1
        while stop > begin and end < len(rows) and isinstance((rows[stop - 1].new or rows[stop - 1].old)[0], Heading):
            stop -= 1
        if stop - begin >= _FOLD - 2:
            yield begin, stop
        start = end + 1
