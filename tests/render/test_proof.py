"""Words read back from HTML: generated numbers and marks are none, and whatever was lost is found."""

from __future__ import annotations

import pytest
from inforce.model.text import Position, Section
from inforce.parse.markdown import parse_section
from inforce.render.proof import html_wording, lost_words


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
        ("<p>a</p>stray", [("p", "a"), ("", "stray")]),
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
        ("- a\n- b", "<h2>T</h2><ul><li>a</li><li>B</li></ul>", (Position(line=4, column=1), "b", "B")),
        ("- a", "<h2>T</h2><ol><li>a</li></ol>", (Position(line=3, column=1), "a", "a")),
        (
            "| a |\n|---|\n| b |",
            "<h2>T</h2><table><tr><th>a</th></tr><tr><td></td></tr></table>",
            (Position(line=5, column=3), "b", ""),
        ),
    ],
)
def test_the_first_block_that_differs_is_found(body: str, html: str, lost: tuple[Position, str, str] | None) -> None:
    assert lost_words(section(body), html) == lost
