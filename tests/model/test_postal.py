"""How addresses are written: by their country's own form, with whatever parts there are."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from inforce.model.values import Address, address_line, address_lines, country_name
from inforce.rules.readings.agrees import Agrees, read_agrees

COUNTRIES = [code for code in sorted(Locale("en").territories) if re.fullmatch("[A-Z]{2}", code)]
LANGUAGES = ("en", "fr", "nl", "de", "ar", "ja", "zh", "ko")


def address(country: str, **parts: str | None) -> Address:
    given = {"street": "Gorse Lane", "number": "12", "postal_code": "X99 MRM1", "locality": "Ballymarram", **parts}
    return Address(country=country, **given)


@pytest.mark.parametrize(
    ("country", "written"),
    [
        ("IE", "12 Gorse Lane, Ballymarram, X99 MRM1, Ireland"),
        ("GB", "12 Gorse Lane, Ballymarram, X99 MRM1, United Kingdom"),
        ("BE", "Gorse Lane 12, X99 MRM1 Ballymarram, Belgium"),
        ("DE", "Gorse Lane 12, X99 MRM1 Ballymarram, Germany"),
        ("NL", "Gorse Lane 12, X99 MRM1 Ballymarram, Netherlands"),
        ("FR", "12 Gorse Lane, X99 MRM1 Ballymarram, France"),
        ("LU", "12 Gorse Lane, X99 MRM1 Ballymarram, Luxembourg"),
        ("CH", "Gorse Lane 12, X99 MRM1 Ballymarram, Switzerland"),
        ("ES", "Gorse Lane, 12, X99 MRM1 Ballymarram, Spain"),
        ("US", "12 Gorse Lane, Ballymarram X99 MRM1, United States"),
        ("NZ", "12 Gorse Lane, Ballymarram X99 MRM1, New Zealand"),
        ("SG", "12 Gorse Lane, Ballymarram X99 MRM1, Singapore"),
        ("HU", "Ballymarram, Gorse Lane 12, X99 MRM1, Hungary"),
        ("JP", "12 Gorse Lane, Ballymarram X99 MRM1, Japan"),
        ("AO", "Gorse Lane 12, Ballymarram X99 MRM1, Angola"),
        ("XY", "Gorse Lane 12, Ballymarram X99 MRM1, XY"),
    ],
)
def test_each_country_has_its_own_form(country: str, written: str) -> None:
    assert address_line(address(country), "en") == written


@pytest.mark.parametrize(
    ("country", "written"),
    [
        ("US", "12 Gorse Lane, Ballymarram, NY X99 MRM1, United States"),
        ("CA", "12 Gorse Lane, Ballymarram NY X99 MRM1, Canada"),
        ("AU", "12 Gorse Lane, Ballymarram NY X99 MRM1, Australia"),
        ("IT", "Gorse Lane, 12, X99 MRM1 Ballymarram NY, Italy"),
        ("BR", "Gorse Lane 12, Ballymarram-NY, X99 MRM1, Brazil"),
        ("BE", "Gorse Lane 12, X99 MRM1 Ballymarram, NY, Belgium"),
    ],
)
def test_a_region_stands_where_its_country_has_it(country: str, written: str) -> None:
    assert address_line(address(country, region="NY"), "en") == written


PALACE = Address(street="千代田", number="1-1", postal_code="100-8111", locality="東京都千代田区", country="JP")


@pytest.mark.parametrize(
    ("found", "language", "lines"),
    [
        (PALACE, "ja", ("日本", "〒100-8111", "東京都千代田区", "千代田1-1")),
        (
            Address(street="长安街", number="1号", postal_code="100000", locality="北京市", country="CN"),
            "zh",
            ("中国", "100000", "北京市", "长安街1号"),
        ),
        (
            Address(street="세종대로", number="110", postal_code="04524", locality="서울특별시", country="KR"),
            "ko",
            ("대한민국", "서울특별시", "세종대로 110", "04524"),
        ),
        (
            Address(street={"ja": "千代田", "en": "Chiyoda"}, number="1-1", locality={"ja": "東京", "en": "Tokyo"},
                    postal_code="100-8111", country="JP"),
            "en",
            ("1-1 Chiyoda", "Tokyo 100-8111", "Japan"),
        ),
        (address("BE"), "ja", ("Gorse Lane 12", "X99 MRM1 Ballymarram", "ベルギー")),
    ],
)  # fmt: skip
def test_han_kana_and_hangul_begin_with_what_is_largest(found: Address, language: str, lines: tuple[str, ...]) -> None:
    assert address_lines(found, language) == lines


def test_names_are_in_the_language_and_lines_parted_as_it_parts_them() -> None:
    office = address("BE", locality={"fr": "Bruxelles", "nl": "Brussel"})  # type: ignore[arg-type]
    assert address_line(office, "fr") == "Gorse Lane 12, X99 MRM1 Bruxelles, Belgique"
    assert address_line(office, "nl-BE") == "Gorse Lane 12, X99 MRM1 Brussel, België"
    assert address_line(office, "ar") == "Gorse Lane 12، X99 MRM1 Bruxelles، بلجيكا"
    assert address_line(office, "ja") == "Gorse Lane 12、X99 MRM1 Bruxelles、ベルギー"
    assert address_line(PALACE, "ja") == "日本 〒100-8111 東京都千代田区 千代田1-1"
    assert country_name("BE", "no such language") == "Belgium"


@pytest.mark.parametrize("country", COUNTRIES)
def test_whatever_parts_there_are_all_are_written_once_and_nothing_else_is(country: str) -> None:
    """And the check reads back what pages print, in every language."""
    for street, locality in (("Gorse Lane", "Ballymarram"), ("千代田", "東京都")):
        for missing in ({}, {"number": None}, {"postal_code": None}, {"number": None, "postal_code": None}):
            for region in (None, "Ulster"):
                given = address(country, street=street, locality=locality, region=region, **missing)
                for language in LANGUAGES:
                    lines = address_lines(given, language)
                    parts = [*given.in_language(language), country_name(country, language)]
                    left = " ".join(lines)
                    for part in parts:
                        assert left.count(part) >= 1, (country, lines)
                        left = left.replace(part, "", 1)
                    assert not left.strip(" ,-/〒"), (country, lines)
                    for line in lines:
                        assert line == line.strip(" ,-/"), (country, lines)
                        assert "  " not in line, (country, lines)
                        assert " ," not in line, (country, lines)
                    for words in (address_line(given, language), "\n".join(lines)):
                        assert read_agrees(given, words, language) == Agrees(), (country, words)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ({"street": "Gorse Lane", "number": "12", "locality": "Ballymarram"}, ("Gorse Lane 12", "Ballymarram")),
        ({"street": "Gorse Lane", "country": "IE"}, ("Gorse Lane", "Ireland")),
        ({"locality": "Ballymarram"}, ("Ballymarram",)),
        ({"postal_code": "1348", "locality": "Louvain-la-Neuve"}, ("1348 Louvain-la-Neuve",)),
    ],
)
def test_a_part_that_the_policy_does_not_say_is_left_out(given: dict[str, str], written: tuple[str, ...]) -> None:
    assert address_lines(Address(**given), "en") == written
    assert read_agrees(Address(**given), ", ".join(written), "en") == Agrees()
