"""The amounts that a change note names: found in the facts or the words, before or now, or told."""

from __future__ import annotations

import pytest
from inforce.model.config import ChangeNote, Kind
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.parse.markdown import parse_section
from inforce.problems import Severity
from inforce.rules.note_amounts import check_note_amounts


def facts(keep: str) -> Facts:
    entry = {"label": {"en": "Contracts"}, "keep": keep, "after": {"en": "after its end"}}
    return Facts.model_validate({"retention": {"contract": entry}})


def section(text: str) -> Section:
    parsed, problems = parse_section(f"# Heading\n\n{text}\n", id="a", file="x")
    assert parsed is not None, problems
    return parsed


def told(language: str, words: str) -> list[str]:
    note = ChangeNote(slug="a", kind=Kind.MATERIAL, text={language: words})
    texts = [
        {language: {"a": section("Within 72 hours. Sous 72 heures. A fee of €25.")}},
        {language: {"a": section("48 hours, 48 heures, 48 Stunden, 48 uur, 48時間, 48 ساعة")}},
    ]
    found = list(
        check_note_amounts(
            [note], texts=texts, facts=[facts("7 years"), facts("10 years")], notice=[30, 0], folder="p/changes"
        )
    )
    assert all((one.code, one.severity) == ("T111", Severity.OPEN) for one in found)
    assert all(one.location.file == "p/changes/a.md" for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "We keep contracts for 8 years instead of 7 years."),
        ("en", "The fee is €35 now."),
        ("en", "We take 5% less."),
        ("fr", "Nous gardons les contrats huit ans."),
        ("de", "Wir bewahren Verträge acht Jahre auf."),
        ("nl", "We bewaren contracten 8 jaar."),
        ("ja", "契約を8年間保存します。"),
        ("ar", "نحتفظ بالعقود 8 سنوات."),
    ],
)
def test_an_amount_that_is_nowhere(language: str, words: str) -> None:
    assert len(told(language, words)) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Contracts are kept for 10 years instead of 7 years: 3 years longer."),
        ("en", "We answer within 48 hours, no longer within 72 hours; you have 30 days to object."),
        ("en", "The newsletter comes once a year. The law is of 3 May 2020, and 5 sections are clearer."),
        ("fr", "Les contrats sont gardés dix ans au lieu de 7 ans."),
        ("de", "Verträge zehn Jahre statt sieben Jahre, Antwort binnen 48 Stunden."),
        ("nl", "Contracten tien jaar in plaats van 7 jaar."),
        ("ja", "契約の保存期間を7年から10年に延長しました。十分な"),
        ("ar", "أصبحت المدة 10 سنوات بدلا من 7 سنوات."),
        ("es", "8 años."),
    ],
)
def test_an_amount_of_before_or_now(language: str, words: str) -> None:
    assert told(language, words) == []


def test_the_message_names_the_words_and_the_language() -> None:
    assert told("fr", "Pendant 8 ans.") == [
        'this change note says "8 ans" in French; neither the facts nor the text say so, before or now.'
    ]
