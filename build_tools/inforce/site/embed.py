"""The page for whoever builds other sites: the elements at work, and the lines to paste."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from inforce.contract.index import integrity
from inforce.embed import lines
from inforce.model.hosts import is_placeholder
from inforce.publication import Part
from inforce.site import modified, urls
from inforce.site.fact_text import Source, source
from inforce.site.frame import PageFrame, SiteContext
from inforce.site.page import Page, PageKind
from inforce.site.policy import shown_edition

SCRIPT = f"{lines.NEWEST}/inforce.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An element: the line to paste, and the ready HTML that stands in it until the script has looked."""

    kind: str
    line: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """What `embed.html` needs."""

    frame: PageFrame
    address: str
    placeholder: bool
    """Whether the address is one that nobody can have, so that the lines do not work yet."""
    script: str
    """The way to the script, from this page."""
    integrity: str
    """Its digest (W3C SRI), '' where the site is made without its files."""
    link: str
    pull: str
    copy: str
    tag: str
    policy: str
    verify: str
    elements: tuple[Shown, ...]
    """None before a policy is in force."""


def embed_pages(context: SiteContext) -> Iterator[Page]:
    """The page in each of the site's languages."""
    for language in context.languages:
        found = source(context, Part.COOKIES)
        view = _view(context, found, language)
        html = context.maker.html("embed.html", view, context.words[language])
        changed = modified.of_in_force(context, found.policy, found.published, language) if found else None
        yield view.frame.page(urls.of_site(language, "embed"), html, changed)


EMBED = PageKind(name="embed", paths=(urls.of_site("*", "embed"),), make=embed_pages)


def _view(context: SiteContext, found: Source | None, language: str) -> EmbedView:
    url, words, base_url = urls.of_site(language, "embed"), context.words[language], context.published.site.base_url
    policy = found.policy.id if found else ""
    digest = integrity(context.files[SCRIPT]) if SCRIPT in context.files else ""
    return EmbedView(
        frame=context.frame(
            language,
            url,
            words.text("Use it on your own site"),
            words.text(
                "{site}: its cookies, contacts and the state of its policy in your own pages, and the lines to paste.",
                site=context.published.site.name,
            ),
            switch={other: urls.of_site(other, "embed") for other in context.languages},
            policy=found.policy if found else None,
        ),
        address=base_url,
        placeholder=is_placeholder(urlsplit(base_url).hostname or ""),
        script=urls.relative(url, SCRIPT),
        integrity=digest,
        link=lines.a_link(base_url, language, words.text("Cookies")),
        pull=lines.pull(base_url, policy, language),
        copy=lines.from_the_copy(policy, language),
        tag=f"{lines.pinned_script(base_url, digest)}\n{lines.element(policy)}",
        policy=policy,
        verify=urls.relative(url, urls.of_site(language, "verify")),
        elements=tuple(_elements(context, language)),
    )


def _elements(context: SiteContext, language: str) -> Iterator[Shown]:
    for position, kind in enumerate(lines.KINDS):
        found = source(context, Part.CONTACT if kind == Part.CONTACT else Part.COOKIES)
        if found is None:
            return
        number = found.published.version.number
        spoken = shown_edition(found.published, language).edition.language
        path = urls.ready_html(found.policy.id, number, spoken)[position]
        html = context.files[path].decode() if path in context.files else ""
        yield Shown(kind=kind, line=lines.element(found.policy.id, kind), html=html)
