"""Amounts that a section states as before, and of which it says the contrary: "within 30 days", now "after 30 days";
"at least 20%", now "at most 20%"."""

from __future__ import annotations

from collections.abc import Iterator

from inforce.model.text import Section, placed_links


def turned_bounds(old: Section, new: Section, language: str) -> Iterator[tuple[str, str]]:
    """The words of each before and now; nothing of a language that can't be read."""
    if old == new:
        return
    from inforce.rules.readings.bounds import bounds_by_amount, contrary  # load tables of many languages

    before, now = (bounds_by_amount(_passages(each), language) for each in (old, new))
    yield from contrary(before, now)


def _passages(section: Section) -> Iterator[str]:
    return (text for leaf in section.leaves for text, _ in placed_links(leaf, line_break=" "))
