"""Regular expressions mean the same in every Python that is promised.

Before 3.11.5, `re` matches a possessive group otherwise than it should (CPython, gh-106052), and Debian 12 has 3.11.2:
there, a page with a script was taken for one without. One set of characters may be repeated possessively.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as names  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import inforce
import pytest

ONE_SIGN = {names.LITERAL, names.NOT_LITERAL, names.IN, names.ANY}


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every regular expression that a module holds, by its name."""
    found: dict[str, re.Pattern[Any]] = {}
    for each in pkgutil.walk_packages(inforce.__path__, "inforce."):
        if each.name != "inforce.__main__":
            for name, value in vars(importlib.import_module(each.name)).items():
                if isinstance(value, re.Pattern):
                    found[f"{each.name}.{name}"] = value
    return found


def unsafe(node: Any) -> Iterator[str]:
    """What is possessive or atomic and more than one set of characters."""
    if isinstance(node, _parser.SubPattern):
        for operation, about in node:
            if operation is names.ATOMIC_GROUP:
                yield "an atomic group"
            elif operation is names.POSSESSIVE_REPEAT and [each[0] in ONE_SIGN for each in about[2]] != [True]:
                yield "a possessive group"
            yield from unsafe(about)
    elif isinstance(node, list | tuple):
        for inner in node:
            yield from unsafe(inner)


PATTERNS = patterns()


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_no_group_is_possessive(name: str) -> None:
    pattern = PATTERNS[name]
    assert list(unsafe(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))) == []


@pytest.mark.parametrize("wrong", [r"(?:ab?c)++", r"x(?:ab|c)*+y", r"(?>ab)", r"((?:a?b){2,3}+|c)"])
def test_such_a_group_is_seen(wrong: str) -> None:
    assert list(unsafe(_parser.parse(wrong)))


@pytest.mark.parametrize("right", [r"[ab]++", r"\\d*+x", r"(?:[^-]++|-)+", r".?+"])
def test_one_set_of_characters_is_not(right: str) -> None:
    assert not list(unsafe(_parser.parse(right)))
