"""A translation is told apart as up to date, out of date, or never recorded."""

from __future__ import annotations

import pytest
from inforce.problems import Severity
from inforce.rules.translations import check_changed, check_translation


@pytest.mark.parametrize(
    ("synced", "present", "told"),
    [
        ({"a": "w1:now", "b": "w1:now"}, {"a", "b"}, {}),
        ({"a": "w1:before", "b": "w1:now"}, {"a", "b"}, {"a": "the prevailing text has changed"}),
        ({"b": "w1:now"}, {"a", "b"}, {"a": "it is not recorded which text this French translation"}),
        ({}, {"b"}, {"b": "it is not recorded"}),
        ({"a": "w1:before"}, set(), {}),
        ({"c": "w1:before"}, {"c"}, {}),
    ],
)
def test_a_translation_made_from_other_words_is_told(
    synced: dict[str, str], present: set[str], told: dict[str, str]
) -> None:
    found = check_translation(
        source={"a": "w1:now", "b": "w1:now"},
        synced=synced,
        present=frozenset(present),
        language="fr",
        folder="policy_src/privacy/fr",
        policy="privacy",
    )
    assert [one.location.file for one in found] == [f"policy_src/privacy/fr/{name}.md" for name in told]
    for one, (name, words) in zip(found, told.items(), strict=True):
        assert (one.code, one.severity) == ("T102", Severity.OPEN)
        assert words in one.message
        behind = "Bring the translation up to date, unless it still says what the text says. " if name in synced else ""
        assert one.remedy == (
            f"{behind}Once they say the same, leave the rest to whoever makes the release, or run: "
            f"inforce sync privacy fr {name}"
        )


def test_who_has_translated_anew_in_the_same_change_has_nothing_more_to_do() -> None:
    (one,) = check_translation(
        source={"a": "w1:now"},
        synced={"a": "w1:before"},
        present=frozenset({"a"}),
        language="fr",
        folder="policy_src/privacy/fr",
        policy="privacy",
        changed=frozenset({"a"}),
    )
    assert one.remedy.startswith("Its words have changed with it. Once they say the same, leave the rest to whoever")


@pytest.mark.parametrize(
    ("now", "before", "synced", "synced_before", "changed", "code"),
    [
        ("w1:a", "w1:a", "w1:a", "w1:a", True, "T107"),
        ("w1:b", "w1:a", "w1:b", "w1:a", False, "T108"),
        ("w1:b", "w1:b", "w1:b", "w1:a", False, "T108"),
        ("w1:b", "w1:a", "w1:b", "w1:a", True, None),
        ("w1:b", "w1:a", "w1:a", "w1:a", True, None),
        ("w1:b", "w1:b", "w1:b", "w1:a", True, None),
        ("w1:b", "w1:a", "w1:a", "w1:a", False, None),
        ("w1:a", "w1:a", "w1:a", "w1:a", False, None),
        ("w1:a", "w1:a", "w1:a", None, True, None),
    ],
)
def test_what_a_change_does_to_a_translation(
    now: str, before: str, synced: str, synced_before: str | None, changed: bool, code: str | None
) -> None:
    found = check_changed(
        source={"a": now},
        source_before={"a": before},
        synced={"a": synced},
        synced_before={"a": synced_before} if synced_before else {},
        changed=frozenset({"a"} if changed else ()),
        language="fr",
        folder="policy_src/privacy/fr",
        leading="en",
    )
    told = [(one.code, one.severity, one.location.file) for one in found]
    assert told == ([(code, Severity.HINT, "policy_src/privacy/fr/a.md")] if code else [])


def test_a_language_of_which_nothing_is_recorded_is_told_once() -> None:
    (one,) = check_translation(
        source={"a": "w1:now", "b": "w1:now"},
        synced={},
        present=frozenset({"a", "b"}),
        language="fr",
        folder="policy_src/privacy/fr",
        policy="privacy",
    )
    assert (one.code, one.location.file) == ("T102", "policy_src/privacy/fr")
    assert one.remedy.endswith("inforce sync privacy fr")
