"""Where a right is asked for: what the facts say, beside what its section links to."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.facts import Facts
from inforce.problems import Location, Severity
from inforce.reader.section import parse_section
from inforce.rules.asked_by import check_asked_by

CONTACTS: dict[str, dict[str, Any]] = {
    "controller": {"name": "C", "email": "c@a.example", "phone": "+353209123456", "website": "https://a.example"},
    "dpo": {"name": "D", "email": "d@a.example", "phone": "+353209123457"},
    "authority": {"name": "A", "email": "a@gov.example", "phone": "+353209110042"},
    "representative": {"name": "R", "email": "c@a.example"},
}


def told(right: str, by: list[str], *linked: str) -> list[str]:
    label = {} if right == "exercise" else {"label": {"en": "Right"}}
    entry = {"by": [f"organisation.{one}" for one in by], "fee": "none", **label}
    facts = Facts.model_validate({"organisation": CONTACTS, "rights": {right: entry}})
    links = " ".join(f"[x](fact:organisation.{one})" for one in linked)
    text = f"# Rights\n\nYou [may](fact:rights.{right}.fee) write: {links}\n"
    section, problems = parse_section(text, id="ask", file="ask.md", language="en")
    assert section is not None, problems
    found = [*check_asked_by({"ask": section}, facts=facts, place=lambda path: Location(file="/".join(map(str, path))))]
    assert {(one.code, one.severity) for one in found} <= {("F121", Severity.OPEN)}
    return [one.location.file for one in found]


@pytest.mark.parametrize(
    ("right", "by", "linked"),
    [
        ("exercise", ["dpo.email"], ["controller.email"]),
        ("access", ["dpo"], ["controller.email"]),
        ("erasure", ["controller.phone"], ["dpo.phone"]),
        ("access", ["controller.email"], ["dpo.email", "authority.email"]),
        ("complaint", ["controller.email"], ["authority.phone"]),
        ("complaint", ["dpo.phone"], ["controller.email", "authority.phone"]),
    ],
)
def test_another_contact_than_the_section_links_to(right: str, by: list[str], linked: list[str]) -> None:
    assert told(right, by, *linked) == [f"rights/{right}/by"]


@pytest.mark.parametrize(
    ("right", "by", "linked"),
    [
        ("access", ["dpo.email"], []),
        ("access", ["dpo.email"], ["controller.name"]),
        ("access", ["dpo.email"], ["controller.website"]),
        ("access", ["controller.email"], ["authority.email"]),
        ("access", ["controller.email", "controller.phone"], ["controller.email"]),
        ("access", ["representative.email"], ["controller.email"]),
        ("access", ["controller.website"], ["controller.email"]),
        ("complaint", ["authority.phone"], ["controller.email", "authority.phone"]),
        ("complaint", ["authority.phone"], ["controller.email"]),
    ],
)
def test_what_may_be_right(right: str, by: list[str], linked: list[str]) -> None:
    assert told(right, by, *linked) == []


def test_a_section_about_something_else() -> None:
    facts = Facts.model_validate({"organisation": CONTACTS, "rights": {"exercise": {"by": ["organisation.dpo.email"]}}})
    section, _ = parse_section("# A\n\n[x](fact:organisation.controller.email)\n", id="a", file="a.md", language="en")
    assert section is not None
    assert not [*check_asked_by({"a": section}, facts=facts, place=lambda _: Location(file="a"))]


def test_one_section_that_gives_the_contact_is_enough() -> None:
    right = {"label": {"en": "Right"}, "by": ["organisation.dpo.email"]}
    facts = Facts.model_validate({"organisation": CONTACTS, "rights": {"withdrawal": right}})
    texts = {
        name: f"# A\n\n[x](fact:rights.withdrawal) [y](fact:organisation.{party}.email)\n"
        for name, party in (("newsletter", "controller"), ("rights", "dpo"))
    }
    read = {name: parse_section(text, id=name, file="a.md", language="en")[0] for name, text in texts.items()}
    sections = {name: section for name, section in read.items() if section is not None}
    assert not [*check_asked_by(sections, facts=facts, place=lambda _: Location(file="a"))]
    del sections["rights"]
    assert [*check_asked_by(sections, facts=facts, place=lambda _: Location(file="a"))]
