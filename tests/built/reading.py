"""Read a built site: its pages as element trees, its words, its links, its index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from inforce.site.all_pages import KINDS

from tests.built.building import ROOT

INLINE = frozenset(["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "em", "i", "ins", "mark", "q", "s"])
INLINE |= frozenset(["small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"])
"""Elements that don't part words; all others do."""
OF_MATERIAL = (*(path.name for path in (ROOT / "docs").iterdir() if path.is_dir()), "search", "assets")
"""Top folders that MkDocs Material fills; all else is ours."""


def parse(html: str) -> tuple[Element, list[str]]:
    """The tree of a document, and every error of its markup by the HTML standard, with its line."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree: Element = parser.parse(html)
    return tree, [f"line {place[0]}: {code} {details}" for place, code, details in parser.errors]


@cache
def tree(path: Path) -> Element:
    """The tree of a page's file."""
    return parse(path.read_text(encoding="utf-8"))[0]


def pages(site: Path) -> Iterator[Path]:
    """Every HTML page, fragments left out."""
    for path in sorted(site.rglob("*.html")):
        if path.relative_to(site).parts[0] != "api":
            yield path


def our_pages(site: Path) -> list[Path]:
    """The pages that Inforce makes itself. There are some: what holds for all pages of an empty site proves nothing."""
    found = [path for path in pages(site) if path.relative_to(site).parts[0] not in OF_MATERIAL]
    assert len(found) > 10, f"{site} has only {len(found)} pages"
    return found


def kind_of(page: str) -> str:
    """The kind of the page in a file of ours, by its path below the site's root."""
    return next(kind.name for kind in KINDS if any(_fits(page, path) for path in kind.paths))


def _fits(page: str, path: str) -> bool:
    parts = page.removesuffix("index.html").split("/"), path.split("/")
    return len(parts[0]) == len(parts[1]) and all(map(fnmatchcase, *parts))


def index(site: Path) -> dict[str, Any]:
    """`/api/v1/index.json`. It has policies, and they have versions."""
    found: dict[str, Any] = json.loads((site / "api/v1/index.json").read_text(encoding="utf-8"))
    assert found["policies"]
    assert all(policy["versions"] for policy in found["policies"])
    return found


def words(element: Element) -> str:
    """What can be read of an element; blocks stand apart."""
    parts: list[str] = []

    def walk(each: Element) -> None:
        if not isinstance(each.tag, str):  # a comment
            return
        apart = each.tag not in INLINE
        parts.append(" " if apart else "")
        parts.append(each.text or "")
        for child in each:
            walk(child)
            parts.append(child.tail or "")
        parts.append(" " if apart else "")

    walk(element)
    return " ".join("".join(parts).split())
