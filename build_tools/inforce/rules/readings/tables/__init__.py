"""The languages in which texts can be read, a file each. To add one, copy the file of one that is near to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from inforce.model.languages import own
from inforce.rules.readings.phrases import SILENT, Phrases
from inforce.rules.readings.table import LanguageTable

_MODULES = [import_module(f"{__name__}.{name}") for name in sorted(module.name for module in iter_modules(__path__))]
TABLES: Final[Mapping[str, LanguageTable]] = {
    table.language: table for module in _MODULES if (table := getattr(module, "TABLE", None))
}
PHRASES: Final[Mapping[str, Phrases]] = {
    module.__name__.rpartition(".")[2].replace("_", "-"): module.PHRASES for module in _MODULES
}
"""Some are of a language that has no table yet."""


@lru_cache(maxsize=64)
def table_for(language: str) -> LanguageTable | None:
    """The table of a language tag: its own, or its base language's (`pt` for `pt-BR`)."""
    return own(TABLES, language)


@lru_cache(maxsize=64)
def phrases_for(language: str) -> Phrases:
    """What a language (a tag) says beside values; next to nothing of one without a table."""
    return own(PHRASES, language) or SILENT


def any_language(pick: Callable[[Phrases], str | None]) -> str:
    """The pattern of each language as one, for words whose language nobody knows; "(?!)" without any."""
    return "|".join(dict.fromkeys(filter(None, map(pick, PHRASES.values())))) or "(?!)"


def every_phrase() -> tuple[Phrases, ...]:
    """Those of all languages, for words whose language nobody knows, as that of a reason."""
    return tuple(PHRASES.values())
