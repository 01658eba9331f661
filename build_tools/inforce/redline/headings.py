"""Headings of texts that name no ids: the number typed before the words, and which section of one text is which of
the other where a heading, such as "Purpose", stands several times."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from inforce.model.text import Heading, Section, Text, words

_NUMBER = re.compile(
    r"\s*((?:§+|article|artikel|art\.|section|clause|chapter)\s*\d{1,3}(?:\.\d{1,2})*[.):]?(?=\s)"
    r"|\d{1,2}(?:\.\d{1,2})*[.)．、](?=\s|[^\s\d])|\d{1,2}(?:\.\d{1,2})+(?=\s)"
    r"|(?:[ivxlc]{1,6}|[a-z])[.)](?=\s)"
    r"|第[\d〇一二三四五六七八九十百]+[条條章節节]|[一二三四五六七八九十百]{1,4}[、．.]|제\s?\d{1,3}\s?[조장절])\s*(?=\S)",
    re.I,
)


def typed_number(text: str) -> tuple[str | None, str]:
    """The number that stands before a heading's words ("3.", "2.1", "Article 4:", "第3条", "一、"), and the words."""
    found = _NUMBER.match(text)
    return (found[1], text[found.end() :]) if found else (None, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """A section as its heading names it. The number is no part of the section's words."""

    section: Section
    number: str | None
    key: str
    """The heading's words, whatever their case."""
    parent: str
    """The key of the heading of the first level above it; none of one of that level."""


def headed(sections: Sequence[Section]) -> tuple[Headed, ...]:
    """Sections without the numbers typed in their headings, with ids made of what is left."""
    taken: dict[str, int] = {}
    result: list[Headed] = []
    parent = ""
    for section in sections:
        number, heading = _lifted(section.heading)
        leaves = (heading, *section.leaves[1:])
        key = " ".join(unicodedata.normalize("NFC", words(heading.children)).casefold().split())
        above, parent = ("", key) if heading.level == 1 else (parent, parent)
        named = Section(id=_free(f"s-{_slug(key)}", taken), source=repr(leaves), leaves=leaves)
        result.append(Headed(section=named, number=number, key=key, parent=above))
    return tuple(result)


def named_alike(old: Sequence[Headed], new: Sequence[Headed]) -> tuple[Section, ...]:
    """The old sections, with the id of the new one where they are the same: their heading stands once on both sides,
    or below the same heading with the same words, or there in the same place. The others get ids of their own."""
    partner = dict(_same(old, new))
    taken = dict.fromkeys((each.section.id for each in new), 1)
    return tuple(
        replace(
            each.section,
            id=new[partner[index]].section.id if index in partner else _free(f"s-{_slug(each.key)}", taken),
        )
        for index, each in enumerate(old)
    )


def _same(old: Sequence[Headed], new: Sequence[Headed]) -> Iterator[tuple[int, int]]:
    groups: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, sections in enumerate((old, new)):
        for index, each in enumerate(sections):
            groups[each.key][side].append(index)
    for was, now in groups.values():
        if len(was) == len(now) == 1:
            yield was[0], now[0]
        elif was and now:
            equal = dict(_equal(was, now, old, new))
            yield from equal.items()
            olds, news = sorted(equal), sorted(equal.values())
            used = set(news)
            left, left_new = [a for a in was if a not in equal], [b for b in now if b not in used]
            for a, b in _placed(left, left_new, old, new):
                if bisect(olds, a) == bisect(news, b):
                    yield a, b


def _equal(was: list[int], now: list[int], old: Sequence[Headed], new: Sequence[Headed]) -> Iterator[tuple[int, int]]:
    """Those below the same heading with the same words, in order."""
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for b in reversed(now):
        waiting[new[b].parent, new[b].section.source].append(b)
    for a in was:
        if held := waiting[old[a].parent, old[a].section.source]:
            yield a, held.pop()


def _placed(was: list[int], now: list[int], old: Sequence[Headed], new: Sequence[Headed]) -> Iterator[tuple[int, int]]:
    """Those below the same heading, where both sides have as many."""
    below: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, (places, sections) in enumerate(((was, old), (now, new))):
        for index in places:
            below[sections[index].parent][side].append(index)
    for left, right in below.values():
        if len(left) == len(right):
            yield from zip(left, right, strict=True)


def _lifted(heading: Heading) -> tuple[str | None, Heading]:
    """A heading without the number that its first words begin with."""
    first = heading.children[0] if heading.children else None
    if not isinstance(first, Text):
        return None, heading
    number, rest = typed_number(first.text)
    if number is None:
        return None, heading
    return number, replace(heading, children=(replace(first, text=rest), *heading.children[1:]))


def _free(base: str, taken: dict[str, int]) -> str:
    """A name that is not taken yet, and is now. `taken` has with each name the last number that was put behind it, so
    that the same heading a thousand times is not counted up from the start each time."""
    name, number = base, taken.get(base, 1)
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken[base] = number
    taken[name] = taken.get(name, 1)
    return name


def _slug(text: str) -> str:
    """The letters and figures of a text, their marks kept on, with hyphens between words."""
    kept = (char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in text)
    return "-".join("".join(kept).split())[:60]
