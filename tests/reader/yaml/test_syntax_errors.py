"""A YAML file that cannot be read: where the slip is, what it is, and the line that puts it right."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from inforce.reader.yaml import document as reading
from inforce.reader.yaml.document import read_yaml
from inforce.reader.yaml.syntax_errors import explain

SLIPS = {
    "a tab for a step in": ("a:\n\tb: 1\n", "2:1", "there is a tab", "Write spaces"),
    "a tab on a later line": ("a:\n  b: 1\n\tc: 2\n", "3:1", "there is a tab", "Write spaces"),
    "a tab after the colon": ("a:\t- x\n", "1:3", "there is a tab", "Write spaces"),
    "a colon in bracketed words": ("a: {en: x: y}\n", "1:10", "between `{` and `}`", "double quotes"),
    "a colon in words": ("a: see: that\n", "1:4", "the words hold a colon", '`"see: that"`'),
    "no space after the colon": ("a:\n  keep:10 years\n  b: 1\n", "2:8", "a space is missing", "`keep: 10 years`"),
    "the same on the last line": ("a:\n  b: 1\n  keep:10 years\n", "3:8", "a space is missing", "`keep: 10 years`"),
    "a no-break space after the colon": (
        "a:\n  keep:\u00a010 years\n  b: 1\n",
        "2:8",
        "U+00A0 NO-BREAK",
        "a plain space",
    ),
    "a wide space after the colon": ("a:\u3000b\nc: d\n", "1:3", "U+3000 IDEOGRAPHIC", "a plain space"),
    "a no-break space before the name": ("a:\n  b: 1\n \u00a0c: 2\n", "3:2", "U+00A0 NO-BREAK", "a plain space"),
    "a no-break space after the sign": ("a:\n  - x\n  -\u00a0y\n", "3:4", "U+00A0 NO-BREAK", "a plain space"),
    "a list where an entry is due": ("a: 1\n- b: 2\n", "2:1", "a list begins here", "Take `- ` out"),
    "a first line set in": ("  a: 1\nb: 2\n", "2:1", "further to the left than the first", "the same column"),
    "between two columns": ("a:\n  b: 1\n c: 2\n", "3:2", "begins with 1 space", "with no space or 2 spaces, as the"),
    "one space too many": ("a:\n  b: 1\n   c: 2\n", "3:4", "begins with 3 spaces", "Begin it with 2 spaces."),
    "one space too few": ("a:\n    b: 1\n   c: 2\n", "3:4", "begins with 3 spaces", "Begin it with 4 spaces."),
    "an open bracket": ("a: [x, y\nb: 1\n", "1:4", "no `]` closes it", "Write `]`"),
    "an open brace": ("a: {en: x, fr: y\nb: 1\n", "1:4", "no `}` closes it", "Write `}`"),
    "an open bracket at the end": ("a: [\n", "1:4", "no `]` closes it", "Write `]`"),
    "an open quotation mark": ('a: "x\nb: 1\n', "1:4", "a quotation mark opens", "Close it"),
    "an apostrophe between single quotes": ("a: 'it's'\n", "1:8", "words follow a quotation mark", "double quotes"),
    "words after a quotation": ('a: "x" y\n', "1:8", "words follow a quotation mark", "double quotes"),
    "a sign that begins no words": ("a: @x\n", "1:4", "begin with “@”", "double quotes"),
    "a backslash": ('a: "C:\\data"\n', "1:7", "a backslash", "single quotes"),
    "a list without its sign": ("a:\n  - x\n  y: 1\n", "3:3", "stands in a list", "Begin it with `- `"),
    "words without a name": ("hello\nb: 1\n", "1:1", "“hello” is no entry", "a name, a colon"),
    "a star": ("a: *\n", "1:4", "begin with `&` or `*`", "double quotes"),
}


@pytest.mark.parametrize("loader", ["libyaml", "plain Python"])
@pytest.mark.parametrize("slip", SLIPS)
def test_the_slip_is_found_and_its_cure(slip: str, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if loader == "plain Python":
        monkeypatch.setattr(reading, "_LOADER", yaml.SafeLoader)
    text, place, message, cure = SLIPS[slip]
    document, (problem,) = read_yaml(text, "a.yml")
    assert document is None
    assert problem.code == "Y101"
    line, column = place.split(":")
    assert problem.location.line == int(line)
    if loader == "libyaml":
        assert problem.location.column == int(column)
    assert message in problem.message
    assert cure in problem.remedy


def test_a_name_after_a_space_that_is_none_is_told() -> None:
    document, (problem,) = read_yaml("a:\n  b: 1\n\u2003c: 2\n", "a.yml")
    assert document is not None
    assert (problem.code, problem.location.line) == ("Y104", 3)
    assert "U+2003 EM SPACE" in problem.message


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.sampled_from(["a: 1", "b:", "- x", "# n", "", "d: [1, 2]", "- f: 2", "words"])),
        min_size=2,
        max_size=6,
    )
)
def test_no_message_contradicts_the_line_that_it_tells_of(rows: list[tuple[int, str]]) -> None:
    text = "".join(f"{' ' * step}{words}\n" for step, words in rows)
    for problem in read_yaml(text, "a.yml")[1]:
        if told := re.search(r"begins with (no space|1 space|[0-9]+ spaces)", problem.message):
            assert problem.location.line is not None
            step, _ = rows[problem.location.line - 1]
            assert told[1] == {0: "no space", 1: "1 space"}.get(step, f"{step} spaces")
            assert told[1] not in problem.remedy


def test_what_it_does_not_know_is_told_in_the_readers_words() -> None:
    assert "block scalar" not in str(read_yaml("a: |x\n", "a.yml")[1][0])
    nowhere = explain(yaml.MarkedYAMLError(problem="something"), "")
    assert nowhere == (1, 1, "something", "Look at its first lines.")


PRINTED = {
    "a: “b c”\n": ("b c", "1:4"),
    "a: «\u00a0b\u00a0»\n": ("b", "1:4"),
    "a: „b“\n": ("b", "1:4"),
    "a: ‘b’\n": ("b", "1:4"),
}


@pytest.mark.parametrize("text", PRINTED)
def test_quotation_marks_of_print_are_told_once_and_left_out(text: str) -> None:
    document, (problem,) = read_yaml(text, "a.yml")
    words, place = PRINTED[text]
    assert document is not None
    assert document.data == {"a": words}
    assert (problem.code, str(problem.location)) == ("Y104", f"a.yml:{place}")
    assert f'Write "{words}"' in problem.remedy


@pytest.mark.parametrize("text", ["a: '“b”'\n", 'a: "“b”"\n', "a: “b” and “c”\n", "a: ’t is\n", "a: it’s\n", "a: ’\n"])
def test_quotation_marks_that_belong_to_the_words_stay(text: str) -> None:
    document, problems = read_yaml(text, "a.yml")
    assert problems == ()
    assert document is not None
    assert "’" in document.data["a"] or "“" in document.data["a"]


def test_a_name_between_quotation_marks_of_print_is_known_all_the_same() -> None:
    document, (problem,) = read_yaml("“a”: b\n", "a.yml")
    assert document is not None
    assert document.data == {"a": "b"}
    assert problem.location.column == 1
