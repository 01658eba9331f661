"""Web addresses, domains, e-mail addresses and telephone numbers that words hold; whether a target is what they say.

A domain without `https://` or `www.` counts where its ending is one of the Public Suffix List (or reserved for
examples), so that "Node.js", "S.A.", "version.2" and "privacy.pdf" are words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

import phonenumbers


class AddressKind(StrEnum):
    """What words are read as."""

    PAGE = "web address"
    DOMAIN = "domain"
    EMAIL = "e-mail address"
    PHONE = "telephone number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address that words hold, or that a target is. `host` is in ASCII, without `www.`; `user` is what stands before
    an @ (of a page: who signs in); a telephone number stands in `host` as E.164."""

    kind: AddressKind
    text: str
    host: str
    user: str = ""
    port: str = ""
    path: str = ""
    query: str = ""
    cut: bool = False
    """Whether it ends with "…", so that more may follow."""


_PAGE = re.compile(
    r"(?:(?P<scheme>https?|ftp)://|(?=www[0-9]?\.))(?P<rest>[^\s<>\"“”«»「」『』（）、，]+)", re.IGNORECASE
)
_LOCAL = r"A-Za-z0-9.!#$%&'*+/=?^_`{|}~-"
_EMAIL = re.compile(rf"(?<![{_LOCAL}])(?P<user>[{_LOCAL}]++)@(?P<host>[^\W_][\w-]*(?:\.[^\W_][\w-]*)+)")
_DOMAIN = re.compile(
    r"(?:(?<![\w.@/-])|(?<=//))(?P<rest>[^\W_][\w-]*(?:\.[^\W_][\w-]*)*\.[^\W\d_][\w-]+(?::[0-9]{1,5})?(?:[/?#][^\s<>\"“”«»]*)?)"
)
_AUTHORITY = re.compile(r"(?:(?P<user>[^/?#\\]*)@)?(?P<host>[^/?#\\:@]*)(?::(?P<port>[0-9]*))?(?P<after>.*)", re.DOTALL)
_AT_THE_END = ".,;:!?'’\")]}»”›。，、"
_FIGURES = re.compile(r"\+?[\d\s()./-]{3,30}")
_RESERVED = frozenset({"example", "test", "invalid"})
"""Top-level domains for examples (RFC 2606)."""
_FILES = frozenset({"md", "mov", "ps", "py", "rs", "sh", "zip"})
"""Endings of files that are top-level domains too: a name with one dot is a file."""
_NAMES = frozenset({"asp.net", "ado.net", "vb.net"})
"""Names of products that are written like domains."""
_USUAL_PORTS = frozenset({"", "80", "443"})


def read_addresses(words: str, region: str | None = None) -> tuple[Address, ...]:
    """Every address in some words, in the order of the kinds. `region`: the country (ISO 3166-1) whose telephone
    numbers are written without +."""
    rest = _plain(words)
    if not any(char in rest for char in ".@") and not re.search(r"\d", rest):
        return ()
    found: list[Address] = []
    for pattern, read in ((_PAGE, _page), (_EMAIL, _email), (_DOMAIN, _domain)):
        for match in pattern.finditer(rest):
            if (address := read(match)) is not None:
                found.append(address)
                rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
    return (*found, *_phones(rest, region))


def read_target(target: str, region: str | None = None) -> Address | None:
    """What an `https:`, `mailto:` or `tel:` target is."""
    scheme, _, rest = target.partition(":")
    match scheme.lower():
        case "mailto":
            user, _, host = rest.partition("?")[0].rpartition("@")
            return Address(kind=AddressKind.EMAIL, text=target, user=unquote(user), host=_ascii(host))
        case "tel":
            return Address(kind=AddressKind.PHONE, text=target, host=_number(rest, region) or re.sub(r"\D", "", rest))
        case "https" | "http":
            return _page_of(rest.removeprefix("//"), target, scheme=scheme)
    return None


def is_target(said: Address, target: Address) -> bool:
    """Whether a target is the address that words say: up to `www.`, the scheme, a slash at the end, and a subdomain."""
    match said.kind, target.kind:
        case (AddressKind.PHONE, AddressKind.PHONE):
            return said.host == target.host
        case (AddressKind.EMAIL, AddressKind.EMAIL):
            return (said.user.casefold(), said.host) == (target.user.casefold(), target.host)
        case (AddressKind.DOMAIN, AddressKind.EMAIL):
            return _same_owner(said.host, target.host) and not said.path.strip("/")
        case (AddressKind.PAGE | AddressKind.DOMAIN, AddressKind.PAGE):
            same = _same_owner(said.host, target.host) and not said.user
            return same and _port(said) == _port(target) and _same_place(said, target)
    return False


def _plain(words: str) -> str:
    """Words as they are read: full-width letters as plain ones, without what nobody sees."""
    seen = "".join(char for char in words if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", " ".join(seen.split())).replace("。", ".")


def _page(match: re.Match[str]) -> Address | None:
    return _page_of(match["rest"], match[0], scheme=match["scheme"] or "https")


def _page_of(rest: str, text: str, *, scheme: str, kind: AddressKind = AddressKind.PAGE) -> Address | None:
    cut = rest.endswith("...")
    rest = _without_end(rest)
    found = _AUTHORITY.fullmatch(rest)
    host = found["host"] if found else ""
    if found is None or "." not in host:
        return None
    after = found["after"] or ""
    ascii_host = re.match(r"[A-Za-z0-9.-]+", host)
    if ascii_host and ascii_host[0] != host and _is_domain(ascii_host[0]):  # words of Japanese may follow at once
        host, after = ascii_host[0], ""
    path, _, query = after.partition("#")[0].partition("?")
    return Address(
        kind=kind,
        text=_without_end(text),
        host=_ascii(host),
        user=found["user"] or "",
        port=found["port"] or "",
        path=path,
        query=query,
        cut=cut,
    )


def _email(match: re.Match[str]) -> Address | None:
    host = match["host"]
    ascii_host = re.match(r"[A-Za-z0-9.-]+", host)
    if ascii_host and ascii_host[0] != host and _is_domain(ascii_host[0]):
        host = ascii_host[0]
    return Address(kind=AddressKind.EMAIL, text=f"{match['user']}@{host}", user=match["user"], host=_ascii(host))


def _domain(match: re.Match[str]) -> Address | None:
    address = _page_of(match["rest"], match["rest"], scheme="https", kind=AddressKind.DOMAIN)
    if address is None:
        return None
    written = re.split(r"[:/?#]", address.text)[0]
    top = written.rpartition(".")[2]
    if not (top.islower() or written.isupper() or not top.isascii()) or written.lower() in _NAMES:
        return None  # "data.In": a full stop without its space
    if written.count(".") == 1 and top.lower() in _FILES and not address.path:
        return None
    return address if _is_domain(written) else None


def _phones(text: str, region: str | None) -> Iterator[Address]:
    """Numbers with + wherever they may lead; others only where a country says how they are dialled."""
    wanted = [(None, phonenumbers.Leniency.POSSIBLE)] + ([(region, phonenumbers.Leniency.VALID)] if region else [])
    seen: set[str] = set()
    for country, leniency in wanted:
        for match in phonenumbers.PhoneNumberMatcher(text, country, leniency=leniency):
            e164 = str(phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164))
            if e164 not in seen:
                seen.add(e164)
                yield Address(kind=AddressKind.PHONE, text=match.raw_string.strip(), host=e164)


def read_figures(words: str, region: str | None = None) -> Address | None:
    """The number that all of the words are, however short (112): what a `tel:` link of figures says."""
    text = _plain(words)
    if not _FIGURES.fullmatch(text):
        return None
    return Address(kind=AddressKind.PHONE, text=text, host=_number(text, region) or _digits(text))


def _number(text: str, region: str | None) -> str | None:
    """A telephone number as E.164; short ones, which no other country can dial, have none."""
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(char)) for char in text if char.isdigit())


def _same_owner(first: str, second: str) -> bool:
    """Whether two hosts are one, or belong to one registered domain."""
    if first == second:
        return True
    owner = _suffixes().privatesuffix(first)
    return owner is not None and owner == _suffixes().privatesuffix(second)


def _same_place(said: Address, target: Address) -> bool:
    """Whether a path and a query, where words say one, are the target's."""
    wanted = _path(target.path)
    for path in (said.path, re.split(r"[^\x00-\x7f]", said.path)[0]):
        there = _path(path)
        if there == wanted or (said.cut and wanted.startswith(there)):
            return not said.query or said.cut or unquote(said.query) == unquote(target.query)
    return not _path(said.path) and not said.query


def _path(path: str) -> str:
    return unicodedata.normalize("NFC", unquote(path)).replace("...", "").strip().rstrip("/").casefold()


def _port(address: Address) -> str:
    return "" if address.port in _USUAL_PORTS else address.port


def _without_end(text: str) -> str:
    """An address without the punctuation of the sentence after it; a bracket that opens in it may close in it."""
    while text and text[-1] in _AT_THE_END and not (text[-1] == ")" and text.count("(") >= text.count(")")):
        text = text[:-1]
    return text


def _ascii(host: str) -> str:
    """A host as the name servers know it (IDNA 2008), in small letters, without `www.`."""
    import idna

    host = host.strip(".").lower()
    if not host.isascii():
        with suppress(idna.IDNAError):
            host = idna.encode(host, uts46=True).decode("ascii")
    return re.sub(r"^www[0-9]?\.(?=.*\.)", "", host)


def _is_domain(host: str) -> bool:
    """Whether a host ends as domains do, and has a name of its own before that."""
    host = _ascii(host)
    name, _, top = host.rpartition(".")
    if top in _RESERVED:
        return bool(name)
    owner = _known_suffixes().privatesuffix(host)
    return owner is not None and re.search(r"[a-z]", owner.partition(".")[0]) is not None


# A list of 10,000 rules takes a tenth of a second to read: it is read when words hold what may be a domain.
@lru_cache(maxsize=1)
def _suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@lru_cache(maxsize=1)
def _known_suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False, only_icann=True)
