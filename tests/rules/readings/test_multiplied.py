"""Words beside a value that make another amount of it, and all the words that do not."""

from __future__ import annotations

import pytest
from inforce.model.values import Duration, Email, FactValue, Money
from inforce.rules.readings.multiplied import multiplied

TEN, MONTH = Duration(years=10), Duration(months=1)


def seen(text: str, value: FactValue, language: str) -> str | None:
    """What readers see of the words in square brackets."""
    before, _, rest = text.partition("[")
    said, _, after = rest.partition("]")
    return multiplied(before + said + after, len(before), len(before) + len(said), value, language)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "kept for twice [10 years].", TEN),
        ("en", "kept for double the [10 years].", TEN),
        ("en", "kept for three times [10 years].", TEN),
        ("en", "kept for 2 × [10 years].", TEN),
        ("en", "kept for 2x [10 years].", TEN),
        ("en", "kept for [10 years] × 2.", TEN),
        ("en", "kept for [10 years] and a half.", TEN),
        ("en", "kept for [10 years] and 6 months.", TEN),
        ("en", "kept for 1 year and [1 month].", MONTH),
        ("en", "kept for half of [10 years].", TEN),
        ("fr", "pendant deux fois [10 ans].", TEN),
        ("fr", "pendant le double de [10 ans].", TEN),
        ("fr", "pendant [10 ans] et demi.", TEN),
        ("fr", "pendant [10 ans] et six mois.", TEN),
        ("nl", "gedurende tweemaal [10 jaar].", TEN),
        ("nl", "gedurende 3 keer [10 jaar].", TEN),
        ("de", "für zweimal [10 Jahre].", TEN),
        ("de", "für [10 Jahre] und sechs Monate.", TEN),
        ("ar", "لمدة ضعف [10 سنوات].", TEN),
        ("ja", "[10年]の2倍の期間", TEN),
        ("ja", "2倍の[10年]", TEN),
        ("en", "a fee of twice [5 EUR]", Money.parse("5 EUR")),
    ],
)
def test_another_amount(language: str, text: str, value: FactValue) -> None:
    assert seen(text, value, language)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "kept for [10 years].", TEN),
        ("en", "kept for at most [10 years] and deleted then.", TEN),
        ("en", "within [1 month] and, where needed, two months in all.", MONTH),
        ("en", "[10 years] after the end of the contract, 3 years after the last contact", TEN),
        ("en", "We ask once or twice; then for [10 years].", TEN),
        ("en", "several times, for [10 years]", TEN),
        ("en", "in the room 2 by [10 years]", TEN),
        ("fr", "conservé pendant [10 ans] et ensuite effacé", TEN),
        ("fr", "une fois, puis [10 ans]", TEN),
        ("nl", "gedurende [10 jaar] en daarna gewist", TEN),
        ("de", "für [10 Jahre] und danach gelöscht", TEN),
        ("de", "einmal, dann [10 Jahre]", TEN),
        ("ja", "[10年]の間", TEN),
        ("sw", "mara mbili [10 years]", TEN),
        ("en", "twice [a@example.org]", Email.parse("a@example.org")),
    ],
)
def test_words_that_leave_it_as_it_is(language: str, text: str, value: FactValue) -> None:
    assert seen(text, value, language) is None
