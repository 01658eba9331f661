"""The languages in which texts can be read, a file each. To add one, copy the file of one that is near to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from inforce.model.languages import own
from inforce.rules.readings.phrases import SILENT, Phrases
from inforce.rules.readings.table import LanguageTable


def _table(name: str) -> LanguageTable:
    table: LanguageTable = import_module(f"{__name__}.{name}").TABLE
    return table


TABLES: Final[Mapping[str, LanguageTable]] = {
    table.language: table for table in map(_table, sorted(module.name for module in iter_modules(__path__)))
}
WITHOUT_TABLE: Final[Mapping[str, Phrases]] = {
    "es": replace(
        SILENT,
        denials=r"\b(?:no|nunca|jamás|ningun[oa]?|ningún|nada|nadie|sin|ni|tampoco)\b",
        beside_titles="el la los las un una de del y en para por nuestra nuestro su esta oficial nueva actual",
        policies="politica|aviso|declaracion",
    ),
    "it": replace(
        SILENT,
        denials=r"\b(?:non|mai|nessun[oa]?|niente|nulla|senza|né)\b",
        beside_titles="il lo la i gli le un una di del della dello dei delle e per da nostra vostra questa ufficiale "
        "nuova attuale",
        policies="informativa|politica",
    ),
    "pt": replace(
        SILENT,
        denials=r"\b(?:não|nunca|jamais|nenhuma?|nada|ninguém|sem|nem)\b",
        beside_titles="o a os as um uma de do da dos das e em para por nossa nosso sua esta oficial nova atual",
        policies="politica|aviso|declaracao",
    ),
}
"""What is known of languages that nobody has written a table for. It moves into the table when there is one."""


@lru_cache(maxsize=64)
def table_for(language: str) -> LanguageTable | None:
    """The table of a language tag: its own, or its base language's (`pt` for `pt-BR`)."""
    return own(TABLES, language)


@lru_cache(maxsize=64)
def phrases_for(language: str) -> Phrases:
    """What a language (a tag) says beside values; of one that nobody has written a table for, next to nothing."""
    table = table_for(language)
    return table.phrases if table else own(WITHOUT_TABLE, language) or SILENT


@cache
def every_phrase() -> tuple[Phrases, ...]:
    """Those of all languages, for words whose language nobody knows, as that of a reason."""
    return (*(table.phrases for table in TABLES.values()), *WITHOUT_TABLE.values())
