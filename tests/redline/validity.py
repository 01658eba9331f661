"""A validator for what redlines write: html5lib for the syntax, the content models of HTML for what may stand where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

PHRASING = frozenset({"a", "b", "bdi", "br", "code", "del", "em", "ins", "span", "strong"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FLOW = PHRASING | HEADINGS | {"article", "blockquote", "details", "div", "ol", "p", "pre", "section", "table", "ul"}
CONTENT = {
    **dict.fromkeys(("p", "span", "a", "b", "bdi", "code", "em", "strong", "ins", "del", "pre", *HEADINGS), PHRASING),
    **dict.fromkeys(("article", "blockquote", "div", "li", "section", "td", "th"), FLOW),
    "summary": PHRASING | HEADINGS,
    "details": FLOW | {"summary"},
    "ol": frozenset({"li"}),
    "ul": frozenset({"li"}),
    "table": frozenset({"thead", "tbody"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"td", "th"}),
    "br": frozenset[str](),
}
"""What each element may hold (HTML, 4.4–4.9). `ins` and `del` are transparent; ours always stand among words."""
WORDLESS = frozenset({"ol", "ul", "table", "thead", "tbody", "tr", "br"})


def problems(html: str) -> list[str]:
    """What is wrong with HTML that stands in an article. Raises html5lib's ParseError for what is no HTML at all."""
    return _found(html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html, container="div"))


def page_problems(html: str) -> list[str]:
    """What is wrong with the main part of a whole page."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return _found(next(tree.iter("main")))


def _found(tree: Element) -> list[str]:
    found: list[str] = []
    names: set[str] = set()
    _check(tree, "div", frozenset(), found, names)
    targets = (element.get("href", "") for element in tree.iter("a"))
    found += _said_above(tree)
    found += (f"{name} leads nowhere" for name in targets if name[:3] in ("#c_", "#p_") and name[1:] not in names)
    return found


def _said_above(tree: Element) -> Iterator[str]:
    """What is said of a heading that stands above it, where those who go from heading to heading miss it."""
    for section in [*tree.iter("section")] or [tree]:
        whole = [each for each in section.iter() if _is_said(each) or each.tag in HEADINGS or _was_heading(each)]
        inside = {id(child) for each in whole for child in each.iter() if child is not each}
        shown = [each for each in section.iter() if id(each) not in inside and each.tag not in ("div", "section")]
        below = False
        for before, after in pairwise(shown):
            below = before.tag in HEADINGS or _was_heading(before) or (below and _is_said(before))
            if _is_said(before) and not below and after.tag in HEADINGS and not (before.tail or "").strip():
                yield f"{''.join(before.itertext())!r} stands above {''.join(after.itertext())!r}"


def _was_heading(element: Element) -> bool:
    """Whether it is the old edition's heading, in the column that has no headings of its own."""
    return re.fullmatch(r"h\d", element.get("class") or "") is not None


def _is_said(element: Element) -> bool:
    return element.get("class") in ("ct", "to")


def _check(element: Element, tag: str, above: frozenset[str], found: list[str], names: set[str]) -> None:
    name = element.get("id")
    if name is not None:
        if not name or any(char.isspace() for char in name) or name in names:
            found.append(f"id {name!r} is used twice, or is none")
        names.add(name)
    if tag in WORDLESS and any(text and text.strip() for text in (element.text, *(child.tail for child in element))):
        found.append(f"words straight in {tag}")
    for place, child in enumerate(element):
        inner = str(child.tag)
        if inner not in CONTENT[tag]:
            found.append(f"{inner} in {tag}")
        if inner in ("ins", "del", "a") and inner in above | {"ins", "del"} & above:
            found.append(f"{inner} in {inner}")
        if inner in ("ins", "del") and above & {"ins", "del"}:
            found.append(f"{inner} in another change")
        if inner == "summary" and place:
            found.append("summary is not first")
        if inner in CONTENT:
            _check(child, inner, above | {inner}, found, names)
