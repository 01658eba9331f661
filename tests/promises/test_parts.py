"""What holds for every request, and for disputes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from inforce.promises.durations import duration
from inforce.promises.errors import FactUnknown, NotSaid
from inforce.promises.text import PolicyText, policy_text

from tests.promises.summaries import summary, unknown


def said(**members: Any) -> PolicyText:
    return policy_text(summary(**members), datetime(2027, 1, 1, tzinfo=UTC))


def test_requests_are_answered() -> None:
    answer = said(
        answer={"reply": "P1M", "contacts": []}, none=["/answer/fee"], unknown=[unknown("/answer/how")]
    ).answer
    assert answer is not None
    assert (str(answer.reply), answer.fee) == ("P1M", None)
    with pytest.raises(FactUnknown, match=r"answer\.how isn't known"):
        _ = answer.how
    with pytest.raises(NotSaid, match=r"answer\.extended: the policy doesn't say"):
        _ = answer.extended
    with pytest.raises(NotSaid):
        _ = said().answer


def test_the_law_and_the_courts() -> None:
    found = said(law={"label": {"text": "Irish law"}}, courts=[{"id": "cork", "label": {"text": "Cork"}}])
    assert found.law is not None
    assert (found.law.label, found.courts["cork"].label) == ("Irish law", "Cork")
    assert said(none=["/law"]).law is None


def test_what_else_the_text_states() -> None:
    terms = said(
        terms=[
            {"id": "loan", "duration": "P10M"},
            {"id": "from", "date": "2027-03-01"},
            {"id": "packets", "number": "12", "label": {"text": "Packets a year"}},
            {"id": "share", "percentage": "2.50"},
            {"id": "fee", "money": {"amount": "5", "currency": "EUR"}},
            {"id": "gift"},
        ],
        none=["/terms/5/money"],
    ).terms
    assert terms["loan"].duration == duration("10 months")
    assert terms["from"].date == date(2027, 3, 1)
    assert (terms["packets"].number, terms["packets"].label) == (Decimal(12), "Packets a year")
    assert terms["share"].percentage == Decimal("2.5")
    assert terms["fee"].money == (Decimal(5), "EUR")
    assert terms["gift"].money is None
    for member in ("number", "percentage", "date", "duration", "label"):
        with pytest.raises(NotSaid):
            getattr(terms["gift"], member)


def test_a_law_that_is_cited() -> None:
    acts = said(acts=[{"id": "gdpr", "name": {"text": "GDPR"}, "number": "2016/679"}]).acts
    assert (acts["gdpr"].name, acts["gdpr"].number) == ("GDPR", "2016/679")
    with pytest.raises(NotSaid):
        _ = acts["gdpr"].website
