"""Since which version of the contract each member of a summary is, so that a file that lacks one can be read rightly.

A file that was frozen before a member came can't have it, whatever its policy says: the member isn't recorded there.
Only of a member that its version of the contract had does its absence say that the policy says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from inforce.model.writer import version_of

SINCE: Final = "x-since"
"""What a schema says of a member: the version of the contract with which it came."""
FIRST: Final = "1.0"
"""The version in which every member is that doesn't say otherwise."""
CONTRACT: Final = FIRST
"""The version that this tool writes. Whoever adds a member counts it up, says `since=` of the member, and tells
WRITTEN_BY of it."""
WRITTEN_BY: Final[Mapping[str, str]] = {FIRST: "inforce 0.1.0"}
"""Versions of the contract to the writer that first wrote each."""


def minor(contract: str) -> int:
    """The place of a version of the contract among those of version 1: 10 for "1.10", after "1.9"."""
    return int(contract.partition(".")[2])


def contract_of(writer: str) -> str:
    """The version of the contract that a writer writes: the last one that came with it or before."""
    this = version_of(writer) or (0, 0, 0)
    had = [contract for contract, first in WRITTEN_BY.items() if (version_of(first) or (0, 0, 0)) <= this]
    return max(had or [FIRST], key=minor)


def members_since(schema: Mapping[str, Any]) -> dict[str, str]:
    """Where each member of a published file stands, as a JSON Pointer with `*` for each position in a list, to the
    version of the contract since when it can stand there; from the file's JSON Schema."""
    defined = schema.get("$defs", {})

    def walk(part: Mapping[str, Any], above: str, since: str) -> Iterator[tuple[str, str]]:
        if "$ref" in part:
            part = {**defined[part["$ref"].rpartition("/")[2]]}
        if "items" in part:
            yield from walk(part["items"], f"{above}/*", since)
        for name, inner in part.get("properties", {}).items():
            here = max(since, inner[SINCE], key=minor)
            yield f"{above}/{name}", here
            yield from walk(inner, f"{above}/{name}", here)

    return dict(walk(schema, "", FIRST))
