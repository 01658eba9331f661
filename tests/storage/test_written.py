"""Files that are on disk as soon as they are made."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.storage.written import Written

from tests.sources import snapshot


def test_what_is_put_there_is_a_file_and_can_be_read_again(tmp_path: Path) -> None:
    files = Written(tmp_path)
    files["a/b.json"] = b"1"
    files.update({"c.txt": b"2"})
    assert snapshot(tmp_path) == {"a/b.json": b"1", "c.txt": b"2"} == dict(files)
    assert len(files) == 2


def test_only_its_own_files_are_in_it_and_none_is_written_twice(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"before")
    files = Written(tmp_path)
    assert "there" not in files
    with pytest.raises(KeyError):
        files["there"]
    with pytest.raises(FileExistsError):
        files["there"] = b"after"
    assert (tmp_path / "there").read_bytes() == b"before"
    files["a"] = b"1"
    with pytest.raises(FileExistsError):
        files["a"] = b"2"
    with pytest.raises(TypeError):
        del files["a"]
