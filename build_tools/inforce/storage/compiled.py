"""Compiled templates and catalogs are kept beside the code, as Python keeps its own: none is compiled in every process.

Where that folder can't be written, or the disk is full, they are compiled each time, and nothing fails. They depend on
the tool and on the versions of Python, Jinja and Babel only, never on a policy, so they are no part of a project's
cache. Each is known by a digest of what it was compiled from.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

PLACE = Path(__file__).parents[1] / "__pycache__" / "templates"


def compiled_templates(environment: str) -> FileSystemBytecodeCache | None:
    """Where an environment (its name: what compiles otherwise has another) keeps its compiled templates.

    None where that folder cannot be written.
    """
    if not _writable():
        return None
    return _Kept(str(PLACE), f"{environment}-{version('jinja2')}-%s.cache")


def compiled_catalog(source: str, compile_: Callable[[str], bytes]) -> bytes:
    """A catalog compiled from its source: as it is kept, or made now."""
    place = PLACE / f"{hashlib.sha256(source.encode()).hexdigest()[:32]}-{version('babel')}.mo"
    try:
        kept = place.read_bytes()
    except OSError:
        kept = b""
    if kept[:32] == hashlib.sha256(kept[32:]).digest():
        return kept[32:]
    made = compile_(source)
    with suppress(OSError):
        _keep(place, hashlib.sha256(made).digest() + made)
    return made


class _Kept(FileSystemBytecodeCache):
    """What can't be kept is no reason to stop."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _keep(place: Path, data: bytes) -> None:
    if not _writable():
        return
    with tempfile.NamedTemporaryFile(dir=PLACE, delete=False) as file:
        try:
            file.write(data)
        except OSError:
            os.unlink(file.name)
            raise
    os.replace(file.name, place)


def _writable() -> bool:
    try:
        PLACE.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(PLACE, os.W_OK)
