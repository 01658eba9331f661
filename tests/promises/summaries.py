"""Small summaries and indexes of the published form, made for a test."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any


def summary(**members: Any) -> dict[str, Any]:
    """A summary that says little, with some members set."""
    return {
        "format": "inforce-summary-1",
        "contract": "1.0",
        "policy": "privacy",
        "version": 1,
        "revision": 1,
        "language": "en",
        "consent_epoch": 1,
        "unknown": [],
        "none": [],
        **members,
    }


def cookie(id_: str, name: str | None = None, **members: Any) -> dict[str, Any]:
    """A cookie, its name matched as a whole."""
    named = {"name": name, "pattern": f"^{name}$", "match": "exact"} if name else {}
    said = {"type": "cookie", "category": "necessary", "consent_required": False, "party": "first"}
    return {"id": id_, **named, **said, "domains": [], "purposes": [], "data": [], **members}


def unknown(pointer: str, reason: str = "Nobody has looked.") -> dict[str, Any]:
    """A value that isn't known."""
    return {"pointer": pointer, "reason": {"text": reason}}


def published(*versions: dict[str, Any], name: str = "index.json") -> dict[str, bytes]:
    """The files of a policy `privacy` with these versions; each has its summaries by language, under `says`, in the
    order of their revisions. The first language prevails."""
    files: dict[str, bytes] = {}
    listed = [{**version, "editions": _editions(version, files)} for version in versions]
    index = {
        "format": "inforce-index-1",
        "sequence": 7,
        "made_at": "2026-11-01T00:00:00+00:00",
        "policies": [
            {"policy": "privacy", "versions": [{k: v for k, v in one.items() if k != "says"} for one in listed]}
        ],
    }
    return {**files, f"api/v1/{name}": json.dumps(index).encode()}


def version(number: int, effective_from: str, **members: Any) -> dict[str, Any]:
    """A version in English, whose periods tell its number, if it doesn't say otherwise."""
    told = summary(version=number, retention=[{"id": "leads", "duration": f"P{number}Y"}])
    return {"version": number, "effective_from": effective_from, "says": {"en": [told]}, **members}


def _editions(version: dict[str, Any], files: dict[str, bytes]) -> list[dict[str, Any]]:
    editions = []
    for position, (language, revisions) in enumerate(version["says"].items()):
        made = []
        for number, said in enumerate(revisions, start=1):
            path = f"api/v1/privacy/{version['version']}/{language}/r{number}.json"
            files[path] = json.dumps({**said, "language": language, "revision": number}).encode()
            digest = base64.b64encode(hashlib.sha256(files[path]).digest()).decode()
            recorded = f"{2020 + number}-01-01T00:00:00+00:00"
            file = {"path": path, "integrity": f"sha256-{digest}"}
            made.append({"revision": number, "recorded": recorded, "summary": file})
        status = "authoritative" if position == 0 else "courtesy"
        editions.append({"language": language, "language_status": status, "revisions": made})
    return editions
