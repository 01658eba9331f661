"""What a declaration may say, by what it is about. (Whole rules: test_stylesheets.py.)"""

from __future__ import annotations

import pytest
from inforce.rules.styles import Scope, fits

WORDS, PICTURES, FRAME = Scope(), Scope(picture=True), Scope(frame=True)


@pytest.mark.parametrize(
    ("declaration", "scopes"),
    [
        ("text-align: center", {WORDS, PICTURES, FRAME}),
        ("TEXT-ALIGN:CENTER!important", {WORDS, PICTURES, FRAME}),
        ("float: left", {PICTURES}),
        ("height: 0", {PICTURES}),
        ("height: auto", {WORDS, PICTURES, FRAME}),
        ("width: 900px", {PICTURES}),
        ("overflow: hidden", {FRAME}),
        ("overflow: auto", {WORDS, PICTURES, FRAME}),
        ("color: var(--md-footer-fg-color)", {FRAME}),
        ("color: black", set()),
        ("display: block", set()),
        ("margin: 0 auto 1em", {WORDS, PICTURES, FRAME}),
        ("margin: 0 auto 5em", set()),
        ("margin: -0 auto", set()),
        ("padding: 1e3px", set()),
        ("border: 1px solid red", {WORDS, PICTURES, FRAME}),
        ("border: 100px solid red", set()),
        ("text-align", set()),
        ("text-align:", set()),
    ],
)
def test_what_fits(declaration: str, scopes: set[Scope]) -> None:
    assert {scope for scope in (WORDS, PICTURES, FRAME) if fits(declaration, scope)} == scopes


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
