"""Every place that the schema of a summary has passes; the same with a slip in any name is told with the right one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from inforce.project.api import shipped_schema
from inforce.promises.errors import NoAnswer, NoSuchMember
from inforce.promises.places import check

SCHEMA = shipped_schema("summary")


def places(node: dict[str, Any] = SCHEMA, at: str = "") -> Iterator[str]:
    """Every place of the schema, the first of each list."""
    while "$ref" in node:
        node = SCHEMA["$defs"][node["$ref"].rpartition("/")[2]]
    if at:
        yield at
    if "items" in node:
        yield from places(node["items"], f"{at}/0")
    for name, inside in node.get("properties", {}).items():
        yield from places(inside, f"{at}/{name}")


PLACES = sorted(places())


def test_places_are_found() -> None:
    assert {"/liability/excluded/0/label/text", "/cookies/0/lifetime/duration", "/rights/0/contacts/0"} <= set(PLACES)


@pytest.mark.parametrize("place", PLACES)
def test_a_place_that_a_summary_can_have_passes_and_a_slip_is_named(place: str) -> None:
    check(place)
    before, name = place.rsplit("/", 1)
    if name == "0":
        with pytest.raises(NoSuchMember, match="is a list"):
            check(f"{before}/first")
    elif len(name) > 2:
        slip = name[:-2] + name[-1]
        with pytest.raises(NoSuchMember, match=f'has no "{slip}". Did you mean "{name}"?'):
            check(f"{before}/{slip}")
    else:
        with pytest.raises(NoSuchMember, match=f"It can have: .*{name}"):
            check(f"{before}/zzz")


def test_below_a_value_nothing_stands() -> None:
    with pytest.raises(NoSuchMember, match='/cookies/0/id is a value, and has no "text"'):
        check("/cookies/0/id/text")


def test_what_has_any_names_takes_them() -> None:
    check("/stated_in/~1cookies~10")


def test_a_slip_is_no_answer_that_a_test_may_expect() -> None:
    assert not issubclass(NoSuchMember, NoAnswer)
