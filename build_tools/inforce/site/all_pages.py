"""All kinds of pages, and all pages of a site, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from jinja2 import BytecodeCache

from inforce.publication import PublishedPolicy, PublishedSite
from inforce.site.changes import CHANGES
from inforce.site.contact import CONTACT
from inforce.site.cookies import COOKIES
from inforce.site.corrections import CORRECTION
from inforce.site.embed import EMBED
from inforce.site.entry import MISSING
from inforce.site.feed_files import feed_files
from inforce.site.frame import SiteContext
from inforce.site.history import HISTORY
from inforce.site.page import OfPolicy, OfSite, OfVersion, Page, PageKind
from inforce.site.policy import IN_FORCE, REVISION, VERSION, WAY_IN, version_pages
from inforce.site.renderer import Memo, maker
from inforce.site.since import SINCE
from inforce.site.translator import Catalog, words_for
from inforce.site.verify import VERIFY

OF_SITE: Final[tuple[PageKind[OfSite], ...]] = (COOKIES, CONTACT, EMBED, VERIFY, MISSING)
OF_POLICY: Final[tuple[PageKind[OfPolicy], ...]] = (WAY_IN, IN_FORCE, HISTORY, SINCE, CHANGES)
OF_VERSION: Final[tuple[PageKind[OfVersion], ...]] = (VERSION, REVISION, CORRECTION)
KINDS: Final[tuple[PageKind[Any], ...]] = (*OF_SITE, *OF_POLICY, *OF_VERSION)
"""Every kind of page. Of two that a path fits, the first is meant."""
NAMES: Final = frozenset(path.split("/")[1] for kind in OF_SITE for path in kind.paths if path.startswith("*/"))
"""What stands beside policies in the folder of a language: no policy may be called so."""


def site_pages(
    published: PublishedSite,
    *,
    catalogs: Mapping[str, Catalog],
    templates: Mapping[str, str],
    memo: Memo,
    compiled: BytecodeCache | None = None,
    files: Mapping[str, bytes] | None = None,
) -> Iterator[Page]:
    """Every page of the site as of its instant, made as it is asked for; `memo` spares what was made before.

    `catalogs` and `templates` are those of `resources`, or others in their place; `compiled` is where templates are
    kept compiled; `files` are those for other sites, by path, as far as they are made.
    """
    context = _context(published, catalogs, templates, memo, compiled, files)
    for policy in published.policies:
        yield from _policy_pages(context, policy)
    for kind in OF_SITE:
        yield from kind.make(context)


def site_feeds(
    published: PublishedSite,
    *,
    catalogs: Mapping[str, Catalog],
    templates: Mapping[str, str],
    memo: Memo,
    compiled: BytecodeCache | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every feed of the site, made as it is asked for; what is given is as for its pages."""
    return feed_files(_context(published, catalogs, templates, memo, compiled))


def _context(
    published: PublishedSite,
    catalogs: Mapping[str, Catalog],
    templates: Mapping[str, str],
    memo: Memo,
    compiled: BytecodeCache | None,
    files: Mapping[str, bytes] | None = None,
) -> SiteContext:
    return SiteContext(
        published=published,
        words={language: words_for(language, catalogs) for language in published.site.languages},
        maker=maker(templates, memo, compiled),
        kinds=OF_SITE,
        files=files or {},
    )


def _policy_pages(context: SiteContext, policy: PublishedPolicy) -> Iterator[Page]:
    for kind in OF_POLICY:
        yield from kind.make(context, policy)
    for published in policy.versions:
        for version_kind in OF_VERSION:
            yield from version_kind.make(context, policy, published)
    if policy.draft:
        yield from version_pages(context, policy, policy.draft)
