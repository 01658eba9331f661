"""Which part of a text states an entry of the facts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from inforce.contract.published import canonical
from inforce.contract.stated_in import stated_in
from inforce.contract.summarise import summarise
from inforce.model.config import SectionRole
from inforce.model.facts import Fact, Facts, all_facts, leaf_path
from inforce.model.values import in_language

from tests.contract.test_summarise import published
from tests.site import making
from tests.site.test_every_fact import OLD

UNKNOWN = {"unknown": {"en": "Nobody looked."}}
NOTHING: dict[str, Any] = {
    **making.FACTS,
    "organisation": {
        "controller": {"name": "We", "email": UNKNOWN, "number": "none"},
        "dpo": "none",
        "authority": UNKNOWN,
        "contact": {"address": "none"},
    },
    "rights": {"exercise": {"reply": UNKNOWN, "fee": "none"}, "access": {"label": UNKNOWN, "website": "none"}},
    "cookies": {
        "pixel": {"name": "none", "label": "Pixel", "type": "pixel", "category": "x-own", "party": "first"}
        | {"lifetime": UNKNOWN},
        "other": {"name": UNKNOWN, "type": "pixel", "category": "x-own", "party": "first", "lifetime": "none"},
    },
    "cookie_categories": {"x-own": {"label": "Own"}, "functional": {"label": "Handy"}},
    "terms": {"automated_decisions": "none", "children": UNKNOWN, "settlement": "none"},
}
"""Facts that there are none of, or that nobody knows."""


def edition(text: str, facts: dict[str, Any]) -> Any:
    texts = {**making.TEXTS["en"], "rights": text}
    return making.edition(1, "en", texts, Facts.model_validate(facts))


def only(text: str, facts: dict[str, Any]) -> Any:
    """An edition of this text alone."""
    made = edition(text, facts)
    return replace(made, sections=[section for section in made.sections if section.id == "rights"])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# Rights\n\n[One](fact:rights.access).", "rights"),
        ("# [Rights](fact:rights.access)\n\nx", "rights"),
        ("# Rights\n\n## [Seeing](id:seeing)\n\n[One](fact:rights.access).", "seeing"),
        ("# Rights\n\n[**See.**](id:see) You may [see](fact:rights.access).", "see"),
        ("# Rights\n\n## [A](id:a)\n\nx\n\n## [B](id:b)\n\n| a |\n|-|\n| [x](fact:rights.access) |", "b"),
        ("# Rights\n\n## [A](id:a)\n\n[x](fact:rights.access)\n\n## [B](id:b)\n\n[x](fact:rights.access)", "a"),
        ("# Rights\n\nNo word of it.", None),
    ],
)
def test_the_first_and_innermost_part_that_links_to_it(text: str, place: str | None) -> None:
    assert stated_in(edition(text, making.FACTS)).get("/rights/0") == place


def places(path: str, facts: dict[str, Any]) -> list[str]:
    """The pointers that a text gives which links to one fact alone."""
    return list(stated_in(only(f"# Rights\n\n[x](fact:{path})", facts)))


def at(pointer: str, summary: dict[str, Any]) -> Any:
    """What stands at a place; None where the summary says that nothing does."""
    if pointer in (*summary["none"], *(each["pointer"] for each in summary["unknown"])):
        return None
    node: Any = summary
    for step in pointer.split("/")[1:]:
        node = node[int(step)] if isinstance(node, list) else node[step]
    return node


def linkable(facts: dict[str, Any]) -> list[Fact]:
    """Every fact that a text can link to: a summary has them all."""
    return [*all_facts(Facts.model_validate(facts))]


@pytest.mark.parametrize("facts", [OLD, NOTHING], ids=["all that there is", "none of them, or not known"])
def test_every_fact_that_a_text_can_link_to_leads_to_its_place_in_the_summary(facts: dict[str, Any]) -> None:
    summary = json.loads(canonical(summarise(replace(published(), facts=Facts.model_validate(facts)), "en")))
    categories = {category["id"] for category in summary["cookie_categories"]}
    for fact in linkable(facts):
        file, name, *_ = fact.path.split(".")
        if file == "cookie_categories" and name not in categories:
            continue
        entry, *inside = [at(pointer, summary) for pointer in sorted(places(fact.path, facts), key=len)]
        told = inside[-1] if inside else entry
        if isinstance(fact.value, Mapping | str) and told is not None:
            assert (told["text"] if isinstance(told, dict) else told) == in_language(fact.value, "en"), fact.path


def test_each_fact_has_a_place_of_its_own() -> None:
    of_place: dict[str, str] = {}
    for fact in linkable(OLD):
        leaf = leaf_path(Facts.model_validate(OLD), fact.path)
        if leaf == fact.path:
            (place,) = (
                each for each in places(leaf, OLD) if not any(one.startswith(f"{each}/") for one in places(leaf, OLD))
            )
            assert of_place.setdefault(place, leaf) == leaf, "two facts stand in one place"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("purposes.mail.legal_basis", "/purposes/0/legal_basis"),
        ("cookies.lang.category", "/cookies/1/category"),
        ("rights.access.by", "/rights/0/contacts"),
    ],
)
def test_a_code_or_a_list_is_stated_where_the_text_links_to_it(path: str, place: str) -> None:
    assert places(path, making.FACTS) == sorted([place.rpartition("/")[0], place])


@pytest.mark.parametrize("whole", ["answer", "children", "terms"])
def test_what_holds_several_facts_that_have_nothing_in_common_has_no_place(whole: str) -> None:
    assert not [place for fact in linkable(OLD) for place in places(fact.path, OLD) if place == f"/{whole}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Free](fact:rights.exercise.fee).\n\n[**Time.**](id:time) [A month](fact:rights.exercise.reply).",
            {"/answer/fee": "rights", "/answer/reply": "time"},
        ),
        (
            "[Here](fact:organisation.controller.address).\n\n[**Who.**](id:who) [We](fact:organisation.controller).",
            {"/controller": "who", "/controller/address": "rights", "/controller/name": "who"},
        ),
        (
            "[Here](fact:organisation.controller.address).",
            {"/controller": "rights", "/controller/address": "rights"},
        ),
    ],
)
def test_an_entry_is_stated_where_its_name_is(text: str, expected: dict[str, str]) -> None:
    assert stated_in(only(f"# Rights\n\n{text}", OLD)) == expected


def test_a_role_stands_beside_its_section_and_a_part_beside_its_parent() -> None:
    version = published()
    roles = {SectionRole.RETENTION: "retention", SectionRole.COOKIES: "general", SectionRole.DATA: "general"}
    made = summarise(replace(version, version=replace(version.version, roles=roles)), "en")
    assert {each.id: each.roles for each in made.sections if each.roles} == {
        "retention": ["retention"],
        "general": ["data", "cookies"],
    }
    ids = [each.id for each in made.sections]
    assert all(each.parent is None or ids.index(each.parent) < ids.index(each.id) for each in made.sections)
    assert any(each.parent for each in made.sections), "parts of a section are told too"
    assert all(each.path.endswith(f"#{each.id}") and each.title for each in made.sections)
