"""A redline in one column: the list on top, then every section in its place."""

from __future__ import annotations

import re

import pytest
from inforce.redline import Redline
from inforce.redline.html import Setting
from inforce.redline.html.page import body, render, write_section
from inforce.redline.html.summary import summary
from inforce.writer import RenderContext

from tests.redline.support import WORDS, redline
from tests.redline.texts import EN, A, B, C, D, in_every_script
from tests.redline.validity import problems

CONTEXT = RenderContext(language="en", numbers={}, links={})


def setting(found: Redline) -> Setting:
    return Setting(found, WORDS, old=CONTEXT, new=CONTEXT, section_html=lambda each: f"<p>new {each.id}</p>")


def written(old: dict[str, str], new: dict[str, str]) -> list[str]:
    """Each section's HTML."""
    found = redline(old, new)
    made = setting(found)
    return [write_section(made, at) for at in range(len(found.sections))]


def test_the_list_stands_on_top_of_the_text() -> None:
    found = redline({"a": f"# One\n\n{EN[A]}"}, {"a": f"# One\n\n{EN[A]}\n\n{EN[B]}"})

    def section_html(*_: object) -> str:
        return ""

    text = body(found, WORDS, old=CONTEXT, new=CONTEXT, section_html=section_html)
    whole = render(found, WORDS, old=CONTEXT, new=CONTEXT, section_html=section_html)
    assert whole == summary(found, WORDS, old=CONTEXT, new=CONTEXT) + text
    assert not problems(whole)


def test_sections_stand_in_the_new_order_what_is_gone_after_its_neighbour() -> None:
    old = {"a": f"# One\n\n{EN[A]}", "b": f"# Two\n\n{EN[B]}", "c": f"# Three\n\n{EN[C]}"}
    new = {"a": old["a"], "c": old["c"], "d": f"# Four\n\n{EN[D]}"}
    html = "".join(written(old, new))
    places = [html.index(text) for text in ("new a", EN[B], "new c", EN[D])]
    assert places == sorted(places)


@in_every_script
@pytest.mark.parametrize(
    ("came", "frame", "label"),
    [
        (True, '<section id="z">\n<div class="chg" id="c_1">', "section-added"),
        (False, '<section class="removed">\n<div class="chg" id="c_1">', "section-removed"),
    ],
)
def test_a_section_that_came_or_went_is_one_change_round_all_of_it(
    texts: tuple[str, ...], came: bool, frame: str, label: str
) -> None:
    few, more = {"a": f"# a\n\n{texts[A]}"}, {"a": f"# a\n\n{texts[A]}", "z": f"# z\n\n{texts[B]}"}
    (first, html) = written(few, more) if came else written(more, few)
    assert first.startswith("<details")
    assert html.startswith(frame)
    assert html.endswith("</div>\n</section>\n")
    assert f"</a> · {label}</p>" in html
    assert texts[B] in html


def test_a_section_that_only_moved_is_folded_in_its_notice() -> None:
    a, b, c = (f"# {name}\n\n{EN[at]} {EN[D]}" for name, at in (("One", A), ("Two", B), ("Three", C)))
    parts = written({"a": a, "b": b, "c": c}, {"b": b, "c": c, "a": a})
    moved = [html for html in parts if "section-moved" in html]
    assert len(moved) == 1
    assert re.match(r'<div class="chg" id="c_1"><p class="ct">.*</p>\n<details', moved[0])
    assert moved[0].endswith("</details>\n</div>\n")


def test_a_split_is_told_above_its_rows_and_frames_none_of_them() -> None:
    old = {"a": f"# One\n\n{EN[A]}\n\n{EN[B]}\n\n{EN[C]}"}
    parts = written(old, {"a": f"# One\n\n{EN[A]}\n\n{EN[B]}", "z": f"# New\n\n{EN[C]}"})
    notice, _, rest = parts[1].partition("</p></div>\n")
    assert "section-split from One" in notice
    assert 'class="chg"' in rest
    assert EN[C] in rest
