"""Terms in the JSON contract: what else a text states by a value of its own, and the laws that it cites."""

from __future__ import annotations

from typing import Annotated

from inforce.contract.formats import Currency, Day, Decimal, Duration, Id, Line, WebAddress
from inforce.contract.models_facts import Label
from inforce.contract.published import Published, said


class PublishedMoney(Published):
    """An amount of money."""

    amount: Annotated[Decimal, said("How much.", source="terms.other.*.money")]
    currency: Annotated[Currency, said("Of which currency.", source="terms.other.*.money")]


class PublishedTerm(Published):
    """Something else that the text states: a period, a day, a number, a share, an amount, or a thing by its name."""

    id: Annotated[Id, said("Its id.", source="the key below `other:`")]
    label: Annotated[Label | None, said("What it is.", source="terms.other.*.label")] = None
    name: Annotated[Label | None, said("What is named.", source="terms.other.*.name")] = None
    duration: Annotated[Duration | None, said("How long.", source="terms.other.*.duration")] = None
    date: Annotated[Day | None, said("When.", source="terms.other.*.date")] = None
    number: Annotated[Decimal | None, said("How many.", source="terms.other.*.number")] = None
    percentage: Annotated[
        Decimal | None, said("How many of a hundred: `20` is 20 %.", source="terms.other.*.percentage")
    ] = None
    money: Annotated[PublishedMoney | None, said("How much money.", source="terms.other.*.money")] = None


class PublishedAct(Published):
    """A law or regulation that the text cites."""

    id: Annotated[Id, said("Its id.", source="the key below `acts:`")]
    name: Annotated[Label | None, said("What it is called.", source="terms.acts.*.name")] = None
    label: Annotated[Label | None, said("What readers see where that differs.", source="terms.acts.*.label")] = None
    number: Annotated[Line | None, said("Its number.", source="terms.acts.*.number")] = None
    date: Annotated[Day | None, said("Its day.", source="terms.acts.*.date")] = None
    website: Annotated[WebAddress | None, said("Where it can be read.", source="terms.acts.*.website")] = None
