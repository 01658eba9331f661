"""What is not known and what there is none of: left out, and named by a JSON Pointer that leads to its place."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest
from inforce.contract.facts import stated_facts
from inforce.contract.models import Label, Summary
from inforce.contract.published import json_schema
from inforce.model.facts import Facts, dangling
from pydantic import TypeAdapter, ValidationError

from tests.contract.test_summarise import of
from tests.site import making
from tests.site.test_every_fact import LANGUAGES as EVERY_LANGUAGE
from tests.site.test_every_fact import OLD


def test_what_is_unknown_is_left_out_and_named_with_its_reason() -> None:
    made = of("fr")
    unknown = {each.pointer: each.reason for each in made.unknown}
    assert unknown["/controller/email"] == Label(text="la copie fournie masque l’adresse")
    assert unknown["/cookies/0/name"] == Label(text="nobody has looked yet", lang="en")
    beacon = made.cookies[0]
    assert (beacon.id, beacon.name, beacon.match, beacon.pattern, beacon.lifetime) == ("beacon", None, None, None, None)


def test_what_there_is_none_of_is_told_apart_from_what_is_not_said() -> None:
    pixel = {**making.FACTS["cookies"]["beacon"], "name": "none", "lifetime": "none"}
    organisation = {**making.FACTS["organisation"], "dpo": "none"}
    made = of(cookies={"beacon": pixel}, organisation=organisation, terms={"automated_decisions": "none"})
    assert made.none == ["/dpo", "/automated_decisions", "/cookies/0/name", "/cookies/0/lifetime"]
    assert (made.dpo, made.representative, made.automated_decisions) == (None, None, None)
    assert [each.pointer for each in made.unknown] == ["/controller/email"]


def leaves(node: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where something stands in facts of which everything is set that can be unknown or none."""
    if isinstance(node, dict) and not set(node) <= set(EVERY_LANGUAGE):
        for name, child in node.items():
            yield from leaves(child, (*path, name))
    else:
        yield path


@pytest.mark.parametrize("said", ["unknown", "none"])
def test_every_pointer_leads_to_a_place_of_the_file_that_is_empty(said: str) -> None:
    """RFC 6901; whatever fact it is, its own place in the file or none at all."""
    named = set()
    for path in leaves(OLD):
        data = copy.deepcopy(OLD)
        node = data
        for name in path[:-1]:
            node = node[name]
        node[path[-1]] = {"unknown": "Nobody looked."} if said == "unknown" else "none"
        try:
            facts = Facts.model_validate(data)
        except ValidationError:
            continue
        if dangling(facts):
            continue
        stated = stated_facts(facts, "en", "en")
        there = {name: value for name, value in stated.items() if value is not None}
        plain = TypeAdapter(dict[str, Any]).dump_python(there, mode="json", exclude_none=True)
        pointers = [each.pointer for each in stated["unknown"]] if said == "unknown" else stated["none"]
        for pointer in pointers:
            *above, last = pointer.split("/")[1:]
            place: Any = plain
            for step in above:
                place = place[int(step)] if isinstance(place, list) else place[step]
            assert place.get(last, []) == [], (path, pointer)
            named.add(re.sub(r"/[0-9]+", "/*", pointer))
    assert len(named) > (50 if said == "unknown" else 20), sorted(named)
    schema = json_schema(Summary)
    assert {pointer for pointer in named if not in_schema(schema, pointer)} == set()


def in_schema(schema: dict[str, Any], pointer: str) -> bool:
    """Whether a member stands in the schema at this pointer, `*` for each position in a list."""
    node: dict[str, Any] = schema
    for step in pointer.split("/")[1:]:
        for _ in range(3):
            node = next((part for part in node.get("anyOf", ()) if part.get("type") != "null"), node)
            node = schema["$defs"][node["$ref"].split("/")[-1]] if "$ref" in node else node
        found = node.get("items") if step == "*" else node.get("properties", {}).get(step)
        if found is None:
            return False
        node = found
    return True
