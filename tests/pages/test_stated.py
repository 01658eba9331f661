"""Facts as pages state them."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.leaf import Leaf, Value
from inforce.model.values import Address, Email, Phone, Url
from inforce.pages.stated import Said, address_lines, in_one_line, said, words_said
from pydantic import TypeAdapter


def leaf(kind: Any, data: object) -> Leaf[Any]:
    found = TypeAdapter(Value[kind]).validate_python(data)
    assert isinstance(found, Leaf)
    return found


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        ("HubSpot", "fr", Said(text="HubSpot")),
        ({"en": "E", "fr": "F"}, "fr", Said(text="F")),
        ({"en": "E", "fr": "F"}, "fr-BE", Said(text="F")),
        ({"en": "E", "fr": "F"}, "nl", Said(text="E", language="en")),
        ({"fr": "F"}, "nl", Said(text="F", language="fr")),
        ({}, "nl", Said(text="")),
    ],
)
def test_words_in_the_readers_language_or_marked(texts: Any, language: str, expected: Said) -> None:
    assert words_said(texts, language, "en") == expected


def test_ways_to_reach_someone_are_links() -> None:
    assert said(leaf(Email, "a@example.org"), "en", "en") == Said(text="a@example.org", href="mailto:a@example.org")
    assert said(leaf(Phone, "+3222744800"), "en", "en") == Said(text="+32 2 274 48 00", href="tel:+3222744800")
    assert said(leaf(Url, "https://example.org/"), "en", "en") == Said(text="example.org", href="https://example.org/")


def test_what_nobody_knows_gives_its_reason() -> None:
    unknown = {"unknown": {"en": "nobody has looked"}}
    assert said(leaf(Email, unknown), "fr", "en") == Said(text="nobody has looked", language="en", unknown=True)
    assert said(None, "en", "en") is None


def test_what_there_is_none_of_is_no_unknown() -> None:
    assert said(leaf(Email, "none"), "fr", "en") == Said(text="", none=True)


def address(country: str, **parts: object) -> Address:
    data = {"street": {"en": "High Street", "fr": "Rue Haute"}, "number": "12", "postal_code": "1000", "locality": "X"}
    return TypeAdapter(Address).validate_python({**data, "country": country, **parts})


@pytest.mark.parametrize(
    ("country", "language", "lines"),
    [
        ("BE", "en", ("High Street 12", "1000 X", "Belgium")),
        ("BE", "fr", ("Rue Haute 12", "1000 X", "Belgique")),
        ("FR", "fr", ("12 Rue Haute", "1000 X", "France")),
        ("GB", "en", ("12 High Street", "X 1000", "United Kingdom")),
        ("DE", "de", ("High Street 12", "1000 X", "Deutschland")),
    ],
)
def test_an_address_in_the_order_of_its_country(country: str, language: str, lines: tuple[str, ...]) -> None:
    assert address_lines(address(country), language) == lines


def test_an_address_with_parts_missing() -> None:
    assert address_lines(address("BE", number=None, postal_code=None), "en") == ("High Street", "X", "Belgium")


def test_an_address_in_one_line_is_parted_as_the_language_parts() -> None:
    assert in_one_line(("a", "b"), "en") == "a, b"
    assert in_one_line(("a", "b"), "ar") == "a، b"
