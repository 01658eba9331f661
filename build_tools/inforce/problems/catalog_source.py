"""The codes of problems with source."""

from __future__ import annotations

from collections.abc import Mapping

from inforce.problems.catalog import Rule

RULES: Mapping[str, Rule] = {}
