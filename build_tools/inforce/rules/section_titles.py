"""Titles of a policy's sections and sub-headings, as other words name them: in a link, or in quotation marks or
brackets beside a link or a number, “Transfers” (section 7.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from inforce.model.config import SectionPlace
from inforce.model.text import Heading, Section, words
from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import table_for

_OPENS, _CLOSES = '“"«„「『(（', '”"“»」』)）'
_QUOTED = rf"[{_OPENS}]\s?([^{_OPENS}{_CLOSES}]{{2,80}})(?<!\s)\s?[{_CLOSES}]"
_BEHIND = re.compile(rf"\s?[節章項条]?\s?[,،、:：–—-]?\s?[{_OPENS}]?{_QUOTED}")
_BEFORE = re.compile(rf"{_QUOTED}[{_CLOSES}]?\s?[,،、:：–—-]?\s?[{_OPENS}]?\Z")
_REACH = 100
"""So many characters before a place are looked at."""
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_TYPED = re.compile(r"^(?:§ ?)?[0-9]+(?:\.[0-9]+)*[.):\s]\s*")
"""A number that is typed before a title."""
_ARTICLE = r"(?:the|our|your|la|les?|l'|notre|nos|votre|vos|de|het|ons|onze|uw|der|die|das|den|dem|unsere?)(?<=')?\b"


class Titles:
    """The titles of one language of a version."""

    def __init__(self, order: tuple[SectionPlace, ...], sections: Mapping[str, Section], language: str) -> None:
        self._language = language
        self._above: dict[str, tuple[str, ...]] = {}
        self._ids: dict[str, set[str]] = {}
        for name, above in _placed(order):
            if name in sections:
                self._read(sections[name], above)

    def _read(self, section: Section, above: tuple[str, ...]) -> None:
        headings: list[tuple[int, str]] = []
        for leaf in section.leaves:
            if isinstance(leaf, Heading):
                headings = [one for one in headings if one[0] < leaf.level]
                name = section.id if leaf.level == 1 else leaf.id or headings[-1][1]
                self._above.setdefault(name, (*above, *(one for _, one in headings if one != name)))
                headings.append((leaf.level, name))
                self._ids.setdefault(_core(words(leaf.children), self._language), set()).add(name)
            elif id := getattr(leaf, "id", None):
                self._above[id] = (*above, *(one for _, one in headings))

    def another(self, said: str, id: str) -> str:
        """The id that has some words as its title, where that is neither this one nor stands in it or around it; ''
        for none."""
        found = self._ids.get(_core(said, self._language), set())
        near = (id == one or id in self._above.get(one, ()) or one in self._above.get(id, ()) for one in found)
        return "" if any(near) else min(found, default="")


def titles_beside(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """What stands in quotation marks or brackets right before or behind a place in a text, and where."""
    if behind := _BEHIND.match(text, end):
        yield behind.start(1), behind[1]
    reach = max(0, start - _REACH)
    if before := _BEFORE.search(text[reach:start]):
        yield reach + before.start(1), before[1]


def _placed(places: tuple[SectionPlace, ...], above: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    for place in places:
        yield place.id, above
        yield from _placed(place.sections, (*above, place.id))


def _core(said: str, language: str) -> str:
    """Words without case, the signs around them, a number, an article, and a word for sections."""
    said = _TYPED.sub("", plain(said))
    for _ in range(2):  # "the section on", behind which an article may stand again
        said = _EDGES.sub("", _around(language).sub("", _EDGES.sub("", said)))
    return said


@lru_cache(maxsize=16)
def _around(language: str) -> re.Pattern[str]:
    """An article, or a word for sections, at the start or the end of words."""
    table = table_for(language)
    sections = table.sections if table else None
    called = [sections.one, sections.several, sections.of_laws] if sections else []
    called += [side for side in sections.around if side] if sections else []
    one = "|".join((*called, "(?!)"))
    return re.compile(rf"^(?:{_ARTICLE}\s?)?(?:(?:{one})(?:\s|$))?|(?:^|(?<=\W))(?:{one})$", re.IGNORECASE)
