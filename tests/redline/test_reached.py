"""The list of changes and the text tell the same: each changed block is numbered and quoted, each number is in both."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.redline.html import render
from inforce.redline.lenient import compare_markdown

from build_tools.bench.redline_pairs import Pair, own_pairs
from tests.built.building import ROOT
from tests.redline.reached import CONTEXT, problems, unreached
from tests.redline.support import WORDS, redline
from tests.redline.test_pages_of_pairs import BITS
from tests.redline.texts import A, B, C, D, Sections, in_every_script, sections

PAIRS = own_pairs(ROOT)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_of_real_texts(pair: Pair) -> None:
    assert problems(compare_markdown(pair.old_source, pair.new_source)) == []


BODIES = st.lists(st.sampled_from((A, B, C, D)), max_size=4).map(tuple)
POLICIES = st.dictionaries(st.sampled_from(("one", "two", "three", "four")), BODIES, max_size=4)


@in_every_script
@settings(max_examples=25, deadline=None)
@given(POLICIES, POLICIES)
def test_of_sections_that_come_go_move_and_change(texts: tuple[str, ...], old: Sections, new: Sections) -> None:
    assert problems(redline(sections(old, texts), sections(new, texts))) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(BITS, max_size=12), st.lists(BITS, max_size=12))
def test_of_any_markdown(old: list[str], new: list[str]) -> None:
    assert problems(compare_markdown("\n".join(old), "\n".join(new))) == []


REMOVED = "# One\n\nWho sees it:\n\n- our printer;\n- our post office;\n\nNone of them takes your data abroad."


def test_a_removal_that_goes_on_behind_a_list_says_its_number_there_too() -> None:
    found = redline({"a": REMOVED}, {"a": "# One\n\nWho sees it:"})
    assert problems(found) == []
    html = render(found, WORDS, old=CONTEXT, new=CONTEXT)
    listed, text = html.split("</section>", 1)
    quoted = re.findall(r"<del[^>]*>([^<]*)</del>", listed)
    assert quoted == ["our printer;", "our post office;", "None of them takes your data abroad."]
    assert text.count('<div class="chg"') == text.count('<a href="#c_1">') == 3
    assert text.count('id="c_1"') == 1


@pytest.mark.parametrize("level", range(1, 7))
def test_a_text_that_begins_with_a_heading_of_any_level_names_its_changes(level: int) -> None:
    """HTML has six levels, and the page's own title is the first."""
    found = compare_markdown("", f"{'#' * level} A\n\nWords.")
    assert problems(found) == []
    html = render(found, WORDS, old=CONTEXT, new=CONTEXT)
    assert set(re.findall(r"<h(\d)", html)) <= set("23456")


def test_what_is_missing_is_seen() -> None:
    found = redline({"a": REMOVED}, {"a": "# One\n\nWho sees it:"})
    html = render(found, WORDS, old=CONTEXT, new=CONTEXT)
    assert unreached(html) == []
    assert unreached(html.replace(' id="c_1"', "")) == ["c_1 is listed, but is not in the text, or twice"]
    assert unreached(html.replace('<p class="ct"><a href="#c_1">Change 1</a></p>', ""))[0].startswith("a frame says no")
    assert unreached(html.replace('class="chg"', ""))[0].startswith("del ")
    assert unreached(html.replace('<a href="#c_1">', "<a>", 1)) == ["c_1 is in the text, but not listed, or twice"]


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>a</li><ul><li>b</li></ul></ul>",
        "<ul>stray<li>a</li>stray</ul>",
        "<ul><h2>heading</h2><li>a</li></ul>",
        "<ol><table><tr><td>a</td></tr></table></ol>",
        "<ul><ul><ol><li>a</li></ol></ul></ul>",
        "<del>\n\n- item",
    ],
)
def test_of_lists_that_hold_other_things_than_items(html: str) -> None:
    assert problems(compare_markdown("", html)) == []
    assert problems(compare_markdown(html, "# One\n\nWords.")) == []
