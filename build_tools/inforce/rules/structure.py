"""Rules for the build of a policy: the sections that `policy.yml` lists are there, their ids are unique, and every
language has the same sections, sub-headings and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from inforce.model.config import PolicyConfig, SectionPlace
from inforce.model.text import Clause, Heading, Section, leaf_links
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.yaml.document import Document
from inforce.rules.languages import DEVICES, language_name

Texts = Mapping[str, Mapping[str, Section]]
"""Language to section id to parsed section."""
_ON_PAGES = re.compile(r"main|c[0-9]+")
"""Ids that pages give themselves: to their main part, and to the changes of a comparison. A heading has its section's
with -h."""
_OTHER = "Choose another id, in every language."


def check_order(config: PolicyConfig, places: Document) -> tuple[Problem, ...]:
    """No section is listed twice."""
    seen: set[str] = set()
    problems: list[Problem] = []
    for name, path in _listed(config.sections, ("sections",)):
        if name in seen:
            problems.append(problem("S109", places.place(path), "listed twice", name=name))
        if name in DEVICES:
            problems.append(problem("S109", places.place(path), "Windows", name=name))
        elif _ON_PAGES.fullmatch(name):
            problems.append(problem("S109", places.place(path), "own id", name=name))
        seen.add(name)
    return tuple(problems)


def check_roles(config: PolicyConfig, places: Document, sections: Mapping[str, Section]) -> Iterator[Problem]:
    """Every role names a section, or an id inside one. `sections` are those of the prevailing language."""
    known = {*config.section_ids(), *(name for section in sections.values() for name, _, _ in section.ids())}
    for role, name in config.roles.items():
        if name not in known:
            yield problem("S115", places.place(("roles", str(role))), name=name)


def check_sections(
    config: PolicyConfig, places: Document, files: Mapping[str, frozenset[str]], folder: str
) -> tuple[Problem, ...]:
    """Files and list agree. `files` is language to the section ids it has a file for."""
    problems: list[Problem] = []
    listed = dict(_listed(config.sections, ("sections",)))
    leading = config.authoritative_language
    written = files.get(leading, frozenset())
    for language in config.languages:
        present = files.get(language, frozenset())
        missing = [name for name in listed if name not in present]
        stray = sorted(present - set(listed))
        if language == leading:
            problems += (
                _no_file(f"{folder}/{leading}/{name}.md", name, places.place(listed[name])) for name in missing
            )
        else:
            lacking = [name for name in missing if name in written]
            if lacking:
                problems += untranslated(folder, leading, language, lacking, whole=len(lacking) == len(written))
            stray = [name for name in stray if name not in written]
        problems += (_not_listed(f"{folder}/{language}/{name}.md", name, f"{folder}/policy.yml") for name in stray)
    return tuple(problems)


def _no_file(file: str, name: str, where: Location) -> Problem:
    return problem("S107", where, name=name, file=file)


def _not_listed(file: str, name: str, policy: str) -> Problem:
    return problem("S108", file, name=name, policy=policy)


def untranslated(folder: str, leading: str, language: str, names: list[str], *, whole: bool) -> Iterator[Problem]:
    """T101: each section that a language lacks; all of them at once where it has none."""
    into = language_name(language)
    if whole and len(names) > 1:
        message = f"no section is translated into {into} yet."
        remedy = f"Put the files of {folder}/{leading}/ here too, under the same names, and translate their words."
        yield _untold(f"{folder}/{language}", message, remedy)
        return
    for name in names:
        remedy = f"Translate {folder}/{leading}/{name}.md into this file."
        yield _untold(
            f"{folder}/{language}/{name}.md", f'the section "{name}" is not translated into {into} yet.', remedy
        )


def _untold(file: str, message: str, remedy: str) -> Problem:
    where = Location(file=file)
    return problem("T101", where, message=message, remedy=remedy)


def check_ids(texts: Texts, order: tuple[SectionPlace, ...], leading: str, folder: str) -> tuple[Problem, ...]:
    """Ids are unique in the policy, a section with child sections has no inner ids, and all languages agree. `order`
    and `leading`: the sections, and the prevailing language, of the working text or of a released state."""
    problems: list[Problem] = []
    nested = {place.id for place in _places(order) if place.sections}
    prevailing = texts.get(leading, {})
    for language, sections in texts.items():
        taken: dict[str, str] = {name: f"{folder}/{language}/{name}.md" for name in sections}
        for name, section in sections.items():
            file = f"{folder}/{language}/{name}.md"
            for inner, _, at in section.ids():
                where = Location(file=file, line=at.line, column=at.column)
                if name in nested:
                    problems.append(problem("S112", where, name=inner))
                if _ON_PAGES.fullmatch(inner) or (inner.endswith("-h") and inner[:-2] in sections):
                    problems.append(problem("S109", where, "own id", name=inner))
                if inner in taken:
                    problems.append(problem("S109", where, "taken", name=inner, where=taken[inner]))
                taken.setdefault(inner, file)
            if language != leading and name in prevailing:
                problems.extend(_same_ids(prevailing[name], section, file))
    return tuple(problems)


def _same_ids(leading: Section, section: Section, file: str) -> Iterator[Problem]:
    """T103: the ids of a section are those of the prevailing text, in the same order and at the same levels."""
    wanted = [(name, level) for name, level, _ in leading.ids()]
    have = [(name, level) for name, level, _ in section.ids()]
    if wanted == have:
        yield from _same_places(leading, section, file)
        return
    wanted_names, have_names = [name for name, _ in wanted], [name for name, _ in have]
    absent = [name for name in wanted_names if name not in have_names]
    extra = [name for name in have_names if name not in wanted_names]
    if absent or extra:
        parts = [f"lacks {_quoted(absent)}"] if absent else []
        parts += [f"has {_quoted(extra)} besides"] if extra else []
        message = f"compared with the prevailing text, this section {' and '.join(parts)}."
    else:
        message = "the ids of this section stand in another order or at another level than in the prevailing text."
    where = Location(file=file, line=section.heading.at.line)
    behind = have == [pair for pair in wanted if pair[0] in have_names]
    severity = Severity.OPEN if behind else Severity.ERROR
    yield problem("T103", where, "ids", level=severity, ids=_quoted(wanted_names) or "none", message=message)


def _same_places(leading: Section, section: Section, file: str) -> Iterator[Problem]:
    """T103: what a section links to stands below one of the ids that it stands below in the prevailing text, as words
    under another heading are about something else."""
    there, here = _places_of_links(leading), _places_of_links(section)
    for target, places in here.items():
        if target in there and places.keys().isdisjoint(there[target]):
            yield problem(
                "T103",
                Location(file=file, line=min(places.values())),
                "places",
                target=target,
                here=_below(places),
                there=_below(there[target]),
            )


def _below(places: Iterable[str]) -> str:
    names = [name for name in places if name]
    return f"below {_quoted(names)}" if names else "above the first id"


def _places_of_links(section: Section) -> dict[str, dict[str, int]]:
    """What a section links to, the ids below which it stands, and on which line."""
    found: dict[str, dict[str, int]] = {}
    place = ""
    for block in section.leaves:
        if isinstance(block, Heading | Clause) and block.id:
            place = block.id
        for link in leaf_links(block):
            found.setdefault(str(link.target), {}).setdefault(place, block.at.line)
    return found


def _listed(
    places: tuple[SectionPlace, ...], path: tuple[str | int, ...]
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for index, place in enumerate(places):
        yield place.id, (*path, index, "id")
        yield from _listed(place.sections, (*path, index, "sections"))


def _places(places: tuple[SectionPlace, ...]) -> Iterator[SectionPlace]:
    for place in places:
        yield place
        yield from _places(place.sections)


def _quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
