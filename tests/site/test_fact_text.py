"""Facts as pages state them."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.leaf import Leaf, Value
from inforce.model.values import Address, Email, Phone, Url
from inforce.site.fact_text import FactText, bare_title, said, words_said
from pydantic import TypeAdapter


def leaf(kind: Any, data: object) -> Leaf[Any]:
    found = TypeAdapter(Value[kind]).validate_python(data)
    assert isinstance(found, Leaf)
    return found


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        ("HubSpot", "fr", FactText(text="HubSpot")),
        ({"en": "E", "fr": "F"}, "fr", FactText(text="F")),
        ({"en": "E", "fr": "F"}, "fr-BE", FactText(text="F")),
        ({"en": "E", "fr": "F"}, "nl", FactText(text="E", language="en")),
        ({"fr": "F"}, "nl", FactText(text="F", language="fr")),
        ({}, "nl", FactText(text="")),
    ],
)
def test_words_in_the_readers_language_or_marked(texts: Any, language: str, expected: FactText) -> None:
    assert words_said(texts, language, "en") == expected


def test_ways_to_reach_someone_are_links() -> None:
    assert said(leaf(Email, "a@example.org"), "en", "en") == FactText(text="a@example.org", href="mailto:a@example.org")
    assert said(leaf(Phone, "+3222744800"), "en", "en") == FactText(text="+32 2 274 48 00", href="tel:+3222744800")
    assert said(leaf(Url, "https://example.org/"), "en", "en") == FactText(
        text="example.org", href="https://example.org/"
    )


def test_what_nobody_knows_gives_its_reason() -> None:
    unknown = {"unknown": {"en": "nobody has looked"}}
    assert said(leaf(Email, unknown), "fr", "en") == FactText(text="nobody has looked", language="en", unknown=True)
    assert said(None, "en", "en") is None


def test_what_there_is_none_of_is_no_unknown() -> None:
    assert said(leaf(Email, "none"), "fr", "en") == FactText(text="", none=True)


def test_an_address_has_lines_and_the_same_words_on_one() -> None:
    address = Address(street="High Street", number="12", postal_code="X1", locality="Town", country="IE")
    found = said(Leaf(value=address), "fr", "en")
    assert found == FactText(
        text="12 High Street, Town, X1, Irlande", lines=("12 High Street", "Town", "X1", "Irlande")
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Complaints", "Complaints"),
        ("Identification.", "Identification"),
        ("Frais :", "Frais"),
        ("本人確認。", "本人確認"),
        ("Who  are\n we?", "Who are we?"),
        ("…", "…"),
        ("...", "..."),
    ],
)
def test_a_title_is_named_without_what_ends_it_in_the_text(title: str, expected: str) -> None:
    assert bare_title(title) == expected
