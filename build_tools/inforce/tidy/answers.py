"""What only a person can tell of a text, found by trying: which answers would mend some of what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inforce.problems import Problem
from inforce.reader.section import parse_section
from inforce.tidy.mending import tidy
from inforce.tidy.options import Options

STAND_INS = Options(adopt=True, title="Title")
"""Answers as somebody might give them, to see what they would do."""
QUESTIONS = ("adopt", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The fewest answers after which nothing more could be told."""

    answers: tuple[str, ...]
    left: tuple[Problem, ...]
    """What is wrong with the text even then: a person has to mend it."""


def wanted(source: str, told: Options, language: str = "en", file: str = "") -> Wanted:
    """What else could be told of a text."""
    open_ = [name for name in QUESTIONS if not getattr(told, name)]
    left = _left(source, _told(told, open_), language, file)
    for name in tuple(open_):
        others = [each for each in open_ if each != name]
        if len(_left(source, _told(told, others), language, file)) <= len(left):
            open_ = others
    return Wanted(answers=tuple(open_), left=left)


def _told(told: Options, names: list[str]) -> Options:
    return replace(told, **{name: getattr(STAND_INS, name) for name in names})


def _left(source: str, told: Options, language: str, file: str) -> tuple[Problem, ...]:
    return parse_section(tidy(source, told, language).text, id=told.id, file=file, language=language)[1]
