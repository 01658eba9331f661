"""Planned edits on the disk: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.release.edits import Plan
from inforce.storage.apply import apply, replace_file, replace_folder

from tests.sources import change, snapshot


def test_a_plan_is_carried_out(tmp_path: Path) -> None:
    change(tmp_path, {"a.md": "old", "note.md": "gone soon"})
    plan = Plan(
        title="x",
        folder="versions/1",
        created={"m.json": b"{}", "en/a.md": b"A"},
        replaced={"a.md": b"new"},
        removed=("note.md", "never.md"),
    )
    apply(tmp_path, plan)
    assert snapshot(tmp_path) == {"versions/1/m.json": b"{}", "versions/1/en/a.md": b"A", "a.md": b"new"}


def test_a_folder_that_is_there_is_not_touched_and_nothing_else_is_done(tmp_path: Path) -> None:
    change(tmp_path, {"versions/1/m.json": "kept", "a.md": "old"})
    with pytest.raises(FileExistsError):
        apply(tmp_path, Plan(title="x", folder="versions/1", created={"m.json": b"{}"}, replaced={"a.md": b"new"}))
    assert snapshot(tmp_path) == {"versions/1/m.json": b"kept", "a.md": b"old"}


def test_a_folder_that_cannot_be_written_whole_does_not_appear(tmp_path: Path) -> None:
    plan = Plan(title="x", folder="versions/1", created={"a": b"1", "a/b": b"a file is no folder"}, replaced={"z": b""})
    with pytest.raises(OSError, match="a"):
        apply(tmp_path, plan)
    assert snapshot(tmp_path) == {}
    assert list((tmp_path / "versions").iterdir()) == []


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(tmp_path, {"a.md": "old"})

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="full"):
        replace_file(tmp_path / "a.md", b"new")
    assert snapshot(tmp_path) == {"a.md": b"old"}


def test_a_site_is_replaced_whole(tmp_path: Path) -> None:
    change(tmp_path, {"site/old.html": "old", "new/new.html": "new"})
    replace_folder(tmp_path / "new", tmp_path / "site")
    assert snapshot(tmp_path) == {"site/new.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_cannot_be_replaced_is_put_back(tmp_path: Path) -> None:
    change(tmp_path, {"site/old.html": "old"})
    with pytest.raises(OSError, match="new"):
        replace_folder(tmp_path / "new", tmp_path / "site")
    assert snapshot(tmp_path) == {"site/old.html": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
