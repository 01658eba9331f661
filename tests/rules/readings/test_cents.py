"""Sums in the hundredths of a currency."""

from __future__ import annotations

import pytest
from inforce.rules.readings.cents import cents_said


@pytest.mark.parametrize(
    ("language", "text", "sums"),
    [
        ("en", "It costs 5 cents, or fifty pence.", ["0.05", "0.5"]),
        ("fr", "Cinq centimes, ou 10 cents.", ["0.05", "0.1"]),
        ("nl", "Vijftig cent of 20 eurocent.", ["0.5", "0.2"]),
        ("de", "Zehn Cent.", ["0.1"]),
        ("ja", "5セント", ["0.05"]),
        ("ar", "5 سنتات", ["0.05"]),
        ("en", "Five per cent, €5 and 50 cents, ten dollars and 5 cents.", []),
        ("fr", "Cinq cents personnes, 5 euros et 50 centimes, cinq pour cent.", []),
        ("es", "5 céntimos", []),
    ],
)
def test_cents(language: str, text: str, sums: list[str]) -> None:
    assert [str(found) for found, _ in cents_said(text, language)] == sums
