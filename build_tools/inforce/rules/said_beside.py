"""What an element of the handbook says beside its words (L303): a `datetime` that is another day, a `title` or an
`aria-label` with other figures. Pages print the words; a pointer, a screen reader or a program is told the rest.

A name may be longer beside its words, with figures of its own ("GDPR": "Regulation (EU) 2016/679"): only figures that
share none with the words are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from inforce.reader.findings import quoted
from inforce.reader.html.elements import VOID
from inforce.rules.built_pages import Strange
from inforce.rules.readings.plain import plain

_SAYING = ("title", "aria-label", "datetime")
_FIGURES = re.compile(r"[0-9]+")
_DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


@dataclass(slots=True)
class _Element:
    tag: str
    said: tuple[tuple[str, str], ...]
    words: str = ""


class _Reader(HTMLParser):
    """Collects the words of each element that says something beside them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Element] = []
        self._open: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        said = tuple((name, value) for name, value in attrs if name in _SAYING and value)
        self._open.append(_Element(tag, said))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without words says all that it says."""

    def handle_endtag(self, tag: str) -> None:
        while any(one.tag == tag for one in self._open):
            one = self._open.pop()
            if one.said:
                self.found.append(one)
            if one.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        for one in self._open:
            if one.said:
                one.words += data


def check_said_beside(content: str) -> Iterator[Strange]:
    """L303 for the content of a page."""
    reader = _Reader()
    reader.feed(content)
    reader.close()
    for element in reader.found:
        for name, value in element.said:
            if _differs(name, plain(value), plain(element.words)):
                yield Strange(
                    code="L303",
                    message=f"{name} says {quoted(value, 80)}, and its words say {quoted(element.words, 80)}.",
                    remedy=f"Write the same in both, or take {name} out.",
                    traces=(value, element.words),
                )


def _differs(name: str, value: str, words: str) -> bool:
    there = {int(figure) for figure in _FIGURES.findall(words)}
    if not there:
        return False
    if name == "datetime" and (day := _DAY.match(value)):
        years = {figure for figure in there if figure > 1000}
        days = {figure for figure in there if figure <= 31}
        return bool(years and int(day["year"]) not in years) or bool(days and int(day["day"]) not in days)
    figures = {int(figure) for figure in _FIGURES.findall(value)}
    return bool(figures) and not figures & there
