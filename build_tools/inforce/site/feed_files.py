"""Feeds as files: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org), of the same entries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from inforce.site.feed import Feed, FeedEntry, feeds
from inforce.site.frame import SiteContext
from inforce.site.translator import direction

ATOM_NAMES = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"


def feed_files(context: SiteContext) -> Iterator[tuple[str, bytes]]:
    """Path below the site's root and bytes of each feed, one after another."""
    base = context.published.site.base_url
    for feed in feeds(context):
        yield feed.atom.removeprefix(base), atom(feed)
        yield feed.json.removeprefix(base), json_feed(feed)


def atom(feed: Feed) -> bytes:
    """A feed as an Atom document."""
    root = Element("feed", {"xmlns": ATOM_NAMES, "xml:lang": feed.language})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", _instant(feed.updated))
    _text(SubElement(root, "author"), "name", feed.author)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.atom})
    _link(root, "alternate", feed.home, feed.language)
    for entry in feed.entries:
        _atom_entry(SubElement(root, "entry"), entry, feed.language)
    indent(root, space="")
    written: bytes = tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def _atom_entry(element: Element, entry: FeedEntry, language: str) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "published", _instant(entry.published))
    _text(element, "updated", _instant(entry.updated))
    _link(element, "alternate", entry.url, language)
    if entry.redline:
        _link(element, "related", entry.redline, "")
    if entry.kind:
        SubElement(element, "category", {"term": entry.kind})
    content = SubElement(element, "content", {"type": "html"})
    content.text = _directed(entry.html, language)


def json_feed(feed: Feed) -> bytes:
    """A feed as JSON Feed. `_inforce` is an extension, as the format provides: the address of the redline."""
    data = {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.json,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [_item(entry, feed.language) for entry in feed.entries],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: FeedEntry, language: str) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": _directed(entry.html, language),
        "date_published": _instant(entry.published),
        "date_modified": _instant(entry.updated),
    }
    if entry.kind:
        item["tags"] = [entry.kind]
    if entry.redline:
        item["_inforce"] = {"redline": entry.redline}
    return item


def _directed(html: str, language: str) -> str:
    """A reader shows the piece inside a page of its own, which may run the other way."""
    return f'<div lang="{language}" dir="{direction(language)}">\n{html}\n</div>'


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, relation: str, there: str, language: str) -> None:
    assert urlsplit(there).scheme, "a feed is read far from the site"
    tongue = {"hreflang": language} if language else {}
    SubElement(parent, "link", {"rel": relation, "type": "text/html", **tongue, "href": there})


def _instant(at: datetime) -> str:
    """RFC 3339."""
    return at.isoformat(timespec="seconds")
