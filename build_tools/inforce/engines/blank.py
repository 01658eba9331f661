"""Pages as they were built, and each of them made once more of nothing: what its theme puts there by itself.

A theme prints titles, the words of front matter and the content as they are. With these taken away, and all else the
same (the configuration, the place among other pages, switches of front matter that hold no words), what a template
still makes is the theme's own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jinja2 import Environment

from inforce.engines.engine import AnchorLink, Navigation, Page, Section, StructureItem

_SWITCH = re.compile(r"\w[\w /.-]*")
"""A word of front matter that can't be markup, such as the name of an icon."""
_WORD = "x"
"""What stands for every title."""


@dataclass(frozen=True, slots=True)
class Built:
    """A page as it was built."""

    page: Page
    html: str
    context: Mapping[str, Any]
    """What its template was given."""
    title: str
    meta: Mapping[str, Any]
    """Its title and front matter: the page itself loses them."""


def built(page: Page, html: str, context: Mapping[str, Any]) -> Built:
    """What is kept of a page."""
    return Built(page, html, context, str(page.title or ""), dict(page.meta))


def empty(pages: Collection[Built], nav: Navigation) -> None:
    """Take all words away, for good: only where everything is written."""
    waiting: list[StructureItem] = [*nav.items, *(one.page for one in pages)]
    while waiting:
        item = waiting.pop()
        item.title = _WORD
        if isinstance(item, Page):
            item.meta = _switches(item.meta) or {}
            item.content = ""
            _rename(item.toc)
        elif isinstance(item, Section):
            waiting += item.children


def blank(one: Built, env: Environment) -> str:
    """The HTML of a page after `empty`."""
    one.page.active = True
    try:
        return env.get_template("main.html").render(one.context)
    finally:
        one.page.active = False


def words(value: Any) -> Iterator[str]:
    """Every word of front matter."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from words(name)
            yield from words(part)
    elif isinstance(value, list | tuple | set):
        for part in value:
            yield from words(part)


def _rename(entries: Any) -> None:
    waiting: list[AnchorLink] = [*(entries or ())]
    while waiting:
        entry = waiting.pop()
        entry.title, entry.id = _WORD, _WORD
        waiting += entry.children


def _switches(value: Any) -> Any:
    """Front matter without its words."""
    if isinstance(value, Mapping):
        return {name: _switches(part) for name, part in value.items() if _is_switch(name)}
    if isinstance(value, list):
        return [_switches(part) for part in value]
    return value if _is_switch(value) else None


def _is_switch(value: Any) -> bool:
    if isinstance(value, str):
        return bool(_SWITCH.fullmatch(value))
    return value is None or isinstance(value, bool | int | float | date | Mapping | list)
