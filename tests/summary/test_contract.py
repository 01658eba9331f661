"""The contract: what a summary must hold, and that the shipped schemas are those of the models."""

from __future__ import annotations

import pytest
from inforce.summary.contract import Summary
from inforce.summary.index import Index
from inforce.summary.interface import InterfaceWords
from inforce.summary.published import Published, json_schema
from inforce.workspace.api import shipped_schema


@pytest.mark.parametrize(("name", "model"), [("summary", Summary), ("index", Index), ("words", InterfaceWords)])
def test_the_shipped_schema_is_that_of_the_model(name: str, model: type[Published]) -> None:
    assert shipped_schema(name) == json_schema(model), "run: inforce schemas"


def test_readers_may_meet_fields_that_they_do_not_know() -> None:
    for model in (Summary, Index, InterfaceWords):
        assert "'additionalProperties': False" not in str(json_schema(model))


FIELDS = {
    "format", "policy", "version", "revision", "language", "language_status", "reviewed", "authoritative_language",
    "title", "url", "effective_from", "announced", "text_digest", "consent_epoch", "change", "controller",
    "representative", "dpo", "authority", "contact", "data", "purposes", "retention", "recipients", "rights", "answer",
    "roles", "sources", "automated_decisions", "children_age", "liability", "law", "courts", "settlement",
    "cookie_categories", "cookies", "sections", "stated_in", "unknown",
    "none",
}  # fmt: skip


def test_no_field_of_version_1_ever_goes() -> None:
    """Additive only: add a new field here, never take one out."""
    assert Summary.model_fields.keys() >= FIELDS
