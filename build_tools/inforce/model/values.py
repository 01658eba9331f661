"""The value types of facts: each is read from one YAML scalar and written to JSON as text.

A type is a frozen dataclass and a pydantic field at once: `retention: Duration` reads "10 years" and "P10Y", dumps
"P10Y", and has a JSON Schema with a pattern. What a type refuses, it refuses with a sentence for the editor.
Dates and whole numbers are `date` and `int`, read strictly: use `CalendarDate` and `WholeNumber` as field types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Final, Self

import phonenumbers
from pydantic import BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


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
        raise ValueError(f"expected a text, got {type(value).__name__}")

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


_UNITS: Final = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_DURATION_WORDS = re.compile(r"(\d{1,9})\s*(year|month|week|day|hour|minute|second)s?", re.IGNORECASE)
_DURATION_TEXT = re.compile(
    rf"{_DURATION_WORDS.pattern}(?:(?:\s*,\s*|\s+and\s+|\s+){_DURATION_WORDS.pattern})*", re.IGNORECASE
)
_DURATION_ISO = re.compile(
    r"P(?=\d|T\d)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?"
    r"(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(TextValue):
    """A length of time in the units it was given in, so that "1 month" is never taken for "30 days".

    Text: ISO 8601 in the form of RFC 3339, appendix A (`P10Y`, `P1Y6M`, `PT72H`).
    """

    json_schema: ClassVar[Mapping[str, Any]] = {
        "description": 'A length of time: "10 years", "1 year 6 months", "72 hours", or ISO 8601: P10Y.',
        "pattern": r"^(P[0-9YMWDTHS]+|[0-9]+ *(year|month|week|day|hour|minute|second)s?.*)$",
        "examples": ["10 years", "1 month", "P10Y"],
    }

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0
    seconds: int = 0

    def __post_init__(self) -> None:
        if min(self.parts.values(), default=0) < 0 or not self.parts:
            raise ValueError("a duration is longer than nothing")

    @property
    def parts(self) -> Mapping[str, int]:
        """The units that are not zero, longest first, by their names in the plural: {"years": 1, "months": 6}."""
        amounts = {unit: int(getattr(self, unit)) for unit in _UNITS}
        return {unit: amount for unit, amount in amounts.items() if amount}

    @property
    def length(self) -> tuple[int, int, int]:
        """Months, days and seconds: equal for what lasts equally long by law whatever the calendar: a year is 12
        months and a week 7 days; but a month is no number of days, and a day not 24 hours (Regulation 1182/71)."""
        return (
            self.years * 12 + self.months,
            self.weeks * 7 + self.days,
            (self.hours * 60 + self.minutes) * 60 + self.seconds,
        )

    @property
    def nominal_seconds(self) -> int:
        """About how many seconds: a year of 365 days, a month a twelfth of it. For `max-age`, not for deadlines."""
        months, days, seconds = self.length
        return months * (365 * 86400 // 12) + days * 86400 + seconds

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "10 years", "1 year 6 months" or ISO 8601."""
        if iso := _DURATION_ISO.fullmatch(text):
            return cls(**{unit: int(found or 0) for unit, found in zip(_UNITS, iso.groups(), strict=True)})
        if not _DURATION_TEXT.fullmatch(text):
            raise ValueError(f'"{text}" is not a duration; write for example "10 years", "1 month" or P10Y')
        amounts: dict[str, int] = {}
        for amount, unit in _DURATION_WORDS.findall(text):
            if f"{unit.lower()}s" in amounts:
                raise ValueError(f'"{text}" names {unit.lower()}s twice')
            amounts[f"{unit.lower()}s"] = int(amount)
        return cls(**amounts)

    def __str__(self) -> str:
        if tuple(self.parts) == ("weeks",):
            return f"P{self.weeks}W"
        day = _iso_run((("Y", self.years), ("M", self.months), ("D", self.weeks * 7 + self.days)))
        time = _iso_run((("H", self.hours), ("M", self.minutes), ("S", self.seconds)))
        return f"P{day}{'T' if time else ''}{time}"

    def words(self) -> str:
        """The duration as one writes it in a facts file: "1 year 6 months"."""
        return " ".join(f"{n} {unit.removesuffix('s') if n == 1 else unit}" for unit, n in self.parts.items())


def _iso_run(parts: tuple[tuple[str, int], ...]) -> str:
    """The designators from the first to the last that is not zero; RFC 3339 allows no gap between them."""
    used = [index for index, (_, amount) in enumerate(parts) if amount]
    return "".join(f"{amount}{letter}" for letter, amount in parts[used[0] : used[-1] + 1]) if used else ""


_AMOUNT = r"-?\d{1,15}(?:\.\d{1,6})?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Money(TextValue):
    """An amount in a currency (ISO 4217). Text: `500 EUR`."""

    json_schema: ClassVar[Mapping[str, Any]] = {
        "description": "An amount with a full stop before the cents, and the currency's ISO 4217 code.",
        "pattern": r"^-?[0-9]+(\.[0-9]+)? ?[A-Z]{3}$",
        "examples": ["500 EUR", "1250.50 USD"],
    }

    amount: Decimal
    currency: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "500 EUR"."""
        found = re.fullmatch(rf"({_AMOUNT})\s*([A-Z]{{3}})", text)
        if not found:
            raise ValueError(f'"{text}" is not an amount of money; write for example "500 EUR" or "1250.50 EUR"')
        return cls(amount=Decimal(found[1]), currency=found[2])

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentage(TextValue):
    """A percentage. Text: `5%`."""

    json_schema: ClassVar[Mapping[str, Any]] = {
        "description": "A percentage.",
        "pattern": r"^-?[0-9]+(\.[0-9]+)? ?%$",
        "examples": ["5%", "2.5%"],
    }

    amount: Decimal

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "5%" or "5 %"."""
        found = re.fullmatch(rf"({_AMOUNT})\s*%", text)
        if not found:
            raise ValueError(f'"{text}" is not a percentage; write for example "5%"')
        return cls(amount=Decimal(found[1]))

    def __str__(self) -> str:
        return f"{self.amount:f}%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone(TextValue):
    """A telephone number. Text: E.164 (`+3222744800`)."""

    json_schema: ClassVar[Mapping[str, Any]] = {
        "description": "A telephone number with + and its country code.",
        "pattern": r"^\+[ ]?[1-9][0-9 ().-]{5,24}$",
        "examples": ["+3222744800", "+32 2 274 48 00"],
    }
    looks_numeric: ClassVar[bool] = True

    number: str
    """E.164."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "+32 2 274 48 00" in any spacing."""
        try:
            number = phonenumbers.parse(text, None)
        except phonenumbers.NumberParseException:
            number = None
        if number is None or not phonenumbers.is_possible_number(number) or not text.startswith("+"):
            raise ValueError(
                f'"{text}" is not an international telephone number; write it with + and the country code, '
                'for example "+3222744800"'
            )
        return cls(number=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))

    def __str__(self) -> str:
        return self.number


_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_EMAIL = re.compile(rf"([A-Za-z0-9!#$%&'*+/=?^_`{{|}}~.-]{{1,64}})@({_LABEL}(?:\.{_LABEL})+)")
_URL = re.compile(rf"(https?)://({_LABEL}(?:\.{_LABEL})+)(:\d+)?([/?#][^\s<>\"\\^`{{|}}]*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Email(TextValue):
    """An e-mail address; the domain in lower case (RFC 5321 §2.4: only the local part may depend on case)."""

    json_schema: ClassVar[Mapping[str, Any]] = {
        "description": "An e-mail address.",
        "pattern": r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$",
        "examples": ["privacy@example.com"],
    }

    address: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "privacy@example.com"."""
        found = _EMAIL.fullmatch(text)
        if not found or text.startswith(".") or ".." in found[1] or found[1].endswith("."):
            raise ValueError(f'"{text}" is not an e-mail address')
        return cls(address=f"{found[1]}@{found[2].lower()}")

    def __str__(self) -> str:
        return self.address


@dataclass(frozen=True, slots=True, kw_only=True)
class Url(TextValue):
    """A web address, https or http; scheme and host in lower case (RFC 3986 §6.2.2.1)."""

    json_schema: ClassVar[Mapping[str, Any]] = {
        "description": "A web address, whole.",
        "pattern": r"^https?://[^\s<>]+$",
        "examples": ["https://www.example.com/privacy"],
    }

    address: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "https://www.example.com/privacy"."""
        found = _URL.fullmatch(text)
        if not found:
            raise ValueError(f'"{text}" is not a web address; it begins with https:// and names a host')
        scheme, host, port, rest = found.groups()
        return cls(address=f"{scheme.lower()}://{host.lower()}{port or ''}{rest or ''}")

    def __str__(self) -> str:
        return self.address


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier(TextValue):
    """A number in a register: company, VAT, licence. Spaces, dots, hyphens, slashes and case are only its dress."""

    json_schema: ClassVar[Mapping[str, Any]] = {
        "description": "A number in a register, as it is usually written.",
        "pattern": r"^[^\r\n<>]*[0-9A-Za-z][^\r\n<>]*$",
        "examples": ["BE 0822.741.924"],
    }
    looks_numeric: ClassVar[bool] = True

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "BE 0822.741.924"."""
        if not re.fullmatch(r"[\w ./:-]{1,100}", text) or not re.search(r"[^\W_]", text):
            raise ValueError(f'"{text}" is not an identifier; it is made of letters, digits, spaces and . - / :')
        return cls(text=" ".join(text.split()))

    @property
    def bare(self) -> str:
        """Letters and digits alone, in lower case: what two spellings are compared by."""
        return re.sub(r"[\W_]", "", self.text).casefold()

    def __str__(self) -> str:
        return self.text


class _AnyScalar:
    """Marks a text that a YAML editor may take for a number (`1348`), so that its schema lets both pass."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = handler(schema)
        return {**made, "type": ["string", "integer"]} if handler.mode == "validation" else made


Scalar = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\r\n<>]*$"), _AnyScalar()]
"""One line of text that may look like a number: a house number, a postal code."""
_Line = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\r\n<>]*$")]
Wording = _Line | dict[str, _Line]
"""Words that are the same in all languages, or a mapping from language to words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address by its parts. A street and a place may have a name in each language
    (`locality: {en: Brussels, fr: Bruxelles}`); the country is an ISO 3166-1 code, named by CLDR in each language."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", str_strip_whitespace=True)

    street: Wording
    number: Scalar | None = None
    postal_code: Scalar | None = None
    locality: Wording
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 code, for example BE")]

    def in_language(self, language: str) -> tuple[str, ...]:
        """Street, number, postal code and locality in that language; the parts that are there.

        Where a street or place has no name in it, its base language's (`pt` for `pt-BR`), else every one it has is
        as good: the first stands.
        """
        parts = (
            in_language(self.street, language),
            self.number,
            self.postal_code,
            in_language(self.locality, language),
        )
        return tuple(part for part in parts if part)


def in_language(texts: str | Mapping[str, str], language: str) -> str:
    """The words for a language: its own, its base language's, else the first there are."""
    if isinstance(texts, str):
        return texts
    return texts.get(language) or texts.get(language.split("-")[0]) or next(iter(texts.values()), "")


def _calendar_date(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip(), re.ASCII):
            raise ValueError(f'"{value}" is not a date; write year, month and day as 2020-11-10')
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            raise ValueError(f'"{value}" is not a day of the calendar') from None
    if type(value) is not date:
        raise ValueError(f"expected a date as text (2020-11-10), got {type(value).__name__}")
    return value


def _whole_number(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"[+-]?\d{1,18}", value.strip(), re.ASCII):
            raise ValueError(f'"{value}" is not a whole number')
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"expected a whole number, got {type(value).__name__}")
    return value


CalendarDate = Annotated[
    date,
    BeforeValidator(_calendar_date),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "A day: year, month, day.",
            "examples": ["2020-11-10"],
        }
    ),
]
"""A `date`, written 2020-11-10 and no other way (pydantic alone would take a number for seconds since 1970)."""

WholeNumber = Annotated[
    int, BeforeValidator(_whole_number), WithJsonSchema({"type": "integer", "description": "A whole number."})
]
"""An `int`, from digits alone."""

FactValue = (
    Duration | Money | Percentage | Phone | Email | Url | Identifier | Address | date | int | str | Mapping[str, str]
)
"""What a fact can hold. A text, or one per language, is a name."""
