"""What every published model is: frozen, written as RFC 8785 bytes, described by a JSON Schema.

The models are tight: this tool writes nothing that they refuse. The schemas are made for readers of years to come, so
they let fields pass that came later, and codes that begin with `x-` where a list may grow.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol, Self, TypeVar

import rfc8785
from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_after_validator_function

from inforce.contract.since import FIRST, SINCE
from inforce.model.config import OWN_CODE

JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
ARTICLE, SOURCE, LATER = "x-article", "x-source", "x-later"
"""What a schema says besides: the article that asks for a fact, where it comes from, what a later code means."""


Model = TypeVar("Model", bound=BaseModel)


class Condition(Protocol):
    """What the fields of a part ask of one another."""

    def broken_by(self, part: Any, /) -> bool:
        """Whether a part is not as this says."""
        ...

    @property
    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""
        ...


@dataclass(frozen=True, slots=True)
class When:
    """What fields of a part ask of one another: where each of `where` has one of its values, or any where none are
    named, and `unless` doesn't hold, `present` are there, `absent` are not and `equal` are so. A consumer may build on
    it, so it is for what stays true whatever codes come later."""

    where: Mapping[str, tuple[Any, ...]]
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    equal: Mapping[str, Any] = field(default_factory=dict)
    """What other fields then are."""
    unless: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)

    def broken_by(self, part: BaseModel) -> bool:
        """Whether a part is not as this says."""

        def hold(asked: Mapping[str, tuple[Any, ...]]) -> bool:
            return all(
                getattr(part, name) in values if values else getattr(part, name) is not None
                for name, values in asked.items()
            )

        if not hold(self.where) or (self.unless and hold(self.unless)):
            return False
        missing = any(getattr(part, name) is None for name in self.present)
        other = any(getattr(part, name) != value for name, value in self.equal.items())
        return missing or other or any(getattr(part, name) is not None for name in self.absent)

    @property
    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""

        def asked(fields: Mapping[str, tuple[Any, ...]]) -> dict[str, Any]:
            values = {name: {"enum": list(each)} for name, each in fields.items() if each}
            return {"required": list(fields), **({"properties": values} if values else {})}

        then: dict[str, Any] = {"required": list(self.present)} if self.present else {}
        if self.equal:
            then["properties"] = {name: {"const": value} for name, value in self.equal.items()}
        if self.absent:
            then["not"] = {"anyOf": [{"required": [name]} for name in self.absent]}
        return {"if": {**asked(self.where), **({"not": asked(self.unless)} if self.unless else {})}, "then": then}


@dataclass(frozen=True, slots=True)
class Distinct:
    """No value is in a list twice; of entries, no two have the same `by`."""

    by: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "uniqueItems": True}

    def _checked(self, entries: list[Any]) -> list[Any]:
        values = [getattr(each, self.by) if self.by else each for each in entries]
        if len(set(values)) < len(values):
            raise ValueError("one is there twice")
        return entries


def together(*names: str) -> tuple[When, ...]:
    """Fields that are all there, or none of them."""
    return tuple(When({name: ()}, present=tuple(other for other in names if other != name)) for name in names)


class Published(BaseModel):
    """A part of the contract. `conditions`: what its fields ask of one another."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    conditions: ClassVar[Iterable[Condition]] = ()

    @model_validator(mode="after")
    def _as_the_conditions_say(self) -> Self:
        for each in self.conditions:
            if each.broken_by(self):
                raise ValueError(f"not as the contract says: {each}")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = handler.resolve_ref_schema(handler(schema))
        if cls.conditions:
            made["allOf"] = [each.schema for each in cls.conditions]
        return made


def said(meaning: str, *, article: str = "", source: str = "", since: str = FIRST) -> Any:
    """What a field means, for its annotation: the article of law that asks for it, where it comes from: a path of
    facts, with `*` for any id (`purposes.*.legal_basis`), or words; and since which version of the contract it is."""
    extra = {SINCE: since, ARTICLE: article, SOURCE: source}
    return Field(description=meaning, json_schema_extra={name: text for name, text in extra.items() if text})


def canonical(model: BaseModel, written: Mapping[str, bytes] | None = None) -> bytes:
    """A published file's bytes: RFC 8785, absent values left out. `written`: members whose bytes are known, which
    `members` gave of an equal value."""
    written = written or {}
    rest = model.model_dump(mode="json", exclude_none=True, exclude=set(written))
    parts = {**written, **{name: rfc8785.dumps(value) for name, value in rest.items()}}
    return b"{%s}" % b",".join(b'"%s":%s' % (name.encode(), parts[name]) for name in sorted(parts))  # names in ASCII


def members(model: BaseModel, names: Collection[str]) -> dict[str, bytes]:
    """The bytes of these members of a published file, by name; those that are absent are left out."""
    found = model.model_dump(mode="json", exclude_none=True, include=set(names))
    return {name: rfc8785.dumps(value) for name, value in found.items()}


def read(model: type[Model], data: bytes) -> Model:
    """A published file as its model; what a later version added is passed over. Raises ValueError."""
    return model.model_validate_json(data, extra="ignore")


def json_schema(model: type[Published]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a published model, for readers: see the head of this module. A field that may be
    absent is never null."""
    schema = model.model_json_schema(mode="validation")
    return {"$schema": JSON_SCHEMA, **_for_readers(schema)}


def _for_readers(part: Any) -> Any:
    if isinstance(part, list):
        return [_for_readers(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    made = {name: _for_readers(inner) for name, inner in part.items() if name != "title" or not isinstance(inner, str)}
    if made.get("additionalProperties") is False:
        del made["additionalProperties"]
    made.pop("default", None)
    if "$defs" in made:
        made["$defs"] = {_plain(name): inner for name, inner in made["$defs"].items()}
    if "$ref" in made:
        made["$ref"] = "#/$defs/" + _plain(made["$ref"].rpartition("/")[2])
    if {"type": "null"} in made.get("anyOf", ()):
        left = [inner for inner in made.pop("anyOf") if inner != {"type": "null"}]
        made = {**left[0], **made} if len(left) == 1 else {"anyOf": left, **made}
    always = [name for name, inner in made.get("properties", {}).items() if "const" in inner]
    if always:
        made["required"] = sorted({*made.get("required", ()), *always}, key=list(made["properties"]).index)
    if LATER in made and "enum" in made:
        listed = {"type": made.pop("type"), "enum": made.pop("enum")}
        made = {"anyOf": [listed, {"type": "string", "pattern": OWN_CODE}], **made}
    return made


def _plain(name: str) -> str:
    """What a model is called in public: some are named Published… here, beside the models of the source."""
    return name.removeprefix("Published")
