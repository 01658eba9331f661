"""Change notes: what a release changes, for visitors. `changes/<slug>.md` holds the kind as its heading, then one part
per language, read as sections are:

    # clarification

    ## en

    The registered office is now the same in sections 1 and 12:

    - in the **heading**;
    - in [Contact](section:contact).

Feeds, records and rules take a note's words; pages take its lists, emphasis and links too. A link to a section shows
its number behind the words, so a note has all its words only once its version is numbered (`numbered`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile

from inforce.model.config import ID_PATTERN, LANGUAGE_PATTERN, ChangeNote, Kind
from inforce.model.text import (
    Clause,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    Leaf,
    Link,
    Paragraph,
    Position,
    Section,
    Table,
    Text,
    inlines,
    leaf_links,
    words,
)
from inforce.problems import Location, Problem, problem
from inforce.reader.blocks import read_blocks
from inforce.reader.characters.lookalikes import lookalikes
from inforce.reader.characters.words import check_controls
from inforce.reader.findings import Findings
from inforce.reader.ids import proposed_id
from inforce.reader.proof import prove
from inforce.reader.reasons import says_something

MAX_WORDS = 4_000
"""Characters in one language: a note, not a second policy."""
_HEADING = re.compile(r"##[ \t]+([A-Za-z0-9-]+)[ \t]*")
"""A line that begins the words of a language."""
_FOREIGN_BLOCKS = {
    Heading: ("headings but its kind and its languages", "Write the words in bold, `**words**`, as a paragraph."),
    Table: ("tables", "Write sentences, or a list."),
    CodeBlock: ("blocks of code", "Take the lines of signs out."),
    Clause: ("ids", "Remove the link from the words."),
}
_FOREIGN_LINKS = {
    "id": ("ids", "Remove the link from the words."),
    "fact": ("links to facts", "Remove the link from the words: amounts are found without it."),
}


def read_change_note(
    text: str, *, slug: str, file: str, languages: Collection[str] = ()
) -> tuple[ChangeNote | None, tuple[Problem, ...]]:
    """Read one change note, whose sections are not numbered yet.

    `languages` are those that its policy has; any is right where none are given.
    """
    problems: list[Problem] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        problems.extend(check_controls(line, Location(file=file, line=number)))
    kind = _kind(lines[0] if lines else "")
    if kind is None:
        kinds = ", ".join(f"# {name}" for name in Kind)
        problems.append(problem("S110", Location(file=file, line=1), "first line", line=lines[0][:60], kinds=kinds))
    if not re.fullmatch(ID_PATTERN, slug):
        problems.append(
            problem("S110", Location(file=file, line=None), "name", slug=slug, proposed=proposed_id(slug) or "NAME")
        )
    parts: dict[str, list[str]] = {}
    language: str | None = None
    lost = False
    first = 0 if kind is None and lines[0].startswith("## ") else 1  # 0 where only the kind is missing
    for number, line in enumerate(lines[first:], start=first + 1):
        heading = _HEADING.fullmatch(line)
        if heading:
            language = heading[1]
            if not re.fullmatch(LANGUAGE_PATTERN, language):
                problems.append(problem("S110", Location(file=file, line=number), "no tag", language=language))
            elif languages and language not in languages:
                problems.append(
                    problem(
                        "S110",
                        Location(file=file, line=number),
                        "unknown language",
                        language=language,
                        languages=", ".join(languages),
                    )
                )
            if language in parts:
                problems.append(problem("S110", Location(file=file, line=number), "language twice", language=language))
            parts[language] = []
        elif language is not None:
            parts[language].append(line)
        elif line.strip() and not lost:
            lost = True
            problems.append(problem("S110", Location(file=file, line=number), "no language"))
    said: dict[str, str] = {}
    marked: dict[str, str] = {}
    for name, part in parts.items():
        body = "\n".join(_without_blank(part)).rstrip()
        if not body:
            continue
        if len(body) > MAX_WORDS:
            problems.append(
                problem("S110", Location(file=file, line=None), "too long", name=name, lines=len(body), most=MAX_WORDS)
            )
            continue
        section, found = note_section(body, name)
        found = tuple(one for one in found if not (problems and one.code == "M190"))  # hidden characters are lost, too
        problems.extend(in_file(found, text, name, file))
        said[name] = _words(section.leaves, {})
        if not found and not says_something(said[name]):
            problems.append(problem("S110", Location(file=file, line=None), "empty part", name=name))
        if not _is_plain(section):
            marked[name] = body
    if not lost and not any(line.strip() for part in parts.values() for line in part):
        problems.append(problem("S110", Location(file=file, line=None), "empty"))
    if problems or kind is None:
        return None, tuple(problems)
    return ChangeNote(slug=slug, kind=kind, text=said, marked=marked or None), ()


@lru_cache(maxsize=1024)
def note_section(markdown: str, language: str) -> tuple[Section, tuple[Problem, ...]]:
    """What a note says in one language, and what is wrong with it; the lines of both are counted from its first words,
    and no file is named. Pages and the check ask for the same note."""
    findings = Findings("")
    leaves = read_blocks(markdown, findings, language)
    for leaf in leaves:
        _refuse_foreign(leaf, findings)
        for deceiving in lookalikes("\n".join(words(each) for each in inlines(leaf)), language):
            findings.report(
                deceiving.code, leaf.at.line, leaf.at.column, message=deceiving.message, remedy=deceiving.remedy
            )
    if not findings:
        prove(markdown, leaves, findings)
    return Section(id="note", source=markdown, leaves=leaves), findings.problems()


def in_file(problems: Sequence[Problem], text: str, language: str, file: str) -> Iterator[Problem]:
    """Problems of a note's words in one language (`note_section`), in the file whose text this is."""
    lines, before = text.split("\n"), 0
    for number, line in enumerate(lines, start=1):
        heading = _HEADING.fullmatch(line)
        if heading and heading[1] == language:
            before = len(lines) - len(_without_blank(lines[number:]))
    for one in problems:
        line_there = one.location.line + before if one.location.line else None
        yield replace(one, location=replace(one.location, file=file, line=line_there))


def numbered(note: ChangeNote, numbers: Mapping[str, str]) -> ChangeNote:
    """The note with the numbers of the sections that it links to, as its version shows them."""
    said = {
        language: _words(note_section(markdown, language)[0].leaves, numbers)
        for language, markdown in (note.marked or {}).items()
    }
    return note.model_copy(update={"text": {**note.text, **said}}) if said else note


def sections_linked(note: ChangeNote, language: str) -> Iterator[str]:
    """The ids of the sections that a note links to in a language, whose numbers nobody has typed."""
    for leaf in note_leaves(note, language):
        yield from (link.target.value for link in leaf_links(leaf) if link.target.scheme == "section")


def note_leaves(note: ChangeNote, language: str) -> tuple[Leaf, ...]:
    """What a note holds in one of its languages."""
    if note.marked and language in note.marked:
        return note_section(note.marked[language], language)[0].leaves
    return _paragraphs(note.text[language])


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(children=(Text(text=" ".join(part.split()), at=_at(number)),), at=_at(number))
        for number, part in enumerate(text.split("\n\n"))
        if part.strip()
    )


def _at(line: int) -> Position:
    return Position(line=line + 1, column=1)


def _refuse_foreign(leaf: Leaf, findings: Findings) -> None:
    foreign = [(leaf.at, *_FOREIGN_BLOCKS[type(leaf)])] if type(leaf) in _FOREIGN_BLOCKS else []
    if isinstance(leaf, Paragraph) and leaf.id:
        foreign.append((leaf.at, *_FOREIGN_LINKS["id"]))
    if isinstance(leaf, Paragraph) and leaf.id:
        foreign.append((leaf.at, *_FOREIGN_LINKS["id"]))
    for link in leaf_links(leaf):
        if link.target.scheme in _FOREIGN_LINKS:
            foreign.append((link.at, *_FOREIGN_LINKS[link.target.scheme]))
    for at, what, cure in foreign:
        findings.report("S116", at.line, at.column, what=what, remedy=cure)


def _is_plain(section: Section) -> bool:
    """Whether a note is paragraphs of words alone, which are the same however they are read."""
    pieces = [piece for leaf in section.leaves for piece in _pieces(leaf)]
    said = "".join(piece.text for piece in pieces if isinstance(piece, Text))
    is_words = all(isinstance(piece, Text) for piece in pieces) and not any(leaf.path for leaf in section.leaves)
    return is_words and _bare(said) == _bare(section.source)


def _pieces(leaf: Leaf) -> tuple[Inline, ...]:
    return tuple(piece for run in inlines(leaf) for piece in run)


def _bare(text: str) -> str:
    return "".join(text.split())


def _words(leaves: Sequence[Leaf], numbers: Mapping[str, str]) -> str:
    """The words of a note, a paragraph for each of its blocks."""
    said = (" ".join("".join(_said(_pieces(leaf), numbers)).split()) for leaf in leaves)
    return "\n\n".join(block for block in said if block)


def _said(pieces: Sequence[Inline], numbers: Mapping[str, str]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case Text(text=text) | Code(text=text):
                yield text
            case Emphasis(children=children):
                yield from _said(children, numbers)
            case Link(children=children, target=target):
                yield from _said(children, numbers)
                if target.scheme == "section" and (number := numbers.get(target.value, "").rstrip(".")):
                    yield f" {number}"
            case _:
                yield " "


def _without_blank(lines: Sequence[str]) -> list[str]:
    """The lines from the first one that holds anything."""
    return [*dropwhile(lambda line: not line.strip(), lines)]


def _kind(line: str) -> Kind | None:
    name = line.removeprefix("# ").strip()
    return Kind(name) if line.startswith("# ") and name in set(Kind) else None
