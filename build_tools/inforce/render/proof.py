"""The words of a section's HTML, read back from what will be published, to be compared with the words of its source.

Generated numbers (`a.n`), numbers of references (`span.ref`) and marks (`span.unk-note`) are not words of the policy.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import zip_longest

from inforce.model.text import Position, Section, Table
from inforce.parse.wording import digest_of, plain, wording

_PIECE = re.compile(r"<(/?)([a-z0-9]+)((?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>|([^<]+)")
_GENERATED = re.compile(r' class="(?:n|ref|unk-note)"')
_BLOCKS = {"h2": "h1", "h3": "h2", "h4": "h3", "p": "p", "td": "cell", "th": "cell"}
_VOID = frozenset({"br"})
_SECTION = re.compile(r"\s*<section id=\"([a-z][a-z0-9-]*)\"[^>]*>(.*)", re.DOTALL)


def html_wording(html: str) -> tuple[tuple[str, str], ...]:
    """The (kind, words) of each block in cleaned HTML, as `parse.wording.wording` gives them for the source."""
    pairs: list[tuple[str, str]] = []
    lists: list[str] = []
    kind = ""
    words: list[str] = []
    skipped = 0

    def finish() -> None:
        nonlocal kind
        text = plain(unescape("".join(words)))
        words.clear()
        if kind or text:
            pairs.append((kind, text))
        kind = ""

    for piece in _PIECE.finditer(html):
        closes, tag, attributes, text = piece.groups()
        if text is not None:
            if not skipped:
                words.append(text)
        elif skipped:
            if tag not in _VOID:
                skipped += -1 if closes else 1
        elif tag == "br":
            words.append(" ")
        elif not closes and attributes and _GENERATED.search(attributes):
            skipped = 1
        elif tag in _BLOCKS:
            finish()
            if not closes:
                kind = "clause" if tag == "p" and ' class="cl"' in attributes else _BLOCKS[tag]
        elif tag in ("ul", "ol"):
            finish()
            if closes:
                lists.pop()
            else:
                lists.append("item" if tag == "ul" else "step")
        elif tag == "li":
            finish()
            if not closes:
                kind = f"{lists[-1]}{len(lists)}"
    finish()
    return tuple(pairs)


def page_digest(html: str) -> str | None:
    """The digest of the words (`w1:`) of the edition that a page of a version shows, read back from the page alone.

    None for a page without such a text, and for one whose article has a word between its sections. Nothing is asked
    about numbers, about what stands around the article, or about how a browser would show it.
    """
    article = html.partition("<article")[2].partition(">")[2].partition("</article>")[0]
    *sections, rest = article.split("</section>")
    found = [_SECTION.fullmatch(section) for section in sections]
    if rest.strip() or not found or None in found:
        return None
    try:
        pairs = [[each[1], digest_of([list(pair) for pair in html_wording(each[2])])] for each in found if each]
    except IndexError:  # a list that ends before it begins
        return None
    return digest_of(pairs)


def lost_words(section: Section, html: str) -> tuple[Position, str, str] | None:
    """The first block whose words differ between source and HTML: (its place, source words, HTML words); or None."""
    source, shown = wording(section), html_wording(html)
    if source == shown:
        return None
    places = [
        place
        for block in section.blocks
        for place in ([cell.at for row in block.rows for cell in row] if isinstance(block, Table) else [block.at])
    ]
    nothing = ("", "")
    for place, ours, theirs in zip_longest(places, source, shown, fillvalue=None):
        if ours != theirs:
            at = place if isinstance(place, Position) else places[-1]
            return at, (ours or nothing)[1], (theirs or nothing)[1]
    return None
