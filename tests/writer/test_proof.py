"""Words read back from HTML: generated numbers and marks are none, and whatever was lost is found."""

from __future__ import annotations

import pytest
from inforce.model.text import Position, Section
from inforce.reader.section import parse_section
from inforce.reader.wording import digest_of
from inforce.writer.proof import html_wording, lost_words, page_digest


@pytest.mark.parametrize(
    ("html", "pairs"),
    [
        ("<h2>A</h2><h3>B</h3><h4>C</h4><p>D</p>", [("h1", "A"), ("h2", "B"), ("h3", "C"), ("p", "D")]),
        ('<p class="cl" id="x"><a class="n" href="#x">2.1</a> <strong>A.</strong> b</p>', [("clause", "A. b")]),
        ('<p>see <a href="#x">it<span class="ref"> 6</span></a>.</p>', [("p", "see it.")]),
        ('<p>x<span class="unk-note" data-note="a &gt; b"></span>y</p>', [("p", "xy")]),
        ("<p>a<br>b &amp; c</p>", [("p", "a b & c")]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul><ol><li>c</li></ol>", [("item1", "a"), ("item2", "b"), ("step1", "c")]),
        ("<table><tr><th>a</th><td></td></tr></table>", [("cell", "a"), ("cell", "")]),
        ("<p>a</p>stray", [("p", "a"), ("h0", "stray")]),
        ('<h5>a</h5><h6>b</h6><h6 aria-level="7">c</h6>', [("h4", "a"), ("h5", "b"), ("h6", "c")]),
        ('<ol start="5">\n<li>a</li>\n</ol>', [("step1=5", "a")]),
        ("<ul><li></li></ul><ul><li><p>a</p><p>b</p></li></ul>", [("item1", ""), ("item1", "a"), ("item1 p", "b")]),
        ("<ul><li>a\n<ul><li>b</li></ul>\nstray</li></ul>", [("item1", "a"), ("item2", "b"), ("item1 h0", "stray")]),
        ("<blockquote>\n<p>a</p>\n<ul><li>b</li></ul></blockquote>", [("quote p", "a"), ("quote item1", "b")]),
        ("<pre><code>a\n &lt;b\n</code></pre>", [("code", "a\n <b")]),
        (
            "<table><tr><td>a<br>b<ul><li>c</li><li>d</li></ul>e</td></tr></table>",
            [("cell", "a b"), ("cell item1", "c"), ("cell item1", "d"), ("cell p", "e")],
        ),
        ("<table><tr><td><ul><li>c</li></ul></td></tr></table>", [("cell", ""), ("cell item1", "c")]),
    ],
)
def test_words_of_blocks(html: str, pairs: list[tuple[str, str]]) -> None:
    assert html_wording(html) == tuple(pairs)


def section(body: str) -> Section:
    found, problems = parse_section(f"# T\n\n{body}\n", id="t", file="t.md")
    assert found is not None, problems
    return found


@pytest.mark.parametrize(
    ("body", "html", "lost"),
    [
        ("a b", "<h2>T</h2><p>a b</p>", None),
        ("a b", "<h2>T</h2><p>a</p>", (Position(line=3, column=1), "a b", "a")),
        ("a b", "<h2>T</h2><p>a c</p>", (Position(line=3, column=1), "a b", "a c")),
        ("a\n\nb", "<h2>T</h2><p>a</p>", (Position(line=5, column=1), "b", "")),
        ("a", "<h2>T</h2><p>a</p><p>more</p>", (Position(line=3, column=1), "", "more")),
        ("- a\n- b", "<h2>T</h2><ul><li>a</li><li>B</li></ul>", (Position(line=4, column=3), "b", "B")),
        ("- a", "<h2>T</h2><ol><li>a</li></ol>", (Position(line=3, column=3), "a", "a")),
        (
            "| a |\n|---|\n| b |",
            "<h2>T</h2><table><tr><th>a</th></tr><tr><td></td></tr></table>",
            (Position(line=5, column=3), "b", ""),
        ),
    ],
)
def test_the_first_block_that_differs_is_found(body: str, html: str, lost: tuple[Position, str, str] | None) -> None:
    assert lost_words(section(body), html) == lost


WELCOME = '<section id="welcome"><h2>Welcome</h2><p>Hello.</p></section>'
WORDS = digest_of([["welcome", digest_of([["h1", "Welcome"], ["p", "Hello."]])]])


@pytest.mark.parametrize(
    "page",
    [
        f"<article>{WELCOME}</article>",
        f'<!DOCTYPE html><body><h1>A</h1><article class="opens" lang="en">\n{WELCOME}\n</article><p>Foot.</p>',
        f"<article>{WELCOME}</article>".replace("<h2>", '<h2 id="w"><a class="n" href="#welcome">1.</a> '),
        f"<article>{WELCOME}</article>".replace("Hello.", "<strong>Hel</strong>l\u00ado."),
        f"<article>{WELCOME}</article>".replace('"welcome"', '"welcome" lang="en"'),
    ],
)
def test_the_words_of_a_page_are_read_back(page: str) -> None:
    assert page_digest(page) == WORDS


@pytest.mark.parametrize(
    "page",
    [
        "",
        WELCOME,
        "<article></article>",
        f"<article>Not this: {WELCOME}</article>",
        f"<article>{WELCOME}Not this.</article>",
        f"<article>{WELCOME}<p>Not this.</p>{WELCOME}</article>",
        "<article><section><p>No name.</p></section></article>",
        '<article><section id="a"><li>x</li></ul></section></article>',
        '<article><section id="a"></ul></section></article>',
    ],
)
def test_a_page_without_such_a_text_has_no_digest_of_words(page: str) -> None:
    assert page_digest(page) is None


@pytest.mark.parametrize("change", [("Hello", "Hallo"), ("<p>Hello.</p>", ""), ("welcome", "greeting"), ("p>", "li>")])
def test_any_other_word_gives_another_digest(change: tuple[str, str]) -> None:
    assert page_digest(f"<article>{WELCOME}</article>".replace(*change)) != WORDS
