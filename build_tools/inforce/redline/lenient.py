"""Any Markdown, brought into the same block tree: for comparing files that don't keep to the source format.

Nothing is refused. HTML becomes what it means where that is plain (headings, lists, tables, paragraphs, breaks,
emphasis, links) and is dropped elsewhere; attribute lists, comments, front matter and link definitions are dropped; an
image leaves its alternative words. Code and escaped signs stay as written. Words struck out keep their tildes: whether
"never" is struck is no matter of formatting. Words a reader sees are never lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from inforce.model.text import Break, Cell, Heading, Leaf, List, ListItem, Paragraph, Path, Position, Section, Table
from inforce.redline.changes import Redline
from inforce.redline.compare import compare_sections
from inforce.redline.headings import headed, named_alike
from inforce.redline.lenient_inline import inlines
from inforce.redline.numbering import number_changes

_AT = Position(line=1, column=1)
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_SOURCE = re.compile(
    r"^(?P<quote>[ >]*)(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*\n?(?P<lines>.*?)(?:^[ >]*(?P=fence)[`~]*[ ]*$\n?|\Z)"
    r"|\\[!-/:-@\[-`{-~]"
    r"|(?<!`)(?P<ticks>`++)(?:[^`\n]++|\n(?!\s*\n)|(?!(?P=ticks)(?!`))`++)*(?P=ticks)(?!`)"
    r"|(?P<dropped><!--.*?-->|<(?P<unseen>script|style|head)\b.*?</(?P=unseen)\s*>|\{%.*?%\}|\{:[^{}\n]*\}"
    r"|\{:?[ \t]*[#.][a-z_-][^{}\n]*\})"
    r"|(?P<tag><(?P<closing>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:\s+[^<>]*)?)/?>)",
    re.S | re.M | re.I,
)
"""What is read before all else, whichever begins first: code, an escaped sign, what nobody sees, a tag."""
_CLOSED = [
    (re.compile(opening, re.I), re.compile(closing, re.I))
    for opening, closing in (
        ("<!--", "-->"),
        (r"\{%", r"%\}"),
        *((rf"<{name}\b", rf"</{name}\s*>") for name in ("script", "style", "head")),
    )
]
_QUOTED = re.compile(r"^ *(?:> ?)+", re.M)
_BARE = {
    "async",
    "border",
    "checked",
    "compact",
    "controls",
    "default",
    "defer",
    "hidden",
    "nowrap",
    "open",
    "reversed",
}
"""Attributes that stand without a value. Where other words do, "a<b and c>d", it is no tag but words."""
_OURS = dict.fromkeys(range(0xE000, 0xE010), 0xFFFD)
"""Characters that stand for markup here: they have no meaning in a text of others."""
_MOST_EMPTY = 1000, 10
"""A table may lack so many cells, and so many more for each that it has; another is none. One wide row and many short
ones would make cells in square number (GFM's parsers have such bounds too)."""
_TRAILING = re.compile(r"(?<!\\)\\[ \t]*(?=\n[ \t]*(?:\n|\Z)|\Z)|(?<=\\)[ \t]+(?=\n)")
"""A backslash that breaks no line, and the white space behind one that does."""
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*<?(\S+?)>?(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*$", re.M
)
_HREF = re.compile(r"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.I)
_FLOW = re.compile(
    "address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|header|"
    "hr|html|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|ul"
)
_ITEM = re.compile(r"^([ \t]*)(?:([-*+•])|(\d{1,9})[.)])(?:[ \t]+(.*)|[ \t]*)$")
_ATX = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_DELIMITER = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PIPE = re.compile(r"(?<!\\)\|")


def read_blocks(markdown: str) -> tuple[Leaf, ...]:
    """The leaves of any Markdown text, in order."""
    text = markdown.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).lstrip("\ufeff").translate(_OURS)
    text = _FRONT_MATTER.sub("", text)
    code: list[str] = []
    text = _SOURCE.sub(lambda found: _read(found, code), _closed(text)).replace("\ue006", "<").replace("\ue007", "{")
    code = [each.replace("\ue006", "<").replace("\ue007", "{") for each in code]
    definitions = {name.casefold(): url for name, url in _DEFINITION.findall(text)}
    text = _TRAILING.sub("", _DEFINITION.sub("", text))
    return tuple(_blocks(text.split("\n"), definitions, code))


def read_sections(markdown: str) -> tuple[Section, ...]:
    """The text in sections, one for each heading of its first or second level, all without a name."""
    groups: list[list[Leaf]] = []
    for block in read_blocks(markdown):
        if not groups or (isinstance(block, Heading) and block.level <= 2):
            groups.append([] if isinstance(block, Heading) else [Heading(level=1, id=None, children=(), at=_AT)])
        groups[-1].append(block)
    return tuple(Section(id="", source="", leaves=tuple(group)) for group in groups)


def compare_markdown(old: str, new: str) -> Redline:
    """The redline of any two Markdown texts, in sections by their headings; proven like any other.

    A number typed before a heading's words is the section's number, and no part of its words.
    """
    was, now = headed(read_sections(old)), headed(read_sections(new))
    before = named_alike(was, now)
    numbers = {section.id: each.number for section, each in zip(before, was, strict=True)}
    numbers_now = {each.section.id: each.number for each in now}
    sections = tuple(
        replace(
            change,
            old_number=numbers[change.old.id] if change.old else None,
            new_number=numbers_now[change.new.id] if change.new else None,
        )
        for change in compare_sections(before, [each.section for each in now])
    )
    return Redline(sections=sections, changes=tuple(number_changes(sections)))


def _closed(text: str) -> str:
    """The text with what opens and is never closed set apart: to look for its end each time would take for ever."""
    for opening, closing in _CLOSED:
        last = max((found.start() for found in closing.finditer(text)), default=0)
        text = text[:last] + opening.sub(
            lambda found: {"<": "\ue006", "{": "\ue007"}[found[0][0]] + found[0][1:], text[last:]
        )
    return text


def _read(found: re.Match[str], code: list[str]) -> str:
    """What stands in the place of code, an escaped sign, what nobody sees, or a tag. A block's code goes to `code`."""
    if found["fence"]:
        code.append(_QUOTED.sub("", found["lines"]) if ">" in found["quote"] else found["lines"])
        return f"{found['quote']}\ue005{len(code) - 1}\n"
    if found["dropped"]:
        return ""
    return _tag(found) if found["tag"] else found[0]


def _tag(match: re.Match[str]) -> str:
    """A tag as the Markdown that means the same, a break of blocks, or nothing."""
    closing, name, attributes = match["closing"], match["name"].lower(), match["attributes"]
    if "=" not in attributes and set(attributes.lower().split()) - _BARE:
        return match[0]
    if re.fullmatch(r"h[1-6]", name):
        return "\n\n" if closing else f"\n\n{'#' * int(name[1])} "
    if name == "br":
        return "\ue004"
    if name == "li":
        return "\n" if closing else "\n- "
    if name in ("strong", "b"):
        return "**"
    if name in ("em", "i"):
        return "*"
    if name in ("del", "s", "strike"):
        return "~~"
    if name == "a":
        href = _HREF.search(attributes)
        url = unescape(next(filter(None, href.groups()), "")) if href else ""
        return "\ue001" if closing else f"\ue000{url}\ue002"
    if name in ("td", "th"):
        return "" if closing else "| "
    if name == "tr":
        return "|\n" if closing else "\n\ue003"
    if _FLOW.fullmatch(name):
        return "\n\n"
    return "" if closing or name not in ("http", "https") else match[0]


def _blocks(lines: list[str], definitions: dict[str, str], code: list[str]) -> Iterator[Leaf]:
    """The leaves with places that count from the last heading, so that the same words below it are the same leaves."""
    count = 0
    path: Path = ()
    for found in _flat(lines, definitions, code):
        leaf, item = found if isinstance(found, tuple) else (found, None)
        count = 0 if isinstance(leaf, Heading) else count + 1
        at = Position(line=count, column=1)
        path = _path(path, *item, at) if item else ()
        yield replace(leaf, at=at, path=path)


def _path(before: Path, depth: int, number: int | None, at: Position) -> Path:
    """What an item stands in: the list that is open on its depth, if it is of its kind."""
    above, goes_on = before[: 2 * depth - 2], before[2 * depth - 2 : 2 * depth]
    match goes_on:
        case (List(ordered=ordered) as found, ListItem(number=last)) if ordered is (number is not None):
            return (*above, found, ListItem(number=last + 1 if number is None else number, at=at))
    style = "-" if number is None else "1."
    found = List(ordered=number is not None, start=number or 1, style=style, at=at)
    return (*above, found, ListItem(number=1 if number is None else number, at=at))


_Item = tuple[int, int | None]
"""The depth of an item, and its number in a list that has numbers."""


def _flat(
    lines: list[str], definitions: dict[str, str], code: list[str]
) -> Iterator[Heading | Paragraph | Table | tuple[Paragraph, _Item]]:
    paragraph: list[str] = []
    item: _Item | None = None
    indents: list[int] = []
    at = 0

    def flush() -> Iterator[Paragraph | tuple[Paragraph, _Item]]:
        nonlocal item
        children = inlines("\n".join(paragraph), definitions)
        paragraph.clear()
        if children and not all(isinstance(child, Break) for child in children):
            leaf = Paragraph(children=children, at=_AT)
            yield leaf if item is None else (leaf, item)
        item = None

    while at < len(lines):
        line = lines[at]
        while line.lstrip().startswith(">"):
            line = line.lstrip()[1:]
        at += 1
        if line.lstrip().startswith("\ue005"):
            yield from flush()
            for each in code[int(line.lstrip()[1:])].split("\n"):
                yield from _plain(each)
        elif not line.strip():
            yield from flush()
        elif line.startswith("\ue003"):
            yield from flush()
            rows = [line[1:]]
            while at < len(lines) and (lines[at].startswith("\ue003") or not lines[at].strip()):
                if lines[at].strip():
                    rows.append(lines[at][1:])
                at += 1
            yield from _table(rows, definitions)
        elif "|" in line and at < len(lines) and "|" in lines[at] and _DELIMITER.match(lines[at]) and not paragraph:
            rows = [line]
            at += 1
            while at < len(lines) and "|" in lines[at] and lines[at].strip():
                rows.append(lines[at])
                at += 1
            yield from _table(rows, definitions)
        elif heading := _ATX.match(line):
            yield from flush()
            indents.clear()
            yield from _heading(len(heading[1]), heading[2] or "", definitions)
        elif paragraph and item is None and (under := _SETEXT.match(line)):
            title = "\n".join(paragraph)
            paragraph.clear()
            indents.clear()
            yield from _heading(1 if under[1][0] == "=" else 2, title, definitions)
        elif _RULE.match(line):
            yield from flush()
        elif (found := _ITEM.match(line)) and (not paragraph or item is not None or found[3] in (None, "1")):
            yield from flush()
            indent = len(found[1])
            while indents and indent < indents[-1] + 1:
                indents.pop()
            indents.append(indent)
            item = (len(indents), int(found[3]) if found[3] else None)
            paragraph.append(found[4] or "")
        else:
            if not paragraph and not line.startswith(" "):
                indents.clear()
            paragraph.append(line.strip() + ("  " if line.endswith("  ") else ""))
    yield from flush()


def _heading(level: int, title: str, definitions: dict[str, str]) -> Iterator[Heading]:
    if children := inlines(title, definitions):
        yield Heading(level=level, id=None, children=children, at=_AT)


def _plain(line: str) -> Iterator[Paragraph]:
    """A line of code, as it stands."""
    if line.strip():
        yield Paragraph(children=inlines(re.sub(r"([\\`*_\[\]<>!&~])", r"\\\1", line.strip()), {}), at=_AT)


def _table(lines: list[str], definitions: dict[str, str]) -> Iterator[Table | Paragraph]:
    """Rows of cells, all as wide as the widest; lines as they stand, where that would take cells without number."""
    rows = [
        tuple(
            Cell(children=inlines(cell.strip(), definitions), at=_AT) for cell in _PIPE.split(line.strip().strip("|"))
        )
        for line in lines
    ]
    width = max(map(len, rows))
    cells, (some, each) = sum(map(len, rows)), _MOST_EMPTY
    if width * len(rows) - cells > some + each * cells:
        yield from (block for line in lines for block in _plain(line))
        return
    empty = Cell(children=(), at=_AT)
    yield Table(rows=tuple(row + (empty,) * (width - len(row)) for row in rows), alignments=("",) * width, at=_AT)
