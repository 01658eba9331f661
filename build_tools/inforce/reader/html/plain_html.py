"""Reads HTML that is written so plainly that every browser reads it alike, and stops where it is not.

Browsers mend broken markup by long rules, and two readers of it soon see different pages. So this one mends nothing:
tags with whole attributes, comments, and text. What a page holds beyond that is told as not plain, and judged so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# None of these repetitions can be read in a second way, so nothing is lost where they aren't possessive: a group can't
# be (tests/repository/test_patterns.py).
_SPACE = r"[\t\n\f\r ]"
_ATTRIBUTE = rf"""{_SPACE}++([A-Za-z_:@][\w:.@-]*+)(?:{_SPACE}*+={_SPACE}*+("[^"]*+"|'[^']*+'|[^\t\n\f\r "'<>=`]++))?"""
_TOKEN = re.compile(
    rf"""(?:[^<]++|<(?![A-Za-z/!?]))+
    |<!--(?!-?>)(?:[^-<]++|-(?!-!?>)|<(?!!--))*-->
    |<!doctype\ html>
    |</[A-Za-z][A-Za-z0-9-]*+{_SPACE}*+>
    |<(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?P<attributes>(?:{_ATTRIBUTE})*){_SPACE}*+/?>""",
    re.VERBOSE | re.ASCII | re.IGNORECASE | re.DOTALL,
)
_EACH = re.compile(_ATTRIBUTE, re.ASCII)
_RAW = frozenset({
    "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"
})  # fmt: skip
"""Elements whose content is text, whatever it looks like (HTML, 13.2.5 and 13.2.6.4)."""
LONGEST = 120
"""Characters of what is quoted."""


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag, as it is written."""

    name: str
    """In lower case."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Names in lower case, and values between their quotation marks, with their character references."""
    text: str = ""
    """What stands in an element that holds text alone, such as a script."""


@dataclass(frozen=True, slots=True)
class End:
    """An end tag."""

    name: str
    """In lower case."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text between tags, with its character references."""

    text: str


@dataclass(frozen=True, slots=True)
class NotPlain:
    """Where plain HTML ends."""

    quoted: str
    """The first characters of what comes there."""


def read_elements(html: str) -> Iterator[Element | NotPlain]:
    """Every element of a page or a part of one, in order. With NotPlain it ends."""
    return (one for one in read_tokens(html) if isinstance(one, Element | NotPlain))


def read_tokens(html: str) -> Iterator[Element | End | Words | NotPlain]:
    """Everything in a page or a part of one but comments, in order. With NotPlain it ends."""
    at = 0
    if "\0" in html:
        yield NotPlain(html[html.index("\0") :][:LONGEST])
        return
    while at < len(html):
        found = _TOKEN.match(html, at)
        if found is None:
            yield NotPlain(html[at : at + LONGEST])
            return
        at = found.end()
        if found["name"] is None:
            if found[0].startswith("</"):
                yield End(found[0][2:-1].strip().lower())
            elif not found[0].lower().startswith(("<!--", "<!doctype")):
                yield Words(found[0])
            continue
        name, text = found["name"].lower(), ""
        if name in _RAW:
            end = re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII).search(html, at)
            text = html[at : end.start()] if end else html[at:]
            if end is None or (name == "script" and "<!--" in text):
                yield NotPlain(found[0][:LONGEST])
                return
            at = end.start()
        yield Element(name, tuple(_attributes(found["attributes"])), text)


def _attributes(written: str) -> Iterator[tuple[str, str]]:
    for name, value in _EACH.findall(written):
        yield name.lower(), value[1:-1] if value[:1] in ("'", '"') else value
