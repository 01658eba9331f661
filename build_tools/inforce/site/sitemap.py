"""`sitemap.xml`: every page that search engines may list, ours and the handbook's."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from inforce.site.page import Page

SITEMAP = "sitemap.xml"
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


def sitemap(base_url: str, pages: Iterable[Page], others: Iterable[str]) -> bytes:
    """The site map (sitemaps.org, protocol 0.9): addresses, when what is there last changed, and the same page in other
    languages. `others` are addresses below `base_url`, as they stand in URLs; no date is known of those."""
    lines = [_page(base_url, page) for page in pages if page.listed]
    lines += [f"<url><loc>{escape(base_url + url)}</loc></url>\n" for url in others]
    return f"{_HEAD}{''.join(lines)}</urlset>\n".encode()


def _page(base_url: str, page: Page) -> str:
    changed = f"<lastmod>{page.changed.isoformat(timespec='seconds')}</lastmod>" if page.changed else ""
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{escape(href)}"/>'
        for language, href in page.alternates
    )
    return f"<url><loc>{escape(base_url + page.url)}</loc>{changed}{alternates}</url>\n"
