"""Numbers in millions and more in every language, and the short forms of these words."""

from __future__ import annotations

import pytest
from inforce.rules.readings.large import grouped_figures, large_numbers


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "A fine of $1.2 billion, or three million users.", [1_200_000_000, 3_000_000]),
        ("en", "About €5bn and 2 trillion; the million.", [5_000_000_000, 2 * 10**12]),
        ("fr", "1,2 milliard d’euros et deux millions.", [1_200_000_000, 2_000_000]),
        ("nl", "1,2 miljard dollar en 20 mln euro", [1_200_000_000, 20_000_000]),
        ("de", "1,2 Milliarden, 20 Mio. Euro und 1 Billion", [1_200_000_000, 20_000_000, 10**12]),
        ("ja", "12億ドル、1億2000万人、1.2兆", [1_200_000_000, 120_000_000, 1_200_000_000_000]),
        ("ar", "1.2 مليار دولار و 3 ملايين", [1_200_000_000, 3_000_000]),
        ("es", "3 millones", []),
        ("en", "In autumn a column of millions.", []),
    ],
)
def test_large_numbers(language: str, text: str, values: list[int]) -> None:
    assert [value for value, _ in large_numbers(text, language)] == values


def test_figures_in_groups_are_whole_numbers_of_seven_figures() -> None:
    assert list(grouped_figures("5,000,000 users, 10 000, 1.200.000 and 0800 123 456")) == [5_000_000, 1_200_000]
