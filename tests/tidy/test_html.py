"""Tags among words, and blocks of HTML."""

from __future__ import annotations

import pytest

from tests.tidy.mended import Case, check, wrong

CASES = [
    Case(rule="tags", before="# A\n\n<code>wp_*</code> <code>a > b</code>\n", after="# A\n\n`wp_*` `a > b`\n"),
    Case(rule="tags", before="# A\n\n<code>*a*</code>\n"),
    Case(rule="comments", before="# A\n\n<!-- x -->\n\nOne <!-- y -->two.\n", after="# A\n\nOne two.\n"),
    Case(rule="comments", before="# A\n\n`<!-- x -->`\n"),
    Case(rule="breaks", before="# A\n\nOne<br>two<br/>\nthree<br />\n", after="# A\n\nOne\\\ntwo\\\nthree\n"),
    Case(rule="breaks", before="# A\n\n- One<br>\n  two\n", after="# A\n\n- One\\\n  two\n"),
    Case(rule="breaks", before="# A<br>B\n", after="# A B\n"),
    Case(rule="breaks", before="# A\n\n| a |\n| --- |\n| x<br>y |\n"),
    Case(rule="double-breaks", before="# A\n\n- One<br><br>two\n", after="# A\n\n- One\n\n  two\n"),
    Case(rule="breaks", before="# A\n\nx\n\n\\\n<br>\n", after="# A\n\nx\n"),
    Case(
        rule="cell-blocks",
        before="# A\n\n| a | b |\n| - | - |\n| <p>x</p> <p>y</p><p><br></p> | <ul><li>One</li></ul> |\n"
        "| a<ul><li>b</li><li>c \\| d</li></ul>e<ul><li>f</li></ul> | <div>a</div> |\n",
        after="# A\n\n| a | b |\n| - | - |\n| x<br>y | One |\n| a<br>- b<br>- c \\| d<br>e<br>- f | a |\n",
    ),
    Case(rule="cell-blocks", before="# A\n\n| a |\n| - |\n| <ul><li>x<ul><li>y</li></ul></li></ul> |\n"),
    Case(rule="cell-blocks", before="# A\n\n| a |\n| - |\n| <ol><li>x</li></ol> |\n"),
    Case(rule="cell-blocks", before="# A\n\n| a |\n| - |\n| x<br>y |\n"),
    Case(
        rule="tags",
        before='# <span class="x">A</span>\n\n<b>One </b>two <i>x</i> <code>y</code> <a href="https://a.org">z</a>\n',
        after="# A\n\n**One** two *x* `y` [z](https://a.org)\n",
    ),
    Case(rule="tags", before="# A\n\nThe <Data Officer> and <EU>\n", after="# A\n\nThe \\<Data Officer> and \\<EU>\n"),
    Case(rule="tags", before="# A\n\n[x](https://a.org)</p>\n", after="# A\n\n[x](https://a.org)\n"),
    Case(rule="tags", before="# A\n\nx</content> y\n", after="# A\n\nx y\n"),
    Case(rule="html-blocks", before="# A\n\nx\n\n</body>\n</html>\n", after="# A\n\nx\n"),
    Case(rule="tags", before="# A\n\n<company>x</company> y\n", after="# A\n\n\\<company>x\\</company> y\n"),
    Case(rule="tags", before="# A\n\nx <company>\n", after="# A\n\nx \\<company>\n"),
    Case(rule="tags", before="# A\n\n1<sup>st</sup> <b>open\n"),
    Case(
        rule="html-blocks",
        before="# A\n\n<p>One <b>two</b><br>3. x</p>\n<ul>\n<li>y\n<li>z <ol><li>w</li></ol></li>\n</ul>\n",
        after="# A\n\nOne **two**\\\n3\\. x\n\n- y\n- z\n  1. w\n",
    ),
    Case(rule="html-blocks", before="# A\n\n<div align=center>\n\nOne.\n\n</div>\n", after="# A\n\nOne.\n"),
    Case(rule="html-blocks", before="# A\n\n<div><script>x</script></div>\n"),
    Case(rule="html-blocks", before="# A\n\n<ul><li>open\n"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.before!r}")
def test_before_and_after(case: Case) -> None:
    check(case)
    assert case.after is None or not wrong(case.after)
