"""The forms of texts: what each takes and refuses, in the model as in the published schema."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from inforce.contract import formats
from pydantic import TypeAdapter, ValidationError

TABLE: dict[str, tuple[list[str], list[str]]] = {
    "Id": (["crm", "a", "web-forms-2"], ["", "CRM", "2nd", "a b", "a.b", "a_b", "é"]),
    "DataId": (["contact", "contact.email"], ["contact.", ".email", "a.b.c", "Contact"]),
    "Instant": (
        ["2027-01-01T00:00:00+01:00", "2024-02-29T23:59:59Z", "2027-01-01T00:00:00-09:30"],
        [
            "2027-01-01",
            "2027-01-01T00:00:00",
            "2027-01-01 00:00:00+01:00",
            "2027-01-01T00:00+01:00",
            "2027-13-01T00:00:00Z",
            "2027-01-32T00:00:00Z",
            "2027-01-01T24:00:00Z",
            "2027-01-01T00:60:00Z",
            "2027-01-01T00:00:00+1:00",
            "2027-01-01t00:00:00z",
        ],
    ),
    "Day": (["2026-11-30", "2024-02-29"], ["2026-11-31T00:00:00Z", "2026-00-01", "2026-1-1", "30/11/2026", ""]),
    "Duration": (
        ["P13M", "P10Y", "P1Y6M", "PT72H", "P1DT12H", "P2W", "P1Y0M3D", "P0M1D"],
        ["", "P", "PT", "P1", "13M", "P1H", "PT1D", "P1M1Y", "P1W1D", "P1Y1D", "P1.5Y", "-P1D", "P0D", "PT0S", "P0M0D"],
    ),
    "ContractVersion": (["1.0", "1.1", "1.10"], ["", "1", "1.", "1.01", "2.0", "1.0.0", "v1.0"]),
    "Decimal": (["0", "12", "-3", "2.50", "0.5"], ["", "012", "1,5", ".5", "5.", "1e3", "+1", "5%"]),
    "Currency": (["EUR", "JPY"], ["", "eur", "€", "EURO"]),
    "Language": (["en", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419"], ["EN", "fr_BE", "english", "f", "nl-be", "-fr"]),
    "Country": (["BE", "US"], ["be", "BEL", "B", ""]),
    "Email": (
        ["privacy@example.com", "a.b+c@example.co.uk", "x@bücher.example"],
        ["privacy", "privacy@", "@example.com", "privacy@example", "a b@example.com", "a@b@c.com", "a@example..com"],
    ),
    "Phone": (
        ["+3222744800", "+1555"],
        ["3222744800", "+32 2 274 48 00", "+0322", "+", "0032222", "+1234567890123456"],
    ),
    "WebAddress": (
        ["https://example.com", "https://example.com/a?b=c#d", "https://bücher.example:8443/"],
        ["http://example.com", "https://", "example.com", "//example.com", "javascript:alert(1)", "https://a b/", "https://x@y/"],
    ),
    "BaseAddress": (
        ["https://legal.example.com/", "https://example.com/legal/", "http://127.0.0.1:8000/", "http://localhost/"],
        ["https://legal.example.com", "http://legal.example.com/", "http://127.0.0.1.example.com/", "/", "https://a/?b/"],
    ),
    "SitePath": (
        ["en/privacy/v1/", "en/privacy/v1/#retention", "api/v1/privacy/1/en/r1.json"],
        ["", "/en/privacy/", "../en/", "en//v1/", "https://example.com/", "en/../x", "en/privacy v1/", "en/?x", "#x"],
    ),
    "Pointer": (["/controller/email", "/cookies/0/name", "/a~1b~0c"], ["", "controller", "#/a", "/a~2", "/a~"]),
    "Integrity": (
        ["sha256-" + "A" * 43 + "="],
        ["sha256-" + "A" * 44, "sha384-" + "A" * 43 + "=", "sha256-" + "-" * 43 + "=", "A" * 43 + "=", ""],
    ),
    "TextDigest": (["w1:" + "0a" * 32], ["w1:" + "0A" * 32, "w2:" + "0a" * 32, "w1:" + "0a" * 31, "0a" * 32]),
    "RecordDigest": (["sha256:" + "0a" * 32], ["sha256:" + "0A" * 32, "sha256-" + "0a" * 32, "sha256:" + "0a" * 31]),
    "Line": (["a", " Bruxelles 1000"], ["", "a\nb", "a\rb"]),
    "Text": (["a", "One.\n\nTwo."], ["", " ", "\n"]),
    "Domain": (["example.com", ".example.com", "localhost"], ["", "https://a.com", "a.com/", "Example.com", "a..b"]),
    "CookiePath": (["/", "/shop"], ["", "shop", "/a;b", "/a b"]),
    "NamePattern": (["^_ga$", "^_ga_.*$"], ["_ga", "^_ga", "_ga$", ""]),
}  # fmt: skip
NOT_IN_THE_CALENDAR = [("Instant", "2025-02-29T00:00:00Z"), ("Day", "2026-02-30"), ("Day", "2026-11-31")]


def adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(formats, name))


def schema(name: str) -> jsonschema.Draft202012Validator:
    made = adapter(name).json_schema()
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


def test_the_table_has_every_form() -> None:
    assert set(TABLE) == {name for name, one in vars(formats).items() if type(one).__name__ == "TypeAliasType"}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (good, _) in TABLE.items() for text in good])
def test_a_right_form_is_taken(name: str, text: str) -> None:
    assert adapter(name).validate_python(text) == text
    assert schema(name).is_valid(text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (_, bad) in TABLE.items() for text in bad])
def test_a_wrong_form_can_neither_be_written_nor_be_valid(name: str, text: str) -> None:
    with pytest.raises(ValidationError):
        adapter(name).validate_python(text)
    assert not schema(name).is_valid(text)


@pytest.mark.parametrize(("name", "text"), NOT_IN_THE_CALENDAR)
def test_a_day_that_there_never_is_cannot_be_written(name: str, text: str) -> None:
    with pytest.raises(ValidationError):
        adapter(name).validate_python(text)


@pytest.mark.parametrize("name", TABLE)
def test_the_examples_of_a_form_are_of_that_form(name: str) -> None:
    made = adapter(name).json_schema()
    assert made["description"].endswith(".")
    for example in made.get("examples", ()):
        assert adapter(name).validate_python(example) == example
