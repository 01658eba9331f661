"""`terms.yml`: what the text states besides: children, liability, law and courts, the acts that it cites."""

from __future__ import annotations

from typing import ClassVar

from inforce.model.config import Id, Texts
from inforce.model.leaf import Concept, LabelLeaf, Name, Value
from inforce.model.records import Entity, HttpsUrl, Labelled
from inforce.model.values import Age, CalendarDate, Duration, Identifier, Money, Percentage, WholeNumber


class Children(Entity):
    """From what age on personal data are collected."""

    primary: ClassVar[tuple[str, ...]] = ("age",)
    age: Value[Age]


class AutomatedDecisions(Entity):
    """Decisions by machines alone, profiling included (GDPR, Articles 13(2)(f) and 22); `none` where there are none."""

    label: Concept
    logic: Texts | None = None
    """The logic involved."""
    consequences: Texts | None = None
    """What it means for the people concerned."""


class Liability(Labelled):
    """What the company answers for; `excluded`: what it doesn't."""

    excluded: dict[Id, LabelLeaf] = {}


class Act(Entity):
    """A law or regulation that the text cites."""

    primary: ClassVar[tuple[str, ...]] = ("name", "label", "number", "date")
    name: Name | None = None
    label: LabelLeaf | None = None
    number: Value[Identifier] | None = None
    date: Value[CalendarDate] | None = None
    website: Value[HttpsUrl] | None = None


class Term(Entity):
    """Anything else that the text states: one value of some type, or a concept."""

    primary: ClassVar[tuple[str, ...]] = ("duration", "date", "number", "percentage", "money", "name", "label")
    label: LabelLeaf | None = None
    name: Name | None = None
    duration: Value[Duration] | None = None
    date: Value[CalendarDate] | None = None
    number: Value[WholeNumber] | None = None
    percentage: Value[Percentage] | None = None
    money: Value[Money] | None = None


class Terms(Entity):
    """`terms.yml`: what the text states besides: children, decisions by machines, liability, law, courts, acts,
    and `other`."""

    primary: ClassVar[tuple[str, ...]] = ()
    children: Children | None = None
    automated_decisions: AutomatedDecisions | None = None
    liability: Liability | None = None
    law: Labelled | None = None
    courts: dict[Id, Labelled] = {}
    settlement: Value[Duration] | None = None
    """How long the parties try to settle before they may go to court."""
    acts: dict[Id, Act] = {}
    other: dict[Id, Term] = {}
