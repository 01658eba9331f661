"""What is known of the base branch."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from inforce.storage.base import blob_id

from tests.sources import change


@pytest.mark.parametrize("kind", ["sha1", "sha256"])
def test_ids_are_those_that_git_gives(tmp_path: Path, kind: str) -> None:
    subprocess.run(["git", "init", "-q", f"--object-format={kind}", str(tmp_path)], check=True)
    change(tmp_path, {"a": "words\n"})
    command = ["git", "-C", str(tmp_path), "hash-object", "a"]
    id = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    assert blob_id(b"words\n", id) == id
