"""Characters that no text needs, in any language."""

from __future__ import annotations

import pytest
from inforce.problems import Location
from inforce.reader.characters.words import check_controls

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
        ("a\u200bb", "X302", "U+200B"),
        ("a\u2028b", "X302", "U+2028"),
        ("a\ufeffb", "X302", "U+FEFF"),
        ("a\U000e0041b", "X302", "U+E0041"),
        ("a\u202ab", "X303", "U+202A"),
        ("a\u2067b", "X303", "U+2067"),
        ("a\u2067\u2068b\u2069", "X303", "U+2067"),
        ("\u2067b\u2069\u2069", "X303", "U+2069"),
        ("a\u202eb\x00", "X303", "U+202E"),
    ],
)
def test_the_first_one_is_named(text: str, code: str, named: str) -> None:
    (problem,) = check_controls(text, HERE)
    assert (problem.code, problem.location) == (code, HERE)
    assert named in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\tb\nc",
        "é ü ß",
        "العربية\u200f",
        "日本語",
        "\u2067+32\u2069 \u2066a\u2069",
        "ก\u200bข",
        "می\u200cخ",
        "a\u00a0b",
        "\u2027",
        "\u202f",
    ],
)
def test_what_texts_need_passes(text: str) -> None:
    assert check_controls(text, HERE) == ()
