"""All of some words read as a value of one kind, and how a message names a value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from inforce.model.languages import own
from inforce.model.values import (
    Address,
    Duration,
    Email,
    FactValue,
    Identifier,
    Money,
    Percentage,
    Phone,
    Url,
)
from inforce.model.values.postal import address_line
from inforce.rules.readings.agreement import Agreement, Agrees, Differs, NoTable, Unreadable
from inforce.rules.readings.amounts import read_cents, read_money, read_percentage, read_whole_number
from inforce.rules.readings.contacts import read_email, read_identifier, read_phone, read_url, same_url
from inforce.rules.readings.dates import has_another_weekday, has_two_orders, read_date, states_date
from inforce.rules.readings.durations import read_bare_minutes, read_duration
from inforce.rules.readings.names import is_address, is_name, missing_part
from inforce.rules.readings.styles import written_forms
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import table_for


def stated(value: FactValue, language: str = "en") -> str:
    """The value as a message names it: "10 years", "10 November 2020", "+3222744800"."""
    match value:
        case Duration():
            return value.words()
        case date():
            return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
        case Address():
            return address_line(value, language)
        case Url():
            return value.in_language(language).address
        case str():
            return f'"{value}"'
        case Mapping():
            said = own(value, language)
            return f'"{said}"' if said else " or ".join(f'"{name}"' for name in value.values())
        case _:
            return str(value)


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def read_whole(value: FactValue, words: str, text: str, language: str) -> Agreement:
    """Read all of the words, whose plain form is `text`: without a table what is the same everywhere, the rest by the
    language's table."""
    match value:
        case Email():
            return _compared(value, read_email(words))
        case Phone():
            return _compared(value, read_phone(text, value))
        case Url():
            value, url = value.in_language(language), read_url(words)
            if url and same_url(value, url, scheme="://" in words):
                return Agrees()
            return Differs(stated=str(url)) if url else Unreadable()
        case Identifier():
            identifier = read_identifier(words)
            if identifier and identifier.bare == value.bare:
                return Agrees()
            return Differs(stated=str(identifier)) if identifier else Unreadable()
        case str() | Mapping():
            return Agrees() if is_name(text, value, language) else Differs()
        case Address():
            if is_address(text, value, language):
                return Agrees()
            return Differs() if missing_part(text, value, language) else Unreadable()
    table = table_for(language)
    if table is None:
        # A whole number in plain figures is the same in every language; a date may stand as a release writes it.
        known = written_forms(value, language) if isinstance(value, date) else frozenset((str(value),))
        return Agrees() if isinstance(value, date | int) and text in known else NoTable(language=language)
    return _by_table(value, table.fold(text), table)


def _by_table(value: Duration | Money | Percentage | date | int, text: str, table: LanguageTable) -> Agreement:
    match value:
        case Duration():
            duration = read_duration(text, table) or read_bare_minutes(text, table)
            if duration and duration.length == value.length:
                return Agrees()
            return Differs(stated=duration.words()) if duration else Unreadable()
        case date():
            if states_date(text, value, table):
                return Agrees()
            if has_two_orders(text):
                return Unreadable(two_orders=True)
            if has_another_weekday(text, value, table):
                return Differs(stated="another day of the week")
            return _compared(value, read_date(text, table))
        case Percentage():
            return _compared(value, read_percentage(text, table))
        case Money():
            cents = read_cents(text, table)  # which name no currency
            part = None if cents is None else Money(amount=cents, currency=value.currency)
            return _compared(value, read_money(text, table) or part)
        case _:
            return _compared(value, read_whole_number(text, table))


def _compared(value: FactValue, found: FactValue | None) -> Agreement:
    if found is None:
        return Unreadable()
    return Agrees() if found == value else Differs(stated=stated(found))
