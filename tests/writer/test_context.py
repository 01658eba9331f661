"""A section's key: it changes with all that its HTML depends on, and with nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inforce.model.text import Section
from inforce.reader.section import parse_section
from inforce.writer.addresses import KnownAddresses
from inforce.writer.context import Needs, RenderContext, needs, render_key

SOURCE = """\
# Heading

We keep [it](fact:retention.contract) and [see](section:rights), [there](link:partner) or [**here**](link:partner).

## [Access](id:access)

| a |
|---|
| [b](fact:organisation.email) |

Or a\\@b.org.
"""
CONTEXT = RenderContext(
    language="en",
    numbers={"retention": "3.", "access": "3.1", "rights": "5."},
    links={"partner": "https://example.org/"},
    unknown={"organisation.email": "not known"},
)


@pytest.fixture
def section() -> Section:
    found, problems = parse_section(SOURCE, id="retention", file="retention.md")
    assert found is not None, problems
    return found


def test_what_a_section_asks_of_its_surroundings(section: Section) -> None:
    found = needs(section)
    assert found == Needs(
        own=found.own,
        ids=("access", "retention", "rights"),
        links=("partner",),
        facts=("organisation.email", "retention.contract"),
        addresses=("a@b.org",),
        lists=False,
    )


@pytest.mark.parametrize(
    "other",
    [
        replace(CONTEXT, numbers={**CONTEXT.numbers, "rights": "6."}),
        replace(CONTEXT, numbers={**CONTEXT.numbers, "access": "3.2"}),
        replace(CONTEXT, numbers={}),
        replace(CONTEXT, links={"partner": "https://example.com/"}),
        replace(CONTEXT, unknown={"organisation.email": "nobody knows"}),
        replace(CONTEXT, unknown={**CONTEXT.unknown, "retention.contract": "not known"}),
        replace(CONTEXT, addresses=KnownAddresses(by_fact={"retention.contract": "https://example.org/"})),
        replace(CONTEXT, addresses=KnownAddresses(by_text={"a@b.org": "mailto:a@b.org"})),
    ],
)
def test_the_key_changes_with_what_the_section_uses(section: Section, other: RenderContext) -> None:
    assert render_key(section, other) != render_key(section, CONTEXT)


@pytest.mark.parametrize(
    "other",
    [
        replace(CONTEXT, numbers={**CONTEXT.numbers, "children": "7."}),
        replace(CONTEXT, links={**CONTEXT.links, "other": "https://example.net/"}),
        replace(CONTEXT, unknown={**CONTEXT.unknown, "organisation.phone": "not known"}),
        replace(
            CONTEXT, addresses=KnownAddresses(by_fact={"a.b": "tel:+3222744800"}, by_text={"c@b.org": "mailto:c@b.org"})
        ),
        replace(CONTEXT, language="fr"),
        replace(CONTEXT, anchors=frozenset()),
    ],
)
def test_the_key_stays_when_something_else_changes(section: Section, other: RenderContext) -> None:
    assert render_key(section, other) == render_key(section, CONTEXT)


def test_the_key_is_of_the_source_and_the_id(section: Section) -> None:
    key = render_key(section, CONTEXT)
    assert len(key) == 64
    assert render_key(replace(section, source=section.source + " "), CONTEXT) != key
    assert render_key(replace(section, id="keeping"), CONTEXT) != key
    assert render_key(section, CONTEXT, needs(section)) == key
