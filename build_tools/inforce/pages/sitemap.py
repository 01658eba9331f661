"""`sitemap.xml`: every page that search engines may list, ours and the handbook's."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from inforce.pages.page import Page

SITEMAP = "sitemap.xml"


def sitemap(base_url: str, pages: Iterable[Page], others: Iterable[str]) -> bytes:
    """The site map (sitemaps.org, protocol 0.9). `others` are addresses below `base_url`, as they stand in URLs."""
    addresses = [page.url for page in pages if page.listed]
    lines = [f"<url><loc>{escape(base_url + url)}</loc></url>\n" for url in (*addresses, *others)]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{''.join(lines)}</urlset>\n".encode()
