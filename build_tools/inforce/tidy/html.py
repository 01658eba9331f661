"""Mends of HTML: the tags that have a form in Markdown get it, those that say nothing go, and all others stay."""

from __future__ import annotations

import re

from markdown_it.token import Token

from inforce.tidy.elements import is_element, is_stray, name_of, named, names_in, starts
from inforce.tidy.html_blocks import Unsure, as_markdown
from inforce.tidy.links import in_markup
from inforce.tidy.options import Options
from inforce.tidy.page import Block, Edit, Mends, Page

BOLD, ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em"})
NOTHING = frozenset({"span", "font", "u", "center", "div", "small", "big", "section", "article", "main", "wbr", "nobr"})
"""Tags without which the words say the same."""
_STRAY = NOTHING | BOLD | ITALIC | {"p", "a", "li", "ul", "ol", "header", "footer"}
"""End tags that say nothing where nothing has begun."""
_IN_CELLS = frozenset({"p", "ul", "li", "br", "div"})
_FRAME = re.compile(
    r"\s*(?:</?(?:div|center|section|article|main|header|footer|span|p|br)\b[^<>]*>\s*)+", re.IGNORECASE
)
_ENDS = re.compile(r"\s*(?:</[A-Za-z][^<>]*>\s*)+")
_COMMENT = re.compile(r"\s*(?:<!--(?:(?!--).)*-->\s*)+", re.DOTALL)
_ANCHORS = re.compile(r"\s*(?:<a\b(?![^<>]*\bhref)[^<>]*>\s*</a>\s*|<a\b(?![^<>]*\bhref)[^<>]*/>\s*)+", re.IGNORECASE)


def comments(page: Page, _: Options) -> Mends:
    """A comment goes: no reader sees it."""
    for block in page.blocks:
        for token in block.tokens:
            if token.type == "html_inline" and token.content.startswith("<!--"):
                at = token.meta["at"]
                yield page.span(block.words, at, at + len(token.content), "")
    for token, inside in zip(page.tokens, page.inside, strict=True):
        if token.type == "html_block" and token.map and _COMMENT.fullmatch(token.content):
            begin, end = token.map
            yield page.cleared(begin, inside) if inside else page.without(begin, end)


def breaks(page: Page, _: Options) -> Mends:
    """`<br>` becomes a backslash at the line's end; at the end of a paragraph it goes."""
    for block in page.blocks:
        if block.kind == "cell":
            continue
        text = block.words.text
        for token in block.tokens:
            if token.type != "html_inline" or name_of(token.content) != "br" or token.content.startswith("</"):
                continue
            begin, end = token.meta["at"], token.meta["at"] + len(token.content)
            end += len(text[end:]) - len(text[end:].lstrip(" \n"))
            begin -= len(text[:begin]) - len(text[:begin].rstrip(" \n"))
            if end == len(text) and text[:begin].endswith("\\") and not text[:begin].endswith("\\\\"):
                begin -= 1
            if begin == 0 or end == len(text):
                yield page.span(block.words, begin, end, "")
            elif block.kind == "heading":
                yield page.span(block.words, begin, end, " ")
            elif text[:begin].endswith("\\") or text.startswith("<br", end):
                yield page.span(block.words, begin, end, "\n" if text[:begin].endswith("\\") else "<br>")
                break
            else:
                line = block.words.at(begin - 1).line - 1
                yield page.span(block.words, begin, end, f"\\\n{page.margin(line, block.inside)}")


def doubled_breaks(page: Page, _: Options) -> Mends:
    """`<br><br>` between words of a paragraph parts two paragraphs."""
    for block in page.blocks:
        if block.kind != "paragraph":
            continue
        for found in re.finditer(r"(?<![ \n])[ \n]*<br[ ]*/?>(?:\s*<br[ ]*/?>)+\s*", block.words.text, re.IGNORECASE):
            at = {token.meta["at"] for token in block.tokens if token.type == "html_inline"}
            first = found.start() + found[0].find("<")
            open_ = sum(token.nesting for token in block.tokens if token.meta["at"] < first)
            if first in at and open_ == 0:
                begin, end = found.span()
                is_edge = begin == 0 or end == len(block.words.text)
                margin = page.margin(block.begin, block.inside)
                text = "" if is_edge else f"\n{margin.rstrip()}\n{margin}"
                yield page.span(block.words, begin, end, text)
                break


def cell_blocks(page: Page, _: Options) -> Mends:
    """Paragraphs and bullets of HTML in a cell become its lines."""
    for block in page.blocks:
        if block.kind != "cell":
            continue
        text = block.words.text
        tags = [token for token in block.tokens if token.type == "html_inline" and name_of(token.content) in _IN_CELLS]
        names = [f"{'/' * token.content.startswith('</')}{name_of(token.content)}" for token in tags]
        is_nested = re.search(r"(?<!/)\bul (?:(?!/ul)\S+ )*ul\b", " ".join(names))
        if not set(names) - {"br"} or is_nested or "<ol" in text.lower() or page.linked.intersection(names_in(text)):
            continue
        runs: list[list[Token]] = []
        for token in tags:
            last = runs[-1][-1] if runs else None
            if last is None or text[last.meta["at"] + len(last.content) : token.meta["at"]].strip():
                runs.append([])
            runs[-1].append(token)
        edits: list[Edit] = []
        for run in runs:
            begin, end = run[0].meta["at"], run[-1].meta["at"] + len(run[-1].content)
            sign = "- " if any(re.match("<li", token.content, re.IGNORECASE) for token in run) and len(runs) > 2 else ""
            if not text[end:].strip():
                sign = ""
            elif text[:begin].strip():
                sign = f"<br>{sign}"
            end += len(text[end:]) - len(text[end:].lstrip(" "))
            begin -= len(text[:begin]) - len(text[:begin].rstrip(" "))
            edits.append(page.span(block.words, begin, end, sign))
        yield tuple(edits)


def inline_tags(page: Page, _: Options) -> Mends:
    """`<b>` becomes stars, `<a href>` a link; tags that say nothing go; what is no tag gets a backslash."""
    for block in page.blocks:
        tags = [token for token in block.tokens if token.type == "html_inline"]
        open_: list[Token] = []
        for token in tags:
            at, name = token.meta["at"], name_of(token.content)
            if is_stray(token.content, page.source):
                yield page.span(block.words, at, at + len(token.content), "")
            elif not is_element(token.content):
                yield page.span(block.words, at, at + 1, "\\<")
            elif token.content.startswith("</"):
                if open_ and name_of(open_[-1].content) == name:
                    yield from _pair(page, block, open_.pop(), token)
                elif name in _STRAY and all(name_of(each.content) != name for each in open_):
                    yield page.span(block.words, at, at + len(token.content), "")
            elif name == "br":
                if block.kind == "cell" and not re.fullmatch(r"<br[ ]*/?>", token.content, re.IGNORECASE):
                    yield page.span(block.words, at, at + len(token.content), "<br>")
            elif token.content.endswith("/>") and name in NOTHING | {"a"}:
                if not page.linked.intersection(names_in(token.content)):
                    yield page.span(block.words, at, at + len(token.content), "")
            elif name and name != "img":
                open_.append(token)


def _pair(page: Page, block: Block, opener: Token, closer: Token) -> Mends:
    """A start tag and its end tag."""
    text, name = block.words.text, name_of(opener.content)
    start, begin = opener.meta["at"], opener.meta["at"] + len(opener.content)
    end, after = closer.meta["at"], closer.meta["at"] + len(closer.content)
    inner = text[begin:end]
    href = "".join(given.get("href", "") for tag, given in starts(opener.content) if tag == "a")
    kept = "".join(named(each) for each in names_in(opener.content) if each in page.linked)
    if name in BOLD | ITALIC and inner.strip():
        signs = "**" if name in BOLD else "*"
        lead, trail = len(inner) - len(inner.lstrip()), len(inner) - len(inner.rstrip())
        yield (
            page.span(block.words, start, begin + lead, kept + inner[:lead] + signs),
            page.span(block.words, end - trail, after, signs + inner[len(inner) - trail :]),
        )
    elif name == "code" and inner.strip() and _is_plain(block, begin, end):
        yield page.span(block.words, start, begin, f"{kept}`"), page.span(block.words, end, after, "`")
    elif href and inner.strip():
        target = page.span(block.words, end, after, f"]({in_markup(href)})")
        yield page.span(block.words, start, begin, f"{kept}["), target
    elif (
        name in NOTHING | BOLD | ITALIC
        or (name == "a" and not href)
        or (name in ("p", "code", "a") and not inner.strip())
    ) and text[start:after] != kept:
        if not inner and not kept and re.fullmatch(r"(?:[]*_)]|\(id:[a-z0-9-]+\))*", text[after:]):
            start -= len(text[:start]) - len(text[:start].rstrip(" "))
        yield page.span(block.words, start, begin, kept), page.span(block.words, end, after, "")


def _is_plain(block: Block, begin: int, end: int) -> bool:
    """Whether no sign between two offsets is markup, so that all of them are shown in code as well."""
    tokens = [token for token in block.tokens if begin <= token.meta["at"] < end]
    return all(token.type in ("text", "softbreak") for token in tokens) and "`" not in block.words.text[begin:end]


def blocks(page: Page, _: Options) -> Mends:
    """A block of HTML that Markdown can say becomes Markdown; a frame around blocks goes."""
    index = 0
    while index < len(page.tokens):
        token = page.tokens[index]
        index += 1
        if token.type != "html_block" or not token.map or page.inside[index - 1] or token.content.startswith("<!--"):
            continue
        begin, end = token.map
        last = index
        while True:
            source = "\n".join(page.lines[begin:end])
            ends = _ENDS.fullmatch(source) and re.findall(r"</[^<>]+>", source)
            is_idle = bool(ends) and all(is_stray(end, page.source) for end in ends or ())
            text = "" if is_idle else _block(source, page.linked)
            if text is not None:
                whole = Edit(start=page.start_of(begin), end=page.end_of(end - 1), text=text.strip("\n"))
                yield whole if whole.text else page.without(begin, end)
                index = last
                break
            following = page.tokens[last] if last < len(page.tokens) else None
            if following is None or following.type != "html_block" or not following.map:
                break
            end, last = following.map[1], last + 1
            while end > begin and not page.lines[end - 1].strip():
                end -= 1


def _block(source: str, linked: frozenset[str]) -> str | None:
    if source.lstrip().startswith("<") and not is_element(source.lstrip()):
        return source.replace("<", "\\<", 1)
    if _FRAME.fullmatch(source) or _ANCHORS.fullmatch(source):
        return "".join(named(name) for name in names_in(source) if name in linked)
    try:
        return as_markdown(source, linked)
    except Unsure:
        return None
