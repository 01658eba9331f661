"""Mends of blocks: each before and after, and what looks like them and stays."""

from __future__ import annotations

import pytest
from inforce.tidy.layout import lines_across
from inforce.tidy.page import Edit, Page

from tests.tidy.mended import TOLD, Case, check

CASES = [
    Case(rule="lines-across", before="# A\n\nOne.\n\n* * *\n\nTwo.\n", after="# A\n\nOne.\n\nTwo.\n"),
    Case(rule="lines-across", before="# A\n\n- x\n\n  ---\n\n  y\n", after="# A\n\n- x\n\n  y\n"),
    Case(rule="lines-across", before="# A\n\n```\n---\n```\n"),
    Case(rule="underlined", before="A\n===\n\nOne\n---\n\nTwo.\n", after="# A\n\n## One\n\nTwo.\n"),
    Case(rule="underlined", before="# A\n\nOne\ntwo\n---\n", after="# A\n\n## One two\n"),
    Case(rule="underlined", before="# A\n\nOne  \ntwo\n---\n"),
    Case(rule="unspaced-headings", before="# A\n\n###其他\n\nx\n", after="# A\n\n## 其他\n\nx\n"),
    Case(rule="unspaced-headings", before="# A\n\n#hashtag\n"),
    Case(rule="closing-signs", before="# A #\n\n## B ##\n", after="# A\n\n## B\n"),
    Case(rule="closing-signs", before="# A C#\n"),
    Case(rule="empty-headings", before="# A\n\n#\n\nx\n", after="# A\n\nx\n"),
    Case(
        rule="headings-in-items",
        before="# A\n\n- x\n\n  ### B *c*\n  d\n",
        after="# A\n\n- x\n\n  **B *c***\n\n  d\n",
    ),
    Case(rule="headings-in-items", before="# A\n\n> ## **B**\n", after="# A\n\n> **B**\n"),
    Case(rule="headings-in-items", before="# A\n\n1. B\n   ---\n\n   c\n", after="# A\n\n1. **B**\n\n   c\n"),
    Case(rule="numbers", before="# A\n\n1. x\n1. y\n1. z\n", after="# A\n\n1. x\n2. y\n3. z\n"),
    Case(
        rule="numbers",
        before="# A\n\n" + "".join("1. x\n" for _ in range(9)) + "1. y\n\n   - z\n",
        after="# A\n\n" + "".join(f"{n}. x\n" for n in range(1, 10)) + "10. y\n\n    - z\n",
    ),
    Case(rule="numbers", before="# A\n\n3. x\n4. y\n"),
    Case(rule="empty-items", before="# A\n\n- x\n-\n- y\n", after="# A\n\n- x\n\n- y\n"),
    Case(rule="empty-items", before="# A\n\n1. x\n2.\n3. y\n"),
    Case(rule="one-line-items", before="# A\n\n- - x\n- y\n", after="# A\n\n- x\n- y\n"),
    Case(rule="bullets", before="# A\n\nOne:\n• x\n• y\n", after="# A\n\nOne:\n- x\n- y\n"),
    Case(rule="bullets", before="# A\n\n•\u00a0x  \n•\u00a0y\n", after="# A\n\n- x\n- y\n"),
    Case(rule="bullets", before="# A\n\n- • x\n", after="# A\n\n- x\n"),
    Case(rule="bullets", before="# A\n\n&nbsp;&nbsp;• x\n&nbsp;&nbsp;• y\n", after="# A\n\n  - x\n  - y\n"),
    Case(rule="bullets", before="# A\n\n• x\n\u00a0\u00a0• y\n", after="# A\n\n- x\n  - y\n"),
    Case(rule="bullets", before="# A\n\n- \u00a0• x\n", after="# A\n\n- x\n"),
    Case(rule="bullets", before="# A\n\nx • y\n"),
    *(
        Case(rule="far-items", before=f"# A\n\nx:\n    {one} y\n    {two} z\n", after=f"# A\n\nx:\n{one} y\n{two} z\n")
        for one, two in ("**", "--", "++", ("1.", "2."))
    ),
    Case(
        rule="far-items",
        before="# A\n\n> - x:\n>       * y\n>         w\n>           * v\n>       * z\n",
        after="# A\n\n> - x:\n>   * y\n>     w\n>       * v\n>   * z\n",
    ),
    Case(rule="far-items", before="# A\n\nx\n    * y\n    * z\n"),
    Case(rule="far-items", before="# A\n\nx:\n    * y\n"),
    Case(rule="far-items", before="# A\n\nx:\n    2. y\n    3. z\n"),
    Case(
        rule="cell-items",
        before="# A\n\n| a | b |\n| --- | --- |\n| x<br>* y | • z<br>• w |\n",
        after="# A\n\n| a | b |\n| --- | --- |\n| x<br>- y | - z<br>- w |\n",
    ),
    Case(rule="cell-items", before="# A\n\n| a |\n| --- |\n| wordpress_* |\n"),
    Case(
        rule="short-rows",
        before="# A\n\n| a | b | c |\n| - | - | - |\n| x |\n| y | z\n",
        after="# A\n\n| a | b | c |\n| - | - | - |\n| x | | |\n| y | z | |\n",
    ),
    Case(rule="short-rows", before="# A\n\n| a | b |\n| - | - |\n| x\ny\nz | w |\n"),
    Case(
        rule="long-rows",
        before="# A\n\n| a | b |\n| - | - |\n| x | y | |  |\nz | w ||\n",
        after="# A\n\n| a | b |\n| - | - |\n| x | y |\nz | w |\n",
    ),
    Case(rule="long-rows", before="# A\n\n| a | b |\n| - | - |\n| x | y | z |\n"),
    Case(
        rule="dates",
        before="# A\n\n1. März 2021\ngilt.\n\n> 30. June 2020 it ends.\n",
        after="# A\n\n1\\. März 2021\ngilt.\n\n> 30\\. June 2020 it ends.\n",
        language="de",
    ),
    Case(rule="dates", before="# A\n\n5. May we do so?\n"),
    Case(rule="dates", before="# A\n\n5. May 2020\n\n   More.\n"),
    Case(rule="dates", before="# A\n\n5. May 2020\n6. June 2020\n"),
    Case(rule="dates", before="# A\n\n32. May 2020\n"),
    Case(rule="dates", before="# A\n\n1. ```\n   x\n   ```\n"),
    Case(rule="dates", before="# A\n\n1. > x\n"),
    Case(rule="dates", before="# A\n\n1.\n"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.before!r}")
def test_before_and_after(case: Case) -> None:
    check(case)


def test_a_rule_names_the_very_place() -> None:
    assert list(lines_across(Page("# A\n\n---\n"), TOLD)) == [Edit(start=5, end=8, text="")]
