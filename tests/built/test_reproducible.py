"""The same source gives the same bytes: again, elsewhere, without git, and whatever the time of the machine."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from tests.built.building import ROOT, build

LEFT_OUT = shutil.ignore_patterns(".cache", "site")


def digests(site: Path) -> dict[str, str]:
    """The digest of each file, by its path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_a_second_build_has_the_same_bytes(qualifio_site: Path, tmp_path: Path) -> None:
    first = digests(qualifio_site)
    assert len(first) > 40
    assert digests(build(tmp_path / "again")) == first


def test_a_build_from_a_copy_without_git_or_cache_has_the_same_bytes(example_site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "a copy" / "examples"
    shutil.copytree(ROOT / "examples", copy, ignore=LEFT_OUT)
    assert digests(build(tmp_path / "site of the copy", project=copy)) == digests(example_site)


def test_files_of_released_versions_never_change_with_time(example_site: Path, tmp_path: Path) -> None:
    """Years later, when other versions are in force, every summary is byte for byte what it was."""
    later = digests(build(tmp_path / "later", project=ROOT / "examples", as_of="2031-01-01T00:00:00Z"))
    frozen = {path: digest for path, digest in digests(example_site).items() if frozen_path(path)}
    assert frozen
    assert {path: later.get(path) for path in frozen} == frozen
    assert later["api/v1/index.json"] != digests(example_site)["api/v1/index.json"]


def frozen_path(path: str) -> bool:
    """Whether a path is that of an immutable file: `api/v1/{policy}/{N}/{lang}/r{K}.json`."""
    parts = path.split("/")
    return len(parts) == 6 and parts[0] == "api" and parts[3].isdigit() and path.endswith(".json")
