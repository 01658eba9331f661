"""Links to places of the same text."""

from __future__ import annotations

import pytest

from tests.tidy.mended import Case, check, wrong

CASES = [
    Case(
        rule="anchors",
        before="# A\n\nSee [x](#b-c).\n\n## B & C\n",
        after="# A\n\nSee [x](section:b-c).\n\n## [B & C](id:b-c)\n",
        whole=True,
    ),
    Case(
        rule="anchors",
        before="# A\n\nSee [x](#b-c).\n\n## B & C\n\n## B C\n",
        after="# A\n\nSee [x](section:b-c).\n\n## B & C\n\n## [B C](id:b-c)\n",
    ),
    Case(
        rule="anchors",
        before="# A\n\n[x](#our-cookies)\n\n## Our cookies!\n",
        after="# A\n\n[x](section:our-cookies)\n\n## [Our cookies!](id:our-cookies)\n",
    ),
    Case(
        rule="anchors",
        before="# A\n\n[x](#c)\n\n## Печенье {: #c }\n",
        after="# A\n\n[x](section:c)\n\n## [Печенье](id:c)\n",
    ),
    Case(
        rule="anchors",
        before='# A\n\n[x](#use)\n\n<a id="use"></a>\n\n## Use it\n',
        after="# A\n\n[x](section:use)\n\n\n\n## [Use it](id:use)\n",
    ),
    Case(
        rule="anchors",
        before="# A\n\n[1. Use of data](#_Toc12)\n\n## **1. Use of data**\n",
        after="# A\n\n[1. Use of data](section:use-of-data)\n\n## [**1. Use of data**](id:use-of-data)\n",
    ),
    Case(
        rule="anchors",
        before="# A\n\n[x](#a) [y](#b)\n\n## [B](id:bees)\n",
        after="# A\n\n[x](section:privacy) [y](section:bees)\n\n## [B](id:bees)\n",
    ),
    Case(rule="anchors", before="# A\n\n[x](#rights)\n", after="# A\n\n[x](section:rights)\n"),
    Case(
        rule="anchors",
        before="# A\n\n[Who we are](#CH1)\n\n## 1\\. Who we are\n",
        after="# A\n\n[Who we are](section:who-we-are)\n\n## [1\\. Who we are](id:who-we-are)\n",
    ),
    Case(
        rule="anchors",
        before='# A\n\n[x](#b)\n\n<h3 id="b">Use</h3>\n',
        after="# A\n\n[x](section:use)\n\n## [Use](id:use)\n",
    ),
    Case(
        rule="anchors",
        before='# A\n\n<p>See <a href="#c">x</a>.</p>\n\n<div name="b" id="c">\n\n## Use <a name="d"></a>\n\n</div>\n',
        after="# A\n\nSee [x](section:use).\n\n\n\n## [Use](id:use)\n",
    ),
    Case(
        rule="anchors",
        before='# A\n\n[x](#p) [y](#q) [z](#r)\n\n## Use\n\n<p id="p">One.</p>\n\nTwo <span id="q">three</span>.\n\n'
        '<ul id="r"><li id="s">y</li></ul>\n',
        after="# A\n\n[x](section:use) [y](section:use) [z](section:use)\n\n## [Use](id:use)\n\n"
        "One.\n\nTwo three.\n\n\n\n- y\n",
        whole=True,
    ),
    Case(rule="anchors", before='# A\n\n[x](#p)\n\n## Use\n\n<a name="p"/> One.\n'),
    Case(
        rule="anchors",
        before='# A\n\n<b>Now <a href="#p">x</a></b>\n\n## B\n\n| y |\n| - |\n| <i id="p">z</i> |\n\n## C\n',
        after="# A\n\n**Now [x](section:b)**\n\n## [B](id:b)\n\n| y |\n| - |\n| *z* |\n\n## C\n",
        whole=True,
    ),
    Case(rule="dead-links", before='[x](#p)\n\n<a name="p"/> One.\n', whole=True),
    Case(
        rule="anchors",
        before='# A\n\n[x](#p)\n\n## B\n\n<table><tr><td id="p">y</table>\n\n## C\n',
        after='# A\n\n[x](section:b)\n\n## [B](id:b)\n\n<table><tr><td id="p">y</table>\n\n## C\n',
        whole=True,
    ),
    Case(rule="anchors", before="# A\n\n[x](#gone)\n\n## B\n"),
    Case(rule="anchors", before="# A\n\n[x](#gone)\n\n## B\n", whole=True),
    Case(rule="dead-links", before="# A\n\nSee [x](#gone).\n", after="# A\n\nSee x.\n", whole=True),
    Case(rule="anchors", before="# A\n\n[x](#b-c)\n\n## [B](https://b.org) c\n"),
    Case(rule="dead-links", before="# A\n\nSee [*x*](#gone).\n", after="# A\n\nSee *x*.\n", adopt=True),
    Case(rule="dead-links", before="# A\n\nSee [x](#gone).\n"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.before!r}")
def test_before_and_after(case: Case) -> None:
    check(case)
    assert case.after is None or "<t" in case.after or not wrong(case.after)
