"""A page, one whole HTML document with where it stands, and what a kind of page is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from inforce.publication import PublishedPolicy, PublishedVersion

if TYPE_CHECKING:
    from inforce.site.frame import SiteContext
    from inforce.site.translator import Translator


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


OfSite = Callable[["SiteContext"], Iterator[Page]]
OfPolicy = Callable[["SiteContext", PublishedPolicy], Iterator[Page]]
OfVersion = Callable[["SiteContext", PublishedPolicy, PublishedVersion], Iterator[Page]]
Make = TypeVar("Make", OfSite, OfPolicy, OfVersion)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind(Generic[Make]):
    """A kind of page: its module declares it, `all_pages` lists it, and whatever goes through all kinds starts there.

    `paths` are where its pages stand below the site's root, `*` for any one name or number. `make` yields them, all of
    the site, of a policy or of a version.
    """

    name: str
    paths: tuple[str, ...]
    make: Make
    menu: Callable[[Translator], str] | None = None
    """What the masthead calls the page; None: it doesn't lead there."""
