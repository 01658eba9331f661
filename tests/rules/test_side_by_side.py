"""What a state is held to that is not published yet: the same rules as the working text."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.config import PolicyConfig
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.model.version import Accepted, Amendment, AmendmentType
from inforce.problems import Location
from inforce.reader.section import parse_section
from inforce.rules.side_by_side import called_behind, check_side_by_side

from tests.rules.test_reasons import DIGEST, amended

CONFIG = PolicyConfig.model_validate(
    {
        "title": {"en": "Privacy", "fr": "Confidentialité"},
        "languages": {"en": {"status": "authoritative"}, "fr": {"status": "official"}},
        "sections": [{"id": "logs"}],
        "numbering": ["1."],
        "notice": {"material": 30, "clarification": 0},
    }
)
LOGS = {
    "label": {"en": "Logs", "fr": "Journaux"},
    "keep": "3 months",
    "after": {"en": "after the visit", "fr": "après la visite"},
}
KEPT = "Kept for [3 months](fact:retention.logs) after the visit."
GARDE = "Conservés [3 mois](fact:retention.logs) après la visite."


def section(text: str, language: str) -> Section:
    parsed, problems = parse_section(f"# Logs\n\n{text}\n", id="logs", file="x", language=language)
    assert parsed is not None, problems
    return parsed


def told(english: str, french: str, logs: dict[str, Any] = LOGS, *, behind: frozenset[str] = frozenset()) -> set[str]:
    found = check_side_by_side(
        {language: {"logs": section(text, language)} for language, text in (("en", english), ("fr", french))},
        facts=Facts.model_validate({"retention": {"logs": logs}}),
        config=CONFIG,
        leading="en",
        folder="policy_src/privacy",
        places=lambda path: Location(file=f"{path[0]}.yml"),
        behind=behind,
    )
    return {f"{one.code} {one.location.file}" for one in found}


@pytest.mark.parametrize(
    ("english", "french", "logs", "code"),
    [
        (KEPT, GARDE, LOGS, None),
        ("Six times a year.", "Six fois par an.", LOGS, None),
        ("Six times a year.", "Huit fois par an.", LOGS, "T110 policy_src/privacy/fr/logs.md"),
        (KEPT.replace("visit", "request"), GARDE, LOGS, "F125 policy_src/privacy/en/logs.md"),
        (KEPT, GARDE.replace("la visite", "la demande"), LOGS, "F125 policy_src/privacy/fr/logs.md"),
        (
            KEPT,
            GARDE,
            {**LOGS, "after": {"en": "after the visit", "fr": "après la demande"}},
            "F125 policy_src/privacy/fr/logs.md",
        ),
        (
            KEPT,
            GARDE,
            {**LOGS, "label": {"en": "Logs of 3 days", "fr": "Journaux de 5 jours"}},
            "F115 retention.yml",
        ),
        (
            "This policy applies from 1 May 2027.",
            "Cette politique s’applique à partir du 1er mai 2027.",
            LOGS,
            "T116 policy_src/privacy/fr/logs.md",
        ),
    ],
)
def test_words_facts_and_languages_are_held_together(
    english: str, french: str, logs: dict[str, Any], code: str | None
) -> None:
    found = told(english, french, logs)
    assert code in found if code else not found


@pytest.mark.parametrize(("behind", "count"), [("fr/logs", 0), ("fr", 0), ("fr/law", 1), ("de", 1)])
def test_what_is_behind_is_not_asked_for_its_amounts(behind: str, count: int) -> None:
    found = told("Six times a year.", "Huit fois par an.", behind=frozenset({behind}))
    assert len(found) == count


def test_what_a_record_calls_behind() -> None:
    points = [Accepted(code=code, place="fr/logs", message="m", because="b") for code in ("T102", "T110")]
    record: Amendment = amended(AmendmentType.TRANSLATION, "x").model_copy(update={"accepted": tuple(points[1:])})
    assert called_behind([record]) == frozenset()
    assert called_behind([record, record.model_copy(update={"accepted": tuple(points)})]) == {"fr/logs"}
    assert record.previous == DIGEST
