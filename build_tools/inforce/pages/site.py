"""All pages of a site, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import BytecodeCache

from inforce.pages.changes import change_pages
from inforce.pages.contact import contact_pages
from inforce.pages.cookies import cookies_pages
from inforce.pages.corrections import correction_pages
from inforce.pages.document import Memo, maker
from inforce.pages.embed import embed_pages
from inforce.pages.entry import absent_pages, absent_way_in, missing_page
from inforce.pages.feed_files import feed_files
from inforce.pages.history import history_pages
from inforce.pages.page import Page
from inforce.pages.policy import in_force_pages, revision_pages, version_pages, way_in
from inforce.pages.shell import Scene
from inforce.pages.since import since_pages
from inforce.pages.verify import verify_pages
from inforce.pages.words import Catalog, words_for
from inforce.publication import PublishedPolicy, PublishedSite


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

    `catalogs` and `templates` are those of `shipped`, or others in their place; `compiled` is where templates are kept
    compiled; `files` are those for other sites, by path, as far as they are made.
    """
    scene = _scene(published, catalogs, templates, memo, compiled)
    for index, policy in enumerate(published.policies):
        yield from _policy_pages(scene, policy, first=index == 0)
    yield from cookies_pages(scene)
    yield from contact_pages(scene)
    yield from embed_pages(scene, files or {})
    yield from verify_pages(scene, files or {})
    yield missing_page(scene)


def site_feeds(
    published: PublishedSite,
    *,
    catalogs: Mapping[str, Catalog],
    templates: Mapping[str, str],
    memo: Memo,
    compiled: BytecodeCache | None = None,
) -> dict[str, bytes]:
    """Path to bytes of every feed of the site; what is given is as for its pages."""
    return feed_files(_scene(published, catalogs, templates, memo, compiled))


def _scene(
    published: PublishedSite,
    catalogs: Mapping[str, Catalog],
    templates: Mapping[str, str],
    memo: Memo,
    compiled: BytecodeCache | None,
) -> Scene:
    return Scene(
        published=published,
        words={language: words_for(language, catalogs) for language in published.site.languages},
        maker=maker(templates, memo, compiled),
    )


def _policy_pages(scene: Scene, policy: PublishedPolicy, *, first: bool) -> Iterator[Page]:
    term = policy.timeline.in_force_at(scene.published.as_of)
    current = policy.version(term.version) if term else None
    if first:
        yield way_in(scene, policy, current) if current else absent_way_in(scene, policy)
    yield from in_force_pages(scene, policy, current) if current else absent_pages(scene, policy)
    yield from history_pages(scene, policy)
    yield from since_pages(scene, policy)
    for published in policy.versions:
        yield from version_pages(scene, policy, published)
        yield from revision_pages(scene, policy, published)
        yield from correction_pages(scene, policy, published)
    if policy.draft:
        yield from version_pages(scene, policy, policy.draft)
    yield from change_pages(scene, policy)
