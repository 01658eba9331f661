"""Names and postal addresses in words."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.leaf import Wording
from inforce.model.values import Address
from inforce.rules.readings.agrees import Agrees, Differs, Unreadable, read_agrees, stated

OFFICE = Address(
    street="Place de l’Université", number="25", postal_code="1348", locality="Louvain-la-Neuve", country="BE"
)
AUTHORITY = Address(
    street={"en": "Rue de la Presse", "fr": "Rue de la Presse", "nl": "Drukpersstraat", "de": "Rue de la Presse"},
    number="35",
    postal_code="1000",
    locality={"en": "Brussels", "fr": "Bruxelles", "nl": "Brussel", "de": "Brüssel"},
    country="BE",
)
PALACE = Address(street="千代田", number="1-1", postal_code="100-8111", locality="東京都千代田区", country="JP")

AGREE = [
    (OFFICE, "en", "Place de l’Université 25, 1348 Louvain-la-Neuve, Belgium"),
    (OFFICE, "en", "Place de l'Université 25\n1348 Louvain-la-Neuve\nBelgium"),
    (OFFICE, "en", "25 Place de l’Université, 1348 Louvain-la-Neuve"),
    (OFFICE, "en", "25, place de l’université; B-1348 LOUVAIN-LA-NEUVE (Belgium)"),
    (OFFICE, "en", "Louvain-la-Neuve 1348, Belgium, Place de l’Université 25"),
    (OFFICE, "fr", "Place de l’Université 25, 1348 Louvain-la-Neuve, Belgique"),
    (OFFICE, "nl", "Place de l’Université 25, BE-1348 Louvain-la-Neuve, België"),
    (OFFICE, "de", "Place de l’Université 25, 1348 Louvain-la-Neuve, Belgien"),
    (OFFICE, "ar", "Place de l’Université 25، 1348 Louvain-la-Neuve، بلجيكا"),
    (OFFICE, "ja", "Place de l’Université 25, 1348 Louvain-la-Neuve, ベルギー"),
    (OFFICE, "es", "Place de l’Université 25, 1348 Louvain-la-Neuve, Bélgica"),
    (AUTHORITY, "en", "Rue de la Presse, 35\n1000 Brussels"),
    (AUTHORITY, "fr", "Rue de la Presse 35, 1000 Bruxelles"),
    (AUTHORITY, "nl", "Drukpersstraat 35, 1000 Brussel"),
    (AUTHORITY, "nl-BE", "Drukpersstraat 35, 1000 Brussel"),
    (AUTHORITY, "de", "Rue de la Presse 35, 1000 Brüssel, Belgien"),
    (AUTHORITY, "ja", "Drukpersstraat 35, 1000 Brussels"),
    (PALACE, "ja", "〒100-8111 東京都千代田区千代田1-1"),
    (PALACE, "ja", "〒１００－８１１１　東京都千代田区千代田１－１"),
    (PALACE, "en", "1-1 千代田, 東京都千代田区 100-8111, Japan"),
]

REFUSE = [
    (OFFICE, "en", "Place de l’Université 26, 1348 Louvain-la-Neuve, Belgium"),
    (OFFICE, "en", "Place de l’Université 25, 1349 Louvain-la-Neuve, Belgium"),
    (OFFICE, "en", "Place de l’Université 25, 1348 Louvain-la-Neuve, France"),
    (OFFICE, "en", "Place de l’Université 25, 1348 Louvain-la-Neuve, Belgique"),
    (OFFICE, "en", "Place de l’Université, 1348 Louvain-la-Neuve"),
    (OFFICE, "en", "Place de l’Université 25, Louvain-la-Neuve"),
    (OFFICE, "en", "Place de l’Université 251348 Louvain-la-Neuve"),
    (OFFICE, "en", "Place de l’Université 25 25, 1348 Louvain-la-Neuve"),
    (OFFICE, "en", "1 Avenue Athéna, 1348 Louvain-la-Neuve, Belgium"),
    (OFFICE, "en", "Place de l’Université 25, box 3, 1348 Louvain-la-Neuve"),
    (OFFICE, "en", ""),
    (AUTHORITY, "fr", "Rue de la Presse 35, 1000 Brussels"),
    (AUTHORITY, "nl", "Rue de la Presse 35, 1000 Brussel"),
    (PALACE, "ja", "〒100-8111 東京都千代田区千代田1-2"),
]


@pytest.mark.parametrize(("address", "language", "words"), AGREE)
def test_an_address_agrees_by_its_parts(address: Address, language: str, words: str) -> None:
    assert read_agrees(address, words, language) == Agrees()


@pytest.mark.parametrize(("address", "language", "words"), REFUSE)
def test_another_address_or_half_of_one_never_agrees(address: Address, language: str, words: str) -> None:
    assert not isinstance(read_agrees(address, words, language), Agrees)


def test_an_address_with_more_around_it_is_told_the_part_to_keep() -> None:
    words = "Qualifio SA, Place de l’Université 25, 1348 Louvain-la-Neuve"
    answer = read_agrees(OFFICE, words, "en")
    assert answer == Unreadable(part="Place de l’Université 25, 1348 Louvain-la-Neuve")


@given(st.sampled_from(list(permutations(("Place de l’Université", "25", "1348", "Louvain-la-Neuve", "Belgium")))))
def test_any_order_of_the_parts_is_the_same_address(parts: tuple[str, ...]) -> None:
    assert read_agrees(OFFICE, ", ".join(parts), "en") == Agrees()
    assert not isinstance(read_agrees(OFFICE, ", ".join((*parts, "Belgium")), "en"), Agrees)


@given(st.text(max_size=60))
def test_any_words_give_an_answer(words: str) -> None:
    for language in ("en", "ja", "x"):
        assert not isinstance(read_agrees(OFFICE, words, language), Agrees)


NAMES = {"en": "Data Protection Authority", "fr": "Autorité de protection des données", "nl": "Gegevensbescherming"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Data Protection Authority"),
        ("en", "data  protection\nauthority"),
        ("en-GB", "Data Protection Authority"),
        ("fr", "Autorité de protection des données"),
        ("fr", "Autorite\u0301 de protection des donne\u0301es"),
        ("ja", "Autorité de protection des données"),
    ],
)
def test_a_name_agrees_in_its_language(language: str, words: str) -> None:
    assert read_agrees(NAMES, words, language) == Agrees()


def test_a_name_in_another_language_or_with_more_around_it_does_not_agree() -> None:
    assert read_agrees(NAMES, "Autorité de protection des données", "en") == Differs()
    assert read_agrees(NAMES, "Data Protection Agency", "en") == Differs()
    assert read_agrees(NAMES, "the Data Protection Authority", "en") == Unreadable(part="Data Protection Authority")


def test_a_proper_name_is_the_same_in_all_languages() -> None:
    assert read_agrees("Qualifio SA", "QUALIFIO SA", "ja") == Agrees()
    assert (
        read_agrees("Qualifio SA", "Qualifio NV", "nl", accept={"Qualifio NV": Wording[str](value="Qualifio SA")})
        == Agrees()
    )


def test_a_message_names_what_was_agreed() -> None:
    assert stated(AUTHORITY, "nl") == "Drukpersstraat 35, 1000 Brussel, België"
    assert stated(NAMES, "fr") == '"Autorité de protection des données"'
