"""The amounts that a change note names: found in the facts or the words, before or now, or told."""

from __future__ import annotations

import pytest
from inforce.model.config import ChangeNote, Kind, SectionPlace
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.problems import Severity
from inforce.reader.section import parse_section
from inforce.rules.note_amounts import check_note_amounts
from inforce.rules.note_sections import Numbered

LANGUAGES = ("en", "fr", "de", "nl", "ja", "ar")
HOURS = {"en": "hours", "fr": "heures", "de": "Stunden", "nl": "uur", "ja": "時間", "ar": "ساعة"}
TITLES = {"en": "How we answer", "fr": "Comment nous répondons"}
LOGS = "# Logs\n\nKept for 3 months; contracts for [{keep}](fact:retention.contract.keep).\n"


def section(text: str, name: str) -> Section:
    parsed, problems = parse_section(text, id=name, file="x")
    assert parsed is not None, problems
    return parsed


def version(keep: str, hours: int) -> Numbered:
    """Section 1 (“How we answer”) says hours and money, section 2 (“Logs”) months and years."""
    entry = {"label": {"en": "Contracts"}, "keep": keep, "after": {"en": "after its end"}}
    texts = {
        language: {
            "answers": section(
                f"# {TITLES.get(language, 'Answers')}\n\nIn {hours} {HOURS[language]}. A fee of €25.\n", "answers"
            ),
            "logs": section(LOGS.format(keep=keep), "logs"),
        }
        for language in LANGUAGES
    }
    return Numbered(
        order=(SectionPlace(id="answers"), SectionPlace(id="logs")),
        style=("1.", "1.1"),
        leading="en",
        texts=texts,
        facts=Facts.model_validate({"retention": {"contract": entry}}),
    )


def told(language: str, words: str) -> list[str]:
    note = ChangeNote(slug="a", kind=Kind.MATERIAL, text={language: words})
    found = list(
        check_note_amounts(
            [note], before=[version("7 years", 72)], now=version("10 years", 48), notice=[30, 0], folder="p/changes"
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


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Section 1 now says 3 months."),
        ("en", "Section 1 is clearer. It now says 10 years."),
        ("en", "We keep logs longer, and section 1 now says 10 years."),
        ("en", "Under “How we answer” we now say three months."),
        ("en", "How we answer: for 10 years."),
        ("en", "Section 2 says 48 hours."),
        ("fr", "La section 1 indique désormais 10 ans."),
        ("fr", "Sous « Comment nous répondons » : 10 ans."),
        ("de", "Abschnitt 1 nennt nun 10 Jahre."),
        ("nl", "Punt 1 zegt nu 10 jaar."),
        ("ja", "第1節は10年になりました。"),
        ("ar", "أصبح القسم 1 ينص على 10 سنوات."),
    ],
)
def test_an_amount_of_another_section_than_the_note_names(language: str, words: str) -> None:
    assert len(told(language, words)) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Section 1 is clearer, and contracts are kept for 10 years."),
        ("en", "Section 1 is clearer; we keep contracts for 10 years."),
        ("en", "Section 1 is clearer. We keep contracts for 10 years."),
        ("en", "Section 1 now says 48 hours instead of 72 hours, and section 2 10 years."),
        ("en", "Sections 1 and 2 now say 48 hours, 10 years and €25."),
        ("en", "Section 2 now says 10 years: 3 years more. You have 30 days to object to section 1."),
        ("en", "Under “How we answer” we now say 48 hours, and under “Logs” 3 months."),
        ("en", "Section 9 now says 10 years."),
        ("en", "Section 2 is clearer: 10 years and 3 months."),
        ("fr", "La section 2 indique désormais 10 ans au lieu de 7 ans."),
        ("de", "Abschnitt 2 nennt nun zehn Jahre."),
        ("nl", "Punt 1 zegt nu 48 uur."),
        ("ja", "第2節は10年になりました。"),
        ("ar", "أصبح القسم 2 ينص على 10 سنوات."),
        ("ar", "القسم 1 أوضح؛ ونحفظ العقود 10 سنوات."),
        ("ja", "第1節は分かりやすくなりました；契約は10年保管します。"),
    ],
)
def test_an_amount_of_the_section_that_the_note_names(language: str, words: str) -> None:
    assert told(language, words) == []


def test_the_message_names_the_section() -> None:
    assert told("en", "Section 1 now says 3 months.") == [
        'this change note says "3 months" of the section "How we answer" in English; neither its text nor its facts '
        "say so, before or now."
    ]


@pytest.mark.parametrize(
    ("language", "words", "right"),
    [
        ("en", "We keep contracts for 10 years, no longer 7 years.", True),
        ("en", "We keep contracts for a shorter time: 7 years, no longer 10 years.", False),
        ("en", "It goes from 7 years to 10 years.", True),
        ("en", "It goes from 10 years to 7 years.", False),
        ("en", "We keep contracts for 10 years instead of 7 years.", True),
        ("en", "Instead of 10 years it is 7 years.", False),
        ("fr", "Nous gardons les contrats 10 ans au lieu de 7 ans.", True),
        ("fr", "Nous gardons les contrats 7 ans au lieu de 10 ans.", False),
        ("nl", "We bewaren contracten 10 jaar in plaats van 7 jaar.", True),
        ("nl", "We bewaren contracten 7 jaar, niet langer 10 jaar.", False),
        ("de", "Wir bewahren Verträge zehn Jahre statt sieben Jahre auf.", True),
        ("de", "Wir bewahren Verträge sieben Jahre statt zehn Jahre auf.", False),
        ("en", "We keep contracts shorter: 7 years, it was 10 years.", False),
        ("en", "It was 7 years, and is 10 years now.", True),
        ("de", "Es gelten 7 Jahre; bisher waren 10 Jahre vorgesehen.", False),
        ("nl", "De termijn van 10 jaar is langer; vroeger was hij 7 jaar.", True),
        ("de", "Eine Frist von 10 Jahren statt bisher 7 Jahren.", True),
        ("de", "Die Frist wird von 7 Jahren auf 10 Jahre verlängert.", True),
        ("de", "Die Frist wird von 10 Jahren auf 7 Jahre verkürzt.", False),
        ("fr", "La durée passe de 10 ans à 7 ans.", False),
        ("fr", "La durée est de 10 ans ; elle était de 7 ans.", True),
        ("en", "It was 7 years, and is 10 years from the end of the contract.", True),
        ("ja", "契約の保存期間を7年間から10年間に変更しました。", True),
        ("ja", "契約の保存期間を10年間から7年間に変更しました。", False),
        ("ar", "نحتفظ بالعقود 10 سنوات بدلا من 7 سنوات.", True),
        ("ar", "نحتفظ بالعقود 7 سنوات بدلا من 10 سنوات.", False),
    ],
)
def test_which_of_two_amounts_is_the_new_one(language: str, words: str, right: bool) -> None:
    found = told(language, words)
    assert [one.endswith("the facts change the other way.") for one in found] == ([] if right else [True])
