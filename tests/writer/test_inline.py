"""Links, facts and references in both directions of reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inforce.model.text import Target
from inforce.writer import RenderContext
from inforce.writer.addresses import KnownAddresses
from inforce.writer.inline import label, write_link, write_number

CONTEXT = RenderContext(
    language="en",
    numbers={"a": "6.", "b": "3.2(b)"},
    links={"shop": "https://shop.example/?a=1&b=2"},
    unknown={"u": "not known"},
    addresses=KnownAddresses(by_fact={"phone": "tel:+322"}),
)
NOTE = '<span class="unk-note" data-note="not known"></span>'
REL = 'rel="noopener noreferrer"'
CASES = [
    ("fact", "known", "+32 2", "+32 2", '<bdi dir="ltr">+32 2</bdi>'),
    ("fact", "known", "10 <em>years</em>", "10 <em>years</em>", "10 <em>years</em>"),
    ("fact", "known", "عشر", "عشر", "عشر"),
    (
        "fact",
        "u",
        "x",
        f'<span class="f unk" data-fact="u">x</span>{NOTE}',
        f'<span class="f unk" data-fact="u" dir="ltr">x</span>{NOTE}',
    ),
    (
        "fact",
        "phone",
        "+32 2",
        f'<a class="w" href="tel:+322" {REL}>+32 2</a>',
        f'<a class="w" href="tel:+322" {REL} dir="ltr">+32 2</a>',
    ),
    ("section", "c", "see", '<a href="#c">see</a>', '<a href="#c" dir="ltr">see</a>'),
    (
        "section",
        "a",
        "see",
        '<a href="#a">see<span class="ref"> 6</span></a>',
        '<a href="#a">see<span class="ref"> 6</span></a>',
    ),
    (
        "section",
        "b",
        "see",
        '<a href="#b">see<span class="ref"> 3.2(b)</span></a>',
        '<a href="#b">see<span class="ref"> <bdi dir="ltr">3.2(b)</bdi></span></a>',
    ),
    (
        "link",
        "shop",
        "it",
        f'<a href="https://shop.example/?a=1&amp;b=2" {REL}>it</a>',
        f'<a href="https://shop.example/?a=1&amp;b=2" {REL} dir="ltr">it</a>',
    ),
    ("link", "nowhere", "it", "it", "it"),
    ("tel", "tel:112", "112", f'<a href="tel:112" {REL}>112</a>', f'<a href="tel:112" {REL} dir="ltr">112</a>'),
    ("id", "x", "it", "it", "it"),
]


@pytest.mark.parametrize(("scheme", "value", "words", "left", "right"), CASES)
def test_what_is_in_another_script_keeps_its_order(scheme: str, value: str, words: str, left: str, right: str) -> None:
    target = Target(scheme=scheme, value=value)
    assert write_link(target, words, CONTEXT) == left
    assert write_link(target, words, replace(CONTEXT, rightward=True)) == right


@pytest.mark.parametrize(("scheme", "value", "words", "left", "right"), CASES)
def test_without_links_nothing_leads_anywhere(scheme: str, value: str, words: str, left: str, right: str) -> None:
    assert "<a" not in write_link(Target(scheme=scheme, value=value), words, replace(CONTEXT, linked=False))


def test_a_number_leads_to_its_place_where_that_is_an_anchor() -> None:
    assert write_number("a", CONTEXT) == '<a class="n" href="#a">6.</a> '
    assert write_number("a", replace(CONTEXT, linked=False)) == '<span class="n">6.</span> '
    assert write_number("unnumbered", CONTEXT) == ""
    assert label("<1>", None) == '<span class="n">&lt;1&gt;</span>'
