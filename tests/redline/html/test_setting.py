"""A redline in one column, and what its sections share: their heads, the labels of changes, the place of what moved."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from inforce.redline import Redline
from inforce.redline.changes import Change, ChangeKind, Op, RowKind, SectionChange, SectionKind, Share
from inforce.redline.html import Setting, body, render
from inforce.redline.html.summary import summary
from inforce.writer import RenderContext

from tests.redline.support import WORDS, read, redline
from tests.redline.texts import EN, A, B, C, D, in_every_script
from tests.redline.validity import problems

ONE, TWO = read("# One\n\nBody.", "a"), read("# Two\n\nBody.", "b")

CONTEXT = RenderContext(language="en", numbers={}, links={})


def setting(
    found: Redline,
    *,
    old: Mapping[str, str] | None = None,
    new: Mapping[str, str] | None = None,
    prefix: str = "c",
    ids: bool = True,
) -> Setting:
    """A redline about to be written, with the numbers of both editions."""
    was, now = (RenderContext(language="en", numbers=numbers or {}, links={}) for numbers in (old, new))
    return Setting(found, WORDS, old=was, new=now, section_html=lambda each: f"[new {each.id}]", prefix=prefix, ids=ids)


def of(*sections: SectionChange, changes: tuple[Change, ...] = ()) -> Setting:
    return setting(Redline(sections=sections, changes=changes))


def change(kind: ChangeKind, section: int = 0, rows: tuple[int, int] | None = None, number: int = 1) -> Change:
    return Change(number=number, kind=kind, section=section, rows=rows)


def text(html: str) -> str:
    """The words of HTML."""
    return re.sub("<[^>]*>", "", html)


def test_changes_are_found_by_their_section() -> None:
    one, two, three = (change(ChangeKind.REWORDED, at, (1, 2), at) for at in (0, 1, 1))
    sections = [SectionChange(kind=SectionKind.CHANGED, old=each, new=each) for each in (ONE, TWO, ONE)]
    found = of(*sections, changes=(one, two, three))
    assert [found.changes(at) for at in range(3)] == [(one,), (two, three), ()]


@pytest.mark.parametrize(
    ("old", "new", "rows", "expected"),
    [
        (None, None, False, "One · no change"),
        ("1.", "1.", False, "1. One · no change"),
        ("1.", "2.", False, "2. One · no change · formerly 1."),
        (None, "2.", False, "2. One · no change"),
        (None, None, True, "One · only the formatting changed"),
    ],
)
def test_a_folded_section_says_why(old: str | None, new: str | None, rows: bool, expected: str) -> None:
    made = redline({"a": ONE.source}, {"a": "# One\n\nNew."}).sections[0].rows if rows else ()
    section = SectionChange(kind=SectionKind.SAME, old=ONE, new=ONE, rows=made, old_number=old, new_number=new)
    html = of(section).folded(section)
    assert text(html.partition("</summary>")[0]) == expected
    assert "<div>[new a]</div>" in html


@pytest.mark.parametrize(
    ("numbers", "count", "said"),
    [
        (("1.", "1."), 1, ""),
        (("1.", "2."), 1, "formerly 1."),
        (("1.", "1."), 2, "2 changes"),
        (("1.", "2."), 3, "formerly 1. · 3 changes"),
    ],
)
def test_a_changed_section_says_its_former_number_and_how_many_changes(
    numbers: tuple[str, str], count: int, said: str
) -> None:
    section = SectionChange(kind=SectionKind.CHANGED, old=ONE, new=ONE, old_number=numbers[0], new_number=numbers[1])
    changes = [change(ChangeKind.REWORDED, rows=(1, 2))] * count
    assert text(of(section).writer(section, changes).heading_lines) == (f"{said}\n" if said else "")


@pytest.mark.parametrize(
    ("kind", "framed", "expected"),
    [
        (ChangeKind.SECTION_ADDED, True, '<p class="ct"><a '),
        (ChangeKind.SECTION_ADDED, False, '<p class="ct" id="c_1"><a '),
        (ChangeKind.SECTION_MOVED, True, '<div class="chg" id="c_1"><p class="ct"><a '),
    ],
)
def test_how_a_section_changed_as_a_whole_is_said_once_with_its_anchor(
    kind: ChangeKind, framed: bool, expected: str
) -> None:
    section = SectionChange(kind=SectionKind.CHANGED, old=ONE, new=ONE)
    one = change(kind)
    made = of(section, changes=(one,))
    assert made.writer(section, (one,), framed=framed).heading_lines.startswith(expected)
    assert made.writer(section, (one,), Op.REMOVED).heading_lines == "", "the other column says it"


def test_what_went_says_so_in_the_old_column() -> None:
    section = SectionChange(kind=SectionKind.REMOVED, old=ONE, new=None)
    one = change(ChangeKind.SECTION_REMOVED)
    assert "Change 1" in of(section, changes=(one,)).writer(section, (one,), Op.REMOVED).heading_lines


def test_a_section_that_is_gone_has_no_id_another_may_have() -> None:
    section = SectionChange(kind=SectionKind.REMOVED, old=ONE, new=None)
    assert of(section).wrapped(section, "inner") == '<section class="removed">\ninner</section>\n'


# ---- labels


@pytest.mark.parametrize(
    ("kind", "shares", "expected"),
    [
        (ChangeKind.REWORDED, (None, None), "Change 1 · reworded"),
        (ChangeKind.SECTION_ADDED, (None, None), "Change 1 · section-added"),
        (ChangeKind.SECTION_SPLIT, (Share("b", 0.5), None), "Change 1 · section-split from Two"),
        (ChangeKind.SECTION_MERGED, (None, Share("b", 0.5)), "Change 1 · section-merged · moved to Two"),
        (ChangeKind.SECTION_SPLIT, (Share("lost", 0.5), None), "Change 1 · section-split from lost"),
    ],
)
def test_a_change_says_its_number_its_kind_and_the_other_section(
    kind: ChangeKind, shares: tuple[Share | None, Share | None], expected: str
) -> None:
    first = SectionChange(kind=SectionKind.CHANGED, old=ONE, new=ONE, split_from=shares[0], merged_into=shares[1])
    second = SectionChange(kind=SectionKind.SAME, old=TWO, new=TWO)
    one = change(kind)
    html = of(first, second, changes=(one,)).label(one)
    assert text(html) == expected
    assert html.startswith('<p class="ct"><a href="#c_1">')


@in_every_script
def test_what_moved_and_its_notice_point_at_each_other(texts: tuple[str, ...]) -> None:
    found = redline(
        {"a": f"# One\n\n{texts[A]}\n\n{texts[B]}", "b": f"# Two\n\n{texts[C]}"},
        {"a": f"# One\n\n{texts[A]}", "b": f"# Two\n\n{texts[C]}\n\n{texts[B]}"},
    )
    made = setting(found, prefix="fr")
    (moved,) = found.changes
    assert text(made.label(moved, found.sections[1])) == "Change 1 · moved from One"
    gone = next(at for at, row in enumerate(found.sections[0].rows) if row.kind is RowKind.MOVED_AWAY)
    notes = made.writer(found.sections[0], ()).notes
    assert notes == {gone: '<a href="#fr_1">moved to Two</a>'}


# ---- the writer of a section

NUMBERED = {"a": f"# One\n\n## [Names](id:x)\n\n{EN[A]}\n\n## [Places](id:y)\n\n{EN[B]}"}
CHANGED = {"a": NUMBERED["a"].replace("keep", "hold")}


@pytest.mark.parametrize(
    ("was", "now", "former"),
    [
        ({"a": "1.", "x": "1.1", "y": "1.2"}, {"a": "1.", "x": "1.1", "y": "1.2"}, {}),
        ({"a": "1.", "x": "1.1", "y": "1.2"}, {"a": "2.", "x": "2.1", "y": "2.2"}, {}),
        ({"a": "1.", "x": "1.2", "y": "1.1"}, {"a": "2.", "x": "2.1", "y": "2.2"}, {"x": "1.2", "y": "1.1"}),
        ({"a": "1.", "x": "1.1"}, {"a": "1.", "x": "1.1", "y": "1.2"}, {}),
    ],
)
def test_a_number_inside_is_former_where_more_than_the_sections_own_differs(
    was: dict[str, str], now: dict[str, str], former: dict[str, str]
) -> None:
    found = redline(NUMBERED, CHANGED)
    assert setting(found, old=was, new=now).writer(found.sections[0], found.changes).former == former


def test_a_change_has_its_label_at_its_first_row_and_spans_the_rest() -> None:
    found = redline({"a": f"# One\n\n{EN[A]}"}, {"a": f"# One\n\n{EN[A]}\n\n{EN[B]}\n\n{EN[C]}"})
    writer = setting(found).writer(found.sections[0], found.changes)
    assert {at: label.anchor for at, label in writer.change_labels.items()} == {2: "c_1"}
    assert writer.spans == {2: 2, 3: 2}


def test_the_old_column_has_no_labels_no_anchors_and_the_old_numbers() -> None:
    found = redline(NUMBERED, CHANGED)
    made = setting(found, old={"x": "1.1"}, new={"x": "1.2"})
    old, new = (made.writer(found.sections[0], found.changes, side) for side in (Op.REMOVED, Op.ADDED))
    assert (old.change_labels, old.is_removed, old.inline.context.linked) == ({}, True, False)
    assert (new.change_labels, new.is_removed, new.inline.context.linked) == ({}, False, True)
    assert [each.inline.context.numbers["x"] for each in (old, new)] == ["1.1", "1.2"]


def test_without_ids_nothing_has_an_anchor_but_changes() -> None:
    found = redline(NUMBERED, CHANGED)
    writer = setting(found, ids=False).writer(found.sections[0], found.changes)
    assert not writer.inline.context.linked
    assert [label.anchor for label in writer.change_labels.values()] == ["c_1"]


# ---- one column


def written(old: dict[str, str], new: dict[str, str]) -> list[str]:
    """Each section's HTML."""
    found = redline(old, new)
    made = setting(found)
    return [made.section(at) for at in range(len(found.sections))]


def test_the_list_stands_on_top_of_the_text() -> None:
    found = redline({"a": f"# One\n\n{EN[A]}"}, {"a": f"# One\n\n{EN[A]}\n\n{EN[B]}"})

    def section_html(*_: object) -> str:
        return ""

    text = body(found, WORDS, old=CONTEXT, new=CONTEXT, section_html=section_html)
    whole = render(found, WORDS, old=CONTEXT, new=CONTEXT, section_html=section_html)
    assert whole == summary(found, WORDS, old=CONTEXT, new=CONTEXT) + text
    assert not problems(whole)


def test_sections_stand_in_the_new_order_what_is_gone_after_its_neighbour() -> None:
    old = {"a": f"# One\n\n{EN[A]}", "b": f"# Two\n\n{EN[B]}", "c": f"# Three\n\n{EN[C]}"}
    new = {"a": old["a"], "c": old["c"], "d": f"# Four\n\n{EN[D]}"}
    html = "".join(written(old, new))
    places = [html.index(text) for text in ("new a", EN[B], "new c", EN[D])]
    assert places == sorted(places)


@in_every_script
@pytest.mark.parametrize(
    ("came", "frame", "label"),
    [
        (True, '<section id="z">\n<div class="chg" id="c_1">', "section-added"),
        (False, '<section class="removed">\n<div class="chg" id="c_1">', "section-removed"),
    ],
)
def test_a_section_that_came_or_went_is_one_change_round_all_of_it(
    texts: tuple[str, ...], came: bool, frame: str, label: str
) -> None:
    few, more = {"a": f"# a\n\n{texts[A]}"}, {"a": f"# a\n\n{texts[A]}", "z": f"# z\n\n{texts[B]}"}
    (first, html) = written(few, more) if came else written(more, few)
    assert first.startswith("<details")
    assert html.startswith(frame)
    assert html.endswith("</div>\n</section>\n")
    assert f"</a> · {label}</p>" in html
    assert texts[B] in html


def test_a_section_that_only_moved_is_folded_in_its_notice() -> None:
    a, b, c = (f"# {name}\n\n{EN[at]} {EN[D]}" for name, at in (("One", A), ("Two", B), ("Three", C)))
    parts = written({"a": a, "b": b, "c": c}, {"b": b, "c": c, "a": a})
    moved = [html for html in parts if "section-moved" in html]
    assert len(moved) == 1
    assert re.match(r'<div class="chg" id="c_1"><p class="ct">.*</p>\n<details', moved[0])
    assert moved[0].endswith("</details>\n</div>\n")


def test_a_split_is_told_above_its_rows_and_frames_none_of_them() -> None:
    old = {"a": f"# One\n\n{EN[A]}\n\n{EN[B]}\n\n{EN[C]}"}
    parts = written(old, {"a": f"# One\n\n{EN[A]}\n\n{EN[B]}", "z": f"# New\n\n{EN[C]}"})
    notice, _, rest = parts[1].partition("</p></div>\n")
    assert "section-split from One" in notice
    assert 'class="chg"' in rest
    assert EN[C] in rest
