"""A whole site, ready to be written: finished pages and files, made with the memory of earlier builds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inforce.errors import CannotContinue
from inforce.pages.page import Page
from inforce.pages.shipped import catalogs, templates
from inforce.pages.site import site_pages
from inforce.problems import Problem
from inforce.source.generation import generation
from inforce.source.history import changed_releases
from inforce.source.memory import Memory
from inforce.source.tree import SOURCE, ReadTree
from inforce.workspace.check import check, in_reading_order
from inforce.workspace.editions import SectionReader
from inforce.workspace.project import understand
from inforce.workspace.publish import Publication, api_files, publish

Watch = Callable[[Iterable[Page]], Iterable[Page]]
"""Lets the same pages through, one by one, while somebody counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSite:
    """A project read and checked, as it is published at an instant. `publication` is None where a problem forbids."""

    problems: tuple[Problem, ...]
    publication: Publication | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFiles:
    """What a site is made of: pages in the order of the site, and every other file by its path."""

    pages: tuple[Page, ...]
    files: Mapping[str, bytes]


def open_site(root: Path, read: ReadTree, *, as_of: datetime, drafts: bool) -> OpenSite:
    """Check what was read and lay it ready. Raises CannotContinue when too little can be read."""
    project, problems = understand(*read)
    if project is None:
        raise CannotContinue(in_reading_order(problems))
    reader = SectionReader()
    found = in_reading_order((*problems, *check(project, reader), *changed_releases(root, SOURCE)))
    if any(problem.severity == "error" for problem in found):
        return OpenSite(problems=found, publication=None)
    return OpenSite(problems=found, publication=publish(project, reader, as_of=as_of, drafts=drafts))


def site_files(publication: Publication, *, cache: Path | None, watch: Watch = iter) -> SiteFiles:
    """Make every page and file. Texts made before are taken from the memory in `cache`; `watch` sees pages go by."""
    memory = Memory(cache / "texts.sqlite" if cache else None, generation=generation())
    pages = tuple(watch(site_pages(publication.site, catalogs=catalogs(), templates=templates(), memo=memory)))
    memory.save()
    return SiteFiles(pages=pages, files=api_files(publication))
