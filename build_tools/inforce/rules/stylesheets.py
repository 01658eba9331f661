"""What a stylesheet of the handbook may name and do: nothing of another host, and nothing that hides or moves words.

The tokens that can hold an address are strings and `url(…)` (CSS Syntax 3, section 4). `@import`, `image-set()` and
whatever comes later take one of the two. For what it does, only what is so plain is read that every browser reads it
alike: rules of declarations, perhaps in `@media`, and each declaration is held to the list of `rules.styles`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.problems import Location, Problem, problem
from inforce.rules.addresses import is_elsewhere
from inforce.rules.selectors import scopes
from inforce.rules.styles import WORDS, Scope, fits, on

_TOKEN = re.compile(
    r"""/\*.*?(?:\*/|\Z)
    |"(?P<double>(?:[^"\\\n\r\f]++|\\(?:\r\n|.))*)
    |'(?P<single>(?:[^'\\\n\r\f]++|\\(?:\r\n|.))*)
    |(?P<name>(?:[-\w]|[^\x00-\x7f]|\\[0-9a-fA-F]{1,6}(?:\r\n|[\x20\t\r\n\f])?|\\[^\n\r\f0-9a-fA-F])+)(?P<call>\()?
    |.""",
    re.VERBOSE | re.DOTALL,
)
_INSIDE = re.compile(r"[ \t\r\n\f]*+(?![\"' \t\r\n\f])(?P<address>(?:[^)\\]++|\\.)*)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\r\n\f])?|\r\n|[\n\r\f]|(.))", re.DOTALL)
_LEFT_OUT = re.compile(
    r"""(?P<comment>/\*.*?\*/)|"(?P<double>[^"\\\n\r\f{};]*+)"|'(?P<single>[^'\\\n\r\f{};]*+)'|(?P<odd>["'\\<]|/\*)""",
    re.DOTALL,
)
_NEXT = re.compile(r"[^{};]*+")
_MEDIA = re.compile(r"@media\b[\w\s:(),.<>=/-]*", re.IGNORECASE)
_STATEMENT = re.compile(
    r"""@(?:charset\s*"[^"]*"|import\s*(?:"[^"]*"|'[^']*'|url\([\w\s"'./-]*\))[\w\s:(),-]*)""", re.IGNORECASE
)
_SELECTOR = re.compile(r"""[\w\s.\#:>+~*,()\[\]="'^$|-]*[\w)\]*]\s*""")
_PAIR = re.compile(r"\([^()\[\]]*\)|\[[^()\[\]]*\]")
_NEXT_BLOCK = re.compile(r"([^{}]*+)\}")
_LONGEST = 2000
"""Characters of a selector."""
_MOST_TOLD = 20
"""Of one stylesheet: whoever has more begins with these."""
_WITHOUT = "Take it out. The list of what may stand here is in build_tools/inforce/rules/styles.py."
_NAMED = "Say which elements of a page it is about, as in .md-typeset div.lead; or take it out."
_PLAINLY = "Write plain rules, as in .md-typeset table { width: 100% }, in @media where you need it."
_MOST = 0x10FFFF
_QUOTES = ('"', "'")


def check_stylesheet(css: str, file: str, *, own: str | None) -> Iterator[Problem]:
    """H105 for a stylesheet; `own` is the address of the site, which may be written out."""
    for at, address in addresses(css):
        if is_elsewhere(address, own=own):
            where = Location(file=file, line=css.count("\n", 0, at) + 1)
            yield problem("H105", where, "address", address=address[:80])
    if css.lstrip("\ufeff").lower().startswith("@charset") and not css.lower().startswith('@charset "utf-8";'):
        yield problem("H105", Location(file=file, line=1), "charset")


def unfit_style(style: str, scope: Scope = WORDS) -> str | None:
    """The first declaration of a `style` attribute that is not known to be harmless; None where all are."""
    declarations = filter(None, (part.strip() for part in style.split(";")))
    return next((each for each in declarations if not fits(each, scope)), None)


def check_look(css: str, file: str) -> Iterator[Problem]:
    """H112 for what a stylesheet does with words."""
    for _, (at, what, cure) in zip(range(_MOST_TOLD), _unfit(css), strict=False):
        where = Location(file=file, line=css.count("\n", 0, at) + 1)
        yield problem("H112", where, message=what, remedy=cure)


def _unfit(css: str) -> Iterator[tuple[int, str, str]]:
    """Each declaration that could hide or move words, and where the plain part of a stylesheet ends: its place, what is
    wrong, what to do."""
    plain, end = _without_strings(css.removeprefix("\ufeff"))
    css, at, inside = plain[:end], 0, 0
    while at < len(css):
        found = _NEXT.match(css, at)
        assert found is not None, "it may be empty"
        begins = at + len(found[0]) - len(found[0].lstrip())
        prelude, after = found[0].strip(), css[found.end() : found.end() + 1]
        at = found.end() + 1
        if not prelude and (not after or (after == "}" and inside)):
            inside -= after == "}"
            continue
        if after == ";" and _STATEMENT.fullmatch(prelude):
            continue
        if after == "{" and _MEDIA.fullmatch(prelude):
            inside += 1
            continue
        if after != "{" or not _is_selector(prelude):
            yield begins, f'"{prelude[:60]}{after}" is nothing that a stylesheet of the handbook needs.', _PLAINLY
            return
        body = _NEXT_BLOCK.match(css, at)
        if body is None:
            yield begins, f'the rule of "{prelude[:60]}" does not end, or has another in it.', _PLAINLY
            return
        about = scopes(prelude)
        for declaration in re.finditer("[^;]+", body[1]):
            said = declaration[0].strip()
            unfit = [scope for scope in about if said and not fits(said, scope)]
            if unfit:
                space = len(declaration[0]) - len(declaration[0].lstrip())
                message = f'"{" ".join(said.split())[:80]}" could hide words, move them or show others.'
                told = all(fits(said, on("div")) and not scope.frame and not scope.elements for scope in unfit)
                yield at + declaration.start() + space, message, _NAMED if told else _WITHOUT
        at = body.end()
    if end < len(plain):
        yield end, "from here on browsers could read the stylesheet otherwise than it looks.", _PLAINLY
    elif inside:
        yield len(css), "a rule of @media doesn't end.", _PLAINLY


def _without_strings(css: str) -> tuple[str, int]:
    """The same with spaces for comments and letters for what is quoted, and where something odd comes first."""
    end = len(css)

    def blank(found: re.Match[str]) -> str:
        nonlocal end
        if found["odd"] is not None:
            end = min(end, found.start())
            return found[0]
        if found["comment"] is not None:
            return re.sub(r"[^\n]", " ", found[0])
        return f"{found[0][0]}{'x' * (len(found[0]) - 2)}{found[0][0]}"

    return _LEFT_OUT.sub(blank, css), end


def _is_selector(prelude: str) -> bool:
    rest = prelude[:_LONGEST]
    while (less := _PAIR.sub("", rest)) != rest:
        rest = less
    if len(prelude) > _LONGEST or set("()[]") & set(rest) or "url(" in prelude.lower():
        return False
    return bool(_SELECTOR.fullmatch(prelude))


def addresses(css: str) -> Iterator[tuple[int, str]]:
    """Everything in CSS that can be an address, with its place."""
    at = 0
    while found := _TOKEN.match(css, at):
        at = found.end()
        written = found["double"] if found["double"] is not None else found["single"]
        if written is not None:
            yield found.start(), _plain(written)
            at += css[at : at + 1] in _QUOTES
        elif found["call"] and _plain(found["name"]).lower() == "url" and (inside := _INSIDE.match(css, at)):
            yield found.start(), _plain(inside["address"]).strip()
            at = inside.end()


def _plain(written: str) -> str:
    """Words without the escapes of CSS."""
    return _ESCAPE.sub(_meant, written)


def _meant(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[2] or ""
    code = int(found[1], 16)
    return chr(code) if 0 < code <= _MOST and not 0xD800 <= code <= 0xDFFF else "\ufffd"
