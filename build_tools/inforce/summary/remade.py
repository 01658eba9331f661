"""A frozen summary compared with the one that this tool makes from the same words and facts.

The digests of a record show that a summary has changed since; they cannot show that it was ever true. What this
version of Inforce wrote is equal to the byte. What an earlier one wrote has every value that this one makes, and lacks
only members that came later, so neither an upgrade nor a forged `made_by` lets anything false pass.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import rfc8785

from inforce.model.writer import version_of
from inforce.parse.record_json import read_json

FIRST_WRITTEN_BY: Mapping[str, str] = {}
"""Members that came after the first release: where they stand, as a JSON Pointer with `*` for each position in a list
("/cookies/*/partitioned"), to the writer that first wrote them ("inforce 0.2.0")."""

_LONGEST = 80
_POSITION = re.compile(r"(?<=/)(0|[1-9][0-9]*)(?=/|$)")
_ABSENT = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A place, as a JSON Pointer (RFC 6901), with both values as short JSON; None where there is none."""

    pointer: str
    frozen: str | None
    made: str | None


def differences(
    frozen: bytes,
    made: bytes,
    *,
    made_by: str,
    writer: str,
    first_written_by: Mapping[str, str],
) -> Iterator[Difference]:
    """Where a frozen summary is not what `writer`, this tool, makes. `made_by` wrote it; it must not be a later one.
    `first_written_by`: see FIRST_WRITTEN_BY."""
    if frozen == made:
        return
    earlier, this = version_of(made_by), version_of(writer)
    assert earlier is not None, made_by
    assert this is not None, writer
    may_lack = {
        member
        for member, first in first_written_by.items()
        if earlier < this and earlier < (version_of(first) or (0, 0, 0))
    }
    said = read_json(frozen, ambiguous=True)
    found = False
    for difference in _compare("", said, json.loads(made), may_lack):
        found = True
        yield difference
    if not found and rfc8785.dumps(said) != frozen:
        yield Difference(pointer="", frozen="the same values, written in another way", made=None)


def _compare(pointer: str, frozen: Any, made: Any, may_lack: set[str]) -> Iterator[Difference]:
    if isinstance(frozen, dict) and isinstance(made, dict):
        for name in sorted({*frozen, *made}):
            inner = f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
            if name in frozen or _POSITION.sub("*", inner) not in may_lack:
                yield from _compare(inner, frozen.get(name, _ABSENT), made.get(name, _ABSENT), may_lack)
    elif isinstance(frozen, list) and isinstance(made, list):
        for position in range(max(len(frozen), len(made))):
            here, there = (side[position] if position < len(side) else _ABSENT for side in (frozen, made))
            yield from _compare(f"{pointer}/{position}", here, there, may_lack)
    elif type(frozen) is not type(made) or frozen != made:
        yield Difference(pointer=pointer, frozen=_short(frozen), made=_short(made))


def _short(value: Any) -> str | None:
    if value is _ABSENT:
        return None
    try:
        text = json.dumps(value, ensure_ascii=False)
    except RecursionError:
        return "…"
    text = text if text.isprintable() else json.dumps(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
