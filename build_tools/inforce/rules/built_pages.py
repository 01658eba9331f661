"""What a built page of the handbook may hold beside what its theme puts there: words, and nothing that acts.

A page is compared with the same page as the theme makes it of nothing: without content, with no words in its titles
and its front matter. What is in both is the theme's. The rest came from `docs/`, and is judged by a list of what is
known to be harmless, so that an attribute or element which browsers learn later is not published unseen.

The scripts of Material take some of a page for theirs: an element with one of their names (`__config`, `data-md-…`),
a `title` with markup, a diagram, for which they fetch a program from another host.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import unescape

from inforce.reader.html.plain_html import Element, NotPlain, read_elements
from inforce.reader.html.plain_tree import Node, read_tree
from inforce.rules.addresses import is_elsewhere, unfit_scheme
from inforce.rules.styles import on
from inforce.rules.stylesheets import addresses, unfit_style
from inforce.rules.theme_classes import misplaced

_ELEMENTS = frozenset({
    "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "blockquote", "br", "caption", "center",
    "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "input", "ins", "kbd", "label", "li",
    "main", "mark", "nav", "ol", "p", "picture", "pre", "q", "rt", "ruby", "s", "samp", "section", "small",
    "source", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr",
    "track", "tt", "u", "ul", "var", "video", "wbr",
})  # fmt: skip
"""Elements that show something. (Words of `bdo` can be read backwards, and nobody sees those of `rp`.)"""
_ATTRIBUTES = frozenset({
    "abbr", "align", "alt", "checked", "class", "colspan", "controls", "datetime", "decoding", "default", "dir",
    "disabled", "download", "for", "headers", "height", "href", "hreflang", "id", "kind", "label", "lang",
    "loading", "loop", "markdown", "media", "muted", "name", "open", "poster", "preload", "rel", "reversed", "role",
    "rowspan", "scope", "sizes", "span", "src", "srclang", "srcset", "start", "style", "tabindex", "target", "title",
    "translate", "type", "valign", "value", "width",
})  # fmt: skip
"""What they may have. (Words that are `hidden` nobody sees.)"""
_ATTRIBUTE_FAMILIES = ("aria-", "data-")
_OF_MATERIAL = "data-md-"
_COPYING = "data-clipboard-"
"""How the names begin by which its scripts copy other words than a reader sees."""
_NAMES_OF_MATERIAL = re.compile(r"__(?!(?:tabbed_|codelineno-|span-)[0-9_-]+$)")
"""How the names begin that its scripts look for. (`__tabbed_1_2`, `__codelineno-0-1` and `__span-0-1` are what
extensions name tabs and lines of code.)"""
_LINE_NUMBER = re.compile(r"[ 0-9]*")
"""What its pages show of `data-linenos`."""
_FETCHED = frozenset({"src", "srcset", "poster", "data", "background", "imagesrcset", "archive", "codebase"})
"""Attributes whose addresses are fetched with the page."""
_NOT_FETCHED = frozenset({"alternate", "author", "canonical", "edit", "help", "license", "me", "next", "prev"})
"""What a `link` is that is only a link."""
_CHOICES = frozenset({"checkbox", "radio"})
_DESCRIBED = frozenset({"author", "description"})
"""Names of the `meta` elements that front matter makes."""
IN_CODE = "Take it out. Where it is meant to be read, write it as code, between backticks."
_AS_LINK = "Write it as a link of Markdown, in square brackets and round ones."
_INTO_FOLDER = "Put the file into a folder of the handbook, and name it there."


@dataclass(frozen=True, slots=True, kw_only=True)
class Strange:
    """Something in a page that may not be published."""

    code: str
    message: str
    remedy: str
    traces: tuple[str, ...]
    """Words that its source may hold, those that tell most first."""
    of_theme: bool = False
    certain: bool = False
    """Of what is to be looked at otherwise: whether one value stands against another."""


def check_page(page: str, blank: Callable[[], str], *, own: str | None) -> Iterator[Strange]:
    """H109 and H105 for the HTML of a page. `blank` makes that of the same page made of nothing, and is asked only
    where it matters; `own` is the address of the site, which may be written out."""
    found = [(one, _wrong(one, own)) for one in read_elements(page)]
    if all(wrong is None for _, wrong in found):
        return
    known: Counter[Element] = Counter()
    for one in read_elements(blank()):
        if isinstance(one, NotPlain):
            yield replace(_not_plain(one), of_theme=True)
            return
        known[_sign(one)] += 1
        if (where := _fetched_elsewhere(one, own)) is not None:
            yield replace(_elsewhere(one, where), of_theme=True)
    for one, wrong in found:
        if wrong is None:
            continue
        if isinstance(one, Element) and known[_sign(one)]:
            known[_sign(one)] -= 1
        else:
            yield wrong


def check_words(words: str, *, own: str | None) -> Iterator[Strange]:
    """The same for words that a theme or its scripts put into pages as they are."""
    yield from check_page(words, str, own=own)


def check_hidden(content: str) -> Iterator[Strange]:
    """H109 for words that what a page was made of hides: by classes of the theme's, or by elements."""
    for message, remedy, traces in (*misplaced(content), *unseen(content)):
        yield _h109(message, remedy, *traces)


def line_of(source: str, traces: tuple[str, ...]) -> int | None:
    """The line of a page's source that one of the traces leads to: counted from 1, None where none does."""
    below = source.lower()
    for trace in traces:
        if trace.strip() and (at := below.find(trace.lower())) >= 0:
            return source.count("\n", 0, at) + 1
    return None


def _sign(one: Element) -> Element:
    """What is equal in a page and in the page made of nothing. (The words of a title are not.)"""
    return Element("title", one.attributes) if one.name == "title" else one


def _wrong(one: Element | NotPlain, own: str | None) -> Strange | None:
    """Why it may not come from `docs/`; None where it may."""
    if isinstance(one, NotPlain):
        return _not_plain(one)
    tag = f"<{one.name}"
    if one.name == "meta" and _describes(one):
        return None
    if one.name not in _ELEMENTS:
        message = f"the page holds <{one.name}>, which isn't an element that a page of words needs."
        return _h109(message, IN_CODE, *(value for _, value in one.attributes), *one.text.split("\n"), tag)
    if (where := _fetched_elsewhere(one, own)) is not None:
        return _elsewhere(one, where)
    for name, value in one.attributes:
        if (why := _wrong_value(one.name, name, value)) is not None:
            cure = _AS_LINK if name == "href" and value.startswith(("fact:", "section:")) else IN_CODE
            return _h109(f"<{one.name}> {why}.", cure, f'{name}="{value}"', value, unescape(value), name, tag)
    return None


def _not_plain(one: NotPlain) -> Strange:
    message = f"the page holds HTML that browsers could read in more than one way: {_shown(one.quoted)}."
    remedy = 'Close each tag and comment, and write attributes as name="value". ' + IN_CODE
    first = one.quoted.partition("\n")[0]
    return _h109(message, remedy, first, first[:40], first[:12])


def _wrong_value(element: str, name: str, value: str) -> str | None:
    """What is wrong with an attribute of an element that may be there."""
    read = unescape(value)
    if name not in _ATTRIBUTES and not name.startswith(_ATTRIBUTE_FAMILIES):
        return f"has the attribute {name}, which isn't one that a page of words needs"
    if name.startswith((_OF_MATERIAL, _COPYING)) or (
        name in ("id", "name", "for") and (_NAMES_OF_MATERIAL.match(value) or _NAMES_OF_MATERIAL.match(read))
    ):
        return f"has {name}={_shown(value)}, by which the theme's scripts would take it for theirs"
    if name == "href" and (scheme := unfit_scheme(value)) is not None:
        return f"links to {_shown(value)}: a link may begin with https:, mailto: or tel:, and not with {scheme}:"
    if name == "style" and (odd := unfit_style(read, on(element))) is not None:
        return f"has the style {_shown(odd)}, which could put it over other words or hide them"
    if name == "title" and "<" in read:
        return f"has a title with markup, {_shown(value)}, which a script could put into the page"
    if name == "dir" and read.strip().lower() != "auto":
        return f'has dir={_shown(value)}, which could turn words round: dir="auto" takes it from the words'
    if name == "data-linenos" and not _LINE_NUMBER.fullmatch(read):
        return f"has data-linenos={_shown(value)}, which pages show as words"
    if name == "class" and "mermaid" in read.lower().split():
        return "is a diagram, for which the theme fetches a program from another host"
    if name == "name" and element not in ("input", "a", "details"):
        return f"has a name, {_shown(value)}, by which scripts would find it in the place of something else"
    if name == "type" and element == "input" and value.lower() not in _CHOICES:
        return f"asks readers for something (type={_shown(value)})"
    return None


def _fetched_elsewhere(one: Element, own: str | None) -> str | None:
    """An address of another host that a browser would ask for, to show this element."""
    for name, value in one.attributes:
        fetched = name in _FETCHED or (name == "href" and one.name in ("image", "use"))
        if name == "href" and one.name == "link":
            rels = next((rel for key, rel in one.attributes if key == "rel"), "").lower().split()
            fetched = not rels or not _NOT_FETCHED.issuperset(rels)
        for written in dict.fromkeys((value, unescape(value))):
            if name == "style":
                listed = [address for _, address in addresses(written)]
            elif name in ("srcset", "imagesrcset"):
                listed = re.split(r"[\s,]+(?=\S)", written.strip()) if not written.strip().startswith("data:") else []
            else:
                listed = [written] if fetched else []
            for address in listed:
                if is_elsewhere(address, own=own):
                    return address
    return None


def _describes(one: Element) -> bool:
    given = dict(one.attributes)
    return given.keys() == {"name", "content"} and given["name"] in _DESCRIBED and len(one.attributes) == 2


def _elsewhere(one: Element, address: str) -> Strange:
    message = f"<{one.name}> would be fetched from another host: {_shown(address)}."
    traces = (address, address.partition("//")[2], f"<{one.name}")
    return Strange(code="H105", message=message, remedy=_INTO_FOLDER, traces=traces)


def _h109(message: str, remedy: str, *traces: str) -> Strange:
    kept = tuple(dict.fromkeys(trace for trace in traces if len(trace) > 2))
    return Strange(code="H109", message=message, remedy=remedy, traces=kept)


def _shown(value: str) -> str:
    return f'"{" ".join(value.split())[:80]}"'


_FILMS = frozenset({"audio", "video"})
_SMALLER = frozenset({"code", "kbd", "samp", "small", "sub", "sup", "tt"})
"""Elements that are smaller, or paler, than what they stand in; and so is the number of a note."""
_NUMBER = "footnote-ref"
_MOST = 3
_PUSHES = re.compile(
    "(?:(?:<br[ ]*/?>|<hr[ ]*/?>|&(?:nbsp|emsp|ensp|#160|#xa0|#12288|#x3000);|[\u00a0\u2002\u2003\u3000])"
    "(?:[ \t\n]|</?p>)*){10,}",
    re.IGNORECASE,
)
"""So many breaks, rules or fixed spaces in a row as no words need."""


def unseen(content: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What is wrong, what to do, and traces of it in the source, in the HTML that a page was made of. Nothing where it
    is not plain, which is told."""
    if run := _PUSHES.search(content):
        cure = "Take most of them out."
        yield "a long run of breaks, rules or fixed spaces pushes words out of sight.", cure, (run[0][:6].strip("\n"),)
    root = read_tree(content)
    waiting: list[tuple[Node, Node | None, int]] = [(root, None, 0)] if root else []
    while waiting:  # each with what hides it, and how many make it smaller
        node, hiding, smaller = waiting.pop()
        hiding = hiding or (node if _hides(node) else None)
        smaller += _shrinks(node)
        words = node.text.strip()
        if hiding is not None and hiding.name in _FILMS and words:
            cure = "Write them beside it."
            yield _told(hiding, "holds words, which browsers show only where they can't play it", cure, words)
        elif hiding is not None and any(map(str.isalnum, words)):
            yield _told(hiding, "is aria-hidden and holds words, which nobody would hear", "Take it out.", words)
        elif smaller > _MOST and words:
            cure = "Write fewer of them."
            yield _told(node, f"stands in {smaller - 1} more that make words smaller, or paler", cure, words)
        waiting += [(one, hiding, smaller) for one in reversed(node.children)]


def _hides(node: Node) -> bool:
    """Whether nobody sees, or hears, what stands in it."""
    if node.name in _FILMS:
        # but readers see one that can be played, where no sentence goes on through it
        return bool(node.above and node.above.text.strip()) or "controls" not in node.attributes
    return node.attributes.get("aria-hidden", "").lower() == "true"


def _shrinks(node: Node) -> bool:
    return node.name in _SMALLER or _NUMBER in node.classes


def _told(node: Node, what: str, remedy: str, words: str) -> tuple[str, str, tuple[str, ...]]:
    return f"<{node.name}> {what}.", remedy, (words, f"<{node.name}")
