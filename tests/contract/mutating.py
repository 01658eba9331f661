"""The places in a published file and what kind each is, found by walking it beside its schema; and wrong values for
every kind."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from tests.contract.test_formats import TABLE

Steps = tuple[str | int, ...]
WRONG: dict[str, list[Any]] = {
    "text": [1, None, {}, []],
    "whole number": ["1", 1.5, None, True],
    "true or false": ["true", 1, None],
    "list": [{}, "", None],
    "group": [[], "", None],
    "code": ["", "Necessary", "neccessary ", "x-", 1, None],
    "constant": ["", "inforce-summary-9", None],
    **{name: [*bad, 1, None] for name, (_, bad) in TABLE.items()},
}


def places(value: Any, part: dict[str, Any], defs: dict[str, Any], at: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Every value of a file: the steps to it, and its kind, a key of WRONG."""
    name = str(part.get("$ref", "")).rpartition("/")[2]
    part = defs[name] if name else part
    if "const" in part:
        yield at, "constant"
    elif "enum" in part or "anyOf" in part:
        yield at, "code"
    elif part["type"] == "string":
        yield at, name if name in TABLE else "text"
    elif part["type"] in ("integer", "boolean"):
        yield at, {"integer": "whole number", "boolean": "true or false"}[part["type"]]
    elif part["type"] == "array":
        yield at, "list"
        for position, inner in enumerate(value):
            yield from places(inner, part["items"], defs, (*at, position))
    else:
        yield at, "group"
        for field, inner in value.items():
            known = part.get("properties", {}).get(field) or part["additionalProperties"]
            yield from places(inner, known, defs, (*at, field))


def with_value(file: Any, steps: Steps, value: object) -> Any:
    """The file with another value at a place."""
    if not steps:
        return value
    made = copy.deepcopy(file)
    node = made
    for step in steps[:-1]:
        node = node[step]
    node[steps[-1]] = value
    return made
