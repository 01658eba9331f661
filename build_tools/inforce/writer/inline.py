"""The words of a block to HTML: emphasis, links, facts, references with their numbers.

In a text that is read from right to left, a link, a fact or a reference none of whose letters is written so keeps its
own order: the + stays before a telephone number, and "3.2(b)" isn't read as "(b)3.2".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from inforce.model.hosts import with_ascii_host
from inforce.model.text import Break, Code, Emphasis, Inline, Link, Target, Text
from inforce.writer.addresses import linked
from inforce.writer.context import RenderContext

_LEFT_TO_RIGHT = re.compile(r"[^<\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+")
"""Words without an element or a letter that is written from right to left."""


def write_words(pieces: Sequence[Inline], context: RenderContext, *, inside: bool = False) -> str:
    """Words with their mark-up; `inside` a link, nothing else becomes one."""
    return "".join(_pieces(pieces, context, inside))


def write_number(name: str, context: RenderContext) -> str:
    """The number of a section, heading or clause, which leads to it; nothing where it has none."""
    number = context.numbers.get(name)
    if not number:
        return ""
    return f"{label(number, name if context.linked else None)} "


def label(text: str, name: str | None) -> str:
    """A number or a label as text, so that it is read aloud, copied and printed; it leads to the id `name`."""
    words = escape(text)
    return f'<a class="n" href="#{escape(name)}">{words}</a>' if name else f'<span class="n">{words}</span>'


def write_link(target: Target, words: str, context: RenderContext) -> str:
    """Words, as HTML, that lead to `target`. Known facts are words like others; unknown ones say so."""
    value = target.value
    match target.scheme:
        case "fact":
            return _fact(value, words, context)
        case "section":
            number = _reference(context.numbers.get(value, "").rstrip("."), context)  # or "see 3." ends twice
            if not context.linked:
                return f"{words}{number}"
            attributes = f"{_titled(target)}{'' if number else _isolating(words, context)}"
            return f'<a href="{escape(context.page)}#{escape(value)}"{attributes}>{words}{number}</a>'
        case "link":
            url = context.links.get(value)
            return _outside(url, target, words, context) if url and context.linked else words
        case "https" | "mailto" | "tel" if context.linked:
            return _outside(value, target, words, context)
        case _:
            return words


def _pieces(pieces: Sequence[Inline], context: RenderContext, inside: bool) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case Text(text=text) if inside or not context.linked:
                yield escape(text, quote=False)
            case Text(text=text):
                for words, href in linked(text, context.addresses):
                    shown = escape(words, quote=False)
                    yield _spelled(href, shown, context) if href else shown
            case Break():
                yield "<br>"
            case Code(text=text):
                yield f"<code>{escape(text, quote=False)}</code>"
            case Emphasis(children=children, strong=strong):
                tag = "strong" if strong else "em"
                yield f"<{tag}>{write_words(children, context, inside=inside)}</{tag}>"
            case Link(children=children, target=target):
                yield write_link(target, write_words(children, context, inside=True), context)


def _fact(path: str, words: str, context: RenderContext) -> str:
    if note := context.unknown.get(path):
        attributes = f'data-fact="{escape(path)}"{_isolating(words, context)}'
        return (
            f'<span class="f unk" {attributes}>{words}</span><span class="unk-note" data-note="{escape(note)}"></span>'
        )
    if (href := context.addresses.by_fact.get(path)) and context.linked:
        return _spelled(href, words, context)
    return f'<bdi dir="ltr">{words}</bdi>' if _isolating(words, context) else words


def _reference(number: str, context: RenderContext) -> str:
    if not number:
        return ""
    shown = escape(number)
    if context.rightward and any(map(str.isalpha, number)):
        shown = f'<bdi dir="ltr">{shown}</bdi>'
    return f'<span class="ref"> {shown}</span>'


def _outside(url: str, target: Target, words: str, context: RenderContext) -> str:
    attributes = f'rel="noopener noreferrer"{_titled(target)}{_isolating(words, context)}'
    return f'<a href="{escape(with_ascii_host(url))}" {attributes}>{words}</a>'


def _spelled(url: str, words: str, context: RenderContext) -> str:
    """A link whose words are its address, which print need not spell out beside it."""
    attributes = f'rel="noopener noreferrer"{_isolating(words, context)}'
    return f'<a class="w" href="{escape(url)}" {attributes}>{words}</a>'


def _titled(target: Target) -> str:
    return f' title="{escape(target.title)}"' if target.title else ""


def _isolating(words: str, context: RenderContext) -> str:
    return ' dir="ltr"' if context.rightward and _LEFT_TO_RIGHT.fullmatch(words) else ""
