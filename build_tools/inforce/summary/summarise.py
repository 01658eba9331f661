"""The summary of one edition: its identity, dates and sections, and what its facts say, as the JSON contract has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from inforce.model.edition import ReadEdition
from inforce.model.text import words
from inforce.publication import PublishedVersion
from inforce.summary import contract as c
from inforce.summary.facts import stated_facts
from inforce.summary.stating import Absent, Place


def summarise(published: PublishedVersion, language: str, stated: Mapping[str, Any] | None = None) -> c.Summary:
    """The summary of a released version in one language. `stated` is what `stated_facts` gives of its facts, where it
    is known. Raises KeyError for a language it does not have."""
    version, edition = published.version, published.editions[language]
    if version.number is None or version.effective_from is None:
        raise ValueError("a draft has no summary")
    say = Place(language, version.authoritative_language, Absent()).words
    if stated is None:
        stated = stated_facts(published.facts, language, version.authoritative_language)
    url = f"{language}/{version.policy}/v{version.number}/"
    return c.Summary(
        policy=version.policy,
        version=version.number,
        revision=edition.edition.revision,
        language=language,
        language_status=edition.edition.status.value,
        reviewed=edition.edition.reviewed,
        authoritative_language=version.authoritative_language,
        title=edition.edition.title,
        url=url,
        effective_from=version.effective_from.isoformat(timespec="seconds"),
        announced=version.announced.isoformat(timespec="seconds") if version.announced else None,
        text_digest=edition.wording,
        consent_epoch=version.consent_epoch,
        change=c.Change(kind=version.kind.value, notes=[say(note.text) for note in version.changes]),
        sections=_sections(edition, url),
        **stated,
    )


def _sections(edition: ReadEdition, url: str) -> list[c.PublishedSection]:
    return [
        c.PublishedSection(
            id=section.id,
            number=edition.numbers.get(section.id, "").rstrip("."),
            title=" ".join(words(section.heading.children).split()),
            url=f"{url}#{section.id}",
        )
        for section in edition.sections
    ]
