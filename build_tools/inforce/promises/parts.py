"""Parts that a policy has one of, or a few: parties, what holds for every request, the law, courts."""

from __future__ import annotations

import datetime
from decimal import Decimal

from inforce.promises.durations import CalendarDuration
from inforce.promises.stated import Stated


class Party(Stated):
    """A company, a person or an authority, and the ways to reach it."""

    __slots__ = ()

    @property
    def name(self) -> str | None:
        """Its name."""
        return self._text("name")

    @property
    def number(self) -> str | None:
        """Its number in a register."""
        return self._string("number")

    @property
    def email(self) -> str | None:
        """Its e-mail address."""
        return self._string("email")

    @property
    def phone(self) -> str | None:
        """Its telephone number (E.164)."""
        return self._string("phone")

    @property
    def website(self) -> str | None:
        """Its website."""
        return self._string("website")

    @property
    def in_person(self) -> str | None:
        """Where one can come, and when."""
        return self._text("in_person")

    @property
    def address(self) -> tuple[str, ...] | None:
        """Its postal address, line by line."""
        address = self._value("address")
        return None if address is None else tuple(address["lines"])


class Answer(Stated):
    """What holds for every right."""

    __slots__ = ()

    @property
    def how(self) -> str | None:
        """How to use one, in words."""
        return self._text("how")

    @property
    def contacts(self) -> tuple[str, ...]:
        """Where to write, as JSON Pointers into the summary, for each right that has nothing of its own."""
        return self._ids("contacts")

    @property
    def reply(self) -> CalendarDuration | None:
        """Within which time requests are answered."""
        return self._duration("reply")

    @property
    def extended(self) -> CalendarDuration | None:
        """Within which time in all, where that is extended."""
        return self._duration("extended")

    @property
    def identification(self) -> str | None:
        """How one shows who one is, in words."""
        return self._text("identification")

    @property
    def fee(self) -> str | None:
        """What a request costs, in words; None where it is free of charge."""
        return self._text("fee")


class Described(Stated):
    """A thing by its name: the law that holds, a court."""

    __slots__ = ()

    @property
    def label(self) -> str | None:
        """What it is called."""
        return self._text("label")

    @property
    def description(self) -> str | None:
        """A sentence about it."""
        return self._text("description")


class Act(Stated):
    """A law or regulation that the text cites."""

    __slots__ = ()

    @property
    def name(self) -> str | None:
        """What it is called."""
        return self._text("name")

    @property
    def number(self) -> str | None:
        """Its number."""
        return self._string("number")

    @property
    def website(self) -> str | None:
        """Where it can be read."""
        return self._string("website")


class Term(Stated):
    """Something else that the text states."""

    __slots__ = ()

    @property
    def label(self) -> str | None:
        """What it is, in words."""
        return self._text("label")

    @property
    def duration(self) -> CalendarDuration | None:
        """How long."""
        return self._duration("duration")

    @property
    def date(self) -> datetime.date | None:
        """When."""
        value = self._value("date")
        return None if value is None else datetime.date.fromisoformat(value)

    @property
    def number(self) -> Decimal | None:
        """How many."""
        return self._decimal("number")

    @property
    def percentage(self) -> Decimal | None:
        """How many of a hundred."""
        return self._decimal("percentage")

    @property
    def money(self) -> tuple[Decimal, str] | None:
        """How much money, and of which currency (ISO 4217)."""
        value = self._value("money")
        return None if value is None else (Decimal(value["amount"]), str(value["currency"]))

    def _decimal(self, member: str) -> Decimal | None:
        value = self._value(member)
        return None if value is None else Decimal(value)
