"""What changed though no word did: where links lead (a section's title, an address), and how deep items stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from inforce.model.text import Heading, Section, Target, words
from inforce.redline.changes import LinkChange, Op, Redline, Row, title
from inforce.redline.html.inline import marked
from inforce.redline.html.labels import RedlineLabels
from inforce.redline.links import nested
from inforce.writer import RenderContext

_SLOTS = "\x01\x02\x03"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineWording:
    """Sentences about the changes that words alone do not show."""

    redline: Redline
    labels: RedlineLabels
    old: RenderContext
    new: RenderContext

    def links(self, changes: Sequence[LinkChange]) -> tuple[str, ...]:
        """A sentence in HTML for each link that leads elsewhere."""
        return tuple(self._link(change) for change in changes)

    def depth(self, row: Row) -> tuple[str, ...]:
        """Of a list item at another depth: that it is; nothing of others."""
        found = nested(row)
        if found is None:
            return ()
        return (self._filled(self.labels.nested(_SLOTS[1], _SLOTS[2]), "", str(found[0]), str(found[1])),)

    def _link(self, change: LinkChange) -> str:
        was, now = self.leads(change.old, self.old), self.leads(change.new, self.new)
        sentence = self.labels.relinked(
            _SLOTS[0], None if change.old is None else _SLOTS[1], None if change.new is None else _SLOTS[2]
        )
        return self._filled(sentence, change.words, was, now)

    def _filled(self, sentence: str, name: str, was: str, now: str) -> str:
        """A sentence with what was and what is marked in it, each with its own direction."""
        shown = {
            _SLOTS[0]: f"<bdi>{escape(name)}</bdi>",
            _SLOTS[1]: marked(Op.REMOVED, f"<bdi>{escape(was)}</bdi>", self.labels),
            _SLOTS[2]: marked(Op.ADDED, f"<bdi>{escape(now)}</bdi>", self.labels),
        }
        return "".join(shown.get(part) or escape(part) for part in re.split(f"([{_SLOTS}])", sentence))

    def leads(self, target: Target | None, context: RenderContext) -> str:
        """Where a link led or leads: in `old` the old edition's numbers and titles, in `new` the new one's."""
        if target is None:
            return ""
        match target.scheme:
            case "section":
                name = self._title(target.value, Op.REMOVED if context is self.old else Op.ADDED)
                where = " ".join(part for part in (context.numbers.get(target.value, ""), name or target.value) if part)
            case "link":
                where = context.links.get(target.value, target.value)
            case _:
                where = target.value.removeprefix("mailto:").removeprefix("tel:")
        return f"{where} ({target.title})" if target.title else where

    def _title(self, name: str, side: Op) -> str:
        """The heading that has an id on one side; '' where none has."""
        sections = [one.old if side is Op.REMOVED else one.new for one in self.redline.sections]
        for section in sections:
            if section is not None and section.id == name:
                return title(section)
        return next((found for one in sections if one is not None and (found := _heading(one, name))), "")


def _heading(section: Section, name: str) -> str:
    blocks = (block for block in section.leaves if isinstance(block, Heading) and block.id == name)
    return next((" ".join(words(block.children).split()) for block in blocks), "")
