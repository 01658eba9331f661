"""HTML that every browser reads alike is read; where it is not so plain, reading ends."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.reader.html.plain_html import Element, NotPlain, read_elements


def named(html: str) -> list[str]:
    """The names of the elements in it, and `?` where it is not plain."""
    return ["?" if isinstance(one, NotPlain) else one.name for one in read_elements(html)]


PLAIN = {
    "nothing": ("", []),
    "words": ("1 < 2 && 3 > 2 <3 < p>", []),
    "a page": ("<!DOCTYPE html>\n<html><head><title>A</title></head><body><p>B</p></body></html>",
               ["html", "head", "title", "body", "p"]),
    "tags without a space at their end": ("<br/><hr /><p\n>x</p\n>", ["br", "hr", "p"]),
    "comments": ("<!-- a --><!----><!-- a - b <p> don't --><!----- a -- b ----><i>", ["i"]),
    "a title with tags": ("<title><b></title><i>", ["title", "i"]),
    "a script with tags": ("<script>if (a<b) '<p>'</script><i>", ["script", "i"]),
    "a style": ("<style>a > b { }</STYLE ><i>", ["style", "i"]),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), PLAIN.values(), ids=PLAIN)
def test_what_is_plain_is_read(html: str, expected: list[str]) -> None:
    assert named(html) == expected


def test_attributes_are_kept_as_they_are_written() -> None:
    html = """<A HREF="a?b=1&amp;c" Title='"x"' hidden width=10% data-x = "<b>" href=b>"""
    (found,) = read_elements(html)
    assert found == Element(
        "a",
        (
            ("href", "a?b=1&amp;c"),
            ("title", '"x"'),
            ("hidden", ""),
            ("width", "10%"),
            ("data-x", "<b>"),
            ("href", "b"),
        ),
    )


def test_the_text_of_a_script_belongs_to_it() -> None:
    assert list(read_elements("<script>a</script>")) == [Element("script", (), "a")]


NOT_PLAIN = [
    "<p",
    "<p ",
    '<p class="a',
    '<p class="a"id="b">',
    "<p/class=a>",
    "<p class=>",
    "<p =a>",
    "<p class=a'b>",
    "<p \xa0onclick=x>",
    "<p\x0bid=x>",
    "<a:b>",
    "</p",
    "</p x>",
    "</ p>",
    "<!-->",
    "<!--->",
    "<!-- a",
    "<!-- <!-- a -->",
    "<!-- a --!>",
    "<!x>",
    "<![CDATA[ a ]]>",
    "<?a?>",
    "<script>",
    "<script>a",
    "<script><!-- <script> </script>",
    "<title>a",
    "<textarea>",
    "a\0b",
    "<p\0>",
    "<p ſ=a>",
]


@pytest.mark.parametrize("html", NOT_PLAIN)
def test_what_browsers_mend_is_not_plain(html: str) -> None:
    assert named(html)[-1] == "?"


PIECES = st.sampled_from(
    [
        "<",
        ">",
        "/",
        "=",
        '"',
        "'",
        " ",
        "\n",
        "\t",
        "a",
        "b",
        "p",
        "x=y",
        "<p>",
        "</p>",
        "<b",
        "<img src=x>",
        "<br/>",
        "<!--",
        "-->",
        "--",
        "-",
        "!",
        "?",
        "<!",
        "<?",
        "]]>",
        "<![CDATA[",
        "<title>",
        "</title>",
        "<script>",
        "</script>",
        "<textarea>",
        "</textarea>",
        "<style>",
        "</style>",
        "onclick=",
        "&lt;",
        "&quot;",
        "&#60;script>",
        "`",
        "\x0b",
        "\xa0",
        "\f",
        "\r",
        "<i class='a'>",
        '<i title="<b>">',
        "<table>",
        "<td>",
        "<select>",
        "<option>",
        "</body>",
        "<body id=x>",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_reader_of_html_sees_an_element_or_attribute_that_we_did_not(html: str) -> None:
    """Whatever is plain to its end, a parser that mends by the rules of HTML finds no more in.

    (But for `select` and `noscript`, in which text is not always text; a page of words holds neither.)
    """
    found = list(read_elements(html))
    if any(isinstance(one, NotPlain) for one in found):
        return
    ours: set[tuple[str, str | None]] = {(name, None) for name in IMPLIED}
    for one in found:
        assert isinstance(one, Element)
        ours.add((one.name, None))
        ours |= {(one.name, name) for name, _ in one.attributes}
    seen: set[tuple[str, str | None]] = set()
    for node in html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False).iter():
        if isinstance(node.tag, str):
            seen.add((node.tag, None))
            seen |= {(node.tag, name) for name in node.attrib}
    assert seen <= ours


IMPLIED = ("html", "head", "body", "tbody", "tr", "colgroup", "p", "br")
"""What HTML puts in by itself: none of it acts."""
LONG = {
    "attributes": "<p " + "a " * 50_000,
    "a value that goes on": '<p a="' + "x" * 100_000,
    "spaces": "<p" + " " * 100_000 + "<",
    "comments": "<!--" * 25_000,
    "dashes": "<!--" + "-" * 100_000,
    "angles": "<" * 100_000,
    "scripts": "<script>" * 12_000,
    "names": "<" + "a" * 100_000,
}


@pytest.mark.parametrize("html", LONG.values(), ids=LONG)
def test_long_input_ends(html: str) -> None:
    assert len(named(html)) <= 2
