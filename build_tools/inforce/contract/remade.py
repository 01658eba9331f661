"""A frozen summary compared with the one that this tool makes from the same words and facts.

The digests of a record show that a summary has changed since; they cannot show that it was ever true. What is of this
version of the contract is equal to the byte. What is of an earlier one has every value that this tool makes, and lacks
only members that came later, so neither an upgrade nor a forged `made_by` lets anything false pass.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import rfc8785

from inforce.contract.since import minor
from inforce.reader.records.record_json import read_json

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
    contract: str,
    since: Mapping[str, str],
) -> Iterator[Difference]:
    """Where a frozen summary is not what this tool makes. `contract` is the version of the contract in which it was
    written, as its writer is known to have done; `since` has the members of this one's (`members_since`)."""
    if frozen == made:
        return
    may_lack = {member for member, came in since.items() if minor(came) > minor(contract)}
    expected = {**json.loads(made), "contract": contract}
    said = read_json(frozen, ambiguous=True)
    found = False
    for difference in _compare("", said, expected, may_lack):
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
