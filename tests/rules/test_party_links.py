"""A link called by a party of the facts leads to that party, and a mailbox of the facts is at one host."""

from __future__ import annotations

import pytest
from inforce.model.facts import Facts
from inforce.problems import Problem, Severity
from inforce.reader.section import parse_section
from inforce.rules.party_links import check_party_links

FACTS = Facts.model_validate(
    {
        "organisation": {
            "controller": {
                "name": "Marram",
                "website": "https://www.marram.example.org/",
                "email": "hi@marram.example.org",
            },
            "dpo": {"name": "Orla Fennimore", "email": "dpo@marram.example.org"},
            "authority": {
                "name": {"en": "Information Rights Office", "fr": "Office des droits"},
                "website": "https://rights.example.net/",
            },
        },
        "recipients": {
            "hosting": {"name": "Dunlin Hosting", "privacy": "https://dunlin.example.com/privacy", "role": "processor"}
        },
    }
)
LINKS = {"office": "https://rights.example.net/complain", "other": "https://information-rights.example.com/"}


def told(text: str, language: str = "en") -> list[Problem]:
    section, problems = parse_section(f"# T\n\n{text}\n", id="t", file="t.md")
    assert section is not None, problems
    return list(check_party_links({"t": section}, language=language, facts=FACTS, links=LINKS, paths={"t": "t.md"}))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (
            "The [Information Rights Office](https://information-rights.example.com/) answers.",
            "organisation.authority.website",
        ),
        ("The [Information Rights Office](link:other) answers.", "organisation.authority.website"),
        ("The [**information** rights office](link:other) answers.", "organisation.authority.website"),
        ("Ask [Dunlin Hosting](https://dunlin.example.org/privacy).", "recipients.hosting.privacy"),
        ("[Write to the officer](mailto:dpo@marram-library.example).", "organisation.dpo.email"),
        ("[Write to us](mailto:HI@mail-marram.example?subject=Rights).", "organisation.controller.email"),
    ],
)
def test_what_leads_to_somebody_else(text: str, path: str) -> None:
    (problem,) = told(text)
    assert (problem.code, problem.severity, problem.about) == ("F121", Severity.OPEN, path)


@pytest.mark.parametrize(
    "text",
    [
        "The [Information Rights Office](link:office) answers.",
        "The [Information Rights Office](https://rights.example.net/en/).",
        "[Dunlin Hosting](https://dunlin.example.com/terms)",
        "[their page](https://information-rights.example.com/)",
        "The [Information Rights Office](fact:organisation.authority.name).",
        "[Marram](https://seeds.example.com/)",
        "[write to Dunlin](mailto:dpo@dunlin.example.com)",
        "[ask](mailto:other@marram-library.example)",
        "[ask](mailto:dpo@marram.example.org)",
    ],
)
def test_what_leads_where_it_says(text: str) -> None:
    assert told(text) == []


def test_a_name_of_one_language_is_one_of_that_language() -> None:
    text = "[Office des droits](link:other)"
    assert told(text) == []
    assert len(told(text, "fr")) == 1
