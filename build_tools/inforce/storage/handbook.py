"""Reads what MkDocs builds the handbook from, `mkdocs.yml` and the folder that it names, before MkDocs does.

MkDocs follows symbolic links and lets its configuration run programs, so nothing is handed to it that was not read
and judged here first. `rules.mkdocs` and `rules.handbook` are the judges.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from inforce.problems import Location, Problem, problem
from inforce.reader.characters.words import check_controls
from inforce.reader.yaml.document import Document, read_yaml
from inforce.rules.handbook import is_page, spelling
from inforce.rules.mkdocs import CONFIG, docs_folder
from inforce.rules.page_links import speaks
from inforce.rules.page_size import too_much
from inforce.storage.tree import Tree, decode, left_conflict, read_file, read_tree

MOST_BYTES = 25_000_000
"""Of a file of the handbook that is no text: a picture or a PDF."""
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:\.\.\.|---)[ \t]*\n", re.DOTALL)
"""As MkDocs finds it (`mkdocs.utils.meta`)."""
_MOST_UNSEEN = 200
"""So many lines with hidden characters are told."""
_REFUSED_THERE = frozenset({"Y101", "Y102", "Y103"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Handbook:
    """What the handbook is made from."""

    config: Document | None
    """mkdocs.yml; None where it cannot be read."""
    docs: str
    """The folder of its pages, below the project."""
    files: Mapping[str, bytes]
    """Path below the project to bytes, of mkdocs.yml and every file of that folder."""
    problems: tuple[Problem, ...] = ()
    """Why something of it cannot be read."""

    def holds(self, path: str) -> bool:
        """Whether a path of its folder (relative to it) is that of a file which was read, and so judged."""
        return f"{self.docs}/{path}" in self.files

    def pages(self) -> list[str]:
        """The paths of the files in its folder."""
        return [path for path in self.files if path != CONFIG]

    def stylesheets(self) -> list[tuple[str, str]]:
        """The paths and texts of its stylesheets."""
        named = [path for path in self.pages() if spelling(path).endswith(".css")]
        return [(path, self.files[path].decode("utf-8", "replace")) for path in named]

    def speaks(self) -> bool:
        """Whether a page may name a fact or a section of a policy."""
        return any(speaks(self.files[path]) for path in self.pages() if is_page(path))

    def digest(self) -> str:
        """A digest of all that it is made from."""
        listed = {path: hashlib.sha256(data).hexdigest() for path, data in self.files.items()}
        return hashlib.sha256(json.dumps(listed).encode()).hexdigest()


def read_handbook(project: Path) -> Handbook:
    """Read mkdocs.yml and all that it names. Nothing is raised for what strangers may have put there."""
    data, problems = read_file(project, CONFIG)
    config: Document | None = None
    if data is not None:
        text, seen = decode(data, CONFIG)
        problems += seen
        if text is not None and (conflict := left_conflict(text, CONFIG)) is not None:
            problems += (conflict,)
        elif text is not None:
            config, seen = read_yaml(text, CONFIG)
            problems += seen
    docs = docs_folder(config)
    tree, seen = read_tree(project, docs, most=MOST_BYTES)
    problems += (*seen, *_unreadable(tree), *_too_long(tree), *_of_front_matter(tree), *_unseen(tree))
    files = {CONFIG: data, **tree.files} if data is not None else dict(tree.files)
    return Handbook(config=config, docs=docs, files=files, problems=problems)


def _unreadable(tree: Tree) -> list[Problem]:
    """Pages and stylesheets that are no text. (Marks of a merge may stand in one that explains them.)"""
    read = [path for path in tree.files if is_page(path) or spelling(path).endswith(".css")]
    return [problem for path in read for problem in decode(tree.files[path], path)[1]]


def _unseen(tree: Tree) -> list[Problem]:
    """Characters of pages that nobody sees: the first of each line, in code too."""
    found: list[Problem] = []
    for path, data in tree.files.items():
        if data.isascii() or not is_page(path):
            continue
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            continue  # which is told
        for number, line in enumerate(text.replace("\t", " ").split("\n"), start=1):
            if not line.isascii():
                found += check_controls(line.rstrip("\r"), Location(file=path, line=number))
    return found[:_MOST_UNSEEN]


def _too_long(tree: Tree) -> list[Problem]:
    """Pages that MkDocs would work on for minutes."""
    found: list[Problem] = []
    for path, data in tree.files.items():
        if is_page(path) and (much := too_much(data)) is not None:
            line, why = much
            where = Location(file=path, line=line)
            found.append(problem("S103", where, "page", why=why))
    return found


def _of_front_matter(tree: Tree) -> list[Problem]:
    """Front matter that YAML's readers take otherwise than it looks, or that grows as it is read."""
    found: list[Problem] = []
    for path, data in tree.files.items():
        text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n") if is_page(path) else ""
        if (front := _FRONT_MATTER.match(text)) is not None:
            for problem in read_yaml(front[1], path)[1]:
                if problem.code in _REFUSED_THERE:
                    where = replace(problem.location, line=(problem.location.line or 1) + 1)
                    found.append(replace(problem, location=where))
    return found
