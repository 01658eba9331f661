"""Hints for whoever reviews a change of facts that no sentence is held to: texts, a legal basis, how long a cookie
lasts, the wordings that are accepted. Each is public at once, or lets words pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from inforce.model.fact_table import PARTIES
from inforce.model.facts import FactKind, Facts, all_facts, leaf_path
from inforce.rules.settings import Setting

_UNTOLD = frozenset({"note", "verified"})
_SO = "Readers are told it, or words pass by it. Ask whether it is so."


def fact_changes(name: str, before: BaseModel, after: BaseModel) -> Iterator[Setting]:
    """S124: what a file of facts (`name` without `.yml`) says otherwise, and the wordings that it accepts anew."""
    old, new = dict(_said(before)), dict(_said(after))
    values = _values(name, before) | _values(name, after)
    for path, now in new.items():
        was, accepts = old.get(path, ""), "accept" in path
        if was == now or _UNTOLD & set(path) or not (was or accepts):
            continue
        if name == "organisation" and path[0] in PARTIES and not accepts:
            continue  # S123 tells it
        held = any(".".join((name, *path[:end])) in values for end in range(1, len(path) + 1))
        if held and not accepts and "lifetime" not in path:
            continue  # the words that state it are compared
        yield Setting(code="S124", path=path, what=".".join((name, *path)), old=was, new=now, so=_SO)


def _values(name: str, model: BaseModel) -> set[str]:
    """The paths of the file's leaves that linked words are compared with."""
    facts = Facts().model_copy(update={name: model})
    leaves = (fact.path for fact in all_facts(facts) if fact.kind is FactKind.VALUE)
    return {path for path in leaves if leaf_path(facts, path) == path}


def _said(model: BaseModel) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each text of a file by its path, a leaf's in short or in long form alike."""
    yield from _below(model.model_dump(mode="json", exclude_none=True), ())


def _below(node: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(node, Mapping):
        leaf = "value" in node and node.keys() <= {"value", "accept", "because"}
        for key, child in node.items():
            yield from _below(child, path if leaf and key == "value" else (*path, str(key)))
    elif isinstance(node, list):
        yield path, ", ".join(map(str, node))
    else:
        yield path, str(node)
