"""Terms in the contract: each by the value that it states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from inforce.contract.models_terms import PublishedMoney, PublishedTerm
from inforce.contract.summarise import summarise
from inforce.model.facts import Facts
from pydantic import ValidationError

from tests.contract.test_summarise import published


def terms(**other: Any) -> dict[str, Any]:
    facts = Facts.model_validate({"organisation": {"controller": {"name": "We"}}, "terms": {"other": other}})
    made = summarise(replace(published(), facts=facts), "en").model_dump(mode="json", exclude_none=True)
    return {**made, "terms": {term.pop("id"): term for term in made["terms"]}}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ({"duration": "10 months"}, {"duration": "P10M"}),
        ({"number": 12}, {"number": "12"}),
        ({"number": 10**17}, {"number": "1" + "0" * 17}),
        ({"percentage": "20 %"}, {"percentage": "20"}),
        ({"percentage": "002.50%"}, {"percentage": "2.50"}),
        ({"percentage": "-0%"}, {"percentage": "0"}),
        ({"money": "5 EUR"}, {"money": {"amount": "5", "currency": "EUR"}}),
        ({"money": "-0.50 EUR"}, {"money": {"amount": "-0.50", "currency": "EUR"}}),
        ({"date": "2027-03-01", "label": "Opening"}, {"date": "2027-03-01", "label": {"text": "Opening"}}),
        ({"name": {"fr": "Registre"}}, {"name": {"text": "Registre", "lang": "fr"}}),
    ],
)
def test_a_term_as_the_source_has_it(source: dict[str, Any], said: dict[str, Any]) -> None:
    assert terms(one=source)["terms"]["one"] == said


def test_what_there_is_none_of_and_what_nobody_knows() -> None:
    made = terms(fee={"money": "none"}, share={"percentage": {"unknown": "Nobody counted."}})
    assert made["none"] == ["/terms/0/money"]
    assert [each["pointer"] for each in made["unknown"]] == ["/terms/1/percentage"]


@pytest.mark.parametrize("wrong", [{"number": "1,5"}, {"percentage": "20%"}, {"money": "5 EUR"}, {"date": "soon"}])
def test_what_is_no_term(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        PublishedTerm(id="one", **wrong)
    with pytest.raises(ValidationError):
        PublishedMoney(amount="5", currency="euro")
