"""How a released version stands after each of its records: state = manifest + amendments in order
(docs/reference/records.md, "The state of a version").

What an amendment does to a version is said here, once. Reading a version, holding its records to the rules and looking
for the files that each of them publishes all start from these states.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from inforce.model.version import Amendment, AmendmentType, EditionTerms, Manifest, SectionDigests

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A version as it stands after one of its records. Paths are below `versions/N/`."""

    place: str
    """The folder of the record: "" for the manifest, else "amendments/NNNN/"."""
    record: Manifest | Amendment
    at: datetime
    """When it was recorded."""
    effective_from: datetime
    withdrawn: datetime | None
    """From when the version no longer applies, if it was withdrawn."""
    languages: Mapping[str, EditionTerms]
    digests: Mapping[str, Mapping[str, SectionDigests]]
    """Language to section id to the digests of its file."""
    paths: Mapping[str, Mapping[str, str]]
    """Language to section id to the file that holds its words now."""
    revisions: Mapping[str, int]
    grown: tuple[str, ...]
    """The languages whose summary this record publishes anew."""

    @property
    def file(self) -> str:
        """The record's own file."""
        return f"{self.place}{'manifest' if isinstance(self.record, Manifest) else 'amendment'}.json"


def states(manifest: Manifest, amendments: Iterable[tuple[str, Amendment]]) -> Iterator[State]:
    """The state after the manifest, then after each amendment, which comes with its folder, "amendments/NNNN/"."""
    now = State(
        place="",
        record=manifest,
        at=manifest.released,
        effective_from=manifest.effective_from,
        withdrawn=None,
        languages=manifest.languages,
        digests=manifest.digests,
        paths=_paths("", manifest.digests),
        revisions=dict.fromkeys(manifest.languages, 1),
        grown=tuple(manifest.languages),
    )
    yield now
    for place, amendment in amendments:
        now = state_after(now, place, amendment)
        yield now


def state_after(before: State, place: str, amendment: Amendment) -> State:
    """The state after one more amendment, whose folder is `place`."""
    languages = {**before.languages, **amendment.languages}
    revisions = {name: revision_after(before.revisions.get(name, 0), name, amendment) for name in languages}
    state = replace(
        before,
        place=place,
        record=amendment,
        at=amendment.recorded,
        languages=languages,
        digests=_laid_over(before.digests, amendment.digests),
        paths=_laid_over(before.paths, _paths(place, amendment.digests)),
        revisions=revisions,
        grown=tuple(name for name, revision in revisions.items() if revision != before.revisions.get(name, 0)),
    )
    if amendment.type is AmendmentType.POSTPONEMENT and amendment.effective_from is not None:
        return replace(state, effective_from=amendment.effective_from)
    if amendment.type is AmendmentType.WITHDRAWAL:
        return replace(state, withdrawn=amendment.effective_from or amendment.recorded)
    return state


def revision_after(revision: int, language: str, amendment: Amendment) -> int:
    """The revision of a language's summary after an amendment (0: not published yet): docs/reference/records.md,
    "Amendments"."""
    match amendment.type:
        case AmendmentType.WITHDRAWAL:
            return revision
        case AmendmentType.POSTPONEMENT:
            return revision + 1
        case AmendmentType.TRANSLATION:
            return revision + 1 if language in amendment.languages else revision
        case AmendmentType.CORRECTION:
            return revision + 1 if language in amendment.digests or amendment.facts else revision


def _paths(place: str, digests: Mapping[str, Mapping[str, object]]) -> dict[str, dict[str, str]]:
    return {
        language: {name: f"{place}{language}/{name}.md" for name in sections} for language, sections in digests.items()
    }


def _laid_over(
    base: Mapping[str, Mapping[str, T]], over: Mapping[str, Mapping[str, T]]
) -> Mapping[str, Mapping[str, T]]:
    return {**base, **{name: {**base.get(name, {}), **entries} for name, entries in over.items()}} if over else base
