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

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from inforce.model.text import Leaf
from inforce.reader.html.elements import BARE, ENDED_BY_OTHERS, KNOWN, REOPENED, VOID
from inforce.reader.html.leaves import leaves_of_html

DEEPEST = 60
"""Levels of nesting that Markdown may have; what is deeper is words."""
_MOST_OPEN, _MOST_COPIES = 200, 200_000
"""Elements of HTML that stand in one another, and copies of emphasis without end that browsers have to make: with more,
which no text of words has, the HTML is shown as it is typed. The rules of HTML take time in square number there."""
_MOST_BRACKETS = 100
"""Opening brackets of a paragraph beyond those closed: more are words. (A link looks for its end at each.)"""
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_BARE_TAG = re.compile(r"</?([a-z][a-z0-9-]*)([^<>=]*?)/?>", re.IGNORECASE)


def read_others(source: str) -> tuple[Leaf, ...]:
    """The leaves of any text. Their places tell only which steps are the same."""
    source = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    words = _FRONT_MATTER.sub("", source)
    html = _ENGINE.render(words)
    return leaves_of_html(_WITHOUT_HTML.render(words) if _takes_too_long(html) else html)


def _takes_too_long(html: str) -> bool:
    """Whether so much stands in one another, or has no end, that a parser of HTML would take for ever."""
    open_: Counter[str] = Counter()
    deep = reopened = copies = 0
    for slash, name in _TAG.findall(html):
        name = name.lower()
        copies += reopened * (name not in REOPENED)
        if name in VOID or name in ENDED_BY_OTHERS:
            continue
        if not slash:
            open_[name] += 1
            deep += 1
            reopened += name in REOPENED
        elif open_[name]:
            open_[name] -= 1
            deep -= 1
            reopened -= name in REOPENED
        if deep > _MOST_OPEN:
            return True
    return copies > _MOST_COPIES


def _definition_but_no_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
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
    return ("-" not in name and name not in KNOWN) or not bare <= BARE


def _words(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _as_typed(url: str) -> str:
    return url


def _any(url: str) -> bool:
    return True


def _engine(*, html: bool) -> MarkdownIt:
    engine = MarkdownIt("commonmark", {"html": html, "maxNesting": DEEPEST}).enable("table")
    engine.block.ruler.at("reference", _definition_but_no_footnote)
    engine.core.ruler.at("inline", _read_words)
    engine.core.ruler.before("inline", "typed bullets", _typed_bullets)
    engine.normalizeLink = _as_typed  # type: ignore[method-assign]
    engine.normalizeLinkText = _as_typed  # type: ignore[method-assign, assignment]
    engine.validateLink = _any  # type: ignore[method-assign]
    return engine


_PLAIN_WORDS = MarkdownIt("commonmark").disable(["link", "image", "html_inline"])
_ENGINE, _WITHOUT_HTML = _engine(html=True), _engine(html=False)
