"""Text that deceives, in all texts of a policy: working texts, where it is an error, and released ones.

Of a released version nobody may change a word once its record is in the base branch, so there newer rules only hint;
and where a `link:` of released words leads, links.yml says and may be mended at any time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial

from inforce.model.text import Section
from inforce.problems import Problem, Severity
from inforce.project.editions import SectionReader
from inforce.project.project import PolicySource, Project
from inforce.reader.characters.lookalikes import CODES
from inforce.reader.records.version import VersionRecords, every_text
from inforce.rules.deceiving import check_deceiving
from inforce.rules.link_words import check_link_words, region_of
from inforce.rules.party_links import check_party_links

_RECORD = re.compile(r".*/versions/[0-9]+/(amendments/[0-9]{4}/)?")


def check_working_words(
    project: Project, policy: PolicySource, texts: Mapping[str, Mapping[str, Section]]
) -> Iterator[Problem]:
    """What deceives in the working text of a policy; `texts`: language to section id to section."""
    for language, sections in texts.items():
        paths = {name: f"{policy.folder}/{language}/{name}.md" for name in sections}
        yield from check_words(project, language, sections, paths)
        yield from check_parties(project, language, sections, paths)


def check_parties(
    project: Project, language: str, sections: Mapping[str, Section], paths: Mapping[str, str]
) -> Iterator[Problem]:
    """Links of words that wait for a release, beside the facts that will be released with them; `paths`: section id to
    its file."""
    yield from check_party_links(
        sections, language=language, facts=project.facts, links=_links(project, language), paths=paths
    )


def check_released_words(project: Project, released: VersionRecords, reader: SectionReader) -> Iterator[Problem]:
    """What deceives in the words of a released version and of each state that it was in, as if nobody had to keep them
    (see `as_settled`)."""
    region = region_of(project.facts)
    targets = cache(lambda language: tuple(_links(project, language).items()))
    for each in every_text(released):
        section = reader.section(each.language, each.section, each.text)
        if section is not None:
            surroundings = (targets(each.language), region)
            make = partial(_of_released, project, each.language, section)
            found = reader.once(("deceiving", each.language, each.section, each.text, surroundings), make)
            yield from (replace(one, location=replace(one.location, file=each.path)) for one in found)


def as_settled(problems: Iterable[Problem], settled: frozenset[str]) -> Iterator[Problem]:
    """The same problems; those of text that deceives are hints where the record of their file is settled (the files of
    records, relative to the project)."""
    for problem in problems:
        rule_came_later = problem.code in CODES or problem.code == "L303"
        found = _RECORD.match(problem.location.file)
        record = f"{found[0]}{'amendment' if found[1] else 'manifest'}.json" if found else ""
        yield replace(problem, severity=Severity.HINT) if rule_came_later and record in settled else problem


def _of_released(project: Project, language: str, section: Section) -> tuple[Problem, ...]:
    return tuple(check_words(project, language, {section.id: section}, {section.id: ""}, mendable=Severity.HINT))


def _links(project: Project, language: str) -> dict[str, str]:
    return {name: link.in_language(language) for name, link in project.links.links.items()}


def check_words(
    project: Project,
    language: str,
    sections: Mapping[str, Section],
    paths: Mapping[str, str],
    *,
    mendable: Severity = Severity.ERROR,
) -> Iterator[Problem]:
    """What deceives in these sections, or in what is read as they are; `paths`: section id to its file."""
    yield from check_deceiving(sections, language, paths=paths)
    yield from check_link_words(
        sections,
        paths=paths,
        links=_links(project, language),
        region=region_of(project.facts),
        named=mendable,
    )
