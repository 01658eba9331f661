"""What a file should say in a place where a model refuses what it says, in an editor's words and not a programmer's."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic_core import ErrorDetails

from inforce.model.values.contacts import NotInternational, Phone
from inforce.model.values.text_value import NOT_ONE_TEXT

_TEXT = "Expected words on the same line"
_NAMES = "Expected names with values below it, as in name: value"
_LIST = "Expected a list below it: each item on a line of its own that begins with a hyphen and a space"
_BY_TYPE = {
    "string_type": _TEXT,
    NOT_ONE_TEXT: _TEXT,
    "dict_type": _NAMES,
    "mapping_type": _NAMES,
    "model_type": _NAMES,
    "model_attributes_type": _NAMES,
    "dataclass_type": _NAMES,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "set_type": _LIST,
    "frozen_set_type": _LIST,
    "int_type": "Expected a whole number",
    "int_parsing": "Expected a whole number",
    "int_from_float": "Expected a whole number",
    "int_parsing_size": "The number has too many figures",
    "bool_type": "Expected true or false",
    "bool_parsing": "Expected true or false",
    "string_too_short": "Write at least one character",
}
_PLACED = frozenset({_TEXT, _NAMES, _LIST})
"""Those that depend on what stands below a name, which is then said too."""


def expected(detail: ErrorDetails, country: str = "") -> str:
    """What is expected in the place of what a model refused (an error of pydantic), and what is there. `country` (ISO
    3166-1) is the one whose telephone numbers would stand there without it."""
    kind, given, context = detail["type"], detail.get("input"), detail.get("ctx", {})
    said = _BY_TYPE.get(kind)
    if said is not None:
        return f"{said}; here {_what(given)}" if said in _PLACED else said
    match kind:
        case "string_too_long":
            return f"Write at most {context.get('max_length')} characters"
        case "too_short":
            return f"Write at least {_count(context.get('min_length'))}"
        case "too_long":
            return f"Write at most {_count(context.get('max_length'))}"
        case "literal_error" | "enum":
            return f"Write {context.get('expected')}"
        case "greater_than_equal":
            return f"Write {context.get('ge')} or more"
        case "greater_than":
            return f"Write more than {context.get('gt')}"
        case "less_than_equal":
            return f"Write {context.get('le')} or less"
        case "less_than":
            return f"Write less than {context.get('lt')}"
    if isinstance(context.get("error"), NotInternational) and (meant := Phone.in_country(str(given), country)):
        return f'Write "{meant}", with the country before it'
    return detail["msg"].removeprefix("Value error, ")


def _what(given: object) -> str:
    if isinstance(given, Mapping):
        return "names with values stand below it"
    if isinstance(given, list | tuple):
        return "a list stands below it"
    return "words stand on the same line"


def _count(number: object) -> str:
    return "one" if number == 1 else str(number)
