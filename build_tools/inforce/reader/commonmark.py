"""markdown-it-py, set up for policies: the tokens of blocks, and those of words with the place where each begins.

CommonMark and tables, nothing that smartens or links by itself. Link definitions are switched off (the profile refuses
them), since the library drops one that nothing uses without a word. HTML is read, so that it can be refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

DEEPEST = 60
"""Levels of nesting, two for each list; what is deeper the library drops, and the proof tells. Its own preset, 20,
drops words of real policies; at 120 a hostile file takes seconds."""
SPECIAL = re.compile(r"[\\`*_\[\]<&~]")
"""Signs that may be markup among words; without them words are words."""
_RULES = {
    "\n": ("newline",),
    "\\": ("escape",),
    "`": ("backticks",),
    "*": ("emphasis",),
    "_": ("emphasis",),
    "[": ("link",),
    "]": (),
    "!": ("image",),
    "<": ("autolink", "html_inline"),
    "&": ("entity",),
}
"""Which of the library's rules may begin with a sign; a closing bracket ends the words of a link."""
_STOPS = re.compile(f"[{re.escape(''.join(_RULES))}]")


class _State(StateInline):
    """Notes in `meta` of each token where it begins: words where they began, all else where the running rule did."""

    rule_at = 0
    words_at = 0
    idle = True
    """Whether no words are waiting, so that the next ones begin where the next rule does."""
    signs = 0
    """Tokens of words that the running rule has pushed: `**` is one token for each star."""

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        token = super().pushPending()
        token.meta = {"at": self.words_at}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta = {"at": self.posMax if ttype == "link_close" else self.rule_at + self.signs}  # the words end there
        if ttype == "text":
            self.signs += 1
        self.idle = True
        return token


class _Inline(ParserInline):
    """The library's loop, which also tells the state where each rule begins, and asks only the rules that begin with
    the sign that comes next. A link calls it for the words inside."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.ruler.enableOnly(names)
        self.ruler2.enableOnly(["balance_pairs", "emphasis"])  # joining fragments would lose their places
        self.terminator_re = _STOPS
        rules = dict(zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True))
        self._rules = {sign: tuple(rules[name] for name in _RULES[sign]) for sign in _RULES}

    def tokenize(self, state: StateInline) -> None:
        assert isinstance(state, _State)
        outer, end, src = state.rule_at, state.posMax, state.src
        while state.pos < end:
            at = state.rule_at = state.pos
            state.signs = 0
            if state.idle:
                state.words_at, state.idle = at, False
            rules = self._rules.get(src[at])
            if rules is None:
                found = _STOPS.search(src, at, end)
                state.pos = found.start() if found else end
                state.append_pending(src[at : state.pos])
                continue
            if state.level < DEEPEST:
                for rule in rules:
                    if rule(state, False):
                        break
                else:
                    state.append_pending(src[at])
                    state.pos += 1
            else:
                state.append_pending(src[at])
                state.pos += 1
        if state.pending:
            state.pushPending()
            state.idle = True
        state.rule_at, state.signs = outer, 0

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - the library's name
        """Passes one piece in search of the end of a link's words; pieces are the same as in `tokenize`."""
        at = state.pos
        if at in state.cache:
            state.pos = state.cache[at]
            return
        rules = self._rules.get(state.src[at])
        if rules is None:
            found = _STOPS.search(state.src, at, state.posMax)
            state.pos = found.start() if found else state.posMax
        elif state.level >= DEEPEST:
            state.pos = state.posMax
        else:
            state.level += 1
            passed = any(rule(state, True) for rule in rules)
            state.level -= 1
            state.pos += not passed
        state.cache[at] = state.pos

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _as_typed(url: str) -> str:
    return url


def _any(url: str) -> bool:
    return True


def _engine() -> MarkdownIt:
    engine = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    engine.enable("table").disable("reference")
    engine.inline = _Inline(engine.inline.ruler.get_active_rules())
    # Targets are judged, not mended, and shown as they are typed:
    engine.normalizeLink = _as_typed  # type: ignore[method-assign]
    engine.normalizeLinkText = _as_typed  # type: ignore[method-assign, assignment]
    engine.validateLink = _any  # type: ignore[method-assign]
    return engine


_ENGINE = _engine()
"""One for all: it keeps nothing between two texts."""


def block_tokens(source: str) -> list[Token]:
    """The blocks of a normalised source, their words in tokens of type "inline", still unread."""
    tokens: list[Token] = []
    _ENGINE.block.parse(source, _ENGINE, {}, tokens)
    return tokens


def inline_tokens(words: str) -> Sequence[Token]:
    """The pieces of a block's words; `meta["at"]` of each is its offset in them."""
    return _ENGINE.inline.parse(words, _ENGINE, {}, [])
