"""All pages of a site, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import BytecodeCache

from inforce.publication import PublishedPolicy, PublishedSite
from inforce.site.changes import change_pages
from inforce.site.contact import contact_pages
from inforce.site.cookies import cookies_pages
from inforce.site.corrections import correction_pages
from inforce.site.embed import embed_pages
from inforce.site.entry import absent_pages, absent_way_in, missing_page
from inforce.site.feed_files import feed_files
from inforce.site.frame import SiteContext
from inforce.site.history import history_pages
from inforce.site.page import Page
from inforce.site.policy import in_force_pages, revision_pages, version_pages, way_in
from inforce.site.renderer import Memo, maker
from inforce.site.since import since_pages
from inforce.site.translator import Catalog, words_for
from inforce.site.verify import verify_pages


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
    context = _context(published, catalogs, templates, memo, compiled)
    for index, policy in enumerate(published.policies):
        yield from _policy_pages(context, policy, first=index == 0)
    yield from cookies_pages(context)
    yield from contact_pages(context)
    yield from embed_pages(context, files or {})
    yield from verify_pages(context, files or {})
    yield missing_page(context)


def site_feeds(
    published: PublishedSite,
    *,
    catalogs: Mapping[str, Catalog],
    templates: Mapping[str, str],
    memo: Memo,
    compiled: BytecodeCache | None = None,
) -> dict[str, bytes]:
    """Path to bytes of every feed of the site; what is given is as for its pages."""
    return feed_files(_context(published, catalogs, templates, memo, compiled))


def _context(
    published: PublishedSite,
    catalogs: Mapping[str, Catalog],
    templates: Mapping[str, str],
    memo: Memo,
    compiled: BytecodeCache | None,
) -> SiteContext:
    return SiteContext(
        published=published,
        words={language: words_for(language, catalogs) for language in published.site.languages},
        maker=maker(templates, memo, compiled),
    )


def _policy_pages(context: SiteContext, policy: PublishedPolicy, *, first: bool) -> Iterator[Page]:
    term = policy.timeline.in_force_at(context.published.as_of)
    current = policy.version(term.version) if term else None
    if first:
        yield way_in(context, policy, current) if current else absent_way_in(context, policy)
    yield from in_force_pages(context, policy, current) if current else absent_pages(context, policy)
    yield from history_pages(context, policy)
    yield from since_pages(context, policy)
    for published in policy.versions:
        yield from version_pages(context, policy, published)
        yield from revision_pages(context, policy, published)
        yield from correction_pages(context, policy, published)
    if policy.draft:
        yield from version_pages(context, policy, policy.draft)
    yield from change_pages(context, policy)
