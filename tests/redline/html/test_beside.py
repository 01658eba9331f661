"""Two languages beside each other: sections by their ids, rows by the ids inside."""

from __future__ import annotations

import re

import pytest
from inforce.redline.changes import Change, ChangeKind
from inforce.redline.html import Column, Setting, Strand, beside
from inforce.redline.html.beside import chunks
from inforce.writer import RenderContext

from tests.redline.support import WORDS, redline
from tests.redline.texts import EN, JA, A, B, C, D
from tests.redline.validity import problems

Texts = dict[str, str]


def strand(old: Texts, new: Texts, language: str, *, ids: bool) -> Strand:
    context = RenderContext(language=language, numbers={}, links={})
    setting = Setting(
        redline(old, new),
        WORDS,
        old=context,
        new=context,
        prefix=language,
        ids=ids,
    )
    return Strand(column=Column(name=language, language=language, direction="ltr"), setting=setting)


def both(left: tuple[Texts, Texts], right: tuple[Texts, Texts]) -> str:
    """The English redline beside the Japanese one; always valid."""
    html = beside(strand(*left, "en", ids=False), strand(*right, "ja", ids=True))
    assert not problems(html)
    return html


def cells(html: str) -> list[list[str]]:
    """The languages of each pair of cells; nothing where one is empty."""
    return [re.findall(r'role="group" aria-label="(\w+)"', pair) for pair in html.split('<div class="pair">')[1:]]


def short(name: str, text: str) -> str:
    return f"# {name}\n\n{text}"


EN1, EN2 = short("One", EN[A]), short("One", f"{EN[A]}\n\n{EN[B]}")
JA1, JA2 = short("一", JA[A]), short("一", f"{JA[A]}\n\n{JA[B]}")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (({"a": EN1}, {"a": EN2}), ({"a": JA1}, {"a": JA2}), [["en", "ja"]]),
        (({"a": EN1}, {"a": EN2}), ({"a": JA1}, {"a": JA1}), [["en", "ja"]]),
        (({"a": EN1}, {"a": EN2}), ({}, {}), [["en"]]),
        (({}, {}), ({"a": JA1}, {"a": JA2}), [["ja"]]),
        (({"a": EN1}, {"a": EN1}), ({"a": JA1}, {"a": JA1}), []),
    ],
)
def test_a_section_is_a_pair_unless_neither_language_changed(
    left: tuple[Texts, Texts], right: tuple[Texts, Texts], expected: list[list[str]]
) -> None:
    html = both(left, right)
    assert cells(html) == expected
    assert ("<summary>一" in html) is (right[1] == right[0] != {}), "folded in the language that leads"


def test_the_order_is_the_right_ones_and_what_the_left_alone_has_follows_its_neighbour() -> None:
    left = {name: short(name, f"{name} {EN[A]}") for name in ("a", "b", "x", "c")}
    right = {name: short(name, f"{name} {JA[A]}") for name in ("c", "a", "b")}
    html = both(({}, left), ({}, right))
    assert re.findall(r"<h2[^>]*><ins[^>]*>(\w)</ins></h2>", html) == ["c", "c", "a", "a", "b", "b", "x"]


def test_each_redline_keeps_anchors_of_its_own() -> None:
    html = both(({"a": EN1}, {"a": EN2}), ({"a": JA1}, {"a": JA2}))
    assert re.findall(r'id="(\w+_\d)"', html) == ["en_1", "ja_1"]


def test_rows_stand_beside_each_other_by_the_ids_inside() -> None:
    def names(texts: tuple[str, ...], *ids: str) -> str:
        return "# T\n\n" + "\n\n".join(f"## [{name}](id:{name})\n\n{name} {texts[D]}" for name in ids)

    left = {"a": names(EN, "x", "y", "z")}, {"a": names(EN, "x", "y", "z") + " More."}
    right = {"a": names(JA, "x", "z")}, {"a": names(JA, "x", "z") + "追加。"}
    assert cells(both(left, right)) == [["en", "ja"], ["en", "ja"], ["en"], ["en", "ja"]]


INNER = f"# T\n\n{EN[A]}\n\n## [X](id:x)\n\n{EN[B]}\n\n[**Y.**](id:y) {EN[C]}\n\n## Free\n\n{EN[D]}"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (None, [("", 0, 2), ("x", 2, 4), ("y", 4, 7)]),
        ((1, 3), [("", 0, 4), ("y", 4, 7)]),
        ((2, 4), [("", 0, 2), ("x", 2, 4), ("y", 4, 7)]),
        ((2, 5), [("", 0, 2), ("x", 2, 7)]),
    ],
)
def test_rows_are_cut_at_ids_but_never_inside_a_change(
    change: tuple[int, int] | None, expected: list[tuple[str, int, int]]
) -> None:
    rows = redline({"a": INNER}, {"a": INNER + " More."}).sections[0].rows
    changes = [Change(number=1, kind=ChangeKind.REWORDED, section=0, rows=change)] if change else []
    assert chunks(rows, changes) == expected


def test_a_link_to_a_changed_section_finds_it() -> None:
    old = {"a": short("One", "See [there](section:b)."), "b": EN1}
    new = {"a": short("One", "See [there](section:b) now."), "b": EN2}
    html = both((old, new), (old, new))
    assert html.count('<section id="b">') == 1
    assert html.count('href="#b"') == 1, "in the right column alone"
