"""Reasons for what is open: what `CODE:PLACE` names, what stays as it was, and what is refused as a mistake."""

from __future__ import annotations

import pytest
from inforce.model.version import Accepted
from inforce.problems import Location, Problem, Severity
from inforce.release.acceptance import NO_REASONS, Reasons, WrongAcceptance, weigh
from inforce.rules.states import OpenPoint, open_points

FOLDER = "policy_src/privacy"


def point(code: str, file: str, line: int = 3, about: str = "", message: str = "It is open.") -> OpenPoint:
    where = Location(file=f"policy_src/{file}", line=line)
    problem = Problem(
        code=code, severity=Severity.OPEN, location=where, message=message, remedy="Finish it.", about=about
    )
    (found,) = open_points([problem], FOLDER)
    return found


FRENCH = point("F102", "privacy/fr/retention.md", about="retention.contract")
TWICE = point("F102", "privacy/fr/retention.md", line=5, about="retention.prospects", message="Another.")
GERMAN = point("F102", "privacy/de/retention.md", about="retention.contract")
LATE = point("T102", "privacy/fr/retention.md")
NOTE = point("T104", "privacy/changes/plainer.md")
EMAIL = point("F106", "facts/organisation.yml", line=9, about="organisation.dpo.email")
PHONE = point("F106", "facts/organisation.yml", line=10, about="organisation.dpo.phone")
OTHER = point("F106", "facts/organisation.yml", line=20, about="organisation.authority.email")
OPEN = (FRENCH, TWICE, GERMAN, LATE, NOTE, EMAIL, PHONE, OTHER)


def test_the_place_of_a_point_is_a_file_of_the_policy_or_a_fact() -> None:
    assert [one.place for one in (FRENCH, NOTE, EMAIL)] == [
        "fr/retention",
        "changes/plainer",
        "organisation.dpo.email",
    ]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("T102:fr/retention", (LATE,)),
        ("t102:retention", (LATE,)),
        ("T102:policy_src/privacy/fr/retention.md", (LATE,)),
        ("T102:policy_src/privacy/fr/retention.md:3:12", (LATE,)),
        ("F102:fr/retention", (FRENCH, TWICE)),
        ("F102:fr/retention:5", (TWICE,)),
        ("F102:retention.prospects", (TWICE,)),
        ("T104:plainer", (NOTE,)),
        ("F106:organisation.dpo.email", (EMAIL,)),
        ("F106:dpo.email", (EMAIL,)),
        ("F106:authority", None),
        ("F106:organisation.authority", (OTHER,)),
        ("F106:policy_src/facts/organisation.yml:20", (OTHER,)),
    ],
)
def test_what_a_place_names(typed: str, named: tuple[OpenPoint, ...] | None) -> None:
    if named is None:
        with pytest.raises(WrongAcceptance):
            weigh(OPEN, Reasons(places=((typed, "Agreed."),)))
        return
    outcome = weigh(OPEN, Reasons(places=((typed, "Agreed."),)))
    assert [(one.code, one.place, one.because) for one in outcome.accepted] == [
        (*each.key, "Agreed.") for each in named
    ]
    assert outcome.left == tuple(one for one in OPEN if one not in named)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (["F102:retention.contract"], "could mean more than one place"),
        (["F102:retention"], "could mean more than one place"),
        (["F106:organisation"], "could mean more than one place"),
        (["F106:facts/organisation.yml"], "could mean more than one place"),
        (["F106:organisation.dpo"], "could mean more than one place"),
        (["T102:de/retention"], "nothing of that name is open"),
        (["F101:fr/retention"], "an error cannot be accepted"),
        (["T102:tion"], "nothing of that name is open"),
        (["fr/retention"], "write it as CODE:PLACE"),
        (["T102:"], "write it as CODE:PLACE"),
        (["T102:fr/retention", "T102:retention"], "has a reason already"),
    ],
)
def test_a_mistake_is_told_with_what_is_open(places: list[str], said: str) -> None:
    with pytest.raises(WrongAcceptance, match=said) as wrong:
        weigh(OPEN, Reasons(places=tuple((one, "Agreed.") for one in places)))
    assert (
        "already" in said
        or "F102:fr/retention" in str(wrong.value)
        or "F106:organisation.dpo.email" in str(wrong.value)
    )


def test_without_a_reason_all_is_left() -> None:
    assert weigh(OPEN, NO_REASONS).left == OPEN
    assert weigh((), NO_REASONS).left == ()


def test_what_was_published_has_one_reason_for_all() -> None:
    outcome = weigh(OPEN, Reasons(everything="It was public."))
    assert (len(outcome.accepted), outcome.left) == (len(OPEN), ())
    assert {one.because for one in outcome.accepted} == {"It was public."}


def accepted(of: OpenPoint, message: str | None = None) -> Accepted:
    return Accepted(code=of.problem.code, place=of.place, message=message or of.words, because="Then.")


def test_what_the_last_version_had_unchanged_passes_with_one_reason() -> None:
    earlier = [accepted(EMAIL), accepted(LATE, "It was told otherwise."), accepted(NOTE)]
    outcome = weigh(OPEN, NO_REASONS, earlier=earlier, as_it_was=lambda one: one is not NOTE)
    assert outcome.unchanged == (EMAIL,)
    outcome = weigh(OPEN, Reasons(unchanged="Asked."), earlier=earlier, as_it_was=lambda one: one is not NOTE)
    assert outcome.accepted == (
        Accepted(code="F106", place="organisation.dpo.email", message="It is open.", because="Asked."),
    )
    assert outcome.unchanged == ()


def test_a_reason_of_its_own_comes_before_the_one_for_all() -> None:
    reasons = Reasons(places=(("F106:dpo.email", "Its own."),), unchanged="All.")
    outcome = weigh((EMAIL, PHONE), reasons, earlier=[accepted(EMAIL), accepted(PHONE)])
    assert [one.because for one in outcome.accepted] == ["Its own.", "All."]


@pytest.mark.parametrize("places", [(), (("F106:dpo.email", "Its own."),)])
def test_a_reason_for_what_is_unchanged_that_nothing_needs_is_a_mistake(places: tuple[tuple[str, str], ...]) -> None:
    earlier = [accepted(EMAIL)] if places else []
    with pytest.raises(WrongAcceptance, match="nothing that needs a reason was open in the last version too"):
        weigh(OPEN, Reasons(places=places, unchanged="All."), earlier=earlier)


def test_numbers_of_lines_are_no_part_of_the_words() -> None:
    told = 'it says "5 ans"; agreed is 10 years (policy_src/facts/retention.yml:11).'
    moved = point("F102", "privacy/fr/retention.md", line=99, message=told.replace(":11", ":12:4"))
    assert moved.words == 'it says "5 ans"; agreed is 10 years (policy_src/facts/retention.yml).'
    earlier = [accepted(point("F102", "privacy/fr/retention.md", message=told))]
    assert weigh([moved], Reasons(unchanged="Still."), earlier=earlier).left == ()
