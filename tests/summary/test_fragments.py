"""Ready HTML: valid, escaped, in its language, and telling all that the facts do."""

from __future__ import annotations

import copy
from typing import Any

import html5lib
import pytest
from inforce.pages.shipped import catalogs
from inforce.pages.words import words_for
from inforce.summary.fragments import CATEGORIES, fragments
from inforce.summary.summarise import summarise

from tests.pages import making
from tests.pages.reading import shown
from tests.summary.test_summarise import published


def made(language: str = "en", **facts: Any) -> dict[str, str]:
    return fragments(summarise(published(**facts), language), words_for(language, catalogs()))


def text(html: str) -> str:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return shown(parser.parse(f"<!DOCTYPE html><title>x</title>{html}"))


def test_cookies_by_category_in_order() -> None:
    html = made()["cookies.html"]
    places = [html.index(f"<h3>{name}</h3>") for name in CATEGORIES.values()]
    assert places == sorted(places)
    words = text(html)
    for expected in ("__hs…", "12 months", "until you close the browser", "until you delete it", "HubSpot, Inc."):
        assert expected in words
    assert "E-mail beacon" in words
    assert 'href="https://legal.example.org/policies/en/privacy/v2/"' in html


def test_it_says_its_language_and_direction() -> None:
    assert made("ar")["cookies.html"].startswith('<div class="inforce-cookies" lang="ar" dir="rtl">')
    assert made("fr")["contact.html"].startswith('<div class="inforce-contact" lang="fr" dir="ltr">')
    assert '<span lang="en">Data Protection Authority</span>' in made("fr")["contact.html"]


def test_the_contact_fragment_names_the_controller_before_the_authority_and_links_the_ways() -> None:
    html = made()["contact.html"]
    words = text(html)
    assert words.index("Northwind SA") < words.index("Data Protection Authority")
    assert '<a href="tel:+3222744800" dir="ltr">+3222744800</a>' in html
    assert '<a href="mailto:contact@authority.example.org" dir="ltr">' in html
    assert "Rue Haute 12" in words


def test_without_cookies_it_says_so() -> None:
    html = made(cookies={})["cookies.html"]
    assert words_for("en", catalogs()).text("No cookie or similar technique is stated.") in text(html)
    assert "<table" not in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_hostile_words_stay_words(language: str) -> None:
    cookies = copy.deepcopy(making.FACTS["cookies"])
    cookies["lang"]["name"] = "<script>alert(1)</script>"
    with pytest.raises(ValueError, match="name"):
        made(language, cookies=cookies)
    cookies["lang"]["name"] = "a&b\"'"
    html = made(language, cookies=cookies)["cookies.html"]
    assert "a&amp;b&#34;&#39;" in html
