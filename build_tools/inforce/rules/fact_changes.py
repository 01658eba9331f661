"""Hints for whoever reviews a change of facts that no sentence is held to: what is said otherwise, came or went, and
the wordings that are accepted. Each is public at once or with the next version, or lets words pass."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from pydantic import BaseModel

from inforce.model.config import LANGUAGE_PATTERN
from inforce.model.fact_table import PARTIES, by_id, row
from inforce.model.facts import FactKind, Facts, all_facts, leaf_path
from inforce.model.leaf import Nothing
from inforce.rules.settings import ONE_SIDE, Setting

Path = tuple[str, ...]
_UNTOLD = frozenset({"note", "verified"})
_SO = "Readers are told it, or words pass by it. Ask whether it is so."
_GONE = "Readers are no longer told it. Ask whether it is so, and whether a text still says it."
_SEEN = "Ask who has looked at them in a browser on that day."
_NEW = "Readers are told it, and no text links to it. Ask whether it is so."


def fact_changes(
    name: str, before: BaseModel, after: BaseModel, *, linked: Collection[str] = frozenset()
) -> Iterator[Setting]:
    """S124: what a file of facts (`name` without `.yml`) says otherwise, no longer or anew, and the wordings that it
    accepts anew. `linked`: the paths that the texts link to, whose words show what is new."""
    old, new = dict(_said(before)), dict(_said(after))
    values = _values(name, before) | _values(name, after)
    texts = _languages(name, old) & _languages(name, new)
    for path, now in new.items():
        was = old.get(path)
        if was is not None and was != now and not _told_elsewhere(name, path, values):
            was, now = _apart(was, now)
            yield Setting(code="S124", path=path, what=".".join((name, *path)), old=was, new=now, so=_SO)
        elif was is None and "accept" in path and any(one[:1] == path[:1] for one in old):
            yield Setting(code="S124", path=path, what=".".join((name, *path)), old="", new=now, so=_SO)
    yield from _looked_at(name, old, new)
    for top, said in _only(old, new, name, texts):
        yield Setting(code="S124", path=top, what=".".join((name, *top)), old=said, new="", so=_GONE)
    for top, said in _only(new, old, name, texts):
        whole = ".".join((name, *top))
        if not any(one == whole or one.startswith(f"{whole}.") for one in linked):
            yield Setting(code="S124", path=top, what=whole, old="", new=said, so=_NEW)


def _looked_at(name: str, old: Mapping[Path, str], new: Mapping[Path, str]) -> Iterator[Setting]:
    """The days on which entries are said to have been looked at, in a line: what a day stands for, no text shows."""
    moved = [path for path, day in new.items() if path[-1] == "verified" and old.get(path, day) != day]
    if moved:
        days = [", ".join(sorted({some[path] for path in moved})) for some in (old, new)]
        names = f"{name}.{moved[0][0]}.verified" + (f" and {len(moved) - 1} more" if len(moved) > 1 else "")
        yield Setting(code="S124", path=moved[0], what=names, old=days[0], new=days[1], so=_SEEN)


def _only(
    some: Mapping[Path, str], others: Mapping[Path, str], name: str, texts: set[str]
) -> Iterator[tuple[Path, str]]:
    """What `some` say and `others` do not, each entry or field once, at its outermost key, with its words. A text in a
    language that is new to the file, or gone from it, is a translation."""
    there = {path[:end] for path in others for end in range(1, len(path) + 1)}
    found: dict[Path, dict[Path, str]] = {}
    for path, said in some.items():
        top = next((path[:end] for end in range(1, len(path) + 1) if path[:end] not in there), None)
        if top is None or "accept" in top or _UNTOLD & set(top):
            continue
        if name == "organisation" and top[0] in PARTIES:
            continue  # S123 tells it
        if not _is_language(name, top) or top[-1] in texts:
            found.setdefault(top, {})[path[len(top) :]] = said
    for top, fields in found.items():
        yield top, _summed_up(name, top, fields)


def _summed_up(name: str, top: Path, fields: Mapping[Path, str]) -> str:
    """The fields of an entry in a line: "label: Pixels; type: pixel". A text is told in its first language."""
    told: dict[Path, str] = {}
    for path, said in fields.items():
        field = path[:-1] if _is_language(name, (*top, *path)) else path
        if said != Nothing.NONE or not path:
            told.setdefault(field, said)
    return "; ".join(f"{'.'.join(field)}: {said}" if field else said for field, said in told.items())


def _is_language(name: str, path: Path) -> bool:
    """Whether a path ends in the language of a text."""
    whole = (name, *path)
    tag = len(path) > 1 and re.fullmatch(LANGUAGE_PATTERN, path[-1])
    return bool(tag) and row(whole) is None and not by_id(whole[:-1])


def _languages(name: str, said: Mapping[Path, str]) -> set[str]:
    return {path[-1] for path in said if _is_language(name, path)}


def _apart(was: str, now: str) -> tuple[str, str]:
    """What differs between two lists that are too long to be told whole."""
    old, new = was.split(", "), now.split(", ")
    out, came = ([one for one in some if one not in others] for some, others in ((old, new), (new, old)))
    if max(len(was), len(now)) <= ONE_SIDE or not (out or came) or len(out) == len(old):
        return was, now
    return ", ".join(out), ", ".join(came)


def _told_elsewhere(name: str, path: Path, values: set[str]) -> bool:
    """Whether something else tells that a field says something else."""
    if _UNTOLD & set(path):
        return True
    if "accept" in path:
        return False
    if name == "organisation" and path[0] in PARTIES:
        return True  # S123 tells it
    held = any(".".join((name, *path[:end])) in values for end in range(1, len(path) + 1))
    return held and "lifetime" not in path  # the words that state it are compared


def _values(name: str, model: BaseModel) -> set[str]:
    """The paths of the file's leaves that linked words are compared with."""
    facts = Facts().model_copy(update={name: model})
    leaves = (fact.path for fact in all_facts(facts) if fact.kind is FactKind.VALUE)
    return {path for path in leaves if leaf_path(facts, path) == path}


def _said(model: BaseModel) -> Iterator[tuple[Path, str]]:
    """Each text of a file by its path, a leaf's in short or in long form alike; what is empty is not there."""
    yield from _below(model.model_dump(mode="json", exclude_none=True), ())


def _below(node: object, path: Path) -> Iterator[tuple[Path, str]]:
    match node:
        case Mapping():
            leaf = "value" in node and node.keys() <= {"value", "accept", "because"}
            for key, child in node.items():
                yield from _below(child, path if leaf and key == "value" else (*path, str(key)))
        case list():
            if node:
                yield path, ", ".join(map(str, node))
        case bool():
            yield path, str(node).lower()
        case _:
            yield path, str(node)
