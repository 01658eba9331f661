"""What a handbook beside the policies shows of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from inforce.site import urls
from inforce.site.beside_handbook import menu_links, search_entries

from tests.site.making import northwind

SITE = northwind()


def in_force() -> list[str]:
    return [policy.id for policy in SITE.policies if policy.timeline.in_force_at(SITE.as_of)]


def test_the_menu_leads_to_each_policy_in_force_in_the_handbooks_language() -> None:
    assert in_force()
    for language in SITE.site.languages:
        links = menu_links(SITE, language)
        assert [link.url for link in links] == [urls.in_force(language, id) for id in in_force()]
        assert all(link.title for link in links)


def test_a_handbook_in_another_language_leads_to_the_sites_own() -> None:
    assert menu_links(SITE, "fi") == menu_links(SITE, SITE.site.default_language)


def test_the_search_holds_every_section_in_force_once_and_in_its_languages() -> None:
    found = [*search_entries(SITE)]
    assert len({entry.location for entry in found}) == len(found)
    wanted = set()
    for policy in SITE.policies:
        if term := policy.timeline.in_force_at(SITE.as_of):
            for language, edition in policy.version(term.version).editions.items():
                page = urls.in_force(language, policy.id)
                wanted |= {page, *(f"{page}#{section.id}" for section in edition.sections)}
    assert {entry.location for entry in found} == wanted
    assert all("<p>" in entry.text for entry in found if "#" in entry.location)


def test_words_are_no_markup() -> None:
    for entry in search_entries(SITE):
        bare = f"{entry.title}{entry.text}".replace("<p>", "").replace("</p>", "")
        assert "<" not in bare


def test_nothing_is_shown_before_anything_is_in_force() -> None:
    early = replace(SITE, as_of=datetime(1999, 1, 1, tzinfo=UTC))
    assert menu_links(early, "en") == ()
    assert [*search_entries(early)] == []
