"""Facts in the contract: what each part takes, and what it cannot say."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.contract import models_facts as facts
from inforce.contract.published import Published
from pydantic import ValidationError

RIGHT: dict[type[Published], dict[str, Any]] = {
    facts.Label: {"text": "Registre", "lang": "fr"},
    facts.PostalAddress: {"lines": ["Street 1"], "street": "Street", "locality": "Brussels", "country": "BE"},
    facts.Party: {"name": {"text": "Them"}, "email": "a@example.com", "phone": "+3222744800"},
    facts.Period: {"id": "crm", "duration": "P3Y", "after": {"text": "the last contact"}},
    facts.PublishedPurpose: {
        "id": "crm",
        "legal_basis": ["GDPR-6-1-f", "GDPR-9-2-a", "x-heirs"],
        "data": ["contact.email"],
        "recipients": [],
        "retention": ["crm"],
        "providing": {"duty": "voluntary"},
    },
    facts.PublishedCategory: {"id": "contact", "role": "controller", "items": [{"id": "email"}]},
    facts.PublishedRecipient: {
        "id": "host",
        "role": "processor",
        "data": [],
        "privacy": "https://example.com/privacy",
        "transfers": [{"id": "us", "country": "US", "safeguard": "standard-clauses"}],
    },
    facts.PublishedRight: {"id": "access", "contacts": ["/controller/email"]},
    facts.Answer: {"contacts": ["/controller/email"], "reply": "P1M", "extended": "P3M"},
}
WRONG: list[tuple[type[Published], str, Any]] = [
    (facts.Label, "text", ""),
    (facts.Label, "lang", "fr_BE"),
    (facts.PostalAddress, "country", "Belgium"),
    (facts.PostalAddress, "lines", ["Street 1\n1000"]),
    (facts.Party, "email", "at example.com"),
    (facts.Party, "phone", "02 274 48 00"),
    (facts.Party, "website", "javascript:alert(1)"),
    (facts.Period, "id", "C R M"),
    (facts.Period, "duration", "3 years"),
    (facts.PublishedPurpose, "legal_basis", ["consent"]),
    (facts.PublishedPurpose, "providing", {"duty": "perhaps"}),
    (facts.PublishedPurpose, "data", ["contact.email.first"]),
    (facts.PublishedCategory, "role", "other"),
    (facts.PublishedRecipient, "privacy", "http://example.com/"),
    (facts.PublishedRecipient, "transfers", [{"id": "us", "country": "USA", "safeguard": "standard-clauses"}]),
    (facts.PublishedRecipient, "transfers", [{"id": "us", "country": "US", "safeguard": "shield"}]),
    (facts.PublishedRight, "contacts", ["organisation.controller.email"]),
    (facts.Answer, "reply", "one month"),
]


@pytest.mark.parametrize("model", RIGHT, ids=lambda model: model.__name__)
def test_what_a_part_says(model: type[Published]) -> None:
    assert model.model_validate(RIGHT[model]).model_dump(exclude_none=True) == RIGHT[model]


@pytest.mark.parametrize(("model", "field", "value"), WRONG, ids=lambda value: getattr(value, "__name__", None))
def test_what_a_part_cannot_say(model: type[Published], field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        model.model_validate({**RIGHT[model], field: value})


@pytest.mark.parametrize("model", RIGHT, ids=lambda model: model.__name__)
def test_a_part_says_nothing_that_version_1_does_not_have(model: type[Published]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate({**RIGHT[model], "surprise": 1})
