"""Rules for the records of a released version: they say what `inforce release` and `inforce amend` could have written.

The chain of digests shows that a record has changed; it cannot show that a new one was written by hand. So every
record is held to what the commands hold to: a postponement moves a date forward and changes no word, a correction
changes no title, a translation touches no other language (docs/reference/records.md, "Amendments").
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from inforce.model.config import LANGUAGE_PATTERN, LONGEST_STYLE, LanguageStatus, section_ids
from inforce.model.facts import Facts
from inforce.model.number_style import read_style
from inforce.model.version import Amendment, AmendmentType, Manifest
from inforce.problems import Location, Problem, problem
from inforce.reader.characters.words import check_words
from inforce.reader.records.record_json import read_json
from inforce.reader.records.state import State
from inforce.reader.records.version import VersionRecords, facts_after, only, overlapping, overlay, value_at
from inforce.rules.dates import without_effective_date
from inforce.rules.languages import known_language, known_zone
from inforce.rules.letters_as_figures import check_letters
from inforce.rules.record_dates import contradiction
from inforce.rules.record_invariants import (
    YEARS,
    at_one_instant,
    begins_in_the_past,
    in_force_already,
    kind_by_notes,
    moves_forward,
    there_already,
)

MOST_EPOCHS = 1_000_000
_LANGUAGE = re.compile(LANGUAGE_PATTERN)
_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\u")


def check_records(released: VersionRecords, *, before: VersionRecords | None) -> Iterator[Problem]:
    """What the records of a version say that no command would have written; `before` is the version before it."""
    for earlier, now in zip((None, *released.history), released.history, strict=False):
        where = Location(file=f"{released.folder}/{now.file}")
        found = [*_instants(now.record)]
        if isinstance(now.record, Manifest):
            found.extend(_manifest(now.record, before.manifest if before else None))
        elif earlier is not None:
            found.extend(_amendment(now.record, earlier, now, released))
        yield from (contradiction(where, message) for message in found)
        for path in (now.file, f"{now.place}facts.json"):
            yield from _unseen(released.files.get(path), Location(file=f"{released.folder}/{path}"))


def check_frozen_facts(versions: Iterable[VersionRecords]) -> Iterator[Problem]:
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
            yield unreadable_facts(released.folder, error)


def unreadable_facts(folder: str, error: ValidationError) -> Problem:
    """The facts of the version in a folder (`…/versions/N`) cannot be read."""
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return problem("D104", f"{folder}/facts.json", "invalid facts", where=where, why=first["msg"])


def instants_of(record: Manifest | Amendment) -> tuple[datetime, ...]:
    """Every instant that a record gives."""
    instants = (
        (record.released, record.announced, record.effective_from)
        if isinstance(record, Manifest)
        else (record.recorded, record.effective_from)
    )
    return tuple(instant for instant in instants if instant is not None)


def _instants(record: Manifest | Amendment) -> Iterator[str]:
    for instant in instants_of(record):
        if instant.year not in YEARS:
            yield f"the year {instant.year} cannot be shown; dates lie between {YEARS[0]} and {YEARS[-1]}."


def _manifest(manifest: Manifest, before: Manifest | None) -> Iterator[str]:
    if not known_zone(manifest.time_zone):
        yield f'"{manifest.time_zone}" is not a known time zone.'
    prevailing = [name for name, term in manifest.languages.items() if term.status is LanguageStatus.AUTHORITATIVE]
    if prevailing != [manifest.authoritative_language]:
        yield f'the prevailing language, "{manifest.authoritative_language}", is not the one so marked.'
    ids = section_ids(manifest.sections)
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
    if not manifest.numbering or any("<" in style or len(style) > LONGEST_STYLE for style in manifest.numbering):
        yield "its numbering has no form that can be shown."
    if any(read_style(style) is None or "<" in style or len(style) > LONGEST_STYLE for style in manifest.lists or ()):
        yield "the labels of its lists have no form that can be shown."
    wanted = kind_by_notes(manifest.changes, first=before is None)
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


def _amendment(amendment: Amendment, before: State, now: State, released: VersionRecords) -> Iterator[str]:
    kind = amendment.type
    if amendment.recorded < before.at:
        yield "it is recorded before the record it follows."
    if at_one_instant(amendment.recorded, before):
        yield "it is recorded in the same second as the record it follows, and each holds from its instant on."
    if before.withdrawn is not None:
        yield "it follows a withdrawal, which is the last record of a version."
    if kind is not AmendmentType.TRANSLATION and amendment.languages:
        yield f"a {kind} adds or renames no language."
    if amendment.facts and kind is not AmendmentType.CORRECTION:
        yield f"a {kind} corrects no facts."
    if not amendment.reason.strip():
        yield "it gives no reason."
    holds_facts = kind is AmendmentType.TRANSLATION or (kind is AmendmentType.CORRECTION and amendment.facts)
    allowed = {"facts.json"} if holds_facts else set[str]()
    strays = sorted(path for path in amendment.files if path not in allowed and not path.startswith("published/"))
    if strays:
        yield f"a {kind} does not hold {', '.join(strays)}."
    match kind:
        case AmendmentType.TRANSLATION:
            yield from _translation(amendment, before, released, now.place)
        case AmendmentType.CORRECTION:
            if amendment.effective_from is not None:
                yield "a correction changes no date."
            if not (amendment.digests or amendment.facts) or not _inside(amendment.digests, before.digests):
                yield "a correction mends facts or sections that the version has, and one at least."
            yield from _corrected_facts(amendment, before, now, released)
        case AmendmentType.POSTPONEMENT:
            forward = moves_forward(amendment.effective_from, before)
            if not forward or in_force_already(amendment.recorded, before):
                yield "a postponement moves a date that has not come yet, forward."
            if not _inside(amendment.digests, before.digests) or not _same_but_date(before, now, amendment, released):
                yield "a postponement changes no words but the date on which the version takes effect."
        case AmendmentType.WITHDRAWAL:
            if amendment.digests:
                yield "a withdrawal changes no words."
            if begins_in_the_past(amendment.effective_from, amendment.recorded):
                yield "a withdrawal does not begin in the past."


def _translation(amendment: Amendment, before: State, released: VersionRecords, place: str) -> Iterator[str]:
    leading = released.manifest.authoritative_language
    known = there_already(amendment.languages, before)
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
    overlay = read_json(released.files.get(f"{place}facts.json", b"null"))
    if overlay is not None and not _labels_only(released.version.facts, overlay, frozenset(amendment.languages)):
        yield "its facts.json holds more than labels in the new languages."


def _corrected_facts(amendment: Amendment, before: State, now: State, released: VersionRecords) -> Iterator[str]:
    """A correction that names facts gives each of them another value, and touches no other."""
    if not amendment.facts:
        return
    if (doubled := overlapping(amendment.facts)) is not None:
        yield f"it names {doubled} twice, or with what lies below it."
        return
    facts = facts_after(released, before)
    over = read_json(released.files.get(f"{now.place}facts.json", b"null"))
    if over is None:
        yield "it names facts to correct, and has no facts.json."
    elif over != only(overlay(facts, over), amendment.facts):
        yield "its facts.json holds other facts than those it names."
    for path in amendment.facts:
        was = value_at(facts, path)
        if was is None:
            yield f"it corrects {path}, which the version does not have."
        elif was == value_at(over, path):
            yield f"it corrects {path}, and leaves it as it was."


def _same_but_date(before: State, now: State, amendment: Amendment, released: VersionRecords) -> bool:
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
    hidden = _hidden(data)
    yield from (replace(problem, location=where) for problem in hidden)
    if not hidden and b"\\u" in data and _ESCAPE.search(data.decode("utf-8", "replace")):
        yield contradiction(where, "it writes a character as an escape, which could hide what it is.")


@lru_cache(maxsize=8)
def _hidden(data: bytes) -> tuple[Problem, ...]:
    """Those of JSON, without their place: most versions have the facts of the one before."""
    nowhere, texts = Location(file=""), tuple(_texts(read_json(data)))
    hidden = (problem for words, language in texts for problem in check_words(words, nowhere, language))
    return (*hidden, *check_letters(texts, nowhere))


def _texts(data: Any, language: str | None = None) -> Iterator[tuple[str, str | None]]:
    """Every text of plain data, keys too, with its language where its key is the tag of one."""
    if isinstance(data, str):
        yield data, language
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield str(key), None
            yield from _texts(value, str(key) if _LANGUAGE.fullmatch(str(key)) else None)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value, language)


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
