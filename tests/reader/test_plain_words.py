"""Words that are shown as they are typed hold no markup; what a preview shows as it is typed is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.reader.plain_words import markup_in


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The address is **new**.", "“**new**.”"),
        ("The *address* is __new__.", "“*address* is __new__.”"),
        ("See [www.qualifio.com](https://evil.example.net).", "“[www.qualifio.com](https://evil.example.…”"),
        ("For [7 years](fact:retention.contract).", "“[7 years](fact:retention.contract).”"),
        ("A <b>bold</b> word", "“<b>bold</b> word”"),
        ("See <https://example.org>.", "“<https://example.org>.”"),
        ("<!-- not yet", "“<!-- not yet”"),
        ("The `email` field", "“`email` field”"),
        ("For ~~10~~ 7 years", "“~~10~~ 7 years”"),
        ("Terms&nbsp;&amp; more", "“&nbsp;&amp; more”"),
        ("A \\* star", "“\\* star”"),
        ("- one point", "“- one point”"),
        ("  * one **point**", "“* one **point**”"),
        ("1. one point", "“1. one point”"),
        ("12. November", "“12. November”"),
        ("### News", "“### News”"),
        ("> words", "“> words”"),
        ("```", "“```”"),
        ("---", "“---”"),
        ("[a]: https://b.example", "“[a]: https://b.example”"),
    ],
)
def test_markup_is_told_with_what_to_do(line: str, found: str) -> None:
    told = markup_in(line)
    assert told is not None
    assert told.found == found
    assert told.cure.endswith(".")


@pytest.mark.parametrize(
    "line",
    [
        "Plain words, 2 * 3 * 4, and a star*.",
        "See section 4 [as before], (a) and snake_case_words.",
        "R&D, 5 < 6 > 4, AT&T; all",
        "For R&D; also for HR&IT; and Q&As;",
        "2027, a year",
        "#1 in the list",
        "-5 degrees",
        "| a | b |",
        "One line\\",
        "    set in",
        "第4節では、変更しました。",
    ],
)
def test_what_a_preview_shows_as_it_is_typed_is_words(line: str) -> None:
    assert markup_in(line) is None


@given(st.text(alphabet="ab *_`[]()<>&;#-+.1~\\|!", max_size=40))
def test_any_line_is_words_or_has_its_cure(line: str) -> None:
    told = markup_in(line)
    assert told is None or (told.found and told.cure)
