"""The HTML of a section, written from Python-Markdown's tree: ids, numbers, facts and links in our own shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from xml.etree.ElementTree import Element

from inforce.model.text import Break, Emphasis, Inline, Link, Text
from inforce.model.text import words as bare_words
from inforce.parse.findings import Findings
from inforce.parse.inline import parse_inline
from inforce.parse.wording import plain
from inforce.render.context import RenderContext
from inforce.render.ways import linked

_HEADINGS = {"h1": "h2", "h2": "h3", "h3": "h4"}


class SectionWriter:
    """Writes one section. What it cannot read it writes as plain words; the proof then decides."""

    def __init__(self, section: str, context: RenderContext) -> None:
        self._section = section
        self._context = context

    def write(self, tree: Element) -> str:
        """The whole `<section>`."""
        name = escape(self._section)
        body = "\n".join(self._block(element) for element in tree)
        return f'<section id="{name}" aria-labelledby="{name}-h">\n{body}\n</section>\n'

    # ---- blocks

    def _block(self, element: Element) -> str:
        match element.tag:
            case "h1":
                inner = self._number(self._section) + self._words(_read(element.text))
                return f'<h2 id="{escape(self._section)}-h">{inner}</h2>'
            case "h2" | "h3":
                return self._heading(element)
            case "ul" | "ol":
                return self._list(element)
            case "table":
                return self._table(element)
            case _:
                return self._paragraph(element)

    def _heading(self, element: Element) -> str:
        tag, pieces = _HEADINGS[element.tag], _read(element.text)
        match pieces:
            case (Link(target=target, children=children),) if target.scheme == "id":
                name = target.value
                return f'<{tag} id="{escape(name)}">{self._number(name)}{self._words(children)}</{tag}>'
        return f"<{tag}>{self._words(pieces)}</{tag}>"

    def _paragraph(self, element: Element) -> str:
        pieces = _read(element.text)
        match pieces:
            case (Link(target=target, children=label), *rest) if target.scheme == "id":
                name = target.value
                words = self._words(label) + self._words(rest)
                return f'<p class="cl" id="{escape(name)}">{self._number(name)}{words}</p>'
        return f"<p>{self._words(pieces)}</p>"

    def _list(self, element: Element) -> str:
        items = "\n".join(f"<li>{self._item(item)}</li>" for item in element)
        return f"<{element.tag}>\n{items}\n</{element.tag}>"

    def _item(self, item: Element) -> str:
        """An item's words and the lists in it; a loose list is written like a tight one."""
        parts = [self._words(_read(item.text))]
        for child in item:
            if child.tag in ("ul", "ol"):
                parts.append("\n" + self._list(child) + "\n")
            else:
                parts.append(self._words(_read(child.text)))
            parts.append(self._words(_read(child.tail)))
        return "".join(parts)

    def _table(self, element: Element) -> str:
        head, *body = element.iter("tr")
        titles = [_read(cell.text) for cell in head]
        aligned = [_alignment(cell) for cell in head]
        labels = [escape(plain(bare_words(title))) for title in titles]
        has_row_heads = bool(labels and labels[0])
        row = "".join(
            f'<th scope="col"{align}>{self._words(title)}</th>' for title, align in zip(titles, aligned, strict=True)
        )
        rows = [f"<thead>\n<tr>{row}</tr>\n</thead>\n<tbody>"]
        for line in body:
            cells: list[str] = []
            for index, (cell, label, align) in enumerate(zip(line, labels, aligned, strict=True)):
                words = self._words(_read(cell.text))
                if index == 0 and has_row_heads and words:
                    cells.append(f'<th scope="row"{align}>{words}</th>')
                else:
                    shown = f' data-h="{label}"' if label else ""
                    cells.append(f"<td{shown}{align}>{words}</td>")
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return f'<div class="tw"><table>\n{chr(10).join(rows)}\n</tbody>\n</table></div>'

    # ---- inside a block

    def _number(self, name: str) -> str:
        number = self._context.numbers.get(name)
        return f'<a class="n" href="#{escape(name)}">{escape(number)}</a> ' if number else ""

    def _words(self, pieces: Sequence[Inline], *, inside: bool = False) -> str:
        """Words with their mark-up; `inside` a link, nothing else becomes one."""
        return "".join(self._pieces(pieces, inside))

    def _pieces(self, pieces: Sequence[Inline], inside: bool) -> Iterator[str]:
        for piece in pieces:
            match piece:
                case Text(text=text) if inside:
                    yield escape(text, quote=False)
                case Text(text=text):
                    for words, href in linked(text, self._context.ways):
                        yield _spelled(href, escape(words, quote=False)) if href else escape(words, quote=False)
                case Break():
                    yield "<br>"
                case Emphasis(children=children, strong=strong):
                    tag = "strong" if strong else "em"
                    yield f"<{tag}>{self._words(children, inside=inside)}</{tag}>"
                case Link():
                    yield self._link(piece)

    def _link(self, link: Link) -> str:
        words, scheme, value = self._words(link.children, inside=True), link.target.scheme, link.target.value
        match scheme:
            case "fact":
                fact = escape(value)
                if note := self._context.unknown.get(value):
                    mark = f'<span class="unk-note" data-note="{escape(note)}"></span>'
                    return f'<span class="f unk" data-fact="{fact}">{words}</span>{mark}'
                if href := self._context.ways.facts.get(value):
                    return _spelled(href, words)
                return f'<span class="f" data-fact="{fact}">{words}</span>'
            case "section":
                number = self._context.numbers.get(value, "").rstrip(".")  # or "see 3." ends a sentence twice
                shown = f'<span class="ref"> {escape(number)}</span>' if number else ""
                return f'<a href="#{escape(value)}">{words}{shown}</a>'
            case "link":
                return _outside(self._context.links[value], words)
            case "id":
                return words
            case _:
                return _outside(value, words)


def _outside(url: str, words: str) -> str:
    return f'<a href="{escape(url)}" rel="noopener noreferrer">{words}</a>'


def _spelled(url: str, words: str) -> str:
    """A link whose words are its address, which print need not spell out beside it."""
    return f'<a class="w" href="{escape(url)}" rel="noopener noreferrer">{words}</a>'


def _alignment(cell: Element) -> str:
    """A class for the alignment that Python-Markdown gives as a style (inline styles are forbidden on our pages)."""
    style = cell.get("style", "")
    name = next((name for name in ("center", "right") if name in style), "")
    return f' class="{name}"' if name else ""


def _read(source: str | None) -> tuple[Inline, ...]:
    """The inline pieces of source that has been checked already, so problems cannot arise; places do not matter."""
    if not source or not source.strip():
        return ()
    lines = [(line.strip(" ") if i else line.lstrip(" "), i + 1, 1) for i, line in enumerate(source.split("\n"))]
    return parse_inline(lines, Findings(""))
