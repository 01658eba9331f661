"""What a text says: the same for what reads the same, another for any other word, target or block."""

from __future__ import annotations

import pytest
from inforce.tidy.proof import said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A\n===", "# A"),
        ("1. a\n1. b", "1. a\n2. b"),
        ("<b>a</b> <a href='https://x.org'>b</a>", "**a** [b](https://x.org)"),
        ("&eacute;", "é"),
        ("[a][1]\n\n[1]: https://x.org", "[a](https://x.org)"),
        ("• a", "- a"),
        ("## A {: #x }", "## A"),
        ("a<!-- b -->", "a"),
        ("<Data Officer>", "\\<Data Officer>"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
    ],
)
def test_the_same(one: str, other: str) -> None:
    assert (said(one).words, said(one).targets) == (said(other).words, said(other).targets)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a, b", "a b"),
        ("a", "A"),
        ("1. a\n\nb\n\n2. c", "1. a\n\nb\n\n1. c"),
        ("`a*`", "`b*`"),
        ("a `-` b", "a b"),
        ("![a](b.png)", "a"),
        ("| a |\n| - |\n| b | c |", "| a |\n| - |\n| b |"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert said(one).words != said(other).words


def test_targets_and_shape() -> None:
    assert said("[a](https://x.org) [](https://y.org)").targets == ("https://x.org",)
    assert said("- a\n  - b").shape != said("- a\n- b").shape
    assert said("- a").shape == said("- b").shape
