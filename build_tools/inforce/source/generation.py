"""Which tool this is: a digest of its own files. What another tool made is not remembered."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def generation() -> str:
    """A digest of the tool's own code, templates and catalogs: what other code made is not remembered."""
    digest = hashlib.sha256()
    for name, data in _own_files(Path(__file__).parents[1], ""):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _own_files(folder: Path, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                found.extend(_own_files(entry, path))
        elif not entry.name.endswith(".pyc"):
            found.append((path, entry.read_bytes()))
    return found
