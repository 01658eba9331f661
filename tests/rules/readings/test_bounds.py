"""Bounds beside an amount in every language, and the negations that turn them."""

from __future__ import annotations

import pytest
from inforce.rules.readings.bounds import Bound, bound_at, bounds_said

LEAST, MOST = Bound.LEAST, Bound.MOST


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "kept for at least [7 years].", LEAST),
        ("en", "kept for more than [7 years].", LEAST),
        ("en", "kept for no less than [7 years].", LEAST),
        ("en", "kept for a minimum of [7 years].", LEAST),
        ("en", "kept for [7 years] or longer.", LEAST),
        ("en", "kept for [7 years], renewed once.", LEAST),
        ("en", "kept never [7 years].", LEAST),
        ("en", "kept for no longer than [7 years].", MOST),
        ("en", "never kept for more than [7 years].", None),
        ("en", "We don’t keep it for more than [7 years].", None),
        ("en", "It is not sold. Kept for more than [7 years].", LEAST),
        ("en", "kept for [7 years].", None),
        ("en", "kept for up to [7 years].", MOST),
        ("en", "kept within [7 years].", None),
        ("fr", "pendant au moins [7 ans].", LEAST),
        ("fr", "pendant plus de [7 ans].", LEAST),
        ("fr", "pendant [7 ans] ou plus.", LEAST),
        ("fr", "pendant [7 ans], renouvelables une fois.", LEAST),
        ("fr", "pas plus de [7 ans].", MOST),
        ("fr", "des délais inférieurs à [7 ans].", MOST),
        ("fr", "Nous ne les gardons pas plus longtemps que [7 ans].", MOST),
        ("fr", "ne sont jamais gardées au-delà de plus de [7 ans].", None),
        ("fr", "[7 ans] au plus.", MOST),
        ("fr", "[7 ans] au plus tard.", None),
        ("nl", "minstens [7 jaar].", LEAST),
        ("nl", "niet langer dan [7 jaar].", MOST),
        ("nl", "hoogstens [7 jaar].", MOST),
        ("nl", "[7 jaar] of langer", LEAST),
        ("de", "mindestens [7 Jahre].", LEAST),
        ("de", "nicht länger als [7 Jahre].", MOST),
        ("de", "höchstens [7 Jahre].", MOST),
        ("de", "[7 Jahre] oder länger", LEAST),
        ("ja", "少なくとも[7年間]保存します。", LEAST),
        ("ja", "[7年]以上保存します。", LEAST),
        ("ja", "最長[7年]", MOST),
        ("ja", "[7年]を超えない期間", MOST),
        ("ar", "لمدة لا تقل عن [7 سنوات].", LEAST),
        ("ar", "لمدة [7 سنوات] على الأقل.", LEAST),
        ("ar", "لمدة لا تزيد على [7 سنوات].", MOST),
        ("ar", "لمدة أكثر من [7 سنوات].", LEAST),
    ],
)
def test_the_bound_of_words(language: str, text: str, bound: Bound | None) -> None:
    before, _, rest = text.partition("[")
    said, _, after = rest.partition("]")
    found = bound_at(before + said + after, len(before), len(before) + len(said), language)
    assert (found[0] if found else None) is bound


def test_the_amounts_of_a_passage_with_their_bounds() -> None:
    said = list(bounds_said("A discount of at least 20% for up to 3 months.", "en"))
    assert [(bound, words) for _, bound, words in said] == [(MOST, "up to 3 months"), (LEAST, "at least 20%")]
    assert not list(bounds_said("At least 7 years", "es"))
