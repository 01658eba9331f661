"""What a declaration may say, by what it is about. (Whole rules: test_stylesheets.py.)"""

from __future__ import annotations

import pytest
from inforce.rules.styles import WORDS, Scope, fits, on

SCOPES = {
    "anything": WORDS, "frame": Scope(frame=True), "whole": Scope(whole=True), "picture": on("img"), "block": on("p"),
    "line": on("span"), "cell": on("td"), "listing": on("pre"), "table": on("table"), "struck": on("del"),
    "link": on("a"),
}  # fmt: skip
_OF_WORDS = "picture block line cell listing table struck link"


@pytest.mark.parametrize(
    ("declaration", "scopes"),
    [
        ("text-align: center", f"anything frame whole {_OF_WORDS}"),
        ("TEXT-ALIGN:CENTER!important", f"anything frame whole {_OF_WORDS}"),
        ("height: auto", f"anything frame whole {_OF_WORDS}"),
        ("float: left", "picture"),
        ("height: 0", "picture"),
        ("width: 900px", "picture"),
        ("width: 1em", "picture cell"),
        ("width: 10em", "picture block cell"),
        ("width: 100%", "picture block cell table listing"),
        ("width: 30%", "picture block cell"),
        ("max-width: 1em", "picture"),
        ("max-width: 40rem", "picture block listing table"),
        ("max-width: 60rem", "picture block listing table whole"),
        ("min-width: 20em", "picture cell"),
        ("min-width: 0", _OF_WORDS),
        ("overflow: hidden", "frame"),
        ("overflow: auto", "listing table"),
        ("overflow: visible", ""),
        ("white-space: nowrap", "listing table cell"),
        ("white-space: pre-wrap", f"anything frame whole {_OF_WORDS}"),
        ("color: var(--md-footer-fg-color)", "frame"),
        ("color: black", ""),
        ("display: block", ""),
        ("margin: 0 auto 1em", _OF_WORDS),
        ("margin: 0 auto 5em", ""),
        ("margin: -0 auto", ""),
        ("padding: 1em", "block cell listing table"),
        ("padding: .1em 1em", _OF_WORDS),
        ("padding: .1em 1em 1em", "block cell listing table"),
        ("padding: 0 1em 0 1em 0", "block cell listing table"),
        ("padding: 1e3px", ""),
        ("border: 1px solid red", _OF_WORDS),
        ("border: 4px solid red", "block cell listing table"),
        ("border-top: 1em solid", "block cell listing table"),
        ("border: 100px solid red", ""),
        ("border-radius: 1em", _OF_WORDS),
        ("font-size: 2em", _OF_WORDS),
        ("line-height: 1.2", _OF_WORDS),
        ("line-height: 1em", ""),
        ("text-decoration: underline dotted", "picture block line cell listing table link"),
        ("text-decoration-line: line-through", ""),
        ("text-decoration: none", "link"),
        ("text-align", ""),
        ("text-align:", ""),
    ],
)
def test_what_fits(declaration: str, scopes: str) -> None:
    assert {name for name, scope in SCOPES.items() if fits(declaration, scope)} == set(scopes.split())


@pytest.mark.parametrize(
    ("colour", "fit"),
    [
        ("#fff", False),
        ("#ffffff", False),
        ("#949494", True),
        ("#959595", False),
        ("#000", True),
        ("red", False),
        ("#00000000", False),
        ("rgb(0,0,0)", False),
    ],
)
def test_a_brands_colour_can_be_told_from_white(colour: str, fit: bool) -> None:
    assert fits(f"--md-primary-fg-color: {colour}") is fit
