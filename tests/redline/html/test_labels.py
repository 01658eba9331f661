"""The words of a redline's HTML are plain text: whatever they say, they never become markup."""

from __future__ import annotations

import pytest
from inforce.redline.changes import ChangeKind, RowKind
from inforce.redline.facts import FactChange, FactChangeKind
from inforce.redline.html import FactLine, RedlineLabels, render, side_by_side
from inforce.writer import RenderContext

from tests.redline.support import redline
from tests.redline.texts import EN, A, B, C, D
from tests.redline.validity import problems

HOSTILE = "<i>&\"'</i>"
WORDS = RedlineLabels(
    heading=HOSTILE,
    counts=lambda changes, sections: HOSTILE,
    nothing=HOSTILE,
    change=lambda number: HOSTILE,
    kinds=dict.fromkeys(ChangeKind, HOSTILE),
    added=(HOSTILE, HOSTILE),
    removed=(HOSTILE, HOSTILE),
    unchanged=HOSTILE,
    only_style=HOSTILE,
    unchanged_blocks=lambda count: HOSTILE,
    section_changes=lambda count: HOSTILE,
    renumbered=lambda number: HOSTILE,
    moved_from=lambda title: HOSTILE,
    moved_to=lambda title: HOSTILE,
    relinked=lambda words, was, now: f"{words} leads to {now}, before {was}",
    nested=lambda was, now: f"level {now}, before {was}",
    lines={RowKind.ADDED: "row added", RowKind.REMOVED: "row removed"},
    columns={RowKind.ADDED: "column added", RowKind.REMOVED: "column removed"},
    columns_heading="Columns:",
    facts_heading=HOSTILE,
    fact=lambda fact: FactLine(label=HOSTILE, old=HOSTILE, new=HOSTILE),
)
OLD = {
    "a": f"# One\n\n{EN[A]}\n\n{EN[B]}",
    "b": f"# Two\n\n{EN[C]}",
    "c": "# Three\n\nSame.",
    "d": f"# Four\n\n{EN[D]}",
}
NEW = {
    "a": f"# One\n\n{EN[A].replace('keep', 'hold')}\n\nNew here.",
    "b": f"# Two\n\n*{EN[C]}*\n\n{EN[B]}",
    "c": OLD["c"],
}
CONTEXTS = [RenderContext(language="en", numbers={"a": number}, links={}) for number in ("1.", "2.")]


@pytest.mark.parametrize("columns", [False, True])
def test_no_word_becomes_markup(columns: bool) -> None:
    found = redline(OLD, NEW)
    found = type(found)(
        sections=found.sections,
        changes=found.changes,
        facts=(FactChange(kind=FactChangeKind.CHANGED, path=("a",), old="1", new="2"),),
    )
    old, new = CONTEXTS
    html = (
        side_by_side(found, WORDS, old=old, new=new, columns=(HOSTILE, HOSTILE))
        if columns
        else render(found, WORDS, old=old, new=new)
    )
    assert not problems(html)
    assert "<i>" not in html
    assert html.count("&lt;i&gt;&amp;") > 20


def test_the_arrow_points_as_one_reads_unless_told_otherwise() -> None:
    assert WORDS.arrow == "→"


def test_a_fact_line_may_have_one_side_or_none() -> None:
    assert (FactLine(label="x").old, FactLine(label="x").new) == (None, None)
