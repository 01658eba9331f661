"""Wordings that a person declared right: bound to a value, and with a reason where they read otherwise."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.facts import Fact, Facts, fact_at
from inforce.rules.readings.accepted import other_reading
from inforce.rules.readings.agrees import Agrees, read_agrees

ADDRESS = {
    "street": "Place de l’Université",
    "number": "25",
    "postal_code": "1348",
    "locality": "Louvain-la-Neuve",
    "country": "BE",
}


def fact(data: dict[str, Any], path: str) -> Fact:
    found = fact_at(Facts.model_validate(data), path)
    assert found is not None
    return found


def kept(leaf: Any) -> Fact:
    return fact({"retention": {"a": {"keep": leaf}}}, "retention.a.keep")


def contact(field: str, leaf: Any) -> Fact:
    return fact({"organisation": {"controller": {"name": "Q", field: leaf}}}, f"organisation.controller.{field}")


def passes(one: Fact, words: str, language: str) -> bool:
    return isinstance(
        read_agrees(one.value, words, language, accept=one.accept.get(language, {})),  # type: ignore[arg-type]
        Agrees,
    )


def test_a_wording_passes_for_the_value_that_it_states_and_under_another_says_nothing() -> None:
    accept = {"de": {"Zehnjahresfrist": "10 years"}}
    assert passes(kept({"value": "10 years", "accept": accept}), "zehnjahresfrist", "de")
    assert passes(kept({"value": "120 months", "accept": accept}), "Zehnjahresfrist", "de")
    assert not passes(kept({"value": "7 years", "accept": accept}), "Zehnjahresfrist", "de")


def test_a_name_too() -> None:
    def named(name: str) -> Fact:
        leaf = {"value": name, "accept": {"nl": {"Q NV": "Q SA"}}}
        return fact({"organisation": {"controller": {"name": leaf}}}, "organisation.controller.name")

    assert passes(named("Q SA"), "Q NV", "nl")
    assert not passes(named("R SA"), "Q NV", "nl")


def test_a_wording_that_reads_otherwise_needs_a_reason() -> None:
    plainly: dict[str, Any] = {"value": "2 weeks", "accept": {"fr": {"quinze jours": "2 weeks"}}}
    assert not passes(kept(plainly), "quinze jours", "fr")
    reasoned = {"value": "2 weeks", "because": "the usual way to say it"}
    assert passes(kept({**plainly, "accept": {"fr": {"quinze jours": reasoned}}}), "quinze jours", "fr")


OTHERWISE = [
    (kept("10 years"), "en", "5 years"),
    (kept("10 years"), "en", "EUR 5"),
    (kept("10 years"), "en", "at most 5 years"),
    (kept("10 years"), "en", "10 years, or 20 in some cases"),
    (kept("10 years"), "de", "five years"),
    (kept("10 years"), "es", "5 años"),
    (kept("10 years"), "es", "five years"),
    (kept("10 years"), "en", "https://evil.example"),
    (contact("phone", "+3222744800"), "en", "+32 2 274 48 01"),
    (contact("phone", "+3222744800"), "en", "call +32 2 274 48 01"),
    (contact("website", "https://a.example/"), "en", "https://evil.example/"),
    (contact("website", "https://a.example/"), "en", "our site evil.example"),
    (contact("email", "a@example.org"), "en", "b@example.org"),
    (contact("email", "a@example.org"), "en", "write to b@example.org"),
    (contact("address", ADDRESS), "en", "Place de l’Université 26, 1348 Louvain-la-Neuve"),
    (contact("address", ADDRESS), "en", "Rue du Loup 25, 1348 Louvain-la-Neuve"),
    (contact("name", "Q SA"), "en", "10 years"),
]


@pytest.mark.parametrize(("one", "language", "wording"), OTHERWISE)
def test_what_reads_otherwise(one: Fact, language: str, wording: str) -> None:
    assert other_reading(wording, one.value, language) is not None  # type: ignore[arg-type]


NOT_OTHERWISE = [
    (kept("10 years"), "de", "Zehnjahresfrist"),
    (kept("10 years"), "en", "10 years"),
    (kept("10 years"), "en", "a whole decade"),
    (kept("10 years"), "en", "10 full years"),
    (kept("2 weeks"), "de", "14 Tage"),
    (kept("10 years"), "es", "10 años"),
    (contact("phone", "+3222744800"), "en", "our line"),
    (contact("phone", "+3222744800"), "en", "call +32 2 274 48 00"),
    (contact("website", "https://a.example/"), "en", "our site"),
    (contact("address", ADDRESS), "fr", "Place de l’Université 25, 1348 Louvain-la-Neuve, Belgique"),
    (contact("name", "Q SA"), "nl", "Q NV"),
]


@pytest.mark.parametrize(("one", "language", "wording"), NOT_OTHERWISE)
def test_what_does_not(one: Fact, language: str, wording: str) -> None:
    assert other_reading(wording, one.value, language) is None  # type: ignore[arg-type]
