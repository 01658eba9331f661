"""What new records say otherwise than the source they stand in: D118, for who reviews them.

A release freezes the working text and the facts. Work may go on after it, so that they differ is no error; but a record
that was written by hand may hold words or facts that nobody proposed, and among the files of a release they hide well.
The newest release is held to the source alone. What an older version or an amendment brings may have been changed
since: it stands in the source, or in the version before or after it. Work that goes on leaves a record with the words
of the base branch; what is in neither source is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from inforce.model.config import ChangeNote, PolicyConfig, section_ids
from inforce.model.facts import Facts
from inforce.model.version import Amendment, AmendmentType, Manifest
from inforce.problems import Location, Problem, Severity, problem
from inforce.project.editions import SectionReader
from inforce.project.project import PolicySource, Project
from inforce.project.publish import plain_facts
from inforce.reader.block_content import BlockContent, content_by_block
from inforce.reader.records.record_json import read_json
from inforce.reader.records.state import State
from inforce.reader.records.version import VersionRecords, differing, facts_after, value_at
from inforce.rules.dates import without_effective_date
from inforce.rules.languages import first_of
from inforce.rules.notes_beside_base import check_lightened

_MOST_TOLD = 5
_BY_HAND = "If work has gone on since, all is well. If not, somebody has changed it by hand: make it again."
_OF_NOBODY = (
    "The base branch's source doesn't say it either. Unless the text was changed twice since, somebody has "
    "changed the record by hand: make it again."
)
_OF_A_CORRECTION = (
    "No source has this, as where the working text has moved on: read it in the redline of the preview, beside its "
    "reason. Who merges it accepts it. Where it mends no slip, take the amendment away; where the working text has the "
    "same slip, mend it there too."
)
_A_CHANGE = "A correction mends a slip. If the other version brought it as a change, take the amendment away."
_Place = tuple[str, str]
"""A language and a section."""


@dataclass(frozen=True, slots=True)
class _Side:
    """Words and facts to hold a record to."""

    words: Mapping[_Place, str]
    """Without the date on which a version takes effect."""
    facts: Mapping[str, Any]
    sections: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


def check_beside_source(
    policy: PolicySource,
    project: Project,
    reader: SectionReader,
    *,
    settled: frozenset[str],
    texts_before: Mapping[str, bytes] | None = None,
    facts_before: Facts | None = None,
    config_before: PolicyConfig | None = None,
) -> Iterator[Problem]:
    """D118 for each record of a policy that is not `settled`: it is new, as git shows. `policy` has the working text as
    it stands. What the base branch's source (`texts_before` where it is otherwise than here, `facts_before`,
    `config_before`) doesn't say either is open."""
    source = _source(policy, project)
    base = _base(policy, source, texts_before or {}, facts_before, config_before)
    for number, released in enumerate(policy.released):
        before = policy.released[number - 1] if number else None
        after = policy.released[number + 1] if number + 1 < len(policy.released) else None
        for position, state in enumerate(released.history):
            where = Location(file=f"{released.folder}/{state.file}")
            if where.file in settled:
                continue
            earlier = released.history[position - 1] if position else None
            old = _side(released, earlier) if earlier else _side(before, before.history[-1]) if before else None
            beside = [_side(before, before.history[-1])] if before else []
            later = _side(after, after.history[0]) if after else None
            beside += [later] if later else []
            if isinstance(state.record, Manifest) and later is None:
                said, shape = _newest(released, source, base, policy), _shape(released, before, None, source, policy)
            else:
                said = _brings(released, state, source, beside, old, later, reader)
                shape = _shape(released, before, after, source, policy) if isinstance(state.record, Manifest) else {}
            others = [str(each.manifest.version) for each in (before, after) if each]
            correction = isinstance(state.record, Amendment) and state.record.type is AmendmentType.CORRECTION
            if told := [
                f"{what} {first_of(names, _MOST_TOLD)}" for what, names in (*said.items(), *shape.items()) if names
            ]:
                what = f"it is new, and says otherwise than the source beside it: {'; '.join(told)}."
                if any(said.values()) and others and not (isinstance(state.record, Manifest) and later is None):
                    what += f" Version {' or '.join(others)} does not say so either."
                own = _side(released, state)
                nowhere = _nowhere(said, own, source, base, reader) or _of_nobody(shape, base)
                cure = _OF_A_CORRECTION if correction else _OF_NOBODY
                yield _otherwise(where, what, cure if nowhere else _BY_HAND, open_=nowhere)
            if correction and old:
                for other in (before, after):
                    stood = _stood(other, settled, state) if other else None
                    if other and stood and (names := _takes(released, state, old, _side(other, stood), reader)):
                        number = other.manifest.version
                        what = f"it is new, and takes over from version {number}: {first_of(names, _MOST_TOLD)}."
                        yield _otherwise(where, what, _A_CHANGE)


def _source(policy: PolicySource, project: Project) -> _Side:
    words = {
        (language, name): without_effective_date(text)
        for language, working in policy.working.items()
        for name, text in working.sections.items()
    }
    return _Side(words, plain_facts(project.facts))


def _base(
    policy: PolicySource,
    source: _Side,
    texts: Mapping[str, bytes],
    facts: Facts | None,
    config: PolicyConfig | None,
) -> _Side:
    """The source as the base branch has it."""
    config = config or policy.config
    words = dict(source.words)
    for path, data in texts.items():
        language, _, file = path.removeprefix(f"{policy.folder}/").partition("/")
        if path.startswith(f"{policy.folder}/") and file.endswith(".md"):
            words[language, file.removesuffix(".md")] = without_effective_date(data.decode("utf-8", "replace"))
    return _Side(
        words,
        source.facts if facts is None else plain_facts(facts),
        section_ids(config.sections),
        tuple(config.languages),
    )


def _nowhere(said: Mapping[str, list[str]], own: _Side, source: _Side, base: _Side, reader: SectionReader) -> bool:
    """Whether a record says something that is told of it and that neither source has, or lacks what both have."""
    for place in said["the words of"]:
        language, _, name = place.partition("/")
        new, *others = (
            _blocks(reader, language, name, each.words.get((language, name))) for each in (own, source, base)
        )
        if any(all(block not in each for each in others) for block in new):
            return True
        if any(block not in new and all(block in each for each in others) for block in others[0]):
            return True
    if any(value_at(own.facts, path) != value_at(base.facts, path) for path in said["the facts"]):
        return True
    return bool({*said["the order of the facts"]} & {*_ordered_otherwise(own.facts, base.facts, ())})


def _of_nobody(shape: Mapping[str, list[str]], base: _Side) -> bool:
    """Whether a record lacks a section or a language that the base branch's source lists, or has a section that it
    doesn't list."""
    for what, names in shape.items():
        lists = base.languages if "language" in what else base.sections
        if any((name in lists) is not ("of its own" in what) for name in names):
            return True
    return False


def check_notes_beside(
    policy: PolicySource, project: Project, *, noted: Sequence[ChangeNote], settled: frozenset[str]
) -> Iterator[Problem]:
    """T112 for the notes of the base branch (`noted`) that are lighter here, or gone while their change stays."""
    last = policy.released[-1] if policy.released else None
    yield from check_lightened(
        noted,
        policy.notes,
        folder=f"{policy.folder}/changes",
        changed=last is None or _source(policy, project) != _side(last, last.history[-1]),
        released=any(f"{one.folder}/manifest.json" not in settled for one in policy.released),
    )


def _otherwise(where: Location, message: str, remedy: str, *, open_: bool = False) -> Problem:
    level = Severity.OPEN if open_ else Severity.HINT
    return problem("D118", where, level=level, message=message, remedy=remedy)


def _stood(released: VersionRecords, settled: frozenset[str], amendment: State) -> State | None:
    """A version as the base branch has it; a new one as it was released, if that was before this amendment."""
    known = (state for state in reversed(released.history) if f"{released.folder}/{state.file}" in settled)
    first = released.history[0]
    return next(known, first if first.at < amendment.at else None)


def _takes(released: VersionRecords, state: State, old: _Side, other: _Side, reader: SectionReader) -> list[str]:
    """The sections and facts of which a correction takes something over from another version."""
    words, facts = _words(released, state), read_json(released.files.get(f"{state.place}facts.json", b"{}"))
    sections = [
        f"{language}/{name}"
        for language, names in state.record.digests.items()
        for name in names
        for new, were, there in [
            [_blocks(reader, language, name, each.get((language, name))) for each in (words, old.words, other.words)]
        ]
        if new == there != were or any(block in there and block not in were for block in new)
    ]
    return sections + [
        path
        for path in _leaves(facts, ())
        if value_at(facts, path) == value_at(other.facts, path) != value_at(old.facts, path)
    ]


def check_kept_as_published(versions: Sequence[VersionRecords], *, settled: frozenset[str]) -> Iterator[Problem]:
    """D119 for each new version that is kept as it was published: nothing here can witness what the past said."""
    for released in versions:
        manifest, file = released.manifest, f"{released.folder}/manifest.json"
        if manifest.as_published is None or file in settled:
            continue
        since = manifest.effective_from
        dates = (one.history[-1].effective_from for one in versions)
        until = min((date for date in dates if date > since), default=None)
        base = [one for one in versions if f"{one.folder}/manifest.json" in settled]
        then = max(
            (one for one in base if one.manifest.effective_from <= since),
            key=lambda one: one.manifest.effective_from,
            default=None,
        )
        period = f"from {since.isoformat()}" + (f" until {until.isoformat()}" if until else " until now")
        known = f" The base branch says that version {then.manifest.version} did." if then else ""
        yield problem("D119", file, period=period, known=known, digest=manifest.as_published.source)


def _side(released: VersionRecords, state: State) -> _Side:
    return _Side(_words(released, state), facts_after(released, state))


def _words(released: VersionRecords, state: State) -> dict[_Place, str]:
    """Files that are gone are told elsewhere."""
    return {
        (language, name): without_effective_date(released.files[path].decode("utf-8", "replace"))
        for language, paths in state.paths.items()
        for name, path in paths.items()
        if path in released.files
    }


def _newest(released: VersionRecords, source: _Side, base: _Side, policy: PolicySource) -> dict[str, list[str]]:
    """What the newest release has otherwise than the source; or, of a section that has been taken out of that, than the
    base branch's source. Where a new amendment of it says what the source says,
    that explains it."""
    first, last = (_side(released, released.history[position]) for position in (0, -1))
    there = section_ids(policy.config.sections)
    return {
        "the words of": [
            f"{language}/{name}"
            for (language, name), text in first.words.items()
            if language in policy.working
            and (said := (source if name in there else base).words.get((language, name))) != text
            and (name in there or said is not None)
            and said != last.words.get((language, name))
        ],
        "the facts": [
            path
            for path in differing(first.facts, source.facts)
            if value_at(last.facts, path) != value_at(source.facts, path)
        ],
        "the order of the facts": [*_ordered_otherwise(first.facts, source.facts, ())],
    }


def _shape(
    released: VersionRecords,
    before: VersionRecords | None,
    after: VersionRecords | None,
    source: _Side,
    policy: PolicySource,
) -> dict[str, list[str]]:
    """Sections and languages that a new release lacks or has alone: the newest one beside the source, another one
    beside the versions around it too."""
    if released.manifest.as_published is not None:
        return {}
    config, here, spoken = policy.config, section_ids(released.manifest.sections), released.history[-1].languages
    around = [each for each in (before, after) if each] if after else []
    listed = [section_ids(config.sections), *(section_ids(each.manifest.sections) for each in around)]
    last = around or ([before] if before else [])
    known = {language for each in last for language in each.history[-1].languages}
    whole = {
        language
        for language in config.languages
        if not around and all((language, name) in source.words for name in listed[0])
    }
    alike = "unlike the versions beside it, " if around else ""
    return {
        f"{alike}it lacks the section": [
            name for name in listed[0] if name not in here and all(name in each for each in listed)
        ],
        f"{alike}it has a section of its own,": [name for name in here if not any(name in each for each in listed)],
        f"{alike}it leaves out the language": [
            language
            for language in config.languages
            if language in known | whole
            and language not in spoken
            and language not in (released.manifest.to_follow or ())  # V427 says that they follow
            and all(language in each.history[-1].languages for each in around)
        ],
    }


def _brings(
    released: VersionRecords,
    state: State,
    source: _Side,
    beside: Sequence[_Side],
    old: _Side | None,
    later: _Side | None,
    reader: SectionReader,
) -> dict[str, list[str]]:
    """What a record brings that neither the source nor the versions beside it say. Where a new amendment of a release
    says what they say, that explains it."""
    words = _words(released, state)
    last = _side(released, released.history[-1] if isinstance(state.record, Manifest) else state)
    told = []
    for language, sections in state.record.digests.items():
        for name in sections:
            text = words.get((language, name))
            known = [side.words.get((language, name)) for side in (source, *beside)]
            mended = last.words.get((language, name))
            if text is None or text in known or (mended != text and mended in known):
                continue
            earlier = old.words.get((language, name)) if old is not None else None
            new, were = _blocks(reader, language, name, text), _blocks(reader, language, name, earlier)
            elsewhere = [
                _blocks(reader, language, name, side.words.get((language, name)))
                for side in (source, later)
                if side is not None
            ]
            brought = any(block not in were and not any(block in each for each in elsewhere) for block in new)
            taken = any(block not in new and all(block in each for each in elsewhere) for block in were)
            if brought or taken or not new:
                told.append(f"{language}/{name}")
    if isinstance(state.record, Manifest):
        facts = facts_after(released, state)
        paths = [*differing(facts, source.facts)]
        orders = [*_ordered_otherwise(facts, source.facts, ())]
    else:
        facts = read_json(released.files.get(f"{state.place}facts.json", b"{}"))
        paths = [path for path in _leaves(facts, ()) if value_at(facts, path) != value_at(source.facts, path)]
        orders = []
    same = [side.facts for side in beside]
    return {
        "the words of": told,
        "the facts": [
            path
            for path in paths
            if not any(value_at(facts, path) == value_at(each, path) for each in same)
            and not (
                value_at(last.facts, path) != value_at(facts, path)
                and any(value_at(last.facts, path) == value_at(each, path) for each in (source.facts, *same))
            )
        ],
        "the order of the facts": [
            path for path in orders if not any(path not in _ordered_otherwise(facts, each, ()) for each in same)
        ],
    }


def _blocks(reader: SectionReader, language: str, name: str, text: str | None) -> tuple[BlockContent, ...]:
    section = None if text is None else reader.section(language, name, text)
    return () if section is None else content_by_block(section)


def _ordered_otherwise(frozen: Any, now: Any, path: tuple[str, ...]) -> Iterator[str]:
    """The paths of plain facts whose entries stand in another order; lists are compared as they are."""
    if isinstance(frozen, Mapping) and isinstance(now, Mapping):
        if [key for key in frozen if key in now] != [key for key in now if key in frozen]:
            yield ".".join(path) or "as a whole"
        for key in frozen:
            yield from _ordered_otherwise(frozen[key], now.get(key), (*path, key))


def _leaves(facts: Any, path: tuple[str, ...]) -> Iterator[str]:
    if isinstance(facts, Mapping):
        for key, value in facts.items():
            yield from _leaves(value, (*path, key))
    elif path:
        yield ".".join(path)
