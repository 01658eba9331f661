"""The site map: one, ours, of every page that may be listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from xml.etree import ElementTree

from inforce.site.page import Page
from inforce.site.sitemap import sitemap

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def page(url: str, *, listed: bool = True) -> Page:
    return Page(url=url, language="en", title="x", html="", listed=listed)


def test_it_lists_pages_under_their_whole_addresses() -> None:
    made = sitemap("https://x.example/p/", [page("en/a/"), page("en/b/", listed=False)], ["handbook/", "a%20b/?x&y"])
    root = ElementTree.fromstring(made)
    assert [each.text for each in root.findall("s:url/s:loc", NAMESPACE)] == [
        "https://x.example/p/en/a/",
        "https://x.example/p/handbook/",
        "https://x.example/p/a%20b/?x&y",
    ]


def test_it_says_when_a_page_changed_and_where_it_is_in_other_languages() -> None:
    changed = datetime(2026, 2, 1, tzinfo=timezone(timedelta(hours=1)))
    ways = (("en", "https://x.example/en/a/?b&c"), ("x-default", "https://x.example/en/a/?b&c"))
    pages = [replace(page("en/a/"), changed=changed, alternates=ways), page("en/b/")]
    made = sitemap("https://x.example/", pages, ["c/"])
    first, *others = ElementTree.fromstring(made).findall("s:url", NAMESPACE)
    assert [each.text for each in first.findall("s:lastmod", NAMESPACE)] == ["2026-02-01T00:00:00+01:00"]
    links = first.findall("x:link", NAMESPACE)
    assert tuple((each.get("hreflang"), each.get("href")) for each in links) == ways
    assert {each.get("rel") for each in links} == {"alternate"}
    assert not [each for other in others for each in other.findall("s:lastmod", NAMESPACE)]
