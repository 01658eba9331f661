"""A built site that is whole, and what it looks like when it is not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.project import built_site
from inforce.project.built_site import INDEX, site_problems
from inforce.project.open import OpenProject

from tests.release.living import run
from tests.sources import project

PAGE = "en/privacy/v1/index.html"
SUMMARY = "api/v1/privacy/1/en/r1.json"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[OpenProject, Path]:
    """A project, and its site as of a day on which its version is in force."""
    place = project(tmp_path_factory.mktemp("whole"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    run(place, "build", "--as-of", "2024-04-01")
    return open_here(place), place / "site"


def told(whole: tuple[OpenProject, Path], folder: Path, harm: Callable[[Path], object]) -> list[tuple[str, str]]:
    opened, site = whole
    place = shutil.copytree(site, folder / "site")
    harm(place)
    return [(each.location.file, each.message) for each in site_problems(opened, place)]


def test_a_site_as_it_was_built_is_whole(whole: tuple[OpenProject, Path], tmp_path: Path) -> None:
    assert told(whole, tmp_path, lambda _: None) == []


def test_files_of_the_handbook_are_not_looked_at(whole: tuple[OpenProject, Path], tmp_path: Path) -> None:
    assert told(whole, tmp_path, lambda site: (site / "more.html").write_text("more")) == []


@pytest.mark.parametrize(
    ("harm", "file", "says"),
    [
        (lambda site: (site / PAGE).unlink(), PAGE, "missing"),
        (lambda site: (site / SUMMARY).unlink(), SUMMARY, "missing"),
        (lambda site: (site / PAGE).write_bytes((site / PAGE).read_bytes() + b" "), PAGE, "other bytes"),
        (lambda site: (site / SUMMARY).write_bytes(b"{}"), SUMMARY, "other bytes"),
        (lambda site: (site / "sitemap.xml").write_bytes(b"<urlset>\n</urlset>\n"), "sitemap.xml", "other bytes"),
        (lambda site: (site / "en/privacy/v9.html").write_text("9"), "en/privacy/v9.html", "nothing in the source"),
        (lambda site: (site / INDEX).unlink(), INDEX, "no index"),
        (lambda site: (site / INDEX).write_text('{"made_at": "2024-04-01T00:00:00"}'), INDEX, "no index"),
    ],
)
def test_what_is_missing_changed_or_foreign(
    whole: tuple[OpenProject, Path], tmp_path: Path, harm: Callable[[Path], object], file: str, says: str
) -> None:
    ((where, message),) = told(whole, tmp_path, harm)
    assert where == f"site/{file}"
    assert says in message


def test_who_lacks_many_files_is_told_of_the_first(
    whole: tuple[OpenProject, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(built_site, "MOST_TOLD", 2)
    found = told(whole, tmp_path, lambda site: shutil.rmtree(site / "en/privacy"))
    assert len(found) == 3
    assert "more files of this site" in found[-1][1]


def test_the_command_says_so_and_fails(whole: tuple[OpenProject, Path], tmp_path: Path) -> None:
    root, site = whole[0].root, shutil.copytree(whole[1], tmp_path / "site")
    run(root, "check", "--site", str(site), on="2024-04-02T00:00:00+00:00")
    (site / PAGE).unlink()
    done = run(root, "check", "--site", str(site), on="2024-04-02T00:00:00+00:00", code=1)
    assert f"error H116 site/{PAGE}" in done.stderr
