"""YAML files as data whose every scalar is text, with the place of every value kept.

Read event by event, every scalar as the text it is, so the types that YAML 1.1 and 1.2 quarrel about never arise.
Aliases, anchors, tags, directives and merge keys are refused, so nothing can refer to itself or grow, and
duplicate keys are refused, so nothing is lost. `no`, `1.10` and `01348` stay what they are: the model decides what a
scalar is. A plain empty value, `null` and `~` are None.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from yaml import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.nodes import ScalarNode

from inforce.model.config import ID_PATTERN, LANGUAGE_PATTERN
from inforce.problems import Location, Problem, problem
from inforce.reader.characters.hidden import named
from inforce.reader.characters.words import check_words
from inforce.reader.ids import proposed_id
from inforce.reader.yaml.expected import expected

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is built in: only its events are used, never its constructors."""
_CURLY = re.compile(
    "[\u201c\u201d\u201e\u2018\u2019\u201a\u00ab]\\s*"
    "([^\u201c\u201d\u201e\u00ab\u00bb]*[^\\s])"
    "\\s*[\u201c\u201d\u2019\u2018\u00bb]"
)
"""Words between quotation marks of print, and none of them inside."""
_MERGE = frozenset({"<<", "="})
"""Keys that YAML's loaders take for something other than a name."""
MAX_DEPTH = 20
"""Deeper nesting than any schema here needs."""
MOST_TOLD = 200
"""Entries of one file that are told of as wrong: whoever has more begins with these."""

Path = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A YAML file read: its data, and where each value stands. `keys` holds the places of the keys themselves."""

    file: str
    data: Any
    values: Mapping[Path, Location]
    keys: Mapping[Path, Location]
    plain: frozenset[Path] = frozenset()
    """Paths of the scalars without quotation marks, which YAML may take for a number, a truth value or a date."""

    def typed(self) -> Any:
        """The data as YAML 1.1 types it, for a program of others that expects so: `font: false` becomes False, and
        `font: "false"` stays a word. Raises ValueError for what only looks like a date or a number."""
        return _typed(self.data, (), self.plain, yaml.SafeLoader(""))

    def place(self, path: Path) -> Location:
        """Where a value stands: its key if it has one, else the nearest place above it."""
        for end in range(len(path), -1, -1):
            known = self.keys.get(path[:end]) or self.values.get(path[:end])
            if known:
                return known
        return Location(file=self.file, line=1)


def read_yaml(text: str, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read one YAML document. None when it cannot be read; the problems then say why."""
    try:
        return _Reader(file).read(text)
    except _Refused as refused:
        return None, (refused.problem,)
    except MarkedYAMLError as error:
        from inforce.reader.yaml.syntax_errors import explain

        line, column, why, cure = explain(error, text)
        return None, (_broken(Location(file=file, line=line, column=column), why, cure),)
    except (YAMLError, ValueError) as error:
        cure = "Take out what is no plain text"
        return None, (_broken(Location(file=file), str(error).split("\n", 1)[0], cure),)


def load_yaml(model: type[Model], text: str, file: str) -> tuple[Model | None, Document | None, tuple[Problem, ...]]:
    """Read a YAML file into a model: the model, the document with its places, and every problem found."""
    document, problems = read_yaml(text, file)
    if document is None:
        return None, None, problems
    made, found = validate(model, document)
    return made, document, (*problems, *found)


def validate(model: type[Model], document: Document) -> tuple[Model | None, tuple[Problem, ...]]:
    """A document's data as a model, or every reason why not."""
    if document.data is None:
        empty = problem("Y107", Location(file=document.file, line=1), needed=", ".join(_required(model)) or "one entry")
        return None, (empty,)
    try:
        return model.model_validate(document.data), ()
    except ValidationError as error:
        roots = _roots(error)[:MOST_TOLD]
        return None, tuple(dict.fromkeys(_schema_problem(model, document, detail) for detail in roots))


def joined(documents: Mapping[str, Document], file: str) -> Document:
    """Several documents as one, each under a name of its own, with all places kept."""
    return Document(
        file=file,
        data={name: document.data for name, document in documents.items() if document.data is not None},
        values={
            (name, *path): place for name, document in documents.items() for path, place in document.values.items()
        },
        keys={(name, *path): place for name, document in documents.items() for path, place in document.keys.items()},
    )


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Reader:
    """Builds data from parser events with a stack, so depth is bounded and nothing recurses."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.values: dict[Path, Location] = {}
        self.plain: set[Path] = set()
        self.keys: dict[Path, Location] = {}
        self.problems: list[Problem] = []

    def read(self, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
        root: list[Any] = []
        stack: list[tuple[Any, Path]] = [(root, ())]
        pending: list[str | None] = [None]
        documents = 0
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1 or event.version or event.tags:
                    raise self.refuse(event, "a YAML directive or a second document")
            elif isinstance(event, AliasEvent):
                raise self.refuse(event, "an alias (*name)")
            elif isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
                if event.anchor:
                    raise self.refuse(event, "an anchor (&name)")
                if event.tag is not None:
                    raise self.refuse(event, "a tag (!name)")
                if isinstance(event, ScalarEvent):
                    key = next((key for key in (pending[-1], *reversed(stack[-1][1])) if isinstance(key, str)), "")
                    language = key if re.fullmatch(LANGUAGE_PATTERN, key) else None
                    self.problems.extend(check_words(event.value, self.location(event), language))
                    self.problems.extend(_curly(event, self.location(event)))
                container, path = stack[-1]
                if isinstance(container, dict) and pending[-1] is None:
                    pending[-1] = self.key(event, container, path)
                    continue
                here = self.child(container, path, pending, event)
                value: Any = _scalar(event) if isinstance(event, ScalarEvent) else None
                if isinstance(event, ScalarEvent) and _is_plain(event):
                    self.plain.add(here)
                if isinstance(event, MappingStartEvent):
                    value = {}
                elif isinstance(event, SequenceStartEvent):
                    value = []
                _put(container, here, value, is_root=container is root)
                pending[-1] = None
                if not isinstance(event, ScalarEvent):
                    if len(stack) > MAX_DEPTH:
                        raise self.refuse(event, f"nesting deeper than {MAX_DEPTH} levels")
                    stack.append((value, here))
                    pending.append(None)
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                stack.pop()
                pending.pop()
        data = root[0] if root else None
        document = Document(file=self.file, data=data, values=self.values, keys=self.keys, plain=frozenset(self.plain))
        return document, tuple(self.problems)

    def key(self, event: Event, container: dict[str, Any], path: Path) -> str:
        if not isinstance(event, ScalarEvent):
            raise self.refuse(event, "a key that is not a word")
        name = _scalar(event) or str(event.value)
        where = self.location(event)
        if name in _MERGE and _is_plain(event):
            raise self.refuse(event, f"the key {name}, by which YAML joins maps,")
        if name != name.strip() and _is_plain(event):
            space = next(char for char in (name[0], name[-1]) if char.isspace())
            self.problems.append(problem("Y104", where, "space", name=name.strip(), space=named(space)))
        if name in container:
            self.problems.append(problem("Y102", where, name=name, line=self.keys[*path, name].line))
        else:
            self.keys[(*path, name)] = where
        return name

    def child(self, container: Any, path: Path, pending: list[str | None], event: Event) -> Path:
        if isinstance(container, dict):
            here: Path = (*path, str(pending[-1]))
        elif len(pending) > 1:
            here = (*path, len(container))
        else:
            here = ()
        self.values.setdefault(here, self.location(event))
        return here

    def location(self, event: Event) -> Location:
        mark = event.start_mark
        assert mark is not None, "events of the reader have marks"
        return Location(file=self.file, line=mark.line + 1, column=mark.column + 1)

    def refuse(self, event: Event, what: str) -> _Refused:
        return _Refused(problem("Y103", self.location(event), what=what))


def _typed(data: Any, path: Path, plain: frozenset[Path], loader: yaml.SafeLoader) -> Any:
    if isinstance(data, dict):
        return {name: _typed(value, (*path, name), plain, loader) for name, value in data.items()}
    if isinstance(data, list):
        return [_typed(value, (*path, index), plain, loader) for index, value in enumerate(data)]
    if path not in plain or not isinstance(data, str):
        return data
    tag = loader.resolve(ScalarNode, data, (True, False))  # type: ignore[no-untyped-call]
    return loader.construct_object(ScalarNode(tag, data))


def _is_plain(event: ScalarEvent) -> bool:
    return event.style is None or event.style == ""


def _scalar(event: ScalarEvent) -> str | None:
    value = str(event.value)
    if not _is_plain(event):
        return value
    if curly := _CURLY.fullmatch(value):
        return curly[1]
    return None if value in ("", "null", "~") else value


def _curly(event: ScalarEvent, where: Location) -> tuple[Problem, ...]:
    """Words between quotation marks of print, which a word processor puts in the place of plain ones."""
    if not _is_plain(event) or not (found := _CURLY.fullmatch(str(event.value))):
        return ()
    plain = f'"{found[1]}"'
    return (problem("Y104", where, "quotation marks", value=event.value, plain=plain),)


def _put(container: Any, here: Path, value: Any, *, is_root: bool) -> None:
    if is_root or isinstance(container, list):
        container.append(value)
    else:
        container.setdefault(here[-1], value)


def _broken(where: Location, why: str, cure: str) -> Problem:
    return problem("Y101", where, why=why, cure=cure)


def _required(model: type[BaseModel]) -> list[str]:
    return [name for name, field in model.model_fields.items() if field.is_required()]


def _roots(error: ValidationError) -> list[ErrorDetails]:
    """The errors themselves, without those that only follow from another one inside the same list."""
    details = error.errors(include_url=False)
    places = [detail["loc"] for detail in details]

    def follows(detail: ErrorDetails) -> bool:
        here = detail["loc"]
        return detail["type"] == "too_short" and any(len(at) > len(here) and at[: len(here)] == here for at in places)

    return [detail for detail in details if not follows(detail)]


def _schema_problem(model: type[BaseModel], document: Document, detail: ErrorDetails) -> Problem:
    path = _data_path(document.data, detail["loc"], missing=detail["type"] == "missing")
    name = ".".join(str(part) for part in path) or "the file"
    given = detail.get("input")
    shown = f'"{given}"' if isinstance(given, str) else None
    kind = detail["type"]
    where = document.place(path)
    if kind == "missing":
        return problem("Y105", document.place(path[:-1]), name=name, key=path[-1])
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return problem("Y106", where, name=name, remedy=_suggest(path, model))
    if kind == "string_pattern_mismatch":
        form = _form(str(detail.get("ctx", {}).get("pattern", "")), str(given))
        return problem("Y104", where, "form", name=name, shown=shown, remedy=form)
    if given is None:
        return problem("Y104", where, "no value", name=name)
    reason = expected(detail, _country(document.data, path))
    message = f"{name}: {shown} cannot be used here." if shown else f"{name} does not have the form needed."
    return problem(
        "Y104", where, "reason", first=reason[:1].upper(), rest=reason[1:].removesuffix("."), message=message
    )


def _country(data: Any, path: Path) -> str:
    """The country of the address beside a value, or else of the controller's; empty where none is said."""
    for holder in (path[:-1], ("organisation", "controller")):
        here = data
        for part in (*holder, "address", "country"):
            found, here = _step(here, part)
            if not found:
                break
        else:
            return here if isinstance(here, str) else ""
    return ""


def _form(pattern: str, given: str) -> str:
    """What a pattern of the models asks for, in words."""
    if pattern == LANGUAGE_PATTERN:
        return "Write a language's tag, such as en, fr or pt-BR."
    if pattern == ID_PATTERN:
        meant = proposed_id(given)
        return "Use small letters a–z, digits and hyphens" + (f": {meant}" if meant else ", a letter first.")
    if pattern == r"^[A-Z]{2}$":
        return "Write the country's two letters, such as BE or FR."
    if pattern.startswith("^https://"):
        end = " and a / at the end" if pattern.endswith("/$") else ""
        return f"Write a whole address, with https:// before it{end}: https://example.org/"
    if pattern.startswith("^(necessary|"):
        return "Use one of necessary, functional, analytics, marketing, or a name of your own as in x-maps."
    if pattern == r"^[^\r\n<>]*$":
        return "Write it on one line, without < and >."
    if pattern.startswith(r"^\.?[a-z0-9-]+"):
        return "Write a domain in small letters, such as example.org."
    if pattern.startswith("^[a-z]["):
        return "Write names of facts as they stand in their files, with a full stop between them."
    return f"It must match {pattern}."


def _data_path(data: Any, loc: tuple[int | str, ...], *, missing: bool) -> Path:
    """The part of pydantic's location that is a path in the data (it also names union members, functions and the
    fields of long forms); with its last name where that is what is missing."""
    path: list[str | int] = []
    for index, part in enumerate(loc):
        if part == "[key]":
            break
        found, inner = _step(data, part)
        if found or (missing and index == len(loc) - 1 and isinstance(data, dict)):
            path.append(part)
            data = inner
    return tuple(path)


def _step(data: Any, part: int | str) -> tuple[bool, Any]:
    """One step down in the data: whether there is one, and where it leads."""
    if isinstance(data, dict) and part in data:
        return True, data[part]
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return True, data[part]
    return False, data


def _suggest(path: Path, model: type[BaseModel]) -> str:
    if len(path) == 1 and (why := getattr(model, "elsewhere", {}).get(path[0])):
        return str(why)
    known = sorted(_names(model))
    near = difflib.get_close_matches(str(path[-1]), known, n=1)
    return f'Did you mean "{near[0]}"? If not, take it out.' if near else "Take it out, or mend its spelling."


@cache
def _names(model: type[BaseModel]) -> set[str]:
    """All field names in a model and in the models it holds: for suggestions."""
    names: set[str] = set()
    waiting: list[Any] = [model.model_json_schema()]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            properties = part.get("properties")
            names.update(properties if isinstance(properties, dict) else ())
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
    return names
