"""What the engine says, as problems: each with the file of the project that it is about."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import TemplateNotFound

from inforce.engines.engine import LOGGERS
from inforce.problems import Location, Problem, Severity, problem
from inforce.rules.mkdocs_values import icons
from inforce.storage.handbook import Handbook

_DOC = re.compile(r"(?:[Dd]oc file|page) '([^']+)'")
_LINK = re.compile(r"contains a(?:n absolute)? link '([^']+)'")
_TOO_DEEP = re.compile(r"maximum recursion depth exceeded.*")
"""What Python says where lists, quotes or emphasis stand in one another a hundred times."""
_MISSING = re.compile("the theme has no \u201c(.*)\u201d")
_ENTRY = re.compile(r"Config value '([^']+)'")
_CURES = {
    Severity.ERROR: "Mend it: MkDocs builds no site with it.",
    Severity.HINT: "MkDocs builds the site all the same; with strict: true it would not.",
}


@contextmanager
def listening(said: list[str]) -> Iterator[None]:
    """Collect what the engine warns of, in the place of its own printing."""
    before = [(each, each.handlers[:], each.propagate, each.level) for each in map(logging.getLogger, LOGGERS)]
    for logger, *_ in before:
        logger.handlers[:] = [_Collector(said)]
        logger.propagate = False
        logger.setLevel(logging.WARNING)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        yield
    finally:
        for logger, handlers, propagate, level in before:
            logger.handlers[:], logger.propagate = handlers, propagate
            logger.setLevel(level)


class _Collector(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(record.getMessage())


def in_words(error: BaseException) -> str:
    """What an exception says, which need not be for people."""
    if isinstance(error, TemplateNotFound):
        return f"the theme has no \u201c{error.name}\u201d"
    return str(error) or type(error).__name__


def problem_of(words: str, handbook: Handbook, level: Severity, at: Location) -> Problem:
    """What MkDocs said, with the file that it is about; `at` is the page at which it stopped."""
    where, cure = at, _CURES[level]
    if (found := _MISSING.search(words)) and (named := _place_of(found[1], handbook)) is not None:
        where = named
    elif (found := _DOC.search(words)) and f"{handbook.docs}/{found[1]}" in handbook.files:
        path = f"{handbook.docs}/{found[1]}"
        where = Location(file=path)
        if link := _LINK.search(words):
            where = _where_linked(link[1], path, handbook)
            cure = (
                f"Write where it leads, as seen from this page, or take the link out. {cure.removeprefix('Mend it: ')}"
            )
    elif (found := _ENTRY.search(words)) and handbook.config is not None:
        where = handbook.config.place((found[1],))
    line = _TOO_DEEP.sub("its parts stand too deep in one another", " ".join(_without_trace(words).split())).rstrip(".")
    return problem("H106", where, level=level, line=line, remedy=cure)


def _where_linked(target: str, path: str, handbook: Handbook) -> Location:
    """The line of a page that first has this link's target; MkDocs doesn't say it."""
    lines = handbook.files[path].decode("utf-8", "replace").split("\n")
    found = next(
        (number for number, line in enumerate(lines, 1) if any(f"{sign}{target}" in line for sign in '(<" ')), None
    )
    return Location(file=path, line=found)


def _place_of(template: str, handbook: Handbook) -> Location | None:
    """Where mkdocs.yml names a template that the theme lacks: an icon, or its language."""
    if handbook.config is None or not isinstance(handbook.config.data, dict):
        return None
    name = icon_of(template)
    data = {key: handbook.config.data.get(key) for key in ("theme", "extra")}
    if (path := next((path for path, icon in icons(data) if icon == name), None)) is not None:
        return handbook.config.place(path)
    return handbook.config.place(("theme", "language")) if "/languages/" in template else None


def icon_of(template: str) -> str:
    """The icon that a template of the theme is."""
    return template.removeprefix(".icons/").removesuffix(".svg")


def _without_trace(words: str) -> str:
    """Words without the lines of the program that they may quote."""
    lines = words.strip().splitlines()
    traced = any(line.lstrip().startswith('File "') for line in lines)
    return f"{lines[0]} {lines[-1]}" if traced else words
