"""Which tool this is: a digest of its own files and of the names of all that is installed beside it, versions included.
What another tool made is not remembered."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from functools import cache
from pathlib import Path


@cache
def generation() -> str:
    """A digest of the tool's own code, templates and catalogs, of Python and of every distribution that is installed:
    a library that renders otherwise makes other pages."""
    digest = hashlib.sha256(json.dumps([sys.version, sorted(_installed())]).encode())
    for name, data in _own_files(Path(__file__).parents[1], ""):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _installed() -> set[str]:
    """The folders that describe what is installed: `markdown-3.10.dist-info` …"""
    found: set[str] = set()
    for place in filter(os.path.isdir, sys.path):
        found.update(name for name in os.listdir(place) if name.endswith((".dist-info", ".egg-info")))
    return found


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
