"""What is wrong with a YAML file that the reader gave up on, in an editor's words, and what puts it right.

The reader (libyaml, or PyYAML where libyaml is not built in) names the grammar it expected; an editor typed a tab, left
a space out, or put a colon among the words. So the lines themselves are looked at.
"""

from __future__ import annotations

import re

from yaml import Mark, MarkedYAMLError

from inforce.reader.characters.hidden import named
from inforce.reader.findings import quoted

Told = tuple[int, int, str, str]
"""Line and column (from 1), what is wrong, what puts it right."""
_QUOTES = 'Put the words after the name between double quotes: `name: "words"`.'
_NO_SPACE = re.compile(r"\s*(?:- )?([A-Za-z0-9_-]+):([^\s:].*)")
_NO_PLAIN_SPACE = re.compile(r" *(?:- )?(?:[^\s:#\"']+:|-)?(?P<space>(?![ \t\r])\s)")
"""A space that YAML does not take for one (a no-break space, a wide one), where a line is set in or a value begins."""
_COLON_IN_WORDS = re.compile(r"\s*(?:- )?[^:\s]+:\s+([^\"'{\[].*:(?:\s.*)?)")


def explain(error: MarkedYAMLError, text: str) -> Told:
    """Where the slip most likely is, what it is, and its cure."""
    lines = text.split("\n")
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    if mark is None:
        return 1, 1, str(error.problem or error.context or "it is not well formed"), "Look at its first lines."
    problem = str(error.problem)
    if (space := _no_plain_space(lines, mark, context)) is not None:
        return space
    if (tab := _tab(lines, mark)) is not None:
        return *tab, "there is a tab here", "Write spaces instead, two for each step in"
    if "end of stream" in problem and context is not None:
        return *_at(context), "a quotation mark opens here and none closes it", "Close it with the same sign"
    if "cannot start any token" in problem:
        sign = quoted(_line(lines, mark.line)[mark.column : mark.column + 1])
        return *_at(mark), f"words cannot begin with {sign}", _QUOTES.removesuffix(".")
    if "unknown escape" in problem:
        return *_at(mark), "a backslash stands between double quotes", "Use single quotes, or write `\\\\` for it"
    if context is not None and "flow" in str(error.context):
        return _in_brackets(lines, mark, context)
    if "could not find expected ':'" in problem and context is not None:
        return _no_entry(lines, context.line, context.column)
    if "mapping values" in problem:
        return _colon(lines, mark)
    if "document start" in problem:
        return *_at(mark), "this line begins further to the left than the first one", "Begin both in the same column"
    if "'-' indicator" in problem or "block collection" in str(error.context):
        return *_at(mark), "this line stands in a list and does not begin as its other lines do", "Begin it with `- `"
    if "block mapping" in str(error.context):
        return _misplaced(lines, mark)
    if "anchor" in str(error.context) or "alias" in str(error.context):
        return *_at(context or mark), "words cannot begin with `&` or `*`", _QUOTES.removesuffix(".")
    return *_at(mark), problem, "Look for a missing colon, quote or space here or just above"


def _no_plain_space(lines: list[str], mark: Mark, context: Mark | None) -> Told | None:
    """A space that is none to YAML, where the reader stumbled or on the line above."""
    for number in (mark.line, context.line if context else mark.line, _above(lines, mark.line)):
        if found := _NO_PLAIN_SPACE.match(_line(lines, number)):
            what = f"there is a space here that YAML does not know, {named(found['space'])}"
            return number + 1, found.start("space") + 1, what, "Write a plain space in its place"
    return None


def _tab(lines: list[str], mark: Mark) -> tuple[int, int] | None:
    """The tab that the reader stumbled over: on its line, or at the beginning of it."""
    line = _line(lines, mark.line)
    at = line.find("\t")
    return (mark.line + 1, at + 1) if 0 <= at <= max(mark.column, _indent(line)) else None


def _in_brackets(lines: list[str], mark: Mark, context: Mark) -> Told:
    """A list or entries between brackets: not closed, or with words that hold what parts them."""
    number, column = context.line, context.column
    if not _line(lines, number).strip():  # the file ends where a value is due
        number = _above(lines, number)
        column = max(_line(lines, number).rfind(sign) for sign in "[{")
    line = _line(lines, number)
    sign = line[column : column + 1]
    closing = {"[": "]", "{": "}"}.get(sign, "}")
    if mark.line > number and closing not in line[column:]:
        return (
            number + 1,
            column + 1,
            f"`{sign}` opens here and no `{closing}` closes it",
            f"Write `{closing}` at its end",
        )
    cure = 'Put words that hold a colon, a comma or a quotation mark between double quotes: {en: "words: more words"}'
    return *_at(mark), f"the words between `{sign}` and `{closing}` cannot be told apart here", cure


def _no_entry(lines: list[str], number: int, column: int) -> Told:
    line = _line(lines, number)
    if found := _NO_SPACE.fullmatch(line):
        return number + 1, found.start(2) + 1, f"after `{found[1]}:` a space is missing", f"Write `{_spaced(found)}`"
    return number + 1, column + 1, f"{quoted(line.strip())} is no entry", "Write a name, a colon, a space and its value"


def _colon(lines: list[str], mark: Mark) -> Told:
    """A colon where no entry can begin."""
    line, above = _line(lines, mark.line), _above(lines, mark.line)
    if found := _COLON_IN_WORDS.fullmatch(line):
        cure = f'Put the words between double quotes: `"{found[1].strip()}"`'
        return mark.line + 1, found.start(1) + 1, "the words hold a colon, which would begin an entry", cure
    if found := _NO_SPACE.fullmatch(_line(lines, above)):
        return above + 1, found.start(2) + 1, f"after `{found[1]}:` a space is missing", f"Write `{_spaced(found)}`"
    if _indent(line) > _indent(_line(lines, above)) and not _line(lines, above).rstrip().endswith(":"):
        return _other_column(line, mark.line, [_indent(_line(lines, above))])
    return *_no_entry(lines, above, _indent(_line(lines, above)))[:3], "Write a name, a colon, a space and its value"


def _misplaced(lines: list[str], mark: Mark) -> Told:
    """A line set in as no other, or words after a quotation mark that closed."""
    line = _line(lines, mark.line)
    if mark.column <= _indent(line):
        above = {_indent(one) for one in lines[: mark.line] if one.strip() and not one.lstrip().startswith("#")}
        if _indent(line) in above and line.lstrip().startswith("- "):
            what = "a list begins here, where an entry with a name is due"
            return *_at(mark), what, "Take `- ` out, or put the name of the list and a colon on a line above"
        return _other_column(line, mark.line, sorted(above - {_indent(line)}) or [0])
    cure = 'Put all the words between double quotes; a double quote among them is written `\\"`'
    return *_at(mark), "words follow a quotation mark that has closed", cure


def _other_column(line: str, number: int, others: list[int]) -> Told:
    mine = _indent(line)
    nearest = min((abs(other - mine) for other in others), default=0)
    near = [other for other in others if abs(other - mine) == nearest]
    message = f"this line begins with {_spaces(mine)}, unlike the lines it belongs to"
    cure = " or ".join(_spaces(other) for other in near) or _spaces(0)
    return number + 1, mine + 1, message, f"Begin it with {cure}{', as the lines it belongs to' if near[1:] else ''}"


def _spaced(found: re.Match[str]) -> str:
    return f"{found[1]}: {found[2].strip()}"


def _spaces(count: int) -> str:
    return {0: "no space", 1: "1 space"}.get(count, f"{count} spaces")


def _line(lines: list[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


def _above(lines: list[str], number: int) -> int:
    """The nearest line above that says something."""
    return next((at for at in range(min(number, len(lines)) - 1, -1, -1) if lines[at].strip()), max(number - 1, 0))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _at(mark: Mark) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1
