"""A translation is told apart as up to date, out of date, or never recorded."""

from __future__ import annotations

import pytest
from inforce.problems import Severity
from inforce.rules.translations import check_translation


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
        folder="policy_src/privacy/fr",
        policy="privacy",
    )
    assert [one.location.file for one in found] == [f"policy_src/privacy/fr/{name}.md" for name in told]
    for one, (name, words) in zip(found, told.items(), strict=True):
        assert (one.code, one.severity) == ("T102", Severity.OPEN)
        assert words in one.message
        assert one.remedy.endswith(f"inforce sync privacy fr {name}")


def test_a_language_of_which_nothing_is_recorded_is_told_once() -> None:
    (one,) = check_translation(
        source={"a": "w1:now", "b": "w1:now"},
        synced={},
        present=frozenset({"a", "b"}),
        folder="policy_src/privacy/fr",
        policy="privacy",
    )
    assert (one.code, one.location.file) == ("T102", "policy_src/privacy/fr")
    assert one.remedy.endswith("inforce sync privacy fr")
