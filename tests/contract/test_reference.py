"""The reference: each field with its meaning, its article and its source, and each source is one."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin

import pytest
from inforce.cli.schemas import PUBLISHED
from inforce.contract.models import Summary
from inforce.contract.published import ARTICLE, SOURCE, json_schema
from inforce.contract.reference import reference
from inforce.contract.typescript import named_types
from inforce.model.fact_table import NOWHERE, TABLE
from inforce.model.facts import FILES
from inforce.model.values import Address
from pydantic import BaseModel, RootModel

SCHEMAS = {model.__name__: json_schema(model) for model in PUBLISHED.values()}
TYPES = named_types(SCHEMAS)
PAGE = reference(SCHEMAS)
FIELDS = [(name, field, part) for name, schema in TYPES.items() for field, part in schema.get("properties", {}).items()]
OF_CONTRACT_LAW = {"liability", "law", "courts", "settlement", "acts", "terms"}
"""Facts of terms of use: no article of the GDPR or of the Directive asks for them."""
ABOUT_THE_FILE = {
    *(
        "format",
        "contract",
        "policy",
        "version",
        "revision",
        "language",
        "language_status",
        "reviewed",
        "authoritative_language",
    ),
    *(
        "title",
        "path",
        "effective_from",
        "announced",
        "text_digest",
        "change",
        "sections",
        "stated_in",
        "unknown",
        "none",
    ),
}


@pytest.mark.parametrize(("name", "field", "part"), FIELDS, ids=[f"{name}.{field}" for name, field, _ in FIELDS])
def test_each_field_has_its_row(name: str, field: str, part: dict[str, Any]) -> None:
    section = PAGE.split(f"\n## {name}\n")[1].split("\n## ")[0]
    (row,) = (line for line in section.splitlines() if line.startswith((f"| `{field}` |", f"| `{field}`? |")))
    for said in (part["description"], part.get(ARTICLE, ""), part.get(SOURCE, "")):
        assert " ".join(said.split()) in row
    assert part["description"].endswith(".")


def test_each_fact_of_a_summary_has_its_article() -> None:
    facts = set(Summary.model_fields) - OF_CONTRACT_LAW - ABOUT_THE_FILE
    assert facts
    for field in facts:
        assert SCHEMAS["Summary"]["properties"][field].get(ARTICLE), field
    for field in OF_CONTRACT_LAW | ABOUT_THE_FILE:
        assert ARTICLE not in SCHEMAS["Summary"]["properties"][field], field


def sources() -> set[str]:
    said = {part[SOURCE] for _, _, part in FIELDS if SOURCE in part}
    return {source for source in said if " " not in source and "`" not in source}


@pytest.mark.parametrize("source", sorted(sources()))
def test_each_path_of_facts_leads_to_a_field_of_a_file(source: str) -> None:
    file, *keys = source.split(".")
    found: set[Any] = {FILES[file]}
    for key in keys:
        found = {after for kind in found for after in _after(kind, key)}
        assert found, f"{source}: nothing is called {key}"


def _after(kind: Any, key: str) -> Iterator[Any]:
    """What a key leads to; `*` is any id, and any of an entity's members."""
    for model in _models(kind):
        if get_origin(model) is dict:
            yield get_args(model)[1] if key == "*" else None
        elif issubclass(model, RootModel):
            yield from _after(model.model_fields["root"].annotation, key)
        elif issubclass(model, BaseModel):
            fields = model.model_fields
            yield from (fields[name].annotation for name in fields if key in ("*", name))
        elif model is Address and key in Address.__annotations__:
            yield str


def _models(kind: Any) -> Iterator[Any]:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        for inner in get_args(kind):
            yield from _models(inner)
    elif origin is dict:
        yield kind
    elif hasattr(kind, "__metadata__"):
        yield from _models(kind.__origin__)
    elif isinstance(kind, type):
        yield kind
        if issubclass(kind, BaseModel) and "value" in kind.model_fields:
            yield from _models(kind.model_fields["value"].annotation)


@pytest.mark.parametrize("wrong", ["purposes.*.intrest", "organisation.*.adress.street", "cookies.*.lifetime.kinds"])
def test_a_path_with_a_slip_is_found(wrong: str) -> None:
    with pytest.raises(AssertionError, match="nothing is called"):
        test_each_path_of_facts_leads_to_a_field_of_a_file(wrong)


def test_every_type_that_a_row_links_to_is_on_the_page() -> None:
    heads = {line.lstrip("# ").lower() for line in PAGE.splitlines() if line.startswith("##")}
    assert {name.lower() for name in TYPES} <= heads
    assert set(TYPES) <= {name for line in PAGE.splitlines() for name in (line.lstrip("# "),)}


def test_where_each_fact_is_shown_stands_on_the_page() -> None:
    rows = {line.split("|")[1].strip(): line.count("| yes") for line in PAGE.splitlines() if line.startswith("| `")}
    for row in TABLE:
        if row.shown:
            assert rows[f"`{row.path}`"] == len(row.shown.places), row
            assert row.shown.why in PAGE
    assert all(reason in PAGE for reason in NOWHERE.values())
