"""What changes and no note tells: an amount of a fact, a section where others are named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inforce.model.config import ChangeNote, Kind, SectionPlace
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.problems import Severity
from inforce.reader.section import parse_section
from inforce.rules.note_sections import Numbered
from inforce.rules.untold import check_untold


def section(name: str, text: str, title: str) -> Section:
    parsed, problems = parse_section(f"# {title}\n\n{text}\n", id=name, file="x")
    assert parsed is not None, problems
    return parsed


def version(keep: str, answer: str = "within") -> Numbered:
    """Section 1 tells who, section 2 and 2.1 what for, section 3 how long."""
    entry = {"label": {"en": "Contracts"}, "keep": keep, "after": {"en": "after its end"}}
    texts = {
        "who": "We are Northwind.",
        "purposes": "For contracts.",
        "sale": f"We never sell it. We answer {answer} 30 days.",
        "retention": f"We keep contracts for [{keep}](fact:retention.contract).\n\n## [Loans](id:loans)\n\nNone.",
    }
    titles = {"who": "Who we are", "purposes": "Purposes", "sale": "Sale", "retention": "Periods of keeping"}
    order = (
        SectionPlace(id="who"),
        SectionPlace(id="purposes", sections=(SectionPlace(id="sale"),)),
        SectionPlace(id="retention"),
    )
    read = {name: section(name, text, titles[name]) for name, text in texts.items()}
    facts = Facts.model_validate({"retention": {"contract": entry}})
    return Numbered(order=order, style=("1.", "1.1"), leading="en", texts={"en": read}, facts=facts)


def told(
    notes: list[tuple[Kind, str]], *, keep: str = "7 years", changed: tuple[str, ...] = (), answer: str = "within"
) -> list[str]:
    made = [ChangeNote(slug=f"n{at}", kind=kind, text={"en": text}) for at, (kind, text) in enumerate(notes)]
    now = version(keep, answer)
    found = list(check_untold(made, then=version("7 years"), now=now, changed=changed, folder="p/changes"))
    assert all(one.code == "T114" and one.location.file.startswith("p/changes/n") for one in found)
    return [f"{one.severity} {one.message}" for one in found]


MATERIAL, CLEARER = Kind.MATERIAL, Kind.CLARIFICATION


@pytest.mark.parametrize(
    ("notes", "level"),
    [
        ([(CLEARER, "We say more clearly how long we keep contracts.")], Severity.OPEN),
        ([(CLEARER, "Section 3 is clearer.")], Severity.OPEN),
        ([(Kind.CORRECTION, "Slips are mended.")], Severity.OPEN),
        ([(MATERIAL, "We share more.")], Severity.HINT),
        ([(CLEARER, "Section 3 is clearer."), (MATERIAL, "Section 2 tells more.")], Severity.HINT),
    ],
)
def test_an_amount_that_changes_and_no_note_tells(notes: list[tuple[Kind, str]], level: Severity) -> None:
    (one,) = told(notes, keep="70 years")
    assert one.startswith(f"{level} retention.contract changes from 7 years to 70 years")


@pytest.mark.parametrize("notes", [[(CLEARER, "We say it more clearly.")], [(MATERIAL, "Section 3 tells more.")]])
def test_the_contrary_of_an_amount_that_no_note_names(notes: list[tuple[Kind, str]]) -> None:
    (one,) = told(notes, answer="after")
    assert one.startswith("hint the section sale says “after 30 days”, where the newest version says “within 30 days”")


@pytest.mark.parametrize("notes", [[], [(MATERIAL, "Section 2.1 tells more.")], [(CLEARER, "Sale: we take longer.")]])
def test_the_contrary_that_a_note_may_tell(notes: list[tuple[Kind, str]]) -> None:
    assert told(notes, answer="after") == []


@pytest.mark.parametrize(
    "notes",
    [
        [],
        [(CLEARER, "We keep contracts for 70 years.")],
        [(CLEARER, "It was never 7 years.")],
        [(MATERIAL, "We keep contracts longer: see section 3.")],
        [(MATERIAL, "Other periods of keeping.")],
    ],
)
def test_an_amount_that_a_note_tells(notes: list[tuple[Kind, str]]) -> None:
    assert told(notes, keep="70 years") == []


@pytest.mark.parametrize(
    ("note", "changed", "sections"),
    [
        ("Section 1 is clearer.", ("who", "sale"), "section 2.1"),
        ("Section 1 is clearer.", ("sale", "retention"), "sections 2.1 and 3"),
        ("Section 2 is clearer.", ("purposes", "sale"), ""),
        ("Section 1 is clearer; so are the periods of keeping.", ("retention",), ""),
        ("We are clearer.", ("sale",), ""),
        ("Section 1 is clearer.", (), ""),
        ("Section 99 is clearer.", ("sale",), ""),
    ],
)
def test_a_section_that_changes_where_notes_name_others(note: str, changed: tuple[str, ...], sections: str) -> None:
    found = told([(CLEARER, note)], changed=changed)
    assert [one.rpartition("those of ")[2] for one in found] == ([f"{sections}."] if sections else [])
    assert all(one.startswith("hint") for one in found)


def test_a_section_is_named_by_its_title_in_any_language() -> None:
    now = version("7 years")
    text = section("sale", "Nous ne vendons rien.", "Revente de données")
    now = replace(now, texts={**now.texts, "fr": {"sale": text}})
    for words, names in (("La section 1. Revente de données.", True), ("La section 1 est plus claire.", False)):
        note = ChangeNote(slug="n0", kind=CLEARER, text={"fr": words})
        found = list(check_untold([note], then=version("7 years"), now=now, changed=("sale",), folder="p/changes"))
        assert bool(found) is not names


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        ("Since November 10, 2020 it holds.", True),
        ("We are clearer.", True),
        ("It holds since November 10, 2019, not 2020.", False),
    ],
)
def test_a_day_of_a_fact_that_changes_is_said_as_it_is_now(note: str, is_told: bool) -> None:
    then, now = (
        replace(
            version("7 years"),
            facts=Facts.model_validate({"terms": {"other": {"first": {"date": day}}}}),
            texts={"en": {"who": section("who", f"Since [{words}](fact:terms.other.first.date).", "Who we are")}},
        )
        for day, words in (("2020-11-10", "November 10, 2020"), ("2019-11-10", "November 10, 2019"))
    )
    made = [ChangeNote(slug="n0", kind=CLEARER, text={"en": note})]
    found = list(check_untold(made, then=then, now=now, changed=(), folder="p/changes"))
    assert [one.severity for one in found] == ([Severity.OPEN] if is_told else [])
    assert all("no note states that day" in one.message for one in found)


def test_a_section_that_a_note_links_to_is_named() -> None:
    words = "The [introduction](section:who) and section 3 are clearer."
    note = ChangeNote(
        slug="n", kind=CLEARER, text={"en": "The introduction and section 3 are clearer."}, marked={"en": words}
    )
    then = now = version("7 years")
    assert not [*check_untold([note], then=then, now=now, changed=("who", "retention"), folder="p/changes")]
    (problem,) = check_untold(
        [note.model_copy(update={"marked": None})], then=then, now=now, changed=("who", "retention"), folder="p/changes"
    )
    assert "section 1" in problem.message
