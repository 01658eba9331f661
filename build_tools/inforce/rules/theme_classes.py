"""Which of the theme's classes may stand where in a page of the handbook (H109).

Material's stylesheets hide, move and paint by classes that extensions of Markdown write: the words of a permanent
link, tabs that are not chosen, the anchors of lines of code. An author could write them around any words. So a class
that does such a thing is fine on the elements, and in the shape, in which an extension writes it, and nowhere else.
Names that the theme doesn't know do nothing by themselves; a stylesheet of the handbook goes by `rules.styles`.
tests/rules/test_theme_classes.py holds the lists against the stylesheets of the Material that is installed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from inforce.reader.html.plain_tree import Node, read_tree

_OFFERED = frozenset({"md-button", "md-button--primary"})
"""Classes of Material's own parts that authors may use; the others make the header, dialogs, banners of anything."""
_OF_PLUGINS = re.compile(r"md-tags?(?:-icon(?:--[\w-]+)?|--[\w-]+)?")
"""And those that its plugins write into pages."""
PLACES: Mapping[str, frozenset[str]] = {
    name: frozenset(elements.split())
    for names, elements in {
        "headerlink footnote-backref footnote-ref": "a",
        "inline": "div details img",
        "grid cards": "div",
        "card": "article aside blockquote details div figure li p pre section table",
        "task-list-item": "li",
        "task-list-control": "label",
        "task-list-indicator": "span",
        "tabbed-set tabbed-labels tabbed-content tabbed-block": "div",
        "arithmatex": "div span",
        "highlighttable": "table",
        "linenos": "td",
        "linenodiv": "div",
        "admonition": "div details",
        "admonition-title": "p summary",
        "filename": "span th",
        # what its scripts make, and an extension that fetches pictures
        "giscus katex-html tabbed-control tabbed-control--next tabbed-control--prev tabbed-button "
        "tabbed-labels--linked js no-js focus-visible twemoji gemoji emojione": "",
    }.items()
    for name in names.split()
}
"""Classes by which Material hides what is in an element, moves it or paints over it, and where they may stand."""
_KEY, _KEY_ON = "key-", "kbd"
"""Keys, before which Material shows their signs."""
_TURNING = frozenset({
    "headerlink", "footnote-backref", "inline", "grid", "cards", "task-list-control", "giscus", "twemoji", "gemoji",
    "emojione", "arithmatex", "tabbed-set", "tabbed-labels", "tabbed-content", "tabbed-block", "tabbed-control",
})  # fmt: skip
_MOST_TABS = 20
"""Material's stylesheet shows no more."""
_AROUND_TABS = frozenset({
    "article", "aside", "blockquote", "dd", "details", "div", "dl", "figure", "li", "main", "ol", "section", "table",
    "tbody", "td", "th", "tr", "ul",
})  # fmt: skip
"""In these a browser leaves tabs as they are written; it would part a paragraph or a link at them."""
_OF_TABS = re.compile(r"__tabbed_[0-9_]+")
_LONGEST_SIGN = 4
_OUT = "Take the class out."
_TABS = 'Write tabs in Markdown: === "Title", and their words below, indented.'


def is_turning(name: str) -> bool:
    """Whether the theme hides or moves, by this class, words of a link that it stands in."""
    return name in _TURNING


def misplaced(content: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What is wrong with classes in the HTML that a page was made of, what to do, and traces of it in the source.
    Nothing where it is not plain, which is told."""
    root = read_tree(content)
    if root is None:
        return
    sets = [node for node in root.descendants() if "tabbed-set" in node.classes]
    counted = Counter(node.attributes.get("id", "") for node in root.descendants())
    groups = Counter(node.children[0].attributes.get("name", "") for node in sets if node.children)
    of_tabs: set[int] = set()
    in_code: set[int] = set()
    for node in sets:
        if _is_set(node, counted, groups):
            of_tabs.update(id(part) for part in _parts(node))
    for node in root.descendants():
        if node.name == "code" or id(node) in in_code:
            in_code.update(map(id, node.children))
        if (class_ := next((one for one in node.classes if not _may_be_on(one, node.name)), None)) is not None:
            yield _told(node, f'has the class "{class_}"', _OUT, class_)
            continue
        shaped = next((one for one in node.classes if one in _SHAPES and not _SHAPES[one](node)), None)
        if shaped is not None:
            yield _told(node, f'has the class "{shaped}" and is none of those that Markdown makes', _OUT, shaped)
        elif (_is_of_tabs(node) or _is_choice(node)) and id(node) not in of_tabs:
            yield _told(node, "is made like a part of tabs, and the tabs around it are not whole", _TABS, "tabbed-")
        elif id(node) in in_code and node.name == "a" and "id" in node.attributes and not _is_empty(node):
            yield _told(node, "has an id and words, in code", "Take out the id, or the words.", "id=")


def _told(node: Node, what: str, remedy: str, trace: str) -> tuple[str, str, tuple[str, ...]]:
    message = f"<{node.name}> {what}: the theme would show it as one of its own parts, move it or hide it."
    written = dict(node.element.attributes).get("class", "")
    return message, remedy, (written, node.attributes.get("class", ""), trace, f"<{node.name}")


def _may_be_on(class_: str, element: str) -> bool:
    if class_.startswith("md-"):
        return class_ in _OFFERED or bool(_OF_PLUGINS.fullmatch(class_))
    if class_.startswith(_KEY):
        return element == _KEY_ON
    return element in PLACES.get(class_, (element,))


def _is_sign(node: Node) -> bool:
    """Whether it is a link to a place of its page that shows one sign, and no word."""
    sign = node.text.strip()
    one = len(sign) <= _LONGEST_SIGN and not any(char.isalnum() for char in sign)
    return one and not node.children and node.attributes.get("href", "").startswith("#")


def _is_empty(node: Node) -> bool:
    return not node.children and not node.text.strip()


def _is_task(node: Node) -> bool:
    """Whether it is the box of a task, of which Material shows another picture."""
    names = [one.name for one in node.children]
    return names == ["input", "span"] and not node.text.strip() and _is_empty(node.children[1])


def _is_mark_of_a_task(node: Node) -> bool:
    return node.above is not None and "task-list-control" in node.above.classes


def _is_formula(node: Node) -> bool:
    return not node.children


def _is_result(node: Node) -> bool:
    """Whether it stands below code, or below something else: Material draws it up to the margin that code has."""
    before = node.before
    return before is None or "highlight" not in before.classes or _holds(before, "pre")


def _is_code_table(node: Node) -> bool:
    """Whether each cell is code, or the name of its file: the lines of this table are no lines of a table."""
    cells = [one for one in node.descendants() if one.name in ("td", "th")]
    return all(not one.text.strip() and (_holds(one, "pre") or _holds(one, "span")) for one in cells)


def _holds(node: Node, name: str) -> bool:
    return any(one.name == name for one in node.descendants())


_SHAPES: Mapping[str, Callable[[Node], bool]] = {
    "headerlink": _is_sign,
    "footnote-backref": _is_sign,
    "task-list-control": _is_task,
    "task-list-indicator": _is_mark_of_a_task,
    "arithmatex": _is_formula,
    "highlighttable": _is_code_table,
    "result": _is_result,
}


def _is_of_tabs(node: Node) -> bool:
    return any(one.startswith("tabbed-") and one in PLACES for one in node.classes)


def _is_choice(node: Node) -> bool:
    return node.name == "input" and node.attributes.get("type", "").lower() == "radio"


def _is_set(node: Node, counted: Mapping[str, int], groups: Mapping[str, int]) -> bool:
    """Whether these are whole tabs: one of them is chosen, and each can be, by its name."""
    inputs = [one for one in node.children if one.name == "input"]
    labels, blocks = _labels(node), _blocks(node)
    ids = [one.attributes.get("id", "") for one in inputs]
    group = inputs[0].attributes.get("name", "") if inputs else ""
    order = [one.name for one in node.children]
    count = len(inputs)
    apart = order == ["input", "label", "div"] * count
    return (
        node.closed
        and not node.text.strip()
        and all(one.name in _AROUND_TABS for one in node.ancestors())
        and 0 < count <= _MOST_TABS
        and (apart or order == ["input"] * count + ["div", "div"])
        and len(labels) == len(blocks) == count
        and all(_is_choice(one) and one.attributes.keys() <= {"type", "id", "name", "checked"} for one in inputs)
        and sum("checked" in one.attributes for one in inputs) == 1
        and {one.attributes.get("name") for one in inputs} == {group}
        and bool(_OF_TABS.fullmatch(group))
        and groups[group] == 1
        and all(counted[one] == 1 for one in ids if one)
        and ids == [one.attributes.get("for") for one in labels]
        and all(any(char.isalnum() for char in one.all_text()) for one in labels)
        and all(("tabbed-content" if apart else "tabbed-block") in one.classes for one in blocks)
    )


def _labels(node: Node) -> list[Node]:
    held = next((one.children for one in node.children if "tabbed-labels" in one.classes), None)
    return [one for one in (node.children if held is None else held) if one.name == "label"]


def _blocks(node: Node) -> list[Node]:
    contents = [one for one in node.children if "tabbed-content" in one.classes]
    if all("tabbed-labels" not in one.classes for one in node.children):
        return contents
    return contents[0].children if len(contents) == 1 and not contents[0].text.strip() else []


def _parts(node: Node) -> Iterator[Node]:
    """The elements of whole tabs that are made like parts of them."""
    yield node
    yield from node.children
    yield from _blocks(node)
