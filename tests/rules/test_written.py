"""How a language writes a day: CLDR's way, and the first of a month where usage differs."""

from __future__ import annotations

from datetime import date

import pytest
from babel.localedata import locale_identifiers
from inforce.rules.written import LENGTHS, first_of_month, locale_of, written

FIRST = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("language", "first", "other"),
    [
        ("en", "1 March 2027", "22 April 2027"),
        ("en-US", "March 1, 2027", "April 22, 2027"),
        ("fr", "1er mars 2027", "22 avril 2027"),
        ("fr-CA", "1er mars 2027", "22 avril 2027"),
        ("it", "1º marzo 2027", "22 aprile 2027"),
        ("pt", "1º de março de 2027", "22 de abril de 2027"),
        ("pt-BR", "1º de março de 2027", "22 de abril de 2027"),
        ("pt-PT", "1 de março de 2027", "22 de abril de 2027"),
        ("ca", "1 de març del 2027", "22 d’abril del 2027"),
        ("el", "1η Μαρτίου 2027", "22 Απριλίου 2027"),
        ("de", "1. März 2027", "22. April 2027"),
        ("ja", "2027年3月1日", "2027年4月22日"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(language: str, first: str, other: str) -> None:
    assert written(FIRST, language) == first
    assert written(date(2027, 4, 22), language) == other


def test_only_the_day_takes_the_ordinal() -> None:
    assert written(date(2011, 1, 1), "fr", "full") == "samedi 1er janvier 2011"
    assert written(date(2027, 1, 11), "fr") == "11 janvier 2027"
    assert written(date(2027, 4, 1), "pt-PT", "medium") == "01/04/2027", "figures alone have none"


@pytest.mark.parametrize("length", LENGTHS)
def test_every_language_of_cldr_writes_a_day(length: str) -> None:
    for name in locale_identifiers():
        assert written(FIRST, name.replace("_", "-"), length), name  # type: ignore[arg-type]


def test_a_tag_that_cldr_does_not_know_is_written_in_english() -> None:
    assert str(locale_of("qq")) == "en_001"
    assert written(FIRST, "qq") == "1 March 2027"
    assert first_of_month("qq") is None
