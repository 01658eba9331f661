"""The page of cookies, where no fact is: what else it must say is tested with the page of contacts."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from inforce.contract.summarise import summarise
from inforce.model.facts import Facts

from tests.contract.test_fragments import view
from tests.site import making
from tests.site.reading import of_class, shown, tree


def page(
    cookies: dict[str, Any], language: str = "en", categories: Mapping[str, Any] | None = None, **published: Any
) -> str:
    """The words of the page where these are the cookies; `categories` is what else is said of the company's own."""
    games = {"label": {"en": "Games", "fr": "Jeux"}, "description": {"en": "Keep your score."}, **(categories or {})}
    told = {"cookies": cookies, "cookie_categories": {"x-games": games}}
    facts = Facts.model_validate({**copy.deepcopy(making.FACTS), **told})
    version = replace(making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]}), facts=facts)
    return making.made(making.site(making.policy(version), **published))[f"{language}/cookies/"].html


COOKIE: dict[str, Any] = {
    "name": "a",
    "type": "cookie",
    "category": "x-games",
    "party": "first",
    "lifetime": "90 seconds",
    "verified": "2026-01-10",
}


def test_a_category_of_ones_own_comes_last_under_its_own_name() -> None:
    html = page({"a": COOKIE, "b": {**COOKIE, "category": "marketing"}}, "fr")
    groups = of_class(tree(html), "ck")
    assert [each.get("aria-labelledby") for each in groups] == ["marketing", "x-games"]
    assert "Jeux" in shown(groups[1])
    assert "Keep your score." in shown(groups[1])


@pytest.mark.parametrize(
    ("lifetime", "words"),
    [
        ("90 seconds", "90 seconds"),
        ("13 months", "13 months"),
        ("session", "until you close the browser"),
        ("until_deleted", "until you delete it"),
        ({"unknown": {"en": "nobody has looked"}}, "not known"),
        ("none", "none"),
    ],
)
def test_a_lifetime_is_told_in_words(lifetime: object, words: str) -> None:
    assert words in shown(tree(page({"a": {**COOKIE, "lifetime": lifetime}})))


def test_why_nobody_knows_something_is_for_the_company_alone() -> None:
    cookie = {**COOKIE, "lifetime": {"unknown": {"en": "nobody has looked"}}}
    assert "nobody has looked" not in shown(tree(page({"a": cookie})))


def test_session_storage_ends_with_the_tab() -> None:
    said = shown(tree(page({"a": {**COOKIE, "type": "session_storage", "lifetime": "session"}}, "fr")))
    assert "jusqu’à la fermeture de l’onglet" in said
    assert "navigateur" not in said


@pytest.mark.parametrize(("language", "words"), [("en", "no technical name"), ("fr", "sans nom technique")])
def test_a_pixel_has_no_name(language: str, words: str) -> None:
    pixel = {**COOKIE, "type": "pixel", "name": "none", "label": {"en": "Beacon", "fr": "Balise"}}
    (row,) = (each for each in tree(page({"a": pixel}, language)).iter("tr") if each.get("id") == "cookie-a")
    assert words in shown(row)
    assert not list(row.iter("code"))
    assert "not known" not in shown(row)


def test_what_has_no_column_is_told_below_the_purpose() -> None:
    more = {
        "domains": ["a.example.org"],
        "path": "/shop",
        "http_only": "true",
        "third_party_access": "false",
        "legal_basis": "GDPR-6-1-a",
        "purposes": ["mail"],
        "description": {"en": "Keeps your score"},
    }
    (row,) = (each for each in tree(page({"a": {**COOKIE, **more}})).iter("tr") if each.get("id") == "cookie-a")
    purpose = shown(list(row)[4])
    assert purpose.startswith("Keeps your score")
    assert "Newsletter" in purpose
    assert [shown(each) for each in row.iter("li")] == [
        "Legal basis: consent",
        "Access by third parties: no",
        "Domains: a.example.org",
        "Path: /shop",
        "Hidden from scripts: yes",
    ]


def test_its_provider_leads_to_the_words_of_the_policy_and_to_a_policy_of_its_own() -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["recipients"]["hubspot"]["privacy"] = "https://hubspot.example.org/privacy"
    facts["cookies"] = {"a": {**COOKIE, "category": "analytics", "provider": "hubspot", "party": "third"}}
    text = "# Cookies\n\n## [Who helps us](id:helpers)\n\n[HubSpot, Inc.](fact:recipients.hubspot) counts."
    texts = {"en": {**making.TEXTS["en"], "rights": text}}
    version = making.version(1, making.brussels(2020, 1, 1), texts)
    version = replace(version, facts=Facts.model_validate(facts))
    html = making.made(making.site(making.policy(version)))["en/cookies/"].html
    (row,) = (each for each in tree(html).iter("tr") if each.get("id"))
    assert {shown(each): each.get("href") for each in row.iter("a")} == {
        "HubSpot, Inc.": "../privacy/v1/#helpers",
        "Its own privacy policy": "https://hubspot.example.org/privacy",
    }


def test_the_country_of_its_provider_is_told_and_what_nobody_knows_of_it() -> None:
    facts = copy.deepcopy(making.FACTS)
    hidden = {"unknown": {"en": "They have not said."}}
    facts["recipients"] = {
        "a": {"name": "AAA", "country": "CA", "privacy": hidden},
        "b": {"name": "BBB", "country": hidden},
    }
    facts["cookies"] = {each: {**COOKIE, "provider": each, "party": "third"} for each in "ab"}
    facts["cookie_categories"] = {"x-games": {"label": "Games"}}
    version = making.version(1, making.brussels(2020, 1, 1), making.TEXTS)
    version = replace(version, facts=Facts.model_validate(facts))
    html = making.made(making.site(making.policy(version)))["en/cookies/"].html
    ready = view(summarise(version, "en"))["cookies.html"]
    for each in (html, f"<!DOCTYPE html><title>x</title>{ready}"):
        told = re.sub("[()]", "", shown(tree(each.replace("<br>", " "))))
        assert "AAA third party Country: Canada Its own privacy policy: not known" in told
        assert "BBB third party Country: not known" in told


def test_what_nobody_knows_and_no_column_tells_is_told() -> None:
    hidden = {"unknown": {"en": "Nobody looked."}}
    said = shown(tree(page({"a": {**COOKIE, "label": "Beacon", "name": hidden, "category": hidden, "party": hidden}})))
    assert "Name: not known Set by: not known Category: not known" in said


def test_why_a_category_needs_no_consent() -> None:
    html = page(
        {"a": {**COOKIE, "category": "x-games"}}, categories={"exemption": {"en": "The opinion of the authority"}}
    )
    assert "Why no consent is needed: The opinion of the authority" in shown(tree(html))


def test_whether_somebody_has_looked() -> None:
    assert "verified on 10 January 2026" in shown(tree(page({"a": COOKIE})))
    unseen = shown(tree(page({"a": {**COOKIE, "verified": None}})))
    assert "verified" not in unseen, "that nobody has looked is for the company's own list, inforce status"


@pytest.mark.parametrize("as_of", [making.AS_OF, datetime(2019, 1, 1, tzinfo=UTC)])
def test_without_any_it_has_no_table(as_of: datetime) -> None:
    root = tree(page({}, as_of=as_of))
    assert not list(root.iter("table"))
    assert len(shown(next(iter(root.iter("main"))))) > 20
