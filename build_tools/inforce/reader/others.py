"""The texts of others, in any Markdown and HTML, as leaves. Nothing is refused; what GitHub shows is what is read.

markdown-it-py makes HTML of the Markdown, with the HTML that stands in it, and a parser of browsers reads the whole, so
that a heading over several lines or a list without end tags is what a browser makes of it. Elements that say nothing of
the words are passed through, so that no word is lost; what no reader sees (comments, scripts, front matter, signs of
templates) is dropped; a picture leaves its alternative words. Words struck out keep their tildes: whether "never" is
struck is no matter of formatting.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser, LexborNode

from inforce.model.text import (
    Break,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    Leaf,
    Link,
    List,
    ListItem,
    Paragraph,
    Position,
    Quotation,
    Step,
    Table,
    Target,
    Text,
    words,
)

DEEPEST = 60
"""Levels of nesting that Markdown may have; what is deeper is words."""
_MOST_OPEN, _MOST_COPIES = 200, 200_000
"""Elements of HTML that stand in one another, and copies of emphasis without end that browsers have to make: with more,
which no text of words has, the HTML is shown as it is typed. The rules of HTML take time in square number there."""
_MOST_BRACKETS = 100
"""Opening brackets of a paragraph beyond those closed: more are words. (A link looks for its end at each.)"""
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}|\{:?[ \t]*[#.][A-Za-z_-][^{}\n]*\}")
"""What makers of sites write behind words for their looks: `{: .class}`, `{#id}`."""
_HEADING = re.compile("h[1-6]")
_MOST_EMPTY = 1000, 10
"""A table may lack so many cells, and so many more for each that it has; another is none. One wide row and many short
ones would make cells in square number (GFM's parsers have such bounds too)."""
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_BARE_TAG = re.compile(r"</?([a-z][a-z0-9-]*)([^<>=]*?)/?>", re.IGNORECASE)
_BARE: Final = frozenset({
    "async", "border", "checked", "compact", "controls", "default", "defer", "hidden", "nowrap", "open", "reversed",
})  # fmt: skip
"""Attributes that stand without a value."""
_WIDE = "\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60"
_BETWEEN_WIDE = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n[ \t]*(?=[{_WIDE}])")
_SPACE = re.compile(r"[ \t\n\f]+")

_UNSEEN: Final = frozenset({"script", "style", "head", "template", "iframe", "object", "svg", "math", "-comment"})
_ENDED_BY_OTHERS: Final = frozenset({"p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option"})
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_REOPENED: Final = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)
"""Elements that browsers open again in the next paragraph where they have no end."""
_INLINE: Final = frozenset({
    *_REOPENED, "abbr", "acronym", "bdi", "bdo", "br", "cite", "data", "del", "dfn", "img", "ins", "kbd", "label",
    "mark", "q", "rp", "rt", "ruby", "samp", "span", "sub", "sup", "time", "var", "wbr", "input", "button", "select",
    "option",
})  # fmt: skip
"""Elements within a line; all others begin a paragraph of their own."""
_OF_BLOCKS: Final = frozenset({
    "address", "article", "aside", "audio", "blockquote", "body", "canvas", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "legend", "li",
    "main", "map", "marquee", "math", "menu", "nav", "noframes", "noscript", "object", "ol", "optgroup", "output", "p",
    "param", "picture", "pre", "progress", "script", "search", "section", "source", "style", "summary", "svg", "table",
    "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "title", "tr", "track", "ul", "video",
})  # fmt: skip
_STRUCK: Final = frozenset({"del", "s", "strike"})
_LISTS: Final = frozenset({"ol", "ul", "menu", "dir"})
_KNOWN: Final = _INLINE | _OF_BLOCKS | _VOID | _UNSEEN
_AT = Position(line=1, column=1)


def read_others(source: str) -> tuple[Leaf, ...]:
    """The leaves of any text. Their places tell only which steps are the same."""
    source = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    html = _ENGINE.render(_FRONT_MATTER.sub("", source))
    if _takes_too_long(html):
        html = _WITHOUT_HTML.render(_FRONT_MATTER.sub("", source))
    body = LexborHTMLParser(html).body
    return tuple(_Reading().read(body)) if body is not None else ()


def _takes_too_long(html: str) -> bool:
    """Whether so much stands in one another, or has no end, that a parser of HTML would take for ever."""
    open_: Counter[str] = Counter()
    deep = reopened = copies = 0
    for slash, name in _TAG.findall(html):
        name = name.lower()
        if name in _VOID or name in _ENDED_BY_OTHERS:
            copies += reopened
        elif not slash:
            open_[name] += 1
            deep += 1
            reopened += name in _REOPENED
        elif open_[name]:
            open_[name] -= 1
            deep -= 1
            reopened -= name in _REOPENED
        if deep > _MOST_OPEN or copies > _MOST_COPIES:
            return True
    return False


@dataclass(slots=True)
class _Open:
    """An element within a line whose words are being read."""

    tag: str
    target: str = ""
    children: list[Inline] = field(default_factory=list)

    def closed(self) -> list[Inline]:
        """What it has become: its words in emphasis, in a link, or as they are."""
        inner = tuple(self.children)
        if not inner:
            return []
        if self.tag in ("strong", "b", "em", "i"):
            return [Emphasis(children=inner, strong=self.tag in ("strong", "b"), at=_AT)]
        if self.tag in _STRUCK:
            return [Text(text="~~", at=_AT), *inner, Text(text="~~", at=_AT)]
        if self.tag == "code":
            return [Code(text=words(inner), at=_AT)]
        if self.tag == "a" and self.target:
            return [Link(children=inner, target=_target(self.target), at=_AT)]
        return self.children


@dataclass(slots=True)
class _Table:
    """A table that is being read, and the cell of it."""

    rows: list[list[Cell]] = field(default_factory=list)
    lines: list[tuple[bool, tuple[Inline, ...]]] = field(default_factory=list)
    """The lines of the cell: whether each is an item of a list, and its words."""
    in_cell: bool = False
    outside: int = 0
    """How many steps the cell stands in."""

    def end_cell(self) -> None:
        """Set the lines of a cell under each other."""
        children: list[Inline] = []
        for number, (_, line) in enumerate(self.lines):
            children += [Break(at=_AT)] * bool(number) + list(line)
        items = tuple(number for number, (is_item, _) in enumerate(self.lines) if is_item)
        self.rows[-1].append(Cell(children=tuple(children), at=_AT, items=items))
        self.lines, self.in_cell = [], False


class _Reading:
    """One walk over a page in the order in which it is read, without recursion: a page may be deep."""

    def __init__(self) -> None:
        self._path: list[Step] = []
        self._numbers: list[int] = []
        self._open = [_Open("")]
        self._places = 0
        self._tables: list[_Table] = []
        self._level = 0
        self._leaves: list[Leaf] = []

    def read(self, body: LexborNode) -> list[Leaf]:
        """The leaves of an element."""
        node = body.first_child
        while node is not None:
            if self._enter(node) and node.first_child is not None:
                node = node.first_child
                continue
            self._leave(node)
            while node.next is None:
                above = node.parent
                if above is None or above.mem_id == body.mem_id:
                    self._end_paragraph()
                    return self._leaves
                node = above
                self._leave(node)
            node = node.next
        return self._leaves

    def _enter(self, node: LexborNode) -> bool:
        """What begins with a node; whether there is something to read in it."""
        tag = node.tag or ""
        if tag == "-text":
            self._open[-1].children.append(Text(text=node.text_content or "", at=_AT))
        elif tag == "br":
            self._open[-1].children.append(Break(at=_AT))
        elif tag == "img":
            self._open[-1].children.append(Text(text=node.attributes.get("alt") or "", at=_AT))
        elif tag in _UNSEEN:
            return False
        elif tag in _INLINE:
            self._open.append(_Open(tag, (node.attributes.get("href") or "") if tag == "a" else ""))
        else:
            self._end_paragraph()
            return self._begin(tag, node)
        return True

    def _begin(self, tag: str, node: LexborNode) -> bool:
        """What begins with an element that is no part of a line."""
        if tag == "pre" and not self._tables:
            if text := node.text().strip("\n"):
                self._leaves.append(CodeBlock(text=text, info="", at=_AT, path=tuple(self._path)))
            return False
        if tag == "blockquote":
            self._path.append(Quotation(at=self._place()))
        elif tag in _LISTS:
            ordered = tag == "ol"
            start = node.attributes.get("start") or ""
            first = int(start) if ordered and re.fullmatch("[0-9]{1,9}", start, re.ASCII) else 1
            self._path.append(List(ordered=ordered, start=first, style="1." if ordered else "-", at=self._place()))
            self._numbers.append(first - 1)
        elif tag == "li" and self._numbers:
            self._numbers[-1] += 1
            self._path.append(ListItem(number=self._numbers[-1], at=self._place()))
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and len(self._tables) == 1:
            self._tables[0].rows.append([])
        elif tag in ("td", "th") and len(self._tables) == 1 and self._tables[0].rows:
            self._tables[0].in_cell, self._tables[0].outside = True, len(self._path)
        elif _HEADING.fullmatch(tag):
            self._level = int(tag[1])
        return True

    def _leave(self, node: LexborNode) -> None:
        """What ends with a node."""
        tag = node.tag or ""
        if tag in ("-text", "br", "img") or tag in _UNSEEN:
            return
        if tag in _INLINE:
            done = self._open.pop()
            self._open[-1].children += done.closed()
            return
        if tag == "pre" and not self._tables:
            return
        self._end_paragraph()
        if tag == "blockquote":
            self._path.pop()
        elif tag in _LISTS:
            self._path.pop()
            self._numbers.pop()
        elif tag == "li" and self._numbers:
            self._path.pop()
        elif tag == "table":
            table = self._tables.pop()
            if not self._tables:
                self._leaves += _of_table(table.rows, tuple(self._path))
        elif tag in ("td", "th") and len(self._tables) == 1 and self._tables[0].in_cell:
            self._tables[0].end_cell()
        elif _HEADING.fullmatch(tag):
            self._level = 0

    def _end_paragraph(self) -> None:
        """Make a leaf, or a line of a cell, of the words read so far; elements that go on are opened again."""
        for outer, inner in zip(reversed(self._open[:-1]), reversed(self._open[1:]), strict=True):
            outer.children += inner.closed()
        children = _settled(self._open[0].children)
        for each in self._open:
            each.children = []
        if not children:
            return
        if self._tables and self._tables[0].in_cell:
            self._tables[0].lines.append((len(self._path) > self._tables[0].outside, children))
        elif self._level:
            self._leaves.append(Heading(level=self._level, id=None, children=children, at=_AT, path=tuple(self._path)))
        else:
            self._leaves.append(Paragraph(children=children, at=_AT, path=tuple(self._path)))

    def _place(self) -> Position:
        """A place that no other step has."""
        self._places += 1
        return Position(line=self._places, column=1)


def _of_table(rows: list[list[Cell]], path: tuple[Step, ...]) -> Iterator[Leaf]:
    """A table, its rows as wide as the widest; its cells as paragraphs where that would take cells without number."""
    for row in rows:
        while row and not row[-1].children:
            row.pop()
    if not (rows := [row for row in rows if row]):
        return
    width, cells = max(map(len, rows)), sum(map(len, rows))
    some, each = _MOST_EMPTY
    if width * len(rows) - cells > some + each * cells:
        yield from (
            Paragraph(children=cell.children, at=_AT, path=path) for row in rows for cell in row if cell.children
        )
        return
    empty = Cell(children=(), at=_AT)
    filled = tuple((*row, *([empty] * (width - len(row)))) for row in rows)
    yield Table(rows=filled, alignments=("",) * width, at=_AT, path=path)


class _Settling:
    """White space as a page shows it: once between words, none at the beginning of a line."""

    def __init__(self) -> None:
        self._at_space = True
        self._begun = False

    def settle(self, children: Sequence[Inline]) -> Iterator[Inline]:
        """The pieces that say something, in order."""
        for child in children:
            match child:
                case Text(text=text):
                    shown = _SPACE.sub(" ", _BETWEEN_WIDE.sub("", _without_templates(text)))
                    if self._at_space:
                        shown = shown.removeprefix(" ")
                    if shown:
                        self._at_space, self._begun = shown.endswith(" "), True
                        yield Text(text=shown, at=_AT)
                case Code(text=text):
                    self._at_space, self._begun = False, True
                    yield Code(text=_SPACE.sub(" ", text), at=_AT)
                case Break():
                    if self._begun:
                        self._at_space = True
                        yield child
                case Emphasis() | Link():
                    if inner := tuple(self.settle(child.children)):
                        yield replace(child, children=inner)


def _settled(children: Sequence[Inline]) -> tuple[Inline, ...]:
    """Words as a page shows them, without what stands behind the last one."""
    found = list(_Settling().settle(children))
    while found:
        last = found.pop()
        match last:
            case Text(text=text) if kept := text.rstrip(" "):
                found.append(Text(text=kept, at=_AT))
                break
            case Emphasis() | Link():
                if inner := _settled(last.children):
                    found.append(replace(last, children=inner))
                    break
            case Code():
                found.append(last)
                break
            case _:
                pass
    return tuple(_merged(found))


def _merged(children: Iterable[Inline]) -> Iterator[Inline]:
    """Neighbouring words as one piece."""
    parts: list[str] = []
    for child in children:
        if isinstance(child, Text):
            parts.append(child.text)
            continue
        if parts:
            yield Text(text="".join(parts), at=_AT)
            parts = []
        yield child
    if parts:
        yield Text(text="".join(parts), at=_AT)


def _without_templates(text: str) -> str:
    """Words without the signs of makers of sites. Looks for each end once, so that many beginnings take no time."""
    if "{" not in text:
        return text
    kept: list[str] = []
    at = 0
    while (begin := text.find("{%", at)) >= 0 and (end := text.find("%}", begin + 2)) >= 0:
        kept.append(text[at:begin])
        at = end + 2
    return _ATTRIBUTES.sub("", "".join((*kept, text[at:])))


def _target(url: str) -> Target:
    scheme = url.partition(":")[0].lower()
    return Target(scheme=scheme if scheme in ("https", "mailto", "tel") else "other", value=url)


def _footnote_is_no_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """CommonMark takes `[^1]: Words` for the address of a link, and its words would be lost."""
    at = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", at) and reference(state, start, end, silent)


def _typed_bullets(state: StateCore) -> None:
    """Lines that begin with `•` are items."""
    tokens: list[Token] = []
    for token in state.tokens:
        lines = token.content.split("\n") if token.type == "inline" else []
        if not any(line.startswith("•") for line in lines) or not tokens or tokens[-1].type != "paragraph_open":
            tokens.append(token)
            continue
        groups: list[list[str]] = []
        for line in lines:
            if line.startswith("•") or not groups:
                groups.append([])
            groups[-1].append(line)
        made: list[Token] = []
        in_list = False
        for group in groups:
            is_item = group[0].startswith("•")
            around = "<ul>" if is_item and not in_list else "</ul>" if in_list and not is_item else ""
            content = "\n".join((group[0].removeprefix("•").lstrip(), *group[1:]))
            made.append(_html(around + ("<li>" if is_item else "<p>")))
            made.append(Token("inline", "", 0, content=content, children=[]))
            made.append(_html("</li>" if is_item else "</p>"))
            in_list = is_item
        made.append(_html("</ul>" if in_list else ""))
        tokens += made
    state.tokens = tokens


def _html(content: str) -> Token:
    return Token("html_block", "", 0, content=content)


def _read_words(state: StateCore) -> None:
    """The library's reading of words. Where hundreds of brackets or comments are open it would take for ever, so there
    they are words."""
    for token in state.tokens:
        if token.type == "html_block" and _is_no_tag(token.content):
            token.type, token.children = "inline", [_words(token.content)]
        elif token.type == "inline":
            hostile = token.content.count("[") > _MOST_BRACKETS or token.content.count("<!") > _MOST_BRACKETS
            engine = _PLAIN_WORDS if hostile else state.md
            pieces = engine.inline.parse(token.content, state.md, state.env, [])
            is_no_tag = [each.type == "html_inline" and _is_no_tag(each.content) for each in pieces]
            token.children = [
                _words(each.content) if words_ else each for each, words_ in zip(pieces, is_no_tag, strict=True)
            ]


def _is_no_tag(html: str) -> bool:
    """Whether what looks like a tag is words, as in `<EU Representative>` and `a<b and c>d`, which browsers would drop:
    it names no element, or has other words than attributes that stand without a value."""
    found = _BARE_TAG.match(html)
    if found is None:
        return False
    name, bare = found[1].lower(), frozenset(found[2].lower().split())
    return ("-" not in name and name not in _KNOWN) or not bare <= _BARE


def _words(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _as_typed(url: str) -> str:
    return url


def _any(url: str) -> bool:
    return True


def _engine(*, html: bool) -> MarkdownIt:
    engine = MarkdownIt("commonmark", {"html": html, "maxNesting": DEEPEST}).enable("table")
    engine.block.ruler.at("reference", _footnote_is_no_definition)
    engine.core.ruler.at("inline", _read_words)
    engine.core.ruler.before("inline", "typed bullets", _typed_bullets)
    engine.normalizeLink = _as_typed  # type: ignore[method-assign]
    engine.normalizeLinkText = _as_typed  # type: ignore[method-assign, assignment]
    engine.validateLink = _any  # type: ignore[method-assign]
    return engine


_PLAIN_WORDS = MarkdownIt("commonmark").disable(["link", "image", "html_inline"])
_ENGINE, _WITHOUT_HTML = _engine(html=True), _engine(html=False)
