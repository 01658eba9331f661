"""Reads a whole project from its tree of files: configuration, facts, working texts, released versions.

Everything that can be read is read and every problem collected; what depends on an unreadable file is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from inforce.model.config import ID_PATTERN, ChangeNote, Links, PolicyConfig, Site
from inforce.model.facts import Facts
from inforce.problems import Problem, problem
from inforce.reader.notes import read_change_note
from inforce.reader.records.version import VersionRecords, read_version
from inforce.reader.yaml.document import Document, joined, load_yaml, read_yaml, validate
from inforce.rules.unread_files import (
    fact_meant,
    unread_fact,
    unread_in_policy,
    unread_note,
    unread_on_top,
    unread_section,
)
from inforce.storage.tree import SOURCE, Tree, read_tree

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingText:
    """What legal edits, in one language: section id to source text; and which source each was translated from."""

    language: str
    sections: Mapping[str, str]
    synced: Mapping[str, str]
    """Of a translation: section id to the `w1:` digest of the authoritative text it was made from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySource:
    """One policy's files, read."""

    id: str
    folder: str
    config: PolicyConfig
    config_places: Document
    working: Mapping[str, WorkingText]
    notes: tuple[ChangeNote, ...]
    released: tuple[VersionRecords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A whole project. `facts_places` tells where each fact stands in its YAML file."""

    tree: Tree
    site: Site
    site_places: Document
    links: Links
    links_places: Document
    facts: Facts
    facts_places: Document
    policies: tuple[PolicySource, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses of the site, and of links.yml in every language."""
        links = self.links.links.values()
        return (self.site.base_url, *(page for link in links for page in (link.url, *link.languages.values())))


def read_project(root: Path) -> tuple[Project | None, tuple[Problem, ...]]:
    """Read the project in a folder. None when too little can be read to go on; the problems say why."""
    return understand(*read_tree(root, SOURCE))


def understand(tree: Tree, problems: tuple[Problem, ...]) -> tuple[Project | None, tuple[Problem, ...]]:
    """What the files of a project say, and every problem, those of reading them first."""
    found = list(problems)
    if not tree.files:
        if not found:
            found.append(problem("S101", SOURCE, "empty folder"))
        return None, tuple(found)
    site, site_places, seen = _load(Site, tree, f"{SOURCE}/site.yml")
    found.extend(seen)
    links, links_places, seen = (
        _load(Links, tree, f"{SOURCE}/links.yml") if f"{SOURCE}/links.yml" in tree.files else _no_links()
    )
    found.extend(seen)
    facts, facts_places, seen = _read_facts(tree)
    found.extend((*seen, *_no_folders(tree, [f"{SOURCE}/facts"])))
    if site is None or site_places is None:
        return None, tuple(found)
    policies: list[PolicySource] = []
    for name in site.policies:
        policy, seen = _read_policy(tree, name)
        found.extend(seen)
        if policy is not None:
            policies.append(policy)
    found.extend(_unread_files(tree, site))
    if links is None or links_places is None or facts is None or len(policies) != len(site.policies):
        return None, tuple(found)
    project = Project(
        tree=tree,
        site=site,
        site_places=site_places,
        links=links,
        links_places=links_places,
        facts=facts,
        facts_places=facts_places,
        policies=tuple(policies),
    )
    return project, tuple(found)


def _load(model: type[Model], tree: Tree, path: str) -> tuple[Model | None, Document | None, tuple[Problem, ...]]:
    text, problems = tree.text(path)
    if text is None:
        return None, None, problems
    return load_yaml(model, text, path)


def _no_links() -> tuple[Links, Document, tuple[Problem, ...]]:
    return Links(), joined({}, f"{SOURCE}/links.yml"), ()


def _read_facts(tree: Tree) -> tuple[Facts | None, Document, tuple[Problem, ...]]:
    folder = f"{SOURCE}/facts"
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    unreadable = False
    for path in tree.below(folder):
        name = path.removeprefix(f"{folder}/").removesuffix(".yml")
        if not path.endswith(".yml") or name not in Facts.model_fields:
            problems.append(unread_fact(path, tuple(Facts.model_fields)))
            unreadable |= fact_meant(name) in Facts.model_fields
            continue
        text, seen = tree.text(path)
        problems.extend(seen)
        document, seen = read_yaml(text, path) if text is not None else (None, ())
        problems.extend(seen)
        if document is None:
            unreadable = True
        else:
            documents[name] = document
    whole = joined(documents, folder)
    facts, seen = validate(Facts, whole)
    if unreadable:  # what the others lack of it is no mistake of theirs
        own = tuple(
            one for one in seen if one.location.file.removeprefix(f"{folder}/").removesuffix(".yml") in documents
        )
        return None, whole, (*problems, *own)
    return facts, whole, (*problems, *seen)


def _read_policy(tree: Tree, name: str) -> tuple[PolicySource | None, tuple[Problem, ...]]:
    folder = f"{SOURCE}/{name}"
    config, places, seen = _load(PolicyConfig, tree, f"{folder}/policy.yml")
    problems = list(seen)
    if config is None or places is None:
        return None, tuple(problems)
    working: dict[str, WorkingText] = {}
    for language in config.languages:
        text, seen = _read_working(tree, folder, language)
        problems.extend(seen)
        if text is not None:
            working[language] = text
    notes: list[ChangeNote] = []
    for path in tree.below(f"{folder}/changes"):
        if not path.endswith(".md"):
            problems.append(unread_note(path))
            continue
        raw, seen = tree.text(path)
        problems.extend(seen)
        if raw is not None:
            slug = path.removeprefix(f"{folder}/changes/").removesuffix(".md")
            note, seen = read_change_note(raw, slug=slug, file=path, languages=config.languages)
            problems.extend(seen)
            if note is not None:
                notes.append(note)
    released, seen = _read_versions(tree, folder, name)
    problems.extend(seen)
    problems.extend(_no_folders(tree, [f"{folder}/{each}" for each in ("changes", "versions", *config.languages)]))
    problems.extend(_unknown_folders(tree, folder, config))
    source = PolicySource(
        id=name,
        folder=folder,
        config=config,
        config_places=places,
        working=working,
        notes=tuple(notes),
        released=released,
    )
    return source, tuple(problems)


def _read_working(tree: Tree, folder: str, language: str) -> tuple[WorkingText | None, tuple[Problem, ...]]:
    problems: list[Problem] = []
    sections: dict[str, str] = {}
    synced: dict[str, str] = {}
    for path in tree.below(f"{folder}/{language}"):
        name = path.removeprefix(f"{folder}/{language}/")
        text, seen = tree.text(path)
        problems.extend(seen)
        if text is None:
            continue
        if name == "sync.json":
            synced, seen = _read_sync(text, path)
            problems.extend(seen)
        elif name.endswith(".md") and re.fullmatch(ID_PATTERN, name.removesuffix(".md")):
            sections[name.removesuffix(".md")] = text
        else:
            problems.append(unread_section(path, f"{folder}/{language}"))
    if not sections:
        return None, tuple(problems)
    return WorkingText(language=language, sections=sections, synced=synced), tuple(problems)


def _read_sync(text: str, path: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict) and all(isinstance(value, str) for value in data.values()):
        return data, ()
    return {}, (problem("S111", path),)


def _read_versions(tree: Tree, folder: str, policy: str) -> tuple[tuple[VersionRecords, ...], tuple[Problem, ...]]:
    by_number: dict[str, dict[str, bytes]] = {}
    problems: list[Problem] = []
    start = f"{folder}/versions/"
    for path in tree.below(f"{folder}/versions"):
        number, _, rest = path.removeprefix(start).partition("/")
        if rest and re.fullmatch(r"[1-9][0-9]{0,5}", number):
            by_number.setdefault(number, {})[rest] = tree.files[path]
        else:
            problems.append(problem("S105", path, "among versions"))
    for path in tree.ignored:
        if path.startswith(start) and "/" in path.removeprefix(start):
            problems.append(problem("D103", path, "left by a program"))
    released: list[VersionRecords] = []
    for number in sorted(by_number, key=int):
        version, seen = read_version(by_number[number], policy=policy, number=int(number), folder=f"{start}{number}")
        problems.extend(seen)
        if version is not None:
            released.append(version)
    return tuple(released), tuple(problems)


def _no_folders(tree: Tree, folders: Iterable[str]) -> list[Problem]:
    """Files that stand where a folder is due."""
    return [problem("S105", path, "instead of a folder") for path in folders if path in tree.files]


def _unknown_folders(tree: Tree, folder: str, config: PolicyConfig) -> list[Problem]:
    known = {*config.languages, "changes", "versions", "policy.yml"}
    names = {path.removeprefix(f"{folder}/").partition("/")[0] for path in tree.below(folder)}
    leading = next((name for name, terms in config.languages.items() if terms.status == "authoritative"), "en")
    return [
        unread_in_policy(path, is_file=path in tree.files, languages=config.languages, leading=leading)
        for path in (f"{folder}/{name}" for name in sorted(names - known))
    ]


def _unread_files(tree: Tree, site: Site) -> list[Problem]:
    known = {*site.policies, "facts", "schemas", "site.yml", "links.yml"}
    names = {path.removeprefix(f"{SOURCE}/").partition("/")[0] for path in tree.files}
    return [
        unread_on_top(
            path,
            is_file=path in tree.files,
            languages=site.languages,
            policies=site.policies,
            released=any(tree.below(f"{path}/versions")),
        )
        for path in (f"{SOURCE}/{name}" for name in sorted(names - known))
    ]
