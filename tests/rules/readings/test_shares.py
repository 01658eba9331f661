"""Parts of a whole, and words that are none."""

from __future__ import annotations

import pytest
from inforce.rules.readings.shares import shares_said


@pytest.mark.parametrize(
    ("language", "text", "shares"),
    [
        ("en", "One third of it, two-thirds, ¼ and 3/4.", ["1/4", "3/4", "1/3", "2/3"]),
        ("fr", "Un tiers des frais, la moitié, trois quarts.", ["1/3", "1/2", "3/4"]),
        ("nl", "Een derde van de kosten, driekwart, de helft.", ["1/3", "3/4", "1/2"]),
        ("de", "Ein Drittel, drei Viertel, die Hälfte.", ["1/3", "3/4", "1/2"]),
        ("ar", "ثلث الرسوم وربع", ["1/3"]),
        ("ja", "三分の一", ["1/3"]),
        ("en", "A third party, the third country, and each quarter, 24/7, on 1/2/2026.", []),
        ("fr", "Un tiers de confiance, un tiers.", []),
        ("nl", "Een derde, een derde partij.", []),
        ("es", "un tercio", []),
    ],
)
def test_shares(language: str, text: str, shares: list[str]) -> None:
    assert [str(found) for found, _ in shares_said(text, language)] == shares
