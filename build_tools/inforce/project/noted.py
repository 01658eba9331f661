"""The change notes of a project beside its sections: which numbers the sections have that they link to, and where else
their links lead."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from inforce.model.config import ChangeNote
from inforce.model.text import Section
from inforce.problems import Problem, problem
from inforce.project.deceiving import check_parties, check_words
from inforce.project.editions import SectionReader
from inforce.project.project import PolicySource, Project
from inforce.reader.notes import in_file, note_section, numbered
from inforce.reader.numbering import number_sections
from inforce.rules.almost_facts import check_almost_facts
from inforce.rules.references import check_references
from inforce.storage.tree import SOURCE


def with_numbered_notes(project: Project, reader: SectionReader) -> Project:
    """The project whose notes have the numbers that the working text will have."""
    return replace(project, policies=tuple(_numbered(policy, reader) for policy in project.policies))


def _numbered(policy: PolicySource, reader: SectionReader) -> PolicySource:
    if not any(note.marked for note in policy.notes):
        return policy
    config = policy.config
    leading = config.authoritative_language
    texts = policy.working[leading].sections if leading in policy.working else {}
    read = {name: reader.section(leading, name, text) for name, text in texts.items()}
    sections = {name: section for name, section in read.items() if section is not None}
    numbers = number_sections(config.sections, sections, config.numbering, config.lists)
    return replace(policy, notes=tuple(numbered(note, numbers) for note in policy.notes))


def check_note_links(project: Project, policy: PolicySource, ids: Collection[str]) -> Iterator[Problem]:
    """Where the links of notes lead, and what deceives in them: of those that wait as of sections, in their file; of
    frozen ones each name that is gone from `links.yml`. `ids` are those of the working text."""
    folder = f"{policy.folder}/changes"
    for note, language, section in _marked(policy.notes):
        file = f"{folder}/{note.slug}.md"
        text, _ = project.tree.text(file)
        found = (
            *check_references({note.slug: section}, folder=folder, names=project.links.links, others=ids),
            *check_words(project, language, {note.slug: section}, {note.slug: file}),
            *check_parties(project, language, {note.slug: section}, {note.slug: file}),
        )
        yield from in_file(found, text or "", language, file)
    gone: dict[str, str] = {}
    for released in policy.released:
        for _, _, section in _marked(released.manifest.changes):
            for link in section.links:
                if link.target.scheme == "link" and link.target.value not in project.links.links:
                    gone.setdefault(link.target.value, f"{released.folder}/manifest.json")
    for name, path in gone.items():
        yield problem("L302", f"{SOURCE}/links.yml", "in a note", name=name, path=path)


def check_note_facts(project: Project, policy: PolicySource) -> Iterator[Problem]:
    """F129 of the notes that wait, with links or without: what they say that is almost a fact."""
    folder = f"{policy.folder}/changes"
    for note in policy.notes:
        file = f"{folder}/{note.slug}.md"
        text, _ = project.tree.text(file)
        for language, words in note.text.items():
            section, _ = note_section((note.marked or {}).get(language, words), language)
            texts = {language: {note.slug: section}}
            found = [*check_almost_facts(texts, facts=project.facts, folder=folder, in_notes=True)]
            yield from in_file(found, text or "", language, file)


def _marked(notes: tuple[ChangeNote, ...]) -> Iterator[tuple[ChangeNote, str, Section]]:
    for note in notes:
        for language, markdown in (note.marked or {}).items():
            yield note, language, note_section(markdown, language)[0]
