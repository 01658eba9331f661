"""What a policy doesn't speak of isn't in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from inforce.model.config import SectionRole
from inforce.model.facts import Facts, dangling
from inforce.model.spoken import ABOUT, links_of, spoken_of

FACTS: dict[str, Any] = {
    "organisation": {
        "controller": {"name": "Marram", "email": "a@marram.example.org"},
        "dpo": {"name": "Orla", "email": "dpo@marram.example.org"},
        "authority": {"name": "Office"},
        "roles": {"controller": {"label": "Controller"}},
    },
    "data": {
        "categories": {"contact": {"label": "Contact", "items": {"email": "E-mail"}}, "loans": {"label": "Loans"}},
        "sources": {"member": {"label": "You"}},
    },
    "purposes": {
        "lending": {"label": "Lending", "legal_basis": "GDPR-6-1-b", "data": ["loans"], "retention": ["loans"]},
        "map": {"label": "Map", "legal_basis": "GDPR-6-1-a", "recipients": ["maps"], "data": ["contact.email"]},
    },
    "retention": {"loans": {"label": {"en": "Loans"}, "keep": "7 years"}, "cards": {"same_as": "loans"}},
    "recipients": {
        "maps": {"name": "Maps", "role": "processor", "country": "CA", "data": ["contact"], "privacy": "https://m.org"},
        "post": {"name": "Post"},
    },
    "rights": {
        "exercise": {"by": ["organisation.dpo.email"], "reply": "1 month"},
        "access": {"label": "Access"},
        "complaint": {"label": "Complaint", "by": ["terms.courts.brussels", "organisation.authority"]},
    },
    "cookie_categories": {"x-map": {"label": "Map"}},
    "cookies": {
        "tiles": {
            "name": "tiles",
            "type": "cache",
            "category": "x-map",
            "provider": "maps",
            "party": "third",
            "lifetime": "session",
            "purposes": ["map"],
            "data": ["contact.email"],
        }
    },
    "terms": {
        "law": {"label": "Irish law"},
        "courts": {"brussels": {"label": "Brussels"}, "dublin": {"label": "Dublin"}},
        "acts": {"gdpr": {"number": "2016/679"}, "other": {"number": "95/46"}},
        "other": {"packets": {"number": 12}, "fee": {"money": "5 EUR"}},
    },
}
ALWAYS = {"organisation.controller"}
CASES: dict[str, tuple[set[str], set[SectionRole], set[str]]] = {
    "nothing": (set(), set(), set()),
    "terms": ({"terms.law", "terms.other.packets", "version.effective"}, set(), {"terms.law", "terms.other.packets"}),
    "one cited act": ({"terms.acts.gdpr.number"}, set(), {"terms.acts.gdpr"}),
    "a link to one period": ({"retention.cards"}, set(), {"retention.loans", "retention.cards"}),
    "a role": (set(), {SectionRole.RETENTION}, {"retention.loans", "retention.cards"}),
    "data, and where they are from is not said": (
        {"data.categories.contact.items.email"},
        set(),
        {"data.categories.contact", "data.categories.loans"},
    ),
    "rights, with whom they lead to": (
        {"rights.access"},
        set(),
        {"rights.exercise", "rights.access", "rights.complaint", "organisation.dpo", "organisation.authority"}
        | {"terms.courts.brussels"},
    ),
    "cookies, with what they name": (
        {"cookies.tiles"},
        set(),
        {"cookies.tiles", "cookie_categories.x-map", "recipients.maps", "purposes.map", "data.categories.contact"},
    ),
    "a category of cookies": (
        {"cookie_categories.x-map"},
        set(),
        {"cookies.tiles", "cookie_categories.x-map", "recipients.maps", "purposes.map", "data.categories.contact"},
    ),
    "an officer": ({"organisation.dpo.email"}, set(), {"organisation.dpo"}),
    "where questions go": (set(), {SectionRole.CONTACT}, {"organisation.dpo"}),
    "what has no facts": (set(), {SectionRole.SECURITY, SectionRole.CHANGES}, set()),
}


def entries(facts: dict[str, Any]) -> set[str]:
    """Every entry by its path."""
    found = set()
    for file, inside in facts.items():
        for name, entry in inside.items():
            below = (file, name) in {("data", "categories"), ("data", "sources"), ("organisation", "roles")}
            below |= file == "terms" and name in {"courts", "acts", "other"}
            found |= {f"{file}.{name}.{each}" for each in entry} if below else {f"{file}.{name}"}
    return found


@pytest.mark.parametrize(("links", "roles", "there"), CASES.values(), ids=CASES)
def test_a_policy_has_the_families_that_it_speaks_of(links: set[str], roles: set[SectionRole], there: set[str]) -> None:
    made = spoken_of(FACTS, links, roles)
    assert entries(made) == there | ALWAYS
    assert not dangling(Facts.model_validate(made))


def test_one_that_speaks_of_all_has_all_as_it_is() -> None:
    links = {
        "organisation.roles.controller",
        "terms.acts.gdpr",
        "terms.acts.other",
        *map("terms.other.{}".format, FACTS["terms"]["other"]),
    }
    made = spoken_of(FACTS, links, frozenset(SectionRole))
    assert json.dumps(made) == json.dumps(FACTS)


def test_what_a_cookie_names_is_told_as_in_a_table_of_cookies() -> None:
    made = spoken_of(FACTS, {"cookies.tiles"}, ())
    assert made["recipients"] == {"maps": {"name": "Maps", "country": "CA", "privacy": "https://m.org"}}
    assert made["purposes"] == {"map": {"label": "Map"}}
    assert made["data"] == {"categories": {"contact": FACTS["data"]["categories"]["contact"]}}


def test_names_of_what_it_does_not_speak_of_are_left_out() -> None:
    made = spoken_of(FACTS, {"purposes.map", "data.sources.member"}, ())
    assert made["purposes"] == {
        "lending": {"label": "Lending", "legal_basis": "GDPR-6-1-b"},
        "map": {"label": "Map", "legal_basis": "GDPR-6-1-a"},
    }


def test_facts_stay_as_they_are() -> None:
    before = json.dumps(FACTS)
    spoken_of(FACTS, {"cookies.tiles", "rights.access", "purposes.map"}, ())
    assert json.dumps(FACTS) == before


def test_every_role_says_what_it_is_about() -> None:
    assert ABOUT.keys() == set(SectionRole)


def test_links_are_found_in_the_source_of_a_section() -> None:
    text = "# [A](id:a)\n\nKept [7 years](fact:retention.loans), by [us](fact:organisation.controller.name)."
    assert links_of(text) == {"retention.loans", "organisation.controller.name"}
