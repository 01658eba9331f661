"""The scripts for other sites, as they are published below `/embed/`: package data, and no code of the program's.

`scripts/1.2.3/` holds a release for good: its bytes never change, since pages name their digest. The newest one of a
major version is also at `/embed/1/`, the address that moves.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def scripts() -> dict[str, bytes]:
    """Path from the site's root (`embed/1/inforce.js`) to bytes."""
    releases = {
        tuple(map(int, folder.name.split("."))): {file.name: file.read_bytes() for file in folder.iterdir()}
        for folder in files("inforce.embed").joinpath("scripts").iterdir()
    }
    made: dict[str, bytes] = {}
    for version, held in sorted(releases.items()):
        for place in (".".join(map(str, version)), str(version[0])):
            made.update({f"embed/{place}/{name}": data for name, data in held.items()})
    return made


def as_kept(files: Mapping[str, bytes], base_url: str) -> dict[str, bytes]:
    """The scripts among these files as `pull.mjs` keeps them: with the address of the site, which they ask for news."""
    written = f"const BASE = {json.dumps(base_url)};".encode()
    return {
        path: data.replace(b'const BASE = "";', written)
        for path, data in files.items()
        if path.startswith("embed/") and path.endswith("/inforce.js")
    }
