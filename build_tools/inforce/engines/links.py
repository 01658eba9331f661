"""Links of the handbook to facts and sections, as an extension of Markdown: `[10 years](fact:retention.contract)`.

Whatever becomes a link is looked at, however it is written (inline, by reference, in a table or a note), after all
other extensions; code, and HTML that a page holds, are not. Words that state a fact keep its path in an attribute, by
which they are found again in the page and held to it; a link to a section leads to the policy in force.
"""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from inforce.engines.engine import get_relative_url
from inforce.model.values import Email, Phone, Url
from inforce.rules.built_links import FACT
from inforce.rules.page_facts import Found, addresses_at, spelled_out
from inforce.rules.page_links import Nameable, Way, other_number, way_to_section
from inforce.site import urls

AFTER_ALL = -10
"""After MkDocs has followed its own links and taken the title of the page."""


class NamingLinks(Extension):
    """The extension, for one page after the other."""

    def __init__(self, nameable: Nameable, theme: str | None) -> None:
        super().__init__()
        self.nameable = nameable
        self._theme = theme
        self.found: dict[str, list[Found]] = {}
        """What is wrong with links to sections, by the page's path in the folder of pages."""
        self.made: dict[str, set[str]] = {}
        """The addresses that were written for them, by the same."""
        self._page, self._url, self._language = "", "", ""
        self._seen = Counter[tuple[str, str]]()
        self._addresses: dict[str, tuple[Email | Phone | Url, ...]] = {}
        self._ways: dict[tuple[str, str], Way] = {}

    def language(self, page: str) -> str:
        """The language of a page, by its path."""
        return self.nameable.language(page, self._theme)

    def begin(self, page: str, url: str) -> None:
        """Say which page comes, by its path and its address below the site's root."""
        self._page, self._url, self._language = page, url, self.language(page)
        self.found[page], self.made[page] = [], set()
        self._seen.clear()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take part in a page."""
        md.treeprocessors.register(_Links(md, self), "inforce", AFTER_ALL)

    def resolve(self, link: Element) -> None:
        """Make of a link to a fact or a section what readers see."""
        scheme, _, value = link.get("href", "").partition(":")
        words = " ".join("".join(link.itertext()).split())
        if scheme == "fact":
            self._to_fact(link, value, words)
        elif scheme == "section":
            self._to_section(link, value, words)

    def _to_fact(self, link: Element, path: str, words: str) -> None:
        link.set(FACT, path)
        if path not in self._addresses:
            self._addresses[path] = addresses_at(path, self.nameable.stands)
        for address in self._addresses[path]:
            if spelled_out(address, words):
                link.set("href", address.href)
                return
        _unlink(link)

    def _to_section(self, link: Element, value: str, words: str) -> None:
        asked = (value, self._language)
        if asked not in self._ways:
            self._ways[asked] = way_to_section(value, self._language, self.nameable)
        way = self._ways[asked]
        for problem in filter(None, (way.problem, other_number(words, way))):
            count = self._seen[value, words]
            found = Found(problem=problem, target=f"section:{value}", words=words, count=count)
            self.found[self._page].append(found)
        self._seen[value, words] += 1
        if not way.policy:
            _unlink(link)
            return
        href = get_relative_url(urls.in_force(way.language, way.policy), self._url)
        href += f"#{way.fragment}" if way.fragment else ""
        link.set("href", href)
        self.made[self._page].add(href)
        if way.number:
            SubElement(link, "span", {"class": "ref"}).text = f" {way.number}"


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, links: NamingLinks) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: Element) -> None:
        for link in [*root.iter("a")]:
            self._links.resolve(link)


def _unlink(link: Element) -> None:
    link.tag = "span"
    for name in ("href", "target", "rel", "download", "hreflang"):
        link.attrib.pop(name, None)
