"""The leaves of the facts: what a link in the text can bind. A leaf is a value (compared), a name (a text per
language, compared) or a concept (presence only), and any of them may be unknown, with the reason, or none: a pixel has
no name, and that is known.

In YAML a leaf is written short, and long only where there is more to say:
`10 years` · `{value: 10 years, accept: {de: {Zehnjahresfrist: 10 years}}}` · `{unknown: {en: why}}` · `none`. The word
"none" itself is `{value: none}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar

from pydantic import (
    AfterValidator,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    Tag,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from inforce.model.config import Frozen, Language, Line, Texts

V = TypeVar("V")

Words = Annotated[
    Annotated[Line, Tag("one text")] | Annotated[Texts, Field(min_length=1), Tag("a text per language")],
    Discriminator(lambda data: "one text" if isinstance(data, str) else "a text per language"),
]
"""Words that are the same in every language (a proper name), or a text per language. `values.in_language` reads it."""


class Wording(Frozen, Generic[V]):
    """What a further wording states: `2 weeks`, or `{value: 2 weeks, because: why}` where it reads otherwise."""

    value: V
    because: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        long = isinstance(data, Mapping) and bool(data.keys() & {"value", "because"})
        return data if long or isinstance(data, Wording) else {"value": data}

    @model_serializer(mode="wrap")
    def _short(self, handler: SerializerFunctionWrapHandler) -> Any:
        made = handler(self)
        return made["value"] if self.because is None else made

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        long = handler.resolve_ref_schema(handler(schema))
        if handler.mode == "serialization" or "properties" not in long:
            return long
        filled = {name: _without_null(inner) for name, inner in long["properties"].items()}
        reasoned = {
            "type": "object",
            "properties": filled,
            "required": ["value", "because"],
            "additionalProperties": False,
        }
        return {"anyOf": [filled["value"], reasoned], "description": (cls.__doc__ or "").strip()}


class Nothing(StrEnum):
    """What a fact says where there is none: there is no such name, number, fee."""

    NONE = "none"


class Leaf(Frozen, Generic[V]):
    """A leaf: exactly one of `value`, `unknown` and `none` is set."""

    fields: ClassVar[frozenset[str]] = frozenset({"value", "unknown", "accept"})
    may_be_none: ClassVar[bool] = True
    value: V | None = None
    unknown: Words | None = None
    """Why it isn't known, for visitors and for legal."""
    none: bool = False
    """Whether there is none, which is known."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        if isinstance(data, str) and data.strip() == Nothing.NONE:
            return {"none": True}
        if isinstance(data, Leaf) or (isinstance(data, Mapping) and data and data.keys() <= cls.fields):
            return data
        return {"value": data}

    @model_validator(mode="after")
    def _one_of_three(self) -> Self:
        if (self.value is not None) + (self.unknown is not None) + self.none != 1:
            raise ValueError(
                'write its value, "none" if there is none, or "unknown:" with the reason; only one of them'
            )
        if self.none and not self.may_be_none:
            raise ValueError('"none" says nothing here; leave it out where the policy does not say')
        if self.none and getattr(self, "accept", None):
            raise ValueError("where there is none, no wording states it")
        return self

    @model_serializer(mode="wrap")
    def _short(self, handler: SerializerFunctionWrapHandler) -> Any:
        if self.none:
            return str(Nothing.NONE)
        made = handler(self).items()
        long: dict[str, Any] = {key: value for key, value in made if key in self.fields and value not in (None, {})}
        return long["value"] if long.keys() == {"value"} and long["value"] != Nothing.NONE else long

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        long = handler.resolve_ref_schema(handler(schema))
        if handler.mode == "serialization" or "properties" not in long:
            return long
        filled: dict[str, Any] = {name: _without_null(inner) for name, inner in long["properties"].items()}
        value, unknown = filled["value"], filled["unknown"]
        none = {"const": str(Nothing.NONE), "description": "There is none."}
        long_forms: list[dict[str, Any]] = [
            {"type": "object", "properties": {"unknown": unknown}, "required": ["unknown"]}
        ]
        if "accept" in filled:
            both = {"value": value, "accept": filled["accept"]}
            long_forms.insert(0, {"type": "object", "properties": both, "required": ["value", "accept"]})
        for form in long_forms:
            form["additionalProperties"] = False
        forms = [value, *([none] if cls.may_be_none else []), *long_forms]
        return {"anyOf": forms, "description": (cls.__doc__ or "").strip()}


class Value(Leaf[V], Generic[V]):
    """A value that the linked words must state: a duration, a date, a number, an address."""

    accept: dict[Language, Annotated[dict[Line, Wording[V]], Field(min_length=1)]] = {}
    """Further right wordings per language, each with the value that it states."""


class Name(Leaf[Words]):
    """A name that the linked words must give, whatever their case."""

    accept: dict[Language, Annotated[dict[Line, Wording[Line]], Field(min_length=1)]] = {}
    """Further right wordings per language, each with the name that it stands for."""


class Concept(Leaf[Words]):
    """A concept with a label: a link to it only shows that the text speaks of it."""

    fields: ClassVar[frozenset[str]] = frozenset({"value", "unknown"})


def _is_words(leaf: Concept) -> Concept:
    if leaf.none:
        raise ValueError('write the words that name it; "none" names nothing')
    return leaf


class Listed(Leaf[tuple[V, ...]], Generic[V]):
    """What an entry names: other facts by their ids, domains. Left out it isn't said; `none` says that there are none.
    A text may link to it, and need not."""

    fields: ClassVar[frozenset[str]] = frozenset({"value", "unknown"})


class Code(Leaf[V], Generic[V]):
    """One of the words of a list, a country, yes or no. Left out it isn't said. A text may link to it, and need
    not."""

    fields: ClassVar[frozenset[str]] = frozenset({"value", "unknown"})
    may_be_none: ClassVar[bool] = False


def told(leaf: Leaf[V] | None) -> V | None:
    """What a leaf says; None where it isn't said, isn't known, or there is none."""
    return leaf.value if leaf is not None else None


def listed(leaf: Leaf[tuple[V, ...]] | None) -> tuple[V, ...]:
    """What a list names; nothing where it isn't said, isn't known, or there is none."""
    return (leaf.value or ()) if leaf is not None else ()


LabelLeaf = Annotated[Concept, AfterValidator(_is_words)]
"""What something is called where readers are told of it: never none."""


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A property's schema without its `null` and its default: in YAML, what isn't there is left out."""
    options = [option for option in schema.get("anyOf", [schema]) if option.get("type") != "null"]
    described = {key: schema[key] for key in ("description",) if key in schema}
    return {**(options[0] if len(options) == 1 else {"anyOf": options}), **described}
