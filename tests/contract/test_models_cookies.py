"""Cookies in the contract: what one must say, and what it cannot."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.contract.models_cookies import PublishedCookie
from inforce.contract.published import canonical
from pydantic import ValidationError

COOKIE: dict[str, Any] = {
    "id": "a",
    "name": "a",
    "match": "exact",
    "pattern": "^a$",
    "type": "cookie",
    "category": "necessary",
    "party": "first",
    "domains": [],
    "lifetime": {"kind": "session"},
    "consent_required": False,
    "legal_basis": [],
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
        ("lifetime", {"kind": "duration", "duration": "13 months"}),
        ("lifetime", {"kind": "duration", "duration": "P13M", "max_age_s": 0}),
        ("domains", ["https://example.com/"]),
        ("purposes", ["Statistics"]),
        ("pattern", "_ga"),
        ("path", "shop"),
        ("verified", "2026-02-30"),
        ("verified", "yesterday"),
        ("legal_basis", ["GDPR-6-1-g"]),
        ("surprise", 1),
    ],
)
def test_what_a_cookie_cannot_say(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        PublishedCookie.model_validate({**COOKIE, field: value})


def test_canonical_bytes_leave_out_what_is_absent_and_sort_what_is_there() -> None:
    data = canonical(PublishedCookie.model_validate(COOKIE))
    assert data == (
        b'{"category":"necessary","consent_required":false,"data":[],"domains":[],"id":"a","legal_basis":[],'
        b'"lifetime":{"kind":"session"},'
        b'"match":"exact","name":"a","party":"first","pattern":"^a$","purposes":[],"type":"cookie"}'
    )
