"""A stylesheet of the handbook names nothing of another host, however it writes it."""

from __future__ import annotations

import pytest
from inforce.rules.styles import on
from inforce.rules.stylesheets import addresses, check_look, check_stylesheet, unfit_style

OWN = "https://legal.example.org/"


def told(css: str) -> list[str]:
    return [f"{one.code} {one.location}" for one in check_stylesheet(css, "docs/x.css", own=OWN)]


ELSEWHERE = [
    "a { background: url(https://evil.example/x.png) }",
    "a { background: url( //evil.example/x.png ) }",
    'a { background: URL("//evil.example/x.png") }',
    "a { background: url('HTTPS://evil.example/x.png') }",
    "a { background: u\\72l(//evil.example/x.png) }",
    "a { background: \\000075 rl(//evil.example/x.png) }",
    "a { background: url(\\2f\\2f evil.example/x.png) }",
    "a { background: url('\\/\\/evil.example/x.png') }",
    "a { background: url(/\\\\evil.example/x.png) }",
    'a { background: url("/\\\nevil.example") url("/\\\n/evil.example") }',
    "a { background: url(ht\ttps://evil.example/x.png) }",
    '@import "https://evil.example/x.css";',
    "@import '//evil.example/x.css' print;",
    "@import url(//evil.example/x.css);",
    '@\\69mport "//evil.example/x.css";',
    "@import url(data:text/css,a%7B%7D);",
    'a { background: image-set("https://evil.example/x.png" 1x) }',
    'a { background: -webkit-image-set(url(//evil.example/x.png) 1x) }',
    'a { background: src("//evil.example/x.png") }',
    '@font-face { src: url("//evil.example/x.woff2") }',
    "a { --x: url(//evil.example/x.png) }",
    'a { --x: "//evil.example/x.png" }',
    "a { behavior: url(javascript:alert(1)) }",
    '/* */ a { x: "/*"; background: url(//evil.example/x.png) } /* " */',
    "a { x: '\n; background: url(//evil.example/x.png) }",
    "a { background: url(/*/*/ /evil.example) url(//evil.example/x.png) }",
    '@charset "iso-2022-jp";',
]  # fmt: skip


@pytest.mark.parametrize("css", ELSEWHERE)
def test_what_is_fetched_from_another_host_is_told(css: str) -> None:
    assert told(f"{css}\n")
    assert set(told(f"{css}\n")) <= {"H105 docs/x.css:1", "H105 docs/x.css:2"}


HERE = [
    "", "/* https://example.net/licence */ a { color: red }", "a { background: url(x.png) url('../x.png') }",
    f"a {{ background: url({OWN}handbook/x.png) }}", "a::after { content: 'a // x'; content: \"\\201C\" }",
    "a { background: url(data:image/png;base64,AAAA) }", "@font-face { src: url(data:font/woff2;base64,AAAA) }",
    '@charset "UTF-8";\na { color: red }', "@import 'more.css';", "a:hover > b::before { margin: -1px calc(1px / 2) }",
    "/* never ends //evil.example", "a { background: url() }", "a { content: ' (https://example.org/)' }",
]  # fmt: skip


@pytest.mark.parametrize("css", HERE)
def test_what_lies_here_is_not(css: str) -> None:
    assert told(css) == []


def test_the_line_is_told() -> None:
    assert told("a {\n  color: red;\n  background: url(//evil.example/x.png);\n}\n") == ["H105 docs/x.css:3"]


@pytest.mark.parametrize("unit", ['"', "'", "url(", "/*", "\\", "\\6", "a", "url(\\", "\\\n"])
def test_long_input_ends(unit: str) -> None:
    assert len(list(addresses(unit * (200_000 // len(unit))))) <= 200_000


def unfit(css: str) -> list[str]:
    return [f"{one.code} {one.location.line}" for one in check_look(css, "docs/x.css")]


DECEIVING = [
    ".md-typeset h1 { position: fixed; top: 0 }", "p { display: none }", "@media print { p { display: none } }",
    'a::after { content: "www.example.org" }', "a { font-size: 0 }", "p { opacity: .01 }", "p { visibility: hidden }",
    "@font-face { font-family: X; src: url(x.woff2) }", "body { font-family: X }", "body { font: 1em Wingdings }",
    ".x { direction: rtl; unicode-bidi: bidi-override }", ":root { --x: none } p { display: var(--x) }",
    'body { background: url("x.png") }', "p { color: white }", "a { color: #fff }", "a { color: transparent }",
    "p { background-color: black }", "p { text-indent: -99em }", "p { clip-path: inset(0) }", "p { scale: 0 }",
    "p { transform: translate(9em) }", "p { margin-left: 900px }", "p { margin: -1em }", "p { width: 1px }",
    "p { height: 0 }", "p { max-height: 1em; overflow: hidden }", ".md-typeset { overflow: hidden }",
    ".md-header, .md-typeset { overflow: hidden }", ".md-copyright, p { color: var(--md-footer-fg-color--light) }",
    "p { line-height: 0 }", "li { list-style: \"a\" }", "p { letter-spacing: -1em }", "p { float: right }",
    "img, p { float: right }", ":is(x img, p:not(y img:z)) { height: 0 }", "p { font-size: .5em }",
    "img { opacity: 0 }",
    "p { text-decoration: line-through 1em }", "p { border-image: url(x.png) }", "p { animation: x 1s }",
    "p { order: 2 }", "p { content-visibility: hidden }", "p { text-transform: uppercase }", "p { zoom: .01 }",
    "p { quotes: none }", "p { mask: none }", "p { mix-blend-mode: difference }", "p { filter: blur(1em) }",
    "p { text-shadow: 1px 1px red }", "p { -webkit-text-fill-color: transparent }", "p { all: unset }",
    ":root { --md-primary-fg-color: #fff }", ":root { --md-default-fg-color: #fff }", ":root { --md-text-font: X }",
    "p { color: var(--md-primary-bg-color) }", "p { color: var(--md-default-fg-color--lightest) }",
    # words that are squeezed away, in what scrolls or ends with dots
    ".x { width: 1em; overflow: auto; white-space: nowrap }", ".md-header__title { max-width: 2em }",
    ".md-typeset p { overflow-x: auto }", ".md-typeset .x { white-space: nowrap }", "div.x { max-width: 1em }",
    ".md-header__topic { padding-left: 64px }", "header div { max-width: 10em }", "div { padding: 0 25% }",
    "[class] { width: 10em }", "* { font-size: 4rem }", ".md-typeset ~ div { width: 10em }",
    ":not(.md-typeset) { margin: 4em }", "a:not(.md-typeset p) { margin: 4em }", ".md-typeset pre { width: 5% }",
    ".md-typeset table { max-width: 1em }", ".md-typeset pre { overflow: visible }", "td { max-width: 8em }",
    ".md-typeset .tabbed-labels { max-width: 8em }", ".md-grid { max-width: 8em }", "x .md-grid { max-width: 80em }",
    ".md-grid, p { max-width: 1em }", ".md-typeset div { width: 320px }", ".md-nav__link { font-size: 4rem }",
    # lines that strike words, or no longer do
    "p { text-decoration: line-through }", "del { text-decoration: none }", "s { text-decoration: underline }",
    ".md-typeset ins { text-decoration-line: none }", "* { text-decoration: underline }",
    ".x { text-decoration: none }",
    ":is(a, del) { text-decoration: underline }", "p { text-decoration: none }", "strong { padding-top: 14px }",
    "strong { border-top: 1em solid white }", ".md-typeset .x { border: 1em solid }", "a { padding: 1em }",
    ":is(p, b) { padding: 1em }", ".js { font-size: 4rem }",
    # written so that somebody reads it otherwise
    "p { disp\\6cay: none }", "p { d\\69splay: none }", "p { /* */ display: none }",
    "p { color: inherit; display: none",
    "p { a { display: none } }", "p { color: inherit } } q { color: red }", "@media print { p { color: inherit }",
    "@supports (color: red) { p { display: none } }", "@layer x { p { display: none } }",
    "@keyframes x { to { top: 0 } }",
    'a[title="/*"] { color: inherit } p { display: none } /* "] { } */', "a[title='] { } p { display: none } /*'] { }",
    "a[ { color: inherit } ] p { display: none }", "<!-- p { display: none } -->", "p { color: inherit } /* { }",
    "url({) p { display: none }", "p { DISPLAY : NONE }", "p { display:none!important }", "@import url(x.css;", "p",
    "@import 'x.css' layer(x) { }", "@namespace x 'y';", "@page { margin: 0 }", "p { words }", "p { : x }",
]  # fmt: skip


@pytest.mark.parametrize("css", DECEIVING)
def test_a_stylesheet_that_could_deceive(css: str) -> None:
    found = unfit(f"h1 {{ color: inherit }}\n{css}\n")
    assert found
    assert set(found) <= {"H112 2", "H112 3"}


HONEST = [
    "", "/* nothing */", '@charset "UTF-8";', "@import 'more.css';", "@import url(more.css) print;",
    ".md-typeset a:not(.headerlink, .md-button) { text-decoration: underline; text-underline-offset: .15em }",
    ".md-copyright, .md-copyright a { color: var(--md-footer-fg-color--light) }",
    ".md-header__ellipsis { overflow: hidden }",
    ".md-typeset pre > code { white-space: pre-wrap; overflow-wrap: anywhere }",
    ":root { --md-primary-fg-color: #c8102e; --md-primary-fg-color--light: #ECB7B7; --md-primary-fg-color--dark: #903}",
    '[data-md-color-scheme="slate"] { --md-accent-fg-color: #526cfe }',
    "@media (max-width: 40em) { .md-typeset table { width: 100%; font-size: .7rem } }",
    "@media print { h2 { break-before: page } }", ".md-typeset img { width: 3em; float: right; margin: 0 0 1em 1em }",
    "td:nth-child(2), th[scope='col'] { text-align: right; vertical-align: top; padding: .5em 1em }",
    ".md-typeset table td { white-space: nowrap; min-width: 12em; width: 30% }", ".md-grid { max-width: 1440px }",
    ".md-typeset pre, .md-typeset pre > code { overflow-x: auto; border-radius: .4rem }",
    ".md-typeset code { border: 1px solid #ccc; padding: .1em .4em }", "a.md-button { text-decoration: none }",
    ".md-typeset .admonition { border-left: .2rem solid #c8102e; font-size: .8rem }", "abbr { text-decoration: none }",
    ".md-typeset { font-size: .9rem; line-height: 1.7 }", ".md-typeset div.lead { padding: 1em; max-width: 40rem }",
    ".md-typeset .lead { font-size: 1.2rem; margin-left: 1em }",
    ".md-button { padding: .6em 1.5em; border-radius: 1em }",
    ".md-typeset a:hover { text-decoration: underline double }",
    "h2 { border-bottom: 1px solid #ddd; padding: 0 0 .2em }",
    ".md-typeset table:not([class]) :is(th, td) { min-width: 0; padding: .6em .7em }",
    ".md-nav__title { font-weight: 400 }",
    ".md-typeset figure { width: fit-content; margin: 1em auto }", ".md-header { font-family: serif }",
    ".md-typeset ul li { margin-bottom: .2em }", ".md-typeset :is(h1, h2) { font-weight: 600; padding-top: 1em }",
    "blockquote { border-left: 3px solid #c8102e; border-radius: .2rem; padding-inline-start: 1em; }",
    "h1 { font-weight: 700; font-size: 1.8rem; line-height: 1.2; margin: 0 auto !important }",
    "ul { list-style: square inside }\ncode { font-family: monospace }\np { color: var(--md-default-fg-color) }",
    "a[href*='\u00e9'] { color: inherit }\n/* 'it's' */\nb { font-weight: bold }",
]  # fmt: skip


@pytest.mark.parametrize("css", HONEST)
def test_an_honest_stylesheet(css: str) -> None:
    assert unfit(css) == []


def test_each_declaration_is_told_at_its_line() -> None:
    assert unfit("p {\n  color: inherit;\n\n  display: none;\n  opacity: 0\n}\n") == ["H112 4", "H112 5"]


@pytest.mark.parametrize(
    "unit", ["(", "()", "a{", "}", "@media x{", "a{display:none}", "/*", '"', "a,", "img ", ";", "\n"]
)
def test_long_stylesheets_end(unit: str) -> None:
    assert len(unfit(unit * (200_000 // len(unit)))) <= 20


@pytest.mark.parametrize(
    "style",
    [
        "position: fixed", "POSITION:absolute", "color: red; z-index: 9", "inset:0", "transform: scale(9)", "top: 0",
        "margin-top: -10em", "margin:0 -1px", "margin: -.5em", "pointer-events: none", "display: none", "opacity: 0",
        "pos\\69tion: fixed", "width: calc(0px - 9px)", "color: red; /**/position: fixed", "words", "--x: 1",
        "font-size: 0", "visibility: hidden", "content: 'x'", "filter: blur(9px)", "margin: var(--x)",
        "white-space: nowrap", "overflow: auto", "max-width: 1em", "text-decoration: line-through", "width: 320px",
        "color: white", "color: #333", "background-color: rgb(1, 2, 3)", "background: url(x-1.png)", "float: right",
    ],
)  # fmt: skip
def test_a_style_that_could_move_or_hide_words(style: str) -> None:
    assert unfit_style(style, on("p")) is not None


@pytest.mark.parametrize(
    "style",
    [
        "", "text-align: center", "text-align: left;", "width: 50%", "margin: 0 auto", "border-left: 1px solid",
        "list-style: none", "vertical-align: top; padding: 1em", "max-width: 30em", "text-decoration: underline",
    ],
)  # fmt: skip
def test_a_style_that_does_not(style: str) -> None:
    assert unfit_style(style, on("p")) is None


def test_what_may_be_about_anything_is_told_with_what_to_say_it_is_about() -> None:
    (one,) = check_look(".lead { padding: 1em }", "docs/x.css")
    assert "div.lead" in one.remedy
    (one,) = check_look("p { opacity: 0 }", "docs/x.css")
    assert "div.lead" not in one.remedy
