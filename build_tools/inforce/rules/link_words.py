"""Link words that read as an address: they must say where the link goes (L303).

`[www.example.org](https://elsewhere.example)` leads readers astray whoever wrote it. A link to a fact has no target and
is compared with the fact (`rules.facts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inforce.model.facts import Facts
from inforce.model.text import Link, Section, words
from inforce.parse.findings import quoted
from inforce.problems import Location, Problem, Severity
from inforce.rules.readings.addresses import (
    Address,
    AddressKind,
    is_target,
    read_addresses,
    read_figures,
    read_target,
)


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
        for link in section.links:
            for said, goes in _strays(link, links, region):
                yield Problem(
                    code="L303",
                    severity=named if link.target.scheme == "link" else Severity.ERROR,
                    location=Location(file=paths[name], line=link.at.line, column=link.at.column),
                    message=f"the words read as the {said.kind} {quoted(said.text, 80)}; the link goes to {goes}.",
                    remedy=_remedy(link, said),
                )


def region_of(facts: Facts) -> str | None:
    """The country whose telephone numbers a policy writes without +: that of the controller's address."""
    controller = facts.organisation.controller
    address = controller.address.value if controller and controller.address else None
    return address.country if address else None


def _strays(link: Link, links: Mapping[str, str], region: str | None) -> Iterator[tuple[Address, str]]:
    """Each address that the words say and the link does not go to, with where it goes."""
    scheme, value = link.target.scheme, link.target.value
    said = words(link.children)
    if scheme == "section":
        for address in read_addresses(said):
            if address.kind in (AddressKind.PAGE, AddressKind.EMAIL):
                yield address, f"the section {quoted(value)} of this policy"
        return
    address_of = links.get(value, "") if scheme == "link" else value
    target = read_target(address_of, region) if scheme in ("link", "https", "mailto", "tel") else None
    if target is None:
        return  # a fact, an id, or a name that is told as missing
    goes = f"{quoted(address_of, 80)} (links.yml)" if scheme == "link" else quoted(address_of, 80)
    found = read_addresses(said, region if target.kind is AddressKind.PHONE else None)
    if not found and target.kind is AddressKind.PHONE and (figures := read_figures(said, region)):
        found = (figures,)
    for address in found:
        if not is_target(address, target):
            yield address, goes


def _remedy(link: Link, said: Address) -> str:
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
