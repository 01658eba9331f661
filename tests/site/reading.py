"""Read made pages as a browser would, strictly."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib


def tree(html: str) -> Element:
    """The document; a parse error is an error here."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root = parser.parse(html)
    assert isinstance(root, Element)
    return root


def shown(element: Element) -> str:
    """Its words where scripts run, whitespace made one space."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    if element.tag != "noscript":
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


def of_class(root: Element, name: str) -> list[Element]:
    """The elements of a class."""
    return [each for each in root.iter() if name in each.get("class", "").split()]


def notices(root: Element) -> Iterator[tuple[str, bool]]:
    """(words, hidden) of each notice of where a version stands."""
    for each in of_class(root, "st"):
        yield shown(each), "hidden" in each.attrib
