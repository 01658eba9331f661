"""The redline as text: every line of it, in brackets, in colours, in Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.facts import Facts
from inforce.model.item_labels import own_label
from inforce.model.text import Leaf
from inforce.redline.changes import Op, Redline
from inforce.redline.facts import fact_changes
from inforce.redline.lenient import compare_markdown
from inforce.redline.plain import Brackets, Colours, Markdown, Style, text

from tests.redline.support import read, redline
from tests.redline.texts import EN, A, B, C, in_every_script, sections

OLD = {"a": "# One\n\nKept.\n\nWe keep it for 3 years.\n\n- item 1\n    - item 2", "b": "# Two\n\nGone."}
NEW = {"a": "# One\n\nKept.\n\nWe keep it for 2 years.\n\n- item 1\n    - item 3", "c": "# Three\n\nNew words here."}

IN_BRACKETS = """\
4 changes in 3 sections

One

  1 · reworded
  We keep it for [-3-]{+2+} years.

  2 · reworded
      - item [-2-]{+3+}

Two

  3 · section removed
  [-Two-]
  [-Gone.-]

Three

  4 · section added
  {+Three+}
  {+New words here.+}
"""


def test_every_change_is_told_under_its_section_and_nothing_else_is() -> None:
    assert text(redline(OLD, NEW)) == IN_BRACKETS


def test_colours_say_the_same_words_as_brackets() -> None:
    """SGR sequences (ECMA-48): red and struck, green and underlined; each ends where it should."""
    shown = text(redline(OLD, NEW), Colours())
    marks = {"\x1b[31;9m": ("[-", "-]"), "\x1b[32;4m": ("{+", "+}"), "\x1b[1m": ("", ""), "\x1b[2m": ("", "")}
    for start, (before, after) in marks.items():
        shown = re.sub(re.escape(start) + r"([^\x1b]*)\x1b\[0m", rf"{before}\1{after}", shown)
    assert shown == IN_BRACKETS


def test_markdown_has_a_paragraph_a_block() -> None:
    assert text(redline({"a": "# A\n\n1. one"}, {"a": "# A\n\n1. one\n2. two\n\n## B"}), Markdown()) == (
        "1 change in 1 section\n\n### A\n\n*1 · added*\n\n2\\. <ins>two</ins>\n\n#### <ins>B</ins>\n"
    )


@pytest.mark.parametrize(
    ("source", "brackets", "markdown"),
    [
        ("words", "  words", "words\n"),
        ("## words", "  ## words", "#### words\n"),
        ("## a\n\n### words", "  ### words", "#### words\n"),
        ("- words", "  - words", "- words\n"),
        ("- a\n    - words", "      - words", "- words\n"),
        ("- a\n\n  words", "      words", "words\n"),
        ("> words", "  > words", "> words\n"),
        ("> 1. words", "  > 1. words", "> 1\\. words\n"),
        ("1. a\n2. words", "  2. words", "2\\. words\n"),
        ("[words](id:a) more", "  words", "words\n"),
    ],
)
def test_a_block_has_its_marker(source: str, brackets: str, markdown: str) -> None:
    block: Leaf = read(f"# Title\n\n{source}").leaves[-1]
    label = own_label(block.path, ())
    assert Brackets().block(block, "words", label) == Colours().block(block, "words", label) == brackets
    assert Markdown().block(block, "words", label) == markdown


def test_an_item_has_the_label_of_its_list() -> None:
    shown = replace(redline({"a": "# A\n\n1. a\n2. b"}, {"a": "# A\n\n1. a\n2. c"}), lists=("(a)",))
    assert "(b) [-b-]" in text(shown)
    assert "(b) <del>b</del>" in text(shown, Markdown())
    assert "2. [-b-]" in text(replace(shown, lists=()))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a*b_c`d", r"a\*b\_c\`d"),
        ("[x](y) <b> | ~~ # &amp; \\", r"\[x\](y) \<b\> \| \~\~ \# \&amp; \\"),
        ("#12, o/r#5, GH-77 and # 1", r"#<!-- -->12, o/r#<!-- -->5, GH-<!-- -->77 and \# 1"),
        ("https://a.example www.a.example", "https:<!-- -->//a.example www<!-- -->.a.example"),
        (r"\#12", r"\\#<!-- -->12"),
        ("@all and a@b.example", "@<!-- -->all and a@b.example"),
        ("بيانات، 情報。 เก็บ", "بيانات، 情報。 เก็บ"),
    ],
)
def test_words_are_no_markup_in_markdown(words: str, expected: str) -> None:
    style = Markdown()
    assert style.words(Op.KEPT, words) == expected
    assert style.words(Op.REMOVED, words) == f"<del>{expected}</del>"
    assert style.words(Op.ADDED, words) == f"<ins>{expected}</ins>"


@in_every_script
def test_what_moved_is_told_where_it_stands_now(texts: tuple[str, ...]) -> None:
    old, new = {"a": (A, B), "b": (C,)}, {"a": (A,), "b": (C, B)}
    shown = text(redline(sections(old, texts), sections(new, texts)))
    assert shown == f"1 change in 1 section\n\nb\n\n  1 · moved\n  from “a”\n  {texts[B]}\n"


@in_every_script
def test_a_section_that_only_moved_says_so_and_no_more(texts: tuple[str, ...]) -> None:
    old, new = {"a": (A,), "b": (C,), "c": (B, A)}, {"a": (A,), "c": (B, A), "b": (C,)}
    shown = text(redline(sections(old, texts), sections(new, texts)))
    assert shown == "1 change in 1 section\n\nb\n\n  1 · section moved\n"


@in_every_script
def test_a_section_split_off_names_the_other(texts: tuple[str, ...]) -> None:
    shown = text(redline(sections({"a": (A, B, C)}, texts), sections({"a": (A, B), "z": (C,)}, texts)))
    assert "\nz\n\n  1 · section split off another: a\n\n  2 · added\n" in shown
    back = text(redline(sections({"a": (A, B), "z": (C,)}, texts), sections({"a": (A, B, C)}, texts)))
    assert "section merged into another: a\n" in back


def test_sections_are_named_by_their_titles() -> None:
    old = f"# One\n\n{EN[A]}\n\n{EN[B]}\n\n# Two\n\n{EN[C]}"
    new = f"# One\n\n{EN[A]}\n\n# Two\n\n{EN[C]}\n\n{EN[B]}"
    assert "  1 · moved\n  from “One”\n" in text(compare_markdown(old, new))
    inside = f"# One\n\n{EN[A]}\n\n{EN[C]}\n\n{EN[B]}"
    shown = text(compare_markdown(f"# One\n\n{EN[B]}\n\n{EN[A]}\n\n{EN[C]}", inside))
    assert "moved" in shown
    assert "from" not in shown.split("moved")[1].split("\n")[1]


def test_a_section_without_a_heading_has_no_empty_line_for_it() -> None:
    assert (
        text(compare_markdown("", "words alone"))
        == "1 change in 1 section\n\nwords alone\n\n  1 · section added\n  {+words alone+}\n"
    )


def test_a_former_number_is_told() -> None:
    old = "# 3. One\n\nKept.\n\n# 4. Two\n\nKept too.\n\n# Three\n\nAnd this."
    new = "# 4. One\n\nNever.\n\n# 5. Two\n\nKept too.\n\n# 6. Three\n\nAnd this."
    shown = text(compare_markdown(old, new))
    assert "\n4. One (formerly 3.)\n" in shown
    assert "\nNumbers and names\n\n  5. Two (formerly 4.)\n  6. Three (formerly without a number)\n" in shown


def test_a_split_is_two_blocks_and_a_hard_break_a_space() -> None:
    shown = text(redline({"a": f"# A\n\n{EN[A]} {EN[B]}"}, {"a": f"# A\n\n{EN[A]}\n\n{EN[B]}"}))
    assert shown.endswith(f"  1 · split\n  {EN[A]}\n  {EN[B]}\n")
    shown = text(redline({"a": "# A\n\nHouse 1\\\nBrussels"}, {"a": "# A\n\nHouse 2\\\nBrussels"}))
    assert "  House [-1-]{+2+} Brussels\n" in shown


def test_a_table_shows_the_rows_that_changed() -> None:
    table = "# A\n\n| What | How long |\n| --- | --- |\n| Names | 1 year |\n| Calls | 3 years |"
    shown = text(redline({"a": table}, {"a": table.replace("3", "2")}))
    assert shown.endswith("  1 · reworded\n  Calls · [-3-]{+2+} years\n")


FACTS: list[tuple[dict[str, object], dict[str, object], str]] = [
    ({}, {"keep": "2 years"}, "retention.a: new"),
    ({"keep": "2 years"}, {}, "retention.a: removed"),
    ({"keep": "3 years"}, {"keep": "18 months"}, "retention.a.keep: [-3 years-] → {+18 months+}"),
    ({"keep": {"unknown": {"en": "Why"}}}, {"keep": "1 day"}, "retention.a.keep: [-unknown (Why)-] → {+1 day+}"),
    (
        {"keep": {"unknown": {"en": "Why"}}},
        {"keep": {"unknown": {"en": "Because"}}},
        "retention.a.keep: [-unknown (Why)-] → {+unknown (Because)+}",
    ),
    (
        {"keep": "1 day"},
        {"keep": "1 day", "label": {"en": "見込み客"}},
        "retention.a.label: {+見込み客+}",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), FACTS)
def test_facts_stand_last_under_a_heading_of_their_own(
    old: dict[str, object], new: dict[str, object], expected: str
) -> None:
    was, now = (Facts.model_validate({"retention": {"a": entry} if entry else {}}) for entry in (old, new))
    shown = text(Redline(sections=(), changes=(), facts=fact_changes(was, now, "en")))
    assert shown == f"No words changed.\n\nFacts\n\n  {expected}\n"


def test_a_list_of_a_fact_is_told_with_commas() -> None:
    purpose = {"label": {"en": "Contract"}, "legal_basis": "GDPR-6-1-b"}
    was, now = (
        Facts.model_validate({"purposes": {"a": {**purpose, "recipients": names}}}) for names in (["x"], ["x", "y"])
    )
    shown = text(Redline(sections=(), changes=(), facts=fact_changes(was, now, "en")))
    assert shown.endswith("  purposes.a.recipients: [-x-] → {+x, y+}\n")


BODIES = st.lists(st.sampled_from(EN), max_size=4).map(lambda found: "\n\n".join(["# A", *found]))


@given(BODIES, BODIES, st.sampled_from([Brackets(), Colours(), Markdown()]))
def test_no_two_empty_lines_and_one_end_of_line(old: str, new: str, style: Style) -> None:
    shown = text(redline({"a": old}, {"a": new}), style)
    assert "\n\n\n" not in shown
    assert shown.endswith("\n")
    assert not shown.endswith("\n\n")
