"""What changes beside the words: links, nesting, numbers and kinds of lists, emphasis."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from inforce.redline.changes import Row, RowKind
from inforce.redline.data import data
from inforce.redline.lenient import compare_markdown
from inforce.redline.plain import Markdown, text
from inforce.redline.stylings import stylings

from tests.redline.support import redline


def told(old: str, new: str) -> list[str]:
    """Every change beside the words, in a line."""
    (section,) = compare_markdown(f"# T\n\n{old}", f"# T\n\n{new}").sections
    return lines_of(section.rows)


def lines_of(rows: Sequence[Row]) -> list[str]:
    return [
        f"{each.kind.value} {each.words}: {each.old} → {each.new}"
        for those in stylings(rows, {}).values()
        for each in those
    ]


A, B = "https://a.example", "https://b.example"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (f"Read [terms]({A}) now.", f"Read [terms]({B}) now.", [f"link terms: {A} → {B}"]),
        (f"Read [terms]({A}) now.", f"Read [terms]({B}) soon.", [f"link terms: {A} → {B}"]),
        (f"Read our [terms]({A}) now.", f"Read our [rules]({B}) now.", [f"link rules: {A} → {B}"]),
        (f"Read [terms]({A}) now.", "Read terms now.", [f"link terms: {A} → None"]),
        ("Read terms now.", f"Read [terms]({A}) now.", [f"link terms: None → {A}"]),
        ("[us](mailto:a@a.example) here", "[us](tel:12) here", ["link us: mailto:a@a.example → tel:12"]),
        ("See [a](x.md) here.", "See [a](y.md) here.", ["link a: x.md → y.md"]),
        (f"One [new]({B}) and [a]({A}).", f"One and [a]({A}).", []),
        (f"| A |\n|---|\n| [t]({A}) |", f"| A |\n|---|\n| [t]({B}) |", [f"link t: {A} → {B}"]),
        ("- a\n- b", "- a\n    - b", ["nesting : 1 → 2"]),
        ("1. a\n2. b", "5. a\n6. b", ["steps : 1–2 → 5–6"]),
        ("1. a words", "3. a words", ["steps : 1 → 3"]),
        ("1. a\n2. b", "1. new words\n2. a\n3. b", []),
        ("1. a\n2. b\n3. c", "1. b\n2. c", []),
        ("1. a\n1. b", "1. a\n2. b", []),
        ("- a", "1. a", ["shape : bullet → step"]),
        ("### A words", "#### A words", ["level : 3 → 4"]),
        ("1. a\n\nwords\n\n1. b words", "1. a\n\nwords\n\n2. b words", ["steps : 1 → 2"]),
        ("never *ever*", "never **ever**", ["emphasis : None → None"]),
        ("We may not share it.", "We may not share it.", []),
    ],
)  # fmt: skip
def test_what_changed_beside_the_words(old: str, new: str, expected: list[str]) -> None:
    assert told(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a `word`", "a word", ["emphasis : None → None"]),
        (f"[a]({A})", f'[a]({A} "b")', [f"link a: {A} → {A} (b)"]),
        ("- a\n\n  b words", "- a\n- b words", ["shape : paragraph in a list → bullet"]),
        ("- a\n\n  b words", "- a\n\nb words", ["shape : paragraph in a list → paragraph"]),
        ("a words", "> a words", ["shape : paragraph → quoted paragraph"]),
        ("```\na words\n```", "a words", ["shape : code → paragraph"]),
        ("```\na\n  words\n```", "```\na\nwords\n```", ["space : None → None"]),
        ("| a |\n|---|\n| b<br>c |", "| a |\n|---|\n| b<br>- c |", ["emphasis : None → None"]),
        ("5. a\n6. b\n   - c", "1. a\n2. b\n   - c", ["steps : 5–6 → 1–2"]),
    ],
)  # fmt: skip
def test_what_changed_of_a_section_beside_the_words(old: str, new: str, expected: list[str]) -> None:
    (section,) = redline({"a": f"# T\n\n{old}"}, {"a": f"# T\n\n{new}"}).sections
    assert lines_of(section.rows) == expected


def test_a_heading_inside_with_another_number_is_no_change_of_words() -> None:
    old = "# T\n\n### 3.1 Cookies\n\nSmall files.\n\n### 3.2 Rights\n\nYou may object."
    found = compare_markdown(old, old.replace("3.", "4."))
    assert not found.changes
    assert [row.kind for row in found.sections[0].rows].count(RowKind.RESTYLED) == 2
    assert "### [-3.1-]{+4.1+} Cookies" in text(found)


def test_text_tells_a_link_and_a_depth_as_changes_of_their_own() -> None:
    old = f"# T\n\nRead [terms]({A}) now.\n\n- a\n- b"
    shown = text(compare_markdown(old, f"# T\n\nRead [terms]({B}) soon.\n\n- a\n    - b"))
    assert shown == (
        "3 changes in 1 section\n\nT\n\n  1 · reworded\n  Read terms [-now-]{+soon+}.\n\n  2 · link changed\n"
        f"  link “terms”: [-{A}-] → {{+{B}+}}\n\n  3 · moved in or out in its list\n      - b\n"
        "  depth in the list: [-1-] → {+2+}\n"
    )
    found = compare_markdown(f"# T\n\nRead [terms]({A}).", f"# T\n\nRead [terms]({B}).")
    assert "<del>https:<!-- -->//a.example</del>" in text(found, Markdown())


def test_text_tells_other_numbers_of_steps_without_a_numbered_change() -> None:
    found = compare_markdown("# T\n\n1. one\n2. two", "# T\n\n5. one\n6. two")
    assert text(found) == (
        "No words changed; links, numbers or formatting did.\n\nT\n\n  formatting\n  5. one\n"
        "  numbers in the list: [-1–2-] → {+5–6+}\n"
    )


def test_where_only_emphasis_differs_the_blocks_are_counted() -> None:
    found = compare_markdown("# T\n\nnever *a*\n\nnever *b*", "# T\n\nnever **a**\n\nnever **b**")
    assert text(found).endswith("\n  formatting\n  bold, italics or spaces differ in 2 blocks\n")


def test_json_has_the_targets_and_the_marks() -> None:
    found = compare_markdown(f"# T\n\nRead **our** [terms]({A}).", f"# T\n\nRead **our** [terms]({B}).")
    made = data(found).model_dump(mode="json", exclude_none=True)
    (block,) = made["sections"][0]["changed"]
    assert made["changes"][0]["links"] == block["restyled"]
    assert block["restyled"] == [{"kind": "link", "words": "terms", "old": A, "new": B}]
    assert block["blocks"][0][0]["runs"] == [
        {"text": "Read "},
        {"text": "our", "strong": True},
        {"text": " "},
        {"text": "terms", "target": B},
        {"text": "."},
    ]
