"""Each language's own words for numbers and units: what its table alone must know."""

from __future__ import annotations

import pytest
from inforce.model.values import Duration
from inforce.rules.readings.agrees import Agrees, read_agrees
from inforce.rules.readings.tables import TABLES, table_for

from tests.rules.readings.samples import SAMPLES


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [(language, words, number) for language, each in SAMPLES.items() for words, number in each.numbers.items()],
)
def test_numbers_in_words(language: str, words: str, number: int) -> None:
    table = TABLES[language]
    assert table.number_word(table.fold(words)) == number


@pytest.mark.parametrize(
    ("language", "value", "words"),
    [
        (language, value, words)
        for language, each in SAMPLES.items()
        for value, forms in each.durations.items()
        for words in forms
    ],
)
def test_durations_in_words(language: str, value: str, words: str) -> None:
    assert read_agrees(Duration.parse(value), words, language) == Agrees()
    assert read_agrees(Duration.parse("7 years"), words, language) != Agrees()


def test_every_table_is_tried_here() -> None:
    assert set(SAMPLES) == set(TABLES)


@pytest.mark.parametrize(
    ("tag", "language"), [("en", "en"), ("fr-BE", "fr"), ("de-AT", "de"), ("is", None), ("pt-BR", None)]
)
def test_the_table_of_a_tag(tag: str, language: str | None) -> None:
    found = table_for(tag)
    assert (found.language if found else None) == language
