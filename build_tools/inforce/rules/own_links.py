"""Links to this site's own pages: where in the site each leads, and whether there is something (L304).

A link by its whole address, or from the site's root, is not followed by whoever makes the page that it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from inforce.problems import Location, Problem, problem
from inforce.rules.addresses import as_browsers_read
from inforce.rules.readings.hosts import host_in_ascii

_TOP = frozenset({"", "top"})
"""Fragments that every page has (HTML, 7.4.6.3)."""
_PORTS = {"https": 443, "http": 80}
"""Ways to ask a host for a page, and the port where each does. We are the same host by both."""
_SLASHES = re.compile(r"^(https?:)?/{3,}", re.IGNORECASE)
"""Before a host browsers take more than two as two."""
_DOT = re.compile("%2e", re.IGNORECASE)
_OF_TEXT = ":~:"
"""How a fragment begins that looks for words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLink:
    """A link to an address of this site."""

    path: str
    """Below the site's root, without escapes."""
    fragment: str
    written: str
    """As it stands in its file."""
    location: Location

    def files(self) -> tuple[str, ...]:
        """The files that a host serves at that path: one of them has to be."""
        if not self.path or self.path.endswith("/"):
            return (f"{self.path}index.html",)
        return (self.path, f"{self.path}/index.html")


def own_link(written: str, *, page: str, base_url: str, location: Location) -> OwnLink | None:
    """Where a link on the page at a path (below the root) leads; None where that is another site, or no address."""
    try:
        parts = urlsplit(urljoin(base_url + page, _SLASHES.sub(r"\1//", as_browsers_read(written))))
        ours = urlsplit(base_url)
        if _host(parts) != _host(ours):
            return None
    except ValueError:
        return None
    path = urlsplit(urljoin(base_url, _DOT.sub(".", parts.path) or "/")).path
    if not f"{path}/".startswith(ours.path):
        return None
    path = unquote(path[len(ours.path) :])
    return OwnLink(path=path, fragment=unquote(parts.fragment), written=written, location=location)


def _host(parts: SplitResult) -> tuple[str, int | None]:
    """The host and the port that a browser asks, whatever the spelling of the address; raises ValueError."""
    if parts.scheme not in _PORTS:
        return "", None
    named = unquote(parts.hostname or "")
    host = "www." * named.startswith("www.") + host_in_ascii(named).removeprefix("www.")  # another site than without
    return host, None if parts.port == _PORTS[parts.scheme] else parts.port


def leading_nowhere(
    links: Iterable[OwnLink], files: Iterable[tuple[str, bytes]], known: Iterable[str] = ()
) -> Iterator[Problem]:
    """L304 for each link that leads to none of these files, or to a place that its page doesn't have. `files` are path
    and bytes, made one after another and asked for only until all links are found; `known` are paths of other files,
    whose places are not looked for."""
    there = frozenset(known)
    waiting = [link for link in links if there.isdisjoint(link.files())]
    lost: list[OwnLink] = []
    for path, data in files if waiting else ():
        here = [link for link in waiting if path in link.files()]
        if here:
            page = data.decode("utf-8", "replace")
            lost += [link for link in here if not _has(page, link.fragment)]
            waiting = [link for link in waiting if link not in here]
            if not waiting:
                break
    for link in waiting:
        yield problem("L304", link.location, "no page", written=link.written[:100])
    for link in lost:
        yield problem("L304", link.location, "no place", written=link.written[:100], fragment=link.fragment[:60])


def _has(page: str, fragment: str) -> bool:
    if fragment in _TOP or fragment.startswith(_OF_TEXT):
        return True
    name = fragment.partition(_OF_TEXT)[0]
    return bool(re.search(rf"""\sid=(?:"{re.escape(escape(name))}"|{re.escape(escape(name))}[\s>])""", page))
