"""Which of the things between angle brackets are tags of HTML: `<b>` is one, `<Data Protection Officer>` is none."""

from __future__ import annotations

import re
from html.parser import HTMLParser

ELEMENTS = frozenset(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body
    br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
    embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
    iframe img image input ins isindex kbd keygen label legend li link main map mark marquee math menu menuitem meta
    meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress
    q rb rp rt rtc ruby s samp script search section select slot small source span strike strong style sub summary
    sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
    """.split()  # noqa: SIM905
)
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_WORDS = re.compile(r"<[A-Za-z]+(?:\s+[A-Z][a-z]+)+>")
"""Titles in angle brackets, whose first word may be the name of an element."""


def name_of(tag: str) -> str:
    """The name of a tag, in small letters; empty for a comment."""
    found = _NAME.match(tag)
    return found[1].lower() if found else ""


def starts(tags: str) -> list[tuple[str, dict[str, str]]]:
    """The start tags in some HTML: their names and attributes."""
    found: list[tuple[str, dict[str, str]]] = []

    class _Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, {name: value or "" for name, value in attrs}))

    reader = _Reader()
    reader.feed(tags)
    reader.close()
    return found


def names_in(tags: str) -> tuple[str, ...]:
    """What links may lead to in these tags: their ids, and the names of `<a>`."""
    given = (
        attributes.get(key) for tag, attributes in starts(tags) for key in (("name", "id") if tag == "a" else ("id",))
    )
    return tuple(dict.fromkeys(name for name in given if name))


def named(name: str) -> str:
    """The tag that gives a place a name and does nothing else."""
    return f'<a id="{name}"></a>' if re.fullmatch(r"[^\s\"'<>&]+", name) else ""


def is_element(tag: str) -> bool:
    """Whether this is HTML, also a comment or an element that somebody made up (`<my-banner>`), and not words."""
    name = name_of(tag)
    return not name or ((name in ELEMENTS or "-" in name) and not _WORDS.match(tag))


def is_stray(tag: str, source: str) -> bool:
    """Whether this ends what begins nowhere in the text, so that every reader passes over it."""
    return tag.startswith("</") and not re.search(rf"<{re.escape(name_of(tag))}\b", source, re.IGNORECASE)
