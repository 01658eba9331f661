"""What an earlier version of the contract couldn't say is neither said nor unsaid."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from inforce.contract.since import SINCE
from inforce.promises import places
from inforce.promises.errors import FactUnknown, NotRecorded, NotSaid
from inforce.promises.stated import summary_text
from inforce.promises.text import PolicyText, policy_text

from tests.promises.summaries import cookie, summary, unknown

AT: Any = None


@pytest.fixture(autouse=True)
def version_1_1(monkeypatch: pytest.MonkeyPatch) -> None:
    """Version 1.1 of the contract has two members more: of a cookie, and of the policy."""
    schema = copy.deepcopy(places._schema())
    schema["properties"]["audience"] = schema["$defs"]["Cookie"]["properties"]["partitioned"] = {SINCE: "1.1"}
    monkeypatch.setattr(places, "_schema", lambda: schema)


def policy(contract: str, **members: Any) -> PolicyText:
    return policy_text(summary(contract=contract, cookies=[cookie("cart", "cart")], **members), AT)


@pytest.mark.parametrize("where", ["audience", "cookies/0/partitioned"])
def test_a_file_of_an_earlier_version_does_not_record_it(where: str) -> None:
    with pytest.raises(NotRecorded) as caught:
        policy("1.0").value(where)
    assert not isinstance(caught.value, NotSaid)
    assert str(caught.value) == (
        f"privacy, version 1 (en): {where.replace('/', '.')} isn't recorded: "
        "it came with version 1.1 of the contract, and this summary is of version 1.0."
    )


@pytest.mark.parametrize("contract", ["1.1", "1.2", "1.10"])
def test_a_file_of_its_version_or_a_later_one_does(contract: str) -> None:
    with pytest.raises(NotSaid):
        policy(contract).value("audience")
    assert policy(contract, audience="everybody").value("audience") == "everybody"
    assert policy(contract, none=["/audience"]).value("audience") is None
    with pytest.raises(FactUnknown):
        policy(contract, unknown=[unknown("/audience")]).value("audience")


def test_what_every_version_has_is_not_said() -> None:
    for contract in ("1.0", "1.1"):
        with pytest.raises(NotSaid):
            _ = policy(contract).cookies["cart"].path


def test_a_summary_says_its_version() -> None:
    assert summary_text(summary(contract="1.10")).contract == "1.10"
