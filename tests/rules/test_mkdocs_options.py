"""Which options of Markdown's extensions show words. (In whole files: tests/rules/test_mkdocs.py.)"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import walk_packages
from typing import Any

import pytest
from inforce.reader.yaml.document import read_yaml
from inforce.rules.mkdocs_options import _HOLDING, OPTIONS, unfit_options, words_of_options
from markdown import Markdown

NOT_OFFERED = {
    "pymdownx.b64": "reads files",
    "pymdownx.snippets": "reads files",
    "pymdownx.emoji": "takes pictures from another host",
    "pymdownx.pathconverter": "turns links to other places",
}
REFUSED = {
    "abbr": {"glossary"},
    "codehilite": {"pygments_formatter"},
    "footnotes": {"PLACE_MARKER"},
    "pymdownx.arithmatex": {"tex_inline_wrap", "tex_block_wrap", "block_tag", "inline_tag"},
    "pymdownx.blocks.caption": {"types"},
    "pymdownx.blocks.html": {"custom"},
    "pymdownx.blocks.tab": {"slugify"},
    "pymdownx.highlight": {"extend_pygments_lang", "auto_title_map", "_enabled"},
    "pymdownx.inlinehilite": {"custom_inline"},
    "pymdownx.keys": {"key_map"},
    "pymdownx.magiclink": {"shortener_user_exclude", "labels", "custom"},
    "pymdownx.striphtml": {"strip_attributes"},
    "pymdownx.superfences": {"custom_fences"},
    "pymdownx.tabbed": {"slugify"},
    "toc": {"slugify"},
    "wikilinks": {"build_url"},
}
"""Options that can show words, run something or read files, whatever their value."""


def unfit(text: str) -> list[str]:
    """The options that are told of, in a file of extensions and their options."""
    document, problems = read_yaml(f"{text}\n", "mkdocs.yml")
    assert document is not None, problems
    return [one for name, options in document.data.items() for _, one in unfit_options(name, options)]


def installed() -> list[str]:
    """The names of all extensions that come with Material."""
    own = {one.name for one in entry_points(group="markdown.extensions") if one.value.startswith("markdown.")}
    found = {f"pymdownx.{one.name}" for one in walk_packages(import_module("pymdownx").__path__)}
    found |= {f"pymdownx.blocks.{one.name}" for one in walk_packages(import_module("pymdownx.blocks").__path__)}
    found -= {"pymdownx.blocks", "pymdownx._bypassnorm"}  # what others are made of
    brought = [name for name in found if hasattr(import_module(name), "makeExtension")]
    return sorted({name.removeprefix("markdown.extensions.") for name in own} | set(brought))


@pytest.mark.parametrize("name", installed())
def test_every_extension_and_each_of_its_options_is_judged(name: str) -> None:
    if name in NOT_OFFERED:
        assert name not in OPTIONS
        return
    known: Any = Markdown().build_extension(name, {}).config
    if name not in _HOLDING:
        known = known.keys() - REFUSED.get(name, set())
        strikes = {"smart_insert", "insert", "superscript", "smart_delete", "delete", "subscript"}
        assert OPTIONS[name].keys() - known <= (strikes if name in ("pymdownx.caret", "pymdownx.tilde") else set())
        assert known <= OPTIONS[name].keys()


HONEST = [
    "toc: {permalink: true, toc_depth: 3, title: Sommaire, permalink_title: Lien permanent}",
    "toc: {permalink: '#', separator: '_', baselevel: 2}",
    "toc: {permalink: \u2693\ufe0e, toc_depth: 2-4}",
    "footnotes: {BACKLINK_TEXT: '&#8593;', BACKLINK_TITLE: 'Retour \u00e0 la note {}', SUPERSCRIPT_TEXT: '[{}]'}",
    "smarty: {substitutions: {left-double-quote: '&laquo;&nbsp;', right-double-quote: '&nbsp;\u00bb'}}",
    "wikilinks: {base_url: ../, end_url: .md, html_class: ''}",
    "pymdownx.tabbed: {alternate_style: true, combine_header_slug: yes}",
    "pymdownx.highlight: {anchor_linenums: true, line_spans: __span, pygments_lang_class: true, linenums_style: table}",
    "pymdownx.magiclink: {repo_url_shorthand: true, user: qualifio, repo: legal}",
    "pymdownx.tasklist: {custom_checkbox: true}",
    "pymdownx.critic: {mode: view}",
    "pymdownx.extra: {pymdownx.superfences: {preserve_tabs: true}, footnotes: {UNIQUE_IDS: true}}",
    "extra: {toc: {permalink: true}}",
    "pymdownx.blocks.admonition: {types: [note, warning]}",
    "admonition:\nattr_list: {}\npymdownx.keys: {separator: ' + '}",
]


@pytest.mark.parametrize("text", HONEST)
def test_what_shows_no_words_is_fine(text: str) -> None:
    assert unfit(text) == []


DECEIVING = [
    "toc: {permalink: not}", "toc: {permalink: '&#110;ot'}", "toc: {marker: words}", "toc: {permalink: [a]}",
    "toc: {slugify: os.system}", "toc: {separator: not}", "toc: {new_option: 1}", "toc: {title: [a]}",
    "footnotes: {BACKLINK_TEXT: withdrawn}", "footnotes: {SUPERSCRIPT_TEXT: 'not {}'}",
    "footnotes: {PLACE_MARKER: words}", "footnotes: {BACKLINK_TEXT: '&lt;b>'}",
    "smarty: {substitutions: {ndash: not}}", "smarty: {substitutions: {left-double-quote: not}}",
    "smarty: {substitutions: {ellipsis: ''}}", "smarty: {substitutions: x}",
    "wikilinks: {base_url: 'https://evil.example/'}", "wikilinks: {base_url: //evil.example/}",
    "wikilinks: {base_url: '/\\evil.example/'}", "wikilinks: {end_url: '?x'}",
    "abbr: {glossary: {we: they}}", "pymdownx.critic: {mode: reject}", "pymdownx.critic: {mode: accept}",
    "pymdownx.keys: {key_map: {a: b}}", "pymdownx.keys: {separator: not}",
    "pymdownx.highlight: {auto_title_map: {a: b}}", "pymdownx.superfences: {custom_fences: [{name: x}]}",
    "pymdownx.blocks.caption: {types: [{name: x, prefix: Withdrawn}]}",
    "pymdownx.blocks.admonition: {types: [{name: note, title: Withdrawn}]}",
    "pymdownx.magiclink: {custom: {x: {host: evil.example}}}", "pymdownx.magiclink: {labels: {x: y}}",
    "pymdownx.extra: {markdown.extensions.footnotes: {BACKLINK_TEXT: not}}", "extra: {evil: {}}",
    "extra: {extra: {toc: {permalink: not}}}", "markdown.extensions.toc: {permalink: not}",
    "pymdownx.arithmatex: {tex_inline_wrap: [not, not]}", "admonition: {x: y}",
]  # fmt: skip


@pytest.mark.parametrize("text", DECEIVING)
def test_what_could_show_some_is_told(text: str) -> None:
    assert len(unfit(text)) == 1


@pytest.mark.parametrize("options", [None, "x", ["x"]])
def test_what_are_no_options_is_left(options: Any) -> None:
    assert list(unfit_options("toc", options)) == []


def test_which_options_are_words() -> None:
    listed = ["x", {"toc": {"title": "A", "toc_depth": "2"}}, {"extra": {"footnotes": {"BACKLINK_TITLE": "B"}}}]
    assert sorted(words_of_options(listed)) == [
        ((1, "toc", "title"), "A"),
        ((2, "extra", "footnotes", "BACKLINK_TITLE"), "B"),
    ]
