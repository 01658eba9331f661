"""A page record: one whole HTML document and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a page's table of contents. `number` is as shown ("2.1"), '' without one; `level` from 1."""

    id: str
    number: str
    title: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A finished page.

    `url` is its directory below the site's root, with a slash at the end ('' is the root, '404.html' a file).
    `language` is that of its interface words; `listed` pages are in the site map.
    """

    url: str
    language: str
    title: str
    html: str
    listed: bool = False
    alternates: tuple[tuple[str, str], ...] = ()
    """(hreflang, whole address) of the page in each language, its own included."""
    changed: datetime | None = None
    """When what it shows last changed (aware); None where that isn't known."""

    @property
    def path(self) -> str:
        """The file it is written to, below the site's root."""
        return self.url if self.url.endswith(".html") else f"{self.url}index.html"
