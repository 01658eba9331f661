"""What records are held to only until the base branch has them: they say what the commands would have said here.

Once a record is in the base branch nobody may change it, while `policy.yml` goes on; so these rules look at new records
alone: a release has the titles, languages and order of `policy.yml`, its notes are ones that a file could hold, it
knows of every correction, each amendment changes something, and reasons are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from inforce.model.config import Kind, PolicyConfig, SectionPlace, section_ids
from inforce.model.facts import Facts
from inforce.model.text import Parse
from inforce.model.version import Amendment, AmendmentType, EditionTerms, Manifest
from inforce.problems import Location, Problem
from inforce.reader.notes import numbered, read_change_note
from inforce.reader.numbering import number_sections
from inforce.reader.reasons import REASON_ASKED, says_why
from inforce.reader.records.record_json import read_json
from inforce.reader.records.state import State
from inforce.reader.records.version import VersionRecords, facts_after, overlay, sha256, value_at
from inforce.rules.record_dates import contradiction
from inforce.rules.states import said

_CURE = "Release it again, or put policy.yml back."
_DURATION = re.compile(r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


def check_unsettled(
    released: VersionRecords,
    *,
    earlier: Sequence[VersionRecords],
    config: PolicyConfig | None,
    base: PolicyConfig | None = None,
    newest: bool,
    settled: frozenset[str],
    parse: Parse,
) -> Iterator[Problem]:
    """D110 for the records of a version that are not among the `settled` ones. `earlier` are the versions before it;
    `config` is `policy.yml`, where git knows which records are new, and `base` that of the base branch, where it is
    another: a version that is not the newest may have been made from it."""
    for position, now in enumerate(released.history):
        where = Location(file=f"{released.folder}/{now.file}")
        if where.file in settled:
            continue
        if isinstance(now.record, Manifest):
            languages = {**(base.languages if base else {}), **(config.languages if config else {})}
            found = [*_heads(now.record, earlier, settled), *_notes(now.record, languages, released, parse)]
            if config is not None and newest:
                found += _as_configured(now.record, config)
            elif config is not None and now.record.as_published is None:
                today, then = ([*_as_configured(now.record, each)] for each in (config, base or config))
                found += then and today  # it says what either says
        else:
            found = [*_changes_something(now.record, released.history[position - 1], now, released, parse)]
            found += _terms(now.record.languages, config) if config is not None else []
        found += _reasons(now.record)
        yield from (contradiction(where, message) for message in found)


def _reasons(record: Manifest | Amendment) -> Iterator[str]:
    """Reasons that say nothing; which characters they may hold, other rules say."""
    if isinstance(record, Manifest):
        given = [record.announced_because or "", record.as_published.reason if record.as_published else ""]
    else:
        given = [record.reason]
    for reason in dict.fromkeys((*given, *(one.because for one in record.accepted))):
        if reason and not says_why(reason):
            yield f'it gives "{reason[:40]}" as a reason, and a reason holds {REASON_ASKED}.'


def same_values(facts: Mapping[str, Any], others: Mapping[str, Any], path: str) -> bool:
    """Whether two plain facts hold the same at a path, in whichever form: 84 months are 7 years."""
    try:
        read = [Facts.model_validate(each).model_dump(mode="json") for each in (facts, others)]
    except ValidationError:
        return False  # told elsewhere
    old, new = (value_at(each, path) for each in read)
    return bool(_value(old) == _value(new))


def _value(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {key: _value(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_value(value) for value in data]
    if isinstance(data, str) and (found := _DURATION.fullmatch(data)):
        years, months, weeks, days, hours, minutes, seconds = (int(amount or 0) for amount in found.groups())
        return (12 * years + months, 7 * weeks + days, 3600 * hours + 60 * minutes + seconds)
    return data


def _heads(manifest: Manifest, earlier: Sequence[VersionRecords], settled: frozenset[str]) -> Iterator[str]:
    for before in earlier:
        number = str(before.manifest.version)
        links = [sha256(before.files.get(state.file, b"")) for state in before.history]
        last = max(
            (position for position, state in enumerate(before.history) if f"{before.folder}/{state.file}" in settled),
            default=0,
        )
        if manifest.heads.get(number) not in links[last:]:
            yield f"it was released without amendment {last:04d} of version {number}."


def _notes(
    manifest: Manifest, languages: Mapping[str, object], released: VersionRecords, parse: Parse
) -> Iterator[str]:
    linked = any(note.marked for note in manifest.changes)
    numbers = _numbers(manifest, released, parse) if linked else {}
    slugs = [note.slug for note in manifest.changes]
    if len(set(slugs)) < len(slugs):
        yield "two of its notes have the same name."
    if slugs != sorted(slugs, key=lambda slug: f"{slug}.md"):
        yield "its notes do not stand in the order of their files."
    for note in manifest.changes:
        if note.kind is Kind.CORRECTION:
            yield f"its note {note.slug} is a correction, which makes no new version."
        words = "".join(f"\n## {language}\n\n{text}\n" for language, text in note.typed.items())
        known = [*manifest.languages, *languages] if languages else ()
        read, problems = read_change_note(f"# {note.kind}\n{words}", slug=note.slug, file="", languages=known)
        if read is None or numbered(read, numbers) != note:
            why = problems[0].message if problems else "its words would be read otherwise."
            yield f"its note {note.slug} is none that a file could hold: {why}"


def _numbers(manifest: Manifest, released: VersionRecords, parse: Parse) -> Mapping[str, str]:
    """The numbers of a version as it was released."""
    leading = manifest.authoritative_language
    texts = {
        name: parse(leading, name, released.files.get(path, b"").decode("utf-8", "replace"))
        for name, path in released.history[0].paths.get(leading, {}).items()
    }
    sections = {name: section for name, section in texts.items() if section is not None}
    return number_sections(manifest.sections, sections, manifest.numbering, manifest.lists or ())


def _as_configured(manifest: Manifest, config: PolicyConfig) -> Iterator[str]:
    if manifest.authoritative_language != config.authoritative_language:
        yield (
            f'"{manifest.authoritative_language}" prevails in it, and "{config.authoritative_language}" '
            f"in policy.yml. {_CURE}"
        )
    yield from _terms(manifest.languages, config)
    for language in manifest.to_follow or ():
        if language in manifest.languages or language not in config.languages:
            yield f'it says that "{language}" follows, which is no language of policy.yml that it lacks. {_CURE}'
    if manifest.numbering != config.numbering:
        yield f"it numbers its sections otherwise than policy.yml. {_CURE}"
    if (manifest.lists or ()) != config.lists:
        yield f"it labels the items of its lists otherwise than policy.yml. {_CURE}"
    if manifest.roles != config.roles:
        yield f"it says otherwise than policy.yml what its sections are about. {_CURE}"
    both = frozenset(section_ids(manifest.sections)) & frozenset(config.section_ids())
    if _among(manifest.sections, both) != _among(config.sections, both):  # D118 tells of those that one has alone
        yield f"its sections stand in another order than in policy.yml. {_CURE}"


def _among(places: tuple[SectionPlace, ...], names: frozenset[str]) -> tuple[SectionPlace, ...]:
    """The places of these sections; what stands inside another one moves out to where that stood."""
    found: list[SectionPlace] = []
    for place in places:
        inside = _among(place.sections, names)
        found += [place.model_copy(update={"sections": inside})] if place.id in names else inside
    return tuple(found)


def _terms(languages: Mapping[str, EditionTerms], config: PolicyConfig) -> Iterator[str]:
    for language, terms in languages.items():
        known = config.languages.get(language)
        if known is None or language not in config.title:
            yield f'policy.yml has no language "{language}". {_CURE}'
            continue
        pairs = (
            ("title", terms.title, config.title[language]),
            ("status", str(terms.status), str(known.status)),
            ("reviewed", str(terms.reviewed).lower(), str(known.reviewed).lower()),
        )
        for name, here, there in pairs:
            if here != there:
                yield f'its {name} in "{language}" is "{here[:80]}", and "{there[:80]}" in policy.yml. {_CURE}'


def _changes_something(
    amendment: Amendment, before: State, now: State, released: VersionRecords, parse: Parse
) -> Iterator[str]:
    for language, sections in amendment.digests.items():
        if not sections or language not in now.languages:
            yield f'it names "{language[:20]}" without any words in it.'
    if len(set(amendment.facts)) < len(amendment.facts):
        yield "it names a fact twice."
    if amendment.type is AmendmentType.POSTPONEMENT:
        for language, sections in amendment.digests.items():
            for name, pair in sections.items():
                if (then := before.digests.get(language, {}).get(name)) is not None and then.bytes == pair.bytes:
                    yield f"it carries {language}/{name}, and leaves it as it was."
    if amendment.type is not AmendmentType.CORRECTION:
        return
    for language, sections in amendment.digests.items():
        for name in sections:
            texts = [
                released.files.get(state.paths.get(language, {}).get(name, ""), b"").decode("utf-8", "replace")
                for state in (before, now)
            ]
            old, new = (parse(language, name, text) for text in texts)
            if texts[0] == texts[1] or (old and new and said(old) == said(new)):
                yield f"it corrects {language}/{name}, and leaves its words and links as they were."
    facts = facts_after(released, before)
    over = read_json(released.files.get(f"{now.place}facts.json", b"null"))
    for path in amendment.facts if over is not None else ():
        if same_values(facts, overlay(facts, over), path):
            yield f"it corrects {path}, and leaves its value as it was."
