"""What every published model is: frozen, written as RFC 8785 bytes, described by a JSON Schema."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

import rfc8785
from pydantic import BaseModel, ConfigDict

JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"


Model = TypeVar("Model", bound=BaseModel)


class Published(BaseModel):
    """A part of the contract."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


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
    """The JSON Schema (2020-12) of a published model. Unknown fields are allowed to readers."""
    schema = model.model_json_schema(mode="validation")
    _open(schema)
    return {"$schema": JSON_SCHEMA, **schema}


def _open(schema: dict[str, Any]) -> None:
    """Readers ignore what they do not know: a later file with more fields is still valid."""
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("additionalProperties", None)
