"""The wording of a section: its words without markup, and the digest `w1` over them (SOURCE-FORMAT, "Wording digest").

Reflowing, emphasis, other link targets, no-break spaces and decomposed letters leave it as it is; a comma, a capital,
a split paragraph or another nesting change it.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from inforce.model.text import Block, Clause, Heading, Inline, Item, Paragraph, Section, Table, words

if TYPE_CHECKING:
    from inforce.model.version import SectionDigests

ALGORITHM = "w1"
SOFT_HYPHEN = "\u00ad"


def plain(text: str) -> str:
    """The text as the digest sees it: NFC, no soft hyphens, any run of white space as one space, none at the ends."""
    return unicodedata.normalize("NFC", " ".join(text.replace(SOFT_HYPHEN, "").split()))


def wording(section: Section) -> tuple[tuple[str, str], ...]:
    """Every block's (kind, words) in order; a table gives its cells, row by row.

    Kinds: `h1` `h2` `h3`, `p`, `clause`, `item1` … (bullets) and `step1` … (numbered) by depth, `cell`.
    """
    return tuple(pair for block in section.blocks for pair in _block(block))


def wording_digest(section: Section) -> str:
    """`w1:` and the SHA-256, in hex, of the RFC 8785 bytes of `[[kind, words], …]`."""
    return digest_of([list(pair) for pair in wording(section)])


def edition_digest(digests: Mapping[str, SectionDigests], order: Iterable[str]) -> str:
    """`w1:` and SHA-256 of the RFC 8785 bytes of `[[section id, wording digest], …]` in reading order."""
    return digest_of([[name, digests[name].wording] for name in order if name in digests])


def digest_of(data: list[list[str]]) -> str:
    """`w1:` and SHA-256 of the RFC 8785 bytes of pairs of words."""
    return f"{ALGORITHM}:{hashlib.sha256(canonical(data)).hexdigest()}"


def canonical(data: list[list[str]]) -> bytes:
    """RFC 8785 bytes. Of lists and texts, the encoder of Python's own, in C, writes the same as a library for all JSON,
    at a tenth of the cost; the tests compare them."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _block(block: Block) -> Iterable[tuple[str, str]]:
    match block:
        case Heading(level=level, children=children):
            yield f"h{level}", _words(children)
        case Paragraph(children=children):
            yield "p", _words(children)
        case Clause(children=children):
            yield "clause", _words(children)
        case Item(children=children, depth=depth, step=step):
            yield f"{'item' if step is None else 'step'}{depth}", _words(children)
        case Table(rows=rows):
            for row in rows:
                for cell in row:
                    yield "cell", _words(cell.children)


def _words(children: tuple[Inline, ...]) -> str:
    return plain(words(children))
