"""The base branch as git tells of it: which files it has, and what is to be doubted about that."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Why git could not look as far as it should, and what would let it."""

    why: str
    cure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What the base branch has."""

    files: Mapping[str, str] = field(default_factory=dict)
    """Path below the project to the id of its bytes; of a symbolic link, empty."""
    whole: bool = True
    """Whether all of it should be here: not so where the base may have gained files since this work left it."""
    tip: Mapping[str, str] = field(default_factory=dict)
    """As `files`, in its newest commit, where that is another one."""
    at: datetime | None = None
    """When its newest commit was made: until then it has not had what is in neither."""
    doubt: Doubt | None = None
    changed: tuple[str, ...] = ()
    """Of the files that are watched, those that the last commit has otherwise, not at all or anew."""


def blob_id(data: bytes, like: str) -> str:
    """The id that git gives to these bytes, by the kind of hash that another id was made with."""
    digest = hashlib.sha1(usedforsecurity=False) if len(like) <= 40 else hashlib.sha256()
    digest.update(b"blob %d\0" % len(data))
    digest.update(data)
    return digest.hexdigest()
