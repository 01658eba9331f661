"""The contract: what a summary must hold, and that the shipped schemas are those of the models."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.summary.contract import PublishedCookie, Summary
from inforce.summary.index import Index
from inforce.summary.interface import InterfaceWords
from inforce.summary.published import Published, canonical, json_schema
from inforce.workspace.api import shipped_schema
from pydantic import ValidationError

COOKIE: dict[str, Any] = {
    "id": "a",
    "name": "a",
    "match": "exact",
    "type": "cookie",
    "category": "necessary",
    "party": "first",
    "domains": [],
    "lifetime": {"kind": "session"},
    "consent_required": False,
    "purposes": [],
    "data": [],
}


@pytest.mark.parametrize("category", ["necessary", "functional", "analytics", "marketing", "x-games", "x-1"])
def test_a_cookie_has_a_known_category_or_one_of_the_companys_own(category: str) -> None:
    assert PublishedCookie.model_validate({**COOKIE, "category": category}).category == category


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("category", "statistics"),
        ("category", "x-"),
        ("category", "X-games"),
        ("match", "regex"),
        ("type", "flash"),
        ("party", "second"),
        ("lifetime", {"kind": "forever"}),
        ("surprise", 1),
    ],
)
def test_what_a_cookie_cannot_say(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        PublishedCookie.model_validate({**COOKIE, field: value})


def test_canonical_bytes_leave_out_what_is_absent_and_sort_what_is_there() -> None:
    data = canonical(PublishedCookie.model_validate(COOKIE))
    assert data == (
        b'{"category":"necessary","consent_required":false,"data":[],"domains":[],"id":"a","lifetime":{"kind":"session"},'
        b'"match":"exact","name":"a","party":"first","purposes":[],"type":"cookie"}'
    )


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
