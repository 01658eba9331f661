"""Dates beside another day of the week, in texts, in notes and in other words."""

from __future__ import annotations

from inforce.model.config import ChangeNote, Kind
from inforce.problems import Location, Severity
from inforce.rules.misnamed_days import check_misnamed_days, misnamed_days

from tests.rules.test_same_amounts import section

_WRONG = "Closed on Sunday, [10 January](link:x) 2028."


def test_texts_and_notes_are_told_in_each_language() -> None:
    words = {"en": "On Monday, 10 January 2028.", "fr": "Le dimanche 10 janvier 2028."}
    note = ChangeNote(slug="closed", kind=Kind.CLARIFICATION, text=words)
    texts = {"en": section(_WRONG), "fr": section("Fermé le lundi 10 janvier 2028.")}
    found = [*check_misnamed_days(texts, [note], folder="p")]
    assert [(one.code, one.severity, one.location.file) for one in found] == [
        ("T119", Severity.ERROR, "p/en/answers.md"),
        ("T119", Severity.ERROR, "p/changes/closed.md"),
    ]
    assert found[0].location.line == 3
    assert "2028-01-10 is a Monday" in found[0].message


def test_other_words_weigh_what_is_asked() -> None:
    where = Location(file="x")
    (problem,) = misnamed_days("On Sunday, 10 January 2028.", "en", where, Severity.OPEN)
    assert problem.severity is Severity.OPEN
