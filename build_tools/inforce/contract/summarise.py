"""The summary of one edition: its identity, dates and sections, and what its facts say, as the JSON contract has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from inforce.contract import models as c
from inforce.contract.facts import stated_facts
from inforce.contract.since import CONTRACT
from inforce.contract.stated_in import stated_in
from inforce.contract.stating import Absent, Place
from inforce.model.config import SectionPlace, SectionRole
from inforce.model.edition import ReadEdition
from inforce.model.text import Clause, Heading, words
from inforce.model.version import ReleasedVersion
from inforce.publication import PublishedVersion
from inforce.site.fact_text import bare_title


def summarise(published: PublishedVersion, language: str, stated: Mapping[str, Any] | None = None) -> c.Summary:
    """The summary of a released version in one language. `stated` is what `stated_facts` gives of its facts, where it
    is known. Raises KeyError for a language it does not have."""
    version, edition = published.version, published.editions[language]
    say = Place(language, version.authoritative_language, Absent()).words
    if stated is None:
        stated = stated_facts(published.facts, language, version.authoritative_language)
    path = f"{language}/{version.policy}/v{version.number}/"
    return c.Summary(
        contract=CONTRACT,
        policy=version.policy,
        version=version.number,
        revision=edition.edition.revision,
        language=language,
        language_status=edition.edition.status.value,
        reviewed=edition.edition.reviewed,
        authoritative_language=version.authoritative_language,
        title=edition.edition.title,
        path=path,
        effective_from=version.effective_from.isoformat(timespec="seconds"),
        announced=version.announced.isoformat(timespec="seconds") if version.announced else None,
        text_digest=edition.wording,
        consent_epoch=version.consent_epoch,
        change=c.Change(kind=kind_of_change(version), notes=[say(note.text) for note in version.changes]),
        sections=list(_sections(edition, version.roles, path)),
        stated_in=stated_in(edition),
        **stated,
    )


def kind_of_change(version: ReleasedVersion) -> Any:
    """What kind of change a version is; None for a first one, which changes nothing, unless its notes say."""
    return None if version.number == 1 and not version.changes else version.kind.value


def _sections(edition: ReadEdition, roles: Mapping[SectionRole, str], path: str) -> Iterator[c.PublishedSection]:
    """The sections in reading order, each followed by its parts that have an id: sub-headings and clauses."""

    def section(name: str, title: str, parent: str | None) -> c.PublishedSection:
        return c.PublishedSection(
            id=name,
            parent=parent,
            roles=[role.value for role in SectionRole if roles.get(role) == name],
            number=edition.numbers.get(name, "").rstrip(".") or None,
            title=bare_title(title),
            path=f"{path}#{name}",
        )

    above = dict(_parents(edition.order, None))
    for each in edition.sections:
        yield section(each.id, words(each.heading.children), above[each.id])
        open_headings: list[tuple[int, str]] = [(1, each.id)]
        for block in each.leaves[1:]:
            match block:
                case Heading(id=str(name), level=level):
                    while open_headings[-1][0] >= level:
                        open_headings.pop()
                    yield section(name, words(block.children), open_headings[-1][1])
                    open_headings.append((level, name))
                case Clause(id=name, children=children, label=label):
                    yield section(name, words(children[:label]), open_headings[-1][1])


def _parents(places: tuple[SectionPlace, ...], above: str | None) -> Iterator[tuple[str, str | None]]:
    for place in places:
        yield place.id, above
        yield from _parents(place.sections, place.id)
