"""Links and words of a page of the handbook that readers would take for a policy's, and those that are about one."""

from __future__ import annotations

import pytest
from inforce.rules.handbook import Neighbours
from inforce.rules.handbook_words import check_promises, poses_below

OWN = "https://policies.northwind.example/"
BESIDE = Neighbours(
    languages=("en", "fr"),
    policies=("privacy", "terms"),
    titles=("Privacy Policy", "Politique de confidentialité", "Terms of Use"),
    owners=("Northwind SA",),
    called=(("privacy", "Privacy Policy"), ("privacy", "Politique de confidentialité"), ("terms", "Terms of Use")),
    emails=("privacy@northwind.example",),
)


def promised(content: str) -> list[str]:
    return [one.code for one in check_promises(content, BESIDE, page="handbook/a/", own=OWN)]


@pytest.mark.parametrize(
    "content",
    [
        '<p>Read <a href="https://evil.example/privacy">our privacy policy</a>.</p>',
        '<p>Read the <a href="https://evil.example/privacy">Privacy Policy</a>.</p>',
        '<p><a href="https://evil.example/privacy">Privacy Policy of Northwind</a></p>',
        '<p>Read <a href="/en/terms/">our privacy policy</a>.</p>',
        '<p>Lisez <a href="/fr/terms/">notre politique de confidentialité</a>.</p>',
        '<p>Read <a href="/en/privacy/v3/">our privacy policy in force</a>.</p>',
        '<p>Or <a href="mailto:x@evil.example">write to our data protection officer</a>.</p>',
        '<p>Or <a href="mailto:privacy@northwind.example.evil.example?subject=x">write to us</a>.</p>',
    ],
)
def test_links_that_promise_what_they_do_not_keep(content: str) -> None:
    assert promised(content) == ["H114"]


@pytest.mark.parametrize(
    "content",
    [
        '<p>Read <a href="/en/privacy/">our privacy policy</a>.</p>',
        '<p>Read <a href="https://policies.northwind.example/fr/privacy/#rights">our privacy policy</a>.</p>',
        '<p>Version 3 of the <a href="/en/privacy/v3/">privacy policy</a> said so.</p>',
        '<p>As <a href="/en/privacy/v3/">version 3 of our privacy policy</a> said.</p>',
        '<p>Read HubSpot’s <a href="https://hubspot.example/privacy">privacy policy</a>.</p>',
        '<p>Read the <a href="https://hubspot.example/privacy">privacy policy</a> of HubSpot.</p>',
        '<p>HubSpot (<a href="https://hubspot.example/privacy">privacy policy</a>)</p>',
        '<p>How to <a href="https://guides.example/">write a privacy policy</a>.</p>',
        '<p><a href="mailto:privacy@northwind.example">Write to us</a>, or <a href="mailto:x@else.example">'
        "x@else.example</a>.</p>",
    ],
)
def test_links_that_lead_where_they_say(content: str) -> None:
    assert promised(content) == []


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("<h2>Privacy Policy, in force</h2>", 1),
        ("<p><strong>Privacy Policy — version 6, in force</strong></p>", 1),
        ('<p class="admonition-title">Privacy policy suspended</p>', 1),
        ("<h3>Politique de confidentialité (en vigueur)</h3>", 1),
        ("<h2>Privacy Policy</h2>", 0),
        ("<h2>What a version of the privacy policy holds</h2>", 0),
        ("<p>The <strong>privacy policy</strong> is written here.</p>", 0),
        ("<h2>Version 6</h2>", 0),
    ],
)
def test_words_that_stand_out_as_those_of_a_policy(content: str, count: int) -> None:
    assert [one.code for one in poses_below(content, BESIDE)] == ["H113"] * count


def test_nothing_is_known_of_addresses_where_the_facts_have_none() -> None:
    assert not list(check_promises('<a href="mailto:x@y.example">Us</a>', Neighbours(), page="", own=OWN))
