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
    phones=("+3222744800",),
    region="BE",
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
        '<p><a href="MAILTO:x@evil.example">Write</a></p>',
        '<p><a href="mailto:privacy@northwind.example?cc=x%40evil.example">Write</a></p>',
        '<p><a href="mailto:privacy@northwind.example,x@evil.example">Write</a></p>',
        '<p>Call <a href="tel:+32123456789">our data protection officer</a>.</p>',
        '<p>Call <a href="TEL:012%2034%2056%2078">us</a>.</p>',
        '<p>Our privacy policy: <a href="https://evil.example/privacy">https://evil.example/privacy</a></p>',
        "<p>Our privacy\npolicy is at https://evil.example/privacy.</p>",
        "<p>Privacy Policy — www.evil.example/privacy</p>",
        '<p>You can read our <strong>privacy policy</strong> <a href="https://evil.example/">here</a>.</p>',
        '<p>Lisez notre politique de confidentialité <a href="https://evil.example/">ici</a>.</p>',
        '<p>Our privacy policy: <a href="/en/terms/">https://policies.northwind.example/en/terms/</a></p>',
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
        "<pre><code>[our privacy policy](https://elsewhere.example/privacy)</code></pre>",
        "<p>Our privacy policy: <code>https://elsewhere.example/privacy</code></p>",
        "<p>How to write a privacy policy: https://guides.example/</p>",
        "<p>HubSpot’s privacy policy: https://hubspot.example/privacy</p>",
        "<p>Our privacy policy: https://policies.northwind.example/en/privacy/</p>",
        "<p>Our privacy policy is published; the source is at https://github.example/northwind.</p>",
        '<p>Read the privacy policy. <a href="https://guides.example/">Here</a> is more.</p>',
        '<p><a href="tel:+32-2-274-48-00">Call us</a>, or <a href="tel:+3291234567">09 123 45 67</a>, or '
        '<a href="tel:112">112</a>.</p>',
        '<p><a href="mailto:privacy@northwind.example?subject=Privacy%20Policy">Write to us</a></p>',
        '<p><a href="mailto:privacy@northwind.example">Write to us</a>, or <a href="mailto:x@else.example">'
        "x@else.example</a>.</p>",
    ],
)
def test_links_that_lead_where_they_say(content: str) -> None:
    assert promised(content) == []


@pytest.mark.parametrize(
    ("words", "target", "certain"),
    [
        ("privacy policy", "/en/terms/", True),
        ("Our Privacy Policy (2026)", "/en/terms/#rights", True),
        ("Terms of Use", "/fr/privacy/v3/", True),
        ("version 4 of the privacy policy", "/en/privacy/v3/", True),
        ("version 4", "/en/privacy/v3/r2/", True),
        ("la version 2", "/fr/privacy/changes/3-5/", True),
        ("what has changed since version 2", "/en/privacy/changes/1/", True),
        ("Fassung 1", "/en/privacy/changes/2/", True),
        ("الإصدار 4", "/en/privacy/v3/", True),
        ("v5 of the terms", "/en/terms/v4/", True),
        ("v4.5", "/en/terms/v4/", None),
        ("第4版", "/en/privacy/v3/", True),
        ("the privacy policy and how we wrote it", "/en/terms/", None),
        ("version 3 of the privacy policy", "/en/privacy/v3/", None),
        ("what version 2 changed", "/en/privacy/changes/1/", None),
        ("version 2", "/en/privacy/changes/1-2/", None),
        ("from version 2 to version 4", "/en/privacy/v3/", None),
        ("what changed from version 4 to version 5", "/en/privacy/changes/1/", True),
        ("what changed from version 4 to version 5", "/en/privacy/changes/3-4/", True),
        ("what changed from version 4 to version 5", "/en/privacy/changes/4-5/", None),
        ("what changed from version 1 to version 5", "/en/privacy/changes/1/", None),
        ("the privacy policy in English", "/fr/privacy/", True),
        ("English", "/fr/privacy/", True),
        ("the text (français)", "/en/privacy/v3/", True),
        ("en anglais", "/fr/privacy/", True),
        ("the privacy policy in French", "/fr/privacy/", None),
        ("in English and in French", "/fr/privacy/", None),
        ("what French members may ask", "/en/privacy/", None),
        ("in English", "/en/privacy/", None),
        ("terms in force", "/en/privacy/", True),
        ("our privacy terms", "/en/terms/", None),
        ("what the terms say of how we keep it", "/en/privacy/", None),
        ("version 4", "/handbook/v3/", None),
        ("version 4", "https://elsewhere.example/en/privacy/v3/", None),
        ("privacy policy", "/en/privacy/", None),
        ("terms of use and privacy policy", "/en/terms/", None),
        ("privacy policy", "https://evil.example/", False),
    ],
)
def test_what_one_value_says_against_another_is_certain(words: str, target: str, certain: bool | None) -> None:
    found = check_promises(f'<p>Read <a href="{target}">{words}</a>.</p>', BESIDE, page="handbook/a/", own=OWN)
    assert [one.certain for one in found] == ([] if certain is None else [certain])


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("<h2>Privacy Policy, in force</h2>", 1),
        ("<p><strong>Privacy Policy — version 6, in force</strong></p>", 1),
        ('<p class="admonition-title">Privacy policy suspended</p>', 1),
        ("<h3>Politique de confidentialité (en vigueur)</h3>", 1),
        ("<p><strong>The privacy policy is suspended</strong></p>", 1),
        ("<p><strong>The privacy policy: in force</strong></p>", 1),
        ("<p><b>The privacy policy (v6) in force</b></p>", 1),
        ("<h2>The privacy policy in force</h2>", 1),
        ("<p>Read <strong>the privacy policy in force</strong>.</p>", 0),
        ("<p><b>La politique de confidentialité en vigueur</b></p>", 0),
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
