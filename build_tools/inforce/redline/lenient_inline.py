"""What stands inside a block of any Markdown, read leniently: what is no whole markup is plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from inforce.model.text import Break, Emphasis, Inline, Link, Position, Target, Text

_AT = Position(line=1, column=1)
_BRACKETS = r"[^\[\]\\]*(?:\\.[^\[\]\\]*|\[[^\[\]\\]*(?:\\.[^\[\]\\]*)*\][^\[\]\\]*)*"
_TITLE = r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?"
_DESTINATION = rf"\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<plain>(?:[^\s()\\]|\\.|\([^\s()]*\))*)){_TITLE}\s*\)"
_MARKUP = re.compile(
    rf"(?P<break>\\\n| {{2,}}\n|\s*\ue004\s*)"
    r"|\\(?P<escape>[!-/:-@\[-`{-~])|(?<!`)(?P<ticks>`++)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    rf"|(?P<image>!)?\[(?P<words>{_BRACKETS})\](?:{_DESTINATION}|\[(?P<name>[^\[\]\n]*)\])?"
    r"|<(?P<auto>(?:https?|mailto):[^<>\s]*|[\w.+-]+@[\w.-]+)>"
    r"|\ue000(?P<href>[^\ue002]*)\ue002(?P<anchor>.*?)\ue001"
    r"|(?P<strong>\*\*|(?<!\w)__)(?=\S)(?P<bold>.+?)(?<=\S)(?P=strong)"
    r"|(?P<em>\*|(?<!\w)_)(?=[^\s*_])(?P<italic>.+?)(?<=[^\s])(?P=em)(?![*\w])",
    re.S,
)
_PRIVATE = re.compile("[\ue000-\ue004]|\ue000[^\ue002]*\ue002")
_SPACE = re.compile(r"[ \t]*\n[ \t]*")
_WIDE = "\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60"
_BETWEEN_WIDE = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n[ \t]*(?=[{_WIDE}])")


def inlines(source: str, definitions: Mapping[str, str]) -> tuple[Inline, ...]:
    """The inline pieces of a block's source; `definitions` gives the addresses of named links."""
    return tuple(_read(source.strip(), definitions, 0))


def _read(source: str, definitions: Mapping[str, str], depth: int) -> Iterator[Inline]:
    done = 0
    words: list[str] = []

    def spoken() -> Iterator[Inline]:
        text = unescape(_PRIVATE.sub("", _SPACE.sub(" ", _BETWEEN_WIDE.sub("", "".join(words)))))
        words.clear()
        if text:
            yield Text(text=text, at=_AT)

    for match in _MARKUP.finditer(source) if depth < 8 else ():
        words.append(source[done : match.start()])
        done = match.end()
        found = match.groupdict()
        if found["escape"] is not None:
            words.append("&amp;" if found["escape"] == "&" else found["escape"])
            continue
        if found["code"] is not None:
            words.append(found["code"].replace("&", "&amp;"))
            continue
        if found["auto"] is not None:
            words.append(found["auto"].removeprefix("mailto:"))
            continue
        inner = next((found[name] for name in ("words", "anchor", "bold", "italic") if found[name] is not None), None)
        bare = found["angle"] is None and found["plain"] is None
        url = found["angle"] or found["plain"] if found["words"] is not None else found["href"]
        if found["words"] is not None and bare:
            url = definitions.get((found["name"] or found["words"]).casefold())
            if url is None:
                words.append("[")
                yield from spoken()
                yield from _read(found["words"], definitions, depth + 1)
                words.append("]")
                if found["name"]:
                    words.append(f"[{found['name']}]")
                continue
        yield from spoken()
        if inner is None:
            yield Break(at=_AT)
            continue
        children = tuple(_read(inner, definitions, depth + 1))
        if not children:
            continue
        if found["image"]:
            yield from children
        elif found["bold"] is not None or found["italic"] is not None:
            yield Emphasis(children=children, strong=found["bold"] is not None, at=_AT)
        elif url:
            yield Link(children=children, target=_target(url), at=_AT)
        else:
            yield from children
    words.append(source[done:])
    yield from spoken()


def _target(url: str) -> Target:
    scheme = url.partition(":")[0].lower()
    return Target(scheme=scheme if scheme in ("https", "mailto", "tel") else "other", value=url)
