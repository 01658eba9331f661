"""Rules for the records of a released version: they say what `inforce release` and `inforce amend` could have written.

The chain of digests shows that a record has changed; it cannot show that a new one was written by hand. So every
record is held to what the commands hold to: a postponement moves a date forward and changes no word, a correction
changes no title, a translation touches no other language (SOURCE-FORMAT.md, "A version and its amendments").
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from inforce.model.config import Kind, LanguageStatus, SectionPlace
from inforce.model.facts import Facts
from inforce.model.version import Amendment, AmendmentType, EditionTerms, Manifest, SectionDigests
from inforce.parse.controls import check_controls
from inforce.parse.version import ReleasedVersion, revision_after
from inforce.problems import Location, Problem, Severity
from inforce.rules.dates import without_effective_date
from inforce.rules.languages import known_language, known_zone

YEARS = range(1900, 9000)
"""Years that every zone, calendar and page can show."""
MOST_EPOCHS = 1_000_000
_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\u")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A version as it stands after one of its records."""

    place: str
    """The folder of the record below `versions/N/`: "" or "amendments/NNNN/"."""
    at: datetime
    effective_from: datetime
    withdrawn: bool
    languages: Mapping[str, EditionTerms]
    digests: Mapping[str, Mapping[str, SectionDigests]]
    paths: Mapping[str, Mapping[str, str]]
    revisions: Mapping[str, int]
    grown: tuple[str, ...]
    """The languages whose summary this record publishes anew."""


def standings(released: ReleasedVersion) -> Iterator[tuple[Standing | None, Standing, Manifest | Amendment]]:
    """How a version stood before and after each of its records, and the record, the manifest first."""
    manifest = released.manifest
    now = Standing(
        place="",
        at=manifest.released,
        effective_from=manifest.effective_from,
        withdrawn=False,
        languages=manifest.languages,
        digests=manifest.digests,
        paths=_paths("", manifest.digests),
        revisions=dict.fromkeys(manifest.languages, 1),
        grown=tuple(manifest.languages),
    )
    yield None, now, manifest
    for number, amendment in enumerate(released.version.amendments, start=1):
        before, place = now, f"amendments/{number:04d}/"
        languages = {**before.languages, **amendment.languages}
        revisions = {name: revision_after(before.revisions.get(name, 0), name, amendment) for name in languages}
        moved = amendment.effective_from if amendment.type is AmendmentType.POSTPONEMENT else None
        now = Standing(
            place=place,
            at=amendment.recorded,
            effective_from=moved or before.effective_from,
            withdrawn=before.withdrawn or amendment.type is AmendmentType.WITHDRAWAL,
            languages=languages,
            digests=_laid_over(before.digests, amendment.digests),
            paths=_laid_over(before.paths, _paths(place, amendment.digests)),
            revisions=revisions,
            grown=tuple(name for name, revision in revisions.items() if revision != before.revisions.get(name, 0)),
        )
        yield before, now, amendment


def check_records(released: ReleasedVersion, *, before: ReleasedVersion | None) -> Iterator[Problem]:
    """What the records of a version say that no command would have written; `before` is the version before it."""
    for earlier, now, record in standings(released):
        name = f"{now.place}{'manifest' if isinstance(record, Manifest) else 'amendment'}.json"
        where = Location(file=f"{released.folder}/{name}")
        found = [*_instants(record)]
        if isinstance(record, Manifest):
            found.extend(_manifest(record, before.manifest if before else None))
        elif earlier is not None:
            found.extend(_amendment(record, earlier, now, released))
        yield from (_contradiction(where, message) for message in found)
        for path in (name, f"{now.place}facts.json"):
            yield from _unseen(released.files.get(path), Location(file=f"{released.folder}/{path}"))


def check_frozen_facts(versions: Iterable[ReleasedVersion]) -> Iterator[Problem]:
    """The facts of released versions can be read; versions with the same facts are read once."""
    known: set[str] = set()
    for released in versions:
        same = json.dumps(released.version.facts, sort_keys=True)
        if same in known:
            continue
        known.add(same)
        try:
            Facts.model_validate(released.version.facts)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(str(part) for part in first["loc"])
            yield Problem(
                code="D104",
                severity=Severity.ERROR,
                location=Location(file=f"{released.folder}/facts.json"),
                message=f"this record cannot be read: {where} {first['msg']}.",
                remedy="Restore it from the base branch.",
            )


def section_ids(places: tuple[SectionPlace, ...]) -> Iterator[str]:
    """All sections' ids in reading order."""
    for place in places:
        yield place.id
        yield from section_ids(place.sections)


def _instants(record: Manifest | Amendment) -> Iterator[str]:
    instants = (
        (record.released, record.announced, record.effective_from)
        if isinstance(record, Manifest)
        else (record.recorded, record.effective_from)
    )
    for instant in instants:
        if instant is not None and instant.year not in YEARS:
            yield f"the year {instant.year} cannot be shown; dates lie between {YEARS[0]} and {YEARS[-1]}."


def _manifest(manifest: Manifest, before: Manifest | None) -> Iterator[str]:
    if not known_zone(manifest.time_zone):
        yield f'"{manifest.time_zone}" is not a known time zone.'
    prevailing = [name for name, term in manifest.languages.items() if term.status is LanguageStatus.AUTHORITATIVE]
    if prevailing != [manifest.authoritative_language]:
        yield f'the prevailing language, "{manifest.authoritative_language}", is not the one so marked.'
    ids = [*section_ids(manifest.sections)]
    if len(set(ids)) < len(ids):
        yield "it lists a section twice."
    for language in {**manifest.languages, **manifest.digests}:
        if not known_language(language):
            yield f'"{language}" is not a language known to CLDR.'
        whole = language == manifest.authoritative_language or manifest.as_published is None
        sections = manifest.digests.get(language, {}).keys()
        if language not in manifest.languages or not sections <= set(ids) or (whole and len(sections) < len(set(ids))):
            yield f'the edition in "{language}" does not have the sections that the version lists.'
    if before is not None and not manifest.changes:
        yield "it says nothing of what it changes."
    if not manifest.numbering or any("<" in style for style in manifest.numbering):
        yield "its numbering has no form that can be shown."
    wanted = Kind.MATERIAL if before is None else _weightiest(manifest)
    if manifest.kind is not wanted:
        yield f"it calls itself a {manifest.kind}; by its notes it is {wanted}."
    known = before.consent_epoch if before else 1
    if not known <= manifest.consent_epoch <= min(known + (before is not None), MOST_EPOCHS):
        yield f"its consent epoch, {manifest.consent_epoch}, does not follow {known}."
    if manifest.heads.keys() != {str(number) for number in range(1, manifest.version)}:
        yield "it does not name the last record of each earlier version."
    if "facts.json" not in manifest.files:
        yield "it lists no facts.json."
    strays = sorted(path for path in manifest.files if path != "facts.json" and not path.startswith("published/"))
    if strays:
        yield f"it lists files that no version has: {', '.join(strays)}."


def _amendment(amendment: Amendment, before: Standing, now: Standing, released: ReleasedVersion) -> Iterator[str]:
    kind = amendment.type
    if amendment.recorded < before.at:
        yield "it is recorded before the record it follows."
    if before.withdrawn:
        yield "it follows a withdrawal, which is the last record of a version."
    if kind is not AmendmentType.TRANSLATION and amendment.languages:
        yield f"a {kind} adds or renames no language."
    if not amendment.reason.strip():
        yield "it gives no reason."
    allowed = {"facts.json"} if kind is AmendmentType.TRANSLATION else set[str]()
    strays = sorted(path for path in amendment.files if path not in allowed and not path.startswith("published/"))
    if strays:
        yield f"a {kind} does not hold {', '.join(strays)}."
    match kind:
        case AmendmentType.TRANSLATION:
            yield from _translation(amendment, before, released, now.place)
        case AmendmentType.CORRECTION:
            if amendment.effective_from is not None:
                yield "a correction changes no date."
            if not amendment.digests or not _inside(amendment.digests, before.digests):
                yield "a correction mends sections that the version has, and one at least."
        case AmendmentType.POSTPONEMENT:
            later = amendment.effective_from
            if later is None or later <= before.effective_from or amendment.recorded >= before.effective_from:
                yield "a postponement moves a date that has not come yet, forward."
            if not _inside(amendment.digests, before.digests) or not _same_but_date(before, now, amendment, released):
                yield "a postponement changes no words but the date on which the version takes effect."
        case AmendmentType.WITHDRAWAL:
            if amendment.digests:
                yield "a withdrawal changes no words."
            if amendment.effective_from is not None and amendment.effective_from < amendment.recorded:
                yield "a withdrawal does not begin in the past."


def _translation(amendment: Amendment, before: Standing, released: ReleasedVersion, place: str) -> Iterator[str]:
    leading = released.manifest.authoritative_language
    known = sorted(amendment.languages.keys() & before.languages.keys())
    if known or not amendment.languages or amendment.digests.keys() != amendment.languages.keys():
        yield "a translation adds new languages, whole, and touches no other."
    for language, sections in amendment.digests.items():
        if not known_language(language):
            yield f'"{language}" is not a language known to CLDR.'
        if sections.keys() != before.digests.get(leading, {}).keys():
            yield f'the translation into "{language}" does not have the sections of the prevailing text.'
    if any(term.status is LanguageStatus.AUTHORITATIVE for term in amendment.languages.values()):
        yield "no translation prevails over the text that it was made from."
    if amendment.effective_from is not None:
        yield "a translation changes no date."
    overlay = _json(released.files.get(f"{place}facts.json"))
    if overlay is not None and not _labels_only(released.version.facts, overlay, frozenset(amendment.languages)):
        yield "its facts.json holds more than labels in the new languages."


def _same_but_date(before: Standing, now: Standing, amendment: Amendment, released: ReleasedVersion) -> bool:
    for language, sections in amendment.digests.items():
        for name in sections:
            texts = [
                released.files.get(paths.get(language, {}).get(name, ""), b"").decode("utf-8", "replace")
                for paths in (before.paths, now.paths)
            ]
            if without_effective_date(texts[0]) != without_effective_date(texts[1]):
                return False
    return True


def _unseen(data: bytes | None, where: Location) -> Iterator[Problem]:
    """Characters that nobody sees, in the words of a record. Records write every other one as itself."""
    if not data or (data.isascii() and b"\x7f" not in data and b"\\u" not in data):
        return
    text = data.decode("utf-8", "replace")
    hidden = check_controls(text, where)
    yield from hidden
    if not hidden and "\\u" in text and _ESCAPE.search(text):
        yield _contradiction(where, "it writes a character as an escape, which could hide what it is.")


def _weightiest(manifest: Manifest) -> Kind:
    material = any(note.kind is Kind.MATERIAL for note in manifest.changes)
    return Kind.MATERIAL if material else Kind.CLARIFICATION


def _labels_only(known: Any, overlay: Any, languages: frozenset[str]) -> bool:
    return (
        isinstance(known, Mapping)
        and isinstance(overlay, Mapping)
        and all(
            isinstance(value, str) if name in languages else _labels_only(known.get(name), value, languages)
            for name, value in overlay.items()
        )
    )


def _inside(some: Mapping[str, Mapping[str, Any]], whole: Mapping[str, Mapping[str, Any]]) -> bool:
    return all(sections.keys() <= whole.get(language, {}).keys() for language, sections in some.items())


def _laid_over(
    base: Mapping[str, Mapping[str, Any]], over: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, Mapping[str, Any]]:
    return {**base, **{name: {**base.get(name, {}), **entries} for name, entries in over.items()}} if over else base


def _paths(place: str, digests: Mapping[str, Mapping[str, object]]) -> dict[str, dict[str, str]]:
    return {
        language: {name: f"{place}{language}/{name}.md" for name in sections} for language, sections in digests.items()
    }


def _json(data: bytes | None) -> Any:
    try:
        return None if data is None else json.loads(data)
    except (ValueError, RecursionError):
        return None


def _contradiction(where: Location, message: str) -> Problem:
    return Problem(
        code="D110",
        severity=Severity.ERROR,
        location=where,
        message=f"inforce did not write this record so: {message}",
        remedy="Restore it from the base branch, or make it with inforce release or inforce amend.",
    )
