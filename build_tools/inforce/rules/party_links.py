"""Links that are called by somebody's name, and mail addresses that look like a fact's (F121): the words of a link to
the authority lead to the authority, and a mailbox of the facts is at one host.

"[Data Protection Office](https://elsewhere.example)" and "dpo@acme-privacy.example" beside "dpo@acme.example" state a
value that stands in the facts, with another one. What leads to a page of the same owner is that party's (Public Suffix
List, decision 0016).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from inforce.model.facts import Facts, all_facts
from inforce.model.leaf import Leaf
from inforce.model.text import Link, Section, words
from inforce.model.values import Email, Url
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.rules.readings.hosts import host_in_ascii, same_owner
from inforce.rules.readings.plain import plain
from inforce.rules.settings import host

_PARTS = re.compile(r"[.-]")
_ANYBODYS = frozenset({"mail", "example"})
_SHORTEST_PART = 4
"""Letters of a part of a host by which two hosts look like one company's: "marram" in marram-library.example."""


def check_party_links(
    sections: Mapping[str, Section],
    *,
    language: str,
    facts: Facts,
    links: Mapping[str, str],
    paths: Mapping[str, str],
) -> Iterator[Problem]:
    """F121 for links of one language that are called by a party of the facts and lead to somebody else, and for mail
    addresses like one of the facts'. `links`: the names of links.yml to their address in this language; `paths`:
    section id to its file."""
    pages, mailboxes = dict(_pages(facts, language)), dict(_mailboxes(facts))
    for name, section in sections.items():
        for link in section.links:
            where = Location(file=paths[name], line=link.at.line, column=link.at.column)
            if found := _other_page(link, pages, links, where) or _other_mailbox(link, mailboxes, links, where):
                yield found


def _other_page(
    link: Link, pages: Mapping[str, tuple[str, str]], links: Mapping[str, str], where: Location
) -> Problem | None:
    address = _address(link, links)
    path, page = pages.get(plain(words(link.children)), ("", ""))
    if not page or not address.startswith("https://"):
        return None
    if same_owner(host_in_ascii(host(address)), host_in_ascii(host(page))):
        return None
    said = words(link.children)
    there, known = quoted(address, 80), quoted(page, 80)
    return problem(
        "F121", where, "another's page", about=path, said=quoted(said), there=there, path=path, known=known, words=said
    )


def _other_mailbox(
    link: Link, mailboxes: Mapping[str, str], links: Mapping[str, str], where: Location
) -> Problem | None:
    address = _address(link, links)
    if not address.startswith("mailto:"):
        return None
    user, _, domain = address.removeprefix("mailto:").partition("?")[0].casefold().rpartition("@")
    for known, path in mailboxes.items():
        own, _, there = known.rpartition("@")
        if own == user and domain != there and not same_owner(domain, there) and _alike(domain, there):
            written = quoted(f"{user}@{domain}", 80)
            return problem(
                "F121", where, "another mailbox", about=path, written=written, path=path, known=quoted(known, 80)
            )
    return None


def _alike(first: str, second: str) -> bool:
    one, other = (
        {part for part in _PARTS.split(each.rpartition(".")[0]) if len(part) >= _SHORTEST_PART} - _ANYBODYS
        for each in (first, second)
    )
    return bool(one & other)


def _address(link: Link, links: Mapping[str, str]) -> str:
    if link.target.scheme == "link":
        return links.get(link.target.value, "")
    return link.target.value if link.target.scheme in ("https", "mailto") else ""


def _pages(facts: Facts, language: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """What somebody is called, in plain letters, to the path of their page and its address for readers of a language.
    The controller's links are its own affair."""
    for name, party in facts.organisation.parties.items():
        if name != "controller" and (page := _url(party.website, language)):
            yield from ((called, (f"organisation.{name}.website", page)) for called in _called(party, language))
    for name, recipient in facts.recipients.items():
        if page := _url(recipient.privacy, language):
            yield from ((called, (f"recipients.{name}.privacy", page)) for called in _called(recipient, language))


def _called(party: object, language: str) -> Iterator[str]:
    name = getattr(party, "name", None)
    value = name.value if isinstance(name, Leaf) else None
    if isinstance(value, Mapping):
        value = value.get(language)
    if isinstance(value, str):
        yield plain(value)


def _url(leaf: Leaf[Url] | None, language: str) -> str:
    return leaf.value.in_language(language).address if leaf is not None and isinstance(leaf.value, Url) else ""


def _mailboxes(facts: Facts) -> Iterator[tuple[str, str]]:
    for fact in all_facts(facts):
        if isinstance(fact.value, Email):
            yield str(fact.value).casefold(), fact.path
