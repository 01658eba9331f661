"""Mends of single signs."""

from __future__ import annotations

import pytest
from inforce.tidy.page import Page
from inforce.tidy.signs import hidden_characters

from tests.tidy.mended import TOLD, Case, check

CASES = [
    Case(rule="tabs", before="# A\n\n-\tx\ty\n\n\tz\n", after="# A\n\n- x y\n\n    z\n"),
    Case(rule="blank-lines", before="# A\n\u00a0\nx\n\u00a0\ny\n", after="# A\n\nx\n\ny\n"),
    Case(rule="hidden", before="# A\n\n\u200bOne\ufeff two\u200d.\n", after="# A\n\nOne two.\n"),
    Case(rule="hidden", before="# A\n\nنمی\u200cخواهم\n", language="fa"),
    Case(rule="hidden", before="# A\n\n\u202eOne\n"),
    Case(
        rule="entities",
        before="# A\n\n&eacute;&nbsp;&amp; &lt;b&gt; &#42; &amp;eacute; [x](https://a.org/?b&amp;c)\n",
        after="# A\n\né\u00a0& \\<b\\> \\* \\&eacute; [x](https://a.org/?b&amp;c)\n",
    ),
    Case(rule="entities", before="# A&shy;b\n", after="# Ab\n"),
    Case(
        rule="entities",
        before="# A&#x20;\n\n&#32;b&#32;c &#x20;d&#x20;\n\n- e&#x20;\n",
        after="# A\n\nb c d\n\n- e\n",
    ),
    Case(rule="entities", before="# A\n\n`&eacute;` and R&D; and Q&A\n"),
    Case(rule="stars", before="# A\n\n**重要。**本\n", after="# A\n\n**重要**。本\n"),
    Case(rule="stars", before="# A\n\n本**「重要」**本\n", after="# A\n\n本「**重要**」本\n"),
    Case(rule="stars", before="# A\n\n**bold **text\n", after="# A\n\n**bold** text\n"),
    Case(rule="stars", before="# A\n\n**One****.** Two.\n", after="# A\n\n**One.** Two.\n"),
    Case(rule="stars", before="# A\n\n*See below. It stays.\n", after="# A\n\n\\*See below. It stays.\n"),
    Case(rule="stars", before="# A\n\nwp_* and on *.example.org\n", after="# A\n\nwp_\\* and on \\*.example.org\n"),
    Case(rule="stars", before="# A\n\n**one *two\n"),
    Case(rule="stars", before="# A\n\n" + "**a " * 30 + "\n"),
    Case(rule="stars", before="# A\n\n" + "**a **b " * 10 + "\n", after="# A\n\n" + "**a** b " * 10 + "\n"),
    Case(rule="stars", before="# A\n\n" + "wp_* " * 30 + "\n", after="# A\n\n" + "wp_\\* " * 30 + "\n"),
    Case(rule="stars", before="# A\n\n5 ** 3 ** 2\n"),
    Case(rule="stars", before="# A\n\nx\n    * y\n    * z\n"),
    Case(rule="stars", before="# A\n\nx\n    * y\n"),
    Case(rule="stars", before="# A\n\n`*` and 2 \\* 3\n"),
    Case(rule="emoji", before="# A\n\n![✔](https://x.org/a.svg) yes\n", after="# A\n\n✔ yes\n"),
    Case(rule="emoji", before="# A\n\n![logo](https://x.org/a.svg) yes\n"),
    Case(
        rule="brackets",
        before="# A\n\nme [at] example [dot] org […]\n",
        after="# A\n\nme \\[at\\] example \\[dot\\] org \\[…\\]\n",
    ),
    Case(rule="brackets", before="# A\n\n[COMPANY NAME] and [at](https://x.org)\n"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.before!r}")
def test_before_and_after(case: Case) -> None:
    check(case)


def test_a_mark_of_direction_goes_where_nobody_writes_from_the_right() -> None:
    assert len(list(hidden_characters(Page("# A\u200f\n", "en"), TOLD))) == 1
    assert not list(hidden_characters(Page("# A\u200f\n", "ar"), TOLD))
