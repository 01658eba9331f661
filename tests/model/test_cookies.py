"""cookies.yml: lifetimes, names that match, categories."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.cookies import Cookie, CookieCategories, Cookies, Lifetime, LifetimeKind
from inforce.model.leaf import listed, told
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
        ({"kind": "duration"}, LifetimeKind.DURATION, None),
        ({"kind": "duration", "duration": {"unknown": "not measured"}}, LifetimeKind.DURATION, None),
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


@pytest.mark.parametrize(
    "data",
    [
        *("", "a while", {}, {"kind": "session", "duration": "1 day"}, {"kind": "duration", "duration": "none"}),
        {"kind": "session", "duration": {"unknown": "not measured"}},
    ],
)
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
def test_whatever_the_policy_does_not_say_is_left_out_or_unknown_save_what_to_call_it(field: str) -> None:
    rest = {name: value for name, value in COOKIE.items() if name != field}
    unknown = {field: {"unknown": {"en": "It cannot be read."}}}
    assert Cookie.model_validate({**rest, **unknown})
    assert Cookie.model_validate({**rest, "label": "A cookie"})
    if field == "name":
        with pytest.raises(ValidationError, match="label"):
            Cookie.model_validate(rest)
    if field in ("type", "category", "party"):
        with pytest.raises(ValidationError, match="none"):
            Cookie.model_validate({**rest, field: "none"})


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("GDPR-6-1-a", ("GDPR-6-1-a",)),
        (["GDPR-6-1-a", "GDPR-9-2-a", "x-heirs"], ("GDPR-6-1-a", "GDPR-9-2-a", "x-heirs")),
    ],
)
def test_it_rests_on_one_basis_or_on_several(written: object, kept: tuple[str, ...]) -> None:
    made = Cookie.model_validate({**COOKIE, "legal_basis": written})
    assert listed(made.legal_basis) == kept
    assert Cookie.model_validate(made.model_dump(mode="json")) == made


@pytest.mark.parametrize(("match", "name", "good"), [
    ("glob", "*", False), ("glob", "*?*", False), ("prefix", "*", False), ("glob", "_ga*", True), ("exact", "*", True),
])  # fmt: skip
def test_no_name_matches_every_cookie(match: str, name: str, good: bool) -> None:
    data = {**COOKIE, "match": match, "name": name}
    if good:
        assert told(Cookie.model_validate(data).name) == name
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
        ({"x-games": {"label": {"en": "Games"}, "consent_required": "false"}}, "exemption"),
        ({"x-games": {"label": "G", "consent_required": "true", "exemption": {"en": "Article 5(3)"}}}, "exemption"),
        ({"analytics": {"consent_required": "true"}}, "consent_required"),
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
        ("x-games", {}, None),
        ("x-games", {"x-games": {"label": "Games"}}, None),
        ("x-games", {"x-games": {"label": "Games", "consent_required": {"unknown": "Nobody looked."}}}, None),
        ("x-games", {"x-games": {"label": "Games", "consent_required": "true"}}, True),
        (None, {}, None),
        ("functional", {"functional": {"description": {"en": "Handy"}}}, True),
        ("functional", {"functional": {"exemption": {"en": "Article 5(3)"}}}, False),
        ("analytics", {"functional": {"exemption": {"en": "Article 5(3)"}}}, True),
    ],
)
def test_a_common_category_but_the_necessary_needs_consent_save_a_named_exemption_and_an_own_one_says_so(
    category: str | None, stated: dict[str, Any], required: bool | None
) -> None:
    assert CookieCategories.model_validate(stated).consent_required(category) is required


@pytest.mark.parametrize("field", ["path", "host_only", "http_only"])
def test_only_a_cookie_has_what_its_header_says(field: str) -> None:
    said = {field: "/" if field == "path" else "true"}
    assert Cookie.model_validate({**COOKIE, **said})
    with pytest.raises(ValidationError, match=field):
        Cookie.model_validate({**COOKIE, **said, "type": "local_storage"})
