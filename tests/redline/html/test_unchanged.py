"""A section without change, written from its blocks: with its ids and links, or without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.redline.html.unchanged import section_writer
from inforce.writer import RenderContext

from tests.redline.support import WORDS, read
from tests.redline.test_compare import BODIES
from tests.redline.texts import A, B, in_every_script
from tests.redline.validity import problems

CONTEXT = RenderContext(language="en", numbers={"a": "1.", "x": "1.1"}, links={})
WRITE = section_writer(WORDS, CONTEXT)
BARE = section_writer(WORDS, CONTEXT, ids=False)
SOURCE = "# One\n\n## [Names](id:x)\n\nSee [our list](section:a)."


@in_every_script
def test_its_words_stand_as_they_are(texts: tuple[str, ...]) -> None:
    html = WRITE("new", read(f"# One\n\n{texts[A]}\n\n- {texts[B]}", "a"))
    assert not problems(html)
    assert f"<p>{texts[A]}</p>\n" in html
    assert re.search(rf"<ul>\n<li>{re.escape(texts[B])}</li>\n</ul>", html)


def test_with_ids_its_places_can_be_linked() -> None:
    html = WRITE("new", read(SOURCE, "a"))
    assert html == (
        '<section id="a">\n<h2 id="a-h"><a class="n" href="#a">1.</a> One</h2>\n'
        '<h3 id="x"><a class="n" href="#x">1.1</a> Names</h3>\n'
        '<p>See <a href="#a">our list<span class="ref"> 1</span></a>.</p>\n</section>\n'
    )


def test_without_ids_it_can_stand_twice_on_a_page() -> None:
    html = BARE("old", read(SOURCE, "a"))
    assert " id=" not in html
    assert "<a " not in html
    assert '<h3><span class="n">1.1</span> Names</h3>' in html
    assert 'our list<span class="ref"> 1</span>.' in html


@pytest.mark.parametrize("tag", ["<ins", "<del", "<details", 'class="chg"'])
def test_nothing_in_it_is_marked_or_folded(tag: str) -> None:
    """However many blocks it has."""
    assert tag not in WRITE("new", read("# One" + "\n\nA paragraph." * 12, "a"))


@given(BODIES, st.booleans())
def test_any_section_is_valid(source: str, ids: bool) -> None:
    html = (WRITE if ids else BARE)("new", read(source, "a"))
    assert not problems(html)
