"""Feeds as files: valid by RFC 4287 and by JSON Feed 1.1, whose rules are written out here, in made-up and real sites.

The names of Atom's rules are the sections of the RFC.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from inforce.site.all_pages import site_feeds
from inforce.site.feed import Feed, FeedEntry
from inforce.site.feed_files import atom, json_feed
from inforce.site.resources import catalogs, templates

from tests.built import reading
from tests.built.building import ROOT
from tests.site import making

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
SITES = ["qualifio_site", "example_site"]

HOSTILE = FeedEntry(
    id="urn:uuid:1",
    title="</title><script>&amp; ]]>",
    url="https://x.example/?a=1&b=\"2'",
    published=datetime.fromisoformat("2024-01-01T00:00:00+01:00"),
    updated=datetime.fromisoformat("2024-02-01T00:00:00+01:00"),
    html='<p lang="ar" dir="rtl">&lt;script&gt; ]]&gt; &amp;amp;</p>',
    kind="material",
    redline="",
)
FEED = Feed(
    id="urn:uuid:0",
    title="A & B",
    author="Q <x>",
    language="ar",
    home="https://x.example/ar/",
    atom="https://x.example/ar/feed.xml",
    json="https://x.example/ar/feed.json",
    entries=(HOSTILE,),
)


def only(element: Element, name: str) -> Element:
    (found,) = element.findall(ATOM + name)
    return found


def held_to_rfc_4287(document: bytes, address: str) -> Element:
    """An Atom document's root, held to all that the RFC asks of what we use."""
    root = ElementTree.fromstring(document)
    assert root.tag == f"{ATOM}feed"
    allowed = {"author", "category", "content", "entry", "id", "link", "published", "summary", "title", "updated"}
    for element in root.iter():
        assert element.tag.removeprefix(ATOM) in {*allowed, "feed", "name"}
    assert [each.get("href") for each in root.findall(f"{ATOM}link") if each.get("rel") == "self"] == [address]  # 4.1.1
    assert only(only(root, "author"), "name").text  # 4.1.1, 4.2.1: so no entry needs its own
    entries = root.findall(f"{ATOM}entry")
    for each in (root, *entries):
        assert urlsplit(only(each, "id").text).scheme  # 4.2.6: an IRI, absolute
        assert only(each, "title").text  # 4.2.14
        dates = [only(each, "updated"), *each.findall(f"{ATOM}published")]
        for date in dates:  # 3.3: RFC 3339, with capital letters
            assert date.text
            assert INSTANT.fullmatch(date.text)
        alternates = [link for link in each.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len({(link.get("type"), link.get("hreflang")) for link in alternates}) == len(alternates) == 1  # 4.1.2
        for link in each.findall(f"{ATOM}link"):  # 4.2.7
            assert urlsplit(link.get("href")).scheme == "https"
            assert re.fullmatch(r"[a-z]+/[a-z+]+", link.get("type") or "")
    for entry in entries:
        assert len(entry.findall(f"{ATOM}published")) == 1
        content = only(entry, "content")
        assert content.get("type") == "html"  # 4.1.3.3: text alone inside
        assert len(content) == 0
        assert all(each.get("term") for each in entry.findall(f"{ATOM}category"))  # 4.2.2.1
    together = [(only(entry, "id").text, only(entry, "updated").text) for entry in entries]
    assert len(set(together)) == len(together)  # 4.1.1
    assert max(datetime.fromisoformat(when or "") for _, when in together) == datetime.fromisoformat(
        only(root, "updated").text or ""
    )
    return root


def held_to_json_feed(document: bytes, address: str) -> dict[str, Any]:
    """A JSON feed, held to all that its specification asks of what we use."""
    data: dict[str, Any] = json.loads(document)
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert data["feed_url"] == address
    assert data["title"]
    assert urlsplit(data["home_page_url"]).scheme == "https"
    assert set(data) == {"version", "title", "home_page_url", "feed_url", "language", "authors", "items"}
    assert [set(author) for author in data["authors"]] == [{"name"}]
    for item in data["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert INSTANT.fullmatch(item["date_published"])
        assert INSTANT.fullmatch(item["date_modified"])
        assert all(isinstance(tag, str) for tag in item.get("tags", [""]))
        extensions = {name for name in item if name.startswith("_")}
        assert all(isinstance(item[name], dict) for name in extensions)
        known = {"id", "url", "title", "content_html", "date_published", "date_modified", "tags"}
        assert known - {"tags"} <= set(item) - extensions <= known
    assert len({item["id"] for item in data["items"]}) == len(data["items"])
    return data


def pieces(html: str) -> Element:
    """A piece of HTML: sound by the standard, and nothing in it runs or is fetched."""
    root, errors = reading.parse(f"<!DOCTYPE html><html><head><title>x</title></head><body>{html}</body></html>")
    assert errors == []
    assert not {each.tag for each in root.iter()} & {"script", "style", "link", "img", "iframe", "form"}
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]
    return root


def test_what_somebody_wrote_stays_text() -> None:
    root = held_to_rfc_4287(atom(FEED), FEED.atom)
    entry = only(root, "entry")
    assert only(entry, "title").text == HOSTILE.title
    assert only(entry, "link").get("href") == HOSTILE.url
    told = only(entry, "content").text
    assert told == f'<div lang="ar" dir="rtl">\n{HOSTILE.html}\n</div>'
    (item,) = held_to_json_feed(json_feed(FEED), FEED.json)["items"]
    assert (item["title"], item["content_html"]) == (HOSTILE.title, told)
    assert "_inforce" not in item, "there is no redline"
    assert only(only(root, "author"), "name").text == "Q <x>"


def test_notes_with_marks_of_html_are_escaped_once() -> None:
    first = making.version(1, making.brussels(2020, 11, 10), making.TEXTS)
    second = making.version(2, making.brussels(2026, 1, 15), making.TEXTS, note="A < B & <b>C</b>")
    site = making.site(making.policy(first, second))
    files = dict(site_feeds(site, catalogs=catalogs(), templates=templates(), memo=lambda _, compute: compute()))
    data = json.loads(files["en/privacy/feed.json"])
    told = pieces(data["items"][0]["content_html"])
    assert "A < B & <b>C</b>" in reading.words(told)


@pytest.mark.parametrize("site", SITES)
def test_the_feeds_of_real_sites_are_valid_and_say_the_same(site: str, request: pytest.FixtureRequest) -> None:
    place: Path = request.getfixturevalue(site)
    index = reading.index(place)
    policies = [policy["policy"] for policy in index["policies"]]
    found = sorted(path.relative_to(place).as_posix() for path in place.rglob("feed.xml"))
    expected = [f"{language}/{rest}" for language in index["languages"] for rest in ("", *(f"{p}/" for p in policies))]
    assert found == sorted(f"{folder}feed.xml" for folder in expected)
    for folder in expected:
        base = index["base_url"] + folder
        root = held_to_rfc_4287((place / folder / "feed.xml").read_bytes(), f"{base}feed.xml")
        data = held_to_json_feed((place / folder / "feed.json").read_bytes(), f"{base}feed.json")
        assert root.get(LANG) == data["language"] == folder.partition("/")[0]
        entries = root.findall(f"{ATOM}entry")
        assert [only(entry, "id").text for entry in entries] == [item["id"] for item in data["items"]]
        assert [only(entry, "content").text for entry in entries] == [item["content_html"] for item in data["items"]]
        for item in data["items"]:
            ways = [each.get("href") or "" for each in pieces(item["content_html"]).iter("a")]
            for there in (item["url"], data["home_page_url"], *ways, *item.get("_inforce", {}).values()):
                path = there.removeprefix(index["base_url"])
                assert (place / path / "index.html").is_file(), there


@pytest.mark.parametrize("site", SITES)
def test_every_release_and_amendment_of_a_real_site_is_told(site: str, request: pytest.FixtureRequest) -> None:
    place: Path = request.getfixturevalue(site)
    index = reading.index(place)
    for language in index["languages"]:
        items = json.loads((place / language / "feed.json").read_bytes())["items"]
        assert len(items) == index["sequence"]


@pytest.mark.parametrize("site", SITES)
def test_every_page_names_its_feeds_and_where_readers_find_them(site: str, request: pytest.FixtureRequest) -> None:
    place: Path = request.getfixturevalue(site)
    for page in reading.our_pages(place):
        root = reading.tree(page)
        for kind in ("application/atom+xml", "application/feed+json"):
            (named,) = [each for each in root.iter("link") if each.get("type") == kind]
            assert named.get("rel") == "alternate"
            assert place_of(place, page, named.get("href") or "").is_file(), page
        (foot,) = [each for each in root.iter("footer") if each.get("class") == "foot"]
        (tell,) = [each for each in foot.iter("a") if "#" in (each.get("href") or "")]
        path, _, anchor = (tell.get("href") or "").partition("#")
        history = place_of(place, page, path) / "index.html"
        assert [each.get("id") for each in reading.tree(history).iter("h2") if each.get("id") == anchor] == ["tell"]


@pytest.mark.parametrize("site", SITES)
def test_the_links_between_versions_lead_somewhere(site: str, request: pytest.FixtureRequest) -> None:
    place: Path = request.getfixturevalue(site)
    seen: set[str] = set()
    for page in reading.our_pages(place):
        for relation, href in relations(page):
            seen.add(relation)
            assert (place_of(place, page, href) / "index.html").is_file(), (page, href)
    several = {"predecessor-version", "successor-version"} if site == "example_site" else set()
    assert seen == {"version-history", *several}


def relations(page: Path) -> Iterator[tuple[str, str]]:
    for each in reading.tree(page).iter("link"):
        if (each.get("rel") or "").endswith(("-version", "version-history")):
            yield each.get("rel") or "", each.get("href") or ""


def place_of(site: Path, page: Path, href: str) -> Path:
    """The file or folder that a link of a page leads to; the page for what is missing has links from the root."""
    return site / href[1:] if href.startswith("/") else (page.parent / href).resolve()


def test_ids_are_made_from_the_digests_of_the_records(example_site: Path) -> None:
    """What the records say of one another is what their bytes say, so an id can be made again by anyone."""
    names = UUID("b7a4c0de-5d0c-5b0a-9a57-0d6f3c1f2e84")
    expected = set()
    for manifest in (ROOT / "examples/policy_src").glob("*/versions/*/manifest.json"):
        policy, version = manifest.parts[-4], manifest.parts[-2]
        records = [manifest, *sorted(manifest.parent.glob("amendments/*/amendment.json"))]
        for step, record in enumerate(records):
            digest = "sha256:" + hashlib.sha256(record.read_bytes()).hexdigest()
            expected.add(uuid5(names, f"entry {policy} {version} {step} {digest} en").urn)
    items = json.loads((example_site / "en/feed.json").read_bytes())["items"]
    assert {item["id"] for item in items} == expected
