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
            message = f"HTML is not allowed: {quoted(tags[0] if tags else token.content)}{others}."
            findings.report("X301", at.line, at.column, message, remedy_for_html(tags or ["<"]))
        case "code_block":
            message = "A line that stands four spaces in after an empty line is code."
            findings.report("M110", at.line, at.column, message, "Remove the spaces at its start.")
        case "hr":
            remedy = "Remove it; for plain signs escape the first."
            findings.report("M113", at.line, at.column, "Lines across the page are not supported.", remedy)


def check_fence(token: Token, last: str, at: Position, findings: Findings) -> None:
    """Code that nothing ends would swallow the rest of the file."""
    end = last.lstrip(" >\t").rstrip()
    is_closed = len(end) >= len(token.markup) and set(end) == {token.markup[0]}
    if not is_closed or not token.map or token.map[1] - token.map[0] < 2:
        message = f"Code begins here with {quoted(token.markup)}, and nothing ends it."
        cure = "End it by the same signs, on a line of their own; where no code is meant, remove these."
        findings.report("M111", at.line, at.column, message, cure)


def refuse_underlined(token: Token, at: Position, findings: Findings) -> None:
    """A heading by the line below it, which stands at `at`."""
    signs = "#" if token.markup == "=" and token.map and token.map[0] == 0 else "##"
    cure = f"Take this line out, and write `{signs} ` before the words if they are a heading."
    findings.report("M114", at.line, at.column, "A line of signs under words makes a heading of them.", cure)


def check_heading(token: Token, typed: str, words: Words, at: Position, path: Path, findings: Findings) -> None:
    """Headings begin with `#`, hold words, and stand in nothing."""
    signs = "#" * int(token.tag[1])
    if not words.text and token.markup.startswith("#"):
        cure = f"Write `{signs}`, a space and the words; for a plain `#` write `\\#`."
        findings.report("M106", at.line, at.column, f"{quoted(typed)} is a heading without words.", cure)
    elif (found := _CLOSING.search(typed)) and token.markup.startswith("#"):
        message, cure = "A `#` at the end of a heading gets lost.", "Remove it; for a plain `#` write `\\#`."
        findings.report("M107", at.line, found.start() + 2, message, cure)
    if path:
        cure = "Write it in bold, `**words**`; for a plain `#` write `\\#`."
        findings.report("M106", at.line, at.column, "A heading cannot stand in a list or a quotation.", cure)


def refuse_blank(line: int, findings: Findings) -> None:
    """A line of white space that Markdown takes for words, so that it parts nothing."""
    findings.report("M109", line, 1, "This line looks empty and is not.", "Remove the spaces in it.")


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
            cure = f"Write `{quoted(whole, 80)[1:-1]}`; for a plain `#` write `\\#`."
            findings.report("M106", at.line, at.column, f"{quoted(line)} is not a whole heading.", cure)
        elif offset and _BULLET.match(line):
            at = words.at(offset)
            message = f"{quoted(line)} stands too far in to begin an item, and goes on with the words before it."
            cure = f"Set it in by as many spaces as the words of the item above; for plain words write `\\{line[0]}`."
            findings.report("M123", at.line, at.column, message, cure)
        elif not is_row and (line.startswith("|") or ("|" in line and not line.strip("|:- "))):
            is_row, at = True, words.at(offset)
            message = "A line that begins with `|` is a row of a table, and there is no row of dashes under its head."
            cure = "Write `| --- | --- |`, as many cells as the head has, under it; for a plain bar write `\\|`."
            findings.report("M128", at.line, at.column, message, cure)


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
        message = "A list item begins inside a list item, on its line."
        cure = f"Give it a line of its own, further in; for plain words write `{sign}`."
        findings.report("M123", found.at.line, found.at.column, message, cure)
    elif depth(path) >= DEEPEST_LIST:
        message = f"This list stands in {depth(path)} others."
        findings.report("M123", found.at.line, found.at.column, message, f"Keep lists to {DEEPEST_LIST} levels.")


def check_numbers(start: int, typed: Sequence[tuple[str, Position]], findings: Findings) -> None:
    """Readers are shown the first number and those after it, whatever is typed."""
    for number, (text, at) in enumerate(typed, start=start):
        if int(text) != number:
            message = f"This numbered list goes on with {text} where {number} is due, and is shown so."
            cure = f"Write `{number}`; for words that begin with a number write `{text}\\.`."
            findings.report("M124", at.line, at.column, message, cure)
            return


def check_lone_item(found: List, words: str, language: str, findings: Findings) -> None:
    """A list of one item may be a sentence that begins with a number, or with a plus."""
    if found.style == "+" and words[:1].isdigit():
        cure = "For a plain plus write `\\+`."
        findings.report("M125", found.at.line, found.at.column, "A plus at a line's start makes a list.", cure)
    if found.style != "1.":
        return
    first = re.match(r"[^\W\d_]+", words)
    is_month = first is not None and first[0].casefold() in months(language)
    if is_month or (found.start != 1 and words[:1].islower()):
        message = f"“{found.start}. {words[:30]}” is a list of one item, numbered {found.start}."
        cure = f"If it is a sentence, write `{found.start}\\. `."
        findings.report("M124", found.at.line, found.at.column, message, cure)


@cache
def months(language: str) -> frozenset[str]:
    """The names of the months in a language, and in English."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return frozenset(_ENGLISH_MONTHS)
    named = [name for form in ("format", "stand-alone") for name in locale.months[form]["wide"].values()]
    return frozenset([*_ENGLISH_MONTHS, *(name.casefold() for name in named)])
