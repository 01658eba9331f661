"""`data.yml`: which personal data are processed, in which role, and where they come from."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from inforce.model.config import Id
from inforce.model.leaf import Code, LabelLeaf
from inforce.model.records import Entity, Labelled


class Role(StrEnum):
    """The role in which data are processed."""

    CONTROLLER = "controller"
    PROCESSOR = "processor"
    JOINT_CONTROLLER = "joint-controller"


class Category(Labelled):
    """A category of personal data, perhaps with the items it is made of."""

    role: Code[Role] | None = None
    items: dict[Id, LabelLeaf] = {}


class Source(Labelled):
    """Where data come from (GDPR, Article 14(2)(f))."""

    role: Code[Role] | None = None
    """Left out: in every role."""


class Data(Entity):
    """`data.yml`: categories of personal data and their sources."""

    primary: ClassVar[tuple[str, ...]] = ()
    categories: dict[Id, Category] = {}
    sources: dict[Id, Source] = {}
