"""Change notes as pages and feeds show them: in the reader's language, or marked as in another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from inforce.model.config import ChangeNote, Kind
from inforce.model.languages import localised
from inforce.publication import ReadVersion
from inforce.site import urls
from inforce.site.article import link_addresses
from inforce.site.frame import SiteContext
from inforce.writer import RenderContext, render_note


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A change note in one language."""

    kind: Kind
    language: str
    html: Markup
    """Its paragraphs and lists."""


def notes(site_context: SiteContext, published: ReadVersion, language: str, here: str = "") -> tuple[Note, ...]:
    """The notes of a version in a language; one that lacks it in the authoritative language, else in the first it has.
    `here` is the page that shows them; without one their links are whole addresses."""
    version = published.version
    there = urls.version(language, version.policy, published.number)
    page = urls.relative(here, there) if here else site_context.absolute(there)
    found = []
    for change, spoken in _spoken(version.changes, language, version.authoritative_language):
        links = site_context.once(("links", spoken), lambda spoken=spoken: link_addresses(site_context, spoken))  # type: ignore[misc]
        numbers = published.editions[version.authoritative_language].numbers if change.marked else {}
        context = RenderContext(language=spoken, numbers=numbers, links=links, page=page)
        found.append(Note(kind=change.kind, language=spoken, html=Markup(render_note(change, spoken, context))))
    return tuple(found)


def _spoken(changes: Iterable[ChangeNote], language: str, leading: str) -> Iterable[tuple[ChangeNote, str]]:
    """Each note that says something, with the language it is shown in."""
    for change in changes:
        if found := localised(change.text, language, leading):
            yield change, found.language
