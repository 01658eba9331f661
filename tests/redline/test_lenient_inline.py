"""Inline Markdown of anyone's hand: what is whole markup is read, all else is plain words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.model.text import Break, Emphasis, Inline, Link, Text, links, words
from inforce.redline.lenient_inline import inlines

NAMED = {"list": "https://a.example/list", "liste": "https://a.example/liste"}


def told(children: tuple[Inline, ...]) -> str:
    """Pieces as text: *emphasis*, **strong**, [words](target), a break as a slash."""
    parts: list[str] = []
    for child in children:
        match child:
            case Break():
                parts.append("/")
            case Emphasis(children=inner, strong=strong):
                parts.append(f"{'**' if strong else '*'}{told(inner)}{'**' if strong else '*'}")
            case Link(children=inner, target=target):
                parts.append(f"[{told(inner)}]({target})")
            case Text(text=text):
                parts.append(text)
    return "".join(parts)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain", "plain"),
        ("**bold** and __bold__", "**bold** and **bold**"),
        ("*it* and _it_", "*it* and *it*"),
        ("`over\nlines` *over\nlines*", "over lines *over lines*"),
        ("[](https://a.example)after", "after"),
        ("**bold with *it* inside**", "**bold with *it* inside**"),
        ("~~struck~~ `code *as is*`", "~~struck~~ code *as is*"),
        ("``a ` tick``", "a ` tick"),
        ("**حقوقك** هنا", "**حقوقك** هنا"),
        ("情報を**保存**します", "情報を**保存**します"),
        ("เรา**เก็บ**ข้อมูล", "เรา**เก็บ**ข้อมูล"),
        ("one\\\ntwo", "one/two"),
        ("one  \ntwo", "one/two"),
    ],
)
def test_markup_that_is_whole(source: str, expected: str) -> None:
    assert told(inlines(source, {})) == expected


@pytest.mark.parametrize(
    "source",
    ["**open", "2 * 3 * 4", "snake_case_name", "[alone]", "[words][nowhere]", "a ` tick", "(x)", "~~open", "a ** b"],
)
def test_markup_that_is_not_whole_is_plain_words(source: str) -> None:
    found = inlines(source, {})
    assert (words(found), list(links(found))) == (source, [])
    assert not any(isinstance(child, Emphasis) for child in found)


@pytest.mark.parametrize(
    ("source", "text", "target", "scheme"),
    [
        ("[words](https://a.example/b_c)", "words", "https://a.example/b_c", "https"),
        ("[words](<https://a.example/b c> 'A title')", "words", "https://a.example/b c", "https"),
        ("[words](https://a.example/(b))", "words", "https://a.example/(b)", "https"),
        ("[us](mailto:a@b.example)", "us", "mailto:a@b.example", "mailto"),
        ("[us](TEL:+3221234567)", "us", "TEL:+3221234567", "tel"),
        ("[words](../page.md)", "words", "other:../page.md", "other"),
        ("[words](http://a.example)", "words", "other:http://a.example", "other"),
        ("[words][list]", "words", "https://a.example/list", "https"),
        ("[words][LIST]", "words", "https://a.example/list", "https"),
        ("[Liste]", "Liste", "https://a.example/liste", "https"),
        ("[liste][]", "liste", "https://a.example/liste", "https"),
        ("[情報](https://a.example)", "情報", "https://a.example", "https"),
        ("[بياناتك](https://a.example)", "بياناتك", "https://a.example", "https"),
        ("[a [b] c](https://a.example)", "a [b] c", "https://a.example", "https"),
    ],
)
def test_links(source: str, text: str, target: str, scheme: str) -> None:
    (link,) = links(inlines(source, NAMED))
    assert (words(link.children), str(link.target), link.target.scheme) == (text, target, scheme)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\*not it\* \[not a link\](x)", "*not it* [not a link](x)"),
        (r"\&amp; stays", "&amp; stays"),
        ("&amp; &lt; &eacute;", "& < é"),
        ("`&amp;`", "&amp;"),
        ("<https://a.example> <mailto:a@b.example> <c@d.example>", "https://a.example a@b.example c@d.example"),
        ("![a picture](x.png)", "a picture"),
        ("![](x.png)after", "after"),
        ("[](https://a.example)after", "after"),
        ("a\n  line", "a line"),
        ("保存\n期間", "保存期間"),
        ("保存\nperiod", "保存 period"),
        ("\ue000stray\ue001", "stray"),
    ],
)
def test_the_words_that_a_reader_sees(source: str, expected: str) -> None:
    assert words(inlines(source, {})) == expected


@given(st.text(alphabet="ab é保ไع.,;:!?()\"'"))
def test_text_without_markup_comes_back_whole(text: str) -> None:
    assert words(inlines(text, {})) == text.strip()


@settings(deadline=None)
@given(st.text(alphabet="abé保ไع *_`[]()<>~!\\", max_size=60))
def test_no_letter_is_lost_and_none_is_made(text: str) -> None:
    """Whatever the markup, the letters outside of addresses stand in their order."""
    said = words(inlines(text, {}))
    left = iter(text)
    assert all(letter in left for letter in said if letter.isalpha())


def test_hostile_nesting_is_plain_words() -> None:
    source = "[" * 400 + "a" + "]" * 400
    assert words(inlines(source, {})) == source
