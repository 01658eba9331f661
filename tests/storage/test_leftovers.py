"""What commands work in: known by name, held while they live, cleared when they were killed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from inforce.storage.leftovers import clear, is_passing, working_file, working_folder
from inforce.storage.tree import read_tree

from tests.sources import change, snapshot

LEFT = ".inforce-work-0123456789abcdef"


@pytest.mark.parametrize("name", [LEFT])
def test_its_own_name(name: str) -> None:
    assert is_passing(name)


@pytest.mark.parametrize(
    "name", [".inforce-site", ".inforce-work-", LEFT + "0", LEFT.upper(), "x" + LEFT, ".inforce-work-0123456789abcdeg"]
)
def test_any_other_name_is_not_its_own(name: str) -> None:
    assert not is_passing(name)


def test_what_was_left_goes_and_what_lives_or_is_another_s_stays(tmp_path: Path) -> None:
    change(tmp_path, {f"{LEFT}/deep/a.txt": "a", "mine/b.txt": "b", ".inforce-site": ""})
    (tmp_path / LEFT.replace("0", "1")).write_text("half a file")
    (tmp_path / LEFT.replace("0", "2")).symlink_to("mine")
    with working_folder(tmp_path) as folder, working_file(tmp_path) as (file, _):
        clear(tmp_path)
        assert {path.name for path in tmp_path.iterdir()} == {
            folder.name, file.name, "mine", ".inforce-site", LEFT.replace("0", "2")
        }  # fmt: skip
    assert snapshot(tmp_path / "mine") == {"b.txt": b"b"}


def test_what_belongs_to_another_user_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / LEFT).mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    clear(tmp_path)
    assert (tmp_path / LEFT).is_dir()


def test_a_folder_that_was_moved_to_its_place_stays_there(tmp_path: Path) -> None:
    with working_folder(tmp_path) as folder:
        (folder / "a.txt").write_text("a")
        folder.rename(tmp_path / "done")
    assert snapshot(tmp_path) == {"done/a.txt": b"a"}
    assert (tmp_path / "done").stat().st_mode & 0o777 == 0o755


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def fail(folder: Path | None = None) -> None:
        if folder:
            (folder / "a.txt").write_text("a")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), working_folder(tmp_path) as folder:
        fail(folder)
    with pytest.raises(ZeroDivisionError), working_file(tmp_path):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_readers_pass_over_it(tmp_path: Path) -> None:
    change(tmp_path, {f"policy_src/{LEFT}/manifest.json": "{", "policy_src/site.yml": "x"})
    tree, problems = read_tree(tmp_path, "policy_src")
    assert (list(tree.files), problems) == (["policy_src/site.yml"], ())


def test_nothing_is_cleared_where_there_is_nothing(tmp_path: Path) -> None:
    clear(tmp_path / "nowhere")
