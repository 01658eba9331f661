"""What the rest of a project sees of a section: ids, targets of links, and of its words those that state a fact."""

from __future__ import annotations

import hashlib
import json

from inforce.model.text import Section, block_links, words


def outline(section: Section) -> str:
    """SHA-256, in hex, of a section's ids with their levels, in order, of its links' targets, and of the words
    that state facts.

    Two texts with the same outline fit into a project alike: ids, references and facts are checked by these alone.
    """
    ids = [(name, level) for name, level, _ in section.ids()]
    targets = [
        (str(link.target), words(link.children) if link.target.scheme == "fact" else "")
        for block in section.blocks
        for link in block_links(block)
    ]
    return hashlib.sha256(json.dumps([ids, targets]).encode()).hexdigest()
