"""The page with the elements at work: the lines to paste, and the ready HTML that stands there without a script."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

import pytest
from inforce.contract.index import integrity
from inforce.embed import lines, scripts
from inforce.publication import PublishedSite
from inforce.site import urls
from inforce.site.all_pages import site_pages
from inforce.site.resources import catalogs, templates

from tests.site import making
from tests.site.reading import of_class, shown, tree

BASE = "https://legal.example.org/policies/"
FILES = scripts() | {
    path: f'<div class="inforce-{kind}"><p>{kind}, {language}</p></div>'.encode()
    for language in ("en", "fr", "ar", "ja")
    for kind, path in zip(lines.KINDS, urls.ready_html("privacy", 2, language), strict=True)
}
DIGEST = integrity(FILES[f"{lines.NEWEST}/inforce.js"])


def made(site: PublishedSite, language: str = "en") -> Element:
    pages = site_pages(site, catalogs=catalogs(), templates=templates(), memo=lambda _, make: make(), files=FILES)
    (page,) = (page for page in pages if page.url == f"{language}/embed/")
    return tree(page.html)


def pasted(root: Element) -> list[str]:
    return ["".join(each.itertext()) for box in of_class(root, "paste") for each in box.iter("pre")]


@pytest.mark.parametrize(("language", "words"), [("en", "Cookies"), ("ar", "ملفات تعريف الارتباط")])
def test_the_lines_have_the_sites_address_the_policy_and_the_readers_language(
    northwind: PublishedSite, language: str, words: str
) -> None:
    assert pasted(made(northwind, language)) == [
        lines.a_link(BASE, language, words),
        lines.pull(BASE, "privacy", language),
        lines.from_the_copy("privacy", language),
        f"{lines.pinned_script(BASE, DIGEST)}\n{lines.element('privacy')}",
        *(lines.element("privacy", kind) for kind in lines.KINDS),
    ]


def test_the_script_is_the_sites_own_and_held_to_the_digest_in_the_line(northwind: PublishedSite) -> None:
    (script,) = (each for each in made(northwind).iter("script") if each.get("type") == "module")
    assert script.get("src") == f"../../{lines.NEWEST}/inforce.js"
    assert script.get("integrity") == DIGEST


def test_what_stands_in_the_elements_is_the_ready_html_of_the_version_in_force(northwind: PublishedSite) -> None:
    for language in ("en", "fr"):
        root = made(northwind, language)
        for kind in lines.KINDS:
            (element,) = root.iter(f"inforce-{kind}")
            assert element.get("policy") == "privacy"
            assert shown(element) == f"{kind}, {language}"


def test_a_language_without_a_text_shows_the_prevailing_one() -> None:
    only = making.version(2, making.brussels(2026, 1, 15), {"en": making.TEXTS["en"]})
    (element,) = made(making.site(making.policy(only)), "fr").iter("inforce-cookies")
    assert shown(element) == "cookies, en"


@pytest.mark.parametrize(
    ("address", "placeholder"), [("https://legal.example.org/", True), ("https://legal.qualifio.com/", False)]
)
def test_it_says_where_the_addresses_come_from_and_that_a_placeholder_is_one(
    northwind: PublishedSite, address: str, placeholder: bool
) -> None:
    site = replace(northwind, site=northwind.site.model_copy(update={"base_url": address}))
    said = shown(made(site))
    assert f"All addresses in these lines begin with {address}" in said
    assert ("It is a placeholder so far" in said) is placeholder


def test_before_a_policy_is_in_force_there_is_nothing_to_paste() -> None:
    root = made(making.northwind(as_of=datetime(2019, 1, 1, tzinfo=UTC)))
    assert "There is nothing to state here before a policy is in force." in shown(root)
    assert pasted(root) == []
    assert not [each for each in root.iter("script") if "embed" in (each.get("src") or "")]


def test_the_pages_of_cookies_and_contacts_lead_there(northwind: PublishedSite) -> None:
    pages = {
        page.url: page
        for page in site_pages(northwind, catalogs=catalogs(), templates=templates(), memo=lambda _, make: make())
    }
    for kind in ("cookies", "contact"):
        for language in northwind.site.languages:
            ways = [each.get("href") for each in tree(pages[f"{language}/{kind}/"].html).iter("a")]
            assert "../embed/" in ways


def test_what_needs_a_script_is_hidden_without_one(northwind: PublishedSite) -> None:
    root = made(northwind)
    assert all("hidden" in next(box.iter("p")).attrib for box in of_class(root, "paste"))
    assert all("hidden" in each.attrib for each in root.iter() if each.get("data-state"))
