"""Each member says with which version of the contract it came, and what version 1.0 has stays as it is.

`members_of_1_0.txt` is version 1.0: each member with its type, a question mark where it may be absent; each code. After
the first publication it never changes: a member that isn't in it came later and says `since=`, counts up
`since.CONTRACT` and tells `since.WRITTEN_BY` of it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.cli.schemas import PUBLISHED
from inforce.contract import since
from inforce.contract.published import json_schema
from inforce.contract.since import CONTRACT, FIRST, SINCE, WRITTEN_BY, contract_of, members_since, minor
from inforce.contract.typescript import named_types, typed
from inforce.model.writer import VERSION, WRITER

TYPES = named_types({model.__name__: json_schema(model) for model in PUBLISHED.values()})
OF_1_0 = (Path(__file__).parent / "members_of_1_0.txt").read_text("utf-8").splitlines()


def members(version: str | None = None) -> list[str]:
    """Every member, or those that came with a version: `Cookie.type?: CookieType`."""
    return [
        f"{name}.{member}{'' if member in schema.get('required', ()) else '?'}: {typed(part)}"
        for name, schema in TYPES.items()
        for member, part in schema.get("properties", {}).items()
        if version in (None, part[SINCE])
    ]


def codes() -> list[str]:
    """Every code, and how a list grows: `CookieType: "cookie"`, ``CookieType: `x-${string}` ``; what a text is."""
    plain = ((name, schema) for name, schema in TYPES.items() if "properties" not in schema)
    return [f"{name}: {code}" for name, schema in plain for code in typed(schema).split(" | ")]


def test_what_version_1_0_has_stays() -> None:
    """No member goes, none gets another type, none comes to be absent, and no code goes."""
    assert set(OF_1_0) <= {*members(), *codes()}


def test_a_member_that_came_later_says_so() -> None:
    assert set(members(FIRST)) <= set(OF_1_0), "a new member needs since=; see the head of this file"


def test_a_code_that_came_later_is_one_that_readers_expect() -> None:
    for later in set(codes()) - set(OF_1_0):
        name, _, code = later.partition(": ")
        assert name not in {line.partition(": ")[0] for line in OF_1_0} or code.startswith('"x-'), later


def test_every_version_that_a_member_names_has_its_writer() -> None:
    named = {part[SINCE] for schema in TYPES.values() for part in schema.get("properties", {}).values()}
    assert named <= set(WRITTEN_BY)
    assert CONTRACT == max(WRITTEN_BY, key=minor) == contract_of(WRITER), f"inforce {VERSION} writes {CONTRACT}"


@pytest.mark.parametrize(
    ("writer", "contract"),
    [
        ("inforce 0.1.0", "1.0"),
        ("inforce 0.1.9", "1.0"),
        ("inforce 0.2.0", "1.1"),
        ("inforce 0.9.0", "1.1"),
        ("inforce 1.0.0", "1.10"),
        ("by hand", "1.0"),
    ],
)
def test_a_writer_writes_the_last_version_that_came_by_then(
    writer: str, contract: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = {"1.0": "inforce 0.1.0", "1.1": "inforce 0.2.0", "1.10": "inforce 1.0.0", "1.9": "inforce 0.10.0"}
    monkeypatch.setattr(since, "WRITTEN_BY", came)
    assert contract_of(writer) == contract


def test_a_member_is_as_new_as_what_it_stands_in() -> None:
    schema = {
        "properties": {
            "old": {"$ref": "#/$defs/Part", SINCE: "1.0"},
            "new": {"type": "array", "items": {"$ref": "#/$defs/Part"}, SINCE: "1.2"},
        },
        "$defs": {"Part": {"properties": {"name": {SINCE: "1.0"}, "later": {SINCE: "1.10"}}}},
    }
    assert members_since(schema) == {
        "/old": "1.0",
        "/old/name": "1.0",
        "/old/later": "1.10",
        "/new": "1.2",
        "/new/*/name": "1.2",
        "/new/*/later": "1.10",
    }
