"""Keeping a copy in one's own repository: `pull.mjs` run by Node, from a publisher whose answers a test spoils."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from inforce.embed import scripts
from inforce.summary.index import integrity
from playwright.sync_api import Browser

from tests.browser.embedding import SCRIPT, Publisher, embedding, heard, publishing, shows
from tests.browser.test_embed import INDEX, NOW, SUMMARY, flipped, of_index, older
from tests.node import node
from tests.sources import snapshot

Pull = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def publisher(example_site: Path) -> Iterator[Publisher]:
    with publishing(example_site) as found:
        yield found


@pytest.fixture
def vendor(tmp_path: Path) -> Path:
    return tmp_path / "app/vendor/inforce"


@pytest.fixture
def pull(publisher: Publisher, vendor: Path, tmp_path: Path) -> Pull:
    script = tmp_path / "pull.mjs"
    script.write_bytes(scripts()["embed/1/pull.mjs"])
    (tmp_path / "app").mkdir()

    def run(*options: str, code: int = 0, root: str | None = None) -> subprocess.CompletedProcess[str]:
        done = node(script, root or publisher.root, "vendor/inforce", *options, cwd=tmp_path / "app")
        assert done.returncode == code, done.stdout + done.stderr
        assert "    at " not in done.stderr, "no trace of the program's own"
        left = [path.name for path in vendor.parent.iterdir()] if vendor.parent.is_dir() else []
        assert set(left) <= {"inforce"}, "nothing is left beside the folder"
        return done

    return run


def lock(vendor: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((vendor / "inforce.lock").read_bytes())
    return found


def test_the_copy_is_whole_and_the_lock_has_both_digests(publisher: Publisher, vendor: Path, pull: Pull) -> None:
    pull()
    kept = snapshot(vendor)
    digests = lock(vendor)["files"]
    assert digests.keys() == kept.keys() - {"inforce.lock"}
    for path, data in kept.items():
        if path != "inforce.lock":
            assert digests[path]["kept"] == integrity(data)
            served = (publisher.folder / path).read_bytes()
            assert digests[path]["served"] == integrity(served)
            if path not in (INDEX, "embed/1/inforce.js"):
                assert data == served
    index = json.loads(kept[INDEX])
    assert index == json.loads((publisher.folder / INDEX).read_bytes())
    for version in (version for policy in index["policies"] for version in policy["versions"]):
        for edition in version["editions"]:
            named = [edition["summary"], *(each["url"] for each in edition["html"].values())]
            assert {*named, f"api/v1/words/{edition['language']}.json"} <= kept.keys()
    written = kept["embed/1/inforce.js"].decode()
    assert written == scripts()["embed/1/inforce.js"].decode().replace(
        'const BASE = "";', f'const BASE = "{publisher.root}";'
    )
    (policy,) = (each for each in index["policies"] if each["policy"] == "privacy")
    current = kept["api/v1/privacy/current/en/cookies.html"].decode()
    assert f'data-version="{policy["in_force"]}"' in current
    for version in policy["versions"]:
        for name, banner in version["banners"].items():
            assert kept[banner["url"]]
            if version["version"] == policy["in_force"]:
                assert kept[f"api/v1/privacy/current/{name}.json"] == kept[banner["url"]]


def test_a_second_time_nothing_is_touched(vendor: Path, pull: Pull) -> None:
    pull()
    before = {path: path.stat().st_mtime_ns for path in [vendor, *vendor.rglob("*")]}
    assert "up to date" in pull().stdout
    assert {path: path.stat().st_mtime_ns for path in [vendor, *vendor.rglob("*")]} == before


def test_only_what_was_asked_for_is_kept_and_the_text_that_prevails(vendor: Path, pull: Pull) -> None:
    pull("--policy", "privacy", "--languages=fr,AR")
    index = json.loads((vendor / INDEX).read_bytes())
    assert [policy["policy"] for policy in index["policies"]] == ["privacy"]
    for version in index["policies"][0]["versions"]:
        assert [edition["language"] for edition in version["editions"]] == ["en", "fr", "ar"]
    assert not [path for path in snapshot(vendor) if re.search(r"/ja[./]|/terms/", path)]


def newer(index: dict[str, Any]) -> None:
    index["sequence"] += 1


def vouching_for(path: str) -> Callable[[bytes], bytes]:
    """An index that leads to another place in the place of a summary."""

    def change(index: dict[str, Any]) -> None:
        index["policies"][0]["versions"][0]["editions"][0]["summary"] = path

    return of_index(change)


SPOILT: dict[str, tuple[str, Callable[[bytes], bytes | None]]] = {
    "one byte of a summary": (SUMMARY, flipped),
    "one byte of a file of words": ("api/v1/words/en.json", flipped),
    "one byte of the script": ("embed/1/inforce.js", lambda data: data.replace(b"8e3", b"9e3")),
    "the index is cut": (INDEX, lambda data: data[: len(data) // 2]),
    "a page in the place of the index": (INDEX, lambda _: b"<!DOCTYPE html><title>Welcome</title>"),
    "null in the place of the index": (INDEX, lambda _: b"null"),
    "an index without what is needed": (INDEX, lambda _: b'{"format": "inforce-index-1", "sequence": 99}'),
    "an older index": (INDEX, of_index(lambda index: index.update(sequence=0))),
    "a path that leads out of the folder": (INDEX, vouching_for("../../../out.json")),
    "a path from the root": (INDEX, vouching_for("/tmp/out.json")),
    "a path with a part that leads up": (INDEX, vouching_for("api/v1/../../../out.json")),
    "a path of Windows": (INDEX, vouching_for("api\\..\\..\\out.json")),
    "another host": (INDEX, vouching_for("https://elsewhere.example/out.json")),
}


def test_what_a_good_copy_has_and_the_site_no_longer_has_is_a_warning(
    publisher: Publisher, vendor: Path, pull: Pull
) -> None:
    pull("--policy", "privacy")
    good = snapshot(vendor)
    publisher.spoilt[INDEX] = of_index(lambda index: index["policies"].clear())
    assert 'Warning: The site has no policy "privacy". It has: none.' in pull("--policy", "privacy").stderr
    assert snapshot(vendor) == good
    assert "no policy" in pull("--policy", "privacy", "--languages", "fr", code=2).stderr


@pytest.mark.parametrize("what", SPOILT)
def test_the_last_good_copy_stays_and_without_one_it_fails(
    publisher: Publisher, vendor: Path, pull: Pull, what: str
) -> None:
    path, spoil = SPOILT[what]
    if what != "an older index":
        publisher.spoilt[path] = spoil
        assert "no good copy" in pull(code=1).stderr
        assert not vendor.exists()
        publisher.spoilt.clear()
    pull()
    good = snapshot(vendor)
    publisher.spoilt[path] = spoil
    assert "Warning: " in pull().stderr
    assert snapshot(vendor) == good
    publisher.spoilt.clear()


@pytest.mark.parametrize("path", [INDEX, SUMMARY, "embed/1/inforce.js"])
def test_a_missing_or_broken_file_is_no_reason_to_fail(
    publisher: Publisher, vendor: Path, pull: Pull, path: str
) -> None:
    pull()
    good = snapshot(vendor)
    publisher.missing.add(path)
    assert "(404)" in pull().stderr
    publisher.missing.clear()
    publisher.lengths[path] = 10_000_000
    assert "can't be had" in pull().stderr
    assert snapshot(vendor) == good


def test_a_copy_that_somebody_changed_is_no_good_one_and_is_mended_once_it_can_be(
    publisher: Publisher, vendor: Path, pull: Pull
) -> None:
    pull()
    good = snapshot(vendor)
    (vendor / SUMMARY).write_bytes(b"{}")
    publisher.missing.add(INDEX)
    assert "no good copy" in pull(code=1).stderr
    publisher.missing.clear()
    pull()
    assert snapshot(vendor) == good


def test_a_newer_one_takes_the_place_of_the_copy_whole(publisher: Publisher, vendor: Path, pull: Pull) -> None:
    pull()
    before = lock(vendor)["sequence"]
    publisher.spoilt[INDEX] = of_index(newer)
    pull("--languages", "fr")
    assert lock(vendor)["sequence"] == before + 1
    assert not [path for path in snapshot(vendor) if "/ja/" in path], "what is no longer asked for is gone"
    publisher.spoilt.clear()
    assert f"older (sequence {before}) than the copy ({before + 1})" in pull("--languages", "fr").stderr


def test_what_an_interruption_left_behind_is_put_right(publisher: Publisher, vendor: Path, pull: Pull) -> None:
    pull()
    good = snapshot(vendor)
    os.rename(vendor, vendor.with_name(".inforce.inforce-old"))
    half = vendor.with_name(".inforce.inforce-new")
    half.mkdir()
    (half / "inforce.lock").write_text("{}")
    publisher.missing.add(INDEX)
    pull()
    assert snapshot(vendor) == good


@pytest.mark.parametrize("name", ["index.html", "inforce.lock", "api/mine.txt"])
def test_files_of_others_are_never_touched(vendor: Path, pull: Pull, name: str) -> None:
    if name != "index.html":
        pull()
    (vendor / name).parent.mkdir(parents=True, exist_ok=True)
    (vendor / name).write_text("mine")
    before = snapshot(vendor)
    pull(code=2)
    assert snapshot(vendor) == before


@pytest.mark.parametrize(
    ("options", "root", "said"),
    [
        (["--policy", "nothing"], None, 'no policy "nothing". It has: '),
        (["--languages", "xx"], None, 'the language "xx"'),
        (["--languages"], None, "needs a value"),
        (["--verbose"], None, "is no option"),
        (["more"], None, "Name the site and a folder."),
        ([], "http://legal.example.org/", "must begin with https://"),
        ([], "file:///etc/", "must begin with https://"),
        ([], "legal.example.org", "is no address"),
        ([], "https://legal.example.org/?x=1", "plain address"),
    ],
)
def test_what_it_cannot_do_is_said(pull: Pull, options: list[str], root: str | None, said: str) -> None:
    assert said in pull(*options, root=root, code=2).stderr


def test_a_copy_of_another_site_is_left_alone(publisher: Publisher, vendor: Path, pull: Pull) -> None:
    pull()
    assert "is a copy of" in pull(root="https://elsewhere.example/", code=2).stderr


def test_a_page_stands_by_its_copy_alone_and_follows_the_publisher_while_there_is_one(
    publisher: Publisher, vendor: Path, pull: Pull, chromium: Browser
) -> None:
    pull()
    with embedding(chromium) as embedder:
        embedder.files |= {f"/copy/{path}": data for path, data in snapshot(vendor).items()}
        embedder.files[SCRIPT] = (vendor / "embed/1/inforce.js").read_bytes()
        fallback = older(publisher)
        with embedder.page(f'<inforce-cookies policy="privacy">{fallback}</inforce-cookies>', at=NOW) as page:
            shows(page, 4)  # the script knows the publisher's address
            heard(page, "shown")
        publisher.missing.add(INDEX)
        own = f'<inforce-cookies policy="privacy" base="/copy">{fallback}</inforce-cookies>'
        with embedder.page(own, at="2027-03-02T00:00:00Z") as page:
            shows(page, 5)  # announced when the copy was made, and in force by the visitor's clock
            heard(page, "shown")
