"""Two columns: what each is called, and which cells a section becomes."""

from __future__ import annotations

import re

import pytest
from inforce.redline.html.side import Column, heads, side_by_side
from inforce.writer import RenderContext

from tests.redline.support import WORDS, redline
from tests.redline.texts import EN, A, B, C, D, in_every_script
from tests.redline.validity import problems

CONTEXT = RenderContext(language="en", numbers={}, links={})


def columns(old: dict[str, str], new: dict[str, str]) -> str:
    """Two columns called Was & Is, without their heads; always valid."""
    html = side_by_side(
        redline(old, new),
        WORDS,
        old=CONTEXT,
        new=CONTEXT,
        section_html=lambda each: f"<p>new {each.id}</p>",
        columns=("Was", "Is"),
    )
    assert not problems(html)
    top = heads(Column(name="Was"), Column(name="Is"))
    assert html.startswith(top)
    return html.removeprefix(top)


@pytest.mark.parametrize(
    ("column", "attributes"),
    [
        (Column(name="Version 2"), ""),
        (Column(name="العربية", language="ar", direction="rtl"), ' lang="ar" dir="rtl"'),
        (Column(name="x", language='"<', direction="ltr"), ' lang="&quot;&lt;" dir="ltr"'),
    ],
)
def test_a_column_says_its_language_where_it_is_not_the_pages(column: Column, attributes: str) -> None:
    assert column.attributes == attributes
    assert f"<b{attributes}>" in heads(column, Column(name="other"))


def test_the_heads_are_hidden_from_who_listens() -> None:
    html = heads(Column(name="1 < 2"), Column(name="日本語", language="ja", direction="ltr"))
    assert html == (
        '<div class="pair heads" aria-hidden="true"><div><b>1 &lt; 2</b></div>'
        '<div><b lang="ja" dir="ltr">日本語</b></div></div>\n'
    )


@in_every_script
def test_a_changed_block_is_a_named_cell_on_each_side(texts: tuple[str, ...]) -> None:
    html = columns({"a": f"# a\n\n{texts[A]}"}, {"a": f"# a\n\n{texts[A]} {texts[B]}"})
    framed = html[html.index('<div class="chg" id="c_1">') :]
    assert re.findall(r'<div class="(\w+)" role="group" aria-label="(\w+)">', framed) == [("was", "Was"), ("now", "Is")]
    assert "aria-hidden" not in framed


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("", f"\n\n{EN[B]}", [None, "Is"]),
        (f"\n\n{EN[B]}", "", ["Was", None]),
    ],
)
def test_where_one_side_has_nothing_its_cell_is_empty(old: str, new: str, cells: list[str | None]) -> None:
    html = columns({"a": f"# One\n\n{EN[A]}{old}"}, {"a": f"# One\n\n{EN[A]}{new}"})
    changed = html[html.index('<div class="pair diff">') :]
    assert len(re.findall(r"^<div></div>$", changed, re.M)) == 1
    named = [cell for cell in cells if cell]
    assert re.findall(r'aria-label="(\w+)"', changed) == named
    assert (changed.index("<div></div>") < changed.index("aria-label")) is (cells[0] is None)


def test_what_stays_in_a_row_is_one_pair_and_a_long_stretch_one_fold() -> None:
    body = "\n\n".join(EN[at] for at in (A, B))
    html = columns({"a": f"# One\n\n{body}"}, {"a": f"# One\n\n{body}\n\n{EN[C]}"})
    assert html.count('<div class="pair">') == 1
    long = "\n\n".join(f"{EN[D]} Number {at}." for at in range(9))
    html = columns({"a": f"# One\n\n{long}"}, {"a": f"# One\n\n{long}\n\n{EN[C]}"})
    assert html.count('<details class="same">') == 1
    assert html.count("Number 2.") == 1
    assert html.count("Number 8.") == 2


def test_a_section_without_change_is_one_fold_over_both_columns() -> None:
    html = columns({"a": f"# One\n\n{EN[A]}"}, {"a": f"# One\n\n{EN[A]}"})
    assert html.startswith("<details")
    assert "pair" not in html


@pytest.mark.parametrize("came", [True, False])
def test_a_section_that_came_or_went_is_framed_as_one(came: bool) -> None:
    few, more = {"a": f"# One\n\n{EN[A]}"}, {"a": f"# One\n\n{EN[A]}", "z": f"# New\n\n{EN[B]}\n\n{EN[C]}"}
    html = columns(few, more) if came else columns(more, few)
    part = html[html.index('<section id="z">' if came else '<section class="removed">') :]
    assert part.count('<div class="pair diff">') == 1
    assert part.endswith("</div>\n</div>\n</section>\n")
