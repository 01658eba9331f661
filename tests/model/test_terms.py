"""terms.yml: what the text states besides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from inforce.model.terms import Terms
from inforce.model.values import Money
from pydantic import ValidationError

TERMS = {
    "children": {"age": "13"},
    "liability": {"label": {"en": "Our fault"}, "excluded": {"third-parties": {"en": "Faults of others"}}},
    "courts": {"seat": {"label": {"en": "Courts of Nivelles"}}},
    "settlement": "60 days",
    "acts": {"gdpr": {"name": "GDPR", "number": "2016/679", "date": "2016-04-27"}},
    "other": {"deposit": {"money": "20 EUR"}, "share": {"percentage": "5 %"}},
}


def test_each_value_is_read_by_its_type() -> None:
    terms = Terms.model_validate(TERMS)
    assert terms.children is not None
    assert terms.children.age.value == 13
    assert terms.settlement is not None
    assert str(terms.settlement.value) == "P60D"
    gdpr = terms.acts["gdpr"]
    assert gdpr.date is not None
    assert gdpr.date.value == date(2016, 4, 27)
    deposit = terms.other["deposit"].money
    assert deposit is not None
    assert isinstance(deposit.value, Money)
    assert deposit.value.amount == Decimal(20)
    assert Terms.model_validate(terms.model_dump(mode="json")) == terms


@pytest.mark.parametrize(
    "wrong",
    [
        {"children": {}},
        {"children": {"age": "thirteen"}},
        {"children": {"age": "-13"}},
        {"children": {"age": "1300"}},
        {"settlement": "a while"},
        {"acts": {"gdpr": {"date": "27/04/2016"}}},
        {"other": {"deposit": {"price": "20 EUR"}}},
    ],
)
def test_what_it_cannot_say(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Terms.model_validate(wrong)
