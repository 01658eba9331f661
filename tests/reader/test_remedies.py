"""What a message proposes in the place of HTML and of half-written links."""

from __future__ import annotations

import pytest
from inforce.reader.remedies import WHOLE, remedy_for_half_link, remedy_for_html


@pytest.mark.parametrize(
    ("tag", "cure"),
    [
        ("<b>", "Write `**words**`; for a plain angle bracket write `\\<`."),
        ('<A href="x">', "Write `[words](https://example.org)`; for a plain angle bracket write `\\<`."),
        ("</li>", "Write `- words` for each item; for a plain angle bracket write `\\<`."),
        ("<br/>", "End the line with a backslash; for a plain angle bracket write `\\<`."),
        ("<o:p>", "Remove it; for a plain angle bracket write `\\<`."),
        ("<!-- x", "Remove it; for a plain angle bracket write `\\<`."),
        ("<javascript:alert(1)>", "Remove it; for a plain angle bracket write `\\<`."),
    ],
)
def test_in_the_place_of_html(tag: str, cure: str) -> None:
    assert remedy_for_html([tag]) == cure


def test_each_kind_of_tag_has_its_own_cure() -> None:
    assert remedy_for_html(["<br>", "<b>", "</b>", '<span class="x">', "<strong>"]) == (
        "`<br>`: end the line with a backslash; `<b>`: write `**words**`; remove the rest; "
        "for a plain angle bracket write `\\<`."
    )
    assert remedy_for_html(["<b>", "</b>"]) == remedy_for_html(["<b>"])


@pytest.mark.parametrize(
    ("words", "after", "cure"),
    [
        ("[^1]", "", "Footnotes are not supported: put their words into the sentence."),
        ("[10 years]", " (fact:retention.contract)", "Take out the space between `]` and `(`."),
        ("[our office]", " (in Brussels)", WHOLE),
        ("[our office]", "", WHOLE),
        (
            "[10 years]",
            "(fact:a.b c)",
            "Take out the space in the target: the words after it are no part of an address.",
        ),
    ],
)
def test_a_link_that_is_not_whole(words: str, after: str, cure: str) -> None:
    assert remedy_for_half_link(words, after) == cure
