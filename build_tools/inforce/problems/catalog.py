"""Every code a problem can have, with what it means: the handbook's pages on problems are made from this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType

_PARTS = ("catalog_text", "catalog_facts", "catalog_slips", "catalog_source", "catalog_versions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a code stands for, in an editor's words. `example` shows what raises it; '' where none fits."""

    title: str
    why: str
    example: str = ""


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by code, in the order of their codes. Raises ValueError where two catalogs claim one code."""
    merged: dict[str, Rule] = {}
    for part in _PARTS:
        entries: Mapping[str, Rule] = import_module(f"inforce.problems.{part}").RULES
        if twice := merged.keys() & entries.keys():
            raise ValueError(f"codes in two catalogs: {', '.join(sorted(twice))}")
        merged.update(entries)
    return MappingProxyType(dict(sorted(merged.items())))
