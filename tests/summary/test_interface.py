"""The interface words for the JSON: every code that a summary or an index may have is called something."""

from __future__ import annotations

import json
from typing import Any

import pytest
from inforce.model.values import Duration
from inforce.pages.shipped import catalogs
from inforce.pages.words import words_for
from inforce.summary.contract import Summary
from inforce.summary.index import Index
from inforce.summary.interface import InterfaceWords, durations_of, interface_words
from inforce.summary.published import canonical, json_schema, read
from inforce.summary.summarise import summarise

from tests.pages.test_words import LANGUAGES
from tests.summary.test_summarise import published


def coded(model: type[Summary | Index]) -> dict[str, set[str]]:
    """The codes of a schema, by the name of their member; those of a common list of codes together."""
    found: dict[str, set[str]] = {}
    schema = json_schema(model)
    for part in (schema, *schema["$defs"].values()):
        for name, member in part.get("properties", {}).items():
            for option in (member, member.get("items", {}), *member.get("anyOf", ())):
                codes = {*option.get("enum", ()), *([option["const"]] if "const" in option else ())}
                if codes:
                    found.setdefault(name, set()).update(map(str, codes))
    return found


def words_of(language: str, *durations: str) -> InterfaceWords:
    return interface_words(words_for(language, catalogs()), durations)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_contract_has_words(language: str) -> None:
    made = words_of(language)
    said = {code for mapping in made.values.values() for code in mapping}
    for model in (Summary, Index):
        for name, codes in coded(model).items():
            if name not in ("format", "roles"):  # a section has a title of its own
                assert codes <= said | {"duration"}, (name, codes - said)
    assert all(text for mapping in made.values.values() for text in mapping.values())


@pytest.mark.parametrize(("language", "direction", "words"), [("en", "ltr", "13 months"), ("ar", "rtl", "13 شهرًا")])
def test_durations_are_told_in_the_words_of_the_language(language: str, direction: str, words: str) -> None:
    made = words_of(language, "P13M", "P13M")
    assert (made.language, made.direction) == (language, direction)
    assert dict(made.durations) == {"P13M": words}


def test_every_duration_of_a_summary_is_told() -> None:
    summary = summarise(published(terms={"settlement": "2 weeks"}), "en")
    found = set(durations_of(summary))

    def walk(node: Any) -> None:
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            if isinstance(value, str) and value.startswith("P"):
                try:
                    Duration.parse(value)
                except ValueError:
                    continue
                assert value in found
            walk(value)

    walk(json.loads(canonical(summary)))
    assert found == {"P10Y", "P1M", "P2M", "P12M", "P2W"}


def test_it_is_read_as_it_is_written() -> None:
    made = words_of("fr", "P1Y")
    assert read(InterfaceWords, canonical(made)) == made
