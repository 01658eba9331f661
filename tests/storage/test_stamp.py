"""Stamps: whether a build would make what stands there already."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from inforce.storage.stamp import (
    Inputs,
    Stamp,
    digest_inputs,
    output_digest,
    read_stamp,
    stamp_path,
    write_stamp,
)

from tests.sources import change

SOURCE = {
    "policy_src/site.yml": b"site",
    "policy_src/facts/retention.yml": b"facts",
    "policy_src/privacy/policy.yml": b"policy",
    "policy_src/privacy/en/general.md": b"general",
    "policy_src/privacy/en/rights.md": b"rights",
    "policy_src/privacy/fr/sync.json": b"sync",
    "policy_src/privacy/changes/note.md": b"note",
    "policy_src/privacy/versions/1/manifest.json": b"manifest",
    "policy_src/privacy/versions/1/en/general.md": b"frozen",
}
STAMP = Stamp(
    inputs=Inputs(source="a", published="b"),
    since="2024-01-01T00:00:00+01:00",
    until="2025-01-01T00:00:00+01:00",
    output="d",
    said="Built.",
)


def inputs(changes: dict[str, bytes] | None = None, *, handbook: str = "h", drafts: bool = False) -> Inputs:
    return digest_inputs({**SOURCE, **(changes or {})}, handbook=handbook, drafts=drafts)


@pytest.mark.parametrize(
    ("path", "published"),
    [
        ("policy_src/site.yml", True),
        ("policy_src/privacy/policy.yml", True),
        ("policy_src/privacy/versions/1/en/general.md", True),
        ("policy_src/privacy/versions/1/amendments/0001/fr/general.md", True),
        ("policy_src/facts/retention.yml", False),
        ("policy_src/privacy/changes/note.md", False),
        ("policy_src/privacy/fr/sync.json", False),
        ("policy_src/privacy/en/general.md", False),
    ],
)
def test_what_a_change_touches(path: str, published: bool) -> None:
    before, after = inputs(), inputs({path: b"changed"})
    assert before.source != after.source
    assert (before.published != after.published) is published


def test_with_drafts_every_change_is_of_what_is_published() -> None:
    changed = {"policy_src/privacy/en/general.md": b"changed"}
    assert inputs(drafts=True).published != inputs(changed, drafts=True).published
    assert inputs().source != inputs(drafts=True).source


def test_the_handbook_counts() -> None:
    assert inputs(handbook="other").published != inputs().published


@pytest.mark.parametrize(
    ("instant", "holds"),
    [
        (datetime(2023, 12, 31, 22, 59, 59, tzinfo=UTC), False),
        (datetime(2023, 12, 31, 23, tzinfo=UTC), True),
        (datetime(2024, 12, 31, 22, 59, 59, tzinfo=UTC), True),
        (datetime(2024, 12, 31, 23, tzinfo=UTC), False),
    ],
)
def test_a_state_holds_from_its_first_instant_to_the_next_change(instant: datetime, holds: bool) -> None:
    assert STAMP.holds_at(instant) is holds


def test_a_stamp_is_kept_and_read(tmp_path: Path) -> None:
    path = stamp_path(tmp_path / "cache", tmp_path / "site")
    assert path != stamp_path(tmp_path / "cache", tmp_path / "other")
    assert read_stamp(path) is None
    write_stamp(path, STAMP)
    assert read_stamp(path) == STAMP


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "{", '{"inputs": {}}', '{"inputs": 1}'])
def test_a_stamp_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp.json").write_text(text, "utf-8")
    assert read_stamp(tmp_path / "stamp.json") is None


@pytest.mark.parametrize("change", [{"since": 1}, {"until": "2024-01-01T00:00:00"}, {"said": None}])
def test_a_stamp_with_a_part_that_is_none_is_none(tmp_path: Path, change: dict[str, Any]) -> None:
    write_stamp(tmp_path / "stamp.json", replace(STAMP, **change))
    assert read_stamp(tmp_path / "stamp.json") is None


def test_a_folder_touched_by_hand_is_seen(tmp_path: Path) -> None:
    change(tmp_path, {"a.html": "a", "b/c.html": "c"})
    before = output_digest(tmp_path)
    assert output_digest(tmp_path) == before
    os.utime(tmp_path / "a.html", ns=(1, 1))
    touched = output_digest(tmp_path)
    assert touched != before
    change(tmp_path, {"b/d.html": "d"})
    assert output_digest(tmp_path) != touched


def test_facts_are_published_where_pages_are_held_to_them() -> None:
    def published(facts: bytes, speaks: bool) -> str:
        return digest_inputs({"policy_src/facts/retention.yml": facts}, handbook="h", speaks=speaks).published

    assert published(b"1", False) == published(b"2", False)
    assert published(b"1", True) != published(b"2", True)
