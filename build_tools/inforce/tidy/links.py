"""Mends of links: targets in forms that no policy holds, links without words, links that are defined elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from inforce.reader.targets import Refusal, read_target
from inforce.tidy.options import Options
from inforce.tidy.page import Block, Edit, Mends, Page
from inforce.tidy.relative import is_relative, name_of_relative

_DEFINITION = re.compile(
    r"[ ]{0,3}\[((?:[^\[\]\\\n]|\\.)+)\]:[ \t]*(?:<([^<>\n]*)>|(\S+))"
    r"(?:[ \t]+(\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*"
)
_USE = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\](?:\[((?:[^\[\]\\]|\\.)*)\])?(?![(:\[])")
_HOST = re.compile(r"(https://[A-Za-z0-9.-]+)(?=[?#])")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_SCHEME = re.compile(r"(https?|mailto|tel)(?=:)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Found:
    """A link in the words of a block, by offsets."""

    block: Block
    start: int
    words: tuple[int, int]
    target: tuple[int, int]
    """What stands between the round brackets as the target, without the angle brackets that may be around it."""
    end: int
    href: str
    autolink: bool


def links(page: Page) -> Iterator[Found]:
    """Every link whose place is certain, in order."""
    for block in page.blocks:
        open_: list[Token] = []
        for token in block.tokens:
            if token.type == "link_open":
                open_.append(token)
            elif token.type == "link_close" and open_ and (found := _found(block, open_.pop(), token)):
                yield found


def _found(block: Block, opener: Token, closer: Token) -> Found | None:
    text, start, close = block.words.text, opener.meta["at"], closer.meta["at"]
    href = str(opener.attrs.get("href", ""))
    if opener.markup == "autolink":
        end = text.find(">", start)
        inner = (start + 1, end)
        return Found(block=block, start=start, words=inner, target=inner, end=end + 1, href=href, autolink=True)
    if not text.startswith("](", close):
        return None
    at = close + 2
    at += len(text[at:]) - len(text[at:].lstrip())
    if text.startswith("<", at):
        begin, end = at + 1, text.find(">", at)
        after = end + 1
    else:
        begin, end = at, _end_of_target(text, at)
        after = end
    if end < 0 or unescapeAll(text[begin:end]) != href:
        return None
    title = re.compile(r"\s*(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))?\s*\)", re.DOTALL).match(
        text, after
    )
    if not title:
        return None
    words = (start + 1, close)
    return Found(block=block, start=start, words=words, target=(begin, end), end=title.end(), href=href, autolink=False)


def _end_of_target(text: str, at: int) -> int:
    depth = 0
    while at < len(text) and not text[at].isspace():
        if text[at] == "\\":
            at += 1
        elif text[at] == "(":
            depth += 1
        elif text[at] == ")":
            if depth == 0:
                return at
            depth -= 1
        at += 1
    return min(at, len(text))


def in_markup(target: str) -> str:
    """A target as it stands between round brackets."""
    return re.sub(r"[()<>\\\s]", lambda found: quote(found[0], safe=""), target)


def empty_links(page: Page, _: Options) -> Mends:
    """A link without words goes."""
    for link in links(page):
        begin, end = link.words
        if not link.autolink and not link.block.words.text[begin:end].strip():
            text = " " if end > begin else ""
            yield page.span(link.block.words, link.start, link.end, text)


Better = Callable[[str, Options], str | None]
"""A target in the place of one that the reader refuses; None where it is not certain."""


def led_by(better: Better) -> Callable[[Page, Options], Mends]:
    """The mends that let links go where they should."""

    def find(page: Page, options: Options) -> Mends:
        for link in links(page):
            new = better(link.href, options)
            if new is None:
                continue
            text = link.block.words.text
            if link.autolink:
                words = text[link.words[0] : link.words[1]]
                yield page.span(link.block.words, link.start, link.end, f"[{words}]({new})")
            else:
                yield page.span(link.block.words, *link.target, new)

    return find


def section_target(href: str, options: Options) -> str | None:
    """The section whose file lies beside this one."""
    id_ = _section_of(href, options)
    return f"section:{id_}" if id_ and href in (f"{id_}.md", f"./{id_}.md") else None


def named_target(href: str, options: Options) -> str | None:
    """A name, of which links.yml can say later where it leads, for a path from nobody knows where."""
    if options.address or not is_relative(href) or _section_of(href, options):
        return None
    return f"link:{name_of_relative(href)}"


def _section_of(href: str, options: Options) -> str | None:
    """The section that a path may mean: in another language or at a heading, only a person knows."""
    found = re.fullmatch(r"(?:\.{1,2}/)*(?:[\w-]+/)?([a-z][a-z0-9-]*)\.md(?:#.*)?", href)
    return found[1] if found and found[1] in options.sections else None


def better_target(href: str, options: Options) -> str | None:
    """`http:` becomes `https:`, an e-mail address gets `mailto:`, an odd sign in an address its code."""
    if not href.strip() or href.startswith("#") or not isinstance(read_target(href), Refusal):
        return None
    new = (
        _SCHEME.sub(lambda found: found[0].lower(), href.strip(), count=1)
        if _SCHEME.match(href.strip())
        else href.strip()
    )
    if new.startswith("http://"):
        new = f"https://{new[7:]}"
    elif new.startswith("//"):
        new = f"https:{new}"
    elif new.startswith("www."):
        new = f"https://{new}"
    elif _EMAIL.fullmatch(new):
        new = f"mailto:{new}"
    elif options.address and is_relative(new):
        new = urljoin(options.address, new)
    if new.startswith("https://"):
        new = _HOST.sub(r"\1/", new)
        new = "".join(quote(char) if char in " \"'`\\{}|^<>" or ord(char) > 0x2FFFF else char for char in new)
    elif new.startswith("mailto:"):
        address, sign, subject = new.partition("?subject=")
        if re.search("[&#]", subject):
            return None  # what follows may be another field, such as the body
        new = (
            re.sub(r"(?<=[:@])\s+|\s+(?=@|$)", "", address)
            + sign
            + re.sub(r"[^A-Za-z0-9%._~!$',;:@/?+-]", lambda each: quote(each[0]), subject)
        )
    elif new.startswith("tel:"):
        if re.search(r"\(\s*0", new):
            return None  # `+32 (0)2` is dialled without the 0
        new = "tel:" + re.sub(r"[\s().]+", "-", new[4:].strip()).strip("-")
    return in_markup(new) if new != href and not isinstance(read_target(new), Refusal) else None


# ---- definitions


def definitions(page: Page, _: Options) -> Mends:
    """`[words][name]` with `[name]: target` below becomes `[words](target)`; a definition is then not needed."""
    defined, lines = _defined(page)
    if not defined:
        return
    edits: list[Edit] = []
    for block in page.blocks:
        if block.begin in lines:
            continue
        text = block.words.text
        free = {
            token.meta["at"] + at for token in block.tokens if token.type == "text" for at in range(len(token.content))
        }
        for found in _USE.finditer(text):
            name = _folded(found[2] or found[1])
            if name in defined and found.start() in free:
                begin = found.end(1)
                edits.append(page.span(block.words, begin, found.end(), f"]({defined[name]})"))
    edits += (Edit(start=page.start_of(line), end=page.end_of(line), text="") for line in lines)
    yield tuple(sorted(edits, key=lambda edit: edit.start))


def _defined(page: Page) -> tuple[Mapping[str, str], list[int]]:
    """The definitions that stand in paragraphs of their own: target and title by name, and their lines."""
    defined: dict[str, str] = {}
    lines: list[int] = []
    for block in page.blocks:
        if block.kind != "paragraph" or block.inside:
            continue
        found = [_DEFINITION.fullmatch(page.lines[line]) for line in range(block.begin, block.end)]
        if not all(one is not None and not one[1].startswith("^") for one in found):
            continue
        for one in found:
            assert one is not None
            title = f" {one[4]}" if one[4] else ""
            defined.setdefault(_folded(one[1]), f"{in_markup(unescapeAll(one[2] or one[3] or ''))}{title}")
        lines += range(block.begin, block.end)
    return defined, lines


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
