"""Links that lead elsewhere, and items at another depth: whatever happens to their words."""

from __future__ import annotations

import pytest
from inforce.model.text import Target
from inforce.redline import ChangeKind, Row
from inforce.redline.changes import LinkChange
from inforce.redline.flattened import is_inside
from inforce.redline.lenient import compare_markdown
from inforce.redline.links import as_set, renumbered

from tests.redline.support import redline

A, B = "https://a.example", "https://b.example"
REWORDED, RELINKED, NESTED = ChangeKind.REWORDED, ChangeKind.RELINKED, ChangeKind.NESTED


def _said(link: LinkChange) -> tuple[str, str, str]:
    return link.words, str(link.old or ""), str(link.new or "")


@pytest.mark.parametrize(
    ("old", "new", "links"),
    [
        (f"See [terms]({A}).", f"See [terms]({B}).", [("terms", A, B)]),
        (f"See [terms]({A}) to sign, please do.", f"See [terms]({B}) to order, please do.", [("terms", A, B)]),
        (
            "Write to [us](mailto:a@a.example).",
            "Write to [us](mailto:b@a.example).",
            [("us", "mailto:a@", "mailto:b@")],
        ),
        (f"| A | B |\n|---|---|\n| x | [t]({A}) |", f"| A | B |\n|---|---|\n| x | [t]({B}) |", [("t", A, B)]),
        (f"See [terms]({A}) today.", "See terms today.", [("terms", A, "")]),
        ("See terms today.", f"See [terms]({A}) today.", [("terms", "", A)]),
        (f"Read all of [terms]({A}) now.", f"Read all of [conditions]({B}) now.", [("conditions", A, B)]),
        (f"Read all of our [old terms]({A}) now.", f"Read all of our [new terms]({B}) now.", [("new terms", A, B)]),
        (f"[one]({A}) and [two]({B})", f"[one]({B}) and [two]({A})", [("one", A, B), ("two", B, A)]),
        (f"See [one]({A}) here.", f"See [two]({A}) here.", []),
        (f"See [terms]({A}) here.", f"See **[terms]({A})** here.", []),
        (f"See [the terms]({A}) here.", f"See the [terms]({A}) here.", []),
        (
            f"Nothing here is a link, not one word of it, but [this]({A}).",
            "Nothing here is a link, not one word of it.",
            [],
        ),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_a_link_that_leads_elsewhere_is_a_change_of_its_own(
    old: str, new: str, links: list[tuple[str, str, str]]
) -> None:
    changes = compare_markdown(f"# T\n\n{old}\n", f"# T\n\n{new}\n").changes
    told = [_said(link) for change in changes if change.kind is RELINKED for link in change.links]
    assert [(w, a[: len(x)], b[: len(y)]) for (w, a, b), (_, x, y) in zip(told, links, strict=True)] == [
        (w, x, y) for w, x, y in links
    ]


def test_changed_words_and_a_changed_link_are_two_changes() -> None:
    old, new = f"# T\n\nRead our [terms]({A}) to sign.\n", f"# T\n\nRead our [terms]({B}) to order.\n"
    assert [change.kind for change in compare_markdown(old, new).changes] == [REWORDED, RELINKED]


def test_a_link_to_a_section_that_has_a_new_id_leads_where_it_led() -> None:
    words = "We keep what you give us for three years after your last visit to our shop.\n"
    old = {"one": "# One\n\nSee [there](section:two).\n", "two": f"# Kept\n\n{words}"}
    new = {"one": "# One\n\nSee [there](section:kept).\n", "kept": f"# Kept\n\n{words}"}
    assert [change.kind for change in redline(old, new).changes] == []


def test_a_fact_is_no_link() -> None:
    assert not redline({"a": "# A\n\nCall [us](fact:a.b).\n"}, {"a": "# A\n\nCall us.\n"}).changes


def test_items_at_another_depth_are_told_neighbours_together() -> None:
    old = "# T\n\n- We share with:\n- the police\n- the courts\n- banks, except\n    - foreign banks\n"
    new = "# T\n\n- We share with:\n    - the police\n    - the courts\n- banks, except\n- foreign banks\n"
    assert [(change.kind, change.rows) for change in compare_markdown(old, new).changes] == [
        (NESTED, (2, 4)),
        (NESTED, (5, 6)),
    ]


def test_as_set_gives_kept_words_their_old_emphasis() -> None:
    old, new = "# T\n\nYou must **never** share it now.\n", "# T\n\nYou must never share **it** today.\n"
    row: Row = compare_markdown(old, new).sections[0].rows[1]
    strong = [run.text for piece in as_set(row).parts[0] for run in piece.runs if run.marks.strong]
    assert strong == ["never"]


def target(value: str) -> Target:
    """A link as texts of others have it."""
    return Target(scheme="https" if value.startswith("https") else "other", value=value)


@pytest.mark.parametrize(
    ("old", "new", "was", "now", "expected"),
    [
        ("#9-conduct", "#10-conduct", None, None, True),
        ("#9.2-spam", "#10.2-spam", None, None, True),
        ("#9-conduct", "#10-brands", "9.", "10.", False),
        ("#conduct", "#10-conduct", None, None, False),
        ("#2021-rules", "#2024-rules", None, None, False),
        ("#section-9", "#section-10", "9.", "10.", True),
        ("#section-9", "#section-10", None, None, False),
        ("#section-9", "#section-11", "9.", "10.", False),
        ("#s9", "#s10", "9", "10", True),
        ("#s19", "#s10", "9", "10", False),
        ("#92-abuse", "#102-abuse", "9.2", "10.2", True),
        ("#p9_2", "#p10_2", "9.2", "10.2", True),
        ("#article-9", "#article-10", "Article 9:", "Article 10:", True),
        ("#ix-marks", "#X-marks", "IX.", "X.", True),
        ("#mix", "#mx", "IX.", "X.", False),
        ("#第9条-禁止", "#第10条-禁止", "第9条", "第10条", True),
        ("https://x.org/9", "https://x.org/10", "9.", "10.", False),
        ("other.html#9-conduct", "other.html#10-conduct", "9.", "10.", False),
    ],
)
def test_renumbered(old: str, new: str, was: str | None, now: str | None, expected: bool) -> None:
    assert renumbered(target(old), target(new), was, now) is expected


def test_a_place_of_the_same_text() -> None:
    assert is_inside(target("#a"))
    assert not is_inside(target("https://x.org/#a"))
    assert not is_inside(None)
