"""What a release or an amendment that was killed has left undone, found again from its record and the working text.

A command writes its record first, whole. Then come the edits that follow from it: dates and corrections in the working
text, and last the notes of a release, which are taken away. All of that can be worked out again, so nothing has to be
kept for the case; and where nothing is left to do, working it out gives no edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from inforce.model.config import ChangeNote
from inforce.model.text import Parse
from inforce.model.version import Amendment, AmendmentType
from inforce.problems import problem
from inforce.reader.records.state import State
from inforce.reader.records.version import VersionRecords
from inforce.release.edits import Plan
from inforce.release.working_text import Texts, WorkingPolicy, corrected, dated, redated
from inforce.rules.dates import without_effective_date


@dataclass(frozen=True, slots=True)
class _Correction:
    name: str
    before: Texts
    texts: Texts
    """The sections that it mends."""


def unfinished(
    policy: str,
    working: WorkingPolicy,
    *,
    notes: Sequence[ChangeNote],
    released: Sequence[VersionRecords],
    parse: Parse,
) -> Plan:
    """The plan that does what was left undone in a policy, without edits where nothing was; its problems, which are
    hints, name each file."""
    title = f"Finish what was interrupted in {policy}"
    if not released:
        return Plan(title=title)
    newest = released[-1]
    standing = tuple(note for note in notes if any(map(note.is_same, newest.manifest.changes)))
    release = _dates(working, newest, parse) if _was_cut_off(working, newest, notes, standing) else {}
    late = _postponed(working.after(release), newest, parse)
    carried = _corrections(working.after({**release, **late}), tuple(_since(newest, released)), parse)
    edits = _in_order({**release, **late, **{path: data for path, (data, _) in carried.items()}})
    removed = tuple(f"{working.folder}/changes/{note.slug}.md" for note in standing)
    number = newest.manifest.version
    why = {
        **{path: _late(path, f"the release of version {number}", "date") for path in release},
        **{path: _late(path, f"the postponement of version {number}", "date") for path in late},
        **{path: _late(path, name, "words") for path, (_, name) in carried.items()},
        **dict.fromkeys(removed, f"version {number} was released with this note, word for word."),
    }
    return Plan(
        title=title,
        replaced=edits,
        removed=removed,
        problems=tuple(problem("V425", path, policy=policy, message=message) for path, message in why.items()),
    )


def _late(path: str, record: str, what: str) -> str:
    if path.endswith("/sync.json"):
        return f"it does not say yet what {record} has made of the text that the translation was made from."
    return f"it still has the {what} from before {record}."


def _in_order(edits: Mapping[str, bytes]) -> dict[str, bytes]:
    """Each `sync.json` first, as `release.working_text` has it."""
    return dict(sorted(edits.items(), key=lambda edit: not edit[0].endswith("/sync.json")))


def _was_cut_off(
    working: WorkingPolicy, newest: VersionRecords, notes: Sequence[ChangeNote], standing: Sequence[ChangeNote]
) -> bool:
    """Whether the newest release did not come to its end, which is to take its notes away. A first version may have had
    none; then the working text still has its words, but for the date."""
    if newest.manifest.changes or notes:
        return bool(standing)
    return all(
        without_effective_date(working.texts.get(language, {}).get(name, "")) == without_effective_date(text)
        for language, sections in _words(newest, newest.history[0]).items()
        for name, text in sections.items()
    )


def _dates(working: WorkingPolicy, newest: VersionRecords, parse: Parse) -> dict[str, bytes]:
    """The edits that write the date of a release into sections that have all its words but that one."""
    if newest.manifest.as_published is not None:
        return {}
    states = [_words(newest, state) for state in newest.history]
    texts: dict[str, dict[str, str]] = {}
    for language, sections in states[0].items():
        for name, text in sections.items():
            now = working.texts.get(language, {}).get(name)
            if now is None:
                continue
            known = any(now == state.get(language, {}).get(name) for state in states)
            only_date = without_effective_date(now) == without_effective_date(text)
            texts.setdefault(language, {})[name] = text if only_date and not known else now
    return dated(working, texts, parse)


def _postponed(working: WorkingPolicy, newest: VersionRecords, parse: Parse) -> dict[str, bytes]:
    """The edits that write the date of a postponement where the one before still stands."""
    edits: dict[str, bytes] = {}
    for before, after in pairwise(newest.history):
        if isinstance(after.record, Amendment) and after.record.type is AmendmentType.POSTPONEMENT:
            edits |= redated(working.after(edits), _words(newest, before), _words(newest, after), parse)
    return edits


def _since(newest: VersionRecords, released: Sequence[VersionRecords]) -> Iterator[_Correction]:
    """The corrections made since the newest release, of whichever version, in the order in which they were made."""
    made = [
        (after.at, item, position)
        for item in released
        for position, after in enumerate(item.history)
        if isinstance(after.record, Amendment)
        and after.record.type is AmendmentType.CORRECTION
        and after.at >= newest.manifest.released
    ]
    for _, item, position in sorted(made, key=lambda one: one[0]):
        before, after = item.history[position - 1], item.history[position]
        yield _Correction(
            name=f"correction {position:04d} of version {item.manifest.version}",
            before=_words(item, before),
            texts={
                language: {name: text for name, text in sections.items() if name in after.record.digests[language]}
                for language, sections in _words(item, after).items()
                if language in after.record.digests
            },
        )


def _corrections(working: WorkingPolicy, made: Sequence[_Correction], parse: Parse) -> dict[str, tuple[bytes, str]]:
    """The edits that carry corrections over, one after another: path to bytes, and the correction that asks for them.

    Where no word is left to carry, only the last can have been cut off: of an earlier one, a `sync.json` may have been
    written since.
    """
    edits: dict[str, tuple[bytes, str]] = {}
    now = working
    for one in made:
        found, _ = corrected(now, one.before, one.texts, parse)
        now = now.after(found)
        edits |= {path: (data, one.name) for path, data in found.items()}
    carried = any(now.texts[language] != sections for language, sections in working.texts.items())
    if not carried and len(made) > 1:
        return _corrections(working, made[-1:], parse)
    same = {
        working.file(language, name): text.encode()
        for language, sections in working.texts.items()
        for name, text in sections.items()
    }
    return {path: edit for path, edit in edits.items() if edit[0] != same.get(path)}


def _words(released: VersionRecords, state: State) -> dict[str, dict[str, str]]:
    """The words of a version in one of its states. Files that are gone are told elsewhere."""
    return {
        language: {
            name: released.files[path].decode("utf-8", "replace")
            for name, path in paths.items()
            if path in released.files
        }
        for language, paths in state.paths.items()
    }
