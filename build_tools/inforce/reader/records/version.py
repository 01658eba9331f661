"""Reads a released version from its frozen files: the manifest, then every amendment in order.

Nothing is trusted: every file's SHA-256 is compared with the chain of manifest and amendments
(docs/reference/records.md, "A version and its amendments"). What does not fit is a problem; the version is given only
when its records can be read.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from inforce.errors import CannotContinue
from inforce.model.version import Amendment, Edition, Manifest, ReleasedVersion, SectionDigests
from inforce.problems import Problem, problem
from inforce.reader.records.record_json import AmbiguousJson, read_json, refuse_ambiguous
from inforce.reader.records.restoring import cure
from inforce.reader.records.state import State, states

Model = TypeVar("Model", bound=BaseModel)


def sha256(data: bytes) -> str:
    """`sha256:` and 64 hex digits."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRecords:
    """A version with the files it came from."""

    manifest: Manifest
    manifest_digest: str
    version: ReleasedVersion
    history: tuple[State, ...]
    """How it stood after each of its records, the manifest first."""
    files: Mapping[str, bytes]
    """All its files, by path below `versions/N/`."""
    folder: str
    """`…/versions/N`, relative to the project."""

    def published(self) -> Mapping[str, bytes]:
        """The summaries made at release and at amendments: `{lang}/r{K}.json` to bytes."""
        found: dict[str, bytes] = {}
        for path, data in self.files.items():
            _, mark, rest = path.partition("published/")
            if mark and path.startswith(("published/", "amendments/")):
                found[rest] = data
        return found

    def first(self, records: int) -> VersionRecords:
        """The same before its later records were made: with so many of them, the manifest being the first.

        Raises CannotContinue where a file that it then had is gone.
        """
        if records >= len(self.history):
            return self
        history = self.history[:records]
        later = tuple(state.place for state in self.history[records:])
        files = {path: data for path, data in self.files.items() if not path.startswith(later)}
        version = _version(self.manifest, history, files, self.folder)
        if version is None:
            file = f"{self.folder}/{history[-1].file}"
            raise CannotContinue([problem("D104", file, "earlier state", remedy=cure("D104", file))])
        return replace(self, version=version, history=history, files=files)

    def as_of(self, at: datetime) -> VersionRecords:
        """The same with what was recorded by an instant; what the manifest says, always."""
        return self.first(max(1, sum(state.at <= at for state in self.history)))


def read_version(
    files: Mapping[str, bytes], *, policy: str, number: int, folder: str
) -> tuple[VersionRecords | None, tuple[Problem, ...]]:
    """Read `versions/N/`. `files` are by path below it. The version is None when its records cannot be read."""
    manifest, problems = _read_record(Manifest, files, "manifest.json", folder)
    if manifest is None:
        return None, problems
    found = list(problems)
    if (manifest.policy, manifest.version) != (policy, number):
        found.append(
            problem(
                "D104",
                f"{folder}/manifest.json",
                "elsewhere",
                policy=manifest.policy,
                version=manifest.version,
                remedy=cure("D104", f"{folder}/manifest.json"),
            )
        )
    amendments, seen = _read_amendments(files, folder)
    found.extend(seen)
    history = tuple(states(manifest, amendments))
    changed = _unchanged(history, files, folder)
    found.extend(changed)
    version = _version(manifest, history, files, folder)
    if version is None:
        if not any(problem.code in ("D101", "D102") for problem in changed):  # which tell why
            found.append(problem("D104", folder, "text", remedy=cure("D104", folder)))
        return None, tuple(found)
    released = VersionRecords(
        manifest=manifest,
        manifest_digest=sha256(files["manifest.json"]),
        version=version,
        history=history,
        files=files,
        folder=folder,
    )
    return released, tuple(found)


def version_after(released: VersionRecords, position: int) -> ReleasedVersion | None:
    """The version as it stood after one of its records (0: the manifest); None where its words cannot be read."""
    return _version(released.manifest, released.history[: position + 1], released.files, released.folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenText:
    """The words of a section as one record froze them."""

    language: str
    section: str
    text: str
    digests: SectionDigests
    path: str
    """Its file, relative to the project."""


def every_text(released: VersionRecords) -> Iterator[FrozenText]:
    """Every text that a version has or had, each file once: its pages keep for good what a later amendment replaced.
    Files that are gone or no text, which are told elsewhere, are left out."""
    for state in released.history:
        for language, sections in state.record.digests.items():
            for section, digests in sections.items():
                path = f"{state.place}{language}/{section}.md"
                text = _decoded(released.files.get(path))
                if text is not None:
                    where = f"{released.folder}/{path}"
                    yield FrozenText(language=language, section=section, text=text, digests=digests, path=where)


def _decoded(data: bytes | None) -> str | None:
    try:
        return None if data is None else sys.intern(data.decode("utf-8"))  # versions share most of their texts
    except UnicodeDecodeError:
        return None


def as_listed(released: VersionRecords, position: int) -> bool:
    """Whether every file that the records up to one (0: the manifest) list is there, and as listed."""
    found = _unchanged(released.history[: position + 1], released.files, released.folder)
    return not any(problem.code in ("D101", "D102") for problem in found)


def check_chain(versions: tuple[VersionRecords, ...]) -> tuple[Problem, ...]:
    """Each manifest names the digest of the one before it and the heads of all earlier ones as they then were."""
    problems: list[Problem] = []
    before: VersionRecords | None = None
    for released in versions:
        where = f"{released.folder}/manifest.json"
        expected = before.manifest_digest if before else None
        wanted = before.manifest.version + 1 if before else 1
        if released.manifest.version != wanted:
            problems.append(problem("D105", where, "missing", wanted=wanted, remedy=cure("D105", where)))
        elif released.manifest.previous != expected:
            problems.append(problem("D105", where, "digest", remedy=cure("D105", where)))
        for number, head in released.manifest.heads.items():
            earlier = next((item for item in versions if str(item.manifest.version) == number), None)
            if earlier is not None and head not in _links(earlier):
                problems.append(problem("D105", where, "amendment", number=number, remedy=cure("D105", where)))
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


def value_at(facts: Any, path: str) -> Any:
    """What plain facts hold at a path ("retention.contract.keep"); None where there is nothing."""
    for key in path.split("."):
        facts = facts.get(key) if isinstance(facts, Mapping) else None
    return facts


def differing(facts: Any, now: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    """The paths of plain facts that are not the same, each as far down as both have something."""
    if isinstance(facts, Mapping) and isinstance(now, Mapping):
        for key in dict.fromkeys([*facts, *now]):
            if key not in facts or key not in now:
                yield ".".join((*path, key))
            else:
                yield from differing(facts[key], now[key], (*path, key))
    elif facts != now:
        yield ".".join(path)


def overlapping(paths: Sequence[str]) -> str | None:
    """The first of some paths that stands in the place of another, or above it; None where each stands apart."""
    ordered = sorted(path.split(".") for path in paths)
    return next((".".join(one) for one, after in pairwise(ordered) if after[: len(one)] == one), None)


def only(facts: Any, paths: Iterable[str]) -> dict[str, Any]:
    """Plain facts with these paths alone, none of which lies above another: an overlay that gives each its value."""
    found: dict[str, Any] = {}
    for path in paths:
        *above, last = path.split(".")
        place = found
        for key in above:
            place = place.setdefault(key, {})
        place[last] = value_at(facts, path)
    return found


def facts_after(released: VersionRecords, state: State) -> dict[str, Any]:
    """The plain facts of a version after one of its records."""
    position = released.history.index(state)
    return _facts(released.history[: position + 1], released.files) or {}


def _links(released: VersionRecords) -> set[str]:
    """The digests of every link in a version's chain."""
    records = (data for path, data in released.files.items() if path.endswith("/amendment.json"))
    return {released.manifest_digest, *(sha256(data) for data in records)}


def _read_amendments(
    files: Mapping[str, bytes], folder: str
) -> tuple[tuple[tuple[str, Amendment], ...], tuple[Problem, ...]]:
    """Each amendment with its folder, "amendments/NNNN/", up to the first that cannot be read."""
    problems: list[Problem] = []
    amendments: list[tuple[str, Amendment]] = []
    folders = {path.split("/")[1] for path in files if path.startswith("amendments/") and path.count("/") > 1}
    names = sorted(name for name in folders if re.fullmatch(r"[0-9]{4}", name))  # any other is a stray: D103
    previous = sha256(files["manifest.json"])
    for position, name in enumerate(names, start=1):
        path = f"amendments/{name}/amendment.json"
        if name != f"{position:04d}":
            problems.append(
                problem("D106", f"{folder}/{path}", position=position, remedy=cure("D106", f"{folder}/{path}"))
            )
        amendment, seen = _read_record(Amendment, files, path, folder)
        problems.extend(seen)
        if amendment is None:
            break
        if amendment.previous != previous:
            problems.append(problem("D107", f"{folder}/{path}", remedy=cure("D107", f"{folder}/{path}")))
        previous = sha256(files[path])
        amendments.append((f"amendments/{name}/", amendment))
    return tuple(amendments), tuple(problems)


def _unchanged(history: tuple[State, ...], files: Mapping[str, bytes], folder: str) -> list[Problem]:
    """Every file is there as its record lists it, and no other is."""
    expected: dict[str, str] = {}
    for state in history:
        expected.update({f"{state.place}{path}": digest for path, digest in state.record.files.items()})
        expected.update(_section_files(state.place, state.record.digests))
    known = {state.file for state in history}
    problems = []
    for path, digest in expected.items():
        data = files.get(path)
        if data is None:
            problems.append(problem("D102", f"{folder}/{path}", remedy=cure("D102", f"{folder}/{path}")))
        elif sha256(data) != digest:
            problems.append(problem("D101", f"{folder}/{path}", remedy=cure("D101", f"{folder}/{path}")))
    problems.extend(
        problem("D103", f"{folder}/{path}", "foreign", remedy=cure("D103", f"{folder}/{path}"))
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


def _version(
    manifest: Manifest, history: tuple[State, ...], files: Mapping[str, bytes], folder: str
) -> ReleasedVersion | None:
    """The version as it stands after the last of these records; None where its words or facts cannot be read."""
    last = history[-1]
    facts = _facts(history, files)
    editions = {language: _edition(manifest, last, language, files, folder) for language in last.languages}
    whole = {language: edition for language, edition in editions.items() if edition is not None}
    if facts is None or len(whole) != len(editions):
        return None
    return ReleasedVersion(
        policy=manifest.policy,
        number=manifest.version,
        effective_from=last.effective_from,
        announced=manifest.announced,
        released=manifest.released,
        withdrawn=last.withdrawn,
        kind=manifest.kind,
        consent_epoch=manifest.consent_epoch,
        time_zone=manifest.time_zone,
        authoritative_language=manifest.authoritative_language,
        order=manifest.sections,
        numbering=manifest.numbering,
        lists=manifest.lists or (),
        editions=whole,
        changes=manifest.changes,
        amendments=tuple(state.record for state in history if isinstance(state.record, Amendment)),
        facts=facts,
        as_published=manifest.as_published,
        head=sha256(files[last.file]),
        first_effective=manifest.effective_from,
        announced_because=manifest.announced_because,
        roles=manifest.roles,
        to_follow=manifest.to_follow or (),
    )


def _facts(history: tuple[State, ...], files: Mapping[str, bytes]) -> dict[str, Any] | None:
    """The facts as they were, the labels of later translations laid over them; None where they cannot be read."""
    facts = read_json(files.get("facts.json", b"{}"))
    for state in history[1:]:
        if f"{state.place}facts.json" in files:
            facts = overlay(facts, read_json(files[f"{state.place}facts.json"]))
    return facts if isinstance(facts, dict) else None


def _edition(
    manifest: Manifest, state: State, language: str, files: Mapping[str, bytes], folder: str
) -> Edition | None:
    """An edition as it stands; None where a file of its words is gone or no text."""
    paths = state.paths.get(language, {})
    try:
        texts = {name: sys.intern(files[path].decode("utf-8")) for name, path in paths.items()}
    except (KeyError, UnicodeDecodeError):
        return None
    terms = state.languages[language]
    return Edition(
        policy=manifest.policy,
        version=manifest.version,
        language=language,
        title=terms.title,
        status=terms.status,
        reviewed=terms.reviewed,
        revision=state.revisions[language],
        sections=texts,
        digests=state.digests.get(language, {}),
        paths={name: f"{folder}/{path}" for name, path in paths.items()},
    )


def _read_record(
    model: type[Model], files: Mapping[str, bytes], path: str, folder: str
) -> tuple[Model | None, tuple[Problem, ...]]:
    data = files.get(path)
    if data is None:
        return None, (problem("D102", f"{folder}/{path}", remedy=cure("D102", f"{folder}/{path}")),)
    try:
        refuse_ambiguous(data)
        return model.model_validate_json(data), ()
    except AmbiguousJson as error:
        return None, (
            problem("D104", f"{folder}/{path}", "unreadable", error=error, remedy=cure("D104", f"{folder}/{path}")),
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return None, (
            problem(
                "D104",
                f"{folder}/{path}",
                "invalid",
                where=where,
                why=first["msg"],
                remedy=cure("D104", f"{folder}/{path}"),
            ),
        )
