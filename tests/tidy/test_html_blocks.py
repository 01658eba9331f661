"""HTML as Markdown, and what is not sure."""

from __future__ import annotations

import pytest
from inforce.tidy.html_blocks import Unsure, as_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One<p>two", "One\n\ntwo"),
        ("<h3>One <em>two</em></h3>", "### One *two*"),
        ("<p>a * b [c] &lt;d&gt; &amp;amp; _e_ f_g</p>", "a \\* b \\[c\\] \\<d> \\&amp; \\_e\\_ f_g"),
        ("<p>x <code>_ga</code></p><p>y<code> a&lt;*|\\ </code>z</p>", "x `_ga`\n\ny `a<*|\\` z"),
        ("<ul><li><code>__utma</code></li></ul>", "- `__utma`"),
        ("<p># a</p><p>- b</p>", "\\# a\n\n\\- b"),
        ('<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>c|d</td><td><p>e</p><ul><li>f</li><li>g</li></ul></td></tr></table>",
            "| a | b |\n| --- | --- |\n| c\\|d | e<br>- f<br>- g |",
        ),
        ('<p><a href="https://a.org/b (c)">d</a></p>', "[d](https://a.org/b%20%28c%29)"),
    ],
)
def test_plain_html(html: str, markdown: str) -> None:
    assert as_markdown(html) == markdown


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</div>",
        "<img src=x>",
        "<p>m<sup>2</sup></p>",
        '<ol type="a"><li>x</li></ol>',
        "<table><tr><td>no head</td></tr></table>",
        '<table><tr><th>a</th><th>b</th></tr><tr><td colspan="2">c</td></tr></table>',
        "<div>open",
        "<p><code>a`b</code></p>",
        "<p><code>a<b>c</b></code></p>",
        "<details><summary>a</summary>b</details>",
    ],
)
def test_what_is_not_sure_stays(html: str) -> None:
    with pytest.raises(Unsure):
        as_markdown(html)
