"""Mends of the outline: the first heading, the levels, and what site generators leave."""

from __future__ import annotations

import pytest
from inforce.tidy.outline import name_of_attribute, without_attribute
from inforce.tidy.page import Page

from tests.tidy.mended import Case, check

CASES = [
    Case(rule="last-line", before="# A\n\nx\n\n\n", after="# A\n\nx\n"),
    Case(rule="last-line", before="# A\n\n```\nx\n\n\n"),
    Case(rule="last-line", before="\n\n"),
    Case(rule="front-matter", before="---\ntitle: 'A b'\ntags:\n  - x\n---\n\nOne.\n", after="# A b\n\nOne.\n"),
    Case(rule="front-matter", before="---\ntitle: A\n---\n# B\n", after="# B\n"),
    Case(rule="front-matter", before='+++\ntitle = "A b"\n[menu]\n+++\nx\n', after="# A b\n\nx\n"),
    Case(rule="front-matter", before="---\ntitle: A b\n---\n#### A b:\n", after="# A b:\n"),
    Case(rule="front-matter", before="---\nlayout: x\n---\nB\n==\n", after="# B\n"),
    Case(rule="front-matter", before="---\ntitle: A b\n---\n## A b\n\n## C\n", after="# A b\n\n## C\n"),
    Case(rule="front-matter", before="---\ntitle: A b\n---\n## A b\n\n# C\n", after="## A b\n\n# C\n"),
    Case(rule="front-matter", before="---\ntitle: >-\n  A\n  b\nx: y\n---\n\nOne.\n", after="# A b\n\nOne.\n"),
    Case(rule="front-matter", before="---\ntitle: Caf&eacute;s\n---\nOne.\n", after="# Cafés\n\nOne.\n"),
    Case(rule="front-matter", before="---\ntitle: A [b\nx: [\n---\nOne.\n", after="# A [b\n\nOne.\n"),
    Case(
        rule="front-matter",
        before='---\ntitle: B\n---\n<div class="x">\n\n# A\n\nOne.\n\n</div>\n',
        after="# A\n\nOne.\n",
    ),
    Case(
        rule="front-matter",
        before="---\ntitle: A&shy;b\n---\n<div>\n <h2>A&shy;b</h2>\n</div>\n\nOne.\n",
        after="# A\u00adb\n\nOne.\n",
    ),
    Case(rule="front-matter", before="---\ntitle: A\n---\n<h2>B</h2>\n\nOne.\n", after="# A\n\n## B\n\nOne.\n"),
    Case(rule="front-matter", before="---\n\nOne sentence. Two.\n\n---\n"),
    Case(rule="first-line", before="\n\n# A\n\nx\n", after="# A\n\nx\n"),
    Case(rule="missing-title", before="One.\n", after="# A b\n\nOne.\n", title="A b"),
    Case(rule="missing-title", before="One.\n"),
    Case(rule="missing-title", before="## A\n\nOne.\n", title="A b"),
    Case(rule="levels", before="# A\n\n### B\n\n##### C\n\n### D\n", after="# A\n\n## B\n\n### C\n\n## D\n"),
    Case(rule="levels", before="## A\n\n### B\n", after="# A\n\n## B\n"),
    Case(rule="levels", before="## A\n\n## B\n"),
    Case(rule="levels", before="# A\n\n# B\n"),
    Case(rule="levels", before="# A\n\n# B\n\n## C\n", after="# A\n\n## B\n\n### C\n", adopt=True),
    Case(rule="levels", before="### A\n\n### B\n\n# C\n", after="# A\n\n## B\n\n## C\n", adopt=True),
    Case(rule="attributes", before='# A\n\n## B {: #b }\n\n*x*\n{: datetime="2021" }\n', after="# A\n\n## B\n\n*x*\n"),
    Case(rule="attributes", before="# A\n\nThe sign {x} and {: } stay.\n"),
    Case(rule="attributes", before="# {: #id }\n"),
    Case(rule="attributes", before="# A\n\n{.env}\n\nWords { }\n"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.before!r}")
def test_before_and_after(case: Case) -> None:
    check(case)


def test_the_name_that_an_attribute_gives() -> None:
    (heading,) = Page("# A b {: #a-b .wide }\n").headings()
    assert name_of_attribute(heading) == "a-b"
    assert without_attribute(heading.words.text) == "A b"
