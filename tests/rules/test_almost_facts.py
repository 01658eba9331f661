"""Words that are almost a fact, and bound to none."""

from __future__ import annotations

import pytest
from inforce.model.facts import Facts
from inforce.problems import Severity
from inforce.reader.section import parse_section
from inforce.rules.almost_facts import check_almost_facts

FACTS = Facts.model_validate(
    {
        "organisation": {
            "controller": {
                "name": "Marram Seed Library CLG",
                "number": "IE 7654321",
                "phone": "+353 20 911 0040",
                "address": {
                    "street": "Gorse Lane",
                    "number": "12",
                    "locality": "Ballymarram",
                    "country": "IE",
                },
            },
            "dpo": {"name": "Orla Fennimore", "email": "dpo@marram.example.org"},
        },
        "recipients": {"print": {"name": "Dunlin Print GmbH", "role": "processor"}},
        "retention": {
            "loans": {
                "label": {"en": "Loan records", "fr": "Fiches de prêt"},
                "keep": "7 years",
                "after": {"en": "after the end", "fr": "après la fin"},
            }
        },
    }
)


def told(words: str, language: str = "en") -> list[tuple[str, Severity]]:
    section, problems = parse_section(f"# T\n\n{words}\n", id="t", file="t.md", language=language)
    assert section is not None, problems
    found = [*check_almost_facts({language: {"t": section}}, facts=FACTS, folder="p")]
    assert all((one.code, one.location.line) == ("F129", 3) for one in found)
    return [(one.about, one.severity) for one in found]


@pytest.mark.parametrize(
    ("language", "words", "path", "level"),
    [
        ("en", "Our register number is IE 7654312.", "organisation.controller.number", Severity.OPEN),
        ("en", "Number: 765-43-22.", "organisation.controller.number", Severity.OPEN),
        ("ar", "رقم تسجيلنا هو IE ٧٦٥٤٣١٢.", "organisation.controller.number", Severity.OPEN),
        ("en", "Call 020 911 0041.", "organisation.controller.phone", Severity.OPEN),
        ("en", "Come to 21 Gorse Lane.", "organisation.controller.address", Severity.OPEN),
        ("fr", "Venez Gorse Lane, 14.", "organisation.controller.address", Severity.OPEN),
        ("en", "This is the policy of Marram Seed Library Ltd.", "organisation.controller", Severity.OPEN),
        ("en", "Dunlin Print S.A. prints it.", "recipients.print", Severity.OPEN),
        ("en", "Ask for Oscar Fennimore.", "organisation.dpo", Severity.HINT),
        ("en", "We keep your loan records for five years.", "retention.loans.keep", Severity.OPEN),
        ("fr", "Nous conservons vos fiches de prêt pendant 5 ans.", "retention.loans.keep", Severity.OPEN),
    ],
)
def test_what_is_almost_a_fact(language: str, words: str, path: str, level: Severity) -> None:
    assert told(words, language) == [(path, level)]


@pytest.mark.parametrize(
    "words",
    [
        "Our number is IE 7654321, and VAT 1234567.",
        "Our number is [IE 7654321](fact:organisation.controller.number).",
        "Order 7654999 of 2026 was lost; 76543210 was not.",
        "Call [020 911 0040](fact:organisation.controller.phone) or 020 911 0040.",
        "Call 112 or 01 234 5678.",
        "Come to 12 Gorse Lane, or to 21 Heather Lane.",
        "In Gorse Lane, 2026 was a good year for seeds.",
        "Marram Seed Library is ours. Ltd means limited.",
        "Dunlin Print GmbH prints it; Dunlin prints well.",
        "Ask for Orla Fennimore. The Fennimore garden is open.",
        "We keep your loan records for seven years.",
        "We keep your loan records for [5 years](fact:retention.loans).",
        "Loan records tell what you borrowed in the last 5 years.",
        "Come to 12 Gorse Lane; until May we were at 21 Gorse Lane.",
        "Our number is IE 7654321, and was IE 7654312.",
        "We keep your loan records for 7 years, and copies of them for 3 months.",
    ],
)
def test_what_is_a_fact_or_something_else(words: str) -> None:
    assert told(words) == []
