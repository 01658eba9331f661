"""The records of a released version: what they must say, and how instants are written."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.version import Amendment, Manifest
from pydantic import ValidationError

DIGEST = "sha256:" + "0" * 64
MANIFEST: dict[str, Any] = {
    "made_by": "inforce 0.1.0",
    "policy": "privacy",
    "version": 1,
    "effective_from": "2020-11-10T00:00:00+01:00",
    "announced": "2020-11-10T00:00:00+01:00",
    "released": "2026-01-01T12:00:00+00:00",
    "kind": "material",
    "consent_epoch": 1,
    "time_zone": "Europe/Brussels",
    "authoritative_language": "en",
    "languages": {"en": {"title": "Privacy", "status": "authoritative", "reviewed": True}},
    "sections": [{"id": "general"}],
    "numbering": ["1."],
    "digests": {"en": {"general": {"bytes": DIGEST, "wording": "w1:" + "0" * 64}}},
    "files": {"facts.json": DIGEST},
}


def test_an_instant_keeps_the_offset_it_was_given_in() -> None:
    manifest = Manifest.model_validate(MANIFEST)
    written = manifest.model_dump(mode="json")
    assert written["effective_from"] == "2020-11-10T00:00:00+01:00"
    assert Manifest.model_validate(written) == manifest
    assert (written["format"], written["wording_algorithm"]) == (1, "w1")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("effective_from", "2020-11-10T00:00:00"),
        ("effective_from", "10 November 2020"),
        ("version", 0),
        ("consent_epoch", 0),
        ("format", 2),
        ("wording_algorithm", "w2"),
        ("kind", "big"),
        ("files", {"facts.json": "sha256:0"}),
        ("files", {"facts.json": "sha1:" + "0" * 64}),
        ("digests", {"en": {"general": {"bytes": DIGEST, "wording": DIGEST}}}),
        ("previous", "0" * 64),
    ],
)
def test_what_a_manifest_cannot_say(key: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Manifest.model_validate({**MANIFEST, key: value})


@pytest.mark.parametrize("key", sorted(MANIFEST.keys() - {"announced"}))
def test_what_a_manifest_must_say(key: str) -> None:
    with pytest.raises(ValidationError):
        Manifest.model_validate({name: value for name, value in MANIFEST.items() if name != key})


def test_an_amendment_continues_a_record_and_gives_its_reason() -> None:
    said = {"type": "correction", "recorded": "2021-01-01T00:00:00Z", "reason": "A slip.", "previous": DIGEST}
    amendment = {"made_by": "inforce 0.1.0", **said}
    assert Amendment.model_validate(amendment).effective_from is None
    for key in amendment:
        with pytest.raises(ValidationError):
            Amendment.model_validate({name: value for name, value in amendment.items() if name != key})
    with pytest.raises(ValidationError):
        Amendment.model_validate({**amendment, "type": "improvement"})
