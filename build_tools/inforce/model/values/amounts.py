"""Amounts: durations, money, percentages, and the days and whole numbers that pydantic alone would read too freely."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from inforce.model.values.text_value import NOT_ONE_TEXT, TextValue

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


def _calendar_date(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip(), re.ASCII):
            raise ValueError(f'"{value}" is not a date; write year, month and day as 2020-11-10')
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            raise ValueError(f'"{value}" is not a day of the calendar') from None
    if type(value) is not date:
        raise PydanticCustomError(NOT_ONE_TEXT, "expected a date as text (2020-11-10)")
    return value


_OLDEST = 120


def _whole_number(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"[+-]?\d{1,18}", value.strip(), re.ASCII):
            raise ValueError(f'"{value}" is not a whole number')
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise PydanticCustomError(NOT_ONE_TEXT, "expected a whole number")
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


def _age(value: int) -> int:
    if not 0 <= value <= _OLDEST:
        raise ValueError(f'"{value}" is not an age; write whole years, for example 16')
    return value


Age = Annotated[
    int,
    BeforeValidator(_whole_number),
    AfterValidator(_age),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": _OLDEST, "description": "An age in whole years."}),
]
"""An `int`: somebody's age in years."""
