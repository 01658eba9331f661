"""D122 and D123: several new versions of a policy at once, each held to the one before it, language by language.

The working text shows what the last of them says, and where a translation changed alone (T107, T108). What an earlier
one says stands in its record alone: it could give the words of the later one ahead of its notice, in one language or in
all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from inforce.model.text import Parse
from inforce.model.version import Version
from inforce.problems import Problem, problem
from inforce.reader.block_content import content_by_block
from inforce.reader.records.version import VersionRecords, differing, version_after
from inforce.rules.dates import without_effective_date
from inforce.rules.languages import first_of, language_name

_Said = Mapping[tuple[str, str], object]
"""A language, and a section or the path of a text in the facts, to what it says."""
_MOST_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """From one version to the next, which is new: what either says, without the day on which it takes effect, and its
    plain facts."""

    before: _Said
    now: _Said
    facts: Any
    facts_now: Any
    released: VersionRecords
    mended: frozenset[tuple[str, str]]
    """What the version before called behind, or mended after its release: a language may follow alone."""
    behind: frozenset[tuple[str, str]]
    """What the new one calls behind."""

    def changes(self, language: str, name: str) -> bool:
        """Whether a language says otherwise."""
        return self.before.get((language, name)) != self.now.get((language, name))


def check_in_step(versions: Sequence[VersionRecords], *, settled: frozenset[str], parse: Parse) -> Iterator[Problem]:
    """The hints for new versions that follow one another; those whose manifest is among the `settled` ones are not new,
    and those that were public before say what they said."""
    new = [
        one for one in versions if f"{one.folder}/manifest.json" not in settled and one.manifest.as_published is None
    ]
    if len(new) < 2:
        return
    steps = [
        step for before, now in pairwise(versions) if now in new and (step := _step(before, now, parse)) is not None
    ]
    for step, after in pairwise(steps):
        yield from _only_in_the_record(step, after.released.manifest.version)
    for language in dict.fromkeys(language for step in steps for language, _ in (*step.before, *step.now)):
        if any(step.released.manifest.authoritative_language == language for step in steps):
            continue
        yield from _out_of_step(steps, language, first=versions[0] in new)


def _step(before: VersionRecords, now: VersionRecords, parse: Parse) -> _Step | None:
    first, last, new = version_after(before, 0), before.version, version_after(now, 0)
    if first is None or new is None:
        return None  # told elsewhere
    old, said = _said(last, parse), _said(new, parse)
    corrected = frozenset(key for key, words in _said(first, parse).items() if old.get(key) != words)
    called = frozenset(key for state in before.history for key in _behind(state.record.accepted, old))
    names = frozenset(name for _, name in corrected)
    return _Step(
        before=old,
        now=said,
        facts=last.facts,
        facts_now=new.facts,
        released=now,
        mended=called | frozenset(key for key in old if key[1] in names),
        behind=frozenset(_behind(now.manifest.accepted, said)),
    )


def _behind(accepted: Sequence[Any], said: _Said) -> Iterator[tuple[str, str]]:
    places = {one.place for one in accepted if one.code == "T102"}
    yield from (key for key in said if key[0] in places or "/".join(key) in places)


def _said(version: Version, parse: Parse) -> dict[tuple[str, str], object]:
    found: dict[tuple[str, str], object] = {}
    for language, edition in version.editions.items():
        for name, text in edition.sections.items():
            undated = without_effective_date(text)
            section = parse(language, name, undated)
            found[language, name] = undated if section is None else content_by_block(section)
    return {**found, **dict(_texts(version.facts, (), version.editions.keys()))}


def _texts(facts: Any, path: tuple[str, ...], languages: Any) -> Iterator[tuple[tuple[str, str], object]]:
    """The texts of plain facts that stand there in several languages of the version."""
    if not isinstance(facts, Mapping):
        return
    spoken = [key for key in facts if key in languages and isinstance(facts[key], str)]
    for key, value in facts.items():
        if key in spoken and len(spoken) > 1 and path:
            yield (key, f"facts {'.'.join(path)}"), value
        else:
            yield from _texts(value, (*path, key), languages)


def _only_in_the_record(step: _Step, after: int) -> Iterator[Problem]:
    places = dict.fromkeys((*step.before, *step.now))
    changed = ["/".join(key) for key in places if step.changes(*key) and not key[1].startswith("facts ")]
    changed += [f"facts {path}" for path in differing(step.facts, step.facts_now)]
    if changed:
        yield problem(
            "D123", f"{step.released.folder}/manifest.json", after=after, changed=first_of(changed, _MOST_TOLD)
        )


def _out_of_step(steps: Sequence[_Step], language: str, *, first: bool) -> Iterator[Problem]:
    """D122 for a translation; `first`: the first version of all is new too, so nothing shows what was before it."""
    names = dict.fromkeys(name for step in steps for spoken, name in (*step.before, *step.now) if spoken == language)
    alone: dict[int, list[str]] = {}
    later: dict[int, list[str]] = {}
    for name in names:
        there = [
            (number, step, step.released.manifest.authoritative_language)
            for number, step in enumerate(steps)
            if all(
                (spoken, name) in side
                for side in (step.before, step.now)
                for spoken in (language, step.released.manifest.authoritative_language)
            )
        ]
        if not first and not any(step.changes(language, name) for _, step, _ in there):
            continue  # T108 tells of what has stayed as it was
        for number, step, leading in there:
            own, lead = step.changes(language, name), step.changes(leading, name)
            if own and not lead and (language, name) not in step.mended:
                alone.setdefault(number, []).append(name)
            elif lead and not own and (language, name) not in step.behind:
                later.setdefault(number, []).append(name)
    for number, step in enumerate(steps):
        leading = language_name(step.released.manifest.authoritative_language)
        spoken = language_name(language)
        told = {
            f"the {spoken} words change, and the {leading} ones, which prevail, do not": alone.get(number, []),
            f"the {leading} words change, and the {spoken} ones do not, though they are not named as behind": (
                later.get(number, [])
            ),
        }
        for what, places in told.items():
            if places:
                yield problem(
                    "D122",
                    f"{step.released.folder}/manifest.json",
                    what=what,
                    places=first_of(places, _MOST_TOLD),
                    spoken=spoken,
                )
