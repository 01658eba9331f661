"""Ready HTML: valid, escaped, in its language, and telling all that the facts do."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import html5lib
import pytest
from inforce.pages.fact_words import heading
from inforce.pages.shipped import catalogs
from inforce.pages.words import words_for
from inforce.summary.contract import PublishedCookieCategory, Reach, Summary
from inforce.summary.fragments import Stamp, fragments
from inforce.summary.summarise import summarise
from pydantic import BaseModel

from tests.pages import making
from tests.pages.reading import shown
from tests.summary.test_summarise import published

PAGE = "https://legal.example.org/policies/en/privacy/v2/"
PREVAILING = "https://legal.example.org/policies/de/privacy/v2/"
STAMP = Stamp(integrity="sha256-" + "A" * 43 + "=", sequence=7)


def view(summary: Summary) -> dict[str, str]:
    return fragments(summary, words_for(summary.language, catalogs()), page=PAGE, prevailing=PREVAILING, stamp=STAMP)


def made(language: str = "en", **facts: Any) -> dict[str, str]:
    return view(summarise(published(**facts), language))


def told(html: str) -> str:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return shown(parser.parse(f"<!DOCTYPE html><title>x</title>{html}"))


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


def test_it_says_its_language_and_direction() -> None:
    assert made("ar")["cookies.html"].startswith('<div class="inforce-cookies" lang="ar" dir="rtl" ')
    assert made("fr")["contact.html"].startswith('<div class="inforce-contact" lang="fr" dir="ltr" ')
    for language in ("fr", "ar"):
        assert '<span lang="en" dir="ltr">Data Protection Authority</span>' in made(language)["contact.html"]


def test_it_says_what_it_was_made_from() -> None:
    summary = summarise(published(), "fr")
    expected = {
        "data-policy": summary.policy,
        "data-version": str(summary.version),
        "data-revision": str(summary.revision),
        "data-integrity": STAMP.integrity,
        "data-consent-epoch": str(summary.consent_epoch),
        "data-sequence": "7",
    }
    for html in view(summary).values():
        (outer,) = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
        assert {name: value for name, value in outer.attrib.items() if name.startswith("data-")} == expected


def test_a_table_is_called_by_its_category() -> None:
    html = made(cookie_categories={"x-chat": {"label": {"en": "Chat"}, "description": {"en": "Talk."}}})["cookies.html"]
    assert (
        '<caption><h3>Necessary</h3>\n<p><span class="inforce-way">Consent</span>: not needed</p>\n</caption>' in html
    )
    assert html.count("<caption>") == html.count("<table>")


def test_it_says_which_language_prevails() -> None:
    said = {(language, name): html for language in ("en", "fr", "ar") for name, html in made(language).items()}
    for (language, name), html in said.items():
        assert (PREVAILING in html) == (language != "en"), name
        assert "[" not in told(html)
    assert f'<a href="{PREVAILING}">le texte en anglais</a> fait foi' in said["fr", "cookies.html"]
    assert "الإنجليزية" in told(said["ar", "contact.html"])
    assert "prevails" not in said["en", "cookies.html"]


def test_a_cookie_of_another_company_and_its_domains_are_told() -> None:
    hs = {**making.FACTS["cookies"]["hs"], "domains": ["track.example.org"]}
    html = made("ar", cookies={"hs": hs})["cookies.html"]
    assert '<bdi dir="ltr">track.example.org</bdi>' in html
    assert words_for("ar", catalogs()).text("third party") in html


def test_the_contact_fragment_names_the_controller_before_the_authority_and_links_the_ways() -> None:
    html = made()["contact.html"]
    words = told(html)
    assert words.index("Northwind SA") < words.index("Data Protection Authority")
    assert '<a href="tel:+3222744800" dir="ltr">+32 2 274 48 00</a>' in html
    assert '<a href="mailto:contact@authority.example.org" dir="ltr">' in html
    assert "Rue Haute 12" in words


REASON = {"en": "the copy hides it", "fr": "la copie le masque"}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_nobody_knows_of_a_party_and_what_there_is_none_of_is_said_as_on_the_page(language: str) -> None:
    words = words_for(language, catalogs())

    def line(way: str, value: str) -> str:
        head = heading(("organisation", "controller", way), words)
        return " ".join(words.text("{label}: {value}", label=head, value=words.text(value)).split())

    for way in Reach.model_fields:
        others = {each: "none" for each in Reach.model_fields if each != way}
        party = {"name": "Northwind SA", way: {"unknown": REASON}, **others}
        text = told(made(language, organisation={"controller": party, "dpo": party})["contact.html"])
        reason = REASON.get(language, REASON["en"])
        assert text.count(line(way, "not known")) == 2
        assert text.count(f"{line(way, 'not known')} ({reason})") == 1, "the reason is given the first time only"
        assert [text.count(line(each, "there is none")) for each in others] == [2] * len(others)


def test_where_there_is_nobody_it_says_so() -> None:
    nobody = {"name": "none"}
    html = made(organisation={**making.FACTS["organisation"], "dpo": nobody})["contact.html"]
    assert "Data protection officer none" in told(html)
    assert "Data protection officer" not in made()["contact.html"], "of whom nothing is stated, nothing is said"


def test_a_right_says_what_it_is_how_to_use_it_and_where_its_words_are() -> None:
    text = "# Rights\n\n## [Seeing your data](id:seeing)\n\nYou may [see them](fact:rights.access)."
    whole = published(rights={**making.FACTS["rights"], "complaint": {"label": {"en": "Right to complain"}}})
    edition = making.edition(2, "en", {**making.TEXTS["en"], "rights": text}, whole.facts)
    html = view(summarise(replace(whole, editions={**whole.editions, "en": edition}), "en"))["contact.html"]
    words = told(html)
    assert "We answer within 1 month; where that is extended, within 2 months in all." in words
    before = "Complain (Right to complain) The policy names no address for this right. How to reach"
    assert words.index(f"{before} “Supervisory authority”: E-mail: contact@authority") < words.index("Right of access")
    assert "Write to us." in words
    assert f'See <a href="{PAGE}#seeing">' in html
    assert words.partition("Your rights")[2].count("E-mail: not known") == 1


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


HOSTILE = (
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    'https://x.example/"><script>alert(1)</script>',
    "</table></div><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    'x@example.org?bcc=y@example.org"',
    "//evil.example",
    "{title}",
    "",
)
TAGS = frozenset(
    {
        "div",
        "h3",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "p",
        "span",
        "code",
        "bdi",
        "a",
        "br",
        "strong",
        "dl",
        "dt",
        "dd",
    }
)
STAMPS = ("policy", "version", "revision", "integrity", "consent-epoch", "sequence")
ATTRIBUTES = frozenset({"class", "lang", "dir", "scope", "href", "data-head", *(f"data-{name}" for name in STAMPS)})


def replaced(node: Any, words: str, key: str = "") -> Any:
    """A summary with other words in each of its texts, though none such could be read: the view relies on no check."""
    if isinstance(node, BaseModel):
        kept = {"id"} if isinstance(node, PublishedCookieCategory) else set()
        said = {name: value for name, value in node if name not in kept}
        return node.model_copy(update={name: replaced(value, words, name) for name, value in said.items()})
    if isinstance(node, list):
        return [replaced(value, words, key) for value in node]
    fixed = {
        *("format", "language_status", "kind", "match", "type", "party", "category", "text_digest", "role"),
        *("legal_basis", "safeguard", "duty"),
    }
    return node if key in fixed or not isinstance(node, str) else words


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_a_summary_says_becomes_words_or_an_honest_link(words: str) -> None:
    lying = replaced(summarise(published(), "en"), words)
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    for html in fragments(lying, words_for("en", catalogs()), page=PAGE, prevailing=PREVAILING, stamp=STAMP).values():
        for element in parser.parseFragment(html).iter():
            if not isinstance(element.tag, str) or element.tag == "DOCUMENT_FRAGMENT":
                continue
            assert element.tag in TAGS, html
            assert set(element.attrib) <= ATTRIBUTES, html
            assert element.get("href", PAGE).startswith(
                (PAGE, PREVAILING, "https://", "http://", "mailto:", "tel:+")
            ), html
            assert "script" not in element.get("href", ""), html


def test_honest_ways_stay_links() -> None:
    said = summarise(published(), "en")
    assert said.controller
    ways = {"website": "https://www.example.org/x?y=1", "email": "a@example.org", "phone": "+3222744800"}
    html = view(said.model_copy(update={"controller": said.controller.model_copy(update=ways)}))["contact.html"]
    for way in ('href="https://www.example.org/x?y=1"', 'href="mailto:a@example.org"', 'href="tel:+3222744800"'):
        assert way in html


@pytest.mark.parametrize(
    ("policy", "relation"),
    [("privacy", ' rel="privacy-policy"'), ("terms", ' rel="terms-of-service"'), ("cookies", "")],
)
def test_the_link_says_what_the_policy_is_for_the_page_around_it(policy: str, relation: str) -> None:
    """Relations of RFC 6903."""
    summary = summarise(published(), "en").model_copy(update={"policy": policy})
    for html in view(summary).values():
        assert f'<a href="{PAGE}"{relation}>' in html
