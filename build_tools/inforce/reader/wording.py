"""The wording of a section's leaves, its words without markup, and the digest `w1` over it.

Reflowing, emphasis, other link targets, no-break spaces and decomposed letters leave it as it is; a comma, a capital,
a split paragraph or another nesting change it. What stands frozen keeps its digest.

Each pair is a kind and words. For all that the first grammar could write the kinds are those of `w1` from the start:
`h1` … `h6`, `p`, `clause`, `item1` and `step1` (bullets and numbers, by depth), `cell`. What it could not write is
fixed here for good, with vectors in docs/reference/format.md, "The wording digest", and in the tests:

- `code`, a code block: its lines as they are typed, NFC, without the last line end.
- In a quotation, `quote ` before the kind: `quote p`, `quote item1`; depth counts anew there.
- An item's first paragraph is the item; whatever else stands in it has the item's kind before its own: `item1 p`,
  `step2 code`, `item1 quote p`. An item that begins with none gives ("item1", "") first.
- A numbered list that begins with another number than 1 gives its first item as `step1=5`; so does one that stands
  right after another numbered list, whatever it begins with (`step1=1`).
- A cell of several lines is `cell` up to its first item; then `cell item1` for each item, and `cell p` for words
  after them.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from inforce.model.text import (
    Cell,
    Clause,
    CodeBlock,
    Heading,
    Leaf,
    List,
    ListItem,
    Paragraph,
    Path,
    Quotation,
    Table,
    cell_lines,
    opened,
    words,
)
from inforce.model.version import SectionDigests

ALGORITHM = "w1"
_SOFT_HYPHEN = "\u00ad"


def wording(leaves: Sequence[Leaf]) -> tuple[tuple[str, str], ...]:
    """Every (kind, words) of a section, in order."""
    pairs: list[tuple[str, str]] = []
    before: Path = ()
    for leaf in leaves:
        pairs.extend(leaf_wording(leaf, before))
        before = leaf.path
    return tuple(pairs)


def wording_digest(leaves: Sequence[Leaf]) -> str:
    """`w1:` and the SHA-256, in hex, of the RFC 8785 bytes of `[[kind, words], …]`."""
    return digest_of([list(pair) for pair in wording(leaves)])


def leaf_wording(leaf: Leaf, before: Path) -> Iterator[tuple[str, str]]:
    """The (kind, words) of one leaf; `before` is the path of the leaf above it."""
    path = leaf.path
    if not path:
        yield from _own(leaf)
        return
    closed, new = opened(before, path)
    begins = isinstance(leaf, Paragraph) and isinstance(path[-1], ListItem) and path[-1] in new
    first = plain(words(leaf.children)) if begins and isinstance(leaf, Paragraph) else ""
    for at, step in enumerate(path, start=1):
        if isinstance(step, ListItem) and step in new:
            kind = " ".join(_containers(path[:at])) + _start(path[at - 2], closed, new)
            yield kind, first if at == len(path) else ""
    if not begins:
        for kind, text in _own(leaf):
            yield " ".join((*_containers(path), kind)), text


def _own(leaf: Leaf) -> Iterator[tuple[str, str]]:
    match leaf:
        case Heading():
            yield f"h{leaf.level}", plain(words(leaf.children))
        case Paragraph():
            yield "p", plain(words(leaf.children))
        case Clause():
            yield "clause", plain(words(leaf.children))
        case CodeBlock():
            yield "code", unicodedata.normalize("NFC", leaf.text.removesuffix("\n"))
        case Table():
            yield from (pair for row in leaf.rows for cell in row for pair in _cell(cell))


def _cell(cell: Cell) -> Iterator[tuple[str, str]]:
    if not cell.items:
        yield "cell", plain(words(cell.children))
        return
    kind, held = "cell", list[str]()
    for is_item, line in cell_lines(cell):
        text = plain(words(line))
        if not is_item:
            held.append(text)
            continue
        if kind == "cell" or any(held):
            yield kind, plain(" ".join(held))
        yield "cell item1", text
        kind, held = "cell p", []
    if any(held):
        yield kind, plain(" ".join(held))


def _containers(path: Path) -> list[str]:
    """What a path is called: a run of lists by the innermost one's kind and depth."""
    names, depth, last = list[str](), 0, ""
    for step in path:
        if isinstance(step, Quotation):
            names += [last, "quote"] if depth else ["quote"]
            depth = 0
        elif isinstance(step, List):
            depth += 1
            last = f"{'step' if step.ordered else 'item'}{depth}"
    return [*names, last] if depth else names


def _start(found: object, closed: Path, new: Path) -> str:
    """The number with which a list begins, where readers of the kinds would not expect it."""
    if not isinstance(found, List) or not found.ordered or found not in new:
        return ""
    follows = closed and isinstance(closed[0], List) and closed[0].ordered and found == new[0]
    return f"={found.start}" if follows or found.start != 1 else ""


def plain(text: str) -> str:
    """The text as the digest sees it: NFC, no soft hyphens, any run of white space as one space, none at the ends."""
    return unicodedata.normalize("NFC", " ".join(text.replace(_SOFT_HYPHEN, "").split()))


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
