"""Rows to HTML: what is folded, framed, numbered, listed; and the old side of blocks that became one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from inforce.redline.changes import Op, Piece, Row, RowKind
from inforce.redline.html.inline import PieceWriter
from inforce.redline.html.rows import ChangeLabel, RowWriter, quiet
from inforce.redline.sections import units
from inforce.writer import RenderContext

from tests.redline.support import WORDS, read, redline, rows
from tests.redline.texts import A, B, in_every_script
from tests.redline.validity import problems

CONTEXT = RenderContext(language="en", numbers={"a": "1.", "x": "1.1", "y": "1.1.1"}, links={})
LABEL = ChangeLabel(anchor="c_1", html='<p class="ct">Change</p>')


def writer(
    marked: tuple[int, int] | None = None,
    *,
    notes: Mapping[int, str] | None = None,
    former: Mapping[str, str] | None = None,
    heading_lines: str = "",
    ids: bool = True,
    is_removed: bool = False,
    side: Op | None = None,
    lists: tuple[str, ...] = (),
) -> RowWriter:
    """A writer of the section `a`, one change over the rows of `marked`."""
    begin, end = marked or (0, 0)
    return RowWriter(
        section="a",
        inline=PieceWriter(labels=WORDS, context=replace(CONTEXT, lists=lists, linked=ids)),
        change_labels={begin: LABEL} if marked else {},
        spans=dict.fromkeys(range(begin, end), begin),
        notes=notes or {},
        is_removed=is_removed,
        former=former or {},
        heading_lines=heading_lines,
        side=side,
    )


def short(html: str) -> str:
    """The HTML without what is read aloud."""
    return re.sub(r' data-[be]="[^"]*"', "", html)


def both(old: str, new: str) -> tuple[Row, ...]:
    """The rows of two sections called One, their heading too."""
    (section,) = redline({"a": f"# One\n\n{old}"}, {"a": f"# One\n\n{new}"}).sections
    return section.rows


def same(source: str) -> tuple[Row, ...]:
    """The rows of a section against itself, all unchanged."""
    return tuple(
        Row(kind=RowKind.SAME, old=(each.block,), new=(each.block,), parts=((Piece(Op.KEPT, each.line.runs(0, 999)),),))
        for each in units(read(source, "a"))
    )


# ---- what is folded

S, C, R = RowKind.SAME, RowKind.REWORDED, RowKind.RESTYLED


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([S] * 3, []),
        ([S] * 4, [(1, 4)]),
        ([S, C, S, S, S, S, S, C], [(3, 6)]),
        ([S, C, S, S, S, S, C], []),
        ([S, S, S, S, S, C], [(1, 4)]),
        ([S, C, S, S, S, S], [(3, 6)]),
        ([S, C, R, C], [(2, 3)]),
        ([S, R], [(1, 2)]),
        ([R, S, S, S], [(1, 4)]),
        ([S, C, S, R, S, C], [(3, 4)]),
    ],
)
def test_stretches_without_change_are_folded_but_for_the_neighbours_of_changes(
    kinds: list[RowKind], expected: list[tuple[int, int]]
) -> None:
    """The section's heading is never folded; a change of formatting is, be it alone."""
    (heading, paragraph) = units(read("# One\n\nBody."))
    made = [
        Row(kind=kind, old=(block,), new=(block,))
        for kind, block in zip(kinds, [heading.block] + [paragraph.block] * 20, strict=False)
    ]
    assert list(quiet(made, 0, len(made))) == expected


def test_a_heading_before_a_change_stays_seen() -> None:
    made = same("# One\n\na\n\nb\n\nc\n\nd\n\n## Two\n\ne\n\nf")
    made = (*made[:-1], Row(kind=C, old=made[-1].old, new=made[-1].new, parts=made[-1].parts))
    assert list(quiet(made, 0, len(made))) == [(1, 5)], "neither it nor the neighbour of the change"


def test_a_fold_says_how_much_it_holds() -> None:
    html = writer().write(same("# One\n\na\n\nb\n\nc\n\nd"))
    assert not problems(html)
    assert "<span>4 paragraphs without change</span>" in html
    assert html.index("<h2") < html.index("<details") < html.index("<p>a</p>")


# ---- a change and its frame


@in_every_script
def test_a_change_is_framed_with_its_label_once(texts: tuple[str, ...]) -> None:
    made = both(texts[A], f"{texts[A]}\n\n{texts[B]}\n\n{texts[B]}")
    html = short(writer((2, 4)).write(made))
    assert not problems(html)
    block = f'<p><ins class="w">{texts[B]}</ins></p>\n'
    assert html.endswith(f'<p>{texts[A]}</p>\n<div class="chg" id="c_1">{LABEL.html}\n{block}{block}</div>\n')


def test_what_is_said_of_a_heading_follows_it() -> None:
    """Who goes from heading to heading hears it then, not at the end of the section before."""
    made = same(NUMBERED)
    html = writer((0, 2), former={"x": "2.1"}, heading_lines='<p class="ct">2 changes</p>\n').blocks(made, 0, 2)
    assert re.fullmatch(
        r'<div class="chg" id="c_1"><h2>.*</h2>\n<p class="ct">2 changes</p>\n<p class="ct">Change</p>\n'
        r'<h3 id="x">.*</h3>\n<p class="ct">formerly 2.1</p>\n</div>\n',
        html,
    )


def test_a_change_in_a_list_stands_inside_its_item() -> None:
    made = both("- one\n- two", "- one\n- two and more")
    assert short(writer((2, 3)).blocks(made, 1, 3)) == (
        f'<ul>\n<li>one</li>\n<li><div class="chg" id="c_1">{LABEL.html}two<ins> and more</ins></div></li>\n</ul>\n'
    )


def test_words_that_went_elsewhere_leave_one_notice_for_neighbours() -> None:
    one, two = (
        Row(kind=RowKind.MOVED_AWAY, old=row.old, move=1, elsewhere="b") for row in same("# One\n\na\n\n- b")[1:]
    )
    html = writer(notes={0: "moved", 1: "moved"}).blocks([one, two], 0, 2)
    assert html == '<p class="gone">moved</p>\n'
    html = writer(notes={0: "moved", 1: "moved too"}).blocks([one, two], 0, 2)
    assert html == '<p class="gone">moved</p>\n<ul>\n<li class="gone">moved too</li>\n</ul>\n'
    assert writer(notes={0: "moved", 1: "moved"}, side=Op.ADDED).blocks([one, two], 0, 2) == ""


# ---- headings, clauses, numbers

NUMBERED = "# One\n\n## [Names](id:x)\n\n[**Who.**](id:y) We ask.\n\n## Free"


def test_headings_and_clauses_have_their_numbers_and_anchors() -> None:
    assert writer().blocks(same(NUMBERED), 0, 4) == (
        '<h2><a class="n" href="#a">1.</a> One</h2>\n'
        '<h3 id="x"><a class="n" href="#x">1.1</a> Names</h3>\n'
        '<p class="cl" id="y"><a class="n" href="#y">1.1.1</a> <strong>Who.</strong> We ask.</p>\n'
        "<h3>Free</h3>\n"
    )


def test_without_ids_numbers_are_words() -> None:
    html = writer(ids=False).blocks(same(NUMBERED), 0, 4)
    assert " id=" not in html
    assert "<a " not in html
    assert re.findall(r'<span class="n">(.*?)</span>', html) == ["1.", "1.1", "1.1.1"]


def test_what_is_gone_has_no_number_unless_all_is() -> None:
    made = tuple(
        Row(kind=RowKind.REMOVED, old=row.old, parts=((Piece(Op.REMOVED, row.parts[0][0].runs),),))
        for row in same(NUMBERED)
    )
    assert "1.1" not in writer().blocks(made, 0, 4)
    assert " id=" not in writer().blocks(made, 0, 4)
    assert "1.1.1" in writer(is_removed=True, ids=False).blocks(made, 0, 4)


def test_a_former_number_is_told_below_a_heading_and_above_a_clause() -> None:
    html = writer(former={"x": "2.1", "y": "2.1.<1>"}).blocks(same(NUMBERED), 0, 4)
    assert re.search(r'<h3 id="x">.*</h3>\n<p class="ct">formerly 2.1</p>\n', html)
    assert '<p class="ct">formerly 2.1.&lt;1&gt;</p>\n<p class="cl" id="y">' in html


# ---- lists

LISTS = [
    ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    ("- a\n    - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    ("1. a\n2. b", '<ol><li value="1">a</li><li value="2">b</li></ol>'),
    ("- 保存\n    1. 削除", '<ul><li>保存<ol><li value="1">削除</li></ol></li></ul>'),
    ("- a\n\nb\n\n- c", "<ul><li>a</li></ul><p>b</p><ul><li>c</li></ul>"),
    ("3. a\n4. b", '<ol><li value="3">a</li><li value="4">b</li></ol>'),
    ("- a\n\n  b\n  - c", "<ul><li><p>a</p><p>b</p><ul><li>c</li></ul></li></ul>"),
    ("> a\n> - b", "<blockquote><p>a</p><ul><li>b</li></ul></blockquote>"),
    ("- > a", "<ul><li><blockquote><p>a</p></blockquote></li></ul>"),
    ("- ```\n  a\n  ```", "<ul><li><pre><code>a</code></pre></li></ul>"),
]


@pytest.mark.parametrize(("source", "expected"), LISTS)
def test_items_become_nested_lists_again(source: str, expected: str) -> None:
    made = same(f"# One\n\n{source}")
    html = writer().blocks(made, 1, len(made))
    assert not problems(html)
    assert html.replace("\n", "") == expected


def test_another_kind_of_list_is_another_list() -> None:
    made = (*same("# One\n\n- a")[1:], *same("# One\n\n1. b")[1:])
    assert writer().blocks(made, 0, 2).replace("\n", "") == '<ul><li>a</li></ul><ol><li value="1">b</li></ol>'


def test_code_keeps_its_lines() -> None:
    html = short(writer().blocks(both("```\na\n  b\n```", "```\na\n  c\n```"), 1, 2))
    assert not problems(html)
    assert html == "<pre><code>a\n  <del>b</del><ins>c</ins></code></pre>\n"


def test_an_item_in_a_cell_has_one_sign() -> None:
    head = "| a |\n|---|\n| "
    html = short(writer().blocks(both(f"{head}b<br>- c d |", f"{head}b<br>- c e |"), 1, 2))
    assert not problems(html)
    assert '<th scope="row">b<br><span class="item">c <del>d</del><ins>e</ins></span></th>' in html


# ---- tables


def test_a_table_says_the_head_of_each_cell() -> None:
    """And its row's, so that it can be read where it has no room."""
    made = rows(
        "| What | How < long |\n| --- | --- |\n| Names | A year |",
        "| What | How < long |\n| --- | --- |\n| Names | A day |",
    )
    html = short(writer().blocks(made, 0, 1))
    assert not problems(html)
    assert html.replace("\n", "") == (
        '<div class="tw"><table><thead><tr><th scope="col">What</th><th scope="col">How &lt; long</th></tr></thead>'
        '<tbody><tr><th scope="row">Names</th><td data-h="How &lt; long">A <del>year</del><ins>day</ins></td></tr>'
        "</tbody></table></div>"
    )


def test_a_table_is_set_as_on_the_page_unless_a_column_was_added_or_removed() -> None:
    old, new = "| What | Days |\n| --- | --: |\n| Names | 30 |", "| What | Days |\n| --- | --: |\n| Names | 20 |"
    html = short(writer().blocks(rows(old, new), 0, 1))
    assert not problems(html)
    assert '<th scope="col" class="right">Days</th>' in html
    assert '<td data-h="Days" class="right"><del>30</del><ins>20</ins></td>' in html
    more = "| What | Days | Why |\n| --- | --: | --- |\n| Names | 30 | Law |"
    assert 'class="right"' not in writer().blocks(rows(more, old), 0, 1), "the old table has a column more"


@pytest.mark.parametrize(("side", "seen"), [(Op.REMOVED, ["Names", "Gone"]), (Op.ADDED, ["Names", "Come"])])
def test_a_side_of_a_table_has_its_rows_alone(side: Op, seen: list[str]) -> None:
    head = "| What | How long |\n| --- | --- |\n| Names | A year |\n"
    made = rows(f"{head}| Gone | for three months |", f"{head}| Come | since last winter |")
    html = writer(side=side).blocks(made, 0, 1)
    assert [name for name in ("Names", "Gone", "Come") if name in html] == seen


# ---- one side alone


@pytest.mark.parametrize(
    ("side", "expected"), [(Op.REMOVED, "for <del>3</del> years"), (Op.ADDED, "for <ins>2</ins> years")]
)
def test_a_side_says_its_words(side: Op, expected: str) -> None:
    assert expected in short(writer(side=side).write(rows("We keep it for 3 years.", "We keep it for 2 years.")))


def test_a_heading_that_the_other_column_has_too_is_none_in_the_old_one() -> None:
    html = writer(side=Op.REMOVED, ids=False, is_removed=True).blocks(same(NUMBERED), 0, 4)
    assert not re.search(r"<h\d", html)
    assert '<p class="h2"><span class="n">1.</span> One</p>' in html
    assert '<p class="h3"><span class="n">1.1</span> Names</p>' in html


def test_items_have_the_labels_of_their_lists() -> None:
    made = both("1. a\n   1. b\n   2. c\n2. > d\n", "1. a\n   1. b\n   2. x\n2. > d\n3. e\n\n   f\n")
    html = short(writer((3, 4), lists=("(a)", "(i)")).write(made))
    assert not problems(html)
    labels = re.findall(
        r'<li value="(\d)">\s*(?:<p>)?(?:<div[^>]*>)?(?:<p class="ct">[^<]*</p>)?\s*<span class="n">([^<]*)', html
    )
    assert labels == [("1", "(a)"), ("1", "(i)"), ("2", "(ii)"), ("2", "(ii)"), ("2", "(b)"), ("3", "(c)")], html
    assert html.count('<ol class="nl" role="list">') == 2
    assert "nl" not in writer((3, 4)).write(made)


def test_an_item_with_an_id_is_an_anchor_and_says_its_former_number() -> None:
    made = both("1. [a](id:x) b\n2. [c](id:y) d\n", "1. [c](id:y) d\n")
    html = short(writer((1, 2), lists=("(a)",), former={"y": "1(b)"}).write(made))
    assert not problems(html)
    assert '<li value="1" id="y"><p class="ct">formerly 1(b)</p>\n<a class="n" href="#y">(a)</a> c d</li>' in html
    assert 'id="x"' not in html, "what is gone is no anchor"
