"""What a message or a page of the handbook tells a reader to type exists: commands and their options."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

import click
from inforce.cli import main
from inforce.embed import scripts
from inforce.pytest_plugin import pytest_addoption

from tests.built.building import ROOT

PLACES = ("README.md", "docs/**/*.md", "build_tools/inforce/**/*.py")
COMMAND = re.compile(r"\binforce (?!did\b)([a-z]+)\b")
"""After the name of the tool, a command; only "inforce did not write" is a sentence."""
OPTION = re.compile(r"(?<![\w:-])--(?!md-)[a-z][a-z-]*")
"""Names that begin with --md- are variables of Material's style sheets."""


def texts() -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for place in PLACES for path in ROOT.glob(place))


def commands() -> Iterator[tuple[str, click.Command]]:
    assert isinstance(main, click.Group)
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        yield name, command


COMMANDS = dict(commands())


class Options:
    """Takes what a plugin adds to pytest's command line."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def getgroup(self, *_: str) -> Options:
        return self

    def addoption(self, name: str, **_: object) -> None:
        self.names.add(name)

    def addini(self, *_: str, **__: object) -> None:
        """A setting of a file, not an option."""


def of_pytest() -> set[str]:
    """The options that the plugin adds to pytest."""
    options = Options()
    pytest_addoption(cast(Any, options))
    assert options.names
    return options.names


def of_pull() -> set[str]:
    """The options of the program that keeps a copy."""
    return set(re.findall(r"--[a-z]+(?= )", scripts()["embed/1/pull.mjs"].decode()))


OPTIONS = {
    option
    for command in (main, *COMMANDS.values())
    for parameter in command.params
    for option in (*parameter.opts, *parameter.secondary_opts)
}


def named(pattern: re.Pattern[str], known: Iterable[str]) -> list[tuple[str, str]]:
    """Where a text names what is not known: (path, name)."""
    there = frozenset(known)
    found = ((path, name) for path in texts() for name in pattern.findall((ROOT / path).read_text("utf-8")))
    return [(path, name) for path, name in found if name not in there]


def test_every_command_that_is_named_is_there() -> None:
    assert named(COMMAND, COMMANDS) == []


def test_every_option_that_is_named_is_there() -> None:
    assert named(OPTION, {*OPTIONS, *of_pytest(), *of_pull()}) == []
