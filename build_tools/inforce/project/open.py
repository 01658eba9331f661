"""A project opened for work: read, checked, with every problem that was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from inforce.errors import CannotContinue
from inforce.model.config import ChangeNote, PolicyConfig
from inforce.model.facts import all_facts
from inforce.model.values import Email, Phone
from inforce.problems import Problem
from inforce.project.check import check, check_grammar, errors, in_reading_order
from inforce.project.editions import SectionReader
from inforce.project.noted import with_numbered_notes
from inforce.project.project import Project, understand
from inforce.project.settings import check_settings, facts_before, notes_before, policies_before
from inforce.reader.records.restoring import made_again, without_consequences
from inforce.reader.yaml.document import read_yaml
from inforce.rules.handbook import Neighbours, check_paths
from inforce.rules.link_words import region_of
from inforce.rules.mkdocs import CONFIG, check_config, is_flat, scripts
from inforce.rules.mkdocs_words import check_shown
from inforce.rules.page_unlinked import check_pages_unlinked
from inforce.rules.stylesheets import check_look, check_stylesheet
from inforce.storage.handbook import Handbook, read_handbook
from inforce.storage.history import History, compare_releases
from inforce.storage.line_ends import with_frozen_line_ends
from inforce.storage.tree import ReadTree, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a source stands beside: the handbook, and the base branch."""

    handbook: Handbook
    history: History


def read_beside(root: Path, read: ReadTree, *, base: str | None = None, ci: bool = False) -> Beside:
    """Read them. `base` names what to compare with instead of the base branch. Raises UnknownBase."""
    tree, _ = with_frozen_line_ends(read)
    handbook = read_handbook(root)
    pages = Tree(root=handbook.docs, files=handbook.files)
    return Beside(handbook=handbook, history=compare_releases(root, tree, pages, base=base, ci=ci))


def in_ci(environment: Mapping[str, str]) -> bool:
    """Whether this runs on a CI service, by the variable that all of them set."""
    return environment.get("CI", "").strip().lower() not in ("", "0", "false", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProject:
    """A project opened, with all its problems and the sections that were read for finding them."""

    root: Path
    project: Project
    reader: SectionReader
    problems: tuple[Problem, ...]
    handbook: Handbook
    settled: frozenset[str] = frozenset()
    """The records that the base branch has with the same bytes (see `storage.history`)."""
    base_at: datetime | None = None
    """When the base branch had them; None where git knows of none."""
    before: Mapping[str, PolicyConfig] = field(default_factory=dict)
    """`policy.yml` of the base branch, by the folder of each policy that is set otherwise here."""
    noted: Mapping[str, tuple[ChangeNote, ...]] = field(default_factory=dict)
    """The change notes of the base branch, by their policy's folder."""

    @property
    def handbook_is_sound(self) -> bool:
        """Whether MkDocs may see the handbook: it runs no program and reads no file but its own. Words that deceive
        and files in a wrong place do no harm where nothing is published, and would hide what is wrong elsewhere."""
        docs = self.handbook.docs
        return not any(
            problem.location.file == docs
            or (problem.location.file == CONFIG and problem.code[0] not in "LX")
            or (problem.location.file.startswith(f"{docs}/") and problem.code[0] not in "LXH")
            for problem in self.errors
        )

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that no site may be built with."""
        return errors(self.problems)


def open_project(
    root: Path,
    read: ReadTree,
    *,
    base: str | None = None,
    ci: bool = False,
    beside: Beside | None = None,
    at: datetime | None = None,
) -> OpenProject:
    """Check what was read, and compare it with the base branch, or with what `base` names instead of it; `ci` is where
    what cannot be compared is an error; `at` is now, where somebody knows it.

    `beside` is what `read_beside` gives; it is read now where it is not given.
    Raises CannotContinue when too little can be read to go on, and UnknownBase.
    """
    read = with_frozen_line_ends(read)
    project, problems = understand(*read)
    beside = beside or read_beside(root, read, base=base, ci=ci)
    handbook, history = beside.handbook, beside.history
    problems = (*problems, *handbook.problems, *check_handbook(handbook, project, history.settings.get(CONFIG)))
    if project is None:
        problems = (*problems, *check_grammar(read[0]))
        raise CannotContinue(in_reading_order(without_consequences(problems)))
    reader = SectionReader()
    before, noted = policies_before(history.policies), notes_before(history.notes)
    checked = check(
        project,
        reader,
        settled=history.settled,
        base_at=history.base_at,
        before=before,
        noted=noted,
        at=at,
        texts_before=history.texts,
        facts_before=facts_before(project, history.settings),
    )
    changed = check_settings(project, history.settings, history.texts)
    unlinked = check_pages_unlinked(history.pages, handbook.files, project.facts, project.site.languages)
    told = made_again((*problems, *checked, *history.problems, *changed, *unlinked), history.new)
    found = in_reading_order(without_consequences(told))
    return OpenProject(
        root=root,
        project=with_numbered_notes(project, reader),
        reader=reader,
        problems=found,
        handbook=handbook,
        settled=history.settled,
        base_at=history.base_at,
        before=before,
        noted=noted,
    )


def check_handbook(handbook: Handbook, project: Project | None, before: bytes | None = None) -> Iterator[Problem]:
    """What is wrong with `mkdocs.yml` and `docs/`, as far as it shows without MkDocs. `before` is the
    mkdocs.yml of the base branch."""
    beside = neighbours(project) if project else Neighbours()
    base_url = project.site.base_url if project else None
    config = handbook.config
    if config is not None:
        yield from check_config(config, base_url=base_url)
        if isinstance(config.data, dict):
            then = read_yaml(before.decode("utf-8", "replace"), CONFIG)[0] if before else None
            yield from check_shown(config, base_url=base_url, beside=beside, before=then)
    yield from check_paths(
        handbook.pages(), docs=handbook.docs, beside=beside, flat=is_flat(config), scripts=scripts(config)
    )
    for path, text in handbook.stylesheets():
        yield from check_stylesheet(text, path, own=base_url)
        yield from check_look(text, path)


def neighbours(project: Project) -> Neighbours:
    """What the handbook stands beside: the languages that the site has or had, and its policies."""
    languages = [*project.site.languages]
    called: list[tuple[str, str]] = []
    for policy in project.policies:
        languages += policy.config.languages
        called += ((policy.id, title) for title in policy.config.title.values())
        for released in policy.released:
            languages += released.version.editions
            called += ((policy.id, edition.title) for edition in released.version.editions.values())
    return Neighbours(
        languages=tuple(dict.fromkeys(languages)),
        policies=tuple(policy.id for policy in project.policies),
        titles=tuple(dict.fromkeys(title for _, title in called)),
        called=tuple(dict.fromkeys(called)),
        emails=tuple(str(fact.value) for fact in all_facts(project.facts) if isinstance(fact.value, Email)),
        phones=tuple(fact.value.number for fact in all_facts(project.facts) if isinstance(fact.value, Phone)),
        owners=_owners(project),
        region=region_of(project.facts),
    )


def _owners(project: Project) -> tuple[str, ...]:
    """The names of whose policies they are."""
    controller = project.facts.organisation.controller
    names = controller.name.value if controller else None
    return (names,) if isinstance(names, str) else tuple((names or {}).values())
