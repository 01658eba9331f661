"""What a selector is about, as far as it says so."""

from __future__ import annotations

import pytest
from inforce.rules.selectors import scopes


def about(selectors: str) -> list[str]:
    """Each as its elements (`?` for any), `words`, `frame`, `whole`."""
    found = []
    for scope in scopes(selectors):
        elements = "?" if scope.elements is None else "+".join(sorted(scope.elements))
        marks = [name for name in ("words", "frame", "whole") if getattr(scope, name)]
        found.append(" ".join([elements, *marks]))
    return found


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        ("p", ["p words"]),
        ("P:hover", ["p words"]),
        ("p, img", ["p words", "img words"]),
        ("div", ["div"]),
        ("a", ["a"]),
        (".md-typeset a", ["a words"]),
        (".md-typeset > div", ["div words"]),
        (".md-typeset + div", ["div"]),
        (".md-typeset ~ p", ["p words"]),
        (".md-typeset", ["div words"]),
        (".lead", ["? words"]),
        ("div.lead", ["div words"]),
        (".md-typeset .lead a", ["a words"]),
        ("*", ["?"]),
        (".md-typeset *", ["?"]),
        ("[class]", ["?"]),
        (":not(.md-typeset)", ["?"]),
        (":not(p)", ["?"]),
        (":is(th, td)", ["td+th words"]),
        (".md-typeset table:not([class]) :is(th, td)", ["td+th words"]),
        (":is(p, .x)", ["?"]),
        (":is(p):not(q)", ["p words"]),
        (".js, .focus-visible", ["?", "?"]),
        ("#x", ["?"]),
        (":is(table td, p:first-child)", ["p+td words"]),
        (".headerlink", ["a words"]),
        (".md-typeset .admonition", ["details+div words"]),
        (".md-typeset .tabbed-labels", ["?"]),
        ("a.md-button", ["a words"]),
        (".md-button", ["div words"]),
        (".md-copyright, .md-copyright a", ["? frame", "? frame"]),
        (".md-header__title", ["? frame"]),
        (".md-nav__link", ["?"]),
        (".md-header p", ["?"]),
        (".md-header:not(.x)", ["?"]),
        (".md-grid", ["? whole"]),
        (".md-grid p", ["?"]),
    ],
)
def test_what_it_is_about(selectors: str, expected: list[str]) -> None:
    assert about(selectors) == expected


@pytest.mark.parametrize("unit", ["(", ")", ":is(", ":is(p", "a,", "> ", "a ", ".x", "[", ":is(p)"])
def test_long_selectors_end(unit: str) -> None:
    assert scopes(unit * (2000 // len(unit)))
