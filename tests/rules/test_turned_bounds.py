"""Amounts of which a section says the contrary of what it said, in each language; and changes that leave it."""

from __future__ import annotations

import pytest
from inforce.model.text import Section
from inforce.reader.section import parse_section
from inforce.rules.turned_bounds import turned_bounds


def section(text: str) -> Section:
    parsed, problems = parse_section(f"# Heading\n\n{text}\n", id="a", file="x")
    assert parsed is not None, problems
    return parsed


def turned(old: str, new: str, language: str) -> list[tuple[str, str]]:
    return list(turned_bounds(section(old), section(new), language))


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "We answer within [30 days](fact:a.b).", "We answer after [30 days](fact:a.b)."),
        ("en", "Kept until 1 March 2027.", "Kept from 1 March 2027."),
        ("en", "At least 20% of it.", "At most 20% of it."),
        ("fr", "Dans les 30 jours.", "Au bout de 30 jours."),
        ("fr", "Avant le 1er mars 2027.", "Après le 1er mars 2027."),
        ("nl", "Binnen 30 dagen.", "Na 30 dagen."),
        ("nl", "Tot 1 maart 2027.", "Vanaf 1 maart 2027."),
        ("de", "Bis zum 1. März 2027.", "Nach dem 1. März 2027."),
        ("de", "Innerhalb von 30 Tagen.", "Erst nach Ablauf von 30 Tagen."),
        ("ar", "خلال 30 يوما.", "بعد 30 يوما."),
        ("ja", "30日以内に。", "30日後に。"),
    ],
)
def test_the_contrary(language: str, old: str, new: str) -> None:
    assert len(turned(old, new, language)) == len(turned(new, old, language)) == 1


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "Within 30 days.", "Within 20 days."),
        ("en", "Within 30 days.", "No later than 30 days after your request."),
        ("en", "Within 30 days.", "Not after 30 days."),
        ("en", "Within 30 days, not after 40 days.", "After 40 days, within 30 days."),
        ("fr", "Dans les 30 jours.", "Sous 30 jours, au plus tard."),
        ("de", "Binnen 30 Tagen.", "Spätestens nach 30 Tagen."),
        ("ja", "30日以内に。", "請求から30日以内に。"),
        ("es", "En 30 días.", "Después de 30 días."),
    ],
)
def test_another_wording(language: str, old: str, new: str) -> None:
    assert turned(old, new, language) == []
