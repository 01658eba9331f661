"""JSON of records: read so that it says one thing only, and written so that the same data are always the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel


class AmbiguousJson(ValueError):
    """An object has two entries of one name: readers may take the first, programs take the last."""


def read_json(data: bytes, *, ambiguous: bool = False) -> Any:
    """What JSON says; None where it cannot be read, or says two things of one name. With `ambiguous`, the last counts:
    for who compares bytes too."""
    try:
        return json.loads(data) if ambiguous else _loads(data)
    except (ValueError, RecursionError):
        return None


def refuse_ambiguous(data: bytes) -> None:
    """Raises AmbiguousJson where an object has two entries of one name; what is no JSON at all is not told here."""
    try:
        _loads(data)
    except AmbiguousJson:
        raise
    except (ValueError, RecursionError):
        return


def record(data: BaseModel | Mapping[str, Any]) -> bytes:
    """JSON as records hold it, in the order of its model or source: two spaces, one newline at the end.

    Empty optional entries of a model are left out.
    """
    plain = data.model_dump(mode="json", exclude_none=True) if isinstance(data, BaseModel) else data
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")


def _loads(data: bytes) -> Any:
    return json.loads(data, object_pairs_hook=_once_each)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise AmbiguousJson(f'it has two entries "{twice[:100]}"')
    return found
