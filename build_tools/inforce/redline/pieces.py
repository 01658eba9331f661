"""The words of two lines as pieces. Cells that hold lists are compared line by line: an item with an item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.model.text import Leaf, inlines, words
from inforce.redline.align import Entry, Likeness, align
from inforce.redline.changes import Op, Piece, Run
from inforce.redline.flattened import FlatText
from inforce.redline.words import edits

_SIGNS = ("- ", "• ", "* ", "– ")
"""What items begin with where they are typed so in texts of others."""


def whole(line: FlatText, op: Op) -> tuple[Piece, ...]:
    """A line as one piece."""
    length = len(line.words.text)
    return (Piece(op, line.runs(0, length)),) if length else ()


def kept(old: FlatText, new: FlatText) -> tuple[Piece, ...]:
    """A line whose words are the same on both sides."""
    was = old.words.text
    runs = new.runs(0, len(new.words.text))
    return (Piece(Op.KEPT, runs, was if was != new.words.text else None),) if runs[0].text or was else ()


def pieces(old: FlatText, new: FlatText) -> tuple[Piece, ...]:
    """The words of two lines as pieces."""
    result: list[Piece] = []
    for edit in edits(old.words, new.words):
        if edit.op == "-":
            result.append(Piece(Op.REMOVED, old.runs(*edit.old)))
        elif edit.op == "+":
            result.append(Piece(Op.ADDED, new.runs(*edit.new)))
        else:
            runs = new.runs(*edit.new) or (Run(""),)
            was = old.words.text[edit.old[0] : edit.old[1]]
            result.append(Piece(Op.KEPT, runs, was if was != new.words.text[edit.new[0] : edit.new[1]] else None))
    return tuple(result)


# ---- cells


def cell_pieces(old: FlatText, new: FlatText) -> tuple[Piece, ...]:
    """The words of two cells."""
    if old.key == new.key:
        return kept(old, new)
    was, now = old.parted(), new.parted()
    if not any(map(_is_item, was)) or not any(map(_is_item, now)):
        return pieces(old, new)
    return tuple(_joined(_laid(was, now)))


def _laid(old: tuple[FlatText, ...], new: tuple[FlatText, ...]) -> Iterator[tuple[Op, tuple[Piece, ...]]]:
    """Each line of two cells, whether both have it, and its pieces."""
    pairs = align([_entry(line) for line in old], [_entry(line) for line in new], Likeness())
    i = j = 0
    for a, b in [*pairs, (len(old), len(new))]:
        yield from ((Op.REMOVED, whole(line, Op.REMOVED)) for line in old[i:a])
        yield from ((Op.ADDED, whole(line, Op.ADDED)) for line in new[j:b])
        if a < len(old):
            was, now = old[a], new[b]
            yield Op.KEPT, kept(was, now) if was.key == now.key else pieces(was, now)
        i, j = a + 1, b + 1


def _joined(lines: Iterator[tuple[Op, tuple[Piece, ...]]]) -> Iterator[Piece]:
    """The pieces of all lines, with a break between two of each side."""
    begun, begun_new = False, False
    for op, made in lines:
        breaks = begun and op is not Op.ADDED, begun_new and op is not Op.REMOVED
        broken = Op.KEPT if all(breaks) else Op.REMOVED if breaks[0] else Op.ADDED
        if any(breaks):
            first = made[:1] if made and broken is made[0].op is not Op.KEPT else ()
            yield Piece(broken, (_BREAK, *(run for piece in first for run in piece.runs)))
            made = made[len(first) :]
        yield from made
        begun, begun_new = begun or op is not Op.ADDED, begun_new or op is not Op.REMOVED


_BREAK = Run("\n")


def _is_item(line: FlatText) -> bool:
    return line.styles[0][1].item or line.words.text.startswith(_SIGNS)


def _entry(line: FlatText) -> Entry:
    return Entry(line.unnumbered, line.words, "item" if _is_item(line) else "text")


# ---- one side alone


def divided(pieces: tuple[Piece, ...], blocks: Sequence[Leaf]) -> list[tuple[Piece, ...]]:
    """The old side of blocks that became one, a block each; all in the first where their border cannot be told."""
    parts: list[list[Piece]] = [[] for _ in blocks]
    left = [sum(letters(words(children)) for children in inlines(block)) for block in blocks]
    place = 0
    for piece in pieces:
        for run in piece.runs:
            text = run.text
            while text:
                while left[place] == 0 and place < len(blocks) - 1:
                    place, text = place + 1, text.lstrip()
                cut = reach(text, left[place]) if place < len(blocks) - 1 else len(text)
                if cut:
                    parts[place].append(Piece(piece.op, (Run(text[:cut], run.marks),)))
                left[place] -= letters(text[:cut])
                text = text[cut:]
    return [_together(part) for part in parts]


def letters(text: str) -> int:
    """The characters of a text, white space apart."""
    return sum(not char.isspace() for char in text)


def reach(text: str, count: int) -> int:
    """How far into a text so many characters reach, white space apart."""
    at = 0
    while count > 0 and at < len(text):
        count -= not text[at].isspace()
        at += 1
    return at


def _together(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].op is piece.op:
            out[-1] = Piece(piece.op, out[-1].runs + piece.runs)
        else:
            out.append(piece)
    return tuple(out)
