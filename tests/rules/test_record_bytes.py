"""Bytes of records: what says the same in other bytes than the tool writes is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from inforce.project.project import understand
from inforce.rules.record_bytes import check_record_bytes
from inforce.storage.tree import SOURCE, read_tree

from tests.release.forging import forge_file, forge_manifest
from tests.release.living import V

SAME: dict[str, Callable[[bytes], bytes]] = {
    "blanks at the end": lambda data: data + b" \n",
    "in one line": lambda data: json.dumps(json.loads(data), ensure_ascii=False).encode(),
    "a number as a string": lambda data: data.replace(b'"version": 2', b'"version": "2"'),
    "UTC as Z": lambda data: data.replace(b"+00:00", b"Z"),
}


def told(place: Path, *, settled: frozenset[str] = frozenset(), writer: str | None = None) -> list[str]:
    """The messages about version 2."""
    project, _ = understand(*read_tree(place, SOURCE))
    assert project is not None
    released = project.policies[0].released[1]
    found = check_record_bytes(released, settled=settled, writer=writer or released.manifest.made_by)
    return [f"{one.location.file.rpartition('/')[2]}: {one.message}" for one in found]


def test_a_manifest_in_other_bytes(two_versions: Path) -> None:
    assert told(two_versions) == []
    path = two_versions / V / "2/manifest.json"
    whole = path.read_bytes()
    for name, change in SAME.items():
        path.write_bytes(change(whole))
        assert change(whole) != whole, name
        assert any("its bytes are not those" in message for message in told(two_versions)), name
    assert told(two_versions, settled=frozenset({f"{V}/2/manifest.json"})) == []
    assert told(two_versions, writer="inforce 9.0.0") == [], "another writer may write in another way"


def test_facts_in_other_bytes(two_versions: Path) -> None:
    facts = (two_versions / V / "2/facts.json").read_bytes()
    forge_file(two_versions, 2, "facts.json", facts + b"\n")
    assert any(message.startswith("facts.json: ") for message in told(two_versions))


@pytest.mark.parametrize(("offset", "fine"), [("+02:00", True), ("+00:00", True), ("+01:00", False)])
def test_an_instant_at_an_offset_of_its_own(two_versions: Path, offset: str, fine: bool) -> None:
    forge_manifest(two_versions, 2, lambda record: record.update(effective_from=f"2024-05-01T00:00:00{offset}"))
    assert (told(two_versions) == []) is fine
