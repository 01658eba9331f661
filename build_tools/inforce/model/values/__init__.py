"""The value types of facts: each is read from one YAML scalar and written to JSON as text.

A type is a frozen dataclass and a pydantic field at once: `retention: Duration` reads "10 years" and "P10Y", dumps
"P10Y", and has a JSON Schema with a pattern. What a type refuses, it refuses with a sentence for the editor.
Dates and whole numbers are `date` and `int`, read strictly: use `CalendarDate`, `WholeNumber` and `Age` as field types.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from inforce.model.languages import in_language
from inforce.model.values.amounts import Age, CalendarDate, Duration, Money, Percentage, WholeNumber
from inforce.model.values.contacts import Address, Email, Identifier, Phone, Url, hides_a_number
from inforce.model.values.postal import address_line, address_lines, country_name
from inforce.model.values.text_value import TextValue

__all__ = [
    "Address",
    "Age",
    "CalendarDate",
    "Duration",
    "Email",
    "FactValue",
    "Identifier",
    "Money",
    "Percentage",
    "Phone",
    "TextValue",
    "Url",
    "WholeNumber",
    "address_line",
    "address_lines",
    "country_name",
    "hides_a_number",
    "in_language",
]

FactValue = (
    Duration | Money | Percentage | Phone | Email | Url | Identifier | Address | date | int | str | Mapping[str, str]
)
"""What a fact can hold. A text, or one per language, is a name."""
