"""Knows whether a build would make what already stands there: same source, same tool, same state of every version.

The stamp holds the digest of all that went in, the stretch of time in which no version changes its state, and the
digest of what came out (paths, sizes, times), so that a folder touched by hand is built again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from inforce.storage.generation import generation


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Digests of what a build reads, each with the tool, the options, the handbook and mkdocs.yml."""

    source: str
    """Everything."""
    published: str
    """What a site is made of: without drafts, neither working texts nor change notes nor facts to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a build was made from and what it made. `since` and `until` bound the state, as RFC 3339 or ''."""

    inputs: Inputs
    """What was checked last; what is published of it is what was built."""
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


def digest_inputs(
    files: Mapping[str, bytes],
    *,
    handbook: str,
    settled: Collection[str] = (),
    drafts: bool = False,
    speaks: bool = False,
) -> Inputs:
    """The digests of a project whose source tree holds these files (path to bytes), with that of its handbook and the
    records that are settled, on which the check depends too. Pages of a handbook that `speaks` of facts are held to
    them."""
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}

    def together(part: Mapping[str, str]) -> str:
        named = json.dumps([generation(), drafts, handbook, part])
        return hashlib.sha256(named.encode("utf-8", "surrogateescape")).hexdigest()

    return Inputs(
        source=together({**digests, "settled": json.dumps(sorted(settled))}),
        published=together(
            {path: digest for path, digest in digests.items() if drafts or speaks or _is_published(path)}
        ),
    )


def _is_published(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == 2 or "versions" in parts[2:] or parts[2:] == ["policy.yml"]


def output_digest(folder: Path) -> str:
    """The digest of a folder's listing: paths, sizes and times of change, not contents.

    The time of the last change of the entry itself is among them: nobody sets it back, as one can that of the words.
    """
    digest = hashlib.sha256()
    for path in _files(folder):
        known = path.stat()
        digest.update(
            f"{path.relative_to(folder)}\0{known.st_size}\0{known.st_mtime_ns}\0{known.st_ctime_ns}\0".encode(
                "utf-8", "surrogateescape"
            )
        )
    return digest.hexdigest()


def read_stamp(path: Path) -> Stamp | None:
    """The stamp of the last build, if there is one that can be read."""
    try:
        data = json.loads(path.read_text("utf-8"))
        stamp = Stamp(**{**data, "inputs": Inputs(**data["inputs"])})
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    texts = (stamp.since, stamp.until, stamp.output, stamp.said)
    return stamp if all(isinstance(text, str) for text in texts) and _are_instants(texts[:2]) else None


def _are_instants(texts: tuple[str, ...]) -> bool:
    try:
        return all(datetime.fromisoformat(text).tzinfo is not None for text in texts if text)
    except ValueError:
        return False


def write_stamp(path: Path, stamp: Stamp) -> None:
    """Keep the stamp of a build, where that can be done."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(stamp), indent=1), "utf-8")


def stamp_path(cache: Path, output: Path) -> Path:
    """Where the stamp of an output folder stands."""
    return cache / f"stamp-{hashlib.sha256(str(output).encode()).hexdigest()[:16]}.json"


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
        return
    for folder, folders, names in os.walk(place):
        folders.sort()
        for name in sorted(names):
            yield Path(folder) / name
