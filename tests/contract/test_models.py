"""The contract: what a summary must hold, and that the shipped schemas are those of the models."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from inforce.contract.index import Index
from inforce.contract.interface import InterfaceWords
from inforce.contract.klaro import klaro
from inforce.contract.models import Summary
from inforce.contract.published import Published, canonical, json_schema
from inforce.contract.summarise import summarise
from inforce.model.fact_table import PARTIES
from inforce.model.facts import Facts
from inforce.project.api import shipped_schema
from pydantic import ValidationError

from tests.contract.test_banner import of as banner_of
from tests.contract.test_fragments import view as fragment_texts
from tests.contract.test_stated_in import NOTHING
from tests.contract.test_summarise import published
from tests.site.test_every_fact import NEW, OLD

VALIDATOR = jsonschema.Draft202012Validator(shipped_schema("summary"))


@pytest.mark.parametrize(("name", "model"), [("summary", Summary), ("index", Index), ("words", InterfaceWords)])
def test_the_shipped_schema_is_that_of_the_model(name: str, model: type[Published]) -> None:
    assert shipped_schema(name) == json_schema(model), "run: inforce schemas"


def test_readers_may_meet_fields_that_they_do_not_know() -> None:
    for model in (Summary, Index, InterfaceWords):
        assert "'additionalProperties': False" not in str(json_schema(model))


def parts(node: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """Every object in a JSON value, with its place."""
    if isinstance(node, dict):
        yield at, node
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield from parts(child, (*at, key))


def whole(facts: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(
        canonical(summarise(replace(published(), facts=Facts.model_validate(facts)), "en"))
    )
    return made


def refused(summary: dict[str, Any]) -> tuple[bool, bool]:
    """By the models, and by the schema."""
    try:
        Summary.model_validate(summary)
    except ValidationError:
        by_models = True
    else:
        by_models = False
    return by_models, not VALIDATOR.is_valid(summary)


@pytest.mark.parametrize("facts", [OLD, NEW, NOTHING])
def test_models_and_schema_agree_on_which_fields_can_be_left_out(facts: dict[str, Any]) -> None:
    """Every field of a cookie, a life, a category, a period and a purpose in turn."""
    summary = whole(facts)
    asked = ("cookies", "cookie_categories", "retention", "purposes")
    tried = {True: 0, False: 0}
    for place, part in [*parts(summary)]:
        if place[:1] and place[0] in asked:
            for name in list(part):
                taken = part.pop(name)
                by_models, by_schema = refused(summary)
                assert by_models == by_schema, (place, name)
                tried[by_models] += 1
                part[name] = taken
    assert min(tried.values()) > 5


@pytest.mark.parametrize(
    ("member", "change"),
    [
        ("cookies", {"name": None}),
        ("cookies", {"match": None}),
        ("cookies", {"name": None, "match": None}),
        ("cookies", {"type": "pixel"}),
        ("cookies", {"lifetime": {"kind": "duration", "duration": "P1D"}}),
        ("cookies", {"lifetime": {"kind": "session", "duration": "P1D"}}),
        ("cookies", {"lifetime": {"kind": "duration", "duration": "P0D", "max_age_s": 1}}),
        ("cookies", {"category": "necessary", "consent_required": True}),
        ("cookie_categories", {"id": "necessary", "consent_required": True, "exemption": None}),
        ("cookie_categories", {"exemption": {"text": "CNIL"}, "consent_required": True}),
        ("cookie_categories", {"id": "necessary", "exemption": {"text": "CNIL"}}),
        ("cookie_categories", {"id": "x-own", "exemption": None, "consent_required": False}),
        ("retention", {"criteria": {"text": "As long as needed"}}),
    ],
)
def test_what_contradicts_itself_is_no_summary(member: str, change: dict[str, Any]) -> None:
    summary = whole(OLD)
    assert refused(summary) == (False, False)
    first = {**summary[member][0], **change}
    summary[member][0] = {name: value for name, value in first.items() if value is not None}
    assert refused(summary) == (True, True)


@pytest.mark.parametrize(
    ("change", "by_schema"),
    [
        ({"children_age": -1}, True),
        ({"none": ["/dpo/fax", "/dpo/fax"]}, True),
        ({"unknown": [{"pointer": "/dpo/fax", "reason": {"text": text}} for text in ("One", "Two")]}, False),
        ({"none": ["/controller/email"]}, False),
        ({"none": ["/cookies/99/name"]}, False),
        ({"none": ["/cookies/last/name"]}, False),
        *(({party: {}}, True) for party in PARTIES),
    ],
)
def test_a_value_that_cannot_be_is_no_summary(change: dict[str, Any], by_schema: bool) -> None:
    """What a schema can't say of a file, the models hold the writer to."""
    facts = copy.deepcopy(OLD)
    del facts["organisation"]["dpo"]["fax"]
    summary = whole(facts)
    assert refused(summary) == (False, False)
    assert refused({**summary, **change}) == (True, by_schema)


def test_a_party_of_which_nothing_is_known_may_be_empty() -> None:
    summary = {**whole(OLD), "dpo": {}, "unknown": [{"pointer": "/dpo/name", "reason": {"text": "Nobody knows."}}]}
    assert refused(summary) == (False, False)
    assert refused({**summary, "unknown": []}) == (True, True)


def test_an_address_has_lines_and_the_two_lengths_of_a_life_agree() -> None:
    summary = whole(OLD)
    summary["controller"]["address"]["lines"] = []
    assert refused(summary) == (True, True)
    summary = whole(NEW)
    life = next(each["lifetime"] for each in summary["cookies"] if each.get("lifetime", {}).get("kind") == "duration")
    life["max_age_s"] += 1
    assert refused(summary) == (True, False)


def test_a_fact_that_came_later_may_be_named_as_left_out() -> None:
    later = {**whole(OLD), "none": ["/mascot", "/controller/mascot/name"]}
    assert refused(later) == (False, False)


ABOUT_THE_FILE = {"Summary", "Change", "Section", "UnknownFact"}
WHOLE = {"Label.text", "Money.amount", "Money.currency"}
"""What is nothing without them."""


def test_no_fact_is_one_that_a_policy_must_say() -> None:
    """Of what an entry tells, only its id must be there, and lists, which may be empty."""
    schema = json_schema(Summary)
    asked = {
        f"{name}.{member}"
        for name, part in schema["$defs"].items()
        if name not in ABOUT_THE_FILE
        for member in part.get("required", ())
        if member != "id" and part["properties"][member].get("type") != "array"
    }
    assert asked == WHOLE


VAGUE: dict[str, Any] = {
    "organisation": {"controller": {"name": "We", "address": {"street": "Gorse Lane"}}},
    "purposes": {
        "replies": {"label": "To reply", "providing": {"otherwise": {"en": "We cannot reply."}}},
        "letters": {"label": "Letters", "providing": {"duty": {"unknown": "Nobody said."}}},
    },
    "cookies": {
        "lasting": {"label": "Lasting", "lifetime": {"kind": "duration"}},
        "unclear": {"label": "Unclear", "lifetime": {"kind": "duration", "duration": {"unknown": "Not seen."}}},
    },
}
"""What a policy says that tells little: each entry lacks what one would expect of it."""


def test_a_vague_policy_is_told_as_it_is() -> None:
    """Nothing stands in the place of what it doesn't say, in JSON, ready HTML and banners."""
    summary = whole(VAGUE)
    assert refused(summary) == (False, False)
    assert summary["controller"]["address"] == {"lines": ["Gorse Lane"], "street": "Gorse Lane"}
    assert summary["purposes"][0]["providing"] == {"otherwise": {"text": "We cannot reply."}}
    assert "providing" in summary["purposes"][1]
    assert [each["lifetime"] for each in summary["cookies"]] == [{"kind": "duration"}, {"kind": "duration"}]
    assert {each["pointer"] for each in summary["unknown"]} == {
        "/purposes/1/providing/duty",
        "/cookies/1/lifetime/duration",
    }
    html = fragment_texts(Summary.model_validate(summary))
    assert "for a time that the policy does not say" in html["cookies.html"]
    assert "not known" in html["cookies.html"]
    assert "Gorse Lane" in html["contact.html"]
    assert "Kept for: not known" in json.dumps(klaro(banner_of(Summary.model_validate(summary))))
