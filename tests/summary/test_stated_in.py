"""Which part of a text states an entry of the facts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from inforce.model.config import SectionRole
from inforce.model.facts import Facts, all_facts
from inforce.summary.published import canonical
from inforce.summary.stated_in import stated_in
from inforce.summary.summarise import summarise

from tests.pages import making
from tests.pages.test_every_fact import OLD
from tests.summary.test_summarise import published

NOT_IN_A_SUMMARY = ("terms.acts", "terms.other")
"""What a text cites or states besides: no page of another site needs it."""


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


def test_every_fact_that_a_text_can_link_to_leads_to_an_entry_of_the_summary() -> None:
    facts = Facts.model_validate(OLD)
    for fact in all_facts(facts):
        if fact.path.startswith(NOT_IN_A_SUMMARY) or fact.path.startswith("cookie_categories"):
            continue
        found = stated_in(only(f"# Rights\n\n[x](fact:{fact.path})", OLD))
        assert list(found.values()) == ["rights"], fact.path
        summary = json.loads(canonical(summarise(replace(published(), facts=facts), "en")))
        for pointer in found:
            node: Any = summary
            for step in pointer.split("/")[1:]:
                node = node[int(step)] if isinstance(node, list) else node[step]


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
    assert all(each.url.endswith(f"#{each.id}") and each.title for each in made.sections)
