"""The frozen summaries of released versions, made again and compared: what the check says of them.

This stands here, not among the rules: a summary is made by `summary`, from words that the workspace reads, and rules
import neither.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from inforce.errors import CannotContinue
from inforce.model.facts import dangling
from inforce.model.spoken import spoken_facts
from inforce.model.version import ReleasedVersion
from inforce.model.writer import WRITER, is_known, version_of
from inforce.problems import Problem, problem
from inforce.project.editions import SectionReader, read_editions
from inforce.project.publish import facts_of, version_folder
from inforce.publication import PublishedVersion
from inforce.reader.records.state import State
from inforce.reader.records.version import VersionRecords, as_listed, sha256, version_after

if TYPE_CHECKING:
    from inforce.contract.models import Summary

_MOST_TOLD = 3


def summary_files(version: ReleasedVersion, reader: SectionReader) -> dict[str, bytes]:
    """The JSON of a version, as a release or an amendment freezes it: `{lang}/r{K}.json`. Raises CannotContinue."""
    # The models of the summary are loaded where one is made, not in every command.
    from inforce.contract.published import canonical
    from inforce.contract.summarise import summarise

    whole = json.dumps(version.facts)
    if wrong := reader.once(("dangling", whole), lambda: next(iter(dangling(facts_of(version))), None)):
        place = f"{version_folder(version)}/facts.json"
        where = ".".join(map(str, wrong.path))
        raise CannotContinue([problem("D104", place, "facts", where=where, reference=wrong.reference)])
    spoken = spoken_facts(version)
    same = json.dumps(spoken)  # in their order, which summaries keep
    facts = reader.once(("facts", same), lambda: facts_of(version, spoken))
    shown = PublishedVersion(version=version, facts=facts, editions=read_editions(version, facts, reader))
    files: dict[str, bytes] = {}
    for language, read in shown.editions.items():
        key = ("stated", same, language, version.authoritative_language)
        stated, written = reader.once(key, partial(_stated, shown, language))
        files[f"{language}/r{read.edition.revision}.json"] = canonical(summarise(shown, language, stated), written)
    return files


def _stated(shown: PublishedVersion, language: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What the facts of a version say in a language, and how that is written."""
    from inforce.contract.facts import stated_facts
    from inforce.contract.published import members
    from inforce.contract.summarise import summarise

    stated = stated_facts(shown.facts, language, shown.version.authoritative_language)
    return stated, members(summarise(shown, language, stated), stated)


def check_summaries(
    released: VersionRecords,
    reader: SectionReader,
    *,
    settled: frozenset[str],
    known: bool = False,
    writer: str = WRITER,
) -> Iterator[Problem]:
    """The summaries that each record of a version brings say what its words and facts say. Of settled records, which
    nobody may change, only that they can be read. `writer` is this tool; where it is `known` that every record that is
    not settled is new, it has made them all, whatever they say."""
    for position, now in enumerate(released.history):
        if f"{released.folder}/{now.file}" not in settled:
            if wrong := _foreign(released, now, writer):
                yield wrong
            elif now.grown:
                yield from _check_record(released, position, now, reader, writer, known=known)
            continue
        for language in now.grown:
            path = f"{now.place}published/{language}/r{now.revisions[language]}.json"
            try:
                read_summary(released.files.get(path, b""), f"{released.folder}/{path}")
            except CannotContinue as stop:
                yield from stop.problems


def read_summary(frozen: bytes, file: str) -> Summary:
    """A frozen summary, for a view of it. Raises CannotContinue where it cannot be read."""
    from inforce.contract.models import Summary
    from inforce.contract.published import read

    try:
        return read(Summary, frozen)
    except ValueError:
        raise CannotContinue([problem("D111", file, "unreadable")]) from None


def _foreign(released: VersionRecords, now: State, writer: str) -> Problem | None:
    """D116: a record whose writer there never was, or that comes after this tool."""
    place, made_by = f"{released.folder}/{now.file}", now.record.made_by
    if not is_known(made_by, writer):
        return problem("D116", place, "unknown writer", made_by=made_by, remedy=_again(released, now))
    if (version_of(made_by) or ()) > (version_of(writer) or ()):
        return problem("D116", place, "later writer", made_by=made_by, writer=writer)
    return None


def _check_record(
    released: VersionRecords, position: int, now: State, reader: SectionReader, writer: str, *, known: bool
) -> Iterator[Problem]:
    place = f"{released.folder}/{now.file}"
    version = version_after(released, position)
    if version is None:  # a later record may have put others in their place
        if as_listed(released, position):  # else D101 and D102 tell why
            yield problem("D104", place, "frozen text", remedy=_again(released, now))
        return
    try:
        made = summary_files(version, reader)
    except CannotContinue as stop:
        yield from stop.problems
        return
    for language in now.grown:
        path = f"{language}/r{now.revisions[language]}.json"
        frozen = released.files.get(f"{now.place}published/{path}", b"")
        as_recorded = sha256(frozen) == now.record.files.get(f"published/{path}")  # any other is told as D101
        if as_recorded and frozen != made[path]:
            yield from _compare(released, now, path, frozen, made[path], writer, known=known)


def _compare(
    released: VersionRecords, now: State, path: str, frozen: bytes, made: bytes, writer: str, *, known: bool
) -> Iterator[Problem]:
    from inforce.contract.models import Summary
    from inforce.contract.published import json_schema
    from inforce.contract.remade import differences
    from inforce.contract.since import contract_of, members_since

    made_by = now.record.made_by
    contract = contract_of(writer if known else made_by)
    found = list(differences(frozen, made, contract=contract, since=members_since(json_schema(Summary))))
    if not found:
        return
    told = [_told(each.pointer, each.frozen, each.made) for each in found[:_MOST_TOLD]]
    if len(found) > _MOST_TOLD:
        told.append(f"and {len(found) - _MOST_TOLD} more")
    remedy = _again(released, now)
    if made_by != writer:
        remedy = f"It was made by {made_by}, and this is {writer}, which makes it otherwise. {remedy}"
    yield problem("D115", f"{released.folder}/{now.place}published/{path}", told="; ".join(told), remedy=remedy)


def _told(pointer: str, frozen: str | None, made: str | None) -> str:
    if made is None and not pointer:
        return str(frozen)
    if frozen is None:
        return f"{pointer} is missing, and should be {made}"
    if made is None:
        return f"{pointer} is {frozen}, and should not be there"
    return f"{pointer or 'the whole'} is {frozen}, and should be {made}"


def _again(released: VersionRecords, now: State) -> str:
    folder = f"{released.folder}/{now.place}".removesuffix("/")
    command = "amend" if now.place else "release"
    return f"Take {folder} away and make it again with inforce {command}; no file below it is written by hand."
