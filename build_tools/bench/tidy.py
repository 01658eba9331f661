"""Counts how many texts of others the reader takes: as they are, after `inforce tidy`, and with what a person tells it.

    python -m build_tools.bench tidy FOLDER                  every .md below it; a folder named `de` says the language
    python -m build_tools.bench tidy PAIRS --only '*.new.md' the newer sides of a folder of pairs
    python -m build_tools.bench tidy FOLDER --each           a line for each text, and what is refused in it

Nothing is written. A text counts as read where the reader finds no problem in what tidy made of it, be it one file or,
with `--split`, several. The answers that a
person must give (`--adopt`, `--title`) are tried with stand-ins, and the fewest that do are counted.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inforce.cli.texts import read_file_as_it_is
from inforce.cli.tidy import language_of
from inforce.problems import Problem
from inforce.reader.section import normalise, parse_section
from inforce.tidy.answers import wanted
from inforce.tidy.mending import tidy
from inforce.tidy.options import Options
from inforce.tidy.parts import section_files
from inforce.tidy.proof import said

WAYS = ("as it is", "after tidy", "after tidy, split", "after tidy and answers", "refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What became of a text."""

    path: Path
    how: str
    """One of `WAYS`."""
    answers: tuple[str, ...]
    left: tuple[Problem, ...]
    keeps_words: bool
    """Whether tidy alone left every character of its words, front matter aside."""
    named: int = 0
    """Relative addresses that got a name, whose whole address a person must still tell."""


def tried(path: Path) -> Tried:
    """Read a text, mend it, and see what else would have to be told."""
    source, language, told = normalise(read_file_as_it_is(path)), language_of(path), Options(id="policy", whole=True)
    if not parse_section(source, id=told.id, file=str(path), language=language)[1]:
        return Tried(path=path, how=WAYS[0], answers=(), left=(), keeps_words=True)
    done = tidy(source, told, language)
    keeps = "front-matter" in done.made or said(done.text).words == said(source).words
    if not parse_section(done.text, id=told.id, file=str(path), language=language)[1]:
        return Tried(path=path, how=WAYS[1], answers=(), left=(), keeps_words=keeps, named=len(done.named))
    parts = section_files(source, told, language)
    if parts and all(parse_section(part.text, id=part.id, file="", language=language)[0] for part in parts.sections):
        return Tried(path=path, how=WAYS[2], answers=(), left=(), keeps_words=keeps, named=len(done.named))
    more = wanted(source, told, language, str(path))
    how = WAYS[4] if more.left else WAYS[3]
    return Tried(path=path, how=how, answers=more.answers, left=more.left, keeps_words=keeps, named=len(done.named))


def main(arguments: Sequence[str]) -> int:
    """Try the texts and print."""
    parser = argparse.ArgumentParser(
        prog=f"python -m build_tools.bench {Path(__file__).stem}",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--only", default="*.md")
    parser.add_argument("--each", action="store_true")
    given = parser.parse_args(arguments)
    found = [tried(path) for folder in given.folders for path in sorted(folder.rglob(given.only))]
    if given.each:
        for one in found:
            codes = ", ".join(f"{code} {count}" for code, count in Counter(each.code for each in one.left).items())
            names = f"{one.named} names" if one.named else ""
            flags = " ".join(f"--{answer}" for answer in one.answers)
            print(" ".join(filter(None, (f"{one.path}: {one.how}", flags, names, codes))))
    how = Counter(one.how for one in found)
    for name in WAYS:
        print(f"{how[name]:4} {name}")
    for answers, count in Counter(one.answers for one in found if one.how == WAYS[3]).most_common():
        print(f"     {count:4} {' '.join(f'--{answer}' for answer in answers)}")
    for code, count in Counter(code for one in found for code in {each.code for each in one.left}).most_common():
        print(f"     {count:4} {code}")
    print(
        f"{len(found) - how[WAYS[4]]} of {len(found)} are read; in {sum(not one.keeps_words for one in found)} ",
        end="",
    )
    print("a word was lost")
    named = [one for one in found if one.named and one.how != WAYS[4]]
    print(f"{len(named)} of those read have {sum(one.named for one in named)} names to be told of in links.yml")
    return 0
