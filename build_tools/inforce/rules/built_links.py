"""Words and links of a page of the handbook that deceive: held to what sections are held to (L303, X302, X303, X305).

Read from the page as MkDocs built it, since a link can be written in many ways (Markdown, HTML, a definition).
Code shows what it shows: there only characters that nobody sees are looked for, in the source (`storage.handbook`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote

from inforce.problems import Location
from inforce.reader.characters.lookalike_hosts import check_hosts
from inforce.reader.characters.lookalikes import lookalikes
from inforce.reader.characters.words import check_controls
from inforce.reader.findings import quoted
from inforce.rules.addresses import as_browsers_read
from inforce.rules.built_pages import Strange
from inforce.rules.letters_as_figures import letters_as_figures
from inforce.rules.link_words import stray_addresses
from inforce.rules.readings.addresses import AddressKind
from inforce.rules.said_beside import check_said_beside
from inforce.rules.theme_classes import is_turning

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "audio",
})  # fmt: skip
"""Elements whose words stand apart from those around them."""
_IN_A_LINE = frozenset({
    "a", "abbr", "b", "br", "cite", "code", "del", "div", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "i", "img", "ins", "kbd", "mark", "p", "picture", "q", "s", "samp", "small", "source", "span", "strong",
    "sub", "sup", "tt", "u", "var", "wbr",
})  # fmt: skip
"""Elements whose words a link shows in the order in which they are written, one after the other or on lines of their
own. Not so those with a direction of their own, ruby, cells, and what stands in a film for who can't see it."""
_SAYING = ("title", "aria-label")
"""Attributes of a link that say where it goes."""
FACT = "data-fact"
"""The attribute that says of words that they state a fact."""
_PICTURE = "\u25a2"
"""What stands for a picture among words that state a fact: nobody reads what it shows."""
_SHOWN_WHOLE = frozenset({"img", "source"})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_BARE = re.compile(r"(?:(https?://)|(?<![\w.@/])www\.)[^\s<>()\"'’”»]*[\w/]", re.IGNORECASE)
_BESIDE = 1000
"""So many characters on each side of a link say what it is about."""
_USER = re.compile(r"https?:/*[^/?#]*@", re.IGNORECASE)


@dataclass(slots=True)
class _Link:
    target: str
    """As a browser reads it."""
    labels: list[str]
    start: int
    end: int = 0
    odd: str = ""
    """What in it could show its words otherwise than they are read here."""
    unpictured: list[str] | None = None
    """Its words without what describes pictures, which may show nothing; None where it holds no picture."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a page that are said to state a fact."""

    path: str
    """The fact's, as it is written."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Passage:
    """Words that stand together, with the links in them."""

    text: str
    links: tuple[_Link, ...]
    code: tuple[tuple[int, int], ...] = ()
    """From where to where it shows code."""
    marked: tuple[Marked, ...] = ()


def check_links(content: str, *, own: str | None, language: str | None, region: str | None = None) -> Iterator[Strange]:
    """What deceives in the words that a page was made of, as HTML. `own` is the address of the site; `language` a BCP
    47 tag; `region` the country (ISO 3166-1) whose telephone numbers are written without +."""
    for passage in _passages(content):
        yield from check_reading(passage.text, language)
        for link in passage.links:
            yield from _of_link(link, passage.text, own, region)
    yield from check_said_beside(content)


def targets(content: str) -> list[str]:
    """Where the links of a page lead, as they are written in what it was made of, each once."""
    found = (link.target for passage in _passages(content) for link in passage.links)
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A link as readers see it: its words, those before and behind it, and where it leads."""

    words: str
    before: str
    behind: str
    target: str


def labelled(content: str) -> Iterator[Labelled]:
    """The links of a page that have words, and the web addresses in its words, which readers copy."""
    for passage in _passages(content):
        text, free = passage.text, list(passage.text)
        spans = [(link.start, link.end, link.target) for link in passage.links]
        for start, end in (*((start, end) for start, end, _ in spans), *passage.code):
            free[start:end] = " " * (end - start)
        bare = ((found.start(), found.end(), found[0], found[1]) for found in _BARE.finditer("".join(free)))
        spans += ((start, end, said if scheme else f"https://{said}") for start, end, said, scheme in bare)
        for start, end, target in spans:
            if words := " ".join(text[start:end].split()):
                yield Labelled(words, text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE], target)


def marked_words(content: str) -> Iterator[tuple[str, tuple[Marked, ...]]]:
    """The passages of a page that have words which are said to state a fact, with those words."""
    return ((passage.text, passage.marked) for passage in _passages(content) if passage.marked)


def check_named(name: str, target: str, *, own: str | None, region: str | None) -> Iterator[Strange]:
    """The same for a link that is not in a page, by its name and where it leads."""
    yield from _of_link(_Link(as_browsers_read(target), [name], 0), "", own, region)


def check_reading(text: str, language: str | None) -> Iterator[Strange]:
    """X302, X303 and X305 for some words."""
    plain = " ".join(text.split())
    if unseen := check_controls(plain, Location(file="")):
        for one in unseen:
            yield Strange(code=one.code, message=one.message, remedy=one.remedy, traces=tuple(_ways_to_write(plain)))
        return
    for each in (*lookalikes(plain, language), *letters_as_figures(plain, language)):
        traces = (each.found, *_ways_to_write(each.found))
        yield Strange(code=each.code, message=each.message, remedy=each.remedy, traces=traces)


def _ways_to_write(words: str) -> Iterator[str]:
    """How HTML may write the characters that nobody sees, or that are no ASCII: in the words, or as references."""
    odd = [char for char in dict.fromkeys(words) if unicodedata.category(char) in ("Cf", "Cc", "Lo", "Co", "Cn")]
    for char in (*odd, *(one for one in dict.fromkeys(words) if not one.isascii() and one not in odd)):
        yield from (f"&#x{ord(char):x};", f"&#{ord(char)};", f"&#x{ord(char):04x};")
    for word in words.split():
        if any(char in word for char in odd):
            yield word


def _of_link(link: _Link, text: str, own: str | None, region: str | None) -> Iterator[Strange]:
    said = text[link.start : link.end]
    target, traces = link.target, (link.target, link.target.partition("//")[2] or link.target, said)
    if link.odd:
        message = f"a link holds {link.odd}: its words could be seen otherwise than they are written."
        yield Strange(code="H109", message=message, remedy="Write plain words in it.", traces=(*traces, said))
    if target.startswith("//"):
        message = f"a link to {quoted(target, 80)} leads to another site and looks like one of ours."
        yield Strange(code="H109", message=message, remedy="Write the whole address, with https:.", traces=traces)
        target = f"https:{target}"
    if _USER.match(target):
        message = f"the link goes to {quoted(target, 80)}: what stands before the @ is not where it goes."
        yield Strange(code="H109", message=message, remedy="Write the address without it.", traces=traces)
    for one in check_hosts(unquote(target)):
        yield Strange(code=one.code, message=one.message, remedy=one.remedy, traces=traces)
    at_home = not _SCHEME.match(target)
    goes = (own or "https://this-site.invalid/") if at_home else target
    whole = [(text, link), *((label, _Link(target, [], 0, len(label))) for label in link.labels)]
    for words, place in whole:
        for address, _ in stray_addresses(words, place, goes, region):
            # "site.yml" or "the domain example.org" may be a page that is about it
            if at_home and (address.kind is AddressKind.DOMAIN or (own and address.text.startswith(own))):
                continue
            message = f"the words read as the {address.kind} {quoted(address.text, 80)}; the link goes to "
            message += "a page of this site." if at_home else f"{quoted(target, 80)}."
            cure = "Let the link go where its words say, or write other words."
            yield Strange(code="L303", message=message, remedy=cure, traces=traces)
            return


def _passages(content: str) -> Iterator[_Passage]:
    reader = _Reader()
    reader.feed(content)
    reader.close()
    reader.part()
    yield from reader.passages


class _Reader(HTMLParser):
    """Parts HTML that is plain (reader.html.plain_html`) into passages."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[_Passage] = []
        self._parts: list[str] = []
        self._length = 0
        self._links: list[_Link] = []
        self._open: _Link | None = None
        self._code = 0
        self._coded: list[tuple[int, int]] = []
        self._marked: list[Marked] = []
        self._marking: Marked | None = None
        self._goes_on = False
        """Whether the words that are marked began in a passage before this one."""
        self._within: list[str] = []
        """The elements that are open in the one that is marked, itself the first."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        if tag in _BLOCKS:
            self.part()
        elif tag == "br":
            self._add("\n")
        if tag in ("code", "pre", "kbd", "samp"):
            self._code += 1
        elif tag == "a":
            self._close()
            if "href" in given:
                labels = [given[name] for name in _SAYING if name in given]
                self._open = _Link(as_browsers_read(given["href"]), labels, self._length)
        elif tag == "img":
            if self._open is not None and self._open.unpictured is None:
                self._open.unpictured = ["".join(self._parts)[self._open.start :]]
            self._add(given.get("alt", "") if self._marking is None else _PICTURE, seen=False)
        if self._open is not None and not self._open.odd and tag != "a":
            self._open.odd = _odd(tag, given)
        if self._marking is not None:
            self._within.append(tag)
        elif FACT in given:
            self._marking, self._goes_on, self._within = Marked(given[FACT], self._length, 0), False, [tag]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.part()
        if tag in ("code", "pre", "kbd", "samp"):
            self._code = max(0, self._code - 1)
        elif tag == "a":
            self._close()
        if self._marking is not None and tag in self._within:
            del self._within[len(self._within) - 1 - self._within[::-1].index(tag) :]
            if not self._within:
                self._end_mark()

    def handle_data(self, data: str) -> None:
        self._add(data)

    def part(self) -> None:
        """End a passage; a link that goes on goes on in the next, and so do words that are marked."""
        link, marking = self._open, self._marking
        self._close()
        self._end_mark()
        text = "".join(self._parts)
        if text.strip() or self._links or self._marked:
            self.passages.append(_Passage(text, tuple(self._links), tuple(self._coded), tuple(self._marked)))
        self._parts, self._length, self._links, self._coded, self._marked = [], 0, [], [], []
        self._marking, self._goes_on = Marked(marking.path, 0, 0) if marking else None, marking is not None
        self._open = _Link(link.target, [], 0, odd=link.odd) if link else None

    def _add(self, words: str, *, seen: bool = True) -> None:
        if self._code and self._open is None and self._marking is None:
            words = re.sub(r"[^\x00-\x7f]", "?", words)  # what it shows is no word of the page
            self._coded.append((self._length, self._length + len(words)))
        if seen and self._open is not None and self._open.unpictured is not None:
            self._open.unpictured.append(words)
        self._parts.append(words)
        self._length += len(words)

    def _end_mark(self) -> None:
        marking, self._marking = self._marking, None
        if marking is not None and (not self._goes_on or "".join(self._parts)[marking.start :].strip()):
            self._marked.append(Marked(marking.path, marking.start, self._length))

    def _close(self) -> None:
        if self._open is not None:
            self._open.end = self._length
            if self._open.unpictured is not None:
                self._open.labels.append("".join(self._open.unpictured))
            self._links.append(self._open)
            self._open = None


def _odd(tag: str, given: Mapping[str, str]) -> str:
    """What could part or turn the words of a link, in one of its elements."""
    if tag not in _IN_A_LINE:
        return f"<{tag}>"
    if "dir" in given:
        return f"<{tag} dir>"
    if tag in _SHOWN_WHOLE:
        return ""
    turning = next(filter(is_turning, given.get("class", "").lower().split()), None)
    return f'<{tag} class="{turning}">' if turning else f"<{tag} style>" if "style" in given else ""
