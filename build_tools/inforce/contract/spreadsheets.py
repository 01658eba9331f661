"""The cookies and the purposes of a summary as CSV (RFC 4180), for those who keep lists in a spreadsheet.

A view of a frozen summary, made with each build. Its columns are the members of the published models. A program that
opens it must take no text for a formula, so a text that looks like one begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel

from inforce.contract.models import PublishedCookie, PublishedLifetime, PublishedProviding, PublishedPurpose, Summary

_PARTS: Final[Mapping[str, type[BaseModel]]] = {"lifetime": PublishedLifetime, "providing": PublishedProviding}
"""Members that have members of their own, each with a column: `lifetime.duration`."""
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a formula begins with, in the wide forms of East Asia too; blank space before it counts for nothing."""


def spreadsheets(summary: Summary) -> dict[str, str]:
    """File name to CSV: `cookies.csv` and `purposes.csv`."""
    unknown = [fact.pointer for fact in summary.unknown]
    return {
        f"{kind}.csv": _csv(model, entries, f"/{kind}", unknown, summary.none)
        for kind, model, entries in (
            ("cookies", PublishedCookie, summary.cookies),
            ("purposes", PublishedPurpose, summary.purposes),
        )
    }


def columns(model: type[BaseModel]) -> tuple[str, ...]:
    """The heads: each member of the model, then the lists of what isn't known and of what there is none of."""
    return (*_members(model), "unknown", "none")


def cell(text: str) -> str:
    """A text that a spreadsheet takes for text, whatever it begins with."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text[:1] in ("\t", "\r", "\n") else text


def _members(model: type[BaseModel]) -> Iterator[str]:
    for name in model.model_fields:
        part = _PARTS.get(name)
        yield from (f"{name}.{inner}" for inner in part.model_fields) if part else (name,)


def _csv(
    model: type[BaseModel],
    entries: Sequence[BaseModel],
    pointer: str,
    unknown: Collection[str],
    none: Collection[str],
) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns(model))
    for position, entry in enumerate(entries):
        said = entry.model_dump(mode="json")
        row = [_said(said, column.split(".")) for column in _members(model)]
        row += [" ".join(_below(f"{pointer}/{position}/", absent)) for absent in (unknown, none)]
        writer.writerow([cell(text) for text in row])
    return sheet.getvalue()


def _below(entry: str, pointers: Iterable[str]) -> Iterator[str]:
    """The members of an entry that pointers lead to."""
    return (pointer.removeprefix(entry) for pointer in pointers if pointer.startswith(entry))


def _said(said: Any, path: Sequence[str]) -> str:
    """What stands at a member: words as they are, several ids with spaces between them, nothing where nothing is."""
    for name in path:
        said = said.get(name) if said is not None else None
    if isinstance(said, dict):
        return str(said["text"])
    if isinstance(said, list):
        return " ".join(said)
    if isinstance(said, bool):
        return "true" if said else "false"
    return "" if said is None else str(said)
