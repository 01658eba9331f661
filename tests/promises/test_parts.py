"""What holds for every request, and for disputes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
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
