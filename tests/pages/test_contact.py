"""The page of contacts: everyone one can reach, in order, and how to use each right."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from inforce.model.facts import Facts
from inforce.pages.page import Page

from tests.pages import making
from tests.pages.reading import of_class, shown, tree


def page(facts: dict[str, Any], *, language: str = "en", as_of: datetime = making.AS_OF) -> str:
    version = making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]})
    version = replace(version, facts=Facts.model_validate(facts))
    return making.made(making.site(making.policy(version), as_of=as_of))[f"{language}/contact/"].html


def test_everyone_in_the_order_a_reader_needs() -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["organisation"]["dpo"] = {"name": "The Officer", "email": "dpo@example.org"}
    facts["organisation"]["representative"] = {"name": "The Representative", "phone": "+3222744801"}
    facts["organisation"]["contact"] = {"email": "ask@example.org"}
    cards = [shown(card) for card in of_class(tree(page(facts)), "card")]
    assert len(cards) == 5
    for card, words in zip(
        cards,
        ["Northwind SA", "ask@example.org", "The Representative", "The Officer", "Data Protection Authority"],
        strict=True,
    ):
        assert words in card


def test_a_right_says_how_and_where_and_what_nobody_knows(pages: dict[str, Page]) -> None:
    text = shown(tree(pages["en/contact/"].html))
    assert "Right of access" in text
    assert "Write to us." in text
    french = shown(tree(pages["fr/contact/"].html))
    assert "Droit d’accès" in french


def test_before_anything_is_in_force_there_is_nobody_to_name() -> None:
    root = tree(page(copy.deepcopy(making.FACTS), as_of=datetime(2019, 1, 1, tzinfo=UTC)))
    assert of_class(root, "card") == []
    assert "Northwind SA" not in shown(next(iter(root.iter("main"))))


def test_without_a_time_to_answer_none_is_promised() -> None:
    facts = copy.deepcopy(making.FACTS)
    del facts["rights"]["exercise"]
    assert "We answer" not in shown(tree(page(facts)))
    assert "We answer within 1 month" in shown(tree(page(copy.deepcopy(making.FACTS))))
