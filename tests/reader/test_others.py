"""Any text of others: nothing is refused, and what a reader of GitHub's page sees is what is read."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

import cmarkgfm
import html5lib
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.model.text import (
    Break,
    CodeBlock,
    Emphasis,
    Inline,
    Leaf,
    Link,
    List,
    ListItem,
    Table,
    depth,
    inlines,
    leaf_links,
    words,
)
from inforce.reader.others import DEEPEST, read_others

from tests.built.building import ROOT
from tests.reader.reading import told
from tests.steps import grown, steps


def read(source: str) -> list[str]:
    return [told(leaf) for leaf in read_others(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # Markdown
        ("# One #\n\ntwo\nlines", ["h1 One", "two lines"]),
        ("One\n===\n\nTwo\n---\ntext", ["h1 One", "h2 Two", "text"]),
        ("- a\n- b\n    - c\n\n  more of b", ["-1 1 a", "-1 2 b", "-1 2 -1 1 c", "-1 2 more of b"]),
        ("3. a\n4. b", ["1.3 3 a", "1.3 4 b"]),
        ("> quoted\n> words\n>\n> > twice", ["> quoted words", "> > twice"]),
        ("| A | B |\n|---|:-:|\n| x | y |", ["table A | B / x | y"]),
        ("```\n<b>x</b>  \n```", ["codeblock '<b>x</b>  '"]),
        ("[ref][r] and [r]\n\n[r]: https://a.b", ["ref and r"]),
        ("Text[^1].\n\n[^1]: Repealed.", ["Text[^1].", "[^1]: Repealed."]),
        ("• a\n• b\nand more\n\n• c", ["-1 1 a", "-1 2 b and more", "-1 1 c"]),
        ("Of these:\n• a\n• b", ["Of these:", "-1 1 a", "-1 2 b"]),
        ("保存\n期間", ["保存期間"]),
        ("**重要。**本", ["**重要。**本"]),
        # HTML, alone and in Markdown
        ("<h2>\nOver\nlines</h2>", ["h2 Over lines"]),
        ("<p>one<p>two <b>bold</b><!-- no -->", ["one", "two bold"]),
        ("<ol start=3><li>x<p>y</p></ol>", ["1.3 3 x", "1.3 3 y"]),
        ("<ul>\n<li>a\n<ul><li>b</ul>\n<li>c</ul>", ["-1 1 a", "-1 1 -1 1 b", "-1 2 c"]),
        ("<table><tr><td>\nx\n</td><td>y<br />z</td></tr></table>", ["table x | y z"]),
        ("<table><tr><td><table><tr><td>in</td></tr></table></td></tr></table>", ["table in"]),
        ("<table><caption>Said</caption><tr><td>x</table>", ["Said", "table x"]),
        ("one<br />two<hr />three", ["one two", "three"]),
        ("<details open><summary>S</summary>x</details>", ["S", "x"]),
        ("<div>\n\n**a**\n\n</div>", ["a"]),
        ("<b><p>one</p><p>two</p></b>", ["one", "two"]),
        ("<dl><dt>Term<dd>Meaning</dl>", ["Term", "Meaning"]),
        ("&lt;b&gt; &eacute;\n\n<pre>a\n  b</pre>", ["<b> é", "codeblock 'a\\n  b'"]),
        ("![a picture](x.png) <img alt=another>", ["a picture another"]),
        # what is no tag is words
        ("a<b and c>d, x < y", ["a<b and c>d, x < y"]),
        ("<EU Representative>\nPlanit, Hamburg", ["<EU Representative> Planit, Hamburg"]),
        ("We ~~never~~, <del>never</del>, <s>never</s> share", ["We ~~never~~, ~~never~~, ~~never~~ share"]),
        # what no reader sees
        ("---\ntitle: x\n---\n# One\n{: #id .cls }\n\ntext {: .x}{% include y %}", ["h1 One", "text"]),
        ("<style>p {}</style><script>x()</script>seen<template>no</template>", ["seen"]),
        ("`{% a %}` and `<!-- b -->`", ["{% a %} and <!-- b -->"]),
        ("\ufeffa\r\nb", ["a b"]),
        ("", []),
        ("<!-- nothing -->", []),
    ],
)
def test_leaves(source: str, expected: list[str]) -> None:
    assert read(source) == expected


def shown(children: tuple[Inline, ...]) -> str:
    """Pieces as text: *emphasis*, **strong**, [words](target), a break as a slash."""
    parts: list[str] = []
    for child in children:
        match child:
            case Break():
                parts.append("/")
            case Emphasis(children=inner, strong=strong):
                parts.append(f"{'**' if strong else '*'}{shown(inner)}{'**' if strong else '*'}")
            case Link(children=inner, target=target):
                parts.append(f"[{shown(inner)}]({target})")
            case _:
                parts.append(words((child,)))
    return "".join(parts)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**bold** and __bold__ <b>bold</b>", "**bold** and **bold** **bold**"),
        ("*it* and _it_ <i>it</i>", "*it* and *it* *it*"),
        ("**bold with *it* inside**", "**bold with *it* inside**"),
        ("情報を**保存**します **حقوقك** هنا", "情報を**保存**します **حقوقك** هنا"),
        ("one\\\ntwo<br>three  \nfour", "one/two/three/four"),
        ("`code *as is*`", "code *as is*"),
        (
            "2 * 3 * 4 snake_case_name [alone] [words][nowhere] **open",
            "2 * 3 * 4 snake_case_name [alone] [words][nowhere] **open",
        ),
        ("[](https://a.example)after <a href='https://b.example'></a>", "after"),
        ("[words](<https://a.example/b c> 'A title')", "[words](https://a.example/b c)"),
        ("[us](TEL:+3221234567)", "[us](TEL:+3221234567)"),
        ("[words](../page.md)", "[words](other:../page.md)"),
        ("[words](javascript:x)", "[words](other:javascript:x)"),
        ("[a [b] c](https://a.example)", "[a [b] c](https://a.example)"),
        (
            "<https://a.example> <c@d.example>",
            "[https://a.example](https://a.example) [c@d.example](mailto:c@d.example)",
        ),
        ('<a href="https://a.example/?b&amp;c">words</a>', "[words](https://a.example/?b&c)"),
        ("<a name=x>words</a>", "words"),
        (r"\*not it\* \[not a link\](x)", "*not it* [not a link](x)"),
        ("<span> a </span>\n <em> b </em>", "a *b*"),
    ],
)
def test_words_and_how_they_are_set(source: str, expected: str) -> None:
    (leaf,) = read_others(source)
    (children,) = inlines(leaf)
    assert shown(children) == expected


def test_a_link_round_paragraphs_is_a_link_in_each() -> None:
    leaves = read_others('<a href="https://a.example"><p>one</p><p>two</p></a>')
    assert [str(link.target) for leaf in leaves for link in leaf_links(leaf)] == ["https://a.example"] * 2


def test_a_cell_knows_its_lines_and_items() -> None:
    (table,) = read_others("<table><tr><td>x<p>y</p><ul><li>z</ul></td></tr></table>")
    assert isinstance(table, Table)
    (cell,) = table.rows[0]
    assert shown(cell.children) == "x/y/z"
    assert cell.items == (2,)


# ---- another reading of the same


_PIECES = st.sampled_from([
    "a", "we keep", "10", "保存", "é", " ", "\n", "\n\n", "  \n", "# ", "- ", "1. ", "> ", "    ",
    "\n\n| a | b |\n|---|---|\n", "*b*", "**c**", "_d_", "`e *f*`", '[g](https://h.ij "k")', "<https://l.mn>",
    "***", "_", "~~o~~", "\\*", "&amp;", "&lt;b&gt;", "<b>", "</b>", "<p>", "</p>", "<ul>", "<li>", "</ul>", "<br />",
    "<table><tr><td>", "</td></tr></table>", "<h2>", "</h2>", "<!-- p -->", "<div>", "</div>", "\n```\n", "</a>",
    "<a href='q'>", "[", "]", "(", ")", "<", ">",
])  # fmt: skip
TEXTS = st.lists(_PIECES, max_size=14).map("".join)


def letters(text: str) -> str:
    """Words without white space. (Two readings may part words otherwise round an element.)"""
    return "".join(text.split())


def of_leaves(leaves: tuple[Leaf, ...]) -> str:
    return letters(
        "".join(
            leaf.text if isinstance(leaf, CodeBlock) else "".join(words(children) for children in inlines(leaf))
            for leaf in leaves
        )
    )


def independent(source: str) -> str:
    """The words of the page that GitHub's program and another parser of HTML make, pictures by their words."""
    html = cmarkgfm.cmark.markdown_to_html_with_extensions(source, Options.CMARK_OPT_UNSAFE, ["table"])
    root = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    parts: list[str] = []
    for element in root.iter():
        seen = isinstance(element.tag, str)  # a comment has none
        parts += [element.text or "" if seen else "", element.get("alt", "") if element.tag == "img" else ""]
        parts.append(element.tail or "")
    return letters("".join(sorted(parts)))


@settings(deadline=None)
@given(TEXTS)
def test_another_reading_finds_the_same_words(source: str) -> None:
    """Whatever their order: a browser sets words that stand in a table, and in no cell, before it."""
    assert Counter(of_leaves(read_others(source))) == Counter(independent(source))


REAL = [
    path
    for pattern in ("policy_src/*/*/*.md", "docs/**/*.md", "README.md", "tests/seed/*.txt")
    for base in (ROOT, ROOT / "examples")
    for path in sorted(base.glob(pattern))
]


@pytest.mark.parametrize("path", REAL, ids=lambda path: Path(path.relative_to(ROOT)))
def test_no_markup_is_among_the_words_of_real_texts(path: Path) -> None:
    """But for signs of bullets that are typed, and what makers of sites write, which GitHub shows."""
    source = path.read_text("utf-8").replace("•", "-")
    if "{" not in source:
        assert Counter(of_leaves(read_others(source))) == Counter(independent(source))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", [("a", 1), ("b", 2)]),
        ("<ul>s<li>a</li>t</ul>", [("s", 0), ("a", 1), ("t", 1)]),
        ("<ol><ul>s</ul></ol>", [("s", 0)]),
        ("<ul><li>a<ol>s<li>b</li></ol></li></ul>", [("a", 1), ("s", 1), ("b", 2)]),
    ],
)
def test_what_stands_in_a_list_and_in_no_item_belongs_to_the_one_before(
    html: str, expected: list[tuple[str, int]]
) -> None:
    leaves = read_others(html)
    assert [(of_leaves((leaf,)), depth(leaf.path)) for leaf in leaves] == expected
    for leaf in leaves:
        kinds = [type(step) for step in leaf.path]
        assert all(kinds[at + 1] is ListItem for at, kind in enumerate(kinds) if kind is List)


def test_nothing_struck_out_leaves_no_sign() -> None:
    assert of_leaves(read_others("<del> </del>a <s></s>")) == "a"


# ---- hostile texts


@pytest.mark.parametrize(
    "opening",
    ["<!-- ", "{% ", "<script>", "{: ", "{#a ", "~~~\n", "` `` ", "[", "![", "[a](", "<![CDATA[", "<a ", "> ", "- "],
)
def test_what_is_never_closed_takes_no_time(opening: str) -> None:
    few, many = (steps(partial(read_others, opening * n)) for n in (300, 900))
    assert not grown(few, many, 3)


@pytest.mark.parametrize("source", ["[" * 400 + "a" + "]" * 400, "<!-- x " * 400, "![" * 400, "*" * 401 + "a"])
def test_hostile_nesting_is_words(source: str) -> None:
    assert of_leaves(read_others(f"a {source}")) == letters(f"a {source}")


_BOLD = "".join(f"<b id={n}>" for n in range(150))


@pytest.mark.parametrize(
    "hostile", ["<div>" * 300, f"{_BOLD}{'<p>x' * 2000}", f"<p>{_BOLD}</p>{'<i>x</i><div>y</div>' * 999}"]
)
def test_html_that_a_browser_would_take_for_ever_for_is_shown_as_it_is_typed(hostile: str) -> None:
    """By the rules of HTML its tree is of square size, or made in square time."""
    assert of_leaves(read_others(f"a {hostile} **b**")) == letters(f"a {hostile} b")


def test_deep_lists_are_read_without_recursion() -> None:
    html = "<ul><li>" * 90 + "a"
    (leaf,) = read_others(html)
    assert len(leaf.path) == 180
    assert len(read_others("> " * (DEEPEST * 3) + "a")) <= 1


def test_a_table_of_one_wide_row_and_many_short_ones_is_read_cell_by_cell() -> None:
    """As wide as the widest it would have cells in square number; no word of it is lost."""
    lines = ["|" + " wide |" * 300, "|" + "---|" * 300, *("| short |" for _ in range(300))]
    leaves = read_others("\n".join(lines))
    assert not any(isinstance(leaf, Table) for leaf in leaves)
    assert of_leaves(leaves).replace("|", "") == "wide" * 300 + "short" * 300
