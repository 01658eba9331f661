"""The list of changes on top: how many, by section, each with its link and quotes; then facts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from inforce.redline.changes import Change, ChangeKind, Op, Piece, Redline, Run, SectionChange, SectionKind
from inforce.redline.facts import FactChange, FactChangeKind
from inforce.redline.html import FactLine, RedlineLabels
from inforce.redline.html.summary import anchor, summary
from inforce.writer import RenderContext

from tests.redline.support import WORDS, read
from tests.redline.validity import problems

CONTEXT = RenderContext(language="en", numbers={}, links={})
SECTIONS = tuple(
    SectionChange(kind=SectionKind.CHANGED, old=read(source, name), new=read(source, name), new_number=number)
    for name, source, number in (
        ("a", "# Your rights & ours\n\nBody.", "1."),
        ("b", "# お客様の権利\n\n本文。", "2."),
        ("c", "# حقوقك\n\nنص.", None),
    )
)


def change(number: int, section: int, *pieces: tuple[Op, str], kind: ChangeKind = ChangeKind.REWORDED) -> Change:
    quote = tuple(Piece(op, (Run(text),)) for op, text in pieces)
    return Change(number=number, kind=kind, section=section, rows=(1, 2), quotes=(quote,) if quote else ())


def listed(
    *changes: Change, words: RedlineLabels = WORDS, facts: tuple[FactChange, ...] = (), prefix: str = "c"
) -> str:
    """The list, without what is read aloud; always valid."""
    html = summary(
        Redline(sections=SECTIONS, changes=changes, facts=facts), words, old=CONTEXT, new=CONTEXT, prefix=prefix
    )
    places = "".join(f'<p id="{anchor(one.number, prefix)}">here</p>' for one in changes)
    assert not problems(html + places)
    return re.sub(r' data-[be]="[^"]*"', "", html)


def test_anchors_hold_an_underscore_as_no_id_of_a_section_does() -> None:
    assert (anchor(1), anchor(12, "en")) == ("c_1", "en_12")


def test_where_nothing_changed_it_says_so() -> None:
    html = listed()
    assert html.startswith('<section class="sum" aria-labelledby="c_h">\n<h2 id="c_h">What changed</h2>\n')
    assert html.endswith("<p>No words changed.</p>\n</section>\n")


def test_changes_stand_under_their_sections() -> None:
    html = listed(change(1, 0), change(2, 0, kind=ChangeKind.MOVED), change(3, 1), change(4, 2))
    assert "<p>4 changes in 3 sections</p>" in html
    assert re.findall(r"<h3>(.*)</h3>", html) == [
        '<bdi>1. Your rights &amp; ours</bdi> <span class="tag">2 changes</span>',
        "<bdi>2. お客様の権利</bdi>",
        "<bdi>حقوقك</bdi>",
    ]
    assert re.findall(r'<li><a href="#(.*)">(.*)</a> <span class="tag">(.*?)</span>', html) == [
        ("c_1", "Change 1", "reworded"),
        ("c_2", "Change 2", "moved"),
        ("c_3", "Change 3", "reworded"),
        ("c_4", "Change 4", "reworded"),
    ]
    assert html.count("<ol>") == 3


def test_two_lists_on_a_page_have_anchors_of_their_own() -> None:
    html = listed(change(1, 0), prefix="fr")
    assert 'aria-labelledby="fr_h"' in html
    assert '<h2 id="fr_h">' in html
    assert 'href="#fr_1"' in html


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([(Op.KEPT, "for "), (Op.REMOVED, "3"), (Op.ADDED, "2")], "for <del>3</del> → <ins>2</ins>"),
        ([(Op.REMOVED, "3か月"), (Op.ADDED, "6か月"), (Op.KEPT, "間")], "<del>3か月</del> → <ins>6か月</ins>間"),
        ([(Op.ADDED, "new"), (Op.REMOVED, "old")], "<ins>new</ins><del>old</del>"),
        ([(Op.REMOVED, "old"), (Op.KEPT, " a "), (Op.ADDED, "new")], "<del>old</del> a <ins>new</ins>"),
        ([(Op.ADDED, "a < b & “c”")], "<ins>a &lt; b &amp; “c”</ins>"),
    ],
)  # fmt: skip
def test_a_quote_shows_what_became_what(pieces: list[tuple[Op, str]], expected: str) -> None:
    assert f'<div class="ex" dir="ltr">{expected}</div></li>' in listed(change(1, 0, *pieces))


def test_each_quote_has_a_line_of_its_own() -> None:
    both = replace(
        change(1, 0, (Op.REMOVED, "old")), quotes=((Piece(Op.REMOVED, (Run("a"),)),), (Piece(Op.REMOVED, (Run("b"),)),))
    )
    assert re.findall(r'<div class="ex" dir="ltr"><del>(.)</del></div>', listed(both)) == ["a", "b"]


def test_without_a_quote_there_is_no_box_for_it() -> None:
    assert "ex" not in re.findall(r'class="(\w+)"', listed(change(1, 0)))


FACT = FactChange(kind=FactChangeKind.CHANGED, path=("retention", "a"), old="3 years", new="2 years")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (FactLine(label="Kept", old="3 years", new="2 years"), "<li>Kept <del>3 years</del> → <ins>2 years</ins></li>"),
        (FactLine(label="Kept for", new="2 < 3"), "<li>Kept for <ins>2 &lt; 3</ins></li>"),
        (FactLine(label="Kept for", old="3 years"), "<li>Kept for <del>3 years</del></li>"),
        (FactLine(label="A & B: new"), "<li>A &amp; B: new</li>"),
    ],
)  # fmt: skip
def test_facts_stand_last(line: FactLine, expected: str) -> None:
    html = listed(change(1, 0), facts=(FACT,), words=replace(WORDS, fact=lambda _: line))
    assert f'</ol>\n<h3>Facts</h3>\n<ul class="facts">\n{expected}\n</ul>\n</section>' in html


def test_facts_that_are_not_for_visitors_leave_no_heading() -> None:
    assert "Facts" not in listed(facts=(FACT,), words=replace(WORDS, fact=lambda _: None))


def test_the_arrow_goes_with_the_direction_of_reading() -> None:
    words = replace(WORDS, arrow="←", fact=lambda _: FactLine(label="x", old="a", new="b"))
    html = listed(change(1, 0, (Op.REMOVED, "سنة"), (Op.ADDED, "سنتين")), facts=(FACT,), words=words)
    assert html.count(" ← ") == 2
    assert "→" not in html


def test_a_quote_goes_as_its_own_words_do() -> None:
    html = listed(change(1, 2, (Op.KEPT, "لمدة "), (Op.REMOVED, "3"), (Op.ADDED, "5"), (Op.KEPT, " سنوات")))
    assert '<div class="ex" dir="rtl">لمدة <del>3</del> ← <ins>5</ins> سنوات</div>' in html


def test_one_latin_name_does_not_turn_an_arabic_quote_round() -> None:
    html = listed(change(1, 2, (Op.REMOVED, "Qualifio"), (Op.ADDED, "شركتنا تحتفظ ببياناتك")))
    assert '<div class="ex" dir="rtl"><del>Qualifio</del> ← <ins>' in html
