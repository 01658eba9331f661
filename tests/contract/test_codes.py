"""The codes: the same as those of the source, and how each list grows for readers."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import jsonschema
import pytest
from inforce.contract import codes
from inforce.contract.index import Index
from inforce.contract.interface import InterfaceWords
from inforce.contract.models import Summary
from inforce.contract.published import LATER, json_schema
from inforce.model.config import Kind, SectionRole
from inforce.model.config import LanguageStatus as Weight
from inforce.model.cookies import COMMON_CATEGORIES, CookieType, LifetimeKind, Match, Medium, Party
from inforce.model.data import Role
from inforce.model.records import Duty, LegalBasis, RecipientRole, Rights, Safeguard
from inforce.publication import Part
from inforce.timeline import Status
from pydantic import TypeAdapter, ValidationError

RIGHTS = tuple(
    name for name, field in Rights.model_fields.items() if name not in ("note", "exercise", "other") and field
)
SOURCES: dict[str, type[StrEnum] | tuple[str, ...]] = {
    "LanguageStatus": Weight,
    "ChangeKind": Kind,
    "Status": tuple(status for status in Status if status is not Status.DRAFT),
    "LegalBasis": LegalBasis,
    "Duty": Duty,
    "DataRole": Role,
    "RecipientRole": RecipientRole,
    "Safeguard": Safeguard,
    "CategoryId": COMMON_CATEGORIES,
    "RightId": RIGHTS,
    "NameMatch": Match,
    "CookieType": CookieType,
    "CookieMedium": Medium,
    "CookieParty": Party,
    "LifetimeKind": LifetimeKind,
    "SectionRole": SectionRole,
    "Direction": ("ltr", "rtl"),
    "SitePart": Part,
}
PUBLISHED: dict[str, dict[str, Any]] = {
    name: part
    for model in (Summary, Index, InterfaceWords)
    for name, part in json_schema(model)["$defs"].items()
    if name in SOURCES
}
GROW = {
    "DataRole",
    "LifetimeKind",
    "RightId",
    "LegalBasis",
    "Duty",
    "RecipientRole",
    "Safeguard",
    "CategoryId",
    "NameMatch",
    "CookieMedium",
    "CookieType",
    "SectionRole",
}


def test_the_table_has_every_list() -> None:
    assert set(SOURCES) == {name for name, one in vars(codes).items() if type(one).__name__ == "TypeAliasType"}
    assert set(PUBLISHED) == set(SOURCES)


@pytest.mark.parametrize("name", SOURCES)
def test_a_list_has_the_codes_of_the_source_in_their_order(name: str) -> None:
    part = PUBLISHED[name]
    listed = next((each for each in part.get("anyOf", ()) if "enum" in each), part)["enum"]
    assert listed == [str(code) for code in SOURCES[name]]


@pytest.mark.parametrize("name", SOURCES)
def test_a_slip_is_refused_by_writer_and_reader(name: str) -> None:
    first = str(next(iter(SOURCES[name])))
    for slip in (first.upper(), f"{first}s", f"{first} ", "", "x-", "X-a", "x-Ä"):
        with pytest.raises(ValidationError):
            TypeAdapter(getattr(codes, name)).validate_python(slip)
        assert not jsonschema.Draft202012Validator(PUBLISHED[name]).is_valid(slip), slip


@pytest.mark.parametrize("name", SOURCES)
def test_what_came_later_is_valid_for_readers_where_the_list_grows_and_is_never_written(name: str) -> None:
    """A category, a basis, a right of one's own is written: their lists always had them."""
    grows = name in GROW
    assert jsonschema.Draft202012Validator(PUBLISHED[name]).is_valid("x-later") is grows
    assert bool(PUBLISHED[name].get(LATER)) is grows, "a list that grows says what to do with a later code"
    if name not in ("CategoryId", "LegalBasis", "RightId"):
        with pytest.raises(ValidationError):
            TypeAdapter(getattr(codes, name)).validate_python("x-later")
