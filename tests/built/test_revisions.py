"""Every revision of both built sites: its page, its summary, the redline to it, and who may be sent there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from inforce.contract.index import integrity

from tests.built import reading


def editions(site: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every (version, edition) of a site's index."""
    for policy in reading.index(site)["policies"]:
        for version in policy["versions"]:
            for edition in version["editions"]:
                yield version, edition


def page_of(site: Path, url: str) -> Path:
    return site / url / "index.html"


def test_every_revision_has_its_page_its_summary_and_its_words(built_site: Path) -> None:
    seen = 0
    for _, edition in editions(built_site):
        assert [each["revision"] for each in edition["revisions"]] == list(range(1, edition["revision"] + 1))
        for each in edition["revisions"]:
            page = page_of(built_site, each["path"])
            assert each["text_digest"] in page.read_text("utf-8")
            assert each["summary"]["integrity"] == integrity((built_site / each["summary"]["path"]).read_bytes())
            assert (page.parent / "changes/index.html").is_file() == (each["revision"] > 1)
            seen += 1
    assert seen > 3


def canonical(built_site: Path, url: str) -> str:
    links = reading.tree(page_of(built_site, url)).iter("link")
    (found,) = (link.get("href") or "" for link in links if link.get("rel") == "canonical")
    return found


def test_the_newest_revision_is_known_by_the_address_of_its_version(built_site: Path) -> None:
    sitemap = (built_site / "sitemap.xml").read_text("utf-8")
    assert "/privacy/</loc>" in sitemap
    assert not re.search(r"/r\d+/", sitemap)
    base = reading.index(built_site)["base_url"]
    for _, edition in editions(built_site):
        for each in edition["revisions"]:
            newest = each["revision"] == edition["revision"]
            known = canonical(built_site, edition["path"]) if newest else base + each["path"]
            assert canonical(built_site, each["path"]) == known
            assert canonical(built_site, known.removeprefix(base)) == known, "it names no other"


def test_the_newest_revision_says_the_same_as_its_version(built_site: Path) -> None:
    for _, edition in editions(built_site):
        version, newest = (page_of(built_site, url) for url in (edition["path"], edition["revisions"][-1]["path"]))
        told = [reading.words(next(reading.tree(page).iter("article"))) for page in (version, newest)]
        assert told[0] == told[1]


def test_there_is_something_to_see_in_the_example(example_site: Path) -> None:
    newest = {
        (version["version"], edition["language"]): edition["revision"] for version, edition in editions(example_site)
    }
    assert 2 in newest.values()
    late = [page for page in example_site.rglob("*/v*/index.html") if 'class="court late"' in page.read_text("utf-8")]
    assert {page.relative_to(example_site).parts[0] for page in late} == {"fr", "ar", "ja"}
    again = (example_site / "en/terms/index.html").read_text("utf-8")
    assert "again since 15 June 2026, after version 3 was withdrawn" in again
