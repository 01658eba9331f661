"""Countries that words name, in six languages, and what may say the same."""

from __future__ import annotations

import pytest
from inforce.rules.readings.countries import countries_by_name, countries_said, may_mean


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "In the UK, Ireland’s courts, and Equatorial Guinea", ["GB", "IE", "GQ"]),
        ("fr", "Aux États-Unis et en Chine", ["US", "CN"]),
        ("nl", "In de VS en Zuid-Korea", ["US", "KR"]),
        ("de", "Die Gerichte Irlands, in den Niederlanden", ["IE", "NL"]),
        ("ja", "タイで。インドネシア、米国と日本の", ["TH", "ID", "US", "JP"]),
        ("ar", "في فرنسا وألمانيا وبإيرلندا", ["FR", "DE", "IE"]),
        ("en", "Georgia and Jersey, a china cup, the EU, Irish law", []),
        ("ja", "タイトルは日本語です", []),
        ("xx", "Ireland", []),
    ],
)
def test_countries(language: str, text: str, codes: list[str]) -> None:
    assert [code for code, _ in countries_said(text, language)] == codes


@pytest.mark.parametrize(
    ("language", "text", "code", "may"),
    [
        ("en", "Irish law", "IE", True),
        ("de", "deutsche Server", "DE", True),
        ("fr", "le droit français", "FR", True),
        ("ar", "القانون الألماني", "DE", True),
        ("en", "The law", "IE", False),
        ("xx", "The law", "IE", True),
    ],
)
def test_an_adjective_may_mean_a_country(language: str, text: str, code: str, may: bool) -> None:
    assert may_mean(text, code, language) is may


def test_no_country_in_an_unknown_language() -> None:
    assert countries_by_name("xx") == ()
    assert ("IE", "Ireland") in countries_by_name("en")
