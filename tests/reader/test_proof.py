"""The proof: nothing of a source is lost, added or put elsewhere by reading it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inforce.model.text import Paragraph, Text
from inforce.reader.commonmark import DEEPEST
from inforce.reader.proof import unproven

from tests.reader.reading import found, read

WHOLE = (
    "- a *b* (c), “d”\n\n  > 1. [e](https://f.gh/i_(j)?k=l 'm (n)')\n\n| o | p |\n|:-:|---|\n| q\\|r | s<br>- t |\n\n"
    "```text\nu `v`\n```\n\n<w@x.yz> \\* `**`"
)


def test_a_reading_is_proven() -> None:
    section, _ = read(WHOLE)
    assert unproven(section.source, section.leaves) is None


@pytest.mark.parametrize("sign", ["z", "1", "é", "。", "[", "]", "(", ")", '"', "*", "_", "#"])
def test_one_character_more_in_the_source(sign: str) -> None:
    section, _ = read(f"{WHOLE}\n\nlast")
    assert unproven(f"{section.source}{sign}", section.leaves)


TABLE = "\n\n| a |\n|:-:|\n| b |"
LOST = [
    ("from 10-20 days", "10-20", "1020"),
    (f"from 10-20 days{TABLE}", "10-20", "1020"),
    (f"up to +5 % a:b{TABLE}", "+5", "5"),
    (f"a:b{TABLE}", "a:b", "ab"),
    (f"a\\|b{TABLE}", "a|b", "ab"),
    ("x-1 and y", "x-1", "-x1"),
    ("- x-1", "x-1", "-x1"),
    ("*a* 2\\*3", "2*3", "*23"),
    ('say (a)" b', '(a)"', '"(a)'),
    ('[a](link:b "c") (d)', "(d)", '"d)'),
    ("a > b", "a > b", "a b"),
    ("> a > b", "a > b", "a b"),
    ("> a\n>\n> > b > c", "b > c", "b c"),
    ("a < b", "a < b", "a b"),
    ("[e](<https://f.gh>) a < b", "a < b", "a > b"),
    ("~5 %", "~5", "5"),
    ("no. #5", "#5", "5"),
    ("- a -5", "-5", "5"),
    ("a\\*b", "*", "_"),
    ("a\\\\b", "\\", ""),
    ("a\\\\b c\\[", "\\", ""),
    ("`a` b\\`\\`c", "``", ""),
    ("a 'b' \"c\"", "'b'", '"b"'),
]


@pytest.mark.parametrize(("body", "words", "others"), LOST)
def test_signs_among_words(body: str, words: str, others: str) -> None:
    section, _ = read(body)
    assert unproven(section.source, section.leaves) is None
    changed = tuple(
        replace(
            leaf,
            children=tuple(
                replace(child, text=child.text.replace(words, others)) if isinstance(child, Text) else child
                for child in leaf.children
            ),
        )
        if isinstance(leaf, Paragraph)
        else leaf
        for leaf in section.leaves
    )
    assert changed != section.leaves
    assert unproven(section.source, changed)


def test_what_the_proof_says_of_an_empty_title_and_of_much_nesting() -> None:
    (problem,) = read('a\n[b](link:c "")')[1]
    assert (problem.location.line, problem.location.column) == (4, 12)
    assert problem.message == "The title of this link has no words."
    (problem,) = read(f"{'> ' * 60}deep")[1]
    assert problem.message == "“Tdeep” stands in too many quotations and lists to be read."


@pytest.mark.parametrize("sign", ["|", ":", "-", "+"])
def test_signs_of_tables_where_there_is_none(sign: str) -> None:
    section, _ = read("a")
    assert unproven(f"{section.source}{sign}", section.leaves)


def test_words_that_were_changed_or_put_elsewhere() -> None:
    section, _ = read("ab cd\n\nef")
    head, first, last = section.leaves
    assert unproven(section.source, (head, last, first))
    assert isinstance(first, Paragraph)
    assert isinstance(first.children[0], Text)
    changed = replace(first, children=(replace(first.children[0], text="ab ce"),))
    assert (lost := unproven(section.source, (head, changed, last)))
    assert (lost[0].line, lost[0].column, lost[1], lost[2]) == (3, 5, "Tabcdef", "Tabceef")


def test_another_number_in_a_list_and_another_target() -> None:
    section, _ = read("7. [a](tel:112)\n8. b")
    assert unproven(section.source.replace("8.", "9."), section.leaves)
    assert unproven(section.source.replace("112", "113"), section.leaves)


def test_what_the_library_drops_in_silence_is_told() -> None:
    depth = DEEPEST // 2
    body = "".join(f"{'  ' * level}- {level}\n" for level in range(depth + 5))
    assert any(one.startswith("M123") for one in found(body))
    quoted = f"{'> ' * (DEEPEST + 5)}a"
    assert [one.split()[0] for one in found(quoted)] == ["M190"]
