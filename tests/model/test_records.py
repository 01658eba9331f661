"""The other files of facts: what each entry must say, and what it is called."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.leaf import listed
from inforce.model.records import Body, Contact, Organisation, Purpose, Recipient, Retention, Right, Rights, Transfer
from pydantic import BaseModel, ValidationError

LABEL = {"label": {"en": "Label"}}


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (Retention, {"keep": "10 years", "criteria": {"en": "as long as needed"}}),
        (Retention, {"label": {"en": "Contracts"}}),
        (Retention, {"keep": "10 years", "same_as": "other"}),
        (Retention, {"keep": "some time"}),
        (Recipient, {"role": "processor"}),
        (Recipient, {"name": "A", "role": "friend"}),
        (Recipient, {"name": "A", "country": "Belgium"}),
        (Transfer, {"country": "US", "safeguard": "trust"}),
        (Purpose, {**LABEL, "legal_basis": "consent"}),
        (Purpose, {**LABEL, "legal_basis": "GDPR-6-1-a", "data": ["a.b.c"]}),
        (Body, {"number": "1"}),
        (Contact, {"website": "http://example.org"}),
        (Contact, {"email": "nobody"}),
        (Contact, {"phone": "22744800"}),
        (Contact, {"website": {"en": "https://example.org", "fr": "http://example.org/fr"}}),
        (Contact, {"website": {"english": "https://example.org"}}),
        (Contact, {"website": {}}),
        (Contact, {"website": ["https://example.org"]}),
        (Purpose, {**LABEL, "legal_basis": "GDPR-6-1-a", "data": "contact"}),
        (Right, {**LABEL, "by": ["email"]}),
        (Rights, {"flight": LABEL}),
        (Rights, {"other": {"rectification": LABEL}}),
        (Transfer, {"country": "none"}),
    ],
)
def test_what_cannot_stand(model: type[BaseModel], data: Any) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(data)


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (Retention, {"keep": "10 years", "after": {"en": "after its end"}}),
        (Retention, {"criteria": {"en": "as long as needed"}}),
        (Retention, {"same_as": "other"}),
        (Recipient, {"name": "A", "transfers": {"us": {"country": "US", "safeguard": "standard-clauses"}}}),
        (Recipient, {"label": {"en": "Hosting"}}),
        (Recipient, {"name": "A", "transfers": {"us": {"label": {"en": "Anywhere"}}}}),
        (Recipient, {"name": "A", "transfers": {"us": {"safeguard": {"unknown": "The policy names none."}}}}),
        (Purpose, LABEL),
        (Purpose, {**LABEL, "legal_basis": ["GDPR-6-1-a", "GDPR-9-2-a", "x-heirs"]}),
        (Purpose, {**LABEL, "legal_basis": {"unknown": "It cannot be read."}}),
        (Purpose, {**LABEL, "legal_basis": "GDPR-6-1-a", "data": ["contact.email", "contact"]}),
        (Contact, {"website": "https://example.org", "phone": "+3222744800"}),
        (Contact, {"website": {"en": "https://example.org", "fr": "https://example.org/fr"}}),
        (Right, {**LABEL, "by": ["organisation.controller.email"]}),
        (Right, {**LABEL, "by": "none", "fee": "none", "when": {"en": "at any time"}}),
        (Right, {**LABEL, "by": {"unknown": "nobody looked"}}),
    ],
)
def test_what_stands_comes_back(model: type[BaseModel], data: Any) -> None:
    made = model.model_validate(data)
    dumped = made.model_dump(mode="json")
    assert model.model_validate(dumped) == made
    assert None not in dumped.values()
    assert {} not in dumped.values()


def test_an_entity_that_is_unknown_as_a_whole_is_so_in_its_first_field() -> None:
    kept = Retention.model_validate({"unknown": {"en": "nobody knows"}})
    assert kept.keep is not None
    assert (kept.keep.value, kept.keep.unknown) == (None, {"en": "nobody knows"})


def test_rights_stand_in_the_order_of_the_regulation_then_the_others() -> None:
    rights = Rights.model_validate(
        {"other": {"x-water": LABEL}, "objection": LABEL, "access": LABEL, "exercise": {"reply": "1 month"}}
    )
    assert list(rights.granted()) == ["access", "objection", "x-water"]


@pytest.mark.parametrize(
    ("name", "own", "expected"),
    [
        ("access", None, ("organisation.dpo",)),
        ("access", ["organisation.controller"], ("organisation.controller",)),
        ("access", "none", ()),
        ("complaint", None, ()),
    ],
)
def test_a_right_is_used_by_what_is_said_of_all_unless_it_says_otherwise(
    name: str, own: Any, expected: tuple[str, ...]
) -> None:
    right = {**LABEL, **({"by": own} if own else {})}
    rights = Rights.model_validate({"exercise": {"by": ["organisation.dpo"]}, name: right})
    assert listed(rights.used_by(name)) == expected


def test_notes_are_for_those_who_look_after_the_source() -> None:
    organisation = Organisation.model_validate({"controller": {"name": "A", "note": "ask legal"}})
    assert organisation.controller is not None
    assert organisation.controller.note == "ask legal"
