"""What selectors of a stylesheet are about: which elements, and whether those are a page's words or the theme's parts.

Only what is said plainly counts: the name of an element, or a class that stands on certain elements alone
(`rules.theme_classes`). A selector that could be about anything is taken to be about everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.rules.styles import LINES_OF_WORDS, PAGE_ALONE, Scope
from inforce.rules.theme_classes import PLACES

_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_TYPE = re.compile(r"[A-Za-z][\w-]*")
_CLASS = re.compile(r"\.(-?[_A-Za-z][\w-]*)")
_ANY_OF = re.compile(r":(?:is|where)\(")
_PAGE = "md-typeset"
"""The class of what holds a page's words."""
_BUTTONS = frozenset({"md-button", "md-button--primary"})
_TABS = "tabbed-"
_FRAME = re.compile(r"md-(?:header|footer|copyright)[\w-]*")
_WHOLE = "md-grid"
"""The class of the whole page, from one side to the other."""
_BLOCK = frozenset({"div"})
_DOWN = ("", ">")


def scopes(selectors: str) -> list[Scope]:
    """What each selector of a list is about."""
    return [_scope(one.strip()) for one in _parted(selectors)]


def _scope(selector: str) -> Scope:
    compounds, combinators = _compounds(selector)
    named = [_classes(one) for one in compounds]
    last = named[-1]
    of_theme = {one for classes in named for one in classes if _is_of_the_frame(one)}
    if of_theme or "*" in compounds[-1]:
        plain = all(_is_part(one) for one in compounds) and all(one == "" for one in combinators)
        frame = plain and bool(of_theme) and all(_FRAME.fullmatch(one) for one in of_theme)
        return Scope(frame=frame, whole=selector == f".{_WHOLE}")
    elements = _elements(compounds[-1], last)
    below = any(_PAGE in classes and combinators[at] in _DOWN for at, classes in enumerate(named[:-1]))
    own = {one for one in last if one not in (_PAGE, *_BUTTONS)}
    alone = elements is not None and elements <= PAGE_ALONE
    return Scope(elements=elements, words=below or _PAGE in last or bool(own) or bool(last & _BUTTONS) or alone)


def _is_of_the_frame(class_: str) -> bool:
    if class_.startswith("md-"):
        return class_ != _PAGE and class_ not in _BUTTONS
    return class_.startswith(_TABS) or PLACES.get(class_) == frozenset()


def _is_part(compound: str) -> bool:
    return compound == "a" or bool(_FRAME.fullmatch(compound.removeprefix(".")))


def _elements(compound: str, classes: set[str]) -> frozenset[str] | None:
    """Which elements it can be; None where that isn't said."""
    if found := _TYPE.match(compound):
        return frozenset({found[0].lower()})
    if _PAGE in classes or classes & _BUTTONS:
        return _BLOCK
    for one in classes & PLACES.keys():
        if PLACES[one]:
            return PLACES[one]
    if (found := _ANY_OF.match(compound)) is not None and (inside := _inside(compound, found.end())) is not None:
        each = [_elements(_compounds(one.strip())[0][-1], set()) for one in _parted(inside)]
        if all(each):
            return frozenset().union(*filter(None, each))
    return LINES_OF_WORDS if compound.startswith("::") else None


def _classes(compound: str) -> set[str]:
    """The classes that it must have: not those that it names as others."""
    depth, plain = 0, ""
    for char in compound:
        depth -= char in ")]"
        plain += char if depth == 0 else ""
        depth += char in "(["
    return set(_CLASS.findall(plain))


def _compounds(selector: str) -> tuple[list[str], list[str]]:
    """The parts of a selector, and what stands between them, `` for a space."""
    parts, between, depth, at = [""], [], 0, 0
    while at < len(selector):
        found = _COMBINATOR.match(selector, at) if depth == 0 else None
        if found is not None:
            between.append(found[1] or "")
            parts.append("")
            at = found.end()
            continue
        depth += (selector[at] in "([") - (selector[at] in ")]")
        parts[-1] += selector[at]
        at += 1
    return parts, between


def _parted(selectors: str) -> Iterator[str]:
    depth, begin = 0, 0
    for at, char in enumerate(selectors):
        depth += (char in "([") - (char in ")]")
        if char == "," and depth == 0:
            yield selectors[begin:at]
            begin = at + 1
    yield selectors[begin:]


def _inside(compound: str, begin: int) -> str | None:
    """What stands between the parentheses that open before `begin`; None where they don't close."""
    depth = 1
    for at in range(begin, len(compound)):
        depth += (compound[at] in "([") - (compound[at] in ")]")
        if depth == 0:
            return compound[begin:at]
    return None
