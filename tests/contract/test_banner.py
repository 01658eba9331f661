"""What the configurations of both consent managers are made from: services, and the cookies that a page can clear."""

from __future__ import annotations

import copy
from dataclasses import replace
from itertools import cycle
from typing import Any

import pytest
from inforce.contract.banner import (
    Banner,
    BannerEdition,
    Clearable,
    clearable,
    made_from,
    services,
    told_categories,
    told_in,
)
from inforce.contract.models import PublishedCookie, Summary
from inforce.contract.summarise import summarise
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from tests.contract.test_fragments import PAGE, STAMP
from tests.contract.test_summarise import published
from tests.site import making

LANGUAGES = ("en", "fr", "ar")
EXEMPT = {
    "functional": {
        "description": {"en": "Handy"},
        "exemption": {"en": "Directive 2002/58/EC", "ar": "التوجيه 2002/58/EC"},
    }
}
"""A category that needs no consent by a named rule."""


def banner(**facts: Any) -> Banner:
    """A banner of a version in three languages."""
    version = published(**facts)
    return of(*(summarise(version, language) for language in LANGUAGES))


def of(*summaries: Summary) -> Banner:
    editions = [
        BannerEdition(
            summary=summary,
            words=words_for(summary.language, catalogs()),
            page=PAGE.replace("/en/", f"/{summary.language}/"),
            integrity=STAMP.integrity,
        )
        for summary in summaries
    ]
    return Banner(editions=editions, sequence=STAMP.sequence)


def changed(made: Banner, **members: Any) -> Banner:
    """The same, with other members of each summary."""
    return replace(
        made,
        editions=[replace(each, summary=each.summary.model_copy(update=members)) for each in made.editions],
    )


def test_a_service_is_what_one_party_sets_in_a_category() -> None:
    summary = banner().prevailing
    found = [service for category in summary.cookie_categories for service in services(summary, category)]
    assert sum(len(service.cookies) for service in found) == len(summary.cookies)
    assert len({service.id for service in found}) == len(found)
    for service in found:
        parties = {(cookie.category, cookie.recipient) for cookie in service.cookies}
        assert len(parties) == 1
        ((category, recipient),) = parties
        assert service.id == (f"{category}.{recipient}" if recipient else category)
        assert all(cookie in summary.cookies for cookie in service.cookies)
    assert {"." in service.id for service in found} == {True, False}


def elsewhere(made: Banner, *mediums: str) -> Banner:
    """The same, each cookie used elsewhere than on the website, by turns."""
    places = cycle(mediums)
    cookies = [each.model_copy(update={"medium": next(places)}) for each in made.prevailing.cookies]
    return changed(made, cookies=cookies)


def test_what_is_not_on_the_website_is_no_service_and_its_category_is_told_where_another_is() -> None:
    summary = elsewhere(banner(), "website", "email").prevailing
    told = [cookie for category in told_categories(summary) for cookie in told_in(category, summary)]
    assert {cookie.id for cookie in told} == {cookie.id for cookie in summary.cookies[::2]}
    listed = [each for category in summary.cookie_categories for each in services(summary, category)]
    assert {cookie.id for service in listed for cookie in service.cookies} == {cookie.id for cookie in told}
    assert [each.id for each in told_categories(summary)] == [
        each.id for each in summary.cookie_categories if each.id in {cookie.category for cookie in told}
    ]
    nowhere = elsewhere(banner(), "email", "app", "other")
    assert told_categories(nowhere.prevailing) == []
    assert not nowhere.asks


COOKIE = PublishedCookie(
    id="visits",
    name="_v_",
    match="prefix",
    pattern="^_v_.*$",
    type="cookie",
    category="analytics",
    party="first",
    domains=[".example.org", "shop.example.org"],
    consent_required=True,
    legal_basis=[],
    purposes=[],
    data=[],
)


@pytest.mark.parametrize(
    ("members", "places"),
    [
        ({}, [("", ""), ("", "example.org"), ("", "shop.example.org")]),
        ({"domains": []}, [("", "")]),
        ({"host_only": True}, [("", "")]),
        (
            {"host_only": False, "path": "/shop"},
            [("/shop", ""), ("/shop", "example.org"), ("/shop", "shop.example.org")],
        ),
        ({"type": "local_storage"}, []),
        ({"type": "pixel"}, []),
        ({"party": "third"}, []),
        ({"http_only": True}, []),
        ({"name": None, "match": None, "pattern": None}, []),
    ],
)
def test_what_a_page_can_clear(members: dict[str, Any], places: list[tuple[str, str]]) -> None:
    found = list(clearable(iter([COOKIE.model_copy(update=members)])))
    assert found == [Clearable(pattern="^_v_.*$", path=path, domain=domain) for path, domain in places]


def test_it_says_what_it_was_made_from() -> None:
    made = made_from(banner())
    assert (made["policy"], made["version"], made["sequence"]) == ("privacy", 2, STAMP.sequence)
    assert made["consent_epoch"] == banner().prevailing.consent_epoch
    assert list(made["editions"]) == list(LANGUAGES)
    assert made["editions"]["fr"] == {"revision": 1, "integrity": STAMP.integrity}


def test_it_asks_where_something_needs_consent() -> None:
    assert banner().asks
    free = {name: cookie for name, cookie in making.FACTS["cookies"].items() if cookie["category"] == "necessary"}
    assert free
    assert not banner(cookies=copy.deepcopy(free)).asks
