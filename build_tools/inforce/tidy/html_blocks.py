"""HTML as Markdown: paragraphs, headings, lists, plain tables and the words in them. What it doesn't know, or what is
not written whole, it leaves (`Unsure`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from inforce.tidy.elements import named, names_in
from inforce.tidy.links import in_markup

_FRAMES = frozenset({"div", "section", "article", "main", "center", "header", "footer", "thead", "tbody", "tfoot"})
_BLOCKS = _FRAMES | {"p", "ul", "ol", "li", "table", "tr", "td", "th", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
_PLAIN = frozenset({"span", "font", "u", "small", "big", "nobr"})
_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_EMPTY = frozenset({"br", "hr", "wbr"})
_NAME = "#name"
"""A name that links lead to, in the place of the id of an element."""
_CLOSES = {"li": ("li",), "tr": ("tr", "td", "th"), "td": ("td", "th"), "th": ("td", "th"), "p": ("p",)}
_BEGINS = re.compile(r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-+\s*$|~{3})|([0-9]{1,9})(?=[.)](?:\s|$))")


class Unsure(Exception):
    """Nothing is said for certain."""


@dataclass
class _Node:
    name: str
    attributes: dict[str, str]
    children: list[_Node | str] = field(default_factory=list)


def as_markdown(source: str, linked: frozenset[str] = frozenset()) -> str:
    """Whole blocks of HTML as Markdown, in which the names that are linked still stand. Raises Unsure."""
    tree = _Tree(linked)
    tree.feed(source)
    tree.close()
    return "\n\n".join(_blocks(tree.whole()))


class _Tree(HTMLParser):
    def __init__(self, linked: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._linked = linked
        self._root = _Node("", {})
        self._open = [self._root]

    def whole(self) -> _Node:
        while self._open[-1].name in ("p", "li", "td", "tr"):
            self._open.pop()
        if len(self._open) > 1:
            raise Unsure
        return self._root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _BLOCKS | _PLAIN | _EMPTY | {*_SIGNS, "a", "code"}:
            raise Unsure
        if tag in _BLOCKS and self._open[-1].name == "p":
            self._open.pop()
        if self._open[-1].name in _CLOSES.get(tag, ()):
            self._open.pop()
            if tag == "tr" and self._open[-1].name == "tr":
                self._open.pop()
        node = _Node(tag, {name: value or "" for name, value in attrs})
        names = [
            _Node(_NAME, {"id": name}) for name in names_in(self.get_starttag_text() or "") if name in self._linked
        ]
        if tag in _EMPTY or tag in ("ul", "ol", "table"):
            self._open[-1].children += names
        else:
            node.children += names
        self._open[-1].children.append(node)
        if tag not in _EMPTY:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY:
            return
        while self._open[-1].name != tag and self._open[-1].name in ("p", "li", "td", "th", "tr"):
            self._open.pop()
        if self._open[-1].name != tag:
            raise Unsure
        self._open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _EMPTY:
            raise Unsure
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def handle_decl(self, decl: str) -> None:
        raise Unsure

    def unknown_decl(self, data: str) -> None:
        raise Unsure


# ---- blocks


def _blocks(node: _Node) -> list[str]:
    """The blocks that a node holds; words between them are paragraphs."""
    made: list[str] = []
    run: list[_Node | str] = []

    def end_of_run() -> None:
        if words := _words(run):
            made.append(_guarded(words))
        run.clear()

    for child in node.children:
        if isinstance(child, str) or (child.name not in _BLOCKS and child.name != "hr"):
            run.append(child)
            continue
        end_of_run()
        if child.name != "hr":
            made += _block(child)
    end_of_run()
    return made


def _block(node: _Node) -> list[str]:
    match node.name:
        case "p" | "div" | "section" | "article" | "main" | "center" | "header" | "footer":
            return _blocks(node)
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            words = _words(node.children).replace("\\\n", " ")
            return [f"{'#' * int(node.name[1])} {words}"] if words else []
        case "ul" | "ol":
            return [_list(node)]
        case "table":
            return [_table(node)]
        case "blockquote":
            text = "\n\n".join(_blocks(node))
            return ["\n".join(f"> {line}".rstrip() for line in text.split("\n"))] if text else []
        case _:
            raise Unsure


def _list(node: _Node) -> str:
    if node.name == "ol" and (node.attributes.get("type", "1") != "1" or "reversed" in node.attributes):
        raise Unsure
    start = node.attributes.get("start", "1")
    if not start.isdigit():
        raise Unsure
    items: list[str] = []
    is_loose = False
    for child in node.children:
        if isinstance(child, str):
            if child.strip():
                raise Unsure
            continue
        if child.name != "li" or "value" in child.attributes:
            raise Unsure
        blocks = _blocks(child)
        if not blocks:
            continue
        sign = f"{int(start) + len(items)}. " if node.name == "ol" else "- "
        is_list = [bool(re.match(r"(?:- |[0-9]+\. )", block)) for block in blocks]
        is_loose = is_loose or sum(not each for each in is_list) > 1
        text = blocks[0]
        for block, nested in zip(blocks[1:], is_list[1:], strict=True):
            text += f"\n{block}" if nested else f"\n\n{block}"
        margin = " " * len(sign)
        items.append(sign + "\n".join(f"{margin}{line}" if line else "" for line in text.split("\n")).lstrip())
    if not items:
        raise Unsure
    return ("\n\n" if is_loose else "\n").join(items)


def _table(node: _Node) -> str:
    rows = _rows(node)
    if not rows or not all(cell.name == "th" for cell in rows[0]):
        raise Unsure  # which row is the head, nobody says
    width = len(rows[0])
    lines: list[str] = []
    for row in rows:
        if len(row) != width or any({"colspan", "rowspan"} & set(cell.attributes) for cell in row):
            raise Unsure
        lines.append("| " + " | ".join(_cell(cell) for cell in row) + " |")
    lines.insert(1, "| " + " | ".join("---" for _ in range(width)) + " |")
    return "\n".join(lines)


def _rows(node: _Node) -> list[list[_Node]]:
    rows: list[list[_Node]] = []
    for child in node.children:
        if isinstance(child, str):
            if child.strip():
                raise Unsure
        elif child.name in ("thead", "tbody", "tfoot"):
            rows += _rows(child)
        elif child.name == "tr":
            cells = [each for each in child.children if isinstance(each, _Node)]
            if any(each.name not in ("td", "th") for each in cells):
                raise Unsure
            if any(isinstance(each, str) and each.strip() for each in child.children):
                raise Unsure
            rows.append(cells)
        else:
            raise Unsure
    return rows


def _cell(node: _Node) -> str:
    lines: list[str] = []
    for block in _blocks(node):
        if re.match(r"#|>|\||[0-9]+\. ", block) or re.search(r"^[ ]+(?:-|[0-9]+\.) ", block, re.MULTILINE):
            raise Unsure
        lines += block.replace("\\\n", "\n").split("\n")
    lines = [line for line in lines if line.strip()]
    if len(lines) == 1 and lines[0].startswith("- "):
        lines[0] = lines[0][2:]
    return "<br>".join(line.strip() for line in lines).replace("|", "\\|")


# ---- words


def _words(children: list[_Node | str]) -> str:
    text = _inline(children)
    text = re.sub(r"[ \n]*\n[ \n]*", "\n", re.sub(r"[ \t]+", " ", text)).strip(" \n")
    text = re.sub(r"(?:[ ]*\x00[ \n]*)+", "\\\\\n", text.strip(" \n\x00"))
    return text.replace("\n ", "\n")


def _inline(children: list[_Node | str]) -> str:
    parts: list[str] = []
    for child in children:
        if isinstance(child, str):
            parts.append(_escaped(re.sub(r"[ \t\r\n]+", " ", child)))
            continue
        inner = _inline(child.children)
        bare = inner.strip()
        if child.name == "br":
            parts.append("\x00")
        elif child.name == _NAME:
            parts.append(named(child.attributes["id"]))
        elif child.name in _PLAIN or child.name == "wbr":
            parts.append(inner)
        elif child.name in _SIGNS and bare:
            lead, trail = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
            parts.append(f"{lead}{_SIGNS[child.name]}{bare}{_SIGNS[child.name]}{trail}")
        elif child.name == "a" and bare and child.attributes.get("href"):
            parts.append(f"[{bare}]({in_markup(child.attributes['href'])})")
        elif child.name in ("a", *_SIGNS):
            parts.append(inner)
        elif child.name == "code":
            parts.append(_code(child))
        else:
            raise Unsure
    return "".join(parts)


def _code(node: _Node) -> str:
    """Words as they are typed, such as the name of a cookie, in which no sign is markup."""
    if not all(isinstance(child, str) for child in node.children):
        raise Unsure
    text = re.sub(r"[ \t\r\n]+", " ", "".join(child for child in node.children if isinstance(child, str)))
    bare = text.strip()
    if not bare or "`" in bare:
        raise Unsure
    return text.replace(bare, f"`{bare}`", 1)


def _escaped(text: str) -> str:
    text = re.sub(r"[\\`*\[\]<]", lambda found: f"\\{found[0]}", text)
    text = re.sub(r"(?<!\w)_|_(?!\w)", r"\\_", text)
    return re.sub(r"&(?=#?\w+;)", r"\\&", text)


def _guarded(words: str) -> str:
    """Lines that would begin another block get a backslash."""
    lines = words.split("\n")
    for number, line in enumerate(lines):
        if found := _BEGINS.match(line):
            at = found.end(1) if found[1] else 0
            lines[number] = f"{line[:at]}\\{line[at:]}"
    return "\n".join(lines)
