"""The scripts for other sites, as they are published below `/embed/`: package data, and no code of the program's.

`scripts/1.2.3/` holds a release for good: its bytes never change, since pages name their digest. The newest one of a
major version is also at `/embed/1/`, the address that moves.
"""

from __future__ import annotations

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
