"""Inline pieces: what words, stars, brackets and escapes are read as, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.text import Emphasis, Inline, Link, Text, words
from inforce.parse.findings import Findings
from inforce.parse.inline import PUNCTUATION, Line, parse_inline


def lines(source: str) -> list[Line]:
    return [(text, number, 1) for number, text in enumerate(source.split("\n"), start=1)]


def read(source: str) -> tuple[str, list[str]]:
    """The pieces as `repr`-like text, and the codes of what is wrong."""
    findings = Findings("a.md")
    pieces = parse_inline(lines(source), findings)
    return shown(pieces), [f"{each.code}:{each.location.line}:{each.location.column}" for each in findings.problems()]


def shown(pieces: tuple[Inline, ...]) -> str:
    parts = []
    for piece in pieces:
        match piece:
            case Text(text=text):
                parts.append(text)
            case Emphasis(children=inner, strong=strong):
                parts.append(("S(" if strong else "E(") + shown(inner) + ")")
            case Link(children=inner, target=target):
                parts.append(f"L({shown(inner)}→{target})")
            case _:
                parts.append("¶")
    return "".join(parts)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain", "plain"),
        ("snake_case_name", "snake_case_name"),
        ("**a**b", "S(a)b"),
        ("***a***", "E(S(a))"),
        ("*a **b***", "E(a S(b))"),
        ("[a **b**](tel:112)", "L(a S(b)→tel:112)"),
        ("**[a](tel:112)**", "S(L(a→tel:112))"),
        ("[a](https://example.org/x_(y))", "L(a→https://example.org/x_(y))"),
        ("\\[a\\](b)", "[a](b)"),
        ("a\\*b \\\\", "a*b \\"),
        ("a\nb", "a b"),
        ("a  \nb", "a¶b"),
        ("a\\\nb", "a¶b"),
        ("日本\n語", "日本語"),
        ("日本\nen", "日本 en"),
        ("**日本**\n語", "S(日本)語"),
        ("3 < 5 & 6 > 2", "3 < 5 & 6 > 2"),
        ("R&D; Q&A; M&A;", "R&D; Q&A; M&A;"),
        ("a ~ b", "a ~ b"),
    ],
)
def test_what_is_read(source: str, expected: str) -> None:
    assert read(source) == (expected, [])


@pytest.mark.parametrize(
    ("source", "problems"),
    [
        ("a * b", ["M121:1:3"]),
        ("**a", ["M121:1:1"]),
        ("a\n*b", ["M121:2:1"]),
        ("****a****", ["M121:1:1", "M121:1:6"]),
        ("[a](tel:112", ["M117:1:1"]),
        ("[a [b](tel:112)](tel:112)", ["M118:1:4"]),
        ("[](tel:112)", ["M127:1:1"]),
        ("a <b>", ["X301:1:3"]),
        ("&amp;", ["M120:1:1"]),
        ("a \\z", ["M122:1:3"]),
        ("ends \\", ["M122:1:6"]),
        ("[a](javascript:alert)", ["X304:1:5"]),
    ],
)
def test_what_is_refused(source: str, problems: list[str]) -> None:
    assert read(source)[1] == problems


def test_pieces_know_their_place() -> None:
    first, link, last = parse_inline([("ab [cd](tel:112)", 7, 5), ("ef", 8, 3)], Findings("a.md"))
    assert [(piece.at.line, piece.at.column) for piece in (first, link, last)] == [(7, 5), (7, 8), (7, 21)]
    assert isinstance(link, Link)
    assert (link.children[0].at.line, link.children[0].at.column) == (7, 9)


@given(st.text("ab *[]()\\`~<&!\n日_:", max_size=40))
def test_any_input_is_read_and_loses_no_letter(source: str) -> None:
    """Letters stay, in order, or it is said what is wrong and on which line."""
    findings = Findings("a.md")
    pieces = parse_inline(lines(source), findings)
    if not findings and "](" not in source:
        assert [char for char in words(pieces) if char in "ab日"] == [char for char in source if char in "ab日"]
    for problem in findings.problems():
        assert problem.location.line is not None
        assert 1 <= problem.location.line <= source.count("\n") + 1


@given(st.text("ab 日" + PUNCTUATION, min_size=1, max_size=30).map(lambda text: text.strip(" ")))
def test_words_with_every_sign_escaped_stay_as_they_are(text: str) -> None:
    source = "".join(f"\\{char}" if char in PUNCTUATION else char for char in text)
    findings = Findings("a.md")
    assert words(parse_inline(lines(source), findings)) == text
    assert not findings


@pytest.mark.parametrize(("words", "column"), [("**Note **: we keep it", 8), ("a *note * here", 9), ("*note *", 7)])
def test_stars_one_space_too_far_are_told_once_and_where_the_space_is(words: str, column: int) -> None:
    findings = Findings("t.md")
    parse_inline([(words, 1, 1)], findings)
    (problem,) = findings.problems()
    assert (problem.code, problem.location.column) == ("M121", column)
    assert "A space stands before" in problem.message
    assert "Take the space out" in problem.remedy
