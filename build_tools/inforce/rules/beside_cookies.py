"""F102 for the words beside a linked cookie that state what its fact states otherwise: what ends it, where that is no
period that could be linked; the name of another cookie, with how long that lasts, which no fact has; and, held to the
version before, the host that it is kept on.

A row of a table is about the cookie that it links to; elsewhere the sentence is that holds the link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from fnmatch import fnmatchcase

from inforce.model.cookies import Cookie, CookieType, Match
from inforce.model.facts import Facts
from inforce.model.leaf import listed, told
from inforce.model.text import Leaf, Section, Table, placed_links
from inforce.model.values import Duration, in_language
from inforce.problems import Location, Problem, problem
from inforce.rules.languages import language_name
from inforce.rules.readings.sentences import CLAUSE

_NAME = re.compile(r"(?<![\w/.@:#?&=-])(?=[A-Za-z0-9]*_)_*[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*_*(?![\w/@=]|\.\w)")
"""A name that a program gives: words of no language have an underscore."""
_TYPES = frozenset(CookieType)
_NEAR = 40
"""So many characters behind a name a period is its own."""
_ALIKE = 0.6
"""So much of the words around two hosts is the same where one stands in the place of the other."""
_Hosts = dict[str, tuple[str, int]]
_Passage = tuple[str, tuple[tuple[int, int, str], ...], int]
"""Words; the start, the end and the path of each link to a fact in them ("" for another link); and their line."""


def check_beside_cookies(texts: Mapping[str, Mapping[str, Section]], *, facts: Facts, folder: str) -> Iterator[Problem]:
    """F102 of every language. `texts` is language to section id to section, whose files are
    `{folder}/{language}/{id}.md`."""
    for language, sections in texts.items():
        for name, section in sections.items():
            if not any(link.target.value.startswith("cookies.") for link in section.links):
                continue
            for passage in (one for leaf in section.leaves for one in _passages(leaf)):
                where = Location(file=f"{folder}/{language}/{name}.md", line=passage[2])
                cookies = dict(_cookies(passage, facts))
                if len(cookies) == 1:
                    yield from _ends(passage[0], *cookies.popitem(), language, where)
                elif not cookies:
                    continue
                yield from _others(passage, facts, language, where)


def check_hosts(
    before: Mapping[str, Section], now: Mapping[str, Section], *, known: Facts, facts: Facts, folder: str
) -> Iterator[Problem]:
    """F102 for the hosts that a section names beside the cookies that it links to, held to those of the facts: one of
    the text `before` in whose place there is another that is none of theirs, and one on which a cookie was kept by the
    facts that were `known`, and is no more."""
    for name, section in now.items():
        then = before.get(name)
        if then is None or (then == section and known == facts):
            continue
        linked = _linked(then) & _linked(section)
        if not linked or not (was := _hosts(then)) or not (named := _hosts(section)):
            continue
        old, new = ({one: _domains(each, one) for one in sorted(linked)} for each in (known, facts))
        where = Location(file=f"{folder}/{name}.md")
        yield from _moved(old, new, named, where)
        yield from _renamed(old, new, (was, named), where)


def _moved(
    old: Mapping[str, frozenset[str]], new: Mapping[str, frozenset[str]], named: _Hosts, where: Location
) -> Iterator[Problem]:
    for cookie, domains in new.items():
        gone = [host for host in named if _is_of(host, old[cookie])]
        if gone and domains and not any(_is_of(host, domains) for host in named):
            what = f"the text says {gone[0]}, where cookies.{cookie} was kept; by the facts, it is kept on "
            what += f"{', '.join(sorted(domains))} now, which the text does not name."
            yield problem(
                "F102",
                replace(where, line=named[gone[0]][1]),
                "domains",
                about=f"cookies.{cookie}.domains",
                message=what,
            )


def _renamed(
    old: Mapping[str, frozenset[str]],
    new: Mapping[str, frozenset[str]],
    hosts: tuple[_Hosts, _Hosts],
    where: Location,
) -> Iterator[Problem]:
    was, named = hosts
    then, theirs = (frozenset[str]().union(*each.values()) for each in (old, new))
    gone = [host for host in was if host not in named and _is_of(host, then) and _is_of(host, theirs)]
    for host, (text, line) in named.items():
        if not gone or host in was or _is_of(host, theirs):
            continue
        for one in gone:
            if SequenceMatcher(None, was[one][0].replace(one, ""), text.replace(host, "")).ratio() > _ALIKE:
                yield problem(
                    "F102",
                    replace(where, line=line),
                    "names",
                    about="cookies",
                    one=one,
                    host=host,
                    theirs=", ".join(sorted(theirs)),
                )
                break


def _is_of(host: str, domains: frozenset[str]) -> bool:
    """Whether a host is one of these domains, or belongs to the owner of one."""
    from inforce.rules.readings.hosts import same_owner  # the list of domains takes long to read

    return any(same_owner(host, domain) for domain in domains)


def _linked(section: Section) -> frozenset[str]:
    """The cookies that a section links to."""
    targets = (link.target for link in section.links)
    return frozenset(each.value.split(".")[1] for each in targets if f"{each}".startswith("fact:cookies."))


def _domains(facts: Facts, name: str) -> frozenset[str]:
    from inforce.rules.readings.hosts import host_in_ascii

    cookie = facts.cookies.get(name)
    return frozenset(host_in_ascii(host) for host in listed(cookie.domains)) if cookie else frozenset()


def _hosts(section: Section) -> _Hosts:
    """The hosts that its words name, each with the words around it and their line."""
    from inforce.rules.readings.addresses import AddressKind, read_addresses

    found: _Hosts = {}
    for leaf in section.leaves:
        for text, _ in placed_links(leaf, line_break=" "):
            for address in read_addresses(text) if "." in text else ():
                if address.kind in (AddressKind.PAGE, AddressKind.DOMAIN):
                    found.setdefault(address.host, (text, leaf.at.line))
    return found


def _ends(text: str, name: str, cookie: Cookie, language: str, where: Location) -> Iterator[Problem]:
    from inforce.rules.readings.ends import another_end  # the readings bring tables of many languages

    lifetime = cookie.lifetime
    if lifetime and (said := another_end(lifetime.kind, text, language)):
        duration = told(lifetime.duration)
        known = duration.words() if duration else str(lifetime.kind).replace("_", " ")
        yield problem(
            "F102",
            where,
            "lifetime",
            about=f"cookies.{name}.lifetime",
            language=language_name(language),
            said=said,
            name=name,
            known=known,
        )


def _others(passage: _Passage, facts: Facts, language: str, where: Location) -> Iterator[Problem]:
    from inforce.rules.readings.passages import amounts_said  # the readings bring tables of many languages

    text, links, _ = passage
    for found in _NAME.finditer(text):
        linked = any(start < found.end() and found.start() < end for start, end, _ in links)
        if (
            linked
            or found[0] in set(CookieType)
            or any(_is_called(each, found[0]) for _, each in facts.cookies.items())
        ):
            continue
        end = min((start for start, _, _ in links if start >= found.end()), default=len(text))
        behind = text[found.end() : min(end, found.end() + _NEAR)]
        if period := next((said for amount, said in amounts_said(behind, language) if amount[0] is Duration), None):
            yield problem(
                "F102",
                where,
                "no such cookie",
                about="cookies",
                language=language_name(language),
                period=period,
                cookie=found[0],
            )


def _is_called(cookie: Cookie, name: str) -> bool:
    """Whether a cookie is called so. One whose name nobody states may be called anything."""
    known = told(cookie.name)
    if known is None:
        return False
    called = in_language(known, "en")
    match cookie.match:
        case Match.PREFIX:
            return name.startswith(called) or called.startswith(name)
        case Match.SUFFIX:
            return name.endswith(called)
        case Match.GLOB:
            return fnmatchcase(name, called)
        case _:
            return name == called


def _cookies(passage: _Passage, facts: Facts) -> Iterator[tuple[str, Cookie]]:
    """The cookies that a passage links to."""
    for _, _, path in passage[1]:
        file, _, rest = path.partition(".")
        if file == "cookies" and (cookie := facts.cookies.get(name := rest.partition(".")[0])):
            yield name, cookie


def _passages(leaf: Leaf) -> Iterator[_Passage]:
    if not isinstance(leaf, Table):
        for text, places in placed_links(leaf, line_break=" "):
            spans = [(each.start, each.end, _path(each.link.target.scheme, each.link.target.value)) for each in places]
            at = 0
            for end in (*(one.end() for one in CLAUSE.finditer(text)), len(text)):
                if not any(start < end < stop for start, stop, _ in spans):
                    inside = [(start - at, stop - at, path) for start, stop, path in spans if at <= start < end]
                    yield text[at:end], tuple(inside), leaf.at.line
                    at = end
        return
    cells = iter(placed_links(leaf, line_break=" "))
    for row in leaf.rows:
        text, links = "", []
        for said, places in (next(cells) for _ in row):
            at = len(text)
            links += [
                (at + each.start, at + each.end, _path(each.link.target.scheme, each.link.target.value))
                for each in places
            ]
            text += f"{said}; "
        yield text, tuple(links), row[0].at.line


def _path(scheme: str, value: str) -> str:
    return value if scheme == "fact" else ""
