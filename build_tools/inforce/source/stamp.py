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
class Inputs:
    """Digests of what a build reads, each with the tool, the options, the handbook and mkdocs.yml."""

    source: str
    """Everything."""
    published: str
    """What a site is made of: without drafts, neither working texts nor change notes nor facts to come."""
    frame: str
    """All but the sections of working texts."""
    sections: Mapping[str, str]
    """Of working texts: path of a section to its digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a build was made from and what it made. `since` and `until` bound the state, as RFC 3339 or ''."""

    inputs: Inputs
    """What was checked last; what is published of it is what was built."""
    outlines: Mapping[str, str]
    """Path of a section of a working text to its outline."""
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


def digest_inputs(project: Path, files: Mapping[str, bytes], *, drafts: bool) -> Inputs:
    """The digests of a project whose source tree holds these files (path to bytes)."""
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    handbook = {
        found.relative_to(project).as_posix(): hashlib.sha256(found.read_bytes()).hexdigest()
        for place in ("mkdocs.yml", "docs")
        for found in _files(project / place)
    }
    sections = {path: digest for path, digest in digests.items() if _is_working_section(path)}

    def together(part: Mapping[str, str]) -> str:
        named = json.dumps([generation(), drafts, handbook, part])
        return hashlib.sha256(named.encode("utf-8", "surrogateescape")).hexdigest()

    return Inputs(
        source=together(digests),
        published=together({path: digest for path, digest in digests.items() if drafts or _is_published(path)}),
        frame=together({path: digest for path, digest in digests.items() if path not in sections}),
        sections=sections,
    )


def edited_sections(before: Inputs, after: Inputs) -> tuple[str, ...] | None:
    """The sections of working texts that were edited since; None where anything else came, went or changed."""
    if before.frame != after.frame or before.sections.keys() != after.sections.keys():
        return None
    return tuple(path for path, digest in after.sections.items() if before.sections[path] != digest)


def _is_published(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == 2 or "versions" in parts[2:] or parts[2:] == ["policy.yml"]


def _is_working_section(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == 4 and parts[2] not in ("versions", "changes") and path.endswith(".md")


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
    whole = isinstance(stamp.inputs.sections, dict) and isinstance(stamp.outlines, dict)
    texts = (stamp.since, stamp.until, stamp.output, stamp.said)
    return stamp if whole and all(isinstance(text, str) for text in texts) and _are_instants(texts[:2]) else None


def _are_instants(texts: tuple[str, ...]) -> bool:
    try:
        return all(datetime.fromisoformat(text).tzinfo is not None for text in texts if text)
    except ValueError:
        return False


def write_stamp(path: Path, stamp: Stamp) -> None:
    """Keep the stamp of a build."""
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
