"""The version as an amendment leaves it: the words and facts that it brings, and what is published of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from inforce.model.config import PolicyConfig
from inforce.model.text import Parse
from inforce.model.version import Amendment, AmendmentType, Edition, EditionTerms, ReleasedVersion
from inforce.reader.records.state import state_after
from inforce.reader.records.version import VersionRecords, only, overlay
from inforce.release.acceptance import NO_REASONS, Reasons
from inforce.release.records import (
    Publish,
    links_effective_date,
    with_effective_date,
)
from inforce.rules.dates import with_words_of
from inforce.rules.facts import Places
from inforce.rules.states import in_facts, said


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendRequest:
    """What an amendment says. `texts` holds only what it adds or mends: language to section id to text."""

    released: VersionRecords
    type: AmendmentType
    recorded: datetime
    reason: str
    effective_from: datetime | None = None
    config: PolicyConfig
    terms: Mapping[str, EditionTerms]
    """Of a translation: the new languages."""
    texts: Mapping[str, Mapping[str, str]]
    facts: Mapping[str, Any] | None = None
    """Of a translation: the facts now, whose labels in the new language are laid over the frozen ones. Of a correction:
    the facts now, from which `corrected` are taken."""
    corrected: tuple[str, ...] = ()
    """Of a correction: the facts that it corrects, by path."""
    others: tuple[ReleasedVersion, ...] = ()
    """The policy's other versions: none may take effect at the same instant."""
    working: Mapping[str, Mapping[str, str]]
    """The working text: a correction is applied to it too."""
    working_folder: str
    words_folder: str | None = None
    """The folder that `texts` were taken from, if not the working text."""
    committed: datetime | None = None
    """When the newest commit was made, if git knows."""
    synced: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language to section id to the digest of the prevailing text that a working translation was made from."""
    places: Places = in_facts
    """Where each fact stands now."""
    waiting: tuple[str, ...] = ()
    """The files of change notes that call themselves corrections: no release takes them."""
    reasons: Reasons = NO_REASONS
    """Why it is made with what is open in what it brings."""


def brought_texts(request: AmendRequest, parse: Parse) -> Mapping[str, Mapping[str, str]]:
    """The section files of the amendment, each with the version's own date in it. A postponement rewrites the date in
    each section that states it; a correction leaves out sections in which it would change no word and no link."""
    version = request.released.version
    if request.type is not AmendmentType.POSTPONEMENT or request.effective_from is None:
        return {language: found for language in request.texts if (found := brought_in(request, language, parse))}
    return {
        language: {
            name: with_effective_date(text, request.effective_from, time_zone=version.time_zone, language=language)
            for name, text in edition.sections.items()
            if links_effective_date(text)
        }
        for language, edition in version.editions.items()
        if any(links_effective_date(text) for text in edition.sections.values())
    }


def brought_in(request: AmendRequest, language: str, parse: Parse) -> dict[str, str]:
    """The sections that a translation or a correction brings in a language, with the date on which the version takes
    effect: in the style that the released words have for it, where they state it."""
    version = request.released.version
    edition = version.editions.get(language)
    before = edition.sections if edition else {}
    found: dict[str, str] = {}
    for name, text in request.texts[language].items():
        dated = with_words_of(text, before[name]) if name in before else text
        dated = with_effective_date(dated, version.effective_from, time_zone=version.time_zone, language=language)
        old, new = parse(language, name, before.get(name, "")), parse(language, name, dated)
        if dated != before.get(name) and not (old and new and said(old) == said(new)):
            found[name] = dated
    return found


def laid_over(request: AmendRequest) -> dict[str, Any]:
    """What the amendment's `facts.json` lays over the facts of the version."""
    if request.type is AmendmentType.CORRECTION:
        return only(request.facts or {}, request.corrected)
    found: dict[str, Any] = new_labels(request.released.version.facts, request.facts or {}, tuple(request.terms))
    return found


def new_labels(frozen: Any, current: Any, languages: tuple[str, ...]) -> Any:
    """What the facts now say in new languages wherever the frozen ones have words in other languages: an overlay."""
    if not isinstance(frozen, Mapping) or not isinstance(current, Mapping):
        return {}
    found: dict[str, Any] = {}
    for key, value in frozen.items():
        inner = new_labels(value, current.get(key), languages)
        if inner:
            found[key] = inner
    if frozen and all(isinstance(value, str) for value in frozen.values()):
        found.update(
            {
                language: current[language]
                for language in languages
                if language not in frozen and isinstance(current.get(language), str)
            }
        )
    return found


def amended_version(
    request: AmendRequest, amendment: Amendment, texts: Mapping[str, Mapping[str, str]], labels: Any, place: str
) -> ReleasedVersion:
    """The version as it will stand, once this amendment is in `place` ("amendments/NNNN/")."""
    released, version = request.released, request.released.version
    state = state_after(released.history[-1], place, amendment)
    editions: dict[str, Edition] = {}
    for language, named in state.languages.items():
        before = version.editions.get(language)
        added = texts.get(language, {})
        paths = {name: f"{released.folder}/{place}{language}/{name}.md" for name in added}
        editions[language] = Edition(
            policy=version.policy,
            version=released.manifest.version,
            language=language,
            title=named.title,
            status=named.status,
            reviewed=named.reviewed,
            revision=state.revisions[language],
            sections={**before.sections, **added} if before else added,
            digests=state.digests.get(language, {}),
            paths={**before.paths, **paths} if before else paths,
        )
    return replace(
        version,
        effective_from=state.effective_from,
        withdrawn=state.withdrawn,
        editions=editions,
        amendments=(*version.amendments, amendment),
        facts=overlay(version.facts, labels),
    )


def new_summaries(request: AmendRequest, version: ReleasedVersion, publish: Publish) -> dict[str, bytes]:
    """The summaries of the revisions that the amendment makes; a withdrawal makes none."""
    if request.type is AmendmentType.WITHDRAWAL:
        return {}
    names = {
        f"{language}/r{edition.revision}.json"
        for language, edition in version.editions.items()
        if edition.revision != revision_of(request.released.version, language)
    }
    return {f"published/{path}": data for path, data in publish(version).items() if path in names}


def revision_of(version: ReleasedVersion, language: str) -> int:
    """The revision of its edition in a language; 0 where it has none."""
    edition = version.editions.get(language)
    return edition.revision if edition else 0
