"""T114: what changes and no change note tells: an amount of a fact that the text states, the contrary of what was said
of an amount, and a section where the notes name others.

What a note means, no program can tell. But one that is about a period names it, and notes that list sections let
readers believe that the others are as they were.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from inforce.model.config import ChangeNote, Kind
from inforce.model.text import words
from inforce.model.values import Duration, Money, Percentage
from inforce.problems import Problem, Severity, problem
from inforce.reader.findings import quoted
from inforce.reader.notes import sections_linked
from inforce.rules.note_amounts import is_said_by
from inforce.rules.note_sections import Numbered, ids_inside, sections_called
from inforce.rules.reversed_meaning import turned_bounds
from inforce.rules.unnoted import names_heading

_KINDS = (Duration, Money, Percentage, date)
_QUOTED = 80


def check_untold(
    notes: Sequence[ChangeNote], *, then: Numbered, now: Numbered, changed: Iterable[str], folder: str
) -> Iterator[Problem]:
    """Amounts that are otherwise `now` than `then`, and the sections whose prevailing words have `changed`, by
    more than a slip of writing."""
    if not notes:
        return
    yield from _amounts(notes, then, now, folder)
    named = {name for note in notes for name in _named(note, then, now)}
    texts = now.texts.get(now.leading, {})
    told = {one for name in named for one in (name, *ids_inside(now.order, name))}
    yield from _contrary(notes, then, now, told, folder)
    if not named:
        return
    others = [
        name
        for name in changed
        if name in texts
        and not told & {name, *(one for one, _, _ in texts[name].ids())}
        and not _titled(notes, name, now)
    ]
    if others:
        said = sections_called([now.numbers.get(name, name) for name in others])
        yield problem("T114", f"{folder}/{notes[0].slug}.md", "sections", said=said)


def _contrary(
    notes: Sequence[ChangeNote], then: Numbered, now: Numbered, told: Collection[str], folder: str
) -> Iterator[Problem]:
    texts, before = now.texts.get(now.leading, {}), then.texts.get(now.leading, {})
    for name in texts.keys() & before.keys() - {*told}:
        found = next(turned_bounds(before[name], texts[name], now.leading), None)
        if found and not _titled(notes, name, now):
            was, is_now = (quoted(" ".join(said.split()), _QUOTED) for said in found)
            yield problem("T114", f"{folder}/{notes[0].slug}.md", "words", name=name, is_now=is_now, was=was)


def _amounts(notes: Sequence[ChangeNote], then: Numbered, now: Numbered, folder: str) -> Iterator[Problem]:
    linked = {link.target.value for section in now.texts.get(now.leading, {}).values() for link in section.links}
    material = [note for note in notes if note.kind is Kind.MATERIAL]
    for path in sorted(linked & then.values.keys() & now.values.keys()):
        old, new = then.values[path], now.values[path]
        if old == new or not isinstance(old, _KINDS) or not isinstance(new, _KINDS):
            continue
        said = (new,) if isinstance(new, date) else (old, new)  # "no longer 7 years" tells it, the day before doesn't
        if any(is_said_by(note, said) for note in notes) or (material and _tells(material, path, now)):
            continue
        kinds = "no material note" if not material else "no note that names its section"
        yield problem(
            "T114",
            f"{folder}/{(material or notes)[0].slug}.md",
            "amount",
            level=Severity.HINT if material else Severity.OPEN,
            path=path,
            old=_shown(old),
            new=_shown(new),
            which="that day" if isinstance(new, date) else "either",
            kinds=kinds,
        )


def _tells(notes: Sequence[ChangeNote], path: str, now: Numbered) -> bool:
    """Whether a note names a section that states the fact."""
    texts = now.texts.get(now.leading, {})
    named = {one for note in notes for name in _named(note, now) for one in (name, *ids_inside(now.order, name))}
    return any(
        named & {name, *(one for one, _, _ in section.ids())} or _titled(notes, name, now)
        for name, section in texts.items()
        if any(path == link.target.value for link in section.links)
    )


def _titled(notes: Iterable[ChangeNote], name: str, now: Numbered) -> bool:
    """Whether a note names a section by its title, in any language."""
    titles = {
        language: " ".join(words(sections[name].heading.children).split())
        for language, sections in now.texts.items()
        if name in sections
    }
    return any(names_heading(note.text.get(of, ""), title) for note in notes for of, title in titles.items())


def _named(note: ChangeNote, *versions: Numbered) -> Iterator[str]:
    """The sections that a note names by number, or links to, in any language."""
    from inforce.rules.readings.section_numbers import sections_said  # loads tables of many languages

    for language, text in note.text.items():
        yield from sections_linked(note, language)
        for number, _ in sections_said(text, language):
            yield from (each.names[number] for each in versions if number in each.names)


def _shown(value: object) -> str:
    return value.words() if isinstance(value, Duration) else str(value)
