"""Whether a redline's list of changes and its text tell the same: what of the one is missing in the other.

python -m tests.redline.reached FOLDER      all pairs NAME.old.md, NAME.new.md of a folder
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
from inforce.redline.changes import ChangeKind, Op, Piece, Redline, Row, RowKind
from inforce.redline.html import render
from inforce.redline.lenient import compare_markdown
from inforce.writer import RenderContext

from tests.redline.support import WORDS

CONTEXT = RenderContext(language="en", numbers={}, links={})
QUIET = (RowKind.SAME, RowKind.RESTYLED, RowKind.MOVED_AWAY)
"""Blocks whose words did not change, and the places that moved ones left."""
BESIDE = (ChangeKind.RELINKED, ChangeKind.NESTED)
"""What is told of a block beside its words."""
SECTIONS = (ChangeKind.SECTION_ADDED, ChangeKind.SECTION_REMOVED)


def untold(redline: Redline) -> list[str]:
    """Of the data: blocks that no change or several changes hold, words that their change does not quote."""
    holders: Counter[tuple[int, int]] = Counter()
    found: list[str] = []
    for change in redline.changes:
        rows = redline.sections[change.section].rows
        if change.kind in BESIDE or (change.rows is None and change.kind not in SECTIONS):
            continue
        held = range(*change.rows) if change.rows else range(len(rows))
        holders.update((change.section, at) for at in held)
        quoted = [piece for quote in change.quotes for piece in quote]
        for at in held if change.rows else held[1:]:
            found += (f"change {change.number} does not quote {piece}" for piece in _missing(rows[at], quoted))
    for place, section in enumerate(redline.sections):
        for at, row in enumerate(section.rows):
            if holders[place, at] != (row.kind not in QUIET):
                found.append(f"{row.kind} block {at} of {section.id} is told {holders[place, at]} times")
    return found


def _missing(row: Row, quoted: list[Piece]) -> Iterator[str]:
    """What of a row is not in the quotes: each stretch of changed words, or any words where none changed."""
    parts = [*row.parts, *(cell for line in row.table for cell in line.cells)]
    for op in (Op.REMOVED, Op.ADDED):
        said = [_plain(piece.text) for piece in quoted if piece.op is op]
        for piece in (piece for part in parts for piece in part if piece.op is op and piece.text.strip()):
            if not any(_plain(piece.text)[:75] in each for each in said):
                yield f"{op}{piece.text[:60]!r}"
    words = _plain("".join(piece.text for part in parts for piece in part))
    if words and not quoted:
        yield repr(words[:60])


def _plain(text: str) -> str:
    return "".join(text.split())


def unreached(html: str) -> list[str]:
    """Of what `render` writes: see `unreached_on`."""
    return unreached_on(html5lib.parse(f"<!DOCTYPE html><body>{html}", namespaceHTMLElements=False))


def unreached_on(tree: Element) -> list[str]:
    """Of a page: marked words in no change, numbers that list and text do not share, frames that say none."""
    above: Mapping[Element, Element] = {child: each for each in tree.iter() for child in each}
    (listed,) = (each for each in tree.iter("section") if each.get("class") == "sum")
    in_list = [str(link.get("href"))[1:] for link in listed.iter("a") if str(link.get("href")).startswith("#c_")]
    inside = {id(each) for each in listed.iter()}
    text = next(tree.iter("article"), tree)
    body = [each for each in text.iter() if id(each) not in inside]
    names = [str(each.get("id")) for each in body if str(each.get("id")).startswith("c_") and each.get("id") != "c_h"]
    found = [f"{name} is listed, but is not in the text, or twice" for name in in_list if names.count(name) != 1]
    found += (f"{name} is in the text, but not listed, or twice" for name in names if in_list.count(name) != 1)
    for mark in (each for each in body if each.tag in ("ins", "del")):
        frame: Element | None = mark
        while frame is not None and frame.get("class") != "chg":
            frame = above.get(frame)
        if frame is None and above[mark].get("class") != "to" and above[mark].tag != "bdi":
            found.append(f"{mark.tag} {''.join(mark.itertext())[:60]!r} stands in no change")
    for frame in (each for each in body if each.get("class") == "chg"):
        links = [link for link in frame.iter("a") if re.fullmatch(r"#c_\d+", str(link.get("href")))]
        if not links:
            found.append(f"a frame says no number: {''.join(frame.itertext())[:60]!r}")
    return found


def problems(redline: Redline) -> list[str]:
    """All that is missing on either side."""
    return untold(redline) + unreached(render(redline, WORDS, old=CONTEXT, new=CONTEXT))


def _main(folder: Path) -> None:
    changes = blocks = quotes = wrong = 0
    for old in sorted(folder.rglob("*.old.md")):
        new = old.with_name(old.name.replace(".old.md", ".new.md"))
        redline = compare_markdown(old.read_text("utf-8"), new.read_text("utf-8"))
        changes += len(redline.changes)
        blocks += sum(row.kind not in QUIET for section in redline.sections for row in section.rows)
        quotes += sum(len(change.quotes) for change in redline.changes)
        for each in problems(redline):
            wrong += 1
            print(f"{old.name}: {each}")
    print(f"{blocks} changed blocks, {changes} changes, {quotes} quotes; {wrong} untold or unreached")


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
