"""The article of a page: its sections and contents, made once; light, and readable from right to left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inforce.model.config import LinkTarget, SectionPlace
from inforce.model.facts import Facts
from inforce.publication import PublishedSite, PublishedVersion
from inforce.site.article import Article, article, known_addresses
from inforce.site.frame import SiteContext
from inforce.site.page import Entry
from inforce.site.renderer import maker
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from tests.site import making


class Memory:
    """Remembers, and counts what was made."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self.made: list[str] = []

    def __call__(self, key: str, compute: making.Compute) -> str:
        if key not in self.known:
            self.made.append(key)
            self.known[key] = compute()
        return self.known[key]


def context(published: PublishedSite, memory: Memory | None = None) -> SiteContext:
    words = {language: words_for(language, catalogs()) for language in published.site.languages}
    return SiteContext(published=published, words=words, maker=maker({}, memory or Memory()))


def of(the_scene: SiteContext, number: int = 2, language: str = "en") -> Article:
    version = the_scene.published.policies[0].version(number)
    return article(the_scene, version, version.editions[language], the_scene.words[language])


def test_the_contents_are_the_sections_with_their_numbers(northwind: PublishedSite) -> None:
    toc = of(context(northwind)).toc()
    assert [(entry.id, entry.number, entry.level) for entry in toc] == [
        ("introduction", "", 1),
        ("general", "1.", 1),
        ("retention", "2.", 1),
        ("rights", "3.", 1),
        ("access", "3.1", 2),
        ("exercise", "3.2", 2),
    ]
    assert all(isinstance(entry, Entry) and entry.title for entry in toc)


def test_the_contents_list_the_parts_of_a_section_to_the_second_level() -> None:
    text = "# Rights\n\n## [Access](id:access)\n\nA.\n\n### [By letter](id:letter)\n\nB.\n\n## Without an id\n\nC."
    version = making.version(1, making.brussels(2020, 1, 1), {"en": {**making.TEXTS["en"], "rights": text}})
    toc = of(context(making.site(making.policy(version))), 1).toc()
    assert [(entry.id, entry.number, entry.level) for entry in toc][-2:] == [("rights", "3.", 1), ("access", "3.1", 2)]


def test_a_section_is_made_once_for_all_versions_that_share_it(northwind: PublishedSite) -> None:
    memory = Memory()
    the_scene = context(northwind, memory)
    second = list(of(the_scene, 2).sections())
    made = len(memory.made)
    assert made == 4
    third = list(of(the_scene, 3).sections())
    assert len(memory.made) == made + 1, "only the introduction differs"
    assert second[1:] == third[1:]
    assert second[0] != third[0]


def test_nothing_is_made_before_it_is_asked_for(northwind: PublishedSite) -> None:
    memory = Memory()
    of(context(northwind, memory))
    assert memory.made == []


def test_the_key_is_of_the_words_links_and_unknown_facts(northwind: PublishedSite) -> None:
    key = of(context(northwind)).key
    assert of(context(northwind)).key == key
    assert of(context(northwind), 3).key != key
    assert of(context(northwind), 2, "fr").key != key
    elsewhere = replace(northwind, links={"hubspot-cookies": LinkTarget(url="https://example.net/")})
    assert of(context(elsewhere)).key != key
    known = dict(making.FACTS)
    known["organisation"] = {
        **known["organisation"],
        "controller": {**known["organisation"]["controller"], "email": "a@example.org"},
    }
    policy = northwind.policies[0]
    versions = tuple(replace(each, facts=Facts.model_validate(known)) for each in policy.versions)
    assert of(context(replace(northwind, policies=(replace(policy, versions=versions),)))).key != key


def test_an_unnumbered_beginning_greets(northwind: PublishedSite) -> None:
    the_scene = context(northwind)
    found = of(the_scene)
    assert found.opens()
    order = tuple(SectionPlace(id=place.id) for place in found.edition.order)
    assert not replace(found, edition=replace(found.edition, order=order)).opens()


def test_an_edition_in_another_language_than_the_page_is_foreign(northwind: PublishedSite) -> None:
    the_scene = context(northwind)
    version: PublishedVersion = northwind.policies[0].version(1)
    shown = article(the_scene, version, version.editions["en"], the_scene.words["fr"])
    assert (shown.language, shown.foreign) == ("en", True)
    assert not of(the_scene).foreign


def test_the_addresses_that_are_known_are_those_of_the_facts_and_of_the_named_links() -> None:
    facts = {"organisation": {"dpo": {"name": "A", "email": "a@b.org", "phone": "+32 2 274 48 00"}, "contact": "none"}}
    addresses = known_addresses(Facts.model_validate(facts), {"rights": "https://b.org/rights/"}, "en")
    assert dict(addresses.by_fact) == {
        "organisation.dpo.email": "mailto:a@b.org",
        "organisation.dpo.phone": "tel:+3222744800",
    }
    assert dict(addresses.by_text) == {
        "a@b.org": "mailto:a@b.org",
        "+3222744800": "tel:+3222744800",
        "https://b.org/rights": "https://b.org/rights/",
    }


@pytest.mark.parametrize(("language", "there"), [("fr", "https://b.org/fr"), ("nl", "https://b.org/en")])
def test_a_page_in_several_languages_is_known_by_each_address_and_leads_to_the_readers_own(
    language: str, there: str
) -> None:
    website = {"en": "https://b.org/en", "fr": "https://b.org/fr"}
    facts = {"organisation": {"dpo": {"name": "A", "website": website}}}
    addresses = known_addresses(Facts.model_validate(facts), {}, language)
    assert dict(addresses.by_fact) == {"organisation.dpo.website": there}
    assert dict(addresses.by_text) == {address: address for address in website.values()}


def test_a_text_that_spells_out_an_address_leads_there() -> None:
    text = (
        "# Rights\n\nCall [+32 2 274 48 00](fact:organisation.controller.phone), or see https://northwind.example.org."
    )
    version = making.version(1, making.brussels(2020, 1, 1), {"en": {**making.TEXTS["en"], "rights": text}})
    html = making.made(making.site(making.policy(version)))["en/privacy/"].html
    assert '<a class="w" href="tel:+3222744800" rel="noopener noreferrer">+32 2 274 48 00</a>' in html
    assert '<a class="w" href="https://northwind.example.org/" rel="noopener noreferrer">https://northwind' in html
