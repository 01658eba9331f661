"""Knows whether a build would make what already stands there: same source, same tool, same state of every version.

The stamp holds the digest of all that went in, the stretch of time in which no version changes its state, and the
digest of what came out (paths, sizes, times), so that a folder touched by hand is built again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from inforce.source.generation import generation


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a build was made from and what it made. `since` and `until` bound the state, as RFC 3339 or ''."""

    source: str
    published: str
    """The digest of the part of the source that is published."""
    since: str
    until: str
    output: str
    said: str
    """What the build said when it was done."""

    def holds_at(self, at: datetime) -> bool:
        """Whether every version had the same state at that instant as when this was built."""
        return (not self.since or datetime.fromisoformat(self.since) <= at) and (
            not self.until or at < datetime.fromisoformat(self.until)
        )


def source_digest(project: Path, files: Mapping[str, bytes], *, options: str) -> str:
    """The digest of everything a build reads: the source tree, the handbook, mkdocs.yml, the tool, the options."""
    digest = hashlib.sha256(f"{generation()}\0{options}\0".encode())
    for path, data in files.items():
        _add(digest, path, data)
    for place in ("mkdocs.yml", "docs"):
        for found in _files(project / place):
            _add(digest, found.relative_to(project).as_posix(), found.read_bytes())
    return digest.hexdigest()


def published_part(files: Mapping[str, bytes], *, drafts: bool) -> Mapping[str, bytes]:
    """The files that a site is made of: without drafts, neither working texts nor change notes nor facts to come."""
    if drafts:
        return files

    def shown(path: str) -> bool:
        parts = path.split("/")
        return len(parts) == 2 or "versions" in parts[2:] or parts[2:] == ["policy.yml"]

    return {path: data for path, data in files.items() if shown(path)}


def output_digest(folder: Path) -> str:
    """The digest of a folder's listing: paths, sizes and times of change, not contents."""
    digest = hashlib.sha256()
    for path in _files(folder):
        known = path.stat()
        digest.update(
            f"{path.relative_to(folder)}\0{known.st_size}\0{known.st_mtime_ns}\0".encode("utf-8", "surrogateescape")
        )
    return digest.hexdigest()


def read_stamp(path: Path) -> Stamp | None:
    """The stamp of the last build, if there is one that can be read."""
    try:
        return Stamp(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(path: Path, stamp: Stamp) -> None:
    """Keep the stamp of a build."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(stamp), indent=1), "utf-8")


def stamp_path(cache: Path, output: Path) -> Path:
    """Where the stamp of an output folder stands."""
    return cache / f"stamp-{hashlib.sha256(str(output).encode()).hexdigest()[:16]}.json"


def _add(digest: hashlib._Hash, path: str, data: bytes) -> None:
    digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
    digest.update(data)


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
        return
    for folder, folders, names in os.walk(place):
        folders.sort()
        for name in sorted(names):
            yield Path(folder) / name
