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
from inforce.contract.index import integrity
from inforce.embed import as_kept, scripts
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
    script = "embed/1/inforce.js"
    served_index = json.loads((publisher.folder / INDEX).read_bytes())
    assert index == {**served_index, "embed": [{"path": script, "integrity": integrity(kept[script])}]}
    for version in (version for policy in index["policies"] for version in policy["versions"]):
        for edition in version["editions"]:
            words = index["words"][edition["language"]]
            assert {each["path"] for each in (edition["summary"], words, *edition["html"].values())} <= kept.keys()
    assert kept[script] == as_kept(scripts(), publisher.root)[script]
    (policy,) = (each for each in index["policies"] if each["policy"] == "privacy")
    current = kept["api/v1/privacy/current/en/cookies.html"].decode()
    assert f'data-version="{policy["in_force"]}"' in current
    assert json.loads(kept["api/v1/privacy/current/en.json"])["version"] == policy["in_force"]
    for version in policy["versions"]:
        for name, banner in version["banners"].items():
            assert kept[banner["path"]]
            if version["version"] == policy["in_force"]:
                assert kept[f"api/v1/privacy/current/{name}.json"] == kept[banner["path"]]


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
    kept = snapshot(vendor)
    assert not [path for path in kept if re.search(r"/ja[./]|/terms/", path)]
    assert index["languages"] == ["en", "fr", "ar"]
    named = [*files(index)]
    assert {*(path for path, _ in named), INDEX, "inforce.lock"} == {path for path in kept if "/current/" not in path}
    assert all(digest == integrity(kept[path]) for path, digest in named)


def test_whose_cookies_hold_is_said_of_a_policy_that_is_kept(publisher: Publisher, vendor: Path, pull: Pull) -> None:
    def other(index: dict[str, Any]) -> None:
        index["policies"].append({"policy": "notice", "versions": []})

    publisher.spoilt[INDEX] = of_index(other)
    done = pull("--policy", "notice")
    assert "notice: no version is in force now, so there is no api/v1/notice/current/." in done.stdout
    assert "governing" not in json.loads((vendor / INDEX).read_bytes())
    pull("--policy", "privacy")
    assert json.loads((vendor / INDEX).read_bytes())["governing"]["cookies"]["policy"] == "privacy"


def test_it_says_what_it_did(publisher: Publisher, vendor: Path, pull: Pull) -> None:
    first = pull("--languages", "fr").stdout
    count = len(lock(vendor)["files"])
    assert f"vendor/inforce has {count} files of {publisher.root} " in first
    assert f": {count} new, 0 changed, 0 gone.\nprivacy: version 4 is in force.\n" in first
    fewer = pull("--languages", "en").stdout
    gone = count - len(lock(vendor)["files"])
    assert f": 0 new, 1 changed, {gone} gone." in fewer, "the index alone changed"

    def nothing_in_force(index: dict[str, Any]) -> None:
        index["sequence"] += 1
        for version in index["policies"][0]["versions"]:
            version["withdrawn"] = version["effective_from"]

    publisher.spoilt[INDEX] = of_index(nothing_in_force)
    for _ in range(2):
        assert "no version is in force now, so there is no api/v1/privacy/current/." in pull("--languages", "en").stdout
    assert not (vendor / "api/v1/privacy/current").exists()


def files(node: Any) -> Iterator[tuple[str, str]]:
    """Every file that a JSON value names with its digest."""
    if isinstance(node, dict) and "integrity" in node:
        yield node["path"], node["integrity"]
    elif isinstance(node, dict | list):
        for value in node.values() if isinstance(node, dict) else node:
            yield from files(value)


def newer(index: dict[str, Any]) -> None:
    index["sequence"] += 1


def vouching_for(path: str) -> Callable[[bytes], bytes]:
    """An index that leads to another place in the place of a summary."""

    def change(index: dict[str, Any]) -> None:
        index["policies"][0]["versions"][0]["editions"][0]["summary"]["path"] = path

    return of_index(change)


def first(index: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A version and an edition."""
    version: dict[str, Any] = index["policies"][0]["versions"][0]
    return version, version["editions"][0]


def version_with(**members: Any) -> Callable[[bytes], bytes]:
    """An index with other members of a version."""
    return of_index(lambda index: first(index)[0].update(members))


def edition_with(**members: Any) -> Callable[[bytes], bytes]:
    """An index with other members of an edition."""
    return of_index(lambda index: first(index)[1].update(members))


def exchanged(one: str, other: str) -> Callable[[bytes], bytes]:
    """An index that vouches for one kind of ready HTML where another is due."""

    def change(index: dict[str, Any]) -> None:
        html = first(index)[1]["html"]
        html[one] = html[other]

    return of_index(change)


def of_another_language(member: str) -> Callable[[bytes], bytes]:
    """An index that gives one edition what is another's."""

    def change(index: dict[str, Any]) -> None:
        one, other, *_ = first(index)[0]["editions"]
        one[member] = other[member]

    return of_index(change)


WRONG_INDEX: dict[str, Callable[[bytes], bytes]] = {
    **{
        f"{name} is {value!r}": version_with(**{name: value})
        for name in ("announced", "effective_from", "effective_until", "withdrawn")
        for value in ("soon", "2027-02-30T00:00:00+01:00")
    },
    **{
        f"effective_from is {value!r}": version_with(effective_from=value)
        for value in ("", "2027-03-01", "2027-13-01T00:00:00Z", 0, None)
    },
    **{
        f"base_url is {value!r}": of_index(lambda index, value=value: index.update(base_url=value))  # type: ignore[misc]
        for value in ("javascript:alert(1)//", "http://legal.example.org/", "data:text/html,/", "", "/", None, 1)
    },
    "made_at is no instant": of_index(lambda index: index.update(made_at="now")),
    "a version is no number": version_with(version="4"),
    "an epoch below one": version_with(consent_epoch=0),
    "two versions of one number": of_index(lambda index: index["policies"][0]["versions"].append(first(index)[0])),
    "two policies of one name": of_index(lambda index: index["policies"].append(index["policies"][0])),
    "a policy with a name that is a path": of_index(lambda index: index["policies"][0].update(policy="../x")),
    "no text that prevails": version_with(editions=[]),
    "a language that is a path": edition_with(language="../en"),
    "a digest that is none": of_index(lambda index: first(index)[1]["summary"].update(integrity="sha256-x")),
    "no words of a language": of_index(lambda index: index.update(words={})),
    "a summary without its path": edition_with(summary={"integrity": "sha256-" + "A" * 43 + "="}),
    "a summary by its path alone": edition_with(summary="api/v1/privacy/4/en/r1.json"),
    "contact.html where cookies.html is due": exchanged("cookies", "contact"),
    "status.html where contact.html is due": exchanged("contact", "status"),
    "the ready HTML of another language": of_another_language("html"),
    "the summary of another language": of_another_language("summary"),
    "another revision": edition_with(revision=7),
    "another epoch than the summary has": version_with(consent_epoch=7),
    "a banner's file is ready HTML": of_index(
        lambda index: first(index)[0]["banners"].update(klaro=first(index)[1]["html"]["cookies"])
    ),
    "words of another language": of_index(lambda index: index["words"].update(en=index["words"]["fr"])),
}


@pytest.mark.parametrize("what", WRONG_INDEX)
def test_an_index_that_is_wrong_is_not_taken(publisher: Publisher, vendor: Path, pull: Pull, what: str) -> None:
    publisher.spoilt[INDEX] = WRONG_INDEX[what]
    told = pull(code=1).stderr
    assert "no good copy" in told
    assert not re.search("undefined|Cannot read", told), told
    assert not vendor.exists()


HTML = "api/v1/privacy/4/en/cookies.html"
HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "a script": lambda html: html.replace(b"<table>", b"<script>alert(1)</script><table>", 1),
    "a handler": lambda html: html.replace(b"<table>", b'<table onclick="alert(1)">', 1),
    "a style": lambda html: html.replace(b"<table>", b'<table style="display:none">', 1),
    "an image": lambda html: html.replace(b"<table>", b'<img src="https://x.example/"><table>', 1),
    "an unsafe link": lambda html: html.replace(b'href="https:', b'href="javascript:', 1),
    "an unsafe link in signs": lambda html: html.replace(b'href="https:', b'href="&#106;avascript:', 1),
    "a comment": lambda html: html.replace(b"<table>", b"<!-- x --><table>", 1),
    "an element left open": lambda html: html.replace(b"</table>", b"", 1),
    "something after it": lambda html: html + b"<p>More</p>",
    "words after it": lambda html: html + b"More",
    "nothing": lambda _: b"",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_ready_html_that_is_not_is_not_taken_whatever_vouches_for_it(
    publisher: Publisher, vendor: Path, pull: Pull, what: str
) -> None:
    served = (publisher.folder / HTML).read_bytes()
    spoilt = HOSTILE[what](served)
    assert spoilt != served
    publisher.spoilt[HTML] = lambda _: spoilt
    publisher.spoilt[INDEX] = lambda data: data.replace(integrity(served).encode(), integrity(spoilt).encode())
    assert f"{HTML} isn't what the index takes it for" in pull(code=1).stderr
    assert not vendor.exists()


def test_both_scripts_read_ready_html_by_the_same_grammar() -> None:
    one, other = (scripts()[f"embed/1/{name}"].decode() for name in ("inforce.js", "pull.mjs"))
    for name in ("TOKEN", "TAG", "NAME"):
        (line,) = re.findall(rf"^const {name} = .*$", one, re.MULTILINE)
        assert line in other


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
