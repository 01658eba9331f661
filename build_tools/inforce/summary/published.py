"""What every published model is: frozen, written as RFC 8785 bytes, described by a JSON Schema."""

from __future__ import annotations

from typing import Any, TypeVar

import rfc8785
from pydantic import BaseModel, ConfigDict

JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"


Model = TypeVar("Model", bound=BaseModel)


class Published(BaseModel):
    """A part of the contract."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def canonical(model: BaseModel) -> bytes:
    """A published file's bytes: RFC 8785, absent values left out."""
    return rfc8785.dumps(model.model_dump(mode="json", exclude_none=True))


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
