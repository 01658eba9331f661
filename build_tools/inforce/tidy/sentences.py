"""One sentence on a line, so that two people's edits of one paragraph merge. A page shows the same.

A line ends only where it is certain that a sentence does. A paragraph whose words the reader would then read otherwise
stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from inforce.model.text import words
from inforce.reader.blocks import read_blocks
from inforce.reader.commonmark import inline_tokens
from inforce.reader.findings import Findings
from inforce.reader.inline import pieces
from inforce.reader.labels import follows, typed_label
from inforce.reader.places import Words
from inforce.reader.wording import wording
from inforce.rules.readings.tables import phrases_for
from inforce.tidy.mending import applied
from inforce.tidy.page import Block, Edit, Page

_SPACE = re.compile(r"[ \n]+|(?<=[。！？｡])(?=\S)")
_END = re.compile(r"(?P<sign>[.!?…؟।]+|[。！？｡])(?P<closers>(?:[ \n\u00a0\u202f]?»|[\"'”“’«)\]*_」』）】》])*)$")
_WORD = re.compile(r"[\w.-]+$")
_BLOCK = re.compile(r"[-+*>#|=~`]|[0-9]{1,9}[.)]|\{|:?-")
_NUMBERED = re.compile(r"(?P<lead>§+ ?|(?:[0-9]{1,3}\.)+)(?P<counter>[0-9]{1,3})(?P<after>[.)]?)(?=\s+\S)")
_OPENS = "\"'“„«»‚‘([*_¿¡「『（【《 \n\u00a0\u202f"
_ORDINALS = frozenset({"de", "pl", "cs", "da", "nb", "no", "fi", "hu", "sk", "sl", "hr", "et", "lv", "tr", "sr"})
"""Languages in which "10." is the tenth."""
_TURNED = frozenset({"de", "da"})
"""Languages that may write »so«."""
_ABBREVIATED = frozenset("art no nr dr prof vs cf tel max min st ca p pp".split())  # noqa: SIM905
"""Words that end with a full stop in the midst of a sentence of any language."""
_LONGEST_BEFORE = 60


def sentences(source: str, language: str = "en") -> str:
    """A normalised text with one sentence on a line, in its paragraphs and items."""
    page = Page(source, language)
    told = wording(read_blocks(source, Findings(""), language))
    mends = [edits for block in page.blocks if block.kind == "paragraph" if (edits := tuple(_edits(page, block)))]
    mended = applied(source, mends)
    if _says(mended, language) != told:
        mends = [edits for edits in mends if _says(applied(source, [edits]), language) == told]
        mended = applied(source, mends)
    return mended if _says(mended, language) == told else source


def _says(text: str, language: str) -> tuple[tuple[str, str], ...]:
    return wording(read_blocks(text, Findings(""), language))


def _edits(page: Page, block: Block) -> Iterator[Edit]:
    text = block.words.text
    free, soft = _places(text)
    labelled = _labelled(text)
    margin = page.margin(block.begin, block.inside)
    for found in _SPACE.finditer(text):
        begin, end = found.span()
        if end == len(text) or begin == 0:
            continue
        is_wide = begin == end
        breaks = soft.intersection(range(begin, end))
        at_end = (begin in free if is_wide else free.issuperset(range(begin, end))) and _ends(
            text, begin, end, page.language
        )
        if is_wide and not (at_end and not _join(text[begin - 1], text[end])):
            continue
        if at_end:
            new = f"\n{margin}"
        elif breaks and end not in labelled:
            new = _join(text[begin - 1], text[end])
        else:
            continue
        start, stop = page.at(block.words, begin - 1) + 1, page.at(block.words, end)
        if page.source[start:stop] != new:
            yield Edit(start=start, end=stop, text=new)


def _places(text: str) -> tuple[set[int], set[int]]:
    """The offsets of words outside all markup, and those where a line ends that might as well go on."""
    free, soft, depth = set[int](), set[int](), 0
    for token in inline_tokens(text):
        depth += token.nesting
        at: int = token.meta["at"]
        if token.type == "softbreak":
            soft.add(at)
            free.update((at, *range(at, at + 1)) if depth == 0 else ())
        elif token.type == "text" and depth == 0:
            free.update(range(at, at + len(token.content)))
        elif token.type.endswith("_close") and depth == 0:
            free.add(at + len(token.markup))
    for at in soft:  # the spaces beside a line's end belong to it
        for step in (-1, 1):
            beside = at + step
            while 0 <= beside < len(text) and text[beside] == " ":
                free.add(beside)
                beside += step
    return free, soft


def _labelled(text: str) -> set[int]:
    """Where the words of lines begin whose labels count on: they were meant to stand apart."""
    found: set[int] = set()
    before: tuple[int, str] | None = None
    at = 0
    for line in text.split("\n"):
        words_at = at + len(line) - len(line.lstrip(" "))
        numbered = _NUMBERED.match(text, words_at)
        label = numbered[0] if numbered else typed_label(line)
        if label:
            if before and (follows(before[1], label) or _counts_on(before[1], label)):
                found |= {before[0], words_at}
            before = words_at, label
        at += len(line) + 1
    return found


def _counts_on(before: str, label: str) -> bool:
    """Whether `1.2.` follows `1.1.`, or `§ 2` follows `§ 1`."""
    first, second = (_NUMBERED.match(f"{one} x") for one in (before, label))
    return bool(
        first
        and second
        and (first["lead"], first["after"]) == (second["lead"], second["after"])
        and int(second["counter"]) == int(first["counter"]) + 1
    )


@cache
def _join(before: str, after: str) -> str:
    """What the reader puts in the place of a line's end between two characters."""

    joined = words(pieces(Words(f"{before}\n{after}", [(1, 1), (2, 1)]), (), lambda *_: None))
    return joined[len(before) : len(joined) - len(after)]


def _ends(text: str, begin: int, end: int, language: str) -> bool:
    """Whether a sentence ends before `begin`, and another begins at `end`."""
    before, after = text[max(begin - _LONGEST_BEFORE, 0) : begin], text[end:]
    found = _END.search(before)
    if not found or _BLOCK.match(after) or (after[0] == "»" and language not in _TURNED):
        return False
    if found["sign"] in "。！？｡":
        return after[0] not in "」』”’）】》*。！？｡"
    first = after.lstrip(_OPENS)[:1]
    if not first.isalnum() or first.islower():
        return False
    if found["sign"] == "." and first.isdigit():
        return False  # a word before a number may be a short one: Musterstr. 1
    return bool(found["sign"] != "." or _ends_with_word(before[: found.start()], found["closers"], language))


def _ends_with_word(before: str, closers: str, language: str) -> bool:
    """Whether the full stop after these words ends their sentence, and doesn't shorten the last one."""
    found = _WORD.search(before)
    if not found:
        return bool(before.strip()) and before[-1] in "\"'”’»)]*_%€$`"
    word = found[0].strip("-")
    known = {*phrases_for(language).abbreviations.split(), *_ABBREVIATED}
    if word.lower().rpartition(".")[2] in known or word.lower() in known:
        return False
    if word.isdigit():
        return bool(closers) or (len(word) > 2 and language.split("-")[0] not in _ORDINALS) or len(word) == 4
    if re.fullmatch(r"[IVXLC]{1,5}", word):
        return False
    parts = word.split(".")
    return len(parts[-1]) > 1 and not (len(parts) > 1 and all(len(part) <= 2 for part in parts))
