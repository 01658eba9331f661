"""What every value type is that one text states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

NOT_ONE_TEXT = "not_one_text"
"""The type of pydantic's error for what is no text at all: names with values, or a list."""


class TextValue:
    """A value that one text states. Subclasses say how to `parse` it (ValueError: why not) and `__str__` it."""

    __slots__ = ()
    json_schema: ClassVar[Mapping[str, Any]] = {}
    """Description, pattern and examples, for editors that check while one types."""
    looks_numeric: ClassVar[bool] = False
    """Whether a YAML editor may take the text for a number (`+3222744800`)."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the value; a ValueError says why the text isn't one."""
        raise NotImplementedError

    @classmethod
    def _validate(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls.parse(value.strip())
        raise PydanticCustomError(NOT_ONE_TEXT, "expected a text")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(
                str, return_schema=core_schema.str_schema(), when_used="json"
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        numeric = cls.looks_numeric and handler.mode == "validation"
        return {"type": ["string", "integer"] if numeric else "string", **cls.json_schema}
