"""What a stylesheet of the handbook may name: nothing of another host, in any of the ways in which CSS can write it.

The tokens that can hold an address are strings and `url(…)` (CSS Syntax 3, section 4). `@import`, `image-set()` and
whatever comes later take one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.problems import Location, Problem, Severity
from inforce.rules.addresses import is_elsewhere

_TOKEN = re.compile(
    r"""/\*.*?(?:\*/|\Z)
    |"(?P<double>(?:[^"\\\n\r\f]++|\\(?:\r\n|.))*)
    |'(?P<single>(?:[^'\\\n\r\f]++|\\(?:\r\n|.))*)
    |(?P<name>(?:[-\w]|[^\x00-\x7f]|\\[0-9a-fA-F]{1,6}(?:\r\n|[\x20\t\r\n\f])?|\\[^\n\r\f0-9a-fA-F])+)(?P<call>\()?
    |.""",
    re.VERBOSE | re.DOTALL,
)
_INSIDE = re.compile(r"[ \t\r\n\f]*+(?![\"' \t\r\n\f])(?P<address>(?:[^)\\]++|\\.)*)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\r\n\f])?|\r\n|[\n\r\f]|(.))", re.DOTALL)
_HARMLESS = re.compile(
    r"(?:text-align|text-decoration|vertical-align|white-space|font-(?:style|weight|variant)|list-style(?:-type)?"
    r"|(?:max-|min-)?(?:width|height)|(?:border|padding|margin)(?:-[a-z]+)*|color|background(?:-color)?|float|clear)"
)
"""Properties of an element's own look; none takes it out of its place among the words."""
_VALUE = re.compile(r"(?:(?<![\w.])-(?=[\d.])|\\|/\*|[{}@]|(?:calc|var|attr|env|min|max|clamp)\()", re.IGNORECASE)
"""What moves a box over its neighbours (a negative number), or can't be read as it stands."""
_MOST = 0x10FFFF
_QUOTES = ('"', "'")


def check_stylesheet(css: str, file: str, *, own: str | None) -> Iterator[Problem]:
    """H105 for a stylesheet; `own` is the address of the site, which may be written out."""
    for at, address in addresses(css):
        if is_elsewhere(address, own=own):
            where = Location(file=file, line=css.count("\n", 0, at) + 1)
            yield Problem(
                code="H105",
                severity=Severity.ERROR,
                location=where,
                message=f'"{address[:80]}" would be fetched from another host, or could be.',
                remedy="Put the file into a folder of the handbook, and name it there; or take the line out.",
            )
    if css.lstrip("\ufeff").lower().startswith("@charset") and not css.lower().startswith('@charset "utf-8";'):
        yield Problem(
            code="H105",
            severity=Severity.ERROR,
            location=Location(file=file, line=1),
            message="@charset lets browsers read this file otherwise than it was checked.",
            remedy="Take the line out: the file is UTF-8.",
        )


def unfit_style(style: str) -> str | None:
    """The first declaration of a `style` attribute that is not known to be harmless; None where all are."""
    for declaration in filter(None, (part.strip() for part in style.split(";"))):
        name, colon, value = declaration.partition(":")
        if not (colon and _HARMLESS.fullmatch(name.strip().lower())) or _VALUE.search(value):
            return declaration
    return None


def addresses(css: str) -> Iterator[tuple[int, str]]:
    """Everything in CSS that can be an address, with its place."""
    at = 0
    while found := _TOKEN.match(css, at):
        at = found.end()
        written = found["double"] if found["double"] is not None else found["single"]
        if written is not None:
            yield found.start(), _plain(written)
            at += css[at : at + 1] in _QUOTES
        elif found["call"] and _plain(found["name"]).lower() == "url" and (inside := _INSIDE.match(css, at)):
            yield found.start(), _plain(inside["address"]).strip()
            at = inside.end()


def _plain(written: str) -> str:
    """Words without the escapes of CSS."""
    return _ESCAPE.sub(_meant, written)


def _meant(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[2] or ""
    code = int(found[1], 16)
    return chr(code) if 0 < code <= _MOST and not 0xD800 <= code <= 0xDFFF else "\ufffd"
