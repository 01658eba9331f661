"""Which places a summary can have, by its schema: a name that none of them has is a slip in a test, and nothing that
the policy says or leaves out.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from inforce.contract.since import FIRST, SINCE, minor
from inforce.promises.errors import NoSuchMember


def check(pointer: str) -> None:
    """Raises NoSuchMember where no summary can have anything at a place (RFC 6901)."""
    node = _schema()
    done = ""
    for step in pointer.split("/")[1:]:
        inside = _inside(node, step)
        if inside is None:
            raise NoSuchMember(f"{done or 'A summary'} {_has(node, step)}")
        node, done = inside, f"{done}/{step}"


def since(pointer: str) -> str:
    """The version of the contract since which something can stand at a place; the first, where nothing is known to."""
    node, came = _schema(), FIRST
    for step in pointer.split("/")[1:]:
        node = _inside(node, step) or {}
        came = max(came, node.get(SINCE, FIRST), key=minor)
    return came


def _inside(node: Mapping[str, Any], step: str) -> Mapping[str, Any] | None:
    """What stands below a name or a position; None where nothing can."""
    node = _meant(node)
    if "items" in node:
        found: Mapping[str, Any] | None = node["items"] if step.isdecimal() else None
        return found
    members: Mapping[str, Mapping[str, Any]] = node.get("properties", {})
    return members.get(step) or node.get("additionalProperties")


def _has(node: Mapping[str, Any], step: str) -> str:
    """What there is in the place of what was asked."""
    node = _meant(node)
    if "items" in node:
        return f'is a list, and "{step}" is no position in it. Entries by their ids are properties: policy.now.cookies'
    members = node.get("properties", {})
    return f'has no "{step}".{_nearest(step, members)}' if members else f'is a value, and has no "{step}".'


def _nearest(step: str, members: Iterable[str]) -> str:
    close = difflib.get_close_matches(step, members, n=1)
    meant = f' Did you mean "{close[0]}"?' if close else ""
    return f"{meant} It can have: {', '.join(members)}."


def _meant(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """A part of the schema, what it refers to in its place."""
    while "$ref" in node:
        node = _schema()["$defs"][node["$ref"].rpartition("/")[2]]
    return node


@cache
def _schema() -> Mapping[str, Any]:
    schema: Mapping[str, Any] = json.loads(
        files("inforce.contract").joinpath("schemas/summary.schema.json").read_bytes()
    )
    return schema
