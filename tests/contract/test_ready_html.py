"""What all ready HTML says: its language, what it was made from, where it is from and which text prevails."""

from __future__ import annotations

import html5lib
import pytest
from inforce.contract.summarise import summarise

from tests.contract.test_fragments import PAGE, PREVAILING, STAMP, made, told, view
from tests.contract.test_summarise import published


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


def test_it_says_which_language_prevails() -> None:
    said = {(language, name): html for language in ("en", "fr", "ar") for name, html in made(language).items()}
    for (language, name), html in said.items():
        assert (PREVAILING in html) == (language != "en"), name
        assert "[" not in told(html)
    assert f'<a href="{PREVAILING}">le texte en anglais</a> fait foi' in said["fr", "cookies.html"]
    assert "الإنجليزية" in told(said["ar", "contact.html"])
    assert "prevails" not in said["en", "cookies.html"]


@pytest.mark.parametrize(
    ("policy", "relation"),
    [("privacy", ' rel="privacy-policy"'), ("terms", ' rel="terms-of-service"'), ("cookies", "")],
)
def test_the_link_says_what_the_policy_is_for_the_page_around_it(policy: str, relation: str) -> None:
    """Relations of RFC 6903."""
    summary = summarise(published(), "en").model_copy(update={"policy": policy})
    for html in view(summary).values():
        assert f'<a href="{PAGE}"{relation}>' in html
