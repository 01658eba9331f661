"""Characters that no text needs, in any language."""

from __future__ import annotations

import pytest
from inforce.parse.controls import check_controls
from inforce.problems import Location

HERE = Location(file="a.yml", line=4)


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("a\x00b", "X302", "U+0000"),
        ("a\x1fb", "X302", "U+001F"),
        ("a\rb", "X302", "U+000D"),
        ("a\x7fb", "X302", "U+007F"),
        ("a\x9fb", "X302", "U+009F"),
        ("a\ud800b", "X302", "U+D800"),
        ("a\u202ab", "X303", "U+202A"),
        ("a\u202eb\x00", "X303", "U+202E"),
    ],
)
def test_the_first_one_is_named(text: str, code: str, named: str) -> None:
    (problem,) = check_controls(text, HERE)
    assert (problem.code, problem.location) == (code, HERE)
    assert named in problem.message


@pytest.mark.parametrize("text", ["", "a\tb\nc", "é ü ß", "العربية\u200f", "日本語", "a\u00a0b", "\u2029", "\u202f"])
def test_what_texts_need_passes(text: str) -> None:
    assert check_controls(text, HERE) == ()
