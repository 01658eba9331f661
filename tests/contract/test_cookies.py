"""Cookies and their categories as a consent banner needs them."""

from __future__ import annotations

import re

import pytest
from inforce.contract.cookies import name_pattern
from inforce.contract.models import Label
from inforce.model.cookies import Match

from tests.contract.test_summarise import of


def test_a_cookie_tells_how_long_it_lives_how_it_matches_and_who_sets_it() -> None:
    cookies = {each.id: each for each in of().cookies}
    beacon, language, visitor, theme = (cookies[name] for name in ("beacon", "lang", "hs", "theme"))
    assert (beacon.lifetime, beacon.verified) == (None, None)
    assert language.lifetime
    assert visitor.lifetime
    assert theme.lifetime
    assert (language.lifetime.kind, language.lifetime.duration) == ("duration", "P12M")
    assert language.lifetime.max_age_s is not None
    assert 360 * 86400 <= language.lifetime.max_age_s <= 366 * 86400
    assert (visitor.match, visitor.lifetime.kind, visitor.provider) == (
        "prefix",
        "session",
        Label(text="HubSpot, Inc."),
    )
    assert (theme.type, theme.lifetime.kind) == ("local_storage", "until_deleted")
    assert [cookies[name].consent_required for name in ("beacon", "lang")] == [True, False]
    assert language.verified == "2026-01-10"


def test_who_sets_a_cookie_is_the_company_itself_or_a_recipient() -> None:
    cookies = {each.id: each for each in of().cookies}
    assert (cookies["lang"].provider, cookies["lang"].recipient) == (Label(text="Northwind SA"), None)
    assert (cookies["hs"].provider, cookies["hs"].recipient) == (Label(text="HubSpot, Inc."), "hubspot")


def test_a_category_has_one_answer_on_consent_and_its_cookies_have_the_same() -> None:
    made = of(cookie_categories={"functional": {"exemption": {"en": "Article 5(3)"}, "description": {"en": "Handy"}}})
    categories = {each.id: each for each in made.cookie_categories}
    assert {name: each.consent_required for name, each in categories.items()} == {
        "necessary": False,
        "functional": False,
        "analytics": True,
        "marketing": True,
    }
    assert (categories["functional"].exemption, categories["functional"].description) == (
        Label(text="Article 5(3)"),
        Label(text="Handy"),
    )
    assert all(each.consent_required == categories[str(each.category)].consent_required for each in made.cookies)


@pytest.mark.parametrize(
    ("name", "match", "meant", "others"),
    [
        ("_ga", "exact", ["_ga"], ["_ga1", "x_ga", ""]),
        ("_ga.b", "exact", ["_ga.b"], ["_gaxb"]),
        ("_ga_", "prefix", ["_ga_", "_ga_X1"], ["x_ga_", "_ga"]),
        ("-id", "suffix", ["-id", "a-id"], ["-id2"]),
        ("a?c*(x)", "glob", ["abc(x)", "a.c1(x)"], ["ac(x)", "abcx"]),
        ("a/b[$]^|\\{}+", "exact", ["a/b[$]^|\\{}+"], ["a/b"]),
    ],
)
def test_a_pattern_matches_the_names_that_are_meant(name: str, match: str, meant: list[str], others: list[str]) -> None:
    pattern = name_pattern(name, Match(match))
    assert all(re.fullmatch(pattern, each) for each in meant)
    assert not any(re.fullmatch(pattern, each) for each in others)
