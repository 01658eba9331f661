"""Which facts a policy speaks of: of all that a company knows, what its text is about (decision 0034).

Facts come in families: the cookies, the rights, the periods. A family is in a policy whole where its text links to one
fact of it, or has a section whose role is that; else none of it is. A policy of cookies says no right, and terms of
lending no cookie, though all of them stand in the same files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any, Final

from inforce.model import fact_table
from inforce.model.config import SectionRole
from inforce.model.fact_table import Place
from inforce.model.version import Version

Plain = Mapping[str, Any]
Path = tuple[str, ...]

CONTROLLER: Final = ("organisation", "controller")
"""Who speaks, in any policy."""
ONE_BY_ONE: Final = frozenset({("terms", "acts"), ("terms", "other")})
"""What has nothing in common but its file: each entry is a family of its own."""
INSIDE: Final = frozenset({"organisation", "data", "terms"})
"""Files that hold several families, one below each of their keys."""
TOGETHER: Final[Mapping[Path, Path]] = {("cookie_categories",): ("cookies",)}
"""What is a part of another family."""
ABOUT: Final[Mapping[SectionRole, tuple[Path, ...]]] = {
    SectionRole.CONTACT: tuple(("organisation", name) for name in fact_table.PARTIES if name != "authority"),
    SectionRole.DATA: (("data", "categories"),),
    SectionRole.SOURCES: (("data", "sources"),),
    SectionRole.PURPOSES: (("purposes",),),
    SectionRole.RECIPIENTS: (("recipients",),),
    SectionRole.TRANSFERS: (("recipients",),),
    SectionRole.RETENTION: (("retention",),),
    SectionRole.RIGHTS: (("rights",),),
    SectionRole.COMPLAINT: (("rights",), ("organisation", "authority")),
    SectionRole.COOKIES: (("cookies",),),
    SectionRole.SECURITY: (),
    SectionRole.CHILDREN: (("terms", "children"),),
    SectionRole.DECISIONS: (("terms", "automated_decisions"),),
    SectionRole.CHANGES: (),
    SectionRole.LIABILITY: (("terms", "liability"),),
    SectionRole.LAW: (("terms", "law"), ("terms", "courts")),
}
"""The families that a section of a role is about."""

BESIDE_COOKIES: Final = frozenset({"items"})
"""What stays of data that a cookie names, besides what a table of cookies tells: they are named by their items."""

_LINK = re.compile(r"\(fact:([a-z0-9._-]+)\)")


def links_of(text: str) -> frozenset[str]:
    """The paths of the facts that the source of a section links to."""
    return frozenset(_LINK.findall(text))


def spoken_facts(version: Version) -> dict[str, Any]:
    """The facts that a version speaks of, in any of its languages, as a release freezes facts."""
    texts = (text for edition in version.editions.values() for text in edition.sections.values())
    return spoken_of(version.facts, frozenset().union(*map(links_of, texts)), version.roles.keys())


def spoken_of(facts: Plain, links: Collection[str], roles: Collection[SectionRole]) -> dict[str, Any]:
    """Of facts as a release freezes them those that a policy speaks of, which `links` to facts and has sections of
    these roles.

    What these name besides comes along as far as they need it: whom a right is used by, and of what a cookie is from,
    for and about as much as a table of cookies tells. Other names of what the policy doesn't speak of are left out.
    """
    told = {CONTROLLER, *map(_family, links), *(family for role in roles for family in ABOUT[role])}
    kept = _pruned(facts, (), told)
    made: dict[str, Any] = json.loads(json.dumps(kept))
    for names, path in list(_names(made, ())):
        if names == "organisation" or path[0] == "cookies":
            _bring(facts, made, names, path)
    for names, path in list(_names(made, ())):
        _without_lost(made, names, path)
    return made


def families(facts: Plain) -> Iterator[Path]:
    """The families that facts have something of, each by its path."""
    for key, inside in facts.items():
        if key not in INSIDE:
            yield from () if (key,) in TOGETHER else ((key,),)
            continue
        for name, below in inside.items():
            if (key, name) in ONE_BY_ONE:
                yield from ((key, name, each) for each in below)
            elif isinstance(below, Mapping):  # a note is nobody's
                yield key, name


def _family(path: str) -> Path:
    keys = tuple(path.split("."))
    whole = keys[: 2 if keys[0] in INSIDE else 1]
    return keys[:3] if whole in ONE_BY_ONE else TOGETHER.get(whole, whole)


def _pruned(node: Plain, path: Path, told: Collection[Path]) -> dict[str, Any]:
    """What of all facts, of a file or of a part of one is in the families told."""
    found: dict[str, Any] = {}
    for key, inside in node.items():
        here = (*path, key)
        if TOGETHER.get(here, here) in told:
            found[key] = inside
        elif (here in ONE_BY_ONE or (not path and key in INSIDE)) and (below := _pruned(inside, here, told)):
            found[key] = below
    return found


def _names(node: object, path: Path) -> Iterator[tuple[str, Path]]:
    """Every field inside that names other facts: whose (`Row.names`), and where it stands."""
    if not isinstance(node, Mapping):
        return
    for key, inside in node.items():
        here = (*path, key)
        found = fact_table.row(here)
        if found is not None and found.names:
            yield found.names, here
        else:
            yield from _names(inside, here)


def _bring(facts: Plain, made: dict[str, Any], names: str, path: Path) -> None:
    """What a field names is put beside it, where it isn't there yet."""
    for target in map(partial(_target, names), _ids(_at(made, path))):
        entry = _at(facts, target)
        if entry is None or _at(made, target) is not None:
            continue
        told = {
            fact_table.name(field) for field in fact_table.fields(".".join((*target[:-1], "*")), Place.COOKIES_HTML)
        }
        whole = names == "organisation"
        inside = made
        for key in target[:-1]:
            inside = inside.setdefault(key, {})
        inside[target[-1]] = {name: value for name, value in entry.items() if whole or name in told | BESIDE_COOKIES}


def _without_lost(made: dict[str, Any], names: str, path: Path) -> None:
    """A list of names keeps those that lead somewhere, and goes where none does."""
    field = _at(made, path)
    if not isinstance(field, list):
        return
    left = [id_ for id_ in field if _at(made, _target(names, id_)) is not None]
    entry = _at(made, path[:-1])
    if left:
        entry[path[-1]] = left
    else:
        del entry[path[-1]]


def _target(names: str, id_: str) -> Path:
    """The entry that an id means: of an item of data, its category; of a way to reach somebody, all of them."""
    keys = tuple(id_.split("."))
    if names == "organisation":
        return keys[: 2 if keys[0] == names else 3]
    return ("data", "categories", keys[0]) if names == "data" else (names, id_)


def _ids(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else (value,) if isinstance(value, str) else ()


def _at(node: Any, path: Path) -> Any:
    """What stands at a path; None where nothing does."""
    for key in path:
        node = node.get(key) if isinstance(node, Mapping) else None
    return node
