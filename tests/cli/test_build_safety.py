"""`inforce build` replaces only what is its own, and takes no old, foreign or touched site for the one wanted."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inforce.cli import build as building
from inforce.cli import main
from inforce.storage import generation
from inforce.storage.apply import replace_folder
from inforce.storage.cache import cache_folder

from tests.release.living import EN, run
from tests.sources import change, project, snapshot

UNCHANGED = "Nothing has changed since."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A project with one version in force, built."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert UNCHANGED in (built(place).output + built(place).output)
    return place


def built(place: Path, *arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["--project", str(place), "build", "--as-of", "2026-01-01", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert result.exit_code == code, result.output
    return result


def cached(place: Path) -> Path:
    """Where what is remembered of a project lies."""
    folder = cache_folder(place)
    assert folder is not None
    return folder


@pytest.mark.parametrize(
    "output", [".", "..", "policy_src", "policy_src/new", "docs", "docs/new", ".git/site", ".cache", "home", "/"]
)
def test_an_output_that_is_not_ours_is_refused(site: Path, output: str) -> None:
    change(site, {"home/letter.txt": "dear"})
    before = snapshot(site)
    assert "--output" in built(site, "--output", str(site / output), code=2).stderr or output in ("docs", "home")
    assert snapshot(site) == before


def edit_alike(place: Path) -> None:
    """Other words of the same length, with the old time of change."""
    page = place / "site/en/privacy/index.html"
    known, words = page.stat(), page.read_bytes()
    page.write_bytes(words.replace(b"10 years", b"99 years"))
    os.utime(page, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert page.read_bytes() != words
    assert page.stat().st_mtime_ns == known.st_mtime_ns


TOUCHED: dict[str, Callable[[Path], object]] = {
    "a page that was edited, size and time as before": edit_alike,
    "a page that is gone": lambda place: (place / "site/en/privacy/index.html").unlink(),
    "a page that was added": lambda place: (place / "site/more.html").write_text("more"),
    "a site that is gone": lambda place: shutil.rmtree(place / "site"),
}


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_a_touched_site_is_built_again(site: Path, touch: Callable[[Path], object]) -> None:
    before = snapshot(site / "site")
    touch(site)
    assert UNCHANGED not in built(site).output
    assert snapshot(site / "site") == before


def test_another_library_makes_another_site(site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "more/markdown-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "more"))
    generation.generation.cache_clear()
    try:
        assert UNCHANGED not in built(site).output
    finally:
        generation.generation.cache_clear()


@pytest.mark.parametrize(
    "stamp", ["", "{", "[]", "5", "null", "since", "until", "inputs", "naive", "\udcff", "[" * 100_000]
)
def test_a_stamp_that_was_damaged_is_no_stamp(site: Path, stamp: str) -> None:
    (path,) = cached(site).glob("stamp-*.json")
    whole = json.loads(path.read_text())
    if stamp in whole:
        stamp = json.dumps({**whole, stamp: 5})
    elif stamp == "naive":
        stamp = json.dumps({**whole, "since": "2024-01-01T00:00:00"})
    path.write_bytes(stamp.encode("utf-8", "surrogateescape"))
    assert UNCHANGED not in built(site).output


@pytest.mark.parametrize("harm", [b"", b"SQLite format 3\0", b"x" * 5_000])
def test_a_memory_that_was_damaged_is_no_memory(site: Path, harm: bytes) -> None:
    before = snapshot(site / "site")
    (path,) = cached(site).glob("texts-*.sqlite")
    path.write_bytes(harm)
    shutil.rmtree(site / "site")
    built(site)
    assert snapshot(site / "site") == before


def test_two_builds_at_once_are_not_taken_for_each_other(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another build, with drafts, finishes between this one's finish and its stamp."""
    change(site, {f"{EN}/retention.md": (site / EN / "retention.md").read_text() + "\nA draft.\n"})
    built(site, "--drafts")
    drafts = snapshot(site / "site")

    put = replace_folder

    def overtaken(finished: Path, target: Path) -> None:
        put(finished, target)
        shutil.rmtree(target)
        change(target, dict(drafts))

    monkeypatch.setattr(building, "replace_folder", overtaken)
    built(site)
    monkeypatch.undo()
    assert snapshot(site / "site") == drafts
    assert UNCHANGED not in built(site).output
    assert snapshot(site / "site") != drafts


@pytest.mark.parametrize("fails", ["build_handbook", "replace_folder"])
def test_a_full_disk_leaves_the_site_and_a_message(site: Path, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    before = snapshot(site)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "somewhere")

    monkeypatch.setattr(
        f"inforce.engines.conduct.{fails}" if fails == "build_handbook" else f"inforce.cli.build.{fails}", full
    )
    refused = built(site, "--no-cache", code=1)
    assert "somewhere: No space left on device." in refused.stderr
    assert snapshot(site) == before
