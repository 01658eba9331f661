"""Which of the theme's classes may stand where. (In whole pages, as they are built: tests/engines/test_pages.py.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from inforce.rules.theme_classes import PLACES, is_turning, misplaced
from markdown import markdown

EXTENSIONS = [
    "attr_list", "md_in_html", "tables", "footnotes", "def_list", "abbr", "admonition", "pymdownx.details",
    "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.critic", "pymdownx.keys", "pymdownx.mark",
    "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.tabbed", "toc",
]  # fmt: skip
OPTIONS = {
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.highlight": {"anchor_linenums": True},
    "toc": {"permalink": True},
}
TABS = (
    '<div class="tabbed-set tabbed-alternate" data-tabs="1:2"><input checked="checked" id="__tabbed_1_1" '
    'name="__tabbed_1" type="radio" /><input id="__tabbed_1_2" name="__tabbed_1" type="radio" />'
    '<div class="tabbed-labels"><label for="__tabbed_1_1">One</label><label for="__tabbed_1_2">Two</label></div>\n'
    '<div class="tabbed-content">\n<div class="tabbed-block">\n<p>1</p>\n</div>\n<div class="tabbed-block">\n'
    "<p>2</p>\n</div>\n</div>\n</div>"
)
TASK = (
    '<li class="task-list-item"><label class="task-list-control"><input type="checkbox" disabled/>'
    '<span class="task-list-indicator"></span></label> x</li>'
)


def told(html: str) -> list[str]:
    return [message for message, remedy, _ in misplaced(html) if remedy]


HONEST = {
    "admonition": '!!! note "A note"\n    Words\n\n!!! tip inline end "Beside"\n    Words',
    "details": "??? question\n    Words",
    "tabs": '=== "One"\n    1\n\n=== "Two"\n    2\n\nWords\n\n=== "Three"\n    3\n\n    === "Four"\n        4\n',
    "one chosen": '=== "One"\n    1\n\n===+ "Two"\n    2',
    "tabs in a list": '- words\n\n    === "One"\n        1\n\n    === "`Two` *too*"\n        2',
    "tabs in a note": '!!! note\n\n    === "One"\n        1\n',
    "table": "| a | b |\n|:-:|--:|\n| 1 | 2 |",
    "picture": '![x](x.png){ .inline width=50% }\n\n<figure markdown>\n![x](x.png)\n<figcaption>Words</figcaption>\n'
    "</figure>",
    "footnotes": "Words[^1], again[^1], and `x`[^b].\n\n[^1]: The `note`.\n[^b]: Another,\n    of two lines.",
    "code": '```python linenums="1" title="x.py" hl_lines="1"\na = 1\n```\n\n~~~\nplain\n~~~\n\n`#!python x = 1`',
    "grid": '<div class="grid cards" markdown>\n\n- One\n- Two\n\n</div>\n\n<div class="grid" markdown>\n\n'
    "Words\n{ .card }\n\n> Said\n\n</div>",
    "button": "[Go on](index.md){ .md-button .md-button--primary }",
    "annotated": "Words (1)\n{ .annotate }\n\n1. More",
    "tasks": "- [x] done\n- [ ] to do\n    - [ ] below",
    "result": '```\nx\n```\n\n<div class="result" markdown>\nWords\n</div>',
    "keys": "Press ++ctrl+alt+delete++",
    "critic": "{++more++} {--less--} {>>said<<} {~~a~>b~~} {==marked==}",
    "own classes": '# Words { #words .large data-x="1" }\n\n<div class="lead" markdown>\n*Words*\n</div>\n\n'
    '<p class="lg middle">Words</p>',
    "headings": "# One\n\n## Two `code`\n\n### Three",
    "terms": "Word\n:   its meaning\n\n*[Word]: x",
}  # fmt: skip


@pytest.mark.parametrize("name", HONEST)
def test_what_markdown_makes_is_fine(name: str) -> None:
    assert told(markdown(HONEST[name], extensions=EXTENSIONS, extension_configs=OPTIONS)) == []


def test_tabs_of_the_older_style_are_fine() -> None:
    assert told(markdown(HONEST["tabs"], extensions=["pymdownx.tabbed"])) == []


def test_lines_of_code_in_a_table_are_fine() -> None:
    options = {"pymdownx.highlight": {"linenums_style": "table", "linenums": True}}
    made = markdown(HONEST["code"], extensions=EXTENSIONS, extension_configs=options)
    assert "highlighttable" in made
    assert told(made) == []


HIDING = {
    "words of a permanent link": '<h2>We do <a class="headerlink" href="#x">not</a> sell</h2>',
    "one that leads away": '<h2>A<a class="headerlink" href="https://x.example/">.</a></h2>',
    "one with a picture": '<h2>A<a class="headerlink" href="#x"><img src="x.png"></a></h2>',
    "words of the way back": '<p>We do <a class="footnote-backref" href="#x">not</a> sell</p>',
    "way back as an element": "<p>We do <b class='footnote-backref'>not</b> sell</p>",
    "tab alone": '<div class="tabbed-block">x</div>',
    "tab in its content": '<div class="tabbed-content"><div class="tabbed-block">x</div></div>',
    "tab without a name": TABS.replace("Two</label>", " </label>"),
    "tab with a dot as a name": TABS.replace("Two</label>", "&#46;</label>"),
    "tab whose name chooses another": TABS.replace('for="__tabbed_1_2"', 'for="__tabbed_1_1"'),
    "none chosen": TABS.replace(' checked="checked"', ""),
    "two chosen": TABS.replace('<input id="', '<input checked id="'),
    "one that can't be chosen": TABS.replace('<input id="', '<input disabled id="'),
    "more blocks than names": TABS.replace("<p>2</p>\n</div>", '<p>2</p></div><div class="tabbed-block">3</div>'),
    "words beside tabs": TABS.replace('<div class="tabbed-labels">', 'words<div class="tabbed-labels">'),
    "words among blocks": TABS.replace("<p>1</p>\n</div>", "<p>1</p>\n</div>words"),
    "block that is no div": TABS.replace('<div class="tabbed-block">', '<div class="x">', 1),
    "input of another kind": TABS.replace('<input id="__tabbed_1_2" ', '<input class="x" id="__tabbed_1_2" '),
    "another choice of the group": TABS + '<p><input type="radio" name="__tabbed_1" checked></p>',
    "its name twice": TABS + TABS.replace("_1_", "_2_"),
    "its id before": '<p id="__tabbed_1_2">x</p>' + TABS,
    "in a paragraph": f"<p><b>{TABS}</b></p>",
    "in a link": f'<a href="x">{TABS}</a>',
    "something not closed before": f"<p><b></p>{TABS}",
    "something not closed after": f"{TABS}<p>",
    "in tabs of another kind": TABS.replace("<p>1</p>", '<div class="tabbed-block">x</div>'),
    "anchor in code": '<div class="highlight"><pre><code>We do <a id="x">not</a> sell</code></pre></div>',
    "anchor deep in code": '<code><span><a id="x"><b>not</b></a></span></code>',
    "formula": '<div class="arithmatex"><p>We do not sell</p></div>',
    "icon": '<span class="twemoji">We do not sell</span>',
    "tasks": '<label class="task-list-control"><input type="checkbox"><b>x</b></label>',
    "box of no task": TASK.replace("</span></label>", "not</span></label>"),
    "mark of no task": '<span class="task-list-indicator"></span>',
    "grid of words": '<p class="grid">We do <b>not</b> sell</p>',
    "item of no list": '<b class="task-list-item">x</b>',
    "sign of a key": '<span class="keys"><b class="key-delete">x</b></span>',
    "table of code": '<table class="highlighttable"><tr><td>a</td><td>b</td></tr></table>',
    "result over words": '<div class="highlight">We do not sell</div><div class="result">x</div>',
    "comments": '<div class="giscus">x</div>',
    "part of the theme": '<div class="x MD-banner">x</div>',
    "without scripts": '<div class="no-js"><p>x</p></div>',
    "float": '<b class="inline end">x</b>',
}


@pytest.mark.parametrize("name", HIDING)
def test_what_hides_words_is_told(name: str) -> None:
    assert told(HIDING[name])


def test_the_shapes_these_are_made_from_are_fine() -> None:
    assert told(TABS) == told(f"<div><ul>{TASK}</ul></div>") == []


def test_it_is_told_with_what_leads_to_its_line() -> None:
    ((message, remedy, traces),) = misplaced('<p>a</p><b class="x &#104;eaderlink">b</b>')
    assert message.startswith('<b> has the class "headerlink"')
    assert remedy == "Take the class out."
    assert traces[:2] == ("x &#104;eaderlink", "x headerlink")


@pytest.mark.parametrize("html", ["<p class='headerlink'><?x?>", ""])
def test_of_what_is_not_plain_nothing_is_said_here(html: str) -> None:
    assert told(html) == []


@pytest.mark.parametrize("unit", ["<b>", "<div class='tabbed-set'>", TABS, "<small>", "</p>", "<a id=x>"])
def test_long_pages_end(unit: str) -> None:
    list(misplaced(unit * (60_000 // len(unit))))


def test_in_a_link_what_moves_words_is_told_of() -> None:
    assert is_turning("inline")
    assert not is_turning("highlight")


_HARMLESS = frozenset({
    # kinds of admonitions
    "abstract", "bug", "danger", "example", "failure", "info", "note", "question", "quote", "success", "tip", "warning",
    # notes, changes, keys, code, sizes of icons, places in a grid
    "footnote", "critic", "block", "comment", "keys", "highlight", "hll", "result", "code", "end", "lg", "xl", "xxl",
    "xxxl", "middle", "annotate",
    # parts of programs, by their colours
    "bp", "c", "c1", "ch", "cm", "cp", "cpf", "cs", "gd", "ge", "gh", "gi", "go", "gp", "gr", "gs", "gt", "gu", "il",
    "k", "kc", "kd", "kn", "kp", "kr", "kt", "l", "m", "mb", "mf", "mh", "mi", "mo", "n", "na", "nb", "nc", "nd",
    "ne", "nf", "ni", "nl", "nn", "no", "nt", "nv", "o", "ow", "p", "s", "s1", "s2", "sb", "sc", "sd", "se", "sh",
    "si", "sr", "ss", "sx", "vc", "vg", "vi",
})  # fmt: skip
"""Classes by which Material hides nothing and moves nothing, wherever they stand: read in its stylesheets."""
_ELSEWHERE = frozenset({"mermaid"})
"""Told of for another reason (`rules.built_pages`)."""
_HIDES = re.compile(
    r"(?:^|;)(?:position:(?:fixed|absolute|sticky)|display:(?:none|contents|(?:inline-)?(?:flex|grid))|opacity:|"
    r"visibility:|font-size:(?:0|0?\.\d+em)|float:|(?:max-|min-)?height:(?!100%)|(?:max-|min-)?width:|transform:|order:|"
    r"z-index:|content:|text-indent:|text-decoration:|clip|white-space:|color:#|(?:-webkit-)?mask|margin[a-z-]*:-)"
)
_KNOWN_THERE = {
    ".highlight .hll": "a line of code in its own colour",
    ".md-typeset .highlight+.result": "drawn up to code, and told of where there is none",
    ".md-typeset .tabbed-block>.highlight:first-child+.result": "the same",
    ".md-content__inner>.highlight+.result": "the same, on a narrow window",
    ".md-typeset .highlight+.result:after": "holds no words",
    ".md-typeset .critic.comment:before": "holds no words",
    ".highlight code[data-md-copying] .hll": "while it is copied",
    ".highlighttable .code": "the cell beside the numbers; the table is told of where it is none of code",
}


def _rules() -> Iterator[tuple[str, str]]:
    """Each selector of the stylesheets of the Material that is installed, with its declarations."""
    found = find_spec("material")
    assert found is not None
    assert found.origin is not None
    sheets = Path(found.origin).parent.glob("templates/assets/stylesheets/*.css")
    css = re.sub(r"/\*.*?\*/", "", "".join(sheet.read_text("utf-8") for sheet in sheets), flags=re.DOTALL)
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        for selector in re.split(r",(?![^(]*\))", selectors):
            yield selector.strip(), body


def _classes(selector: str) -> set[str]:
    return set(re.findall(r"\.([A-Za-z][\w-]*)", selector))


def test_every_class_that_material_knows_is_judged() -> None:
    known = {one for selector, _ in _rules() for one in _classes(selector)}
    ours = {one for one in known if not one.startswith(("md-", "key-"))}
    assert ours - PLACES.keys() - _ELSEWHERE == _HARMLESS - {"annotate"}, "annotate is one that its scripts know"


def test_those_that_are_harmless_hide_nothing() -> None:
    for selector, body in _rules():
        last = re.split(r"[ >+~]", re.sub(r"\([^()]*\)", "", selector))[-1]
        if _HIDES.search(body) and _classes(last) & _HARMLESS and not _classes(last) & PLACES.keys():
            of_the_frame = any(one.startswith("md-") and one != "md-typeset" for one in _classes(selector))
            assert of_the_frame or selector in _KNOWN_THERE, f"{selector} {{ {body} }}"


def test_what_material_hides_by_other_means_is_known() -> None:
    """By elements, ids and attributes: each of these is told of elsewhere, or shows all the same."""
    found = set()
    for selector, body in _rules():
        last = re.split(r"[ >+~]", re.sub(r"\([^()]*\)", "", selector))[-1]
        if re.search(r"(?:^|;)(?:display:none|opacity:0|visibility:hidden|font-size:0)(?:;|$)", body):
            of_a_class = _classes(selector) - {"md-typeset", "highlight"}
            if not of_a_class and not selector.endswith("%") and selector not in ("from", "to"):
                found.add(last)
    pictures = {'img[src$="#only-dark"]', 'img[src$="#only-light"]'}
    pictures |= {'img[src$="#gh-dark-mode-only"]', 'img[src$="#gh-light-mode-only"]'}
    assert found <= pictures | {
        "[id=__comments]", "a[id]", "summary::marker", "summary::-webkit-details-marker", "[hidden]"
    }  # fmt: skip
