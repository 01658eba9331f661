"""Facts of two versions compared: entries that came or went, fields with another value, in the reader's language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.facts import Facts
from inforce.redline.facts import FactChange, FactChangeKind, fact_changes

OPPOSITE = {
    FactChangeKind.ADDED: FactChangeKind.REMOVED,
    FactChangeKind.REMOVED: FactChangeKind.ADDED,
    FactChangeKind.CHANGED: FactChangeKind.CHANGED,
}
Files = dict[str, object]


def facts(files: Files) -> Facts:
    """Facts as their files would give them."""
    return Facts.model_validate(files)


def told(change: FactChange) -> str:
    """A change in one line: its kind, its path, its values; a reason for an unknown one in brackets."""
    was = f"[{change.old}]" if change.old_unknown else str(change.old)
    now = f"[{change.new}]" if change.new_unknown else str(change.new)
    return f"{change.kind.value} {'.'.join(change.path)}" + ("" if change.is_entry else f": {was} → {now}")


CHANGES: list[tuple[str, Files, Files, list[str]]] = [
    ("an entry", {}, {"recipients": {"a": {"name": "A"}}}, ["added recipients.a"]),
    (
        "an item within an entry",
        {"data": {"categories": {"contact": {"label": {"en": "Contact"}}}}},
        {"data": {"categories": {"contact": {"label": {"en": "Contact"}}, "usage": {"label": {"en": "Usage"}}}}},
        ["added data.categories.usage"],
    ),
    (
        "a field",
        {"retention": {"a": {"keep": "3 years"}}},
        {"retention": {"a": {"keep": "2 years"}}},
        ["changed retention.a.keep: P3Y → P2Y"],
    ),
    (
        "a field that was not there",
        {"recipients": {"a": {"name": "A"}}},
        {"recipients": {"a": {"name": "A", "description": {"en": "Sends letters"}}}},
        ["added recipients.a.description: None → Sends letters"],
    ),
    (
        "a name in every language",
        {"recipients": {"a": {"name": "A"}}},
        {"recipients": {"a": {"name": "B"}}},
        ["changed recipients.a.name: A → B"],
    ),
    (
        "unknown before",
        {"retention": {"a": {"keep": {"unknown": {"en": "Nobody said"}}}}},
        {"retention": {"a": {"keep": "2 years"}}},
        ["changed retention.a.keep: [Nobody said] → P2Y"],
    ),
    (
        "unknown now, the reason in another language alone",
        {"retention": {"a": {"keep": "2 years"}}},
        {"retention": {"a": {"keep": {"unknown": {"ja": "不明"}}}}},
        ["changed retention.a.keep: P2Y → []"],
    ),
    (
        "the same value written otherwise",
        {"retention": {"a": {"keep": "2 years"}}},
        {"retention": {"a": {"keep": {"value": "2 years"}}}},
        [],
    ),
    (
        "a further right wording",
        {"retention": {"a": {"keep": "2 years"}}},
        {"retention": {"a": {"keep": {"value": "2 years", "accept": {"de": ["Zweijahresfrist"]}}}}},
        [],
    ),
    (
        "a note, which is for the editors",
        {"retention": {"a": {"keep": "2 years"}}},
        {"retention": {"a": {"keep": "2 years", "note": "Ask legal"}}},
        [],
    ),
    (
        "another order",
        {"retention": {"a": {"keep": "2 years"}, "b": {"keep": "1 year"}}},
        {"retention": {"b": {"keep": "1 year"}, "a": {"keep": "2 years"}}},
        [],
    ),
]
_NAMES = [case[0] for case in CHANGES]


@pytest.mark.parametrize(("old", "new", "expected"), [case[1:] for case in CHANGES], ids=_NAMES)
def test_what_changed(old: Files, new: Files, expected: list[str]) -> None:
    assert [told(change) for change in fact_changes(facts(old), facts(new), "en")] == expected


@pytest.mark.parametrize(("old", "new"), [case[1:3] for case in CHANGES], ids=_NAMES)
def test_the_way_back_is_the_opposite(old: Files, new: Files) -> None:
    there = {(c.kind, c.path, c.old, c.new) for c in fact_changes(facts(old), facts(new), "en")}
    back = {(OPPOSITE[c.kind], c.path, c.new, c.old) for c in fact_changes(facts(new), facts(old), "en")}
    assert there == back


LABELS = {"en": "Prospects", "ar": "العملاء المحتملون", "ja": "見込み客", "th": "ผู้สนใจ"}


@pytest.mark.parametrize("language", LABELS)
def test_a_text_counts_in_its_own_language_alone(language: str) -> None:
    old, new = (
        facts({"retention": {"a": {"label": label, "keep": "1 year"}}}) for label in (LABELS, {**LABELS, language: "X"})
    )
    (found,) = fact_changes(old, new, language)
    assert (found.path, found.old, found.new) == (("retention", "a", "label"), LABELS[language], "X")
    assert all(fact_changes(old, new, other) == () for other in LABELS if other != language)


def test_the_order_is_the_new_files_and_what_went_comes_last() -> None:
    old = facts({"retention": {"z": {"keep": "1 year"}, "a": {"keep": "1 year"}}, "recipients": {"r": {"name": "R"}}})
    new = facts({"recipients": {"b": {"name": "B"}, "a": {"name": "A"}}, "retention": {"a": {"keep": "2 years"}}})
    assert [(change.kind.value, change.path[:2]) for change in fact_changes(old, new, "en")] == [
        ("changed", ("retention", "a")),
        ("added", ("recipients", "b")),
        ("added", ("recipients", "a")),
        ("removed", ("retention", "z")),
        ("removed", ("recipients", "r")),
    ]


KEPT = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 3))


@given(KEPT, KEPT)
def test_every_entry_that_differs_is_told_once(old: dict[str, int], new: dict[str, int]) -> None:
    """By its id: it came, it went, or its value is another."""
    one, two = (
        facts({"retention": {name: {"keep": f"{years} years"} for name, years in found.items()}})
        for found in (old, new)
    )
    differ = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    assert sorted(change.path[1] for change in fact_changes(one, two, "en")) == differ
