"""The redline from one revision of an edition to the next: what a correction or a postponement changed, and why.

It says nothing of what holds now, so its file stays as it is; the version's own page tells that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from inforce.publication import PublishedPolicy, PublishedRevision, PublishedVersion
from inforce.site import urls
from inforce.site.amended import Amended, touching
from inforce.site.comparison import Comparison, comparison
from inforce.site.frame import PageFrame, SiteContext
from inforce.site.page import Page, PageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """What `correction.html` needs. The ways lead to the two revisions and to the version's own page."""

    frame: PageFrame
    title: str
    number: int
    revision: int
    amended: Amended
    reasons: str
    """The language that the reason is in, '' where it is the page's own."""
    before: str
    after: str
    version: str
    history: str
    comparison: Comparison


def correction_pages(context: SiteContext, policy: PublishedPolicy, published: PublishedVersion) -> Iterator[Page]:
    """A page for each revision but the first, in its own language."""
    for language in context.languages:
        made = {each.revision(language): each for each in touching(published, language, context.languages)}
        for before, after in pairwise(published.revisions.get(language, ())):
            yield _page(context, policy, published, made[after.number], before, after)


CORRECTION = PageKind(name="correction", paths=("*/*/v*/r*/changes/",), make=correction_pages)


def _page(
    context: SiteContext,
    policy: PublishedPolicy,
    published: PublishedVersion,
    amended: Amended,
    before: PublishedRevision,
    after: PublishedRevision,
) -> Page:
    language, number = after.language, published.version.number
    words = context.words[language]
    url = urls.revision_changes(language, policy.id, number, after.number)
    title = after.edition.edition.title
    prevailing = published.version.authoritative_language

    def switch(other: str) -> str:
        """What the same record changed in another language; else the version."""
        made = amended.revision(other) or 1
        if made > 1:
            return urls.revision_changes(other, policy.id, number, made)
        return urls.version(other, policy.id, number)

    view = CorrectionView(
        frame=context.frame(
            language,
            url,
            words.text(
                "{title}, version {number}: what revision {revision} changes",
                title=title,
                number=number,
                revision=after.number,
            ),
            words.text(
                "{site}: {title}. What was changed, word by word.", site=context.published.site.name, title=title
            ),
            switch={other: switch(other) for other in context.languages},
            noindex=True,
            policy=policy,
        ),
        title=title,
        number=number,
        revision=after.number,
        amended=amended,
        reasons="" if prevailing == words.language else prevailing,
        before=urls.relative(url, urls.revision(language, policy.id, number, before.number)),
        after=urls.relative(url, urls.revision(language, policy.id, number, after.number)),
        version=urls.relative(url, urls.version(language, policy.id, number)),
        history=urls.relative(url, urls.history(language, policy.id)),
        comparison=comparison(context, before.stood, after.stood, language, words),
    )
    html = context.maker.html("correction.html", view, words)
    return view.frame.page(url, html)
