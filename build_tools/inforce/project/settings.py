"""The settings of a project beside those of the base branch: what a reviewer should see of a change, as hints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from pydantic import BaseModel

from inforce.model.config import ChangeNote, Links, PolicyConfig, Site
from inforce.model.facts import FILES, Facts
from inforce.problems import Location, Problem
from inforce.project.project import Project
from inforce.reader.notes import read_change_note
from inforce.reader.yaml.document import load_yaml
from inforce.rules.fact_changes import fact_changes
from inforce.rules.linked_addresses import Led, addresses, parted
from inforce.rules.not_followed import not_followed
from inforce.rules.settings import Setting, contact_changes, link_changes, policy_changes, site_changes
from inforce.storage.tree import SOURCE, decode

_FACT = re.compile(r"\(fact:([^\s()]+)\)")
_LINK = re.compile(r"\((link:[^\s()]+|https://[^\s()]+)\)")
_OF_AN_ENTRY = 3
"""Keys of the path of a field, with its file: a whole entry says more than the one field of it that is open."""
Model = TypeVar("Model", bound=BaseModel)
SITE, LINKS = f"{SOURCE}/site.yml", f"{SOURCE}/links.yml"


def check_settings(project: Project, before: Mapping[str, bytes], texts: Mapping[str, bytes] = {}) -> Iterator[Problem]:
    """S120 to S124: what is set otherwise than in the base branch. `before`: its files of settings that are not here
    with the same bytes, by their path; `texts`: the sections so. What of them can't be read is not compared.
    """
    if site := _read(Site, before, SITE):
        yield from _told(site_changes(site, project.site), project.site_places.place)
    links = _read(Links, before, LINKS)
    if links:
        yield from _told(link_changes(links, project.links, facts=project.facts), project.links_places.place)
    then, facts = _facts(before), facts_before(project, before)
    elsewhere: Mapping[str, str] = {}
    if links or texts or facts != project.facts:
        led = _led_to(project, links or project.links, texts), _led_to(project, project.links, {})
        elsewhere = parted(facts, project.facts, *led)
    yield from _told(contact_changes(facts, project.facts, elsewhere=elsewhere), project.facts_places.place)
    behind = [*not_followed(facts, project.facts, _by_language(project))]
    yield from _told(iter(behind), project.facts_places.place)
    linked = _linked(project)
    opened = {one.path[:end] for one in behind for end in range(_OF_AN_ENTRY, len(one.path) + 1)}
    for name, was in then.items():
        changes = fact_changes(name, was, getattr(project.facts, name), linked=linked)
        yield from _told(
            (one for one in changes if (name, *one.path) not in opened),
            lambda path, name=name: project.facts_places.place((name, *path)),  # type: ignore[misc]
        )
    for policy in project.policies:
        if config := _read(PolicyConfig, before, f"{policy.folder}/policy.yml"):
            yield from _told(policy_changes(config, policy.config, policy.notes), policy.config_places.place)


def facts_before(project: Project, before: Mapping[str, bytes]) -> Facts:
    """The facts of the base branch; of a file that can't be read, those that are here."""
    return project.facts.model_copy(update=_facts(before))


def _facts(before: Mapping[str, bytes]) -> dict[str, BaseModel]:
    read = {name: _read(model, before, f"{SOURCE}/facts/{name}.yml") for name, model in FILES.items()}
    return {name: facts for name, facts in read.items() if facts is not None}


def policies_before(policies: Mapping[str, bytes]) -> dict[str, PolicyConfig]:
    """What each `policy.yml` of these says, by the policy's folder; one that can't be read is left out."""
    read = {path: _read(PolicyConfig, policies, path) for path in policies}
    return {path.rpartition("/")[0]: config for path, config in read.items() if config is not None}


def _texts(project: Project) -> Iterator[str]:
    """The working texts."""
    for policy in project.policies:
        for working in policy.working.values():
            yield from working.sections.values()


def _by_language(project: Project) -> dict[str, str]:
    """All working texts of each language."""
    texts: dict[str, str] = {}
    for policy in project.policies:
        for language, working in policy.working.items():
            texts[language] = "\n".join((texts.get(language, ""), *working.sections.values()))
    return texts


def _linked(project: Project) -> frozenset[str]:
    """The paths of the facts that the working texts link to."""
    return frozenset(path for text in _texts(project) for path in _FACT.findall(text))


def _led_to(project: Project, links: Links, texts: Mapping[str, bytes]) -> Led:
    """The web addresses that the working texts link to, where some of them were `texts`, by their path."""
    led: dict[tuple[str, str], frozenset[str]] = {}
    for policy in project.policies:
        for language, working in policy.working.items():
            for name, text in working.sections.items():
                file = f"{policy.folder}/{language}/{name}.md"
                said = texts[file].decode("utf-8", "replace") if file in texts else text
                led[language, file] = addresses(_addresses(said, language, links))
    return led


def _addresses(text: str, language: str, links: Links) -> Iterator[str]:
    for link in _LINK.findall(text):
        name = link.removeprefix("link:")
        if name == link:
            yield link
        elif target := links.links.get(name):
            yield target.in_language(language)


def notes_before(notes: Mapping[str, bytes]) -> dict[str, tuple[ChangeNote, ...]]:
    """The change notes among these files, by the folder of their policy; one that can't be read is left out."""
    found: dict[str, tuple[ChangeNote, ...]] = {}
    for path, data in sorted(notes.items()):
        text, _ = decode(data, path)
        folder, _, file = path.partition("/changes/")
        note, _ = read_change_note(text, slug=file.removesuffix(".md"), file=path) if text is not None else (None, ())
        if note is not None:
            found[folder] = (*found.get(folder, ()), note)
    return found


def _read(model: type[Model], before: Mapping[str, bytes], path: str) -> Model | None:
    text, _ = decode(before[path], path) if path in before else (None, ())
    return load_yaml(model, text, path)[0] if text is not None else None


def _told(settings: Iterator[Setting], place: Callable[[tuple[str | int, ...]], Location]) -> Iterator[Problem]:
    return (one.problem(place(one.path)) for one in settings)
