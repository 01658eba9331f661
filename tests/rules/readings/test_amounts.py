"""Whole numbers, percentages and money read out of words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.model.values import Money, Percentage
from inforce.rules.readings.agrees import LANGUAGES, Agrees, Differs, NoTable, Unreadable, read_agrees
from num2words import num2words  # type: ignore[import-untyped]

NUMBERS = [
    (13, "en", "13|thirteen|Thirteen|thirteen (13)|13 (thirteen)|１３|(13)"),
    (13, "fr", "13|treize|Treize"),
    (13, "nl", "13|dertien"),
    (13, "de", "13|dreizehn"),
    (13, "ar", "13|١٣|ثلاثة عشر|ثلاث عشرة"),
    (13, "ja", "13|十三|１３|一三"),
    (16, "fr", "seize|16"),
    (250, "en", "250|two hundred and fifty|two hundred fifty"),
    (250, "ar", "مئتان وخمسون|مئتين وخمسين|250"),
    (1500, "en", "1,500|1500|1 500|one thousand, five hundred"),
    (1500, "fr", "1 500|1\u202f500|1.500|mille cinq cents"),
    (1500, "nl", "1.500|1500|duizendvijfhonderd|duizend vijfhonderd"),
    (1500, "de", "1.500|1500|tausendfünfhundert|eintausendfünfhundert"),
    (1500, "ar", "1,500|١٬٥٠٠|الف وخمسمئة|ألف وخمسمائة"),
    (1500, "ja", "1,500|千五百|一千五百"),
    (20000, "ja", "2万|二万|20,000"),
    (4000000, "en", "4 million|four million|4,000,000"),
    (4000000, "fr", "4 millions|quatre millions|4 000 000"),
    (-5, "en", "-5|−5"),
]


@pytest.mark.parametrize(
    ("value", "language", "words"), [(n, language, form) for n, language, forms in NUMBERS for form in forms.split("|")]
)
def test_a_number_in_figures_or_words_agrees(value: int, language: str, words: str) -> None:
    assert read_agrees(value, words, language) == Agrees()


@pytest.mark.parametrize("words", ["13 years", "about 13", "13.5", "1,3", "13²", "thirteen or so", "", "a", "13,"])
def test_what_is_not_just_a_whole_number_is_unreadable(words: str) -> None:
    assert isinstance(read_agrees(13, words, "en"), Unreadable)


def test_another_number_differs_and_is_named() -> None:
    assert read_agrees(13, "sixteen", "en") == Differs(stated="16")
    assert read_agrees(13, "seize", "fr") == Differs(stated="16")
    assert read_agrees(500, "1 500", "fr") == Differs(stated="1500")
    assert read_agrees(13, "trece", "es") == NoTable(language="es")
    assert read_agrees(13, "14", "es") == NoTable(language="es")
    assert read_agrees(13, "13", "es") == Agrees(), "figures are the same everywhere"


PERCENTAGES = [
    ("5%", "en", "5%|5 %|five per cent|five percent|5 per cent|5.0%"),
    ("5%", "fr", "5 %|5\u202f%|5%|cinq pour cent|5 pour cent"),
    ("2.5%", "fr", "2,5 %|2,5 pour cent"),
    ("5%", "nl", "5%|5 procent|vijf procent"),
    ("2.5%", "de", "2,5 %|2,5 Prozent"),
    ("5%", "de", "fünf Prozent|5 v. H."),
    ("5%", "ar", "5%|٥٪|5٪|خمسة بالمئة|5 في المئة|%5"),
    ("5%", "ja", "5%|５％|5パーセント|五パーセント"),
]


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [(v, language, form) for v, language, forms in PERCENTAGES for form in forms.split("|")],
)
def test_a_percentage_agrees(value: str, language: str, words: str) -> None:
    assert read_agrees(Percentage.parse(value), words, language) == Agrees()


def test_a_percentage_that_is_another_or_none() -> None:
    assert read_agrees(Percentage.parse("5%"), "six per cent", "en") == Differs(stated="6%")
    assert isinstance(read_agrees(Percentage.parse("5%"), "5", "en"), Unreadable)
    assert read_agrees(Percentage.parse("5%"), "up to 5%", "en") == Unreadable(part="5%")


MONEY = [
    ("500 EUR", "en", "€500|500 euros|five hundred euros|EUR 500|500 EUR|€500.00|€ 500"),
    ("500 EUR", "fr", "500 €|500\u00a0€|cinq cents euros|500 euros|500,00 €|EUR 500"),
    ("500 EUR", "nl", "€ 500|€ 500,00|€ 500,-|500 euro|vijfhonderd euro"),
    ("500 EUR", "de", "500 €|500,00 EUR|500 Euro|fünfhundert Euro"),
    ("500 EUR", "ar", "500 يورو|٥٠٠ يورو|خمسمائة يورو"),
    ("500 EUR", "ja", "500ユーロ|€500|500 ユーロ"),
    ("10000 JPY", "ja", "10,000円|1万円|￥10,000|一万円"),
    ("500 USD", "en", "$500|US dollars 500|500 US dollars"),
    ("1500.50 EUR", "fr", "1 500,50 €"),
    ("20000000 EUR", "fr", "20 millions d’euros|20 000 000 €"),
    ("20000000 EUR", "en", "20 million euros|€20 million|EUR 20 000 000|20,000,000 EUR"),
    ("20000000 EUR", "de", "20 Millionen Euro|20.000.000 EUR"),
]


@pytest.mark.parametrize(
    ("value", "language", "words"), [(v, language, form) for v, language, forms in MONEY for form in forms.split("|")]
)
def test_money_agrees(value: str, language: str, words: str) -> None:
    assert read_agrees(Money.parse(value), words, language) == Agrees()


def test_money_that_is_another_or_none() -> None:
    assert read_agrees(Money.parse("500 EUR"), "€600", "en") == Differs(stated="600 EUR")
    assert read_agrees(Money.parse("500 EUR"), "$500", "en") == Differs(stated="500 USD")
    assert read_agrees(Money.parse("500 EUR"), "1 500 €", "fr") == Differs(stated="1500 EUR")
    assert isinstance(read_agrees(Money.parse("500 EUR"), "500", "en"), Unreadable)
    assert read_agrees(Money.parse("500 EUR"), "at most €500", "en") == Unreadable(part="€500")


languages = st.sampled_from(sorted(LANGUAGES))
whole = st.integers(min_value=0, max_value=10**9)


@settings(deadline=None)
@given(languages, whole, whole)
def test_figures_as_cldr_groups_them_are_read(language: str, number: int, other: int) -> None:
    words = format_decimal(number, locale=language)
    assert read_agrees(number, words, language) == Agrees()
    assert isinstance(read_agrees(other, words, language), Agrees) is (number == other)


@settings(deadline=None)
@given(languages, st.integers(min_value=1, max_value=10**6), st.sampled_from(["EUR", "USD", "JPY", "GBP", "CHF"]))
def test_money_as_cldr_writes_it_is_read(language: str, amount: int, currency: str) -> None:
    value = Money(amount=Decimal(amount), currency=currency)
    assert read_agrees(value, format_currency(amount, currency, locale=language), language) == Agrees()
    assert (
        read_agrees(value, format_currency(amount, currency, locale=language, format_type="name"), language) == Agrees()
    )
    assert isinstance(read_agrees(value, format_currency(amount + 1, currency, locale=language), language), Differs)


@settings(deadline=None)
@given(languages, st.integers(min_value=0, max_value=100))
def test_percentages_as_cldr_writes_them_are_read(language: str, amount: int) -> None:
    words = format_percent(Decimal(amount) / 100, locale=language)
    assert read_agrees(Percentage(amount=Decimal(amount)), words, language) == Agrees()


@settings(deadline=None)
@given(st.sampled_from(["en", "fr", "nl", "de", "ja"]), st.integers(min_value=0, max_value=400))
def test_numbers_spelled_out_are_read(language: str, number: int) -> None:
    assert read_agrees(number, num2words(number, lang=language), language) == Agrees()


@settings(deadline=None)
@given(languages, st.text(max_size=40))
def test_any_words_give_an_answer(language: str, words: str) -> None:
    for value in (13, Percentage.parse("5%"), Money.parse("500 EUR")):
        assert isinstance(read_agrees(value, words, language), Agrees | Differs | Unreadable)


IN_TWO_UNITS = [
    ("5.50", "EUR", "en", "5 euros and 50 cents|five euros and fifty cents|€5 and 50 cents|5 euros 50"),
    ("5.50", "EUR", "fr", "5 euros et 50 centimes|5 euros 50|cinq euros cinquante|5 euros, 50 centimes"),
    ("5.50", "EUR", "nl", "5 euro en 50 cent|vijf euro vijftig|5 euro 50"),
    ("5.50", "EUR", "de", "5 Euro und 50 Cent|5 Euro 50|fünf Euro fünfzig"),
    ("5.50", "EUR", "ar", "5 يورو و50 سنتا|خمسة يورو وخمسون سنتا"),
    ("5.50", "EUR", "ja", "5ユーロ50セント|五ユーロ五十セント"),
    ("5.05", "EUR", "fr", "5 euros et 5 centimes|5 euros 05"),
    ("105.50", "EUR", "en", "one hundred and five euros and fifty cents"),
    ("0.50", "EUR", "fr", "50 centimes|cinquante centimes"),
    ("5", "CHF", "de", "Fr. 5.–|5 Fr.|SFr. 5.--"),
    ("5", "CHF", "fr", "fr. 5.–"),
]


@pytest.mark.parametrize(
    ("amount", "currency", "language", "words"),
    [(*one, form) for *one, forms in IN_TWO_UNITS for form in forms.split("|")],
)
def test_a_sum_and_its_hundredths_are_one_amount(amount: str, currency: str, language: str, words: str) -> None:
    assert read_agrees(Money(amount=Decimal(amount), currency=currency), words, language) == Agrees()


@pytest.mark.parametrize(
    "words",
    [
        *(
            "5 euros and 5 cents",
            "5 euros and 500 cents",
            "5 euros or 50 cents",
            "5 euros five",
            "5 euros 5",
            "5 euros 500",
        ),
        *("5.50 euros and 50 cents", "5 dollars and 50 cents", "€5 50", "5 euros 50 days", "60 cents"),
    ],
)
def test_hundredths_that_give_another_amount_do_not_agree(words: str) -> None:
    assert read_agrees(Money(amount=Decimal("5.50"), currency="EUR"), words, "en") != Agrees()


def test_a_currency_without_hundredths_has_none() -> None:
    yen = Money(amount=Decimal("5.50"), currency="JPY")
    assert read_agrees(yen, "5 yen and 50 cents", "en") != Agrees()
