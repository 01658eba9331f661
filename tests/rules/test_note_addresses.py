"""The addresses and numbers that a change note gives: found in the facts or the texts, before or now, or told."""

from __future__ import annotations

import pytest
from inforce.model.config import ChangeNote, Kind, SectionPlace
from inforce.model.facts import Facts
from inforce.problems import Severity
from inforce.reader.section import parse_section
from inforce.rules.note_addresses import check_note_addresses
from inforce.rules.note_sections import Numbered


def version(words: str, phone: str) -> Numbered:
    section, problems = parse_section(f"# Contact\n\n{words}\n", id="contact", file="x")
    assert section is not None, problems
    address = {"street": "1 Quay", "locality": "Galway", "country": "IE"}
    controller = {"name": "Marram", "phone": phone, "address": address}
    return Numbered(
        order=(SectionPlace(id="contact"),),
        style=("1.",),
        leading="en",
        texts={"en": {"contact": section}},
        facts=Facts.model_validate({"organisation": {"controller": controller}}),
    )


THEN = version("Write to privacy@marram.example.org, or see www.marram.example.org.", "+353 20 912 3456")
NOW = version("Our IBAN is BE71 0961 2345 6769. [Write](mailto:help@marram.example.org).", "+44 20 7946 0958")


def told(words: str) -> list[str]:
    note = ChangeNote(slug="a", kind=Kind.MATERIAL, text={"en": words})
    others = ["https://policies.example.net/"]
    found = list(check_note_addresses([note], versions=[THEN, NOW], others=others, folder="p/changes"))
    assert all((one.code, one.severity) == ("T111", Severity.OPEN) for one in found)
    assert all(one.location.file == "p/changes/a.md" for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Write to help@marram.example.net.", "help@marram.example.net"),
        ("Our telephone number is +353 20 912 9999.", "+353 20 912 9999"),
        ("Call 01 677 7000.", "01 677 7000"),
        ("It is now on https://marram.example.com/help.", "https://marram.example.com/help"),
        ("Ask other.example.com.", "other.example.com"),
        ("Pay to BE68 5390 0754 7034.", "BE68 5390 0754 7034"),
        ("Our number of VAT is IE 9999999AB.", "IE 9999999AB"),
    ],
)
def test_what_stands_nowhere_is_told(words: str, said: str) -> None:
    (message,) = told(words)
    assert said in message


@pytest.mark.parametrize(
    "words",
    [
        "Write to privacy@marram.example.org, or now to help@marram.example.org.",
        "The telephone number was (020) 912 3456 and is +44 20 7946 0958.",
        "See https://www.marram.example.org/new and policies.example.net/en/.",
        "Pay to BE71096123456769.",
        "As EN 301 549, ISO 27001 and (EU) 2016/679 ask, and Node.js version 12.",
        "Section 11 names the office of 1 March 2027.",
        "We moved to Adams Street, Chicago, IL 60607 USA.",
    ],
)
def test_what_is_known_is_not(words: str) -> None:
    assert told(words) == []
