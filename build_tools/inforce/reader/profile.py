"""What the profile refuses among blocks: each with its place and a cure.

CommonMark reads all of this in some way, and some of it otherwise than its writer meant: a policy says it in another.
What GitHub and GitLab preview as it was meant passes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from babel import Locale, UnknownLocaleError
from markdown_it.token import Token

from inforce.model.text import List, ListItem, Path, Position, depth
from inforce.reader.findings import Findings, quoted
from inforce.reader.places import Words
from inforce.reader.remedies import remedy_for_html

DEEPEST_LIST = 6
_TAG = re.compile(r"<[^>\n]{0,70}>?")
_BULLET = re.compile(r"[-*+][ ]+\S")
_CLOSING = re.compile(r"[ \t]#+[ \t]*$")
NOT_WHOLE = re.compile(r"#+(?=[^# \t])|#{7,}")
"""How a line begins that was meant as a heading and is none."""
_ENGLISH_MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)


def refuse_block(token: Token, at: Position, findings: Findings) -> None:
    """A block that no policy holds: HTML, code by spaces, a line across the page."""
    match token.type:
        case "html_block":
            tags = _TAG.findall(token.content)
            others = f", and {len(tags) - 1} more in this block" if len(tags) > 1 else ""
            findings.report(
                "X301",
                at.line,
                at.column,
                tag=quoted(tags[0] if tags else token.content),
                others=others,
                remedy=remedy_for_html(tags or ["<"]),
            )
        case "code_block":
            findings.report("M110", at.line, at.column)
        case "hr":
            findings.report("M113", at.line, at.column)


def check_fence(token: Token, last: str, at: Position, findings: Findings) -> None:
    """Code that nothing ends would swallow the rest of the file."""
    end = last.lstrip(" >\t").rstrip()
    is_closed = len(end) >= len(token.markup) and set(end) == {token.markup[0]}
    if not is_closed or not token.map or token.map[1] - token.map[0] < 2:
        findings.report("M111", at.line, at.column, "fence", markup=quoted(token.markup))


def refuse_underlined(token: Token, at: Position, findings: Findings) -> None:
    """A heading by the line below it, which stands at `at`."""
    signs = "#" if token.markup == "=" and token.map and token.map[0] == 0 else "##"
    findings.report("M114", at.line, at.column, signs=signs)


def check_heading(token: Token, typed: str, words: Words, at: Position, path: Path, findings: Findings) -> None:
    """Headings begin with `#`, hold words, and stand in nothing."""
    signs = "#" * int(token.tag[1])
    if not words.text and token.markup.startswith("#"):
        findings.report("M106", at.line, at.column, "no words", typed=quoted(typed), signs=signs)
    elif (found := _CLOSING.search(typed)) and token.markup.startswith("#"):
        findings.report("M107", at.line, found.start() + 2)
    if path:
        findings.report("M106", at.line, at.column, "inside")


def refuse_blank(line: int, findings: Findings) -> None:
    """A line of white space that Markdown takes for words, so that it parts nothing."""
    findings.report("M109", line, 1)


def check_paragraph(words: Words, findings: Findings) -> None:
    """Lines that look like something else than words."""
    is_row = False
    for offset, line in _lines(words.text):
        if not line.strip():
            refuse_blank(words.at(offset).line, findings)
        elif NOT_WHOLE.match(line):
            at = words.at(offset)
            signs = "#" * min(max(len(line) - len(line.lstrip("#")), 1 if at.line == 1 else 2), 6)
            whole = f"{signs} {line.lstrip('#').strip()}"
            findings.report("M106", at.line, at.column, "not whole", line=quoted(line), heading=quoted(whole, 80)[1:-1])
        elif offset and _BULLET.match(line):
            at = words.at(offset)
            findings.report("M123", at.line, at.column, "too far in", line=quoted(line), sign=line[0])
        elif not is_row and (line.startswith("|") or ("|" in line and not line.strip("|:- "))):
            is_row, at = True, words.at(offset)
            findings.report("M128", at.line, at.column, "no dashes")


def _lines(text: str) -> Sequence[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        bare = line.lstrip(" \t")
        found.append((at + len(line) - len(bare), bare))
        at += len(line) + 1
    return found


def check_nesting(found: List, path: Path, findings: Findings) -> None:
    """A list that begins on the line of the item that it stands in, or too deep."""
    if path and isinstance(path[-1], ListItem) and path[-1].at.line == found.at.line:
        sign = found.style.replace(".", "\\.").replace(")", "\\)") if found.ordered else f"\\{found.style}"
        findings.report("M123", found.at.line, found.at.column, "on its line", sign=sign)
    elif depth(path) >= DEEPEST_LIST:
        findings.report("M123", found.at.line, found.at.column, "too deep", lists=depth(path), most=DEEPEST_LIST)


def check_numbers(start: int, typed: Sequence[tuple[str, Position]], findings: Findings) -> None:
    """Readers are shown the first number and those after it, whatever is typed."""
    for number, (text, at) in enumerate(typed, start=start):
        if int(text) != number:
            findings.report("M124", at.line, at.column, "jump", text=text, number=number)
            return


def check_lone_item(found: List, words: str, language: str, findings: Findings) -> None:
    """A list of one item may be a sentence that begins with a number, or with a plus."""
    if found.style == "+" and words[:1].isdigit():
        findings.report("M125", found.at.line, found.at.column)
    if found.style != "1.":
        return
    first = re.match(r"[^\W\d_]+", words)
    is_month = first is not None and first[0].casefold() in months(language)
    if is_month or (found.start != 1 and words[:1].islower()):
        findings.report("M124", found.at.line, found.at.column, "lone item", start=found.start, words=words[:30])


@cache
def months(language: str) -> frozenset[str]:
    """The names of the months in a language, and in English."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return frozenset(_ENGLISH_MONTHS)
    named = [name for form in ("format", "stand-alone") for name in locale.months[form]["wide"].values()]
    return frozenset([*_ENGLISH_MONTHS, *(name.casefold() for name in named)])
