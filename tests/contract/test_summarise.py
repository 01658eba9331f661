"""The summary of an edition made of values: every kind of fact as the contract has it."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
from inforce.contract.models import Label, Summary
from inforce.contract.summarise import summarise
from inforce.model.facts import Facts
from inforce.publication import PublishedVersion

from tests.site import making


def published(**facts: Any) -> PublishedVersion:
    version = making.northwind().policies[0].version(2)
    return replace(version, facts=Facts.model_validate({**copy.deepcopy(making.FACTS), **facts}))


def of(language: str = "en", **facts: Any) -> Summary:
    return summarise(published(**facts), language)


def test_identity_and_dates() -> None:
    made = of("fr")
    assert (made.policy, made.version, made.revision, made.language) == ("privacy", 2, 1, "fr")
    assert (made.language_status, made.authoritative_language, made.reviewed) == ("courtesy", "en", False)
    assert made.effective_from == "2026-01-15T00:00:00+01:00"
    assert made.path == "fr/privacy/v2/"
    assert made.change.notes == [
        Label(text="Contracts are kept for ten years.\n\nThe table is new.", lang="en"),
    ]


def test_sections_have_their_number_title_and_address() -> None:
    made = of()
    assert [(each.id, each.number) for each in made.sections if each.id in ("introduction", "general", "rights")] == [
        ("introduction", None),
        ("general", "1"),
        ("rights", "3"),
    ]
    assert made.sections[1].path == "en/privacy/v2/#general"
    assert all(each.title for each in made.sections)


def test_a_language_that_the_version_lacks() -> None:
    first = making.northwind().policies[0].version(1)
    with pytest.raises(KeyError):
        summarise(first, "fr")
