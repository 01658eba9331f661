"""Each language's own words for numbers and units: what its table alone must know."""

from __future__ import annotations

import pytest
from inforce.model.values import Duration
from inforce.rules.readings.agrees import Agrees, read_agrees
from inforce.rules.readings.tables import TABLES, table_for

NUMBERS = {
    "en": {"thirteen": 13, "twenty-one": 21, "three hundred and sixty-five": 365, "a hundred": 100},
    "fr": {"treize": 13, "vingt et un": 21, "quatre-vingt-dix": 90, "soixante-dix": 70},
    "nl": {"dertien": 13, "eenentwintig": 21, "honderd": 100},
    "de": {"dreizehn": 13, "einundzwanzig": 21, "hundert": 100, "einhundert": 100, "zweier": 2},
    "ar": {"عشرة": 10, "ثلاث": 3, "ثلاثة عشر": 13},
    "ja": {"十": 10, "十三": 13, "二十一": 21, "三百六十五": 365},
}
DURATIONS = {
    "en": {"10 years": ["ten years", "10-year"], "14 days": ["a fortnight", "two weeks"]},
    "fr": {"10 years": ["dix ans", "10 années"], "3 months": ["un trimestre", "trois mois"]},
    "nl": {"10 years": ["tien jaar", "10 jaren"], "1 month": ["een maand", "één maand"]},
    "de": {"10 years": ["zehn Jahren", "zehnjährigen"], "2 months": ["zwei Monate", "zweimonatige"]},
    "ar": {"2 years": ["سنتين", "عامان"], "10 years": ["عشر سنوات"]},
    "ja": {"10 years": ["10年", "十年間"], "1 month": ["1か月", "一ヶ月"]},
}


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [(language, words, number) for language, every in NUMBERS.items() for words, number in every.items()],
)
def test_numbers_in_words(language: str, words: str, number: int) -> None:
    table = TABLES[language]
    assert table.number_word(table.fold(words)) == number


@pytest.mark.parametrize(
    ("language", "value", "words"),
    [
        (language, value, words)
        for language, every in DURATIONS.items()
        for value, forms in every.items()
        for words in forms
    ],
)
def test_durations_in_words(language: str, value: str, words: str) -> None:
    assert read_agrees(Duration.parse(value), words, language) == Agrees()
    assert read_agrees(Duration.parse("7 years"), words, language) != Agrees()


def test_every_table_is_tried_here() -> None:
    assert set(NUMBERS) == set(DURATIONS) == set(TABLES)


@pytest.mark.parametrize(
    ("tag", "language"), [("en", "en"), ("fr-BE", "fr"), ("de-AT", "de"), ("is", None), ("pt-BR", None)]
)
def test_the_table_of_a_tag(tag: str, language: str | None) -> None:
    found = table_for(tag)
    assert (found.language if found else None) == language
