"""The words of a change as the list on top quotes them: all that came and went, what went first.

A quote is a block, or a row of a table: every stretch removed or added, each with a few kept words about it. Long
stretches are cut: the list says which words changed, the text itself is one link away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from inforce.redline.changes import Op, Piece, Row, Run, TableRow

Quote = tuple[Piece, ...]

_CONTEXT = 32
_MOST = 160
ELLIPSIS = "…"
_BETWEEN_CELLS = Piece(Op.KEPT, (Run(" · "),))


def quotes(rows: Iterable[Row]) -> tuple[Quote, ...]:
    """What to quote of rows: each of their blocks, and each row of a table that changed. Those with removed words stand
    first, so that whoever reads no further has read what is gone; else they keep the order of the text."""
    found = [quote for row in rows for quote in _of_row(row) if quote]
    return tuple(sorted(found, key=lambda each: all(piece.op is not Op.REMOVED for piece in each)))


def quote(pieces: Sequence[Piece]) -> Quote:
    """A block's changes with some kept words about each; the first words of a block in which none changed."""
    shown = list(_stretches(pieces))
    if all(op is Op.KEPT for op, _ in shown):
        return tuple(_piece(op, _head(text, _MOST)) for op, text in shown)
    last = len(shown) - 1
    return tuple(
        _piece(op, _head(text, _MOST) if op is not Op.KEPT else _kept(text, first=at == 0, last=at == last))
        for at, (op, text) in enumerate(shown)
    )


def _of_row(row: Row) -> Iterator[Quote]:
    changed = [line for line in row.table if any(map(_changed, line.cells))]
    yield from (_line(line) for line in changed or row.table[:1])
    yield from map(quote, row.parts)


def _line(line: TableRow) -> Quote:
    """The cells of a row that changed, after its first, which says what the row is about."""
    quoted = [quote(cell) for index, cell in enumerate(line.cells) if index == 0 or _changed(cell)]
    cells = [each for each in quoted if each]
    return tuple(piece for at, cell in enumerate(cells) for piece in ((_BETWEEN_CELLS, *cell) if at else cell))


def _changed(pieces: Sequence[Piece]) -> bool:
    return any(piece.op is not Op.KEPT and piece.text.strip() for piece in pieces)


def _stretches(pieces: Sequence[Piece]) -> Iterator[tuple[Op, str]]:
    """A block's words, on one line: white space alone is no change, what went stands before what came in its place."""
    flat = [
        (piece.op if piece.text.strip() else Op.KEPT, piece.text.replace("\n", " ")) for piece in pieces if piece.text
    ]
    for _, group in groupby(flat, key=lambda stretch: stretch[0] is Op.KEPT):
        stretch = list(group)
        for op in (Op.KEPT, Op.REMOVED, Op.ADDED):
            if text := "".join(part for was, part in stretch if was is op):
                yield op, text


def _piece(op: Op, text: str) -> Piece:
    return Piece(op, (Run(text),))


def _kept(text: str, *, first: bool, last: bool) -> str:
    """Kept words: the end of those before the first change, the beginning of those after the last, both between two."""
    if first:
        return _tail(text, _CONTEXT)
    if last:
        return _head(text, _CONTEXT)
    if len(text) <= 2 * _CONTEXT:
        return text
    return _head(text, _CONTEXT) + _tail(text, _CONTEXT).removeprefix(ELLIPSIS)


def _head(text: str, most: int) -> str:
    """The beginning of a text, cut at a space where there is one."""
    if len(text) <= most:
        return text
    at = text.rfind(" ", most // 2, most)
    return text[: at if at > 0 else most].rstrip() + ELLIPSIS


def _tail(text: str, most: int) -> str:
    """The end of a text, cut at a space where there is one."""
    if len(text) <= most:
        return text
    at = text.find(" ", len(text) - most, len(text) - most // 2)
    return ELLIPSIS + text[at if at > 0 else len(text) - most :].lstrip()
