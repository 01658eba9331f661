"""Periods of keeping are told from others, in every language that has a table."""

from __future__ import annotations

import pytest
from inforce.rules.readings.keeping import periods_of_keeping

from tests.rules.readings.samples import SAMPLES


@pytest.mark.parametrize("language", SAMPLES)
def test_how_long_something_is_kept(language: str) -> None:
    ((amount, _),) = periods_of_keeping(SAMPLES[language].kept, language)
    assert amount[1] == (0, 30, 0)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Counts how often you came within 30 minutes."),
        ("en", "The pages of the last 30 minutes are stored in it."),
        ("fr", "Limite les demandes à une par minute."),
        ("de", "Die Seiten der letzten 30 Minuten werden gespeichert."),
        ("es", "Se conserva 30 días."),
    ],
)
def test_other_periods(language: str, text: str) -> None:
    assert list(periods_of_keeping(text, language)) == []
