"""The old side of blocks that became one, taken apart again: for whoever shows the old edition alone."""

from __future__ import annotations

from collections.abc import Sequence

from inforce.model.text import Leaf, inlines, words
from inforce.redline.changes import Piece, Run


def divided(pieces: tuple[Piece, ...], blocks: Sequence[Leaf]) -> list[tuple[Piece, ...]]:
    """The old side of blocks that became one, a block each; all in the first where their border cannot be told."""
    parts: list[list[Piece]] = [[] for _ in blocks]
    left = [sum(_letters(words(children)) for children in inlines(block)) for block in blocks]
    place = 0
    for piece in pieces:
        for run in piece.runs:
            text = run.text
            while text:
                while left[place] == 0 and place < len(blocks) - 1:
                    place, text = place + 1, text.lstrip()
                cut = _reach(text, left[place]) if place < len(blocks) - 1 else len(text)
                if cut:
                    parts[place].append(Piece(piece.op, (Run(text[:cut], run.marks),)))
                left[place] -= _letters(text[:cut])
                text = text[cut:]
    return [_joined(part) for part in parts]


def _letters(text: str) -> int:
    return sum(not char.isspace() for char in text)


def _reach(text: str, letters: int) -> int:
    """How far into a text so many characters reach, white space apart."""
    at = 0
    while letters > 0 and at < len(text):
        letters -= not text[at].isspace()
        at += 1
    return at


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].op is piece.op:
            out[-1] = Piece(piece.op, out[-1].runs + piece.runs)
        else:
            out.append(piece)
    return tuple(out)
