"""A whole text as section files: cut where its highest headings stand, each part beginning with its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from inforce.reader.ids import proposed_id
from inforce.tidy.anchors import without_number
from inforce.tidy.mending import tidy
from inforce.tidy.options import Options
from inforce.tidy.page import Block, Page
from inforce.tidy.proof import said

_ID = re.compile(r"\]\(id:([a-z][a-z0-9-]*)\)")
_OWN_ID = re.compile(r"\[(.*)\]\(id:([a-z][a-z0-9-]*)\)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What becomes a section file."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All of a text."""

    title: str
    """Its own heading, where nothing but other headings stands below that: the policy's title, and no section."""
    sections: tuple[Part, ...]
    named: Mapping[str, str] = field(default_factory=dict)
    """As of `Tidied`."""


def section_files(source: str, told: Options, language: str = "en") -> Parts | None:
    """A whole text, mended and cut, each part mended once more: the ids that links may lead to are then known."""
    whole = tidy(source, told, language)
    parts = in_parts(whole.text, told.id, language)
    if parts is None:
        return None
    ids = frozenset(part.id for part in parts.sections)
    made = [
        Part(
            id=part.id,
            text=tidy(part.text, replace(told, id=part.id, sections=ids, title="", whole=False), language).text,
        )
        for part in parts.sections
    ]
    return Parts(title=parts.title, sections=tuple(made), named=whole.named)


def in_parts(source: str, id: str, language: str = "en") -> Parts | None:
    """The parts of a normalised text, which keep every word in its order; None where it has nothing to cut at.

    `id` is that of the part with the text's own heading, and of what stands before the first one.
    """
    page = Page(source, language)
    headings = [heading for heading in page.headings() if heading.token.markup.startswith("#")]
    cuts = _cuts(headings)
    if not cuts:
        return None
    begins = [0, *(heading.begin for heading in cuts if heading.begin), len(page.lines)]
    owners = {heading.begin: heading for heading in [*headings[:1], *cuts]}
    has_own = bool(headings) and headings[0] not in cuts and headings[0].level < cuts[0].level
    inner = _ID.findall("\n".join(heading.words.text for heading in headings if heading not in cuts))
    title, taken, made = "", {id, *inner}, list[Part]()
    for begin, end in pairwise(begins):
        owner = owners.get(begin)
        lines = [*page.lines[begin:end]]
        if owner is None or (begin == 0 and owner not in cuts):
            own = id
        else:
            own = _id_of(owner, taken) or f"part-{len(made) + 1}"
            taken.add(own)
        for heading in headings:
            if begin <= heading.begin < end:
                lines[heading.begin - begin] = _heading(
                    heading, 1 if heading is owner else heading.level - cuts[0].level + 1
                )
        text = "\n".join(lines).strip("\n") + "\n"
        is_bare = owner is not None and not "".join(lines[1:]).strip()
        if owner and begin == 0 and has_own and is_bare and f"(section:{id})" not in source:
            title = owner.words.text
        elif text.strip():
            made.append(Part(id=own, text=text))
    parts = Parts(title=title, sections=tuple(made))
    told = "".join(said(text).words for text in (title, *(part.text for part in made)))
    return parts if told == said(source).words else None


def _cuts(headings: Sequence[Block]) -> Sequence[Block]:
    """The headings that begin parts: the highest, or those below the text's own, if that is the only one so high."""
    if not headings:
        return ()
    top = min(heading.level for heading in headings)
    highest = [heading for heading in headings if heading.level == top]
    if len(highest) > 1 or headings[0] is not highest[0]:
        return highest
    below = headings[1:]
    return [heading for heading in below if heading.level == min(each.level for each in below)] if below else ()


def _id_of(heading: Block, taken: set[str]) -> str | None:
    found = _OWN_ID.fullmatch(heading.words.text)
    if found:
        return found[2]
    name = proposed_id(without_number(re.sub(r"\]\([^)]*\)", "", heading.words.text)))
    names = (name, *(f"{name}-{number}" for number in range(2, 100))) if name else ()
    return next((each for each in names if each not in taken), None)


def _heading(heading: Block, level: int) -> str:
    words = heading.words.text
    found = _OWN_ID.fullmatch(words) if level == 1 else None
    return f"{'#' * max(level, 1)} {found[1] if found else words}"
