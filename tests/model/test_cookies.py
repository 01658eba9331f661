"""cookies.yml: lifetimes, names that match, categories."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.cookies import Cookie, Cookies, Lifetime, LifetimeKind
from pydantic import ValidationError

COOKIE: dict[str, Any] = {
    "name": "sid",
    "type": "cookie",
    "category": "necessary",
    "party": "first",
    "lifetime": "session",
    "consent_required": "false",
}


@pytest.mark.parametrize(
    ("data", "kind", "duration"),
    [
        ("session", LifetimeKind.SESSION, None),
        (" until_deleted ", LifetimeKind.UNTIL_DELETED, None),
        ("13 months", LifetimeKind.DURATION, "P13M"),
        ({"unknown": {"en": "nobody has looked"}}, None, None),
    ],
)
def test_a_lifetime_is_read_from_a_word_or_a_duration_and_written_back(
    data: object, kind: LifetimeKind | None, duration: str | None
) -> None:
    life = Lifetime.model_validate(data)
    assert life.kind is kind
    known = life.duration.value if life.duration else None
    assert (str(known) if known else None) == duration
    assert Lifetime.model_validate(life.model_dump(mode="json")) == life


@pytest.mark.parametrize("data", ["", "a while", {}, {"kind": "session", "duration": "1 day"}, {"kind": "duration"}])
def test_what_is_no_lifetime(data: object) -> None:
    with pytest.raises(ValidationError):
        Lifetime.model_validate(data)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("category", "statistics"),
        ("category", "x-"),
        ("type", "flash"),
        ("party", "second"),
        ("domains", ["Example.org"]),
        ("domains", ["https://example.org"]),
        ("match", "regex"),
        ("legal_basis", "GDPR-6-1-z"),
        ("consent_required", "perhaps"),
        ("surprise", "x"),
    ],
)
def test_what_a_cookie_cannot_say(field: str, value: object) -> None:
    Cookie.model_validate(COOKIE)
    with pytest.raises(ValidationError):
        Cookie.model_validate({**COOKIE, field: value})


@pytest.mark.parametrize("field", sorted(COOKIE))
def test_what_it_must_say(field: str) -> None:
    with pytest.raises(ValidationError):
        Cookie.model_validate({name: value for name, value in COOKIE.items() if name != field})


@pytest.mark.parametrize(("match", "name", "good"), [
    ("glob", "*", False), ("glob", "*?*", False), ("prefix", "*", False), ("glob", "_ga*", True), ("exact", "*", True),
])  # fmt: skip
def test_no_name_matches_every_cookie(match: str, name: str, good: bool) -> None:
    data = {**COOKIE, "match": match, "name": name}
    if good:
        assert Cookie.model_validate(data).name.value == name
        return
    with pytest.raises(ValidationError, match="would match every cookie"):
        Cookie.model_validate(data)


def test_nobody_has_looked_unless_it_is_said() -> None:
    cookies = Cookies.model_validate({"sid": COOKIE})
    sid = cookies.get("sid")
    assert sid is not None
    assert (sid.verified, sid.third_party_access, sid.provider) == (None, None, None)
    assert cookies.get("other") is None
