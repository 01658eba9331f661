"""Every code a problem can have, with what it means: the handbook's pages on problems are made from this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType

from inforce.problems.problem import Severity

_PARTS = ("catalog_text", "catalog_facts", "catalog_slips", "catalog_source", "catalog_versions", "catalog_handbook")

Levels = tuple[tuple[Severity, str], ...]
"""The levels that a code's problems can have; where there are several, each with when it holds."""
ERROR: Levels = ((Severity.ERROR, ""),)
OPEN: Levels = ((Severity.OPEN, ""),)
HINT: Levels = ((Severity.HINT, ""),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a code stands for, in an editor's words."""

    title: str
    why: str
    levels: Levels = ERROR
    example: str = ""
    """What raises it; '' where nothing short fits."""


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
