"""The site map: one, ours, of every page that may be listed."""

from __future__ import annotations

from xml.etree import ElementTree

from inforce.pages.page import Page
from inforce.pages.sitemap import sitemap

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


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
