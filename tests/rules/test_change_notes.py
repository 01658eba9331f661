"""Change notes: told in every language, with the same amounts in each, and with no day but that of the version."""

from __future__ import annotations

import json
from datetime import date

import pytest
from inforce.model.config import ChangeNote, Kind
from inforce.problems import Problem, Severity
from inforce.reader.notes import read_change_note
from inforce.rules.change_notes import (
    check_note_dates,
    check_notes,
    check_versions_named,
)

from tests.built.building import ROOT

EFFECTIVE = date(2027, 3, 1)


def note(**text: str) -> ChangeNote:
    return ChangeNote(slug="a", kind=Kind.MATERIAL, text=text)


def told(found: ChangeNote) -> list[Problem]:
    return list(check_notes([found], languages=found.text, folder="p/changes"))


def test_a_language_that_is_not_told() -> None:
    (one,) = check_notes([note(en="New.")], languages=("en", "fr", "de"), folder="p/changes")
    assert (one.code, one.severity, one.location.file) == ("T104", Severity.OPEN, "p/changes/a.md")
    assert one.message == "this change note says nothing in French and German."
    assert '"## fr" and "## de"' in one.remedy


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            {"en": "For 7 days instead of 10.", "de": "7 statt 10 Jahre."},
            'says "10 Jahre" in German, where it says "7 days" in English.',
        ),
        (
            {"en": "Section 5: for 8 years.", "fr": "Section 5 : pendant 5 ans."},
            'says "5 ans" in French, where it says "8 years" in English.',
        ),
        ({"en": "For 5 years.", "fr": "Pendant 8 ans."}, 'says "8 ans" in French, where it says "5 years" in English.'),
        (
            {"en": "It comes eight times a year.", "fr": "Elle paraît neuf fois par an."},
            'says "neuf fois par an" in French, where it says "eight times a year" in English.',
        ),
        (
            {"en": "From 1 March 2027, 3%.", "nl": "Vanaf 2 maart 2027, 3%."},
            'says "2 maart 2027" in Dutch, where it says "1 March 2027" in English.',
        ),
    ],
)
def test_languages_that_state_other_amounts(text: dict[str, str], message: str) -> None:
    (one,) = told(note(**text))
    assert (one.code, one.severity, one.location.file) == ("T105", Severity.OPEN, "p/changes/a.md")
    assert one.message == f"this change note {message}"


@pytest.mark.parametrize(
    "text",
    [
        {"en": "For seven years, from 1 March 2027.", "fr": "Pendant 7 ans, à partir du 1er mars 2027."},
        {"en": "Section 4 is clearer.", "fr": "La section 4 est plus claire."},
        {"en": "7 years instead of 10.", "de": "7 Jahre statt 10."},
        {
            "en": "For seven years instead of ten.",
            "de": "Sieben statt zehn Jahre.",
            "nl": "Zeven in plaats van tien jaar.",
        },
        {"en": "For 14 days instead of 30.", "de": "14 statt 30 Tage."},
        {"en": "Fees: €5 rather than 4.", "de": "Statt 4 nun 5 €.", "fr": "5 au lieu de 4 €."},
        {"en": "5% where it was 3.", "nl": "5 waar het 3% was."},
        {"en": "For 5 years.", "es": "8 años."},
        {"en": "10 months instead of 9.", "ja": "9か月から10か月に延長しました。"},
        {"en": "Six times a year instead of four.", "fr": "Six fois par an au lieu de quatre."},
        {"en": "Once a year.", "de": "Jedes Mal im Januar."},
        {"en": "Eight times a year; kept for 3 months instead of 6.", "ja": "年8回。6か月から3か月に短縮しました。"},
        {"en": "Twelve times a year.", "fr": "Une fois par mois."},
    ],
)
def test_languages_that_state_the_same(text: dict[str, str]) -> None:
    assert told(note(**text)) == []


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en", "Clearer. This version is in force since 1 January 2019. Thanks.", "1 January 2019"),
        ("en", "It applies from 2 March 2027.", "2 March 2027"),
        ("fr", "Cette version est en vigueur depuis le 1er janvier 2019.", "1er janvier 2019"),
        ("nl", "Deze versie geldt vanaf 1 januari 2019.", "1 januari 2019"),
        ("de", "Diese Fassung gilt seit dem 1. Januar 2019.", "1. Januar 2019"),
        ("ja", "この版は2019年1月1日から施行されます。", "2019年1月1日"),
        ("ar", "هذا الإصدار ساري منذ 1 يناير 2019.", "1 يناير 2019"),
    ],
)
def test_another_day_than_that_of_the_version(language: str, words: str, said: str) -> None:
    (one,) = check_note_dates([note(**{language: words})], folder="p/changes", effective=EFFECTIVE)
    assert (one.code, one.severity, one.location.file) == ("T106", Severity.HINT, "p/changes/a.md")
    assert said in one.message
    assert "2027-03-01" in one.message


@pytest.mark.parametrize(
    "words",
    [
        "This version is in force from 1 March 2027.",
        "We moved on 1 January 2019. The new address is in force.",
        "Contracts of 1 January 2019 are kept for 7 years.",
        "It applies to contracts of 10 years.",
    ],
)
def test_a_day_that_is_right_or_of_something_else(words: str) -> None:
    assert list(check_note_dates([note(en=words)], folder="p", effective=EFFECTIVE)) == []


KNOWN = {1: date(2020, 11, 10), 2: date(2024, 1, 1)}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "From 1 January 2027 the reminder before any fee is back in the text."),
        ("en", "The reminder is back; this applies from 1 January 2027."),
        ("en", "These terms apply from 1 January 2027."),
        ("fr", "Le rappel revient dans le texte à partir du 1er janvier 2027."),
        ("fr", "Le rappel revient ; cela s’applique à partir du 1er janvier 2027."),
        ("nl", "Vanaf 1 januari 2027 staat de herinnering weer in de tekst."),
        ("de", "Ab dem 1. Januar 2027 nennt die Erklärung wieder eine Mahnung."),
        ("ar", "عاد التذكير السابق لأي رسم إلى النص ابتداءً من 1 يناير 2027."),
        ("ja", "2027年1月1日から、料金の前のお知らせを本文に戻しました。"),
        ("ja", "お知らせを戻しました。2027年1月1日から適用されます。"),
    ],
)
def test_a_day_from_which_the_text_would_hold_is_open(language: str, words: str) -> None:
    notes = [note(**{language: words})]
    (one,) = check_note_dates(notes, folder="p", effective=EFFECTIVE, known=KNOWN)
    assert (one.code, one.severity) == ("T106", Severity.OPEN)
    assert list(check_note_dates(notes, folder="p", effective=date(2027, 1, 1), known=KNOWN)) == []
    there = check_note_dates(notes, folder="p", effective=EFFECTIVE, known=KNOWN, stated=lambda: {date(2027, 1, 1)})
    assert all(one.severity is Severity.HINT for one in there), "the text states that day"
    assert list(check_note_dates(notes, folder="p", known=KNOWN)) == [], "nobody knows the version's day yet"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The policy has applied since 1 January 2020."),
        ("en", "From 1 January 2027 the new VAT rate applies, and section 3 names it."),
        ("en", "The Seed Act changes. It applies from 1 January 2027."),
        ("en", "From 1 January 2027 our bank asks for a fee, so the terms say who pays it."),
        ("en", "From 1 January 2027 the terms of our bank change."),
        ("en", "Since 1 January 2020 the text has named it."),
        ("en", "We moved on 1 January 2027; section 1 says where to."),
        ("fr", "Depuis le 1er janvier 2020, le texte le nomme."),
        ("de", "Ab dem 1. Januar 2027 gilt das neue Gesetz."),
        ("ar", "يسري القانون الجديد ابتداءً من 1 يناير 2027."),
        ("ja", "2027年1月1日から新しい法律が適用されます。"),
    ],
)
def test_a_day_of_something_else_is_not_open(language: str, words: str) -> None:
    found = check_note_dates([note(**{language: words})], folder="p", effective=EFFECTIVE, known=KNOWN)
    assert all(one.severity is Severity.HINT for one in found)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Section 14 keeps the day on which the policy was first brought into force, November 10, 2020."),
        ("en", "It originally took effect, and it applies, from 10 November 2020."),
        ("fr", "La section 14 garde le jour où elle est entrée en vigueur pour la première fois, le 10 novembre 2020."),
        ("nl", "Het beleid trad voor het eerst in werking op 10 november 2020."),
        ("de", "Die Erklärung trat erstmals am 10. November 2020 in Kraft."),
        ("ar", "دخلت السياسة حيز التنفيذ لأول مرة في 10 نوفمبر 2020."),
        ("ja", "このポリシーは2020年11月10日に初めて施行されました。"),
    ],
)
def test_the_day_on_which_a_policy_first_came_into_force_is_past(language: str, words: str) -> None:
    notes, known = [note(**{language: words})], {1: date(2020, 11, 10), 2: date(2024, 1, 1)}
    assert list(check_note_dates(notes, folder="p", known=known)) == []
    assert list(check_note_dates(notes, folder="p", effective=EFFECTIVE, known=known)) == []
    (other,) = check_note_dates(notes, folder="p", known={**known, 1: date(2019, 11, 10)})
    assert "version 1 took effect on 2019-11-10, as its record says" in other.message
    assert "take the day out" not in other.remedy, "it tells of the past, and no page would say it"
    later = check_note_dates(notes, folder="p", effective=EFFECTIVE, known={1: date(2020, 1, 1)})
    assert len([*later]) == 1, "since the last version it is no first day"


@pytest.mark.parametrize(("words", "many"), [("In force since 1 January 2019.", 1), ("In force from 1 May 2027.", 0)])
def test_before_a_release_only_a_day_before_the_last_version_is_sure(words: str, many: int) -> None:
    found = list(check_note_dates([note(en=words)], folder="p", known={1: EFFECTIVE}))
    assert len(found) == many
    assert all("version 1 took effect on 2027-03-01" in one.remedy for one in found)
    assert list(check_note_dates([note(en=words)], folder="p")) == []


def test_notes_of_this_repository_are_right() -> None:
    """Those of releases to come, and those that are frozen: their records would have to give a reason."""
    waiting, frozen = (
        [path for folder in ("", "examples/") for path in ROOT.glob(f"{folder}policy_src/*/{rest}")]
        for rest in ("changes/*.md", "versions/*/manifest.json")
    )
    read = [read_change_note(path.read_text("utf-8"), slug="a", file=path.name) for path in waiting]
    assert [problems for _, problems in read if problems] == []
    notes = [one for one, _ in read if one is not None]
    for path in frozen:
        notes += [ChangeNote.model_validate(each) for each in json.loads(path.read_text("utf-8"))["changes"]]
    assert [one for each in notes for one in told(each)] == []
    assert len(notes) > len(waiting)


@pytest.mark.parametrize(
    ("language", "words", "is_told"),
    [
        ("en", "It is back, as in version 9.", True),
        ("en", "Replaced by version 9 of 3 January 2024.", True),
        ("fr", "Comme dans la version 9.", True),
        ("nl", "Zoals in versie 9.", True),
        ("de", "Wie in Fassung 9, und wie in Version 9.", True),
        ("ar", "كما في الإصدار 9.", True),
        ("ja", "第9版と同じです。", True),
        ("en", "It is back, as in version 2; version 6 says so.", False),
        ("en", "It takes Android version 12 or TLS version 1.3.", False),
        ("en", "HTTP version 7 is meant.", False),
        ("en", "It takes version 12 of the app, or version 12.1.", False),
        ("fr", "Elle suit la version 9 des conditions.", False),
        ("de", "Sie braucht Version 9 der App.", False),
        ("ja", "第2版と同じです。第9節を見てください。", False),
    ],
)
def test_a_version_that_there_cannot_be_is_told(language: str, words: str, is_told: bool) -> None:
    found = list(check_versions_named([note(**{language: words})], (), last=5, folder="p/changes"))
    assert {(one.code, one.severity) for one in found} == ({("T106", Severity.HINT)} if is_told else set())
