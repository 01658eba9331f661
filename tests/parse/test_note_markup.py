"""Markup in a change note, whose words are shown as they are."""

from __future__ import annotations

import pytest
from inforce.parse.note_markup import check_markup
from inforce.parse.notes import parse_change_note
from inforce.problems import Location

WHERE = Location(file="p/changes/a.md", line=5)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The address is **new**.", ["16 “**new**”"]),
        ("The *address* is __new__.", ["5 “*address*”", "18 “__new__”"]),
        ("See [www.qualifio.com](https://evil.example.net).", ["5 “[www.qualifio.com](https://evil.example.…”"]),
        ("For [7 years](fact:retention.contract).", ["5 “[7 years](fact:retention.contract)”"]),
        ("A <b>bold</b> word", ["3 “<b>”", "10 “</b>”"]),
        ("See <https://example.org>.", ["5 “<https://example.org>”"]),
        ("<!-- not yet", ["1 “<!--”"]),
        ("The `email` field", ["5 “`email`”"]),
        ("For ~~10~~ 7 years", ["5 “~~10~~”"]),
        ("Terms&nbsp;&amp; more", ["6 “&nbsp;”", "12 “&amp;”"]),
        ("One line\\", ["9 “\\”"]),
        ("- one point", ["1 “-”"]),
        ("  * one **point**", ["3 “*”", "9 “**point**”"]),
        ("1. one point", ["1 “1.”"]),
        ("### News", ["1 “###”"]),
        ("> words", ["1 “>”"]),
        ("| a | b |", ["1 “|”"]),
        ("```", ["1 “```”"]),
        ("---", ["1 “---”"]),
    ],
)
def test_is_told_with_its_place(line: str, found: list[str]) -> None:
    told = [*check_markup(line, WHERE)]
    shown = [f"{one.location.column} {one.message.split('see ')[1].split(' as it is')[0]}" for one in told]
    assert shown == found
    assert {(one.code, one.location.file, one.location.line) for one in told} == {("S116", WHERE.file, 5)}
    assert all(one.remedy for one in told)


@pytest.mark.parametrize(
    "line",
    [
        "Plain words, 2 * 3 * 4, and a star*.",
        "See section 4 [as before], (a) and snake_case_words.",
        "R&D, 5 < 6 > 4, AT&T; all",
        "For R&D; also for HR&IT; and Q&As;",
        "12. November is over – and - so on",
        "2027. A year",
        "#1 in the list",
        "-5 degrees",
        "第4節では、変更しました。",
    ],
)
def test_plain_words_are_no_markup(line: str) -> None:
    assert [*check_markup(line, WHERE)] == []


def test_a_note_with_markup_cannot_be_read() -> None:
    note, problems = parse_change_note("# material\n\n## en\n\nIt is **new**.\n", slug="a", file=WHERE.file)
    assert note is None
    assert [(one.code, one.location) for one in problems] == [("S116", Location(file=WHERE.file, line=5, column=7))]
