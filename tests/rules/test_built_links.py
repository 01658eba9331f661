"""Links and letters of the handbook's pages that deceive. (As MkDocs builds them: tests/engines/test_pages.py.)"""

from __future__ import annotations

import pytest
from inforce.rules.built_links import check_links, marked_words

OWN = "https://legal.example.org/"


def codes(content: str) -> list[str]:
    return [one.code for one in check_links(content, own=OWN, language="en")]


LIES = {
    "another domain": ('<a href="https://evil.example">www.qualifio.com</a>', "L303"),
    "in other words": ('<a href="https://evil.example">Read <b>qualifio.com</b> now</a>', "L303"),
    "in two parts": ('qualifio<a href="https://evil.example">.com</a>', "L303"),
    "another address to write to": ('<a href="mailto:evil@example.net">privacy@qualifio.com</a>', "L303"),
    "another one of the same host": ('<a href="mailto:sales@qualifio.com">privacy@qualifio.com</a>', "L303"),
    "another number": ('<a href="tel:+32470000000">+32 2 744 48 00</a>', "L303"),
    "a page of ours": ('<a href="/en/privacy/">https://www.qualifio.com/</a>', "L303"),
    "a page of ours as an address to write to": ('<a href="../x/">privacy@qualifio.com</a>', "L303"),
    "in a title": ('<a href="https://evil.example" title="www.qualifio.com">words</a>', "L303"),
    "in a label": ('<a href="https://evil.example" aria-label="www.qualifio.com">words</a>', "L303"),
    "in a picture": ('<a href="https://evil.example"><img src="x.png" alt="www.qualifio.com"></a>', "L303"),
    "as code": ('<a href="https://evil.example"><code>www.qualifio.com</code></a>', "L303"),
    "over two blocks": ('<a href="https://evil.example"><div>x</div><div>www.qualifio.com</div></a>', "L303"),
    "with references": ('<a href="https&#58;//evil.example">www&#46;qualifio.com</a>', "L303"),
    "behind a backslash": ('<a href="/\\evil.example">a</a>', "H109"),
    "without a scheme": ('<a href="//evil.example">a</a>', "H109"),
    "a user in the address": ('<a href="https://www.qualifio.com@evil.example/">a</a>', "H109"),
    "a lookalike": ('<a href="https://www.xn--pple-43d.com">a</a>', "X305"),
    "a lookalike in letters": ('<a href="https://www.\u0430pple.com">a</a>', "X305"),
    "a lookalike to write to": ('<a href="mailto:a@xn--pple-43d.com">a</a>', "X305"),
    "letters of another script": ("<p>Qualifi\u043e keeps data</p>", "X305"),
    "the same by references": ("<p>Qualifi&#1086; keeps data</p>", "X305"),
    "beside a picture of nothing": (
        '<a href="https://evil.example">qualifio<img src="x.png" alt=" and so on ">.com</a>',
        "L303",
    ),
    "in struck words": ('<a href="https://evil.example">www.quali<del></del>fio.com</a>', "L303"),
    "backwards": ('<a href="https://evil.example"><bdo dir="rtl">moc.oifilauq.www</bdo></a>', "H109"),
    "in a direction of its own": ('<a href="https://evil.example"><span dir="auto">com</span>.x</a>', "H109"),
    "in parts that stand apart": ('<a href="https://evil.example"><bdi>com</bdi>.<bdi>qualifio</bdi></a>', "H109"),
    "over what a film says": ('<a href="https://evil.example">qualifio<audio>x</audio>.com</a>', "H109"),
    "over letters above": ('<a href="https://evil.example"><ruby>qualifio<rt>.com</rt></ruby></a>', "H109"),
    "in cells": ('<a href="https://evil.example"><table><tr><td>qualifio</td><td>.com</td></tr></table></a>', "H109"),
    "over a part that floats": ('<a href="https://evil.example">q<span style="float:left">x</span>.com</a>', "H109"),
    "over a part that is not shown": ('<a href="https://evil.example">q<b class="Headerlink">x</b>.com</a>', "H109"),
    "in a block after another": ('<a href="https://evil.example"><p>x</p><p dir="auto">y</p></a>', "H109"),
    "turned words": ("<p>a &#x202e;b</p>", "X303"),
    "hidden characters": ("<p>a&#8203;b</p>", "X302"),
}


@pytest.mark.parametrize("name", LIES)
def test_what_deceives(name: str) -> None:
    content, expected = LIES[name]
    assert codes(content)[:1] == [expected]


@pytest.mark.parametrize(
    "content",
    [
        '<a href="https://www.qualifio.com/privacy">qualifio.com</a>',
        '<a href="https://qualifio.com">www.qualifio.com</a>',
        '<a href="mailto:privacy@qualifio.com">privacy@qualifio.com</a>',
        '<a href="tel:+3227444800">+32 2 744 48 00</a>',
        '<a href="/en/privacy/">https://legal.example.org/en/privacy/</a>',
        '<a href="editing.md">site.yml</a>, <a href="#x">inforce.sh</a>, <a href="x/">Node.js</a>',
        '<a href="https://evil.example">words</a> beside <code>www.qualifio.com</code>',
        '<a href="https://evil.example">words</a></li><li>www.qualifio.com',
        "<pre><code>Qualifi\u043e</code></pre>",
        "<p>Ελληνικά και English, naïve — “quoted” … 日本語 ✓ → ↩︎ 👩‍💻</p>",
        '<a id="x">www.qualifio.com</a>',
        '<a href="https://www.qualifio.com"><img src="x.png" alt="The mark of "> Qualifio</a>',
        '<a class="card" href="x/"><h3>A</h3><p>B <code class="highlight"><span class="n">x</span></code></p></a>',
        '<bdi dir="auto">words</bdi> <a href="x/" dir="auto">words</a>',
        '<a href="https://docs.python.org/3/">Python 3.11.2</a>',
    ],
)  # fmt: skip
def test_what_does_not(content: str) -> None:
    assert codes(content) == []


def test_a_long_page_takes_no_longer_than_its_length() -> None:
    many = '<p><a href="https://evil.example">words</a> and words, www.example.org</p>' * 2000
    assert codes(many) == []


MARKED = {
    "words": ('<p>for <i data-fact="a.b">10 years</i>.</p>', ["a.b: 10 years"]),
    "two in a passage": ('<p><i data-fact="a.b">1</i> <i data-fact="a.c">2</i></p>', ["a.b: 1", "a.c: 2"]),
    "with elements in it": ('<i data-fact="a.b">10 <i>full</i> <b>years</b></i> x', ["a.b: 10 full years"]),
    "with a break": ('<i data-fact="a.b">10<br>years</i> x', ["a.b: 10\nyears"]),
    "as a link": ('<a href="https://example.org" data-fact="a.b">10 years</a> x', ["a.b: 10 years"]),
    "in code": ('<code>ä <i data-fact="a.b">fünf</i></code>', ["a.b: fünf"]),
    "of no words": ('x <i data-fact="a.b"></i> y', ["a.b: "]),
    "over two blocks": ('<div data-fact="a.b">10 <p>years</p></div>', ["a.b: 10 ", "a.b: years"]),
    "within one another": ('<i data-fact="a.b">10 <i data-fact="a.c">years</i></i>', ["a.b: 10 years"]),
    "with a picture": ('<i data-fact="a.b"><img src="x.png" alt="10 years"></i>', ["a.b: \u25a2"]),
    "nothing": ("<p>10 years</p>", []),
}


@pytest.mark.parametrize(("content", "expected"), MARKED.values(), ids=MARKED)
def test_words_that_are_said_to_state_a_fact_are_found(content: str, expected: list[str]) -> None:
    found = [f"{mark.path}: {text[mark.start : mark.end]}" for text, marks in marked_words(content) for mark in marks]
    assert found == expected
