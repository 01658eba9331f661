"""A remedy that says what to write is followed to the letter: what it mended isn't told again, and nothing new is.

The sources are those that the grammar's rules are tried with, and every bad source; a remedy counts where its text can
be put in the place of what the message is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from inforce.model.config import SectionPlace
from inforce.model.facts import Facts
from inforce.problems import Problem
from inforce.reader.section import parse_section
from inforce.rules.likely_mistakes import addresses_of, check_likely_mistakes

from tests.reader.test_refusals import REFUSED

BAD = Path(__file__).with_name("bad_sources")
NUMBERED = [f"# {number} Title\n" for number in ("9.", "9)", "9.1", "9.1.", "12.3.4", "§ 4.", "IV.", "iv)")]
LINKS = [f"# Title\n\nsee [x]({target})\n" for target in (
    'https://example.com/a "Our site"', "fact:rights 'x'", "tel:112 “x”", "FACT:a.b", "Section:rights", "#rights",
    "../en/rights.md", "www.example.com", "a@example.com", "fact:retention/contract", "section:My Rights",
)]  # fmt: skip
WORDS = [
    f"# Title\n\n{words}\n" for words in ("<a@example.com>", "<https://example.com/a>", "a [b] (tel:112) c", "R&amp;D")
]
ORDER = (SectionPlace(id="a"),)
_WRITE = re.compile(r"(?:[Ww]rite|bracket:) `((?:\\`|[^`])+)`")
_STANDS_FOR = re.compile(r"words|example\.org|link:$")
"""What somebody has to put something of his own in the place of."""


def sources() -> Iterator[str]:
    yield from (source for source, _ in REFUSED)
    yield from (*NUMBERED, *LINKS, *WORDS)
    yield from (path.read_text("utf-8") for path in sorted(BAD.glob("*/policy_src/*/??/*.md")) if _is_text(path))


def _is_text(path: Path) -> bool:
    try:
        return bool(path.read_text("utf-8"))
    except UnicodeDecodeError:
        return False


def told(source: str) -> list[Problem]:
    section, problems = parse_section(source, id="a", file="p/en/a.md", language="en")
    known = addresses_of(Facts())
    mistakes = check_likely_mistakes({"a": section}, order=ORDER, folder="p/en", addresses=known) if section else ()
    return [*problems, *mistakes]


def followed(source: str, problem: Problem) -> Iterator[tuple[str, bool]]:
    """The source with each text that a remedy gives in its place, and whether that takes a sign for a plain one."""
    lines = source.split("\n")
    if problem.location.line is None or problem.location.line > len(lines):
        return
    line, column = lines[problem.location.line - 1], (problem.location.column or 1) - 1
    for given in _WRITE.findall(problem.remedy):
        plain = re.sub(r"\\(.)", r"\1", given)
        if given != plain and line.startswith(plain, column):
            start, end, new = column, column + len(plain), given
        elif _STANDS_FOR.search(given) or given != plain or set(given) == {"#"}:
            continue
        elif problem.code.startswith("L2"):  # a target, or its scheme
            start, end = column, line.rindex(")")
            new = given + line[line.index(":", column) + 1 : end] if given.endswith(":") else given
        elif quoted := [one for one in re.findall("“([^”]+)”", problem.message) if one in line[column:]]:
            start = line.index(quoted[0], column)
            end, new = start + len(quoted[0]), given
        else:
            continue
        apart = "\n" if "Put an empty line before it and" in problem.remedy and given == plain else ""
        lines[problem.location.line - 1] = apart + line[:start] + new + line[end:]
        yield "\n".join(lines), given != plain


CASES = list(
    dict.fromkeys(
        (problem.code, problem.location.line, problem.location.column, source, mended, plain)
        for source in sources()
        for problem in told(source)
        for mended, plain in followed(source, problem)
    )
)


@pytest.mark.parametrize(("code", "line", "column", "source", "mended", "plain"), CASES)
def test_what_a_remedy_says_to_write_is_right(
    code: str, line: int, column: int, source: str, mended: str, *, plain: bool
) -> None:
    """A sign that is taken for a plain one may be one of several, each of which is told in its turn."""
    before, after = told(source), told(mended)
    assert (code, line, column) not in [(one.code, one.location.line, one.location.column) for one in after], mended
    new = {one.code for one in after} - {one.code for one in before}
    assert not (new & {"M122"} if plain else new), (mended, after)


def test_remedies_of_every_kind_were_followed() -> None:
    kinds = {(code, plain) for code, _, _, _, _, plain in CASES}
    assert {"L201", "L202", "L203", "M106", "M201", "X301"} <= {code for code, _ in kinds}
    assert {"M106", "M121", "M201", "X301"} <= {code for code, plain in kinds if plain}
