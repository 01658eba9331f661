"""The elements of HTML by what they are to a reader of words (HTML Standard, "The elements of HTML")."""

from __future__ import annotations

from typing import Final

UNSEEN: Final = frozenset({"script", "style", "head", "template", "iframe", "object", "svg", "math", "-comment"})
"""What no reader sees."""
ENDED_BY_OTHERS: Final = frozenset({"p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option"})
"""Elements that need no end of their own."""
VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
"""Elements that have no end."""
REOPENED: Final = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)
"""Elements that browsers open again in the next paragraph where they have no end."""
INLINE: Final = frozenset({
    *REOPENED, "abbr", "acronym", "bdi", "bdo", "br", "cite", "data", "del", "dfn", "img", "ins", "kbd", "label",
    "mark", "q", "rp", "rt", "ruby", "samp", "span", "sub", "sup", "time", "var", "wbr", "input", "button", "select",
    "option",
})  # fmt: skip
"""Elements within a line; all others begin a paragraph of their own."""
OF_BLOCKS: Final = frozenset({
    "address", "article", "aside", "audio", "blockquote", "body", "canvas", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "legend", "li",
    "main", "map", "marquee", "math", "menu", "nav", "noframes", "noscript", "object", "ol", "optgroup", "output", "p",
    "param", "picture", "pre", "progress", "script", "search", "section", "source", "style", "summary", "svg", "table",
    "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "title", "tr", "track", "ul", "video",
})  # fmt: skip
"""Elements that hold or part paragraphs."""
STRUCK: Final = frozenset({"del", "s", "strike"})
LISTS: Final = frozenset({"ol", "ul", "menu", "dir"})
KNOWN: Final = INLINE | OF_BLOCKS | VOID | UNSEEN
"""Every element that there is or was, but those of one's own, which have a hyphen in their name."""
BARE: Final = frozenset({
    "async", "border", "checked", "compact", "controls", "default", "defer", "hidden", "nowrap", "open", "reversed",
})  # fmt: skip
"""Attributes that stand without a value."""
