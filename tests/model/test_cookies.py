"""cookies.yml: lifetimes, names that match, categories."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.cookies import Cookie, CookieCategories, Cookies, Lifetime, LifetimeKind
from pydantic import ValidationError

COOKIE: dict[str, Any] = {
    "name": "sid",
    "type": "cookie",
    "category": "necessary",
    "party": "first",
    "lifetime": "session",
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
        ("third_party_access", "perhaps"),
        ("path", "account"),
        ("host_only", "perhaps"),
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


@pytest.mark.parametrize(
    ("categories", "why"),
    [
        ({"x-games": {}}, "label"),
        ({"necessary": {"exemption": {"en": "Article 5(3)"}}}, "exemption"),
        ({"statistics": {"label": {"en": "Statistics"}}}, "statistics"),
        ({"x-games": {"label": {"en": "Games"}, "consent_required": "false"}}, "consent_required"),
    ],
)
def test_what_a_category_cannot_say(categories: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        CookieCategories.model_validate(categories)


@pytest.mark.parametrize(
    ("category", "stated", "required"),
    [
        ("necessary", {}, False),
        ("functional", {}, True),
        ("x-games", {}, True),
        ("functional", {"functional": {"description": {"en": "Handy"}}}, True),
        ("functional", {"functional": {"exemption": {"en": "Article 5(3)"}}}, False),
        ("analytics", {"functional": {"exemption": {"en": "Article 5(3)"}}}, True),
    ],
)
def test_all_but_the_necessary_needs_consent_save_a_named_exemption(
    category: str, stated: dict[str, Any], required: bool
) -> None:
    assert CookieCategories.model_validate(stated).consent_required(category) is required


@pytest.mark.parametrize("field", ["path", "host_only", "http_only"])
def test_only_a_cookie_has_what_its_header_says(field: str) -> None:
    said = {field: "/" if field == "path" else "true"}
    assert Cookie.model_validate({**COOKIE, **said})
    with pytest.raises(ValidationError, match=field):
        Cookie.model_validate({**COOKIE, **said, "type": "local_storage"})
