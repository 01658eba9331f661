"""Addresses that a text spells out and that are known: an e-mail address, a telephone number or a web address of the
facts or of `links.yml` becomes a link. Any other stays words: a slip, or a stranger's, must not be one click away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from inforce.model.values import Email, Phone, Url

_SPELLED = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>\"“”„«»]+)"
    r"|(?P<email>[^\s<>\"“”„«»()\[\],;:]+@[^\s<>\"“”„«»()\[\],;:]+)"
    r"|(?P<phone>(?<![\w+])\+ ?[1-9](?:[ \u00a0\u202f().-]{0,2}[0-9]){6,14}(?!\w))"
)
_CLOSING: Final = ".,;:!?)]}'’"
"""Signs that end a sentence or a bracket, not an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAddresses:
    """Where known addresses lead (`mailto:`, `tel:`, `https:`)."""

    by_fact: Mapping[str, str] = field(default_factory=dict)
    """By the path of the fact whose value it is: "organisation.dpo.email"."""
    by_text: Mapping[str, str] = field(default_factory=dict)
    """By the address as `canonical` has it."""


def href_of(value: object) -> str:
    """Where an address leads, '' for what is none."""
    return value.href if isinstance(value, Email | Phone | Url) else ""


def canonical(value: Email | Phone | Url) -> str:
    """An address as it is compared: a closing slash means nothing."""
    return str(value).removesuffix("/")


def spelled_out(text: str) -> Iterator[tuple[int, int, str]]:
    """Every address that a text spells out: start, end, and its canonical form."""
    for found in _SPELLED.finditer(text):
        words = found[0].rstrip(_CLOSING) if found["phone"] is None else found[0]
        if address := _read(found.lastgroup or "", words):
            yield found.start(), found.start() + len(words), address


def linked(text: str, known: KnownAddresses) -> Iterator[tuple[str, str]]:
    """A text cut into pieces, each with where it leads; '' for words. Joined, the pieces are the text."""
    end = 0
    for start, stop, address in spelled_out(text) if known.by_text else ():
        if href := known.by_text.get(address):
            yield text[end:start], ""
            yield text[start:stop], href
            end = stop
    yield text[end:], ""


def _read(kind: str, words: str) -> str:
    try:
        match kind:
            case "email":
                return canonical(Email.parse(words))
            case "phone":
                return canonical(Phone.parse(re.sub(r"[\u00a0\u202f]", " ", words)))
            case _:
                return canonical(Url.parse(f"https://{words}" if words.startswith("www.") else words))
    except ValueError:
        return ""
