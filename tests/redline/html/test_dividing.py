"""Blocks that became one come apart again, for whoever shows the old edition alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from inforce.redline.changes import Op, Piece, Run
from inforce.redline.html.dividing import divided
from inforce.redline.sections import squeezed, units

from tests.redline.support import read

BLOCKS = units(read("# One\n\nWe keep it.\n\nYou may object."))[1:]


def test_two_blocks_that_became_one_come_apart_again() -> None:
    pieces = (
        Piece(Op.KEPT, (Run("We keep it. You "),)),
        Piece(Op.REMOVED, (Run("may"),)),
        Piece(Op.KEPT, (Run(" object."),)),
    )
    found = divided(pieces, [each.block for each in BLOCKS])
    assert [["".join(run.text for run in piece.runs) for piece in part] for part in found] == [
        ["We keep it."],
        ["You ", "may", " object."],
    ]
    assert [[piece.op for piece in part] for part in found] == [[Op.KEPT], [Op.KEPT, Op.REMOVED, Op.KEPT]]


@given(st.lists(st.sampled_from(["We ", "keep ", "個人", "بيانات ", "\n"]), max_size=8), st.sampled_from(Op))
def test_no_letter_is_lost_where_blocks_come_apart(words: list[str], op: Op) -> None:
    pieces = tuple(Piece(op, (Run(word),)) for word in words)
    found = divided(pieces, [each.block for each in BLOCKS])
    assert len(found) == 2
    assert squeezed("".join(piece.text for part in found for piece in part)) == squeezed("".join(words))
