"""What a handbook beside the policies shows of them: links for its menu, and their texts in force for its search.

Only what is in force is found: whoever looks for an earlier text starts from the page of all versions.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from inforce.model.languages import localised
from inforce.model.text import Heading, Section, inlines, words
from inforce.publication import PublishedPolicy, PublishedSite, PublishedVersion
from inforce.site import urls


@dataclass(frozen=True, slots=True)
class MenuLink:
    """A policy in the handbook's menu; `url` is below the site's root."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A section of a text in force, as Material's search keeps what it finds; `title` and `text` are HTML."""

    location: str
    title: str
    text: str


def menu_links(published: PublishedSite, language: str) -> tuple[MenuLink, ...]:
    """The policies that are in force, called and linked for readers of a handbook in a language."""
    site = published.site
    readers = language if language in site.languages else site.default_language
    found: list[MenuLink] = []
    for policy, _ in _in_force(published):
        title = localised(policy.config.title, readers, policy.config.authoritative_language)
        if title is not None:
            found.append(MenuLink(title.content, urls.in_force(readers, policy.id)))
    return tuple(found)


def search_entries(published: PublishedSite) -> Iterator[SearchEntry]:
    """Every text in force in each of its languages, its title first, then every section."""
    for policy, current in _in_force(published):
        for language, edition in current.editions.items():
            if language in published.site.languages:
                page = urls.in_force(language, policy.id)
                yield SearchEntry(page, html.escape(current.version.editions[language].title, quote=False), "")
                for section in edition.sections:
                    yield _entry(section, edition.numbers.get(section.id, ""), page)


def _in_force(published: PublishedSite) -> Iterator[tuple[PublishedPolicy, PublishedVersion]]:
    for policy in published.policies:
        if (term := policy.timeline.in_force_at(published.as_of)) is not None:
            yield policy, policy.version(term.version)


def _entry(section: Section, number: str, page: str) -> SearchEntry:
    heading, text = "", []
    for leaf in section.leaves:
        said = " ".join(words(children, line_break=" ") for children in inlines(leaf))
        if isinstance(leaf, Heading) and leaf.level == 1:
            heading = said
        else:
            text.append(f"<p>{html.escape(said, quote=False)}</p>")
    title = html.escape(f"{number} {heading}".strip(), quote=False)
    return SearchEntry(f"{page}#{section.id}", title, "".join(text))
