"""Plain HTML as a tree."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.reader.html.plain_tree import Node, read_tree


def shown(node: Node) -> str:
    """A tree as `name(child child)`."""
    below = " ".join(map(shown, node.children))
    return f"{node.name}({below})" if below else node.name


@pytest.mark.parametrize(
    ("html", "expected", "closed"),
    [
        ("", "", True),
        ("words", "", True),
        ("<p>a<br>b<b>c</b></p><p>d</p>", "(p(br b) p)", True),
        ("<p><b>a</p>c", "(p(b))", False),
        ("<p>a</b></p>", "(p)", False),
        ("<p>a", "(p)", False),
        ("</p>", "", False),
    ],
)
def test_what_stands_in_what(html: str, expected: str, closed: bool) -> None:
    root = read_tree(html)
    assert root is not None
    assert (shown(root), root.closed) == (expected, closed)


def test_what_is_not_plain_is_no_tree() -> None:
    assert read_tree("<p><?x?>") is None


def test_a_node_tells_what_readers_see() -> None:
    root = read_tree('<div><p CLASS="A&#98; c" id="x" id="y">1 &lt; <b>2</b> 3</p></div>')
    assert root is not None
    node = root.children[0].children[0]
    assert node.attributes == {"class": "Ab c", "id": "x"}
    assert node.classes == ["ab", "c"]
    assert (node.text, node.all_text()) == ("1 <  3", "1 <  32")
    assert [one.name for one in node.children[0].ancestors()] == ["p", "div"]


PIECES = st.sampled_from(["<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<br>", "<ul><li>", "</li></ul>", "x "])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_where_all_is_closed_and_no_paragraph_holds_more_than_words_browsers_see_the_same(html: str) -> None:
    root = read_tree(html)
    assert root is not None
    holding = [node for node in root.descendants() if node.name in ("p", "b")]
    if not root.closed or any(one.name in ("div", "p", "ul") for node in holding for one in node.descendants()):
        return
    body = html5lib.HTMLParser(namespaceHTMLElements=False).parse(f"<body>{html}").find("body")
    names = [node.tag for node in body.iter() if isinstance(node.tag, str)][1:]
    assert names == [node.name for node in root.descendants()]


@pytest.mark.parametrize("html", ["<b>" * 40_000 + "</i>" * 40_000, "<b><p>" * 20_000 + "</b>" * 20_000])
def test_long_pages_end(html: str) -> None:
    assert read_tree(html) is not None
