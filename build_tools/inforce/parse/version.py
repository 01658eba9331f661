"""Reads a released version from its frozen files: the manifest, then every amendment in order.

Nothing is trusted: every file's SHA-256 is compared with the chain of manifest and amendments (SOURCE-FORMAT.md, "A
version and its amendments"). What does not fit is a problem; the version is given only when its records can be read.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from inforce.model.version import Amendment, AmendmentType, Edition, EditionTerms, Manifest, SectionDigests, Version
from inforce.problems import Location, Problem, Severity

Model = TypeVar("Model", bound=BaseModel)


def sha256(data: bytes) -> str:
    """`sha256:` and 64 hex digits."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedVersion:
    """A version with the files it came from."""

    manifest: Manifest
    manifest_digest: str
    version: Version
    files: Mapping[str, bytes]
    """All its files, by path below `versions/N/`."""
    folder: str
    """`…/versions/N`, relative to the project."""

    def published(self) -> Mapping[str, bytes]:
        """The JSON and fragments made at release and at amendments: `{lang}/r{K}…` to bytes."""
        found: dict[str, bytes] = {}
        for path, data in self.files.items():
            _, mark, rest = path.partition("published/")
            if mark and path.startswith(("published/", "amendments/")):
                found[rest] = data
        return found


def read_version(
    files: Mapping[str, bytes], *, policy: str, number: int, folder: str
) -> tuple[ReleasedVersion | None, tuple[Problem, ...]]:
    """Read `versions/N/`. `files` are by path below it. The version is None when its records cannot be read."""
    manifest, problems = _read_record(Manifest, files, "manifest.json", folder)
    if manifest is None:
        return None, problems
    found = list(problems)
    if (manifest.policy, manifest.version) != (policy, number):
        found.append(
            _frozen("D104", f"{folder}/manifest.json", f"it says {manifest.policy} {manifest.version}, not its folder.")
        )
    amendments, seen = _read_amendments(files, folder)
    found.extend(seen)
    found.extend(_unchanged(manifest, amendments, files, folder))
    version = _state(manifest, amendments, files, folder)
    if version is None:
        found.append(_frozen("D104", folder, "its words or facts cannot be read."))
        return None, tuple(found)
    released = ReleasedVersion(
        manifest=manifest,
        manifest_digest=sha256(files["manifest.json"]),
        version=version,
        files=files,
        folder=folder,
    )
    return released, tuple(found)


def check_chain(versions: tuple[ReleasedVersion, ...]) -> tuple[Problem, ...]:
    """Each manifest names the digest of the one before it and the heads of all earlier ones as they then were."""
    problems: list[Problem] = []
    before: ReleasedVersion | None = None
    for released in versions:
        where = f"{released.folder}/manifest.json"
        expected = before.manifest_digest if before else None
        wanted = before.manifest.version + 1 if before else 1
        if released.manifest.version != wanted:
            problems.append(_frozen("D105", where, f"version {wanted} is missing before it."))
        elif released.manifest.previous != expected:
            problems.append(_frozen("D105", where, "it does not continue the version before it: the digest differs."))
        for number, head in released.manifest.heads.items():
            earlier = next((item for item in versions if str(item.manifest.version) == number), None)
            if earlier is not None and head not in _links(earlier):
                problems.append(
                    _frozen("D105", where, f"an amendment of version {number} that it knew of is gone or was changed.")
                )
        before = released
    return tuple(problems)


def overlay(base: Any, over: Any) -> Any:
    """Plain data with another laid over it: mappings merge key by key, anything else is replaced."""
    if isinstance(base, Mapping) and isinstance(over, Mapping):
        merged = dict(base)
        for key, value in over.items():
            merged[key] = overlay(base[key], value) if key in base else value
        return merged
    return over


def _links(released: ReleasedVersion) -> set[str]:
    """The digests of every link in a version's chain."""
    records = (data for path, data in released.files.items() if path.endswith("/amendment.json"))
    return {released.manifest_digest, *(sha256(data) for data in records)}


def _read_amendments(
    files: Mapping[str, bytes], folder: str
) -> tuple[tuple[tuple[str, Amendment], ...], tuple[Problem, ...]]:
    problems: list[Problem] = []
    amendments: list[tuple[str, Amendment]] = []
    folders = {path.split("/")[1] for path in files if path.startswith("amendments/") and path.count("/") > 1}
    names = sorted(name for name in folders if re.fullmatch(r"[0-9]{4}", name))  # any other is a stray: D103
    previous = sha256(files["manifest.json"])
    for position, name in enumerate(names, start=1):
        path = f"amendments/{name}/amendment.json"
        if name != f"{position:04d}":
            problems.append(_frozen("D106", f"{folder}/{path}", f"the amendment {position:04d} is missing before it."))
        amendment, seen = _read_record(Amendment, files, path, folder)
        problems.extend(seen)
        if amendment is None:
            break
        if amendment.previous != previous:
            problems.append(_frozen("D107", f"{folder}/{path}", "it does not continue the record before it."))
        previous = sha256(files[path])
        amendments.append((f"amendments/{name}", amendment))
    return tuple(amendments), tuple(problems)


def _unchanged(
    manifest: Manifest, amendments: tuple[tuple[str, Amendment], ...], files: Mapping[str, bytes], folder: str
) -> list[Problem]:
    expected: dict[str, str] = dict(manifest.files)
    expected.update(_section_files("", manifest.digests))
    known = {"manifest.json"}
    for place, amendment in amendments:
        expected.update({f"{place}/{path}": digest for path, digest in amendment.files.items()})
        expected.update(_section_files(f"{place}/", amendment.digests))
        known.add(f"{place}/amendment.json")
    problems = []
    for path, digest in expected.items():
        data = files.get(path)
        if data is None:
            problems.append(_frozen("D102", f"{folder}/{path}", "this file of a released version is gone."))
        elif sha256(data) != digest:
            problems.append(_frozen("D101", f"{folder}/{path}", "this file of a released version has been changed."))
    problems.extend(
        _frozen("D103", f"{folder}/{path}", "this file does not belong to the released version.")
        for path in files
        if path not in expected and path not in known
    )
    return problems


def _section_files(place: str, digests: Mapping[str, Mapping[str, SectionDigests]]) -> dict[str, str]:
    return {
        f"{place}{language}/{section}.md": pair.bytes
        for language, sections in digests.items()
        for section, pair in sections.items()
    }


def _state(
    manifest: Manifest, amendments: tuple[tuple[str, Amendment], ...], files: Mapping[str, bytes], folder: str
) -> Version | None:
    effective: datetime = manifest.effective_from
    withdrawn: datetime | None = None
    terms: dict[str, EditionTerms] = dict(manifest.languages)
    revisions = dict.fromkeys(terms, 1)
    digests: dict[str, dict[str, SectionDigests]] = {
        language: dict(of_sections) for language, of_sections in manifest.digests.items()
    }
    paths = {
        language: {name: f"{language}/{name}.md" for name in of_sections} for language, of_sections in digests.items()
    }
    facts = _json(files.get("facts.json"))
    head = sha256(files["manifest.json"])
    for place, amendment in amendments:
        for language, of_sections in amendment.digests.items():
            digests.setdefault(language, {}).update(of_sections)
            paths.setdefault(language, {}).update({name: f"{place}/{language}/{name}.md" for name in of_sections})
        if f"{place}/facts.json" in files:
            facts = overlay(facts, _json(files[f"{place}/facts.json"]))
        if amendment.type is AmendmentType.POSTPONEMENT and amendment.effective_from is not None:
            effective = amendment.effective_from
        if amendment.type is AmendmentType.WITHDRAWAL:
            withdrawn = amendment.effective_from or amendment.recorded
        terms.update(amendment.languages)
        for language in terms:
            revisions[language] = revision_after(revisions.get(language, 0), language, amendment)
        head = sha256(files[f"{place}/amendment.json"])
    if not isinstance(facts, dict):
        return None
    editions: dict[str, Edition] = {}
    for language, term in terms.items():
        texts: dict[str, str] = {}
        for name, path in paths.get(language, {}).items():
            try:
                texts[name] = files[path].decode("utf-8")
            except (KeyError, UnicodeDecodeError):
                return None
        editions[language] = Edition(
            policy=manifest.policy,
            version=manifest.version,
            language=language,
            title=term.title,
            status=term.status,
            reviewed=term.reviewed,
            revision=revisions[language],
            sections=texts,
            digests=digests.get(language, {}),
            paths={name: f"{folder}/{path}" for name, path in paths.get(language, {}).items()},
        )
    return Version(
        policy=manifest.policy,
        number=manifest.version,
        effective_from=effective,
        announced=manifest.announced,
        released=manifest.released,
        withdrawn=withdrawn,
        kind=manifest.kind,
        consent_epoch=manifest.consent_epoch,
        time_zone=manifest.time_zone,
        base_url=manifest.base_url,
        authoritative_language=manifest.authoritative_language,
        order=manifest.sections,
        numbering=manifest.numbering,
        editions=editions,
        changes=manifest.changes,
        amendments=tuple(amendment for _, amendment in amendments),
        facts=facts,
        as_published=manifest.as_published,
        head=head,
        first_effective=manifest.effective_from,
    )


def revision_after(revision: int, language: str, amendment: Amendment) -> int:
    """The revision of a language's summary after an amendment (0: not published yet). SOURCE-FORMAT.md, "Revision"."""
    match amendment.type:
        case AmendmentType.WITHDRAWAL:
            return revision
        case AmendmentType.POSTPONEMENT:
            return revision + 1
        case AmendmentType.TRANSLATION:
            return revision + 1 if language in amendment.languages else revision
        case AmendmentType.CORRECTION:
            return revision + 1 if language in amendment.digests else revision


def _read_record(
    model: type[Model], files: Mapping[str, bytes], path: str, folder: str
) -> tuple[Model | None, tuple[Problem, ...]]:
    data = files.get(path)
    if data is None:
        return None, (_frozen("D102", f"{folder}/{path}", "this file of a released version is gone."),)
    try:
        return model.model_validate_json(data), ()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return None, (_frozen("D104", f"{folder}/{path}", f"this record cannot be read: {where} {first['msg']}."),)


def _json(data: bytes | None) -> Any:
    try:
        return json.loads(data) if data is not None else {}
    except (ValueError, RecursionError):
        return None


def _frozen(code: str, path: str, message: str) -> Problem:
    return Problem(
        code=code,
        severity=Severity.ERROR,
        location=Location(file=path),
        message=message,
        remedy="Released versions never change: restore it from the base branch; to mend its words, use inforce amend.",
    )
