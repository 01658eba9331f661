"""What a text says to its readers, by an ordinary reading of Markdown that knows nothing of the mends: the proof that a
mend changed no word.

White space and the signs that are markup, or were meant as such, are no words: stars, bullets, number signs at a line's
start, invisible characters. The numbers of lists are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

from inforce.tidy.elements import is_element, is_stray

BULLETS = "•◦▪●‣⁃∙■○"
"""Signs that stand for a list where there is none."""
ATTRIBUTES = re.compile(
    r"(?<![ \t])[ \t]*\{:?[ \t]*(?:(?:#[\w:-]+|\.[\w-]+|[a-z-]+=\"[^\"\n]*\")[ \t]*)+\}[ \t]*$", re.MULTILINE
)
"""What kramdown and its like write behind a heading or on a line of its own: `{: #cookies }`."""
_SIGNS = re.compile(r"^(?:#+|[-+][ ]+)")
_ENGINE = MarkdownIt("commonmark", {"maxNesting": 60}).enable("table")
_ENGINE.normalizeLink = lambda url: url  # type: ignore[method-assign]
_ENGINE.validateLink = lambda url: True  # type: ignore[method-assign]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that a reader is told."""

    words: str
    targets: tuple[str, ...]
    """Where the links that hold words go, in order."""
    shape: tuple[str, ...]
    """The blocks, each with what it stands in."""


def said(source: str) -> Said:
    """What a normalised text says."""
    return _Reading().read(source)


class _Reading:
    def __init__(self) -> None:
        self._words: list[str] = []
        self._targets: list[str] = []
        self._shape: list[str] = []
        self._source = ""

    def read(self, source: str) -> Said:
        self._source = source
        inside: list[str] = []
        numbers: list[int] = []
        lines, width = source.split("\n"), 0
        for token in _ENGINE.parse(source):
            if token.type.endswith("_open"):
                width = 0 if token.type == "table_open" else width + (token.type == "th_open")
                if token.type == "tr_open" and token.map and width:
                    self._words.append(_beyond(lines[token.map[0]], width))
                if token.type == "ordered_list_open":
                    numbers.append(int(token.attrs.get("start", 1)))
                elif token.type == "bullet_list_open":
                    numbers.append(-1)
                elif token.type == "list_item_open" and numbers[-1] >= 0:
                    self._words.append(f"{numbers[-1]}.")
                    numbers[-1] += 1
                inside.append(token.tag)
                if token.type not in ("bullet_list_open", "ordered_list_open"):
                    self._shape.append("/".join(inside))
            elif token.type.endswith("_close"):
                inside.pop()
                if token.type in ("bullet_list_close", "ordered_list_close"):
                    numbers.pop()
            elif token.type == "inline":
                self._inline(token.children or ())
            elif token.type == "html_block":
                self._html(token.content)
            elif token.content:
                self._shape.append("/".join([*inside, token.type]))
                self._words.append(token.content)
        return Said(words=_bare("".join(self._words)), targets=tuple(self._targets), shape=tuple(self._shape))

    def _inline(self, children: Sequence[Token]) -> None:
        begins, line, links = True, list[str](), list[tuple[str, int]]()
        for token in children:
            match token.type:
                case "link_open":
                    links.append((str(token.attrs.get("href", "")), len(line)))
                case "link_close":
                    href, at = links.pop()
                    if "".join(line[at:]).strip():
                        self._targets.append(href)
                case "softbreak" | "hardbreak":
                    begins = True
                    line.append("\n")
                case "html_inline" if is_element(token.content) or is_stray(token.content, self._source):
                    self._html(token.content, tag_only=True)
                    begins = begins or token.content.lower().startswith("<br")
                    continue
                case "image":
                    line.append(token.content if is_sign(token.content) else f"{token.content}{token.attrs.get('src')}")
                case _ if token.content:
                    text = token.content
                    if begins and text.strip(" *"):
                        text = _SIGNS.sub("", text.lstrip(" *"))
                        begins = False
                    line.append(text)
        self._words.append(ATTRIBUTES.sub("", "".join(line)))

    def _html(self, text: str, *, tag_only: bool = False) -> None:
        reader = _Tags()
        reader.feed(text)
        reader.close()
        if not tag_only:
            self._words.extend(reader.words)
        self._targets.extend(reader.targets)


class _Tags(HTMLParser):
    """The words and targets of HTML; a numbered list shows its numbers."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.targets: list[str] = []
        self._lists: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given, typed = dict(attrs), self.get_starttag_text() or ""
        if not is_element(typed):
            self.words.append(typed)
            return
        if tag == "a" and given.get("href"):
            self.targets.append(given["href"] or "")
        elif tag in ("ol", "ul"):
            start = given.get("start") or "1"
            self._lists.append((int(start) if start.isdigit() else 1) if tag == "ol" else -1)
        elif tag == "li" and self._lists and self._lists[-1] >= 0:
            self.words.append(f"{self._lists[-1]}.")
            self._lists[-1] += 1
        elif tag == "img":
            self.words.append(f"{given.get('alt') or ''}{given.get('src') or ''}")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _beyond(row: str, width: int) -> str:
    """What stands in a row beyond the head: no reader is shown it."""
    return "".join(re.split(r"(?<!\\)\|", row.strip().removeprefix("|"))[width:])


def is_sign(text: str) -> bool:
    """Whether the words for an image are one sign, such as ✔, which the image only shows."""
    return 0 < len(text) <= 4 and all(unicodedata.category(char) in ("So", "Sk", "Cf", "Mn") for char in text)


def _bare(text: str) -> str:
    """The characters that are words."""
    return "".join(
        char
        for char in unicodedata.normalize("NFC", text)
        if not char.isspace() and char not in f"*{BULLETS}" and unicodedata.category(char) not in ("Cf", "Cc")
    )
