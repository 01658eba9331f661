"""What a section of a redline is called."""

from __future__ import annotations

from inforce.model.text import Section, inlines, words
from inforce.redline.changes import SectionChange

_MOST = 60


def title(section: Section) -> str:
    """A section's heading; its first words where it has none; its id where it has none either."""
    for leaf in section.leaves:
        text = " ".join(words(inlines(leaf)[0]).split())
        if text:
            return text if leaf is section.heading or len(text) <= _MOST else text[:_MOST].rstrip() + "…"
    return section.id


def numbered_title(change: SectionChange) -> str:
    """The number and title of a section as the new edition has them; as the old one had, where it is removed."""
    shown = change.new or change.old
    assert shown is not None
    number = change.new_number if change.new else change.old_number
    return f"{number} {title(shown)}" if number else title(shown)
