"""Domains that can be taken for others, and signs that look like the full stop, slash or colon of an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inforce.reader.characters.mixed_scripts import JOINING, mixed, whole
from inforce.reader.characters.scripts import code_of, likes_of, script_of

LOOKS_LIKE = "X305"
_HOST = re.compile(r"(?<![\w.-])(?:[^\W_][\w-]*\.)+([^\W\d_]{2,}|xn--[a-z0-9-]+)(?![\w-])", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"(?<=[A-Za-z0-9])([^\x00-\x7f\w\s\u00ab\u00b7\u00bb\u2010-\u201f\u2022\u2026\u2027]|\ua4f8)(?=[A-Za-z0-9])"
)
_SCHEME = re.compile(r"\b(?:https?|ftp|mailto)([^\w\s]{0,2}[^\x00-\x7f\s][^\w\s]{0,2})(?=\w)", re.IGNORECASE)
_TOP = re.compile(r"[a-z]{2,}\b")
_STOPS = frozenset("\u2024\u3002\uff0e\uff61\ufe52\u06d4\u0701\u0702\ua4f8\ua60e\U00010a50")
"""Full stops of other scripts, and those that name servers take for ours (IDNA, UTS #46)."""
_STOPS_OF = {
    "WIDE": frozenset("\u3002\uff0e\uff61"),
    "ARABIC": frozenset("\u06d4"),
    "SYRIAC": frozenset("\u0701\u0702"),
}
"""Those that belong where letters of a script stand."""
_SOFT_HYPHEN = re.compile(r"[\w.@:/-]{0,100}\u00ad[\w.@:/\u00ad-]{0,100}")
_IS_ADDRESS = re.compile(r"://|@|www\.|[A-Za-z0-9-]{2,}\.[a-z]{2,}(?!\.?[A-Za-z0-9_])")
_NEAR = 100
"""So many characters before and after such a sign are looked at: an address is seldom longer."""
_BESIDE = re.compile(r"[\s()<>\u00ab\u00bb\u201c-\u201e\u3001\u3008-\u3011\uff08\uff09\uff0c\uff1b]")
"""What parts words that no spaces part: brackets, quotation marks, commas."""
_ADDRESS = re.compile(r"://|[A-Za-z0-9]\.[A-Za-z]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalike:
    """Words that deceive: a code of the catalogue, the words, what is wrong and what to write."""

    code: str
    found: str
    message: str
    remedy: str


def check_host(host: str) -> Iterator[Lookalike]:
    """What deceives in a domain, whether it is written in letters or as `xn--`."""
    labels = [_decoded(label) for label in host.split(".")]
    top = labels[-1]
    for label in labels:
        if label.isascii():
            continue
        why = mixed(label) or whole(label, top)
        if why:
            shown = f"“{host}”" if label in host else f"“{host}”, which is shown as “{'.'.join(labels)}”,"
            yield Lookalike(
                code=LOOKS_LIKE,
                found=host,
                message=f"the domain {shown} can be taken for another: {why}.",
                remedy="Write the domain that is meant; if this is it, name it in words and put it into links.yml.",
            )
            return


def check_hosts(text: str) -> Iterator[Lookalike]:
    """What deceives in the domains and addresses that a text holds."""
    if not text.isascii():
        yield from _separators(text)
        yield from _soft_hyphens(text)
    if not text.isascii() or "xn--" in text.lower():
        yield from _hosts(text)


def _separators(text: str) -> Iterator[Lookalike]:
    """A sign that looks like one of an address, between its letters."""
    places = [(found.start(1), found[1]) for found in _SEPARATOR.finditer(text)]
    for found in _SCHEME.finditer(text):
        places.extend((at, text[at]) for at in range(found.start(1), found.end(1)) if not text[at].isascii())
    told: set[str] = set()
    scripts: set[str] | None = None
    for at, char in places:
        signs = {"."} if char in _STOPS else {one for one in likes_of(char) if one in "./:@?#\\"}
        if not signs:
            continue
        sign = min(signs)
        before = _BESIDE.split(text[max(0, at - _NEAR) : at])[-1]
        after = _BESIDE.split(text[at + 1 : at + 1 + _NEAR])[0]
        around = f"{before}{char}{after}"
        if char in _STOPS:
            if scripts is None:
                scripts = {script_of(one) for one in text}
            ours = any(char in stops and script in scripts for script, stops in _STOPS_OF.items())
            tells = not ours or (char not in _STOPS_OF["WIDE"] and _TOP.match(after) is not None)
        else:
            tells = any(pattern.search(around) for pattern in (_ADDRESS, _SCHEME)) or bool(
                _ADDRESS.search(f"{before}{sign}{after}")
            )
        if tells and around not in told:
            told.add(around)
            yield Lookalike(
                code=LOOKS_LIKE,
                found=char,
                message=f"“{around}” holds {code_of(char)}, which looks like “{sign}” and is none.",
                remedy=f"Write a plain “{sign}”, or take it out.",
            )


def _soft_hyphens(text: str) -> Iterator[Lookalike]:
    """A soft hyphen in an address: nobody sees it, and whoever copies the address copies it too."""
    for found in _SOFT_HYPHEN.finditer(text) if "\u00ad" in text else ():
        plain = found[0].replace("\u00ad", "")
        if _IS_ADDRESS.search(plain):
            yield Lookalike(
                code=LOOKS_LIKE,
                found=found[0],
                message=f"“{plain}” holds a soft hyphen (U+00AD), which nobody sees: the address is another.",
                remedy=f"Write “{plain}” without it.",
            )


def _hosts(text: str) -> Iterator[Lookalike]:
    for found in _HOST.finditer(text):
        host = found[0]
        if not host.isascii() and "." in (core := _without_neighbours(host)):
            host = core
        if not host.isascii() or "xn--" in host.lower():
            yield from check_host(host)


def _without_neighbours(host: str) -> str:
    """A domain without the words of scripts that write no spaces, or write endings straight onto a name."""
    inner = [at for at, char in enumerate(host) if script_of(char) not in JOINING]
    core = host[inner[0] : inner[-1] + 1] if inner else ""
    return core.strip(".") if core.isascii() else ""


def _decoded(label: str) -> str:
    """A label of a domain as it is shown."""
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].lower().encode("ascii").decode("punycode")
    except ValueError:
        return label
