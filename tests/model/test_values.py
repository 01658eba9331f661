"""The value types of facts: what they read, what they write, what they refuse."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.values import (
    Address,
    CalendarDate,
    Duration,
    Email,
    Identifier,
    Money,
    Percentage,
    Phone,
    Url,
    WholeNumber,
    in_language,
)
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

READ = [
    (Duration, "10 years", "P10Y"),
    (Duration, "P10Y", "P10Y"),
    (Duration, "1 month", "P1M"),
    (Duration, "1 year 6 months", "P1Y6M"),
    (Duration, "1 year, 6 months and 2 days", "P1Y6M2D"),
    (Duration, "2 weeks", "P2W"),
    (Duration, "P2W", "P2W"),
    (Duration, "72 hours", "PT72H"),
    (Duration, "PT1H30M", "PT1H30M"),
    (Duration, "1 day 12 hours", "P1DT12H"),
    (Duration, "1 year 5 days", "P1Y0M5D"),
    (Duration, "P1Y0M5D", "P1Y0M5D"),
    (Duration, "13 Months", "P13M"),
    (Money, "500 EUR", "500 EUR"),
    (Money, "1250.50EUR", "1250.50 EUR"),
    (Percentage, "5 %", "5%"),
    (Percentage, "2.5%", "2.5%"),
    (Phone, "+32 2 274 48 00", "+3222744800"),
    (Phone, "+ 32 2 274 48 00", "+3222744800"),
    (Phone, "+3222744800", "+3222744800"),
    (Email, "Privacy@Example.COM", "Privacy@example.com"),
    (Url, "HTTPS://WWW.Example.com/Privacy", "https://www.example.com/Privacy"),
    (Url, "http://example.com", "http://example.com"),
    (Url, "https://192.0.2.1/", "https://192.0.2.1/"),
    (Identifier, "BE 0822.741.924", "BE 0822.741.924"),
    (Identifier, "2016/679", "2016/679"),
    (CalendarDate, "2020-11-10", "2020-11-10"),
    (WholeNumber, "13", 13),
]

REFUSED = [
    (Duration, "10 yeers", "not a duration"),
    (Duration, "ten years", "not a duration"),
    (Duration, "10", "not a duration"),
    (Duration, "P", "not a duration"),
    (Duration, "P1YT", "not a duration"),
    (Duration, "0 days", "longer than nothing"),
    (Duration, "1 year 2 years", "twice"),
    (Money, "500", "not an amount of money"),
    (Money, "500 euro", "not an amount of money"),
    (Percentage, "5", "not a percentage"),
    (Phone, "02 274 48 00", "not an international telephone number"),
    (Phone, "+32", "not an international telephone number"),
    (Phone, "+32 2 274 48 00 ext 5", "has an extension"),
    (Phone, "+32 2 274 48 00;ext=5", "has an extension"),
    (Phone, "+49 111111111111111", "not an international telephone number"),  # 17 digits; E.164 has at most 15
    (Phone, "+32 2", "not an international telephone number"),
    (Email, "privacy at example.com", "not an e-mail address"),
    (Email, "[email protected]", "not an e-mail address"),
    (Email, "a..b@example.com", "not an e-mail address"),
    (Email, "a@example", "not an e-mail address"),
    (Url, "example.com", "not a web address"),
    (Url, "javascript:alert(1)", "not a web address"),
    (Url, "https://0x7f.1/", "hides where it goes"),
    (Url, "https://017700000001.0x1", "hides where it goes"),
    (Url, 'https://example.com/"onclick', "not a web address"),
    (Identifier, "<b>", "not an identifier"),
    (Identifier, "...", "not an identifier"),
    (CalendarDate, "10/11/2020", "not a date"),
    (CalendarDate, "1604966400", "not a date"),
    (CalendarDate, "2021-02-29", "not a day of the calendar"),
    (WholeNumber, "13.0", "not a whole number"),
    (WholeNumber, "1_000", "not a whole number"),
    (WholeNumber, True, "expected a whole number"),
]


@pytest.mark.parametrize(("type_", "text", "written"), READ)
def test_a_scalar_is_read_and_written(type_: Any, text: str, written: str | int) -> None:
    adapter = TypeAdapter(type_)
    value = adapter.validate_python(text)
    assert adapter.dump_python(value, mode="json") == written
    assert adapter.validate_python(written) == value


@pytest.mark.parametrize(("type_", "text", "why"), REFUSED)
def test_what_is_no_value_is_refused_with_a_reason(type_: Any, text: str, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        TypeAdapter(type_).validate_python(text)


@pytest.mark.parametrize(("type_", "text", "written"), READ)
def test_the_schema_lets_pass_what_is_read_and_what_is_written(type_: Any, text: str, written: str | int) -> None:
    given_schema = TypeAdapter(type_).json_schema()
    if type_ is not WholeNumber:
        if type_ not in (Url, Duration) or text == written:
            jsonschema.validate(text, given_schema)
        assert given_schema["description"]
    jsonschema.validate(written, TypeAdapter(type_).json_schema(mode="serialization"))


def test_the_schema_lets_pass_what_an_editor_takes_for_a_number() -> None:
    jsonschema.validate(3222744800, TypeAdapter(Phone).json_schema())
    jsonschema.validate(
        {"street": "Avenue Athéna", "number": 1, "postal_code": 1348, "locality": "Louvain-la-Neuve", "country": "BE"},
        TypeAdapter(Address).json_schema(),
    )


class Kept(BaseModel):
    model_config = ConfigDict(frozen=True)
    keep: Duration
    since: CalendarDate | None = None


def test_a_model_with_values_comes_back_from_json() -> None:
    kept = Kept.model_validate({"keep": "10 years", "since": "2020-11-10"})
    assert kept.keep == Duration(years=10)
    assert kept.since == date(2020, 11, 10)
    assert kept.model_dump(mode="json") == {"keep": "P10Y", "since": "2020-11-10"}
    assert Kept.model_validate_json(kept.model_dump_json()) == kept


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1 year", "12 months", True),
        ("18 months", "1 year 6 months", True),
        ("2 weeks", "14 days", True),
        ("2 hours", "120 minutes", True),
        ("1 month", "30 days", False),
        ("1 day", "24 hours", False),
        ("1 year", "365 days", False),
    ],
)
def test_equal_lengths_are_those_that_are_equal_whatever_the_calendar(one: str, other: str, same: bool) -> None:
    assert (Duration.parse(one).length == Duration.parse(other).length) is same


def test_nominal_seconds_make_twelve_months_a_year() -> None:
    assert Duration(months=12).nominal_seconds == Duration(years=1).nominal_seconds == 31_536_000


amounts = st.integers(min_value=0, max_value=999)


@given(st.lists(amounts, min_size=6, max_size=6).filter(any))
def test_every_duration_comes_back_from_iso_and_from_words(parts: list[int]) -> None:
    units = ("years", "months", "days", "hours", "minutes", "seconds")
    duration = Duration(**dict(zip(units, parts, strict=True)))
    assert Duration.parse(str(duration)) == duration
    assert Duration.parse(duration.words()) == duration


@given(st.sampled_from([Duration, Money, Percentage, Phone, Email, Url, Identifier]), st.text(max_size=30))
def test_what_is_read_comes_back_from_its_own_text(type_: type[Duration], text: str) -> None:
    try:
        value = type_.parse(text)
    except ValueError:
        return
    assert type_.parse(str(value)) == value


def test_money_is_exact() -> None:
    assert Money.parse("0.10 EUR").amount == Decimal("0.10")


def test_an_address_refuses_what_it_does_not_know() -> None:
    address = {"street": "Avenue Athéna", "locality": "Louvain-la-Neuve", "country": "BE"}
    assert TypeAdapter(Address).validate_python(address).in_language("en") == ("Avenue Athéna", "Louvain-la-Neuve")
    with pytest.raises(ValidationError, match="country"):
        TypeAdapter(Address).validate_python({**address, "country": "Belgium"})
    with pytest.raises(ValidationError, match="town"):
        TypeAdapter(Address).validate_python({**address, "town": "x"})
    for nowhere in ({}, {"country": "BE"}):
        with pytest.raises(ValidationError, match="write at least one of"):
            TypeAdapter(Address).validate_python(nowhere)


def test_words_fall_back_to_the_base_language_then_to_the_first() -> None:
    texts = {"fr": "Bruxelles", "nl": "Brussel"}
    assert in_language(texts, "nl-BE") == "Brussel"
    assert in_language(texts, "ja") == "Bruxelles"
    assert in_language("Louvain", "ja") == "Louvain"


def test_identifiers_are_compared_without_their_dress() -> None:
    assert Identifier.parse("BE 0822.741.924").bare == Identifier.parse("be0822-741-924").bare


@pytest.mark.parametrize(
    ("value", "shown", "href"),
    [
        (Email.parse("Privacy@Example.org"), "Privacy@example.org", "mailto:Privacy@example.org"),
        (Phone.parse("+3222744800"), "+32 2 274 48 00", "tel:+3222744800"),
        (Url.parse("https://www.example.org/"), "www.example.org", "https://www.example.org/"),
        (Url.parse("http://example.org/a/"), "http://example.org/a", "http://example.org/a/"),
    ],
)
def test_how_readers_are_told_where_somebody_is_reached(value: Email | Phone | Url, shown: str, href: str) -> None:
    assert (value.shown, value.href) == (shown, href)


def test_a_page_in_several_languages_has_an_address_for_each() -> None:
    page = TypeAdapter(Url).validate_python({"en": "https://a.example/", "fr": "HTTPS://A.example/fr"})
    shown = [str(page.in_language(language)) for language in ("en", "fr", "fr-BE", "nl")]
    assert shown == ["https://a.example/", "https://a.example/fr", "https://a.example/fr", "https://a.example/"]
    assert [str(each) for each in page.each] == ["https://a.example/", "https://a.example/fr"]
    assert TypeAdapter(Url).dump_python(page, mode="json") == {"en": "https://a.example/", "fr": "https://a.example/fr"}
    one = Url.parse("https://a.example/")
    assert one.in_language("fr") == one
    assert one.each == (one,)
