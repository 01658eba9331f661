"""The HTML of a section, element by element."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inforce.reader.section import read_section
from inforce.reader.wording import wording
from inforce.writer import render_key, render_section
from inforce.writer.addresses import KnownAddresses
from inforce.writer.context import RenderContext
from inforce.writer.proof import html_wording
from inforce.writer.section import write_section

OUTSIDE = 'rel="noopener noreferrer"'
CONTEXT = RenderContext(
    language="en",
    numbers={"t": "2.", "inner": "2.1", "clause": "2.1.1", "rights": "6."},
    links={"partner": "https://example.org/?a=1&b=2"},
    unknown={"organisation.email": 'It "cannot" be read'},
    addresses=KnownAddresses(
        by_fact={"organisation.phone": "tel:+3222744800"},
        by_text={"a@b.org": "mailto:a@b.org", "https://b.org/x": "https://b.org/x"},
    ),
)


def written(body: str, lists: tuple[str, ...] = ()) -> str:
    """What stands under the heading."""
    section, _ = read_section(f"# T\n\n{body}\n", id="t", file="t.md")
    html = write_section(section, replace(CONTEXT, lists=lists))
    head, rest = (
        '<section id="t">\n<h2><a class="n" href="#t">2.</a> T</h2>\n',
        "\n</section>\n",
    )
    assert html.startswith(head)
    assert html.endswith(rest)
    return html.removeprefix(head).removesuffix(rest)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("a **b** *c*", "<p>a <strong>b</strong> <em>c</em></p>"),
        ('a \\< b & c "d"', '<p>a &lt; b &amp; c "d"</p>'),
        ("a\\\nb", "<p>a<br>b</p>"),
        ("## [In](id:inner)", '<h3 id="inner"><a class="n" href="#inner">2.1</a> In</h3>'),
        ("## Plain\n\n### Deep", "<h3>Plain</h3>\n<h4>Deep</h4>"),
        (
            "[**Run.**](id:clause) In.",
            '<p class="cl" id="clause"><a class="n" href="#clause">2.1.1</a> <strong>Run.</strong> In.</p>',
        ),
        ("[x](id:free) y", '<p class="cl" id="free">x y</p>'),
        ("- a\n- b\n    - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>"),
        ("1. [a](id:free) b", '<ol>\n<li id="free">a b</li>\n</ol>'),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("[see](section:rights)", '<p><a href="#rights">see<span class="ref"> 6</span></a></p>'),
        ("[see](section:unnumbered)", '<p><a href="#unnumbered">see</a></p>'),
        ("[x](fact:a.b)", "<p>x</p>"),
        (
            "[x](fact:organisation.email)",
            '<p><span class="f unk" data-fact="organisation.email">x</span>'
            '<span class="unk-note" data-note="It &quot;cannot&quot; be read"></span></p>',
        ),
        ("[x](https://例え.jp/ü)", f'<p><a href="https://xn--r8jz45g.jp/ü" {OUTSIDE}>x</a></p>'),
        ("[x](link:partner)", '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">x</a></p>'),
        (
            "[+32 2 274 48 00](fact:organisation.phone)",
            f'<p><a class="w" href="tel:+3222744800" {OUTSIDE}>+32 2 274 48 00</a></p>',
        ),
        (
            "Ask **a@b.org**, see https://b.org/x.",
            f'<p>Ask <strong><a class="w" href="mailto:a@b.org" {OUTSIDE}>a@b.org</a></strong>, see '
            f'<a class="w" href="https://b.org/x" {OUTSIDE}>https://b.org/x</a>.</p>',
        ),
        ("[a@b.org](section:rights)", '<p><a href="#rights">a@b.org<span class="ref"> 6</span></a></p>'),
        ("c@b.org", "<p>c@b.org</p>"),
        ("[x](tel:112)", '<p><a href="tel:112" rel="noopener noreferrer">x</a></p>'),
        (
            "| | A |\n|---|--:|\n| r | 1 |\n| | 2 |",
            '<div class="tw"><table>\n<thead>\n'
            '<tr><th scope="col"></th><th scope="col" class="right">A</th></tr>\n</thead>\n'
            '<tbody>\n<tr><td>r</td><td data-h="A" class="right">1</td></tr>\n'
            '<tr><td></td><td data-h="A" class="right">2</td></tr>\n</tbody>\n</table></div>',
        ),
        (
            "| H | A |\n|---|:-:|\n| r | 1 |",
            '<div class="tw"><table>\n<thead>\n'
            '<tr><th scope="col">H</th><th scope="col" class="center">A</th></tr>\n</thead>\n'
            '<tbody>\n<tr><th scope="row">r</th><td data-h="A" class="center">1</td></tr>\n</tbody>\n</table></div>',
        ),
        ("(a) b\n\n(b) c\n\n(d", '<p class="lb">(a) b</p>\n<p class="lb">(b) c</p>\n<p>(d</p>'),
    ],
)
def test_each_block_has_its_html(body: str, html: str) -> None:
    assert written(body) == html


NL = '<ol class="nl" role="list">'


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("1. a", f'{NL}\n<li><span class="n">(a)</span> a</li>\n</ol>'),
        (
            "1. a\n   1. b\n   2. c",
            f'{NL}\n<li><span class="n">(a)</span> a\n{NL}\n<li><span class="n">(i)</span> b</li>\n'
            '<li><span class="n">(ii)</span> c</li>\n</ol>\n</li>\n</ol>',
        ),
        ("5. a", '<ol class="nl" role="list" start="5">\n<li><span class="n">(e)</span> a</li>\n</ol>'),
        ("1. a\n\n   b", f'{NL}\n<li>\n<p><span class="n">(a)</span> a</p>\n<p>b</p>\n</li>\n</ol>'),
        (
            "1. > a",
            f'{NL}\n<li>\n<span class="n">(a)</span> <blockquote>\n<p>a</p>\n</blockquote>\n</li>\n</ol>',
        ),
        (
            "1. [a](id:rights) b",
            f'{NL}\n<li id="rights"><a class="n" href="#rights">(a)</a> a b</li>\n</ol>',
        ),
        ("- a", "<ul>\n<li>a</li>\n</ul>"),
    ],
)
def test_labels_of_items_are_text(body: str, html: str) -> None:
    assert written(body, lists=("(a)", "(i)")) == html
    section, _ = read_section(f"# T\n\n{body}\n", id="t", file="t.md")
    shown = render_section(section, replace(CONTEXT, lists=("(a)", "(i)")))
    assert html_wording(shown) == wording(section.leaves), "and no words of the policy"
    assert render_key(section, CONTEXT) != render_key(section, replace(CONTEXT, lists=("(a)",))) or body[0] == "-"
