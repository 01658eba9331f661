"""Mends of the outline: what stands before the heading of the file, and the levels of those below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from html import unescape

import yaml

from inforce.tidy.options import Options
from inforce.tidy.page import Block, Edit, Mends, Page
from inforce.tidy.proof import ATTRIBUTES

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?\n)?(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"[A-Za-z_][\w-]*:(?:[ \t].*)?|[A-Za-z_][\w.-]*[ ]*=.*|\[[\w.]+\]|[ \t]+.*|-[ \t].*|#.*|")
_TITLE = re.compile(r"^title(?::|[ ]*=)[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_FRAMES = re.compile(
    r"(?:\s|<!--.*?-->|</?(?:div|center|section|article|main|header|span|p|br|a)\b[^<>]*>)*", re.DOTALL
)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is built in: only its nodes are used, never its constructors."""
DEEPEST = 6


def front_matter(page: Page, options: Options) -> Mends:
    """What a site generator keeps before a text goes; its title becomes the heading, where the text has none, and the
    first heading is the text's own, where it is that title."""
    found = _FRONT.match(page.source)
    if not found or not all(_FIELD.fullmatch(line) for line in (found[2] or "").split("\n")):
        return
    words = _title(found[2] or "", is_yaml=found[1] == "---")
    rest = page.source[found.end() :].lstrip("\n")
    first = re.match(r"#{1,6}(?=[ ]+([^\n]+))", rest)
    if first and _letters(first[1]) == _letters(words) and not re.search(r"^#[ ]", rest, re.MULTILINE):
        yield Edit(start=0, end=len(page.source) - len(rest) + len(first[0]), text="#")
        return
    heading = f"# {words}\n\n" if words and not _has_heading(rest, words) and not options.title else ""
    yield Edit(start=0, end=len(page.source) - len(rest), text=heading)


def _title(front: str, *, is_yaml: bool) -> str:
    """The title in front matter, with characters for their codes; empty where it has none."""
    found = _TITLE.search(front)
    title = found[1].strip("\"'") if found else ""
    if is_yaml:
        with suppress(yaml.YAMLError, RecursionError):  # no YAML after all: then by its line
            node = yaml.compose(front, Loader=_LOADER)
            pairs = node.value if isinstance(node, yaml.MappingNode) else ()
            values = [value for key, value in pairs if key.value == "title" and isinstance(value, yaml.ScalarNode)]
            title = values[0].value if values else ""
    return unescape(" ".join(title.split()))


def _has_heading(rest: str, title: str) -> bool:
    """Whether a text begins, frames of HTML aside, with a heading that is as high as any, or says the title."""
    frames = _FRAMES.match(rest)
    text = rest[frames.end() if frames else 0 :]
    first = re.match(r"(#{1,6})[ ]+([^\n]+)|<h([1-6])\b[^<>]*>(.*?)</h\3>", text, re.DOTALL | re.IGNORECASE)
    if first is None:
        return bool(re.match(r"[^\n]+\n=+[ \t]*(?:\n|$)", text))
    words = unescape(re.sub(r"<[^<>]*>", "", first[2] or first[4] or ""))
    return first[1] == "#" or first[3] == "1" or _letters(words) == _letters(title)


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def empty_start(page: Page, _: Options) -> Mends:
    """Empty lines before the first one go."""
    bare = len(page.source) - len(page.source.lstrip("\n"))
    if bare and page.source.strip():
        yield Edit(start=0, end=bare, text="")


def empty_end(page: Page, _: Options) -> Mends:
    """Empty lines after the last one go."""
    bare = len(page.source.rstrip("\n")) + 1
    if 1 < bare < len(page.source) and len(page.lines) - 2 not in page.code:
        yield Edit(start=bare, end=len(page.source), text="")


def missing_title(page: Page, options: Options) -> Mends:
    """A text that begins with no heading gets the one that was told."""
    begins = page.tokens[0].type == "heading_open" if page.tokens else True
    if options.title and not begins and not page.source.startswith("\n"):
        yield Edit(start=0, end=0, text=f"# {options.title}\n\n")


def levels(page: Page, options: Options) -> Mends:
    """The first heading is of level 1, and none skips one. Others of its level go below it only where that is told, as
    it is by the title of a text that begins with none."""
    headings = list(page.headings())
    if not headings or headings[0].begin != 0:
        return
    if any(not heading.token.markup.startswith("#") for heading in headings):
        return  # one by a line of signs: another rule's
    is_told = options.adopt or headings[0].words.text == options.title
    wanted = _wanted([heading.level for heading in headings], adopt=is_told)
    if max(wanted) > DEEPEST:
        return
    for heading, level in zip(headings, wanted, strict=True):
        if heading.level != level:
            start = page.start_of(heading.begin) + page.column(heading.begin, ())
            yield Edit(start=start, end=start + heading.level, text="#" * level)


def _wanted(found: Sequence[int], *, adopt: bool) -> list[int]:
    first, *others = found
    if not adopt and first > 1 and any(level <= first for level in others):
        return list(found)
    wanted, above = [1], list[tuple[int, int]]()
    for level in others:
        if level == 1 and not adopt:
            wanted.append(1)
            above = []
            continue
        while above and above[-1][0] >= level:
            above.pop()
        now = above[-1][1] + 1 if above else 2
        above.append((level, now))
        wanted.append(now)
    return wanted


def attributes(page: Page, _: Options) -> Mends:
    """`{: #cookies }` behind a heading or on a line of its own goes: only some site generators take it away."""
    for block in page.blocks:
        if block.kind == "cell":
            continue
        for found in ATTRIBUTES.finditer(block.words.text):
            begin, end = found.span()
            before = block.words.text[:begin]
            alone = not before.rpartition("\n")[2].strip()
            if alone if block.kind == "heading" else not (alone and "{:" in found[0]):
                continue
            if alone and before.endswith("\n"):
                yield Edit(start=page.at(block.words, begin - 2) + 1, end=page.at(block.words, end - 1) + 1, text="")
            else:
                yield page.span(block.words, begin, end, "")


def name_of_attribute(block: Block) -> str:
    """The id that `{: #cookies }` gives a heading."""
    found = ATTRIBUTES.search(block.words.text)
    name = re.search(r"#([\w.:-]+)", found[0]) if found else None
    return name[1] if name else ""


def without_attribute(text: str) -> str:
    """The words of a heading."""
    return ATTRIBUTES.sub("", text)
