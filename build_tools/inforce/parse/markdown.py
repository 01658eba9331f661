"""A section file as blocks: our own small grammar, and nothing outside it (SOURCE-FORMAT, "A section file").

Every line is either part of a block that the grammar knows or a problem; there is no guess and no exception. Reading is
linear in the length of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inforce.model.text import Block, Clause, Emphasis, Heading, Inline, Link, Paragraph, Position, Section, block_links
from inforce.parse.characters import check_characters
from inforce.parse.findings import Findings, quoted
from inforce.parse.inline import Line, parse_inline
from inforce.parse.lists import MARKER, ListReader
from inforce.parse.tables import is_delimiter, parse_table
from inforce.problems import Problem

_HEADING = re.compile(r"(#+)([ ]+|$)(.*)")
_UNESCAPED_HASH_END = re.compile(r"(?<!\\)(?:\\\\)*#+$")
_RULE = re.compile(r"([-*_])[ ]*(?:\1[ ]*){2,}")
_UNDERLINE = re.compile(r"=+|-+")
_FENCE = re.compile(r"`{3,}|~{3,}")
_NUMBERED = re.compile(r"([0-9]{1,9})\.[ ]")


def normalise(text: str) -> str:
    """The text without a byte order mark, its line ends all LF."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def parse_section(
    source: str, *, id: str, file: str, language: str = "en"
) -> tuple[Section | None, tuple[Problem, ...]]:
    """The section that a file holds, and what is wrong with it.

    There is a section exactly when there is no problem. `id` is the file's name without `.md`; `language` (a BCP 47
    tag) decides which invisible characters its scripts need.
    """
    section, problems = read_section(source, id=id, file=file, language=language)
    return (None, problems) if problems else (section, ())


def read_section(source: str, *, id: str, file: str, language: str = "en") -> tuple[Section, tuple[Problem, ...]]:
    """All that was read of a file, and what is wrong with it; where something is, not to be shown or released
    (`parse.sound`)."""
    source = normalise(source)
    findings = Findings(file)
    check_characters(source, language, findings)
    blocks = _BlockReader(source, findings).read()
    _check_outline(blocks, findings)
    _check_ids(blocks, id, findings)
    return Section(id=id, source=source, blocks=blocks), findings.problems()


class _BlockReader:
    def __init__(self, source: str, findings: Findings) -> None:
        self._source = source
        self._findings = findings
        self._lists = ListReader(findings)

    def read(self) -> tuple[Block, ...]:
        if not self._source.strip():
            self._findings.report("M101", 1, 1, "This file is empty.", "Begin it with a heading, as in `# Security`.")
            return ()
        blocks: list[Block] = []
        for lines in self._chunks():
            blocks.extend(self._chunk(lines))
        if not (blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1 and blocks[0].at.line == 1):
            self._first_line(blocks)
        return tuple(blocks)

    def _first_line(self, blocks: list[Block]) -> None:
        """M102, where the first line is not told as a heading that is not whole."""
        first = self._source.split("\n", 1)[0]
        is_heading = bool(blocks) and isinstance(blocks[0], Heading) and blocks[0].at.line == 1
        if first.startswith("#") and not is_heading:
            return
        message = f"The first line is {quoted(first)}." if first.strip() else "The first line is empty."
        remedy = "Begin the file with the section's heading, as in `# Security`."
        if is_heading:
            remedy = f"A section's own heading has one `#`: write `# {quoted(first.lstrip('#').strip(), 80)[1:-1]}`."
        self._findings.report("M102", 1, 1, message, remedy)

    def _chunks(self) -> Iterator[list[Line]]:
        """The runs of lines between empty ones."""
        held: list[Line] = []
        for number, text in enumerate(self._source.split("\n"), start=1):
            if text.strip(" "):
                if not text.strip():
                    self._findings.report(
                        "M109", number, 1, "This line looks empty and is not.", "Remove the spaces in it."
                    )
                held.append((text, number, 1))
            elif held:
                yield held
                held = []
        if held:
            yield held

    def _chunk(self, lines: list[Line]) -> Iterator[Block]:
        """The blocks of a run of lines: one, or more where an empty line is missing (a problem)."""
        while lines:
            text = lines[0][0]
            if self._lists.begins(text) and not _RULE.fullmatch(text.strip(" ")):
                yield from self._read_list(lines)
                return
            if text.startswith("    ") and self._lists.is_open:
                self._report(
                    "M126",
                    lines[0],
                    "A list item has a second paragraph.",
                    "Join it to the item, make it an item of its own, or begin it at the line's start.",
                )
                return
            self._lists.close()
            if text.startswith("#"):
                yield from self._heading(lines[0])
                lines = lines[1:]
                if lines:
                    self._report("M108", lines[0], "This line follows a heading.", "Put an empty line before it.")
            elif text.startswith("|") or (len(lines) > 1 and is_delimiter(lines[1][0].strip(" "))):
                table = parse_table(lines, self._findings)
                if table is not None:
                    yield table
                return
            else:
                end = next((i for i, line in enumerate(lines[1:], 1) if self._interrupts(line)), len(lines))
                yield from self._paragraph(lines[:end])
                lines = lines[end:]

    def _read_list(self, lines: list[Line]) -> Iterator[Block]:
        for line in lines:
            words = line[0].lstrip(" ")
            found = MARKER.match(words)
            if found and _RULE.fullmatch(words.rstrip(" ")):
                self._rule(line)
                continue
            if found:
                words = found[3] or ""
            inner = (words, line[1], line[2] + len(line[0]) - len(words))
            self._refused(inner, is_first=found is not None)
            if words.startswith("#"):
                self._report("M106", line, "A heading cannot stand in a list.", "For a plain `#` write `\\#`.")
        yield from self._lists.read(lines)

    def _heading(self, line: Line) -> Iterator[Heading]:
        text, number, column = line
        found = _HEADING.match(text)
        if found is None or not found[3].strip(" "):
            self._report(
                "M106",
                line,
                f"{quoted(text)} is not a whole heading.",
                _whole_heading(line),
            )
            return
        level, words = len(found[1]), found[3].rstrip(" ")
        if level > 3:
            self._report("M105", line, f"This heading is on level {level}.", "Use `#`, `##` or `###`.")
            return
        if _UNESCAPED_HASH_END.search(words):
            self._findings.report(
                "M107",
                number,
                column + found.start(3) + len(words) - 1,
                "A `#` at the end of a heading gets lost.",
                "Remove it; for a plain `#` write `\\#`.",
            )
        children = parse_inline([(words, number, column + found.start(3))], self._findings)
        at = Position(line=number, column=column)
        name, children = self._id_of_heading(children, level)
        yield Heading(level=level, id=name, children=children, at=at)

    def _id_of_heading(self, children: tuple[Inline, ...], level: int) -> tuple[str | None, tuple[Inline, ...]]:
        match children:
            case (Link(target=target) as link,) if target.scheme == "id":
                if level > 1:
                    self._no_ids(link.children)
                    return target.value, link.children
                self._findings.report(
                    "L204",
                    link.at.line,
                    link.at.column,
                    "The first heading carries an id; a section's id is the name of its file.",
                    "Remove the link from the words.",
                )
                return None, link.children
        self._no_ids(children)
        return None, children

    def _no_ids(self, children: Sequence[Inline]) -> None:
        for link in _id_links(children):
            self._findings.report(
                "L204",
                link.at.line,
                link.at.column,
                f"`id:{link.target.value}` names neither a whole heading nor the first words of a paragraph.",
                "Link the whole heading, or the first words of the paragraph, or remove the link.",
            )

    def _paragraph(self, lines: list[Line]) -> Iterator[Block]:
        kept: list[Line] = []
        for index, (text, number, column) in enumerate(lines):
            words = text.lstrip(" ")
            indent = len(text) - len(words)
            line = (words, number, column + indent)
            if indent > 3:
                self._report(
                    "M110",
                    (text, number, column),
                    "A line that stands four spaces in is code elsewhere.",
                    "Remove the spaces at its start.",
                )
            elif indent:
                self._report("M109", (text, number, column), "This line begins with spaces.", "Remove them.")
            if words.startswith("#") and not _HEADING.match(words):
                self._report(
                    "M106", line, f"{quoted(words)} is not a whole heading.", _whole_heading(line, apart=index == 0)
                )
            if not self._refused(line, is_first=index == 0):
                kept.append(line)
        if not kept:
            return
        self._numbers_not_from_one(kept)
        children = parse_inline(kept, self._findings)
        at = Position(line=kept[0][1], column=kept[0][2])
        match children:
            case (Link(target=target, children=label) as link, *rest) if target.scheme == "id":
                self._no_ids(label)
                self._no_ids(rest)
                if not rest:
                    self._findings.report(
                        "L204",
                        link.at.line,
                        link.at.column,
                        "Every word of this paragraph carries the id.",
                        "Link only its first words.",
                    )
                yield Clause(id=target.value, children=(*label, *rest), label=len(label), at=at)
            case _:
                self._no_ids(children)
                yield Paragraph(children=children, at=at)

    def _numbers_not_from_one(self, lines: list[Line]) -> None:
        """A paragraph may begin with a number and a full stop, but two numbered lines in a row are a list."""
        first, second = (_NUMBERED.match(line[0]) if line else None for line in (lines + [("", 0, 0)] * 2)[:2])
        if first and second and int(second[1]) == int(first[1]) + 1:
            self._report(
                "M124",
                lines[0],
                f"A numbered list begins with {first[1]}.",
                f"Begin it with `1.`; for plain words write `{first[1]}\\.` and `{second[1]}\\.`.",
            )

    def _interrupts(self, line: Line) -> bool:
        """Whether a line inside a paragraph begins another block, which is a problem: the empty line is missing."""
        text = line[0]
        words = text.lstrip(" ")
        what = ""
        if words.startswith("#") and _HEADING.match(words):
            what, sign = "A heading", "#"
        elif words.startswith("|"):
            what, sign = "A table", "|"
        elif (
            (found := MARKER.match(words)) and found[2] in ("-", "*", "1.") and found[3] and not _RULE.fullmatch(words)
        ):
            what, sign = "A list", found[2]
        if not what:
            return False
        escaped = "1\\." if sign == "1." else f"\\{sign}"
        self._report(
            "M108",
            line,
            f"{what} begins here without an empty line before it.",
            f"Put an empty line before it; for a plain `{sign}` write `{escaped}`.",
        )
        return True

    def _refused(self, line: Line, *, is_first: bool) -> bool:
        """Report a line that is a block in other Markdown and none here."""
        words = line[0].rstrip(" ")
        if _FENCE.match(words):
            self._report("M111", line, "Code is not supported.", "Remove the marks around it.")
        elif words.startswith(">"):
            self._report("M112", line, "Quotations are not supported.", "Remove the `>`; for a plain one write `\\>`.")
        elif not is_first and _UNDERLINE.fullmatch(words):
            sign = "#" if words[0] == "=" else "##"
            cure = f"Take this line out, and write `{sign} ` before the words if they are a heading."
            self._report("M114", line, "A line of signs under words makes a heading elsewhere.", cure)
        elif is_first and words and set(words) == {"="}:
            self._report("M114", line, "A line of equal signs is not supported.", "Remove it.")
        elif _RULE.fullmatch(words):
            self._rule(line)
        elif "|" in words and not words.strip("|:- "):
            self._report(
                "M128", line, "This row of signs belongs to no table.", "Remove it; for plain bars write `\\|`."
            )
        elif words in ("-", "+", "*"):
            self._report("M127", line, "This list item is empty.", "Write its words or remove it.")
        elif words.startswith("+ ") and not words[2:].lstrip(" ")[:1].isdigit():
            self._report("M125", line, "`+` is not a sign for a list.", "Write `- `; for a plain plus write `\\+`.")
            return False
        else:
            return False
        return True

    def _rule(self, line: Line) -> None:
        self._report(
            "M113", line, "Lines across the page are not supported.", "Remove it; for plain signs escape the first."
        )

    def _report(self, code: str, line: Line, message: str, remedy: str) -> None:
        self._findings.report(code, line[1], line[2], message, remedy)


def _whole_heading(line: Line, *, apart: bool = True) -> str:
    """How to make a heading whole: its signs (one on the first line alone), a space, its words; and an empty line
    before it, where it does not stand apart from other words."""
    text, number, _ = line
    text = text.lstrip(" ")
    words = text.lstrip("#")
    signs = "#" * max(len(text) - len(words), 1 if number == 1 else 2)
    if not words.strip():
        return f"Write `{signs}`, a space and the words; for a plain `#` write `\\#`."
    whole = f"write `{quoted(f'{signs} {words.strip()}', 80)[1:-1]}`"
    told = f"W{whole[1:]}" if apart else f"Put an empty line before it and {whole}"
    return f"{told}; for a plain `#` write `\\#`."


def _id_links(children: Sequence[Inline]) -> Iterator[Link]:
    for child in children:
        if isinstance(child, Link) and child.target.scheme == "id":
            yield child
        elif isinstance(child, Emphasis):
            yield from _id_links(child.children)


def _check_outline(blocks: Sequence[Block], findings: Findings) -> None:
    """One heading of level 1, at the top; no level skipped below it."""
    last = 1
    for block in blocks[1:]:
        if isinstance(block, Heading):
            if block.level == 1:
                findings.report(
                    "M103",
                    block.at.line,
                    block.at.column,
                    "A section has one heading with a single `#`, its first line.",
                    "Write `##`, or move this part to a file of its own.",
                )
            elif block.level > last + 1:
                findings.report(
                    "M104",
                    block.at.line,
                    block.at.column,
                    f"This heading is on level {block.level}, the one above it on level {last}.",
                    f"Write `{'#' * (last + 1)}`.",
                )
            last = block.level


def _check_ids(blocks: Sequence[Block], section: str, findings: Findings) -> None:
    """Ids are not given twice, and never inside lists and tables."""
    seen: dict[str, int] = {section: 1}
    for block in blocks:
        if isinstance(block, (Heading, Clause)):
            if block.id is None:
                continue
            if block.id in seen:
                findings.report(
                    "L205",
                    block.at.line,
                    block.at.column,
                    f"The id `{block.id}` is already taken in line {seen[block.id]}.",
                    "Give this one an id of its own.",
                )
            seen.setdefault(block.id, block.at.line)
        elif not isinstance(block, Paragraph):
            for link in block_links(block):
                if link.target.scheme == "id":
                    findings.report(
                        "L204",
                        link.at.line,
                        link.at.column,
                        "An id cannot stand in a list or a table.",
                        "Remove the link from the words.",
                    )
