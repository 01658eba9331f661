"""What whoever calls `tidy` has told it, so that it need not guess."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Each changes what only a person can know."""

    id: str = "section"
    """The section's id: the name of its file."""
    sections: frozenset[str] = frozenset()
    """The ids of the sections that there are, so that `#rights` can be told to mean one."""
    whole: bool = False
    """The text is a document of its own, and no section of a project: `#rights` can mean no place but one in it."""
    adopt: bool = False
    """The text comes from elsewhere: set its levels below its first heading, and take links off their words that lead
    to a place which it doesn't have, as in a whole one."""
    title: str = ""
    """The heading of a text that has none."""
    address: str = ""
    """Where the text stood, so that its relative links can be made whole."""
