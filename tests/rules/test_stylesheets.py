"""A stylesheet of the handbook names nothing of another host, however it writes it."""

from __future__ import annotations

import pytest
from inforce.rules.stylesheets import addresses, check_stylesheet, unfit_style

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


@pytest.mark.parametrize(
    "style",
    [
        "position: fixed", "POSITION:absolute", "color: red; z-index: 9", "inset:0", "transform: scale(9)", "top: 0",
        "margin-top: -10em", "margin:0 -1px", "margin: -.5em", "pointer-events: none", "display: none", "opacity: 0",
        "pos\\69tion: fixed", "width: calc(0px - 9px)", "color: red; /**/position: fixed", "words", "--x: 1",
        "font-size: 0", "visibility: hidden", "content: 'x'", "filter: blur(9px)", "margin: var(--x)",
    ],
)  # fmt: skip
def test_a_style_that_could_move_or_hide_words(style: str) -> None:
    assert unfit_style(style) is not None


@pytest.mark.parametrize(
    "style",
    [
        "", "text-align: center", "text-align: left;", "width: 50%", "color: #333; background-color: rgb(1, 2, 3)",
        "background: url(x-1.png)", "margin: 0 auto", "border-left: 1px solid", "list-style: none", "float: right",
    ],
)  # fmt: skip
def test_a_style_that_does_not(style: str) -> None:
    assert unfit_style(style) is None
