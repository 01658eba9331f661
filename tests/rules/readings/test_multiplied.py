"""Words beside a value that make another amount of it, and all the words that do not."""

from __future__ import annotations

import pytest
from inforce.model.values import Duration, Email, FactValue, Money, Percentage
from inforce.rules.readings.grown import Beside
from inforce.rules.readings.multiplied import multiplied

from tests.rules.readings.samples import SAMPLES

TEN, MONTH, TWO_MONTHS = Duration(years=10), Duration(months=1), Duration(months=2)
FIVE, SHARE = Money.parse("5 EUR"), Percentage.parse("20%")


def seen(text: str, value: FactValue, language: str, *, years: bool = False) -> Beside | None:
    """What readers see of the words in square brackets; { and } enclose the words of links to other facts."""
    before, _, rest = text.partition("[")
    said, _, after = rest.partition("]")
    first = len(before[: before.rfind("}")].translate({ord("{"): None, ord("}"): None})) if "}" in before else 0
    before, rest = before.translate({ord("{"): None, ord("}"): None}), after.translate({ord("{"): None, ord("}"): None})
    whole = before + said + rest
    last = len(before) + len(said) + after.index("{") if "{" in after else len(whole)
    at = (len(before), len(before) + len(said))
    return multiplied(whole, *at, value, language, within=(first, last), years=years)


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
        ("en", "a fee of twice [5 EUR]", FIVE),
        ("en", "a period of one hundred and [10 years] after", TEN),
        ("en", "a period of 1 [10 years] after", TEN),
        ("en", "1 [10 years]", TEN),
        ("en", "a thousand [10 years] periods", TEN),
        ("en", "within [one month] and a half of your request", MONTH),
        ("en", "[10 years] multiplied by ten.", TEN),
        ("en", "[10 years] plus 5 years.", TEN),
        ("en", "[10 years] 6 months.", TEN),
        ("en", "[10 years] ½", TEN),
        ("fr", "vingt-[dix ans]", TEN),
        ("fr", "[10 ans] fois deux", TEN),
        ("de", "anderthalb mal [10 Jahre]", TEN),
        ("de", "für [zehn Jahre] und ein halbes.", TEN),
        ("de", "fünf und [zwanzig Jahre]", Duration(years=20)),
        ("nl", "honderd en [tien jaar]", TEN),
        ("nl", "[tien jaar] keer twee", TEN),
        ("en", "[€5] million a packet", FIVE),
        ("en", "[€5] bn", FIVE),
        ("en", "[€5] 000.", FIVE),
        ("en", "[€5] and 50 cents", FIVE),
        ("en", "a thousand times [€5]", FIVE),
        ("fr", "[5 €] mille", FIVE),
        ("de", "[5 Euro] fünfzig", FIVE),
        ("nl", "[5 €] miljoen", FIVE),
        ("en", "a rate of minus [20%]", SHARE),
        ("en", "one hundred and [20%]", SHARE),
        ("en", "at least [20%] times two more", SHARE),
        ("en", "or twice [12] for friends", 12),
        ("en", "may hold [12] dozen packets", 12),
        ("en", "[12] × 3.", 12),
        ("en", "[12] and a half.", 12),
        ("ja", "[12]万", 12),
    ],
)
def test_another_amount(language: str, text: str, value: FactValue) -> None:
    found = seen(text, value, language)
    assert found is not None
    assert found.sure


@pytest.mark.parametrize("language", SAMPLES)
def test_an_amount_in_a_list_is_another(language: str) -> None:
    assert seen(SAMPLES[language].listed, TWO_MONTHS, language) is None
    assert seen(SAMPLES[language].listed_beside_links, TWO_MONTHS, language) is None


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "after [10 years] and 30 days for backups", TEN),
        ("en", "[10 years] 3 months before the end of which we write to you", TEN),
        ("en", "[10 years] and a further 5 years after the end", TEN),
        ("fr", "pendant [10 ans] et 30 jours pour les copies", TEN),
        ("nl", "[10 jaar] en 30 dagen voor kopieën", TEN),
        ("de", "[10 Jahre] und 30 Tage für Kopien", TEN),
        ("de", "[10 Jahre] und ein halbes Dutzend Mahnungen", TEN),
        ("en", "We double [10 years] only if you agree.", TEN),
        ("en", "[2] × 30 minutes", 2),
        ("en", "[€5] 100 days after", FIVE),
    ],
)
def test_what_may_be_another_amount_is_not_sure(language: str, text: str, value: FactValue) -> None:
    found = seen(text, value, language)
    assert found is not None
    assert not found.sure


def test_the_age_of_a_child_is_counted_in_years() -> None:
    assert seen("below [13] months of age", 13, "en", years=True)
    for text in ("below [13] months of age", "[13] years of age", "[13] or more"):
        assert seen(text, 13, "en", years="years" in text or "more" in text) is None


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
        ("en", "[10 years], 30 days after a reminder", TEN),
        ("fr", "[10 ans], 30 jours après un rappel", TEN),
        ("nl", "[10 jaar], 30 dagen na een herinnering", TEN),
        ("de", "[10 Jahre], 30 Tage nach einer Mahnung", TEN),
        ("en", "A copy is kept for 2 years, then [10 years] in the archive.", TEN),
        ("en", "kept 2 years, 3 months and [1 month].", MONTH),
        ("en", "On 31 December 2026 [10 years] will have passed; in 2030 [10 years] later.", TEN),
        ("en", "Under Article 5 [10 years] suffice. See section 4 [10 years].", TEN),
        ("de", "nach Artikel 17 [10 Jahre], ab 2025 [10 Jahre]", TEN),
        ("en", "Every 6 months, [10 years] or not, we review.", TEN),
        ("en", "[10 years], 6 months or 10 days, whatever a court orders", TEN),
        ("en", "the first two [10 years] after; between five and [10 years]", TEN),
        ("en", "the price minus [20%]", SHARE),
        ("en", "[€5] 20 days after, or [€5] times the number of packets", FIVE),
        ("en", "[12] packets, 3 of each", 12),
        ("en", "[12]. Thousands of members", 12),
    ],
)
def test_words_that_leave_it_as_it_is(language: str, text: str, value: FactValue) -> None:
    assert seen(text, value, language) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "kept for [10 years], and then again as long."),
        ("en", "kept for [10 years] and as long again."),
        ("fr", "pendant [10 ans], puis encore autant."),
        ("fr", "pendant [10 ans] et encore la même durée."),
        ("nl", "gedurende [10 jaar] en daarna nog eens even lang."),
        ("de", "für [10 Jahre] und dann noch einmal so lange."),
        ("ar", "لمدة [10 سنوات] ثم مدة مماثلة."),
        ("ja", "[10年]とさらに同じ期間。"),
    ],
)
def test_as_long_again(language: str, text: str) -> None:
    assert (found := seen(text, TEN, language)) is not None
    assert found.sure


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "kept for about [10 years].", "about 10 years"),
        ("en", "kept for [10 years] or so.", "10 years or so"),
        ("fr", "pendant environ [10 ans].", "environ 10 ans"),
        ("fr", "pendant [10 ans] environ.", "10 ans environ"),
        ("nl", "gedurende ongeveer [10 jaar].", "ongeveer 10 jaar"),
        ("de", "für rund [10 Jahre].", "rund 10 Jahre"),
        ("ar", "لمدة حوالي [10 سنوات].", "حوالي 10 سنوات"),
        ("ja", "約[10年]間", "約10年"),
        ("ja", "[10年]ほど", "10年ほど"),
    ],
)
def test_an_uncertain_amount_is_no_sure_one(language: str, text: str, words: str) -> None:
    assert seen(text, TEN, language) == Beside(words, sure=False)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what we know about you: [10 years]."),
        ("en", "kept for [10 years] and as long as you ask."),
        ("en", "We tell you about it within [10 years]."),
        ("fr", "pendant [10 ans] et autant que possible moins."),
        ("nl", "gedurende [10 jaar], en zo lang als nodig."),
        ("de", "für [10 Jahre] und so lange, wie nötig."),
        ("ja", "[10年]間、同じ期間"),
        ("ja", "規約[10年]"),
        ("ja", "[10年]強制"),
    ],
)
def test_words_that_only_resemble_those(language: str, text: str) -> None:
    assert seen(text, TEN, language) is None
