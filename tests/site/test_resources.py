"""The package's own templates, catalogs and assets: all there, and light without losing anything."""

from __future__ import annotations

import re

import pytest
from inforce.site.resources import _SPACES, _light, assets, catalogs, templates
from jinja2 import Environment


def test_every_template_can_be_compiled_and_each_one_it_names_is_there() -> None:
    found = templates()
    assert {"base.html", "policy.html", "history.html", "cookies.html", "contact.html", "missing.html"} <= set(found)
    for source in found.values():
        Environment().parse(source)
        named = re.findall(r"""{%-?\s*(?:extends|include|import|from)\s*["']([^"']+)""", source)
        assert set(named) <= set(found)


def test_catalogs_of_languages() -> None:
    assert {"en", "fr", "ar"} <= set(catalogs())


def test_assets_have_no_comments_and_no_wide_spaces() -> None:
    found = assets()
    assert {"assets/inforce.css", "assets/inforce.js"} <= set(found)
    for path, data in found.items():
        text = data.decode()
        assert len(text) > 20, path
        assert not re.search(r"^\s*(//|/\*)", text, re.MULTILINE), path
        assert "\n\n" not in text, path


@pytest.mark.parametrize(
    ("kind", "text", "light"),
    [
        ("css", "/* note */\na {\n  color: red;\n  margin: 0 1px\n}\n", "a{color:red;margin:0 1px}\n"),
        ("css", 'a::before { content: "a { b }" }\n', 'a::before{content:"a { b }"}\n'),
        ("css", "a :hover { top: calc(1px + 2px) }", "a :hover{top:calc(1px + 2px)}\n"),
        ("js", "// note\nconst a = (b, c) => b;\n", "const a=(b,c)=>b;\n"),
        ("js", 'const a = "x = { y }";\n', 'const a="x = { y }";\n'),
        ("js", "const a = `x = ${ y }`;\n", "const a=`x = ${ y }`;\n"),
        ("js", "a = b - 1 + c", "a=b - 1 + c\n"),
    ],
)
def test_white_space_goes_only_where_it_means_nothing(kind: str, text: str, light: str) -> None:
    assert _light(text, _SPACES[kind]) == light
