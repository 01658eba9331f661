"""Link words that read as an address: they must say where the link goes (L303), and so must the title of a link.

`[www.example.org](https://elsewhere.example)` leads readers astray whoever wrote it. A link to a fact has no target and
is compared with the fact (`rules.facts`). Its title, which no page prints and a pointer shows, is held to the words: it
adds no address and no figure to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from inforce.model.facts import Facts
from inforce.model.text import Link, Place, Section, placed_links, words
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.findings import quoted
from inforce.rules.readings.addresses import (
    Address,
    AddressKind,
    is_target,
    read_dialled,
    read_label,
    read_national,
    read_target,
)
from inforce.rules.readings.plain import plain, without_spaces
from inforce.rules.straddling import Span, straddling

_AROUND = " \n\t.,;:!?()[]<>\"'“”‘’«»„/"
"""What may stand around an address and is no part of it."""
_FIGURES = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_PART = "Put all of the address into the link, and let the link go there; or part the link from the words beside it."


def check_link_words(
    sections: Mapping[str, Section],
    *,
    paths: Mapping[str, str],
    links: Mapping[str, str],
    region: str | None,
    named: Severity = Severity.ERROR,
) -> Iterator[Problem]:
    """L303 of one language's sections. `paths`: section id to its file; `links`: the names of links.yml to their
    address in this language; `region`: the country (ISO 3166-1) whose telephone numbers are written without +;
    `named`: what a `link:` weighs."""
    for name, section in sections.items():
        for text, places in chain.from_iterable(placed_links(block) for block in section.leaves):
            for place in places:
                link = place.link
                severity = named if link.target.scheme == "link" else Severity.ERROR
                for said, goes, across in _read_otherwise(text, place, links, region):
                    read = "the words and those beside them read" if across else "the words read"
                    yield problem(
                        "L303",
                        Location(file=paths[name], line=link.at.line, column=link.at.column),
                        "words",
                        level=severity,
                        words=read,
                        kind=said.kind,
                        said=quoted(said.text, 80),
                        goes=goes,
                        remedy=_PART if across else _remedy(link, said),
                    )
                if link.target.title and (added := _added_by_title(link, links, region)):
                    at = Location(file=paths[name], line=link.at.line, column=link.at.column)
                    yield problem("L303", at, "title", level=severity, said=quoted(added, 80))


def region_of(facts: Facts) -> str | None:
    """The country whose telephone numbers a policy writes without +: that of the controller's address."""
    controller = facts.organisation.controller
    address = controller.address.value if controller and controller.address else None
    return address.country if address else None


def _read_otherwise(
    text: str, place: Place, links: Mapping[str, str], region: str | None
) -> Iterator[tuple[Address, str, bool]]:
    """Each address that the words say and the link does not go to, with where it goes, and whether it takes the words
    beside the link to say it. `text` holds the words of the block, `place` says where the link's stand in it."""
    scheme, value = place.link.target.scheme, place.link.target.value
    said = text[place.start : place.end]
    if scheme == "section":
        goes = f"the section {quoted(value)} of this policy"
        own, beside = (*read_label(said), *read_national(said, region)), straddling(text, place, None)
        for address, takes_more in (*((one, False) for one in own), *((one, True) for one in beside)):
            if address.kind is not AddressKind.DOMAIN:
                yield address, goes, takes_more
        return
    if scheme not in ("link", "https", "mailto", "tel"):
        return  # a fact, or an id
    address_of = links.get(value, "") if scheme == "link" else value
    goes = f"{quoted(address_of, 80)} (links.yml)" if scheme == "link" else quoted(address_of, 80)
    for address, takes_more in stray_addresses(text, place, address_of, region):
        yield address, goes, takes_more


def stray_addresses(text: str, place: Span, target: str, region: str | None) -> Iterator[tuple[Address, bool]]:
    """Each address that the words of a link at `place` say and its target is not, and whether it takes the words beside
    the link to say it. Nothing where the target is no address (a name that is told as missing)."""
    said = text[place.start : place.end]
    dials = target.startswith("tel:")
    found = read_label(said, region if dials else None)
    if not found:
        found = read_dialled(said, region) if dials else read_national(said, region)
    across = straddling(text, place, region if dials else None, dials=dials)
    if not found and not across:
        return
    goes = read_target(target, region)
    if goes is None:
        return
    others = _not_meant(found, goes)
    for address in others:
        yield address, False
    says_it = any(is_target(address, goes) and _is_all(address, said) for address in found)
    for address in across if not others else ():
        # "google.com/[bing.com](https://bing.com)": a list of two
        in_a_path = says_it and not _holds_host(address, said)
        if not in_a_path and not is_target(address, goes, place=False):
            yield address, True


def _added_by_title(link: Link, links: Mapping[str, str], region: str | None) -> str:
    """The first address or figure in a link's title that is neither in its words nor where it goes; '' for none."""
    title, said = link.target.title, words(link.children)
    target = links.get(link.target.value, "") if link.target.scheme == "link" else link.target.value
    goes = read_target(target, region) if link.target.scheme in ("link", "https", "mailto", "tel") else None
    inside = {(one.kind, one.host, one.user) for one in read_label(said)}
    for address in read_label(title):
        if (address.kind, address.host, address.user) not in inside and not (goes and is_target(address, goes)):
            return address.text
    if target.startswith("tel:"):
        title, said, target = (without_spaces(each) for each in (title, said, target))
    known = {*_FIGURES.findall(plain(said)), *_FIGURES.findall(plain(target))}
    return next((figure for figure in _FIGURES.findall(plain(title)) if figure not in known), "")


def _not_meant(found: tuple[Address, ...], target: Address) -> list[Address]:
    """The addresses that are not the target; of several readings of the same words only the first."""
    others: list[Address] = []
    for address in found:
        again = any(other.kind is not address.kind and other.host == address.host for other in others)
        if not again and not is_target(address, target):
            others.append(address)
    return others


def _is_all(address: Address, said: str) -> bool:
    return said.strip(_AROUND).casefold() == address.text.strip(_AROUND).casefold()


def _holds_host(address: Address, said: str) -> bool:
    """Whether the words are a part of what names the host, and not of the path."""
    return said.strip(_AROUND).casefold() in address.text.casefold().rpartition("://")[2].partition("/")[0]


def _remedy(link: Link, said: Address) -> str:
    if said.kind is AddressKind.EMAIL and "." not in said.host:
        return (
            f"Write the whole address, as in {quoted(f'{said.user}@{said.host}.example')}, and let the link go there."
        )
    if said.user and said.kind is not AddressKind.EMAIL:
        return f"Take {quoted(said.user + '@', 80)} out: it is no part of an address that readers can trust."
    match said.kind:
        case AddressKind.EMAIL:
            target = f"mailto:{said.user}@{said.host}"
        case AddressKind.PHONE:
            target = f"tel:{said.host}"
        case _:
            target = said.text if said.text.lower().startswith("https://") else f"https://{_bare(said.text)}"
    mended = f"If the words are right, write ({target}) as the target"
    if link.target.scheme == "link":
        mended = f"If the words are right, mend the address of {quoted(link.target.value)} in links.yml"
    return f"{mended}; if the target is right, write it in the words, or other words."


def _bare(text: str) -> str:
    return text.rpartition("://")[2]
