"""What stands round every page: titles, ways, alternates."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inforce.publication import PublishedSite
from inforce.site import urls
from inforce.site.all_pages import OF_SITE
from inforce.site.frame import PageFrame, SiteContext
from inforce.site.renderer import maker
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

BASE = "https://legal.example.org/policies/"


@pytest.fixture
def context(northwind: PublishedSite) -> SiteContext:
    words = {language: words_for(language, catalogs()) for language in northwind.site.languages}
    return SiteContext(published=northwind, words=words, maker=maker({}, lambda _, make: make()), kinds=OF_SITE)


def frame(context: SiteContext, url: str = "fr/privacy/v2/", **options: object) -> PageFrame:
    switch = {language: urls.version(language, "privacy", 2) for language in context.languages}
    return context.frame("fr", url, "T", "D", switch=switch, **options)  # type: ignore[arg-type]


def test_ways_are_relative_and_the_language_switch_keeps_the_page(context: SiteContext) -> None:
    made = frame(context)
    assert (made.root, made.home) == ("../../../", "../")
    assert [(link.language, link.href, link.current) for link in made.languages] == [
        ("en", "../../../en/privacy/v2/", False),
        ("fr", "./", True),
        ("ar", "../../../ar/privacy/v2/", False),
        ("ja", "../../../ja/privacy/v2/", False),
    ]
    assert [link.name.casefold() for link in made.languages] == ["english", "français", "العربية", "日本語"]


def test_alternates_are_the_languages_that_truly_have_the_page(context: SiteContext) -> None:
    assert [name for name, _ in frame(context).alternates] == ["en", "fr", "ar", "ja", "x-default"]
    made = frame(context, translated=["en", "fr"])
    assert made.alternates == (
        ("en", f"{BASE}en/privacy/v2/"),
        ("fr", f"{BASE}fr/privacy/v2/"),
        ("x-default", f"{BASE}en/privacy/v2/"),
    )
    assert frame(context, translated=["fr"]).alternates == (("fr", f"{BASE}fr/privacy/v2/"),)


def test_a_page_that_is_not_its_own_canonical_or_not_for_search_has_no_alternates(context: SiteContext) -> None:
    elsewhere = frame(context, canonical="fr/privacy/")
    assert (elsewhere.canonical, elsewhere.alternates) == (f"{BASE}fr/privacy/", ())
    assert frame(context).canonical == f"{BASE}fr/privacy/v2/"
    assert frame(context, noindex=True).alternates == ()


def test_the_masthead_marks_the_page_one_is_on(context: SiteContext) -> None:
    made = frame(context, url="fr/cookies/")
    assert [link.text for link in made.nav if link.current] == ["Cookies"]
    assert made.nav[0].text == "Politique de confidentialité"


def test_a_title_falls_back_to_the_language_that_prevails(context: SiteContext) -> None:
    policy = context.published.policies[0]
    assert context.title(policy, "fr") == ("Politique de confidentialité", "fr")
    config = policy.config.model_copy(update={"title": {"en": "Privacy policy"}})
    assert context.title(replace(policy, config=config), "fr") == ("Privacy policy", "en")
    config = policy.config.model_copy(update={"title": {"ja": "プライバシーポリシー"}})
    assert context.title(replace(policy, config=config), "fr") == ("プライバシーポリシー", "ja")


def test_a_value_is_made_once(context: SiteContext) -> None:
    made: list[int] = []
    for _ in range(2):
        assert context.once(("x",), lambda: made.append(1) or "v") == "v"  # type: ignore[func-returns-value]
    assert made == [1]


def test_a_root_of_its_own_leads_every_way(context: SiteContext) -> None:
    made = frame(context, root="/policies/")
    ways = [*(link.href for link in made.nav), *(link.href for link in made.languages)]
    assert made.home == "/policies/fr/privacy/"
    assert all(href.startswith("/policies/") for href in ways)


def test_a_page_names_the_feeds_of_its_policy_else_those_of_all_else_none(context: SiteContext) -> None:
    (policy,) = context.published.policies
    assert (frame(context, policy=policy).feeds, frame(context).feeds) == ("../", "../../")
    assert frame(context).tell == "../history/#tell"
    unreleased = replace(policy, versions=())
    nothing = replace(context, published=replace(context.published, policies=(unreleased,)))
    assert (frame(nothing).feeds, frame(nothing).tell) == ("", "")
    both = replace(context, published=replace(context.published, policies=(policy, unreleased)))
    assert frame(both, policy=unreleased).feeds == "../../"


def test_policies_that_have_a_name_of_their_own_are_linked_by_it(context: SiteContext) -> None:
    (policy,) = context.published.policies
    others = (replace(policy, id="terms"), replace(policy, id="cookie-policy"))
    several = replace(context, published=replace(context.published, policies=(policy, *others)))
    found = [link.relation for link in frame(several).nav]
    assert found[:3] == ["privacy-policy", "terms-of-service", ""]
    assert not any(found[3:])


def test_relations_are_ways_from_the_page(context: SiteContext) -> None:
    made = frame(context, relations=[("version-history", "fr/privacy/history/")])
    assert made.relations == (("version-history", "../history/"),)


def test_its_language_and_those_of_its_translations_have_a_territory(context: SiteContext) -> None:
    made = frame(context)
    assert (made.locale, made.locales) == ("fr_FR", ("en_US", "ar_EG", "ja_JP"))
    assert frame(context, noindex=True).locales == ()


def test_a_page_has_what_stands_round_it(context: SiteContext) -> None:
    made = frame(context)
    page = made.page("fr/privacy/v2/", "<html>")
    assert (page.title, page.listed, page.alternates, page.changed) == ("T", True, made.alternates, None)
