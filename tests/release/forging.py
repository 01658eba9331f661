"""Records written by hand, with every digest right: what a stranger's pull request could hold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from inforce.model.version import Amendment, Manifest
from inforce.model.writer import WRITER
from inforce.reader.records.record_json import record as written
from inforce.reader.section import parse_section
from inforce.reader.wording import wording_digest
from pydantic import ValidationError

from tests.release.living import V

WORDS = b"# How long\n\nWe keep it for [10 years](fact:retention.contract). We sell everything.\n"


def sha256(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def forge_manifest(place: Path, version: int, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the last manifest, and its amendments' chain with it."""
    folder = place / V / str(version)
    record = json.loads((folder / "manifest.json").read_text("utf-8"))
    change(record)
    _write(folder / "manifest.json", record)
    before = folder / "manifest.json"
    for amendment in sorted(folder.glob("amendments/*/amendment.json")):
        _write(amendment, {**json.loads(amendment.read_text("utf-8")), "previous": sha256(before.read_bytes())})
        before = amendment


def forge_file(place: Path, version: int, path: str, data: bytes) -> None:
    """Put a file into a version, and its digest into the manifest."""
    target = place / V / str(version) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    forge_manifest(place, version, lambda record: record["files"].update({path: sha256(data)}))


def forge_amendment(place: Path, version: int, record: Mapping[str, Any], files: Mapping[str, bytes]) -> str:
    """Add an amendment with these files; its place below the version."""
    folder = place / V / str(version)
    earlier = sorted(folder.glob("amendments/*/amendment.json"))
    name = f"amendments/{len(earlier) + 1:04d}"
    previous = sha256((earlier or [folder / "manifest.json"])[-1].read_bytes())
    listed: dict[str, str] = {}
    digests: dict[str, dict[str, dict[str, str]]] = {}
    for path, data in files.items():
        (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / path).write_bytes(data)
        if path.endswith(".md"):
            language, _, section = path.removesuffix(".md").partition("/")
            read, _ = parse_section(data.decode(), id=section, file=path, language=language)
            assert read is not None
            digests.setdefault(language, {})[section] = {"bytes": sha256(data), "wording": wording_digest(read.leaves)}
        else:
            listed[path] = sha256(data)
    whole = {
        "format": 1,
        "made_by": WRITER,
        "recorded": "2024-02-01T00:00:00+00:00",
        "reason": "because of it",
        "previous": previous,
    }
    (folder / name).mkdir(parents=True, exist_ok=True)
    _write(folder / name / "amendment.json", {**whole, "files": listed, "digests": digests, **record})
    return name


def rewrite(place: Path, version: int, path: str, text: str) -> None:
    """Put other words into a version, with their digests."""
    (place / V / f"{version}/{path}").write_text(text, "utf-8")
    language, _, name = path.removesuffix(".md").partition("/")
    section, _ = parse_section(text, id=name, file=path, language=language)
    assert section is not None
    pair = {"bytes": sha256(text.encode()), "wording": wording_digest(section.leaves)}
    forge_manifest(place, version, lambda record: record["digests"][language].update({name: pair}))


def _write(path: Path, record: Mapping[str, Any]) -> None:
    """As the tool would write it, where it can be read at all."""
    model = Manifest if path.name == "manifest.json" else Amendment
    try:
        path.write_bytes(written(model.model_validate(record)))
    except ValidationError:
        path.write_bytes(written(record))
