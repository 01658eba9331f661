"""A whole site, written as it is made: pages one after another, and files, with the memory of earlier builds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from pathlib import Path

from inforce.project.api import api_files
from inforce.project.publish import Publication
from inforce.site.all_pages import site_feeds, site_pages
from inforce.site.favicon import FAVICON, favicon
from inforce.site.hosting.files import hosting_files
from inforce.site.page import Page
from inforce.site.resources import DRAWING, assets, catalogs, templates
from inforce.site.sitemap import SITEMAP, sitemap
from inforce.storage.compiled import compiled_catalog, compiled_templates
from inforce.storage.generation import generation
from inforce.storage.memory import Memory
from inforce.storage.written import Written

Watch = Callable[[Iterable[Page]], Iterable[Page]]
"""Lets the same pages through, one by one, while somebody counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFiles:
    """What a site is made of: pages in the order of the site, and every other file by its path."""

    base_url: str
    languages: tuple[str, ...]
    pages: Iterable[Page]
    """Each is made when it is asked for, once: the pages of a large site are more than one wants to hold."""
    files: Mapping[str, bytes]
    """The files for other sites; made already, since pages and the index state their digests."""
    feeds: Iterable[tuple[str, bytes]]
    """Path and bytes of each; made when it is asked for, once."""

    def all_files(self, handbook: Iterable[str], *, has_icon: bool = False) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of everything that Inforce writes; `handbook` are the addresses of the pages beside it, and
        `has_icon` says that there is a `favicon.ico` among its files, which then is the site's.

        Raises CannotContinue where a page cannot be made.
        """
        yield from self.others(handbook, has_icon=has_icon)
        yield from self.files.items()

    def others(self, handbook: Iterable[str], *, has_icon: bool = False) -> Iterator[tuple[str, bytes]]:
        """The same without the files for other sites. Feeds come first, while the memory of sections is open."""
        yield from self.feeds
        listed: list[Page] = []
        for page in self.pages:
            yield page.path, page.html.encode()
            if page.listed:
                listed.append(replace(page, html=""))
        yield from assets().items()
        yield SITEMAP, sitemap(self.base_url, listed, handbook)
        if not has_icon:
            yield FAVICON, favicon(assets()[DRAWING].decode())
        yield from hosting_files(self.base_url, self.languages, self.files).items()


def site_files(
    publication: Publication, *, cache: Path | None, watch: Watch = iter, into: MutableMapping[str, bytes] | None = None
) -> SiteFiles:
    """Every page and file. Texts made before are taken from the memory in `cache`; `watch` sees pages go by. The files
    for other sites are put `into` a mapping as they are made."""
    memory = Memory(cache, generation=generation())
    words, compiled = catalogs(compiled_catalog), compiled_templates("inforce")
    files = api_files(publication, into)
    made = site_pages(
        publication.site,
        catalogs=words,
        templates=templates(),
        memo=memory,
        compiled=compiled,
        files=files,
    )
    feeds = site_feeds(publication.site, catalogs=words, templates=templates(), memo=memory, compiled=compiled)
    about = publication.site.site
    return SiteFiles(
        base_url=about.base_url,
        languages=about.languages,
        pages=_remembering(memory, watch(made)),
        files=files,
        feeds=feeds,
    )


def write_site(
    publication: Publication,
    folder: Path,
    *,
    cache: Path | None,
    handbook: Iterable[str],
    has_icon: bool,
    watch: Watch = iter,
) -> int:
    """Write all that Inforce makes into a folder, each file as it is made, beside the handbook that stands there; its
    arguments are those of `SiteFiles`. How many files for other sites there are.

    Raises CannotContinue where a page cannot be made, FileExistsError where another file stands.
    """
    made = site_files(publication, cache=cache, watch=watch, into=Written(folder))
    Written(folder).update(made.others(handbook, has_icon=has_icon))
    return len(made.files)


def _remembering(memory: Memory, pages: Iterable[Page]) -> Iterator[Page]:
    try:
        yield from pages
    finally:
        memory.save()
