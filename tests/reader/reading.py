"""What the tests of the reader share: a section read, its leaves told in a line each, its problems in a few words."""

from __future__ import annotations

from inforce.model.text import Clause, CodeBlock, Heading, Leaf, List, ListItem, Section, Table, words
from inforce.problems import Problem
from inforce.reader.section import read_section


def read(body: str, *, language: str = "en") -> tuple[Section, tuple[Problem, ...]]:
    """A section whose heading is "T" and whose text begins in line 3."""
    return read_section(f"# T\n\n{body}", id="t", file="t.md", language=language)


def leaves(body: str) -> tuple[Leaf, ...]:
    """The leaves below the heading of a text that has no problem."""
    section, problems = read(body)
    assert not problems, problems
    return section.leaves[1:]


def found(body: str, *, language: str = "en") -> list[str]:
    """The problems as "code line:column"."""
    return [f"{one.code} {one.location.line}:{one.location.column}" for one in read(body, language=language)[1]]


def told(leaf: Leaf) -> str:
    """A leaf in a line: its path, its kind where it is no paragraph, its words."""
    steps = [
        f"{step.style}{step.start}"
        if isinstance(step, List)
        else str(step.number)
        if isinstance(step, ListItem)
        else ">"
        for step in leaf.path
    ]
    match leaf:
        case Heading(level=level, id=name):
            kind = f"h{level}#{name}" if name else f"h{level}"
        case Clause(id=name):
            kind = f"clause#{name}"
        case Table() | CodeBlock():
            kind = type(leaf).__name__.lower()
        case _:
            kind = ""
    match leaf:
        case Table(rows=rows):
            said = " / ".join(" | ".join(words(cell.children) for cell in row) for row in rows)
        case CodeBlock(text=text):
            said = repr(text)
        case _:
            said = words(leaf.children)
    return " ".join(part for part in (*steps, kind, said) if part)
