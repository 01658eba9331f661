"""What stands inside a block: words, `**strong**`, `*emphasis*`, `[words](target)`, hard breaks, backslash escapes.

The rules are few, so that nobody has to guess: a star or a square bracket that is not escaped is always markup, and
markup that is not whole is an error. Underscores are plain words. Linear in the length of the block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.entities import html5

from inforce.model.text import Break, Emphasis, Inline, Link, Position, Target, Text
from inforce.parse.findings import Findings, quoted
from inforce.parse.instead import WHOLE, instead_of_address, instead_of_html, made_whole
from inforce.parse.targets import Refusal, read_target

PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_SPECIAL = re.compile(
    r"[\\*!\[\]`~<&\n](?:(?P<line>(?<=\n))|(?P<break>(?<=\\)[ ]*\n)|(?P<escape>(?<=\\).?)|(?P<stars>(?<=\*)\**)"
    r"|(?P<image>(?<=!)\[)|(?P<open>(?<=\[))|(?P<close>(?<=\]))|(?P<code>(?<=`)`*)|(?P<strike>(?<=~)~+)"
    r"|(?P<html>(?<=<)(?=[A-Za-z/!?]))"
    r"|(?P<entity>(?<=&)(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,40});))"
)
"""A sign that may be markup, then what it is (that order lets `re` skip plain words quickly)."""
_TARGET = re.compile(r"\(([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*)\)")
_TAG = re.compile(r"<[^>\n]{0,70}>?")
_DEFINITION = re.compile(r"\[[^\[\]\n]*\]:")
_ELSEWHERE = (
    "This defines a link for use elsewhere, which is not supported.",
    "Write the target at the words themselves: `[words](target)`.",
)
_NOTE = (
    "This is a footnote, which is not supported.",
    "Put its words into the sentence, or below it as a paragraph, and take the sign out.",
)
_ANY_SPECIAL = re.compile(r"[\\*\[\]`~<&\n]")
HAN_OR_KANA = (
    "\u2e80-\u2fdf\u3001-\u3003\u3005-\u3011\u3013-\u303f\u3040-\u30ff\u31c0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff01-\uff9f\U0001b000-\U0001b16f\U00020000-\U000323af"
)
"""Han and kana with the punctuation that Unicode's Script_Extensions gives them, and full-width forms."""
_HAN_OR_KANA = re.compile(f"[{HAN_OR_KANA}]")


def is_entity(found: str) -> bool:
    """Whether `&…;` stands for a character. In "R&D; marketing" it doesn't: HTML knows no such name."""
    return found.startswith("&#") or found[1:] in html5


Line = tuple[str, int, int]
"""A line's text, its line number and the column where the text starts."""


@dataclass(slots=True)
class _Open:
    """Markup that has begun: a link (`stars` 0) or emphasis of one or two stars."""

    stars: int
    at: Position
    target: Target | None = None
    children: list[Inline] = field(default_factory=list)


class _Reader:
    def __init__(self, lines: Sequence[Line], findings: Findings) -> None:
        self._findings = findings
        texts = [text for text, _, _ in lines]
        texts[-1] = texts[-1].rstrip(" ")
        self._text = "\n".join(texts)
        self._places = [(line, column) for _, line, column in lines]
        self._starts = [0]
        for text in texts[:-1]:
            self._starts.append(self._starts[-1] + len(text) + 1)
        self._stack = [_Open(stars=0, at=self._position(0))]
        self._words: list[str] = []
        self._words_at = 0
        self._once: dict[str, tuple[int, str, str]] = {}
        self._times: Counter[str] = Counter()
        self._tags: list[str] = []

    def read(self) -> tuple[Inline, ...]:
        text = self._text
        if not _ANY_SPECIAL.search(text):
            return (Text(text=text, at=self._position(0)),) if text else ()
        tokens = list(_SPECIAL.finditer(text))
        links = self._pair_brackets(tokens)
        done = 0
        for token in tokens:
            start = token.start()
            if start < done:
                continue
            words = text[done:start]
            if token.lastgroup == "line":
                kept = words.rstrip(" ")
                self._add(kept, done)
                done = start + 1
                if len(words) - len(kept) > 1:
                    self._put(Break(at=self._position(start - 1)))
                else:
                    self._add("\n", start)
                continue
            self._add(words, done)
            done = self._token(token, links)
        self._add(text[done:], done)
        while len(self._stack) > 1:
            self._give_up()
        self._flush()
        self._tell_once()
        return _join_lines(self._stack[0].children)

    def _token(self, token: re.Match[str], links: dict[int, tuple[int, Target | None]]) -> int:
        """Handle one piece of markup; gives where to read on."""
        start, end = token.span()
        match token.lastgroup:
            case "break":
                self._put(Break(at=self._position(start)))
            case "escape":
                self._escape(token[0], start)
            case "stars":
                self._stars(start, end)
            case "open" if start in links:
                self._flush()
                self._stack.append(_Open(stars=0, at=self._position(start), target=links[start][1]))
            case "close" if start in links:
                self._close_link()
                return links[start][0]
            case "open" | "close" | None:
                self._add(token[0], start)
            case "entity" if not is_entity(token[0]):
                self._add(token[0], start)
            case "image":
                self._refuse("image", token[0], start)
                if end - 1 in links:
                    self._flush()
                    self._stack.append(_Open(stars=0, at=self._position(start)))
            case refused:
                self._refuse(refused, token[0], start)
                self._add(token[0], start)
        return end

    # ---- brackets

    def _pair_brackets(self, tokens: list[re.Match[str]]) -> dict[int, tuple[int, Target | None]]:
        """Where links open and close: each end maps to (where to read on after it, the target)."""
        links: dict[int, tuple[int, Target | None]] = {}
        images = {token.end() - 1 for token in tokens if token.lastgroup == "image"}
        opened: list[int] = []
        inner: tuple[int, int] | None = None
        done = 0
        for token in tokens:
            start = token.start()
            if start < done:
                continue
            if token.lastgroup in ("open", "image"):
                opened.append(token.end() - 1)
            elif token.lastgroup == "close":
                if not opened:
                    self._half_written(start, "This closing bracket has no opening one.")
                    continue
                begin = opened.pop()
                found = _TARGET.match(self._text, start + 1)
                if inner is not None and inner[0] > begin:
                    self._link_in_link(inner[0])
                elif begin in images:
                    done = found.end() if found else 0
                    links[begin], links[start] = (begin + 1, None), (done or start + 1, None)
                elif found is None:
                    words = self._text[begin : min(start + 1, begin + 60)]
                    after = self._text[start + 1 : start + 60]
                    self._half_written(begin, f"The link {quoted(words)} has no target.", made_whole(words, after))
                else:
                    target = self._target(found, begin, start)
                    links[begin] = (begin + 1, target)
                    links[start] = (found.end(), target)
                    inner = (begin, start)
                    done = found.end()
        for begin in sorted(set(opened) - images):
            self._half_written(begin, "This opening bracket has no closing one.")
        return links

    def _target(self, found: re.Match[str], begin: int, close: int) -> Target | None:
        if not self._text[begin + 1 : close].strip():
            self._report("M127", begin, "This link has no words.", "Write the words between the square brackets.")
        target = read_target(found[1])
        if isinstance(target, Refusal):
            self._report(target.code, found.start(1), target.message, target.remedy)
            return None
        return target

    def _half_written(self, at: int, message: str, cure: str = WHOLE) -> None:
        if at == self._line_start(at) and _DEFINITION.match(self._text, at):
            self._report("M115", at, *(_NOTE if self._text.startswith("[^", at) else _ELSEWHERE))
            return
        self._report("M117", at, message, cure)

    def _link_in_link(self, at: int) -> None:
        self._report("M118", at, "This link stands inside another link.", "Keep only one of the two.")

    def _close_link(self) -> None:
        while len(self._stack) > 1 and self._stack[-1].stars:
            self._give_up()
        if len(self._stack) == 1:
            return
        self._flush()
        link = self._stack.pop()
        if link.target is not None:
            self._put(Link(children=_join(link.children), target=link.target, at=link.at))
        else:
            self._stack[-1].children.extend(link.children)

    # ---- stars

    def _stars(self, start: int, end: int) -> None:
        """A run of stars closes what it can, the innermost first, and otherwise opens."""
        text, left = self._text, end - start
        before = text[start - 1 : start] if start else " "
        after = text[end : end + 1] or " "
        if left > 3:
            return self._loose_stars(text[start:end], start)
        if before.isspace() and left == self._stack[-1].stars and (after.isspace() or after in PUNCTUATION):
            return self._end_after_space(start, left)
        at = start
        while left and not before.isspace():
            inner = self._stack[-1].stars
            if not inner or inner > left or (left == 2 and inner == 1 and not self._is_open(2)):
                break
            self._flush()
            emphasis = self._stack.pop()
            self._put(Emphasis(children=_join(emphasis.children), strong=inner == 2, at=emphasis.at))
            left -= inner
            at += inner
        if not left:
            return None
        wanted = (1, 2) if left == 3 else (left,)
        if after.isspace() or at > start or any(self._is_open(stars) for stars in wanted):
            return self._loose_stars(text[at:end], at)
        for stars in wanted:
            self._flush()
            self._stack.append(_Open(stars=stars, at=self._position(at)))
            at += stars
        return None

    def _end_after_space(self, start: int, left: int) -> None:
        """Stars that were meant to end words and stand one space too far: told once, where the space is."""
        stars, kind = "*" * left, "bold" if left == 2 else "italic"
        self._report(
            "M121",
            start,
            f"A space stands before `{stars}`, so it does not end the {kind} words.",
            f"Take the space out, so that `{stars}` stands right after the last word; for a plain star write `\\*`.",
        )
        self._flush()
        emphasis = self._stack.pop()
        self._put(Emphasis(children=_join(emphasis.children), strong=left == 2, at=emphasis.at))

    def _is_open(self, stars: int) -> bool:
        return any(frame.stars == stars for frame in self._stack)

    def _loose_stars(self, stars: str, at: int) -> None:
        self._report(
            "M121",
            at,
            f"`{stars[:4]}` neither begins nor ends bold or italic words here.",
            f"Write `{stars[:2]}words{stars[:2]}` with no space inside the stars; for a plain star write `\\*`.",
        )
        self._add(stars, at)

    def _give_up(self) -> None:
        """Markup that never ends: report it and keep its words."""
        self._flush()
        frame = self._stack.pop()
        if frame.stars:
            stars = "*" * frame.stars
            self._findings.report(
                "M121",
                frame.at.line,
                frame.at.column,
                f"`{stars}` begins {'bold' if frame.stars == 2 else 'italic'} words here and nothing ends them.",
                f"Write `{stars}` after the last of the words; for a plain star write `\\*`.",
            )
        self._stack[-1].children.extend(frame.children)

    # ---- the rest

    def _escape(self, escape: str, start: int) -> None:
        char = escape[1:]
        if char and char in PUNCTUATION:
            self._add(char, start)
            return
        what = f"before {quoted(char)}" if char else "at the end of a paragraph"
        message = f"A backslash stands {what}, where it means nothing"
        self._crowd("M122", start, message, "Remove it; for a plain backslash write `\\\\`.")

    def _tell_once(self) -> None:
        """What comes in crowds (HTML that was pasted, the path of a file) is told once in a block, with its number."""
        for code, (start, message, remedy) in self._once.items():
            others = self._times[code] - 1
            told = f"{message}, and {others} more in this block." if others else f"{message}."
            self._report(code, start, told, instead_of_html(self._tags) if code == "X301" else remedy)

    def _crowd(self, code: str, start: int, message: str, remedy: str) -> None:
        self._times[code] += 1
        self._once.setdefault(code, (start, message, remedy))

    def _refuse(self, kind: str, found: str, start: int) -> None:
        if kind == "html":
            tag = "".join(_TAG.findall(self._text[start : start + 80])[:1])
            if linked := instead_of_address(tag):
                self._report("X301", start, f"Angle brackets make no link here: {quoted(tag)}.", linked)
                return
            self._tags.append(tag)
            self._crowd("X301", start, f"HTML is not allowed: {quoted(tag)}", "")
            return
        code, message, remedy = {
            "image": ("M119", "Images are not supported.", "Remove it; for plain words write `!\\[`."),
            "code": ("M111", "Code is not supported.", "Remove it; for a plain ` write `\\``."),
            "strike": ("M116", "Struck-out words are not supported.", "Remove `~~`; for plain words write `\\~\\~`."),
            "entity": (
                "M120",
                f"Codes for characters such as {quoted(found)} are not supported.",
                "Write the character itself; for these very letters write `\\&`.",
            ),
        }[kind]
        self._report(code, start, message, remedy)

    def _add(self, text: str, at: int) -> None:
        if text:
            if not self._words:
                self._words_at = at
            self._words.append(text)

    def _flush(self) -> None:
        if self._words:
            self._stack[-1].children.append(Text(text="".join(self._words), at=self._position(self._words_at)))
            self._words = []

    def _put(self, piece: Inline) -> None:
        self._flush()
        self._stack[-1].children.append(piece)

    def _line_start(self, offset: int) -> int:
        return self._starts[bisect_right(self._starts, offset) - 1]

    def _position(self, offset: int) -> Position:
        index = bisect_right(self._starts, offset) - 1
        line, column = self._places[index]
        return Position(line=line, column=column + offset - self._starts[index])

    def _report(self, code: str, offset: int, message: str, remedy: str) -> None:
        at = self._position(offset)
        self._findings.report(code, at.line, at.column, message, remedy)


def parse_inline(lines: Sequence[Line], findings: Findings) -> tuple[Inline, ...]:
    """The pieces of one block's lines, with a place each; what is wrong goes to `findings`.

    A line end inside the words becomes a space, or nothing between Han or kana.
    """
    return _Reader(lines, findings).read() if lines else ()


def _join(children: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words as one piece (markup that was given up leaves several)."""
    joined: list[Inline] = []
    for child in children:
        last = joined[-1] if joined else None
        if isinstance(child, Text) and isinstance(last, Text):
            joined[-1] = Text(text=last.text + child.text, at=last.at)
        else:
            joined.append(child)
    return tuple(joined)


def _join_lines(children: list[Inline]) -> tuple[Inline, ...]:
    """Every line end in the words as a space, or as nothing between Han or kana."""
    pieces = _join(children)
    leaves = list(_leaves(pieces))
    if not any("\n" in leaf for leaf in leaves):
        return pieces
    whole = "".join(leaves)
    if _HAN_OR_KANA.search(whole):
        whole = re.sub(f"(?<=[{HAN_OR_KANA}])\n(?=[{HAN_OR_KANA}])", "\x00", whole)
    return _spread(pieces, [0], whole.replace("\n", " "))


def _leaves(pieces: Sequence[Inline]) -> list[str]:
    """The words, in order; a hard break counts as one tab."""
    leaves: list[str] = []
    for piece in pieces:
        match piece:
            case Text(text=text):
                leaves.append(text)
            case Break():
                leaves.append("\t")
            case Emphasis(children=children) | Link(children=children):
                leaves.extend(_leaves(children))
    return leaves


def _spread(pieces: Sequence[Inline], done: list[int], whole: str) -> tuple[Inline, ...]:
    """The same pieces with their words taken from `whole`, in order, beginning at `done[0]`."""
    made: list[Inline] = []
    for piece in pieces:
        match piece:
            case Text(text=text, at=at):
                end = done[0] + len(text)
                new = whole[done[0] : end].replace("\x00", "")
                done[0] = end
                if new:
                    made.append(Text(text=new, at=at))
            case Break():
                done[0] += 1
                made.append(piece)
            case Emphasis(children=children, strong=strong, at=at):
                made.append(Emphasis(children=_spread(children, done, whole), strong=strong, at=at))
            case Link(children=children, target=target, at=at):
                made.append(Link(children=_spread(children, done, whole), target=target, at=at))
    return tuple(made)
