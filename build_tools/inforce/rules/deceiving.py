"""Words, headings and targets of sections that deceive the eye: lookalikes (X305), piles of marks (X306), and numbers
in words that are others in figures (X307)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from inforce.model.text import Leaf, Section, inlines, leaf_links, words
from inforce.problems import Location, Problem, problem
from inforce.reader.characters.lookalike_hosts import Lookalike, check_host
from inforce.reader.characters.lookalikes import lookalikes
from inforce.rules.figures_in_brackets import figures_in_brackets
from inforce.rules.letters_as_figures import letters_as_figures

_IN_LETTERS = re.compile(r"xn--|[^\x00-\x7f]", re.IGNORECASE)
"""What an address holds that may be shown as other letters, or be taken for them."""


def check_deceiving(sections: Mapping[str, Section], language: str, *, paths: Mapping[str, str]) -> Iterator[Problem]:
    """X305, X306 and X307 of one language's sections. `paths`: section id to its file."""
    for name, section in sections.items():
        lines = section.source.split("\n")
        for leaf in section.leaves:
            for found in (*_words(leaf, language), *_targets(leaf)):
                yield problem(
                    found.code,
                    _where(found.found, leaf.at.line, lines, paths[name]),
                    message=found.message,
                    remedy=found.remedy,
                )


def _words(leaf: Leaf, language: str) -> Iterator[Lookalike]:
    for children in inlines(leaf):
        said = words(children, line_break="\n")
        yield from (
            *lookalikes(said, language),
            *letters_as_figures(said, language),
            *figures_in_brackets(said, language),
        )


def _targets(leaf: Leaf) -> Iterator[Lookalike]:
    """The hosts of targets, in letters or as `xn--`."""
    for link in leaf_links(leaf):
        if link.target.scheme in ("https", "mailto") and _IN_LETTERS.search(link.target.value):
            host = link.target.value.removeprefix("https://").removeprefix("mailto:").rpartition("@")[2]
            yield from check_host(host.partition("/")[0].partition(":")[0])


def _where(found: str, first: int, lines: list[str], file: str) -> Location:
    """Where the words stand: on the first line of the block or below, if markup does not part them."""
    for number in range(first, len(lines) + 1):
        if (at := unicodedata.normalize("NFC", lines[number - 1]).find(found)) >= 0:
            return Location(file=file, line=number, column=at + 1)
    return Location(file=file, line=first)
