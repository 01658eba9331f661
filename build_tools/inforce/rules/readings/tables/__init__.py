"""The languages in which values can be read. To add one, write its table and name it here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import ar, de, en, fr, ja, nl

TABLES: Final[Mapping[str, LanguageTable]] = {
    table.language: table for table in (en.TABLE, fr.TABLE, nl.TABLE, de.TABLE, ar.TABLE, ja.TABLE)
}


def table_for(language: str) -> LanguageTable | None:
    """The table of a language tag: its own, or its base language's (`pt` for `pt-BR`)."""
    return TABLES.get(language) or TABLES.get(language.split("-")[0])
