"""Which addresses a text spells out, and which of them are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.values import Email, Phone, Url
from inforce.writer.addresses import KnownAddresses, canonical, href_of, linked, spelled_out

WAYS = KnownAddresses(
    by_text={
        "privacy@example.org": "mailto:privacy@example.org",
        "+3222744800": "tel:+3222744800",
        "https://www.example.org": "https://www.example.org/",
        "https://www.example.org/a(b)": "https://www.example.org/a(b)",
    }
)


def ways(text: str) -> list[tuple[str, str]]:
    return [(words, href) for words, href in linked(text, WAYS) if href]


@pytest.mark.parametrize(
    ("text", "words", "href"),
    [
        ("Write to privacy@example.org.", "privacy@example.org", "mailto:privacy@example.org"),
        ("(privacy@EXAMPLE.org)", "privacy@EXAMPLE.org", "mailto:privacy@example.org"),
        ("écrire à « privacy@example.org »", "privacy@example.org", "mailto:privacy@example.org"),
        ("Tel.: +32 2 274 48 00, or", "+32 2 274 48 00", "tel:+3222744800"),
        ("+ 32 2 274.48.00", "+ 32 2 274.48.00", "tel:+3222744800"),
        ("+32\u00a02\u202f274 48 00;", "+32\u00a02\u202f274 48 00", "tel:+3222744800"),
        ("See https://www.example.org.", "https://www.example.org", "https://www.example.org/"),
        ("See https://www.example.org/, or", "https://www.example.org/", "https://www.example.org/"),
        ("See www.example.org!", "www.example.org", "https://www.example.org/"),
    ],
)
def test_a_known_address_leads_there_however_it_is_dressed(text: str, words: str, href: str) -> None:
    assert ways(text) == [(words, href)]


@pytest.mark.parametrize(
    "text",
    [
        "Privacy@example.org",  # the local part may depend on case (RFC 5321, 2.4)
        "not-privacy@example.org",
        "privacy@example.org.evil.com",
        "privacy@example.orge",
        "x.privacy@example.org",
        "+32 2 274 48 001",
        "+32 2 274 48 0",
        "0032 2 274 48 00",
        "+322274480042 2",
        "https://www.example.org/other",
        "https://www.example.org.evil.com",
        "https://www.example.org@evil.com",
        "http://www.example.org",
        "https://evil.com/https://www.example.org",
        "privacy@exаmple.org",  # a Cyrillic a
        "[email protected]",
    ],
)
def test_what_is_not_exactly_known_stays_words(text: str) -> None:
    assert ways(text) == []


def test_where_there_are_several_each_is_found_in_its_place() -> None:
    text = "privacy@example.org or +32 2 274 48 00 or other@example.org"
    found = [address for _, _, address in spelled_out(text)]
    assert found == [
        "privacy@example.org",
        "+3222744800",
        "other@example.org",
    ]
    assert [href for _, href in linked(text, WAYS) if href] == ["mailto:privacy@example.org", "tel:+3222744800"]


@given(st.text("ap@.+0123 /:wh(\u00a0", max_size=40) | st.text(max_size=40))
def test_no_word_is_lost_or_added(text: str) -> None:
    whole = f"{text}privacy@example.org {text}+3222744800{text}"
    assert "".join(words for words, _ in linked(whole, WAYS)) == whole
    assert list(linked(whole, KnownAddresses())) == [(whole, "")]


def test_what_leads_where() -> None:
    values = (Email.parse("a@B.org"), Phone.parse("+32 2 274 48 00"), Url.parse("https://B.org/"))
    assert [href_of(value) for value in values] == ["mailto:a@b.org", "tel:+3222744800", "https://b.org/"]
    assert [canonical(value) for value in values] == ["a@b.org", "+3222744800", "https://b.org"]
    assert href_of("a@b.org") == ""
