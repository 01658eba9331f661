"""Mends of links."""

from __future__ import annotations

import pytest
from inforce.tidy.links import better_target, links
from inforce.tidy.options import Options
from inforce.tidy.page import Page

from tests.tidy.mended import Case, check

CASES = [
    Case(
        rule="targets",
        before="# A\n\n[x](http://a.org/b) <http://c.org> `http://d.org`\n",
        after="# A\n\n[x](https://a.org/b) [http://c.org](https://c.org) `http://d.org`\n",
    ),
    Case(
        rule="targets",
        before='# A\n\n[x](me@a.org) [y](www.a.org/z "T") [z](<https://a.org/b c>)\n',
        after='# A\n\n[x](mailto:me@a.org) [y](https://www.a.org/z "T") [z](<https://a.org/b%20c>)\n',
    ),
    Case(rule="targets", before="# A\n\n[x](/terms)\n", after="# A\n\n[x](https://example.org/terms)\n"),
    Case(rule="targets", before="# A\n\n[x](javascript:a) [y](fact:A.b)\n"),
    Case(
        rule="section-files",
        before='# A\n\n[x](rights.md "T") [y](./cookies.md)\n',
        after='# A\n\n[x](section:rights "T") [y](section:cookies)\n',
    ),
    Case(rule="section-files", before="# A\n\n[x](../fr/rights.md) [y](rights.md#z) [z](terms.md)\n", address=""),
    Case(
        rule="named-links",
        before='# A\n\n[x](/terms "T") <a href="../terms.md">y</a> [z][1]\n\n[1]: /terms?a&amp;b\n',
        after='# A\n\n[x](link:terms-2dda5c "T") [y](link:terms-0bda0e) [z](link:terms-a-b-b9468e)\n',
        address="",
    ),
    Case(rule="named-links", before="# A\n\n[x](/terms)\n"),
    Case(
        rule="named-links",
        before="# A\n\n[x](../fr/rights.md) [y](rights.md#z) [z](#z) [b](javascript:a)\n",
        address="",
    ),
    Case(rule="empty-links", before="# A\n\n[](https://a.org)One.\n", after="# A\n\nOne.\n"),
    Case(
        rule="definitions",
        before='# A\n\n[One][1], [two][] and [Two]; [three].\n\n[1]: https://a.org "T"\n[two]: <https://b.org>\n',
        after='# A\n\n[One](https://a.org "T"), [two](https://b.org) and [Two](https://b.org); [three].\n',
    ),
    Case(rule="definitions", before="# A\n\nOne[^1].\n\n[^1]: A note.\n"),
    Case(rule="definitions", before="# A\n\n```\n[1]: https://a.org\n```\n"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.before!r}")
def test_before_and_after(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("href", "better"),
    [
        ("HTTPS://a.org/", "https://a.org/"),
        ("https://a.org?x=1", "https://a.org/?x=1"),
        ("//a.org/x", "https://a.org/x"),
        ("mailto:a@b.org?subject=x [y]", "mailto:a@b.org?subject=x%20%5By%5D"),
        ("mailto: a @b.org", "mailto:a@b.org"),
        ("mailto:a b@c.org", None),
        ("mailto:a@b.org?subject=x&body=y z", None),
        ("mailto:a@b.org?subject=x y#z", None),
        ("tel:+32 2 274 48 00", "tel:+32-2-274-48-00"),
        ("tel:+32 (0)2 274 48 00", None),
        ("https://a.org/", None),
        ("https://no%20host/", None),
        ("terms.md", None),
        ("#x", None),
    ],
)
def test_a_better_target(href: str, better: str | None) -> None:
    assert better_target(href, Options()) == better


@pytest.mark.parametrize("href", ["https//a.org", "http/a.org", "/www.a.org", "a.org/x", "ttps//a.org"])
def test_a_slip_is_no_place_below_the_address(href: str) -> None:
    assert better_target(href, Options(address="https://example.org/")) is None


def test_the_place_of_a_target() -> None:
    text = '# A\n\nx [a *b*](https://a.org/(c) "T") y\n'
    (link,) = links(Page(text))
    begin, end = link.target
    assert link.block.words.text[begin:end] == "https://a.org/(c)"
    assert link.block.words.text[link.start : link.end] == '[a *b*](https://a.org/(c) "T")'
