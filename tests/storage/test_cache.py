"""Where what is remembered lies: in the user's cache, never in the project."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from inforce.storage.cache import InsideProject, cache_folder, cache_top, forget, keep_cache


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INFORCE_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def of(project: Path) -> Path:
    project.mkdir(parents=True, exist_ok=True)
    folder = cache_folder(project)
    assert folder is not None
    return folder


def test_every_project_has_a_folder_of_its_own(top: Path, tmp_path: Path) -> None:
    one, other = of(tmp_path / "a/site"), of(tmp_path / "b/site")
    assert one != other
    assert one.parent == other.parent == top


def test_a_project_is_known_by_its_real_path(top: Path, tmp_path: Path) -> None:
    real = of(tmp_path / "real")
    (tmp_path / "link").symlink_to("real")
    assert cache_folder(tmp_path / "link") == real


def test_without_the_variable_it_is_the_user_s_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INFORCE_CACHE", "")
    assert cache_top().name in ("inforce", "Cache")
    assert "inforce" in cache_top().parts
    assert not cache_top().is_relative_to(tmp_path)


@pytest.mark.parametrize("where", [".cache", "project/.cache", "project", "project/deep/er"])
def test_a_folder_in_the_project_or_its_repository_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "project").mkdir()
    monkeypatch.setenv("INFORCE_CACHE", str(tmp_path / where))
    with pytest.raises(InsideProject, match="INFORCE_CACHE"):
        cache_folder(tmp_path / "project")


def test_a_link_does_not_hide_a_folder_in_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project/.cache").mkdir(parents=True)
    (tmp_path / "outside").symlink_to("project/.cache")
    monkeypatch.setenv("INFORCE_CACHE", str(tmp_path / "outside"))
    with pytest.raises(InsideProject):
        cache_folder(tmp_path / "project")


def test_nothing_is_remembered_where_the_user_s_own_lies_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INFORCE_CACHE", "")
    monkeypatch.setattr("inforce.storage.cache.user_cache_path", lambda *_, **__: tmp_path / ".cache/inforce")
    assert cache_folder(tmp_path) is None
    forget(tmp_path)


def test_what_is_remembered_of_projects_that_are_no_more_goes(top: Path, tmp_path: Path) -> None:
    here, gone = of(tmp_path / "here"), of(tmp_path / "gone")
    for folder, name in ((here, "here"), (gone, "gone")):
        keep_cache(folder, tmp_path / name)
    (top / "somebody's.txt").write_text("other")
    (top / ("0" * 24)).mkdir()
    (tmp_path / "gone").rmdir()
    keep_cache(here, tmp_path / "here")
    assert sorted(path.name for path in top.iterdir()) == sorted([here.name, "somebody's.txt", "0" * 24])


def test_a_place_that_cannot_be_written_is_no_obstacle(top: Path, tmp_path: Path) -> None:
    folder = of(tmp_path / "project")
    top.write_text("a file, no folder")
    keep_cache(folder, tmp_path / "project")
    forget(tmp_path / "project")


def test_a_project_can_be_forgotten(top: Path, tmp_path: Path) -> None:
    folder = of(tmp_path / "project")
    for way in (
        forget,
        lambda place: subprocess.run([sys.executable, "-m", "inforce.storage.cache", place], check=True),
    ):
        keep_cache(folder, tmp_path / "project")
        assert folder.is_dir()
        way(tmp_path / "project")
        assert not folder.exists()
