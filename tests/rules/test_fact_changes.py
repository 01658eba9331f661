"""What a reviewer is told of a change of facts: texts, a legal basis, accepted wordings; no value of a sentence."""

from __future__ import annotations

from typing import Any

from inforce.model.records import Purposes, Retentions
from inforce.rules.fact_changes import fact_changes


def kept(keep: Any) -> Retentions:
    return Retentions.model_validate({"a": {"keep": keep}})


def purpose(**data: Any) -> Purposes:
    return Purposes.model_validate({"a": {"label": {"en": "A"}, "legal_basis": "GDPR-6-1-a", **data}})


def test_a_reviewer_is_told_of_new_and_changed_wordings() -> None:
    accepting = kept({"value": "7 years", "accept": {"en": {"a while": "7 years"}}})
    (one,) = fact_changes("retention", kept("7 years"), accepting)
    assert (one.code, one.path, one.old, one.new) == ("S124", ("a", "keep", "accept", "en", "a while"), "", "P7Y")
    (one,) = fact_changes("retention", kept({"value": "7 years", "accept": {"en": {"a while": "8 years"}}}), accepting)
    assert (one.old, one.new) == ("P8Y", "P7Y")
    assert not list(fact_changes("retention", accepting, accepting))
    assert not list(fact_changes("retention", kept("6 years"), kept("7 years")))  # the text is held to it


def test_a_reviewer_is_told_of_texts_and_of_a_legal_basis() -> None:
    (label,) = fact_changes(
        "retention",
        Retentions.model_validate({"a": {"label": {"en": "A"}, "keep": "1 year"}}),
        Retentions.model_validate({"a": {"label": {"en": "B"}, "keep": "2 years"}}),
    )
    assert (label.path, label.old, label.new) == (("a", "label", "en"), "A", "B")
    changes = list(fact_changes("purposes", purpose(), purpose(label={"en": "B"}, legal_basis="GDPR-6-1-b", note="x")))
    assert {(one.path, one.old, one.new) for one in changes} == {
        (("a", "label", "en"), "A", "B"),
        (("a", "legal_basis"), "GDPR-6-1-a", "GDPR-6-1-b"),
    }
