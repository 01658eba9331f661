"""What the values of mkdocs.yml may be. (Each that may not be: tests/rules/test_mkdocs.py, in the whole file.)"""

from __future__ import annotations

import pytest
from inforce.rules import mkdocs_values
from inforce.rules.mkdocs_values import ICON, icons

from tests.rules.test_mkdocs import swapped, told


@pytest.mark.parametrize("pattern", [r"[\s\-]+", r"[\s\-\.]+", r"[\s,:]", *sorted(mkdocs_values._OF_MATERIAL)])
def test_how_the_search_may_part_words(pattern: str) -> None:
    quoted = pattern.replace("'", "''")
    assert told(swapped("[inforce]", f"[inforce, search: {{separator: '{quoted}', lang: en}}]")) == []


@pytest.mark.parametrize("pattern", ["(a+)+", "[a]*[a]*[a]*b", "([a]+)+", "[a]++", "a", "", "[a", "[a]|b", "[a]+[b]+"])
def test_how_it_may_not(pattern: str) -> None:
    assert told(swapped("[inforce]", f"[inforce, search: {{separator: '{pattern}'}}]")) == ["H103 6"]


def test_an_icon_stands_under_its_name_at_any_depth() -> None:
    data = {"icon": {"tag": {"a": "x/y"}, "repo": "z"}, "list": [{"toggle": {"icon": "q"}}], "logo": "no"}
    assert sorted(name for _, name in icons(data)) == ["q", "x/y", "z"]
    assert (("list", 0, "toggle", "icon"), "q") in list(icons(data))


@pytest.mark.parametrize("name", ["material/book", "fontawesome/brands/git-alt", "logo", "simple/4chan", "a_b/c"])
def test_the_name_of_an_icon(name: str) -> None:
    assert ICON.fullmatch(name)


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "a/../b", "a//b", "a/", "C:/x", "a\\b", ".x", "a/.b", "é"])
def test_what_is_none(name: str) -> None:
    assert not ICON.fullmatch(name)
