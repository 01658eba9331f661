"""The HTML view: valid, readable without colour, every change linked from the list on top."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.model.text import Section
from inforce.redline import Redline
from inforce.redline.changes import ChangeKind
from inforce.redline.data import data
from inforce.redline.html import render, summary
from inforce.redline.plain import text as text_of
from inforce.writer import RenderContext, render_section

from tests.redline.support import WORDS, redline
from tests.redline.test_compare import BODIES, LONG, OTHER
from tests.redline.validity import problems

CONTEXT = RenderContext(language="en", numbers={"a": "1.", "b": "2."}, links={})


def html(found: Redline) -> str:
    def section_html(section: Section) -> str:
        return render_section(section, CONTEXT)

    return render(found, WORDS, old=CONTEXT, new=CONTEXT, section_html=section_html)


def valid(text: str) -> None:
    assert not problems(text)


def test_a_change_inside_its_paragraph() -> None:
    text = html(redline({"a": "# One\n\nWe collect personal via :"}, {"a": "# One\n\nWe collect personal data via :"}))
    valid(text)
    assert '<div class="chg" id="c_1"><p class="ct"><a href="#c_1">Change 1</a> · reworded</p>' in text
    assert '<p>We collect personal <ins data-b="[added]" data-e="[end of addition]">data </ins>via :</p>' in text
    assert '<h3><bdi>One</bdi></h3>\n<ol>\n<li><a href="#c_1">Change 1</a> <span class="tag">reworded</span>' in text


def test_a_change_inside_a_list_item() -> None:
    text = html(redline({"a": f"# One\n\n- {LONG}\n- {OTHER}"}, {"a": f"# One\n\n- {LONG}\n- {OTHER[:-1]} at all."}))
    valid(text)
    assert '<li><div class="chg" id="c_1"><p class="ct">' in text
    assert text.count("<ul>") == 1


def test_a_change_inside_a_link_keeps_the_link_whole() -> None:
    text = html(
        redline({"a": "# One\n\nSee [our long list](section:b)."}, {"a": "# One\n\nSee [our short list](section:b)."})
    )
    valid(text)
    assert re.search(
        r'<a href="#b">our <del [^>]*>long</del><ins [^>]*>short</ins> list<span class="ref"> 2</span></a>', text
    )


def test_an_unchanged_section_is_folded() -> None:
    text = html(redline({"a": f"# One\n\n{LONG}"}, {"a": f"# One\n\n{LONG}"}))
    valid(text)
    assert '<details class="same"><summary>One <span>· no change</span></summary>' in text
    assert "No words changed." in text
    assert LONG in text


def test_the_list_on_top_quotes_one_block_alone() -> None:
    text = html(redline({"a": f"# One\n\n{LONG}"}, {"a": f"# One\n\n{LONG}\n\nNew words.\n\n- more"}))
    valid(text)
    assert '<div class="ex" dir="ltr"><ins data-b="[added]" data-e="[end of addition]">New words.</ins></div>' in text


def test_a_section_says_how_many_changes_it_has() -> None:
    old = {"a": f"# One\n\n{LONG}\n\n{OTHER}"}
    text = html(redline(old, {"a": f"# One\n\n{LONG[:-1]} now.\n\n{OTHER[:-1]} now."}))
    valid(text)
    assert re.search(r'<section id="a">\n<h2>.*</h2>\n<p class="ct">2 changes</p>', text)
    assert '<h3><bdi>One</bdi> <span class="tag">2 changes</span></h3>' in text


def test_a_change_of_formatting_alone_is_folded() -> None:
    old = {"a": f"# One\n\n{LONG}\n\nSee the list of *names*."}
    text = html(redline(old, {"a": f"# One\n\n{LONG[:-1]} now.\n\nSee the list of **names**."}))
    valid(text)
    assert text.count('id="c_') == 2, "formatting has no number of its own"
    assert '<details class="same"><summary><span>only the formatting changed</span></summary>' in text


def test_a_link_that_leads_elsewhere_is_told_in_words_and_never_folded() -> None:
    old = {"a": f"# One\n\n{LONG}\n\nSee [the list](https://a.example/) of names."}
    text = html(redline(old, {"a": f"# One\n\n{LONG}\n\nSee [the list](https://b.example/) of names."}))
    valid(text)
    told = re.sub(r' data-[be]="[^"]*"', "", text)
    says = "<bdi>the list</bdi> leads to <ins><bdi>https://b.example/</bdi></ins>, "
    says += "before <del><bdi>https://a.example/</bdi></del>"
    assert told.count(says) == 2, "in the list and in its place"
    assert "<details" not in text[text.index('id="c_1"') :]


def test_words_and_a_link_that_changed_together_are_two_changes_in_one_frame() -> None:
    old = {"a": f"# One\n\n{LONG} See [the list](https://a.example/) of names, and sign."}
    text = html(redline(old, {"a": f"# One\n\n{LONG} See [the list](https://b.example/) of names, and order."}))
    valid(text)
    assert text.count('<div class="chg"') == 1
    assert '<p class="ct" id="c_2"><a href="#c_2">Change 2</a> · relinked</p>' in text


def test_a_link_to_a_section_is_told_by_number_and_title() -> None:
    both = {"kept": f"# Kept\n\n{LONG}", "rights": f"# Rights\n\n{LONG}"}
    found = redline(
        {"a": "# One\n\nSee [there](section:kept).", **both}, {"a": "# One\n\nSee [there](section:rights).", **both}
    )
    numbers = RenderContext(language="en", numbers={"kept": "2.", "rights": "3."}, links={})
    words = summary(found, WORDS, old=numbers, new=numbers)
    assert "<bdi>3. Rights</bdi></ins>" in words
    assert "<bdi>2. Kept</bdi></del>" in words


def test_an_item_at_another_depth_is_told() -> None:
    text = html(redline({"a": "# One\n\n- one thing\n- two things"}, {"a": "# One\n\n- one thing\n    - two things"}))
    valid(text)
    assert re.search(r'· nested</p><p class="to">level <ins [^>]*><bdi>2</bdi></ins>, before <del', text)


def test_a_table_says_what_was_added_without_colour() -> None:
    old = "| A | B |\n| --- | --- |\n| first | one |\n| second | two |"
    new = "| A | B | C |\n| --- | --- | --- |\n| first | one | x |\n| second | two | y |\n| third | three | z |"
    text = html(redline({"a": f"# One\n\n{old}"}, {"a": f"# One\n\n{new}"}))
    valid(text)
    assert text.count(' <span class="tag">row added</span></th>') == 1
    assert text.count(' <span class="tag">column added</span></th>') == 1
    assert 'data-h="C · column added"' in text
    assert re.search(r'<p class="columns" aria-hidden="true">Columns: A · B · <ins [^>]*>C</ins>', text)


def test_an_added_table_says_so_once() -> None:
    new = "| A | B |\n| --- | --- |\n| first | one |"
    text = html(redline({"a": f"# One\n\n{LONG}"}, {"a": f"# One\n\n{LONG}\n\n{new}"}))
    assert "row added" not in text
    assert "column added" not in text
    assert "Columns:" not in text


def test_a_number_that_alone_changed_is_told_and_no_change_of_words() -> None:
    was, now = (RenderContext(language="en", numbers={"a": "1.", "x": number}, links={}) for number in ("1.1", "1.2"))
    found = redline(
        {"a": f"# One\n\n## [Names](id:x)\n\n{LONG}"}, {"a": f"# One\n\nNew words.\n\n## [Names](id:x)\n\n{LONG}"}
    )
    text = render(found, WORDS, old=was, new=now, section_html=lambda section: render_section(section, now))
    valid(text)
    assert re.search(r'<h3 id="x">.*</h3>\n<p class="ct">formerly 1.1</p>', text)
    assert len(found.changes) == 1


def test_spaces_beside_a_sign_are_no_change_of_words() -> None:
    found = redline({"a": f"# One\n\nWhen do we reply ? {LONG}"}, {"a": f"# One\n\nWhen do we reply? {LONG}"})
    assert not found.changes
    assert "only the formatting changed" in html(found)


def test_blocks_that_moved_together_leave_one_notice() -> None:
    text = html(
        redline(
            {"a": f"# One\n\n{LONG}\n\n{OTHER}\n\nend", "b": "# Two\n\nhere"},
            {"a": "# One\n\nend", "b": f"# Two\n\nhere\n\n{LONG}\n\n{OTHER}"},
        )
    )
    valid(text)
    assert text.count("moved to Two") == 1


def test_neighbours_that_stand_apart_now_leave_one_notice_too() -> None:
    new = {"a": "# One\n\nend", "b": f"# Two\n\n{OTHER}\n\nhere stands a paragraph of its own\n\n{LONG}"}
    text = html(
        redline(
            {
                "a": f"# One\n\n{LONG}\n\n{OTHER}\n\nend",
                "b": new["b"].split("\n\n")[0] + "\n\nhere stands a paragraph of its own",
            },
            new,
        )
    )
    valid(text)
    assert text.count(" · moved from One") == 2
    assert text.count("moved to Two") == 1


def test_a_section_split_off_and_one_merged_name_the_other() -> None:
    more = "Whoever borrows a seed packet signs for it at the desk, and brings back twice as many seeds in the autumn."
    one, two = (
        {"a": f"# One\n\n{LONG}\n\n{OTHER}\n\n{more}"},
        {
            "a": f"# One\n\n{LONG}",
            "b": f"# Two\n\n{OTHER}\n\n{more}",
        },
    )
    for old, new, said, kind in (
        (one, two, "section-split from One", ChangeKind.SECTION_SPLIT),
        (two, one, "section-merged · moved to One", ChangeKind.SECTION_MERGED),
    ):
        found = redline(old, new)
        assert kind in [change.kind for change in found.changes]
        shown = html(found)
        valid(shown)
        assert said in shown
        assert ": One" in text_of(found)
        assert "section" in data(found).model_dump_json(exclude_none=True)


def test_the_list_on_top_is_by_section() -> None:
    old = {"a": f"# One\n\n{LONG}", "b": f"# Two\n\n{OTHER}"}
    text = html(redline(old, {name: source[:-1] + " now." for name, source in old.items()}))
    valid(text)
    assert (
        text.index("<h3><bdi>One</bdi></h3>")
        < text.index('href="#c_1"')
        < text.index("<h3><bdi>Two</bdi></h3>")
        < text.index('href="#c_2"')
    )


def test_words_are_escaped() -> None:
    text = html(redline({"a": "# One\n\nif a < b & c"}, {"a": "# One\n\nif a < b & d \\<x"}))
    valid(text)
    assert "<x" not in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- one thing\n    - and below\n- two", "- one thing\n- two\n    - new below"),
        ("1. one thing\n2. two things", "- one thing\n- two things"),
        ("1. one\n2. two\n3. three", "1. one\n2. three"),
        ("| A | B |\n| --- | --- |\n| x | y |", "| A |\n| --- |\n| x |"),
        ("| A | B |\n| --- | --- |\n| x | y |", "A paragraph instead."),
    ],
)
def test_structure_stays_valid(old: str, new: str) -> None:
    valid(html(redline({"a": f"# One\n\n{old}"}, {"a": f"# One\n\n{new}"})))


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from("abc"), BODIES), st.dictionaries(st.sampled_from("abd"), BODIES))
def test_html_of_any_two_texts_is_valid(old: dict[str, str], new: dict[str, str]) -> None:
    valid(html(redline(old, new)))
