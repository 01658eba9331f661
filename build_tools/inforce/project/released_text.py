"""Whether released text can be shown: nothing that a build would stop at is found only by the build."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial

from inforce.model.text import Section
from inforce.problems import Problem, problem
from inforce.project.editions import SectionReader
from inforce.project.project import PolicySource, Project
from inforce.reader.numbering import number_sections
from inforce.reader.records.version import VersionRecords, every_text
from inforce.storage.tree import SOURCE
from inforce.writer import RenderContext, check_section


def check_released_text(
    project: Project, policy: PolicySource, reader: SectionReader, *, settled: Collection[str]
) -> Iterator[Problem]:
    """Every name that released text has for a link stands in `links.yml`; and each text whose records are not all
    settled (paths below the project) gives its own words as HTML."""
    yield from _gone_links(project, policy, reader)
    for released in policy.released:
        if not {f"{released.folder}/{state.file}" for state in released.history} <= set(settled):
            yield from _unshowable(released, reader)


def _gone_links(project: Project, policy: PolicySource, reader: SectionReader) -> Iterator[Problem]:
    """One problem for each name that is gone, where it has to be put back."""
    users: dict[str, list[str]] = {}
    for released in policy.released:
        for path, _, section in _sections(released, reader):
            for name in _link_names(section) - project.links.links.keys():
                users.setdefault(name, []).append(path)
    for name, paths in sorted(users.items()):
        more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
        yield problem("L302", f"{SOURCE}/links.yml", "in released text", name=name, path=paths[0], more=more)


def _unshowable(released: VersionRecords, reader: SectionReader) -> Iterator[Problem]:
    """What a page would lose, in every state: each is shown for good."""
    version = released.version
    known = {path: (text, section) for path, text, section in _sections(released, reader)}
    for state in released.history:
        leading = state.paths.get(version.authoritative_language, {})
        first = {name: known[path][1] for name, path in _below(released, leading) if path in known}
        numbers = number_sections(version.order, first, version.numbering, version.lists)
        surroundings = tuple(numbers.items())
        for language, paths in state.paths.items():
            for name, path in _below(released, paths):
                if path in known:
                    text, section = known[path]
                    make = partial(_lost, section, language, numbers)
                    found = reader.once(("shown", language, name, text, surroundings), make)
                    yield from (replace(each, location=replace(each.location, file=path)) for each in found)


def _below(released: VersionRecords, paths: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, f"{released.folder}/{path}") for name, path in paths.items())


def _lost(section: Section, language: str, numbers: Mapping[str, str]) -> tuple[Problem, ...]:
    links = dict.fromkeys(_link_names(section), "https://x/")  # one that is gone is told apart
    return check_section(section, RenderContext(language=language, numbers=numbers, links=links))


def _sections(released: VersionRecords, reader: SectionReader) -> Iterator[tuple[str, str, Section]]:
    """Path, text and section of every text of a version that can be read, also of those that were replaced."""
    for each in every_text(released):
        section, _ = reader.read(each.language, each.section, each.text, each.path)
        if section is not None:
            yield each.path, each.text, section


def _link_names(section: Section) -> set[str]:
    return {link.target.value for link in section.links if link.target.scheme == "link"}
