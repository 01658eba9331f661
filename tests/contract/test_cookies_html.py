"""Ready HTML of the cookies: by category, with all that the facts say of each."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest
from inforce.contract.summarise import summarise
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from tests.contract.test_fragments import PAGE, made, told, view
from tests.contract.test_summarise import published
from tests.site import making


def test_cookies_by_category_in_order() -> None:
    html = made()["cookies.html"]
    places = [html.index(f"<h3>{name}</h3>") for name in ("Necessary", "Functional", "Analytics", "Marketing")]
    assert places == sorted(places)
    words = told(html)
    for expected in ("__hs…", "12 months", "until you close the browser", "until you delete it", "HubSpot, Inc."):
        assert expected in words
    assert "E-mail beacon" in words
    assert 'href="https://legal.example.org/policies/en/privacy/v2/"' in html


def test_a_name_that_nobody_knows_or_that_is_none_is_no_name() -> None:
    beacon = making.FACTS["cookies"]["beacon"]
    nameless = {key: value for key, value in beacon.items() if key != "label"}
    html = made(cookies={"a": {**beacon, "name": "none", "lifetime": "none"}, "b": nameless})["cookies.html"]
    assert "<code" not in html
    assert '<th scope="row">E-mail beacon</th>' in html
    assert '<th scope="row">not known</th>' in html
    assert ">none</td>" in html


def test_a_table_is_called_by_its_category() -> None:
    html = made(cookie_categories={"x-chat": {"label": {"en": "Chat"}, "description": {"en": "Talk."}}})["cookies.html"]
    assert (
        '<caption><h3>Necessary</h3>\n<p><span class="inforce-way">Consent</span>: not needed</p>\n</caption>' in html
    )
    assert html.count("<caption>") == html.count("<table>")


def test_a_cookie_of_another_company_and_its_domains_are_told() -> None:
    hs = {**making.FACTS["cookies"]["hs"], "domains": ["track.example.org"]}
    html = made("ar", cookies={"hs": hs})["cookies.html"]
    assert '<bdi dir="ltr">track.example.org</bdi>' in html
    assert words_for("ar", catalogs()).text("third party") in html


def test_a_cookie_and_its_provider_lead_to_their_own_words() -> None:
    text = "# Rights\n\n## [Helpers](id:helpers)\n\n[HubSpot, Inc.](fact:recipients.hubspot) and [it](fact:cookies.hs)."
    whole = published()
    edition = making.edition(2, "en", {**making.TEXTS["en"], "rights": text}, whole.facts)
    html = view(summarise(replace(whole, editions={**whole.editions, "en": edition}), "en"))["cookies.html"]
    (row,) = (each for each in html.splitlines() if "__hs" in each)
    assert row.count(f'See <a href="{PAGE}#helpers">3.1 Helpers</a>') == 2
    (other,) = (each for each in html.splitlines() if ">lang<" in each)
    assert "See" not in other


def test_without_cookies_it_says_so() -> None:
    html = made(cookies={})["cookies.html"]
    assert words_for("en", catalogs()).text("No cookie or similar technique is stated.") in told(html)
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
