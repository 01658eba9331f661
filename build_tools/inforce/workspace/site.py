"""A whole site, ready to be written: finished pages and files, made with the memory of earlier builds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from inforce.pages.page import Page
from inforce.pages.shipped import assets, catalogs, templates
from inforce.pages.site import site_pages
from inforce.pages.sitemap import SITEMAP, sitemap
from inforce.source.compiled import compiled_catalog, compiled_templates
from inforce.source.generation import generation
from inforce.source.memory import Memory
from inforce.workspace.api import api_files
from inforce.workspace.publish import Publication

Watch = Callable[[Iterable[Page]], Iterable[Page]]
"""Lets the same pages through, one by one, while somebody counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFiles:
    """What a site is made of: pages in the order of the site, and every other file by its path."""

    base_url: str
    pages: tuple[Page, ...]
    files: Mapping[str, bytes]

    def all_files(self, handbook: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of everything that Inforce writes; `handbook` are the addresses of the pages beside it."""
        for page in self.pages:
            yield page.path, page.html.encode()
        yield from self.files.items()
        yield from assets().items()
        yield SITEMAP, sitemap(self.base_url, self.pages, handbook)


def site_files(publication: Publication, *, cache: Path | None, watch: Watch = iter) -> SiteFiles:
    """Make every page and file. Texts made before are taken from the memory in `cache`; `watch` sees pages go by."""
    memory = Memory(cache, generation=generation())
    made = site_pages(
        publication.site,
        catalogs=catalogs(compiled_catalog),
        templates=templates(),
        memo=memory,
        compiled=compiled_templates("inforce"),
    )
    try:
        pages = tuple(watch(made))
    finally:
        memory.save()
    return SiteFiles(base_url=publication.site.site.base_url, pages=pages, files=api_files(publication))
