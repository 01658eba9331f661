"""The words of cells as pieces, where an item of a list is compared with an item; and merged blocks taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.redline.changes import Op, Piece, Run, side
from inforce.redline.flattened import FlatText, line, unit
from inforce.redline.lenient import compare_markdown
from inforce.redline.pieces import cell_pieces, divided
from inforce.redline.sections import squeezed, units

from tests.redline.support import marked, read, rows

HEAD = "| A | B |\n|---|---|\n| x | "
CELLS = {
    "an item added in the middle": (
        "We keep:<br>- your name<br>- your address",
        "We keep:<br>- your name<br>- your date of birth<br>- your address",
        "We keep:\nyour name{+\nyour date of birth+}\nyour address",
    ),
    "the first item removed": (
        "- your name<br>- your address<br>- your age",
        "- your address<br>- your age",
        "[-your name-][-\n-]your address\nyour age",
    ),
    "the first item added": ("- address<br>- age", "- name<br>- address<br>- age", "{+name+}{+\n+}address\nage"),
    "the last item removed": (
        "Nous gardons :<br>- le nom<br>- l’âge",
        "Nous gardons :<br>- le nom",
        "Nous gardons :\nle nom[-\nl’âge-]",
    ),
    "an item reworded": (
        "- kept for three years<br>- kept for ten years",
        "- kept for three years<br>- kept for two years",
        "kept for three years\nkept for [-ten-]{+two+} years",
    ),
    "an item replaced": (
        "- 氏名<br>- 住所<br>- 電話",
        "- 氏名<br>- 生年月日<br>- 電話",
        "氏名[-\n住所-]{+\n生年月日+}\n電話",
    ),
    "one reworded and one added before it": (
        "- Ihre Anschrift zu Hause<br>- Ihr Alter",
        "- Ihr Name<br>- Ihre Anschrift bei der Arbeit<br>- Ihr Alter",
        "{+Ihr Name+}{+\n+}Ihre Anschrift [-zu Hause-]{+bei der Arbeit+}\nIhr Alter",
    ),
    "a lead-in reworded": ("Kept:<br>- a<br>- b", "Kept by us:<br>- a<br>- b", "Kept{+ by us+}:\na\nb"),
    "no list": ("one two<br>three four", "one two<br>three five", "one two\nthree [-four-]{+five+}"),
    "a list of a line": ("the name and the age", "- the name<br>- the age", "the name\n[-and -]the age"),
}


@pytest.mark.parametrize(("old", "new", "expected"), CELLS.values(), ids=CELLS)
def test_cells(old: str, new: str, expected: str) -> None:
    (row,) = rows(f"{HEAD}{old} |", f"{HEAD}{new} |")
    assert marked(row.table[1].cells[1]) == expected


@pytest.mark.parametrize(
    "cell", ["<ul><li>{0}</li><li>{1}</li></ul>", "- {0}<br>- {1}", "• {0}<br>• {1}"], ids=["html", "typed", "bullets"]
)
def test_items_in_texts_of_others(cell: str) -> None:
    table = "<table><tr><th>A</th></tr><tr><td>{}</td></tr></table>"
    old, new = (table.format(cell.format(*items)) for items in (("one", "two"), ("three four", "two")))
    (section,) = compare_markdown(f"# T\n\n{old}\n", f"# T\n\n{new}\n").sections
    made = marked(section.rows[1].table[1].cells[0])
    assert made.replace("• ", "").replace("- ", "").startswith("[-one-]{+three four+}"), made
    assert made.endswith("two")


LINES = st.lists(st.sampled_from(["- a", "- b c", "- b d", "- e f g", "h i", "- 日本"]), min_size=2, max_size=6)


def cell(lines: list[str]) -> FlatText:
    """The line of a cell."""
    return unit(read(f"# T\n\n| A |\n|---|\n| {'<br>'.join(lines)} |").leaves[1]).cells[1][0]


@settings(deadline=None)
@given(LINES, LINES)
def test_both_cells_come_back(old: list[str], new: list[str]) -> None:
    made = cell_pieces(cell(old), cell(new))
    for op, lines in ((Op.REMOVED, old), (Op.ADDED, new)):
        assert side(made, op).split() == " ".join(each.removeprefix("- ") for each in lines).split()


def test_equal_words_are_kept() -> None:
    assert [piece.op for piece in cell_pieces(line(()), line(()))] == []


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
