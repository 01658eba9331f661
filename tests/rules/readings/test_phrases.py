"""The words of each language beside values: patterns that can be read, with the places that they are filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from inforce.rules.readings.phrases import SILENT, Phrases
from inforce.rules.readings.tables import PHRASES, TABLES, phrases_for

NO_PATTERNS = {"small", "beside_titles", "abbreviations", "letters"}
OF_A_DAY = {"own", "from_", "put_off", "ends"}


def patterns(group: object, inside: str = "") -> Iterator[tuple[str, str]]:
    """Every pattern, with the fields that lead to it."""
    assert is_dataclass(group)
    for each in fields(group):
        value = getattr(group, each.name)
        if is_dataclass(value):
            yield from patterns(value, f"{inside}{each.name}.")
        elif isinstance(value, str) and each.name not in NO_PATTERNS:
            yield f"{inside}{each.name}", value
        elif isinstance(value, tuple):
            yield from ((f"{inside}{each.name}", one) for one in value if isinstance(one, str))


@pytest.mark.parametrize("phrases", PHRASES.values(), ids=PHRASES)
def test_every_pattern_can_be_read(phrases: Phrases) -> None:
    found = dict(patterns(phrases))
    assert found
    for name, pattern in found.items():
        assert re.compile(pattern.replace("{}", "1 day"), re.IGNORECASE), name


@pytest.mark.parametrize("phrases", PHRASES.values(), ids=PHRASES)
def test_what_is_filled_in_has_its_place(phrases: Phrases) -> None:
    assert "{}" in (phrases.going_on or "{}")
    assert "\\0" in (phrases.replaced or "\\0")
    if phrases.effect:
        assert all("\\0" in getattr(phrases.effect, name) for name in OF_A_DAY)
    if phrases.versions:
        assert re.compile(phrases.versions.number).groups == 1
        assert "\\0" in phrases.versions.by_mistake
    if phrases.rates:
        assert {"count", "each"} <= set(re.compile(f"{phrases.rates.times}|{phrases.rates.every}").groupindex)


def test_every_table_has_its_own() -> None:
    assert TABLES.keys() <= PHRASES.keys()


def test_a_tag_has_those_of_its_language() -> None:
    assert phrases_for("fr-BE") is PHRASES["fr"]
    assert phrases_for("es-MX") is PHRASES["es"]
    assert phrases_for("is") is SILENT


@pytest.mark.parametrize("phrases", PHRASES.values(), ids=PHRASES)
def test_abbreviations_are_as_they_are_looked_up(phrases: Phrases) -> None:
    assert all(word == word.lower() and not word.endswith(".") for word in phrases.abbreviations.split())
