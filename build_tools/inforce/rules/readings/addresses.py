"""Web addresses, domains, e-mail addresses and telephone numbers that words hold; whether a target is what they say.

A domain without `https://` or `www.` counts where its ending is one of the Public Suffix List (or reserved for
examples), so that "Node.js", "S.A.", "version.2" and "privacy.pdf" are words.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import unquote

from inforce.rules.readings.disguises import undisguised, visible
from inforce.rules.readings.hosts import host_in_ascii, is_domain, is_number, same_owner
from inforce.rules.readings.phones import as_number, national_in, read_phones, short_numbers


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
    before: str = ""
    """What stands before it and may make it a name at somebody's (`@` of a handle, `owner/` of a repository)."""
    others: tuple[str, ...] = ()
    """Of a `mailto:` target, those who get the letter too."""


_PAGE = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+-]{1,9}):[/\\]+|(?=www[0-9]?\.))(?P<rest>[^\s<>\"“”«»「」『』（）、，]+)",
    re.IGNORECASE,
)
_LOCAL = r"A-Za-z0-9.!#$%&'*+/=?^_`{|}~-"
_EMAIL = re.compile(rf"(?<![{_LOCAL}])(?P<user>[{_LOCAL}]++)@(?P<host>[^\W_][\w-]*(?:\.[^\W_][\w-]*)+)")
_NAME = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOMAIN = re.compile(
    rf"(?<![^\W_])(?P<rest>{_NAME}(?:\.{_NAME}){{0,9}}\.(?:xn--[A-Za-z0-9-]+|[^\W\d_][^\W_]+)(?::[0-9]{{1,5}})?(?:[/?#\\][^\s<>\"“”«»]*)?)"
)
"""A domain of at most eleven names, so that a long chain of full stops takes no longer than other words."""
_BEFORE = re.compile(r"(?:(?<![^\s(])@|[\w.-]+/)\Z")
_IPV4 = re.compile(
    r"(?<![\w.])(?P<host>[0-9]{1,3}(?:\.[0-9]{1,3}){3})(?![\w.]*\w)(?P<port>:[0-9]{1,5})?(?P<path>/\S*)?"
)
_IPV6 = re.compile(
    r"\[(?P<inner>[0-9A-Fa-f:.]{2,45})\](?P<port>:[0-9]{1,5})?|(?<![\w:.])(?P<host>[0-9A-Fa-f:.]{3,45})(?![\w:])"
)
_HEX = re.compile(r"0[xX][0-9A-Fa-f]{7,8}")
_AUTHORITY = re.compile(
    r"(?:(?P<user>[^/?#\\]*)@)?(?P<host>\[[0-9A-Fa-f:.]*\]|[^/?#\\:@]*)(?::(?P<port>[0-9]*))?(?P<after>.*)", re.DOTALL
)
_COPIES = re.compile(r"[?&](?:to|cc|bcc|subject|body)=", re.IGNORECASE)
_HALF_EMAIL = re.compile(r"(?P<user>[a-z0-9][a-z0-9._+-]*)@(?P<host>[a-z0-9][a-z0-9-]*)")
_AT_THE_END = ".,;:!?'’\")]}»”›。，、"
_AT_BOTH_ENDS = " .,;:!?()<>\"'“”‘’«»„"
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+"
)
"""Thai, Lao, Burmese, Khmer, kana, Han and Hangul: a name of Latin letters may follow their words at once."""
_FILES = frozenset({"md", "mov", "ps", "py", "rs", "sh", "zip"})
"""Endings of files that are top-level domains too: a name with one dot is a file, where other words
stand beside it."""
_HANDLES_ARE_DOMAINS = frozenset({"bsky.app"})
"""Where somebody's name is a domain, and the page's path ends with it (AT Protocol)."""
_NAMES = frozenset({"asp.net", "ado.net", "vb.net", "basic.net", "microsoft.net", "paint.net"})
"""Names of products that are written like domains."""
_NEAR = 60
"""So many characters before a domain are looked at."""
_FAMILIAR = frozenset({"com", "org", "info", "biz", "edu", "gov"})
"""Endings that may be written as in `Qualifio.Com` among other words: of others many begin sentences."""
_OUTLINE, _PRIVATE = 30, 10
"""Four numbers up to the one, the first below the other, are a section's rather than an IP address."""
_VERSION = re.compile(r"\b(?:v|rel|build|fassung)\w*[.:]? $", re.IGNORECASE)
_USUAL_PORTS = frozenset({"", "80", "443"})


def read_addresses(words: str, region: str | None = None) -> tuple[Address, ...]:
    """Every address in some words, in the order of the kinds. `region`: the country (ISO 3166-1) whose telephone
    numbers are written without +."""
    return _read(visible(words), region)


def read_label(words: str, region: str | None = None) -> tuple[Address, ...]:
    """Every address that a link's words hold or look like, `qualifio[.]com` and "qualifio .com" included. `region` as
    above; without one, a number that is written without + counts only where it is all of the words."""
    seen = visible(words)
    found = [*_read(seen, region), *_numbers(seen), *_half_email(seen), *_file_or_domain(seen)]
    for reading in undisguised(seen):
        known = {(one.kind, one.host, one.user) for one in found}
        found.extend(one for one in _read(reading, region) if (one.kind, one.host, one.user) not in known)
    return tuple(found)


def is_address(words: str, region: str | None = None) -> bool:
    """Whether all of the words are one address, as they stand or in disguise."""
    seen = visible(words)
    return any(
        address.text == reading.strip(_AT_BOTH_ENDS)
        for reading in (seen, *undisguised(seen))
        for address in _read(reading, region)
    )


def _read(words: str, region: str | None) -> tuple[Address, ...]:
    rest = _COPIES.sub(" ", words)
    if not any(char in rest for char in ".@:") and not re.search(r"\d", rest):
        return ()
    found: list[Address] = []
    for pattern, read in ((_PAGE, _page), (_EMAIL, _email), (_DOMAIN, _domain)):
        for match in pattern.finditer(rest):
            if (address := read(match)) is not None:
                found.append(address)
                rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
    phones = (Address(kind=AddressKind.PHONE, text=text, host=number) for text, number in read_phones(rest, region))
    return (*found, *phones)


def read_target(target: str, region: str | None = None) -> Address | None:
    """What an `https:`, `mailto:` or `tel:` target is."""
    scheme, _, rest = target.partition(":")
    match scheme.lower():
        case "mailto":
            first, *others = (
                unquote(one)
                for one in re.split(r",|%2C|[?&](?:to|cc|bcc)=", re.sub(r"[?&](?:subject|body)=[^&]*", "", rest))
            )
            user, _, host = first.partition("?")[0].rpartition("@")
            return Address(
                kind=AddressKind.EMAIL,
                text=target,
                user=user,
                host=host_in_ascii(host),
                others=tuple(filter(None, others)),
            )
        case "tel":
            return Address(kind=AddressKind.PHONE, text=target, host=as_number(rest, region) or re.sub(r"\D", "", rest))
        case "https" | "http":
            return _page_of(rest.lstrip("/"), target, scheme=scheme)
    return None


def read_dialled(words: str, region: str | None = None) -> tuple[Address, ...]:
    """The numbers that the words of a `tel:` link say though no address stands in them: short ones (112)."""
    seen = visible(words)
    return tuple(
        Address(kind=AddressKind.PHONE, text=text, host=number) for text, number in short_numbers(seen, region)
    )


def read_national(words: str, region: str | None = None) -> tuple[Address, ...]:
    """The numbers without + in the words of a link that doesn't dial."""
    found = national_in(visible(words), region)
    return tuple(Address(kind=AddressKind.PHONE, text=text, host=number) for text, number in found)


def is_target(said: Address, target: Address, *, place: bool = True) -> bool:
    """Whether a target is the address that words say: up to `www.`, the scheme, a slash at the end, and a subdomain.
    `place`: whether the page must be the same too, or only whose it is."""
    match said.kind, target.kind:
        case (AddressKind.PHONE, AddressKind.PHONE):
            return said.host == target.host
        case (AddressKind.EMAIL, AddressKind.EMAIL):
            same = said.host == target.host or ("." not in said.host and target.host.startswith(f"{said.host}."))
            return said.user.casefold() == target.user.casefold() and same and not target.others
        case (AddressKind.EMAIL, AddressKind.PAGE):
            if "." not in said.host:
                return said.host in target.host.split(".")
            handle = _path(target.path).strip("/@").endswith(said.user.casefold())
            return said.before == "@" and handle and same_owner(said.host, target.host)
        case (AddressKind.DOMAIN, AddressKind.EMAIL):
            return same_owner(said.host, target.host) and not said.path.strip("/") and not target.others
        case (AddressKind.PAGE | AddressKind.DOMAIN, AddressKind.PAGE):
            same = same_owner(said.host, target.host) and not said.user
            at_home = same and _port(said) == _port(target) and (not place or _same_place(said, target))
            return at_home or _is_name_at(said, target)
    return False


def _is_name_at(said: Address, target: Address) -> bool:
    """Whether words that read as a domain are a name at somebody's: `socketio/socket.io` of a repository, a handle;
    or a file there, `data.zip`."""
    name = _path(f"/{said.before}{said.text}")
    if said.text.rpartition(".")[2].lower() in _FILES and _path(target.path).endswith(_path(f"/{said.text}")):
        return True
    if said.before == "@":
        return target.host in _HANDLES_ARE_DOMAINS and _path(target.path).endswith(name.replace("@", ""))
    return bool(said.before) and name in _path(target.path)


def _page(match: re.Match[str]) -> Address | None:
    return _page_of(match["rest"], match[0], scheme=match["scheme"] or "https", named=bool(match["scheme"]))


def _page_of(
    rest: str, text: str, *, scheme: str, named: bool = True, kind: AddressKind = AddressKind.PAGE
) -> Address | None:
    """`named`: whether a scheme stands before it, so that a host may be one name alone."""
    cut = rest.endswith("...")
    rest = _without_end(rest)
    found = _AUTHORITY.fullmatch(rest)
    host = found["host"].strip("[]") if found else ""
    if found is None or not host or not (named or "." in host):
        return None
    after = found["after"] or ""
    core = _core(host)
    if core != host:  # words of Japanese may follow at once
        host, after = core, after if host.endswith(core) else ""
    path, _, query = after.partition("#")[0].partition("?")
    return Address(
        kind=kind,
        text=_without_end(text),
        host=host_in_ascii(host),
        user=found["user"] or "",
        port=found["port"] or "",
        path=path,
        query=query,
        cut=cut,
    )


def _email(match: re.Match[str]) -> Address | None:
    host = _core(match["host"])
    before = "@" if match.string[: match.start()].endswith("@") else ""
    user: str = match["user"].lstrip(".,'*/-") or match["user"]
    return Address(kind=AddressKind.EMAIL, text=f"{user}@{host}", user=user, host=host_in_ascii(host), before=before)


def _domain(match: re.Match[str]) -> Address | None:
    address = _page_of(match["rest"], match["rest"], scheme="https", kind=AddressKind.DOMAIN)
    if address is None:
        return None
    written = re.split(r"[:/?#\\]", address.text)[0]
    core = _core(written)
    if not is_domain(core) and is_domain(shorter := core.rstrip("0123456789")):  # a note's number at its end
        core = shorter
        address = replace(address, host=host_in_ascii(core))
    if written.lower() in _NAMES or not (_is_written_as_one(core, match) and is_domain(core)):
        return None
    if written.count(".") == 1 and written.lower().rpartition(".")[2] in _FILES and not address.path:
        return None
    before = _BEFORE.search(match.string[max(0, match.start() - _NEAR) : match.start()])
    text = address.text if core == written else core
    return replace(address, text=text, before=before[0] if before else "")


def _is_written_as_one(host: str, match: re.Match[str]) -> bool:
    """Whether capitals leave a host a host: "data.In" among other words is a full stop without its space."""
    name, _, top = host.rpartition(".")
    if top.islower() or host.isupper() or not top.isascii():
        return True
    if not re.search(r"\w", match.string[: match.start()] + match.string[match.end() :]):
        return True
    if top.lower() == "net":
        return False  # a product, as VB.NET
    return not top.istitle() or (top.lower() in _FAMILIAR and name.rpartition(".")[2].istitle())


def _core(host: str) -> str:
    """A host without the words of Japanese, Chinese or Thai that stand beside it without a space."""
    if host.isascii():
        return host
    start = re.match(r"[A-Za-z0-9.-]++(?![\u00c0-\u024f])", host)  # x.comédie.example is one
    pieces: list[str] = [piece.strip(".-") for piece in _SPACELESS.split(host)]
    for piece in ([start[0]] if start else []) + pieces[::-1]:
        if piece != host and "." in piece and is_domain(piece):
            return piece
    return host


def _numbers(words: str) -> Iterator[Address]:
    """IP addresses. Four small numbers alone are a section's or a version's."""
    for found in _IPV4.finditer(words):
        first, *others = map(int, found["host"].split("."))
        outline = 1 <= first < _PRIVATE and all(octet <= _OUTLINE for octet in others) and not found["port"]
        version = _VERSION.search(words[max(0, found.start() - _NEAR) : found.start()])
        if not (outline or version) and is_number(found["host"]):
            yield _number_of(found["host"], found[0], (found["port"] or "")[1:], found["path"] or "")
    if _HEX.fullmatch(words.strip()):
        yield _number_of(words.strip(), words.strip(), "", "")
    for found in _IPV6.finditer(words):
        host = found["inner"] or found["host"]
        with suppress(ValueError):
            if re.search(r"\d", host) and ipaddress.IPv6Address(host):
                yield _number_of(host, found[0], (found["port"] or "")[1:], "")


def _number_of(host: str, text: str, port: str, path: str) -> Address:
    return Address(kind=AddressKind.DOMAIN, text=text, host=host_in_ascii(host), port=port, path=path)


def _half_email(words: str) -> Iterator[Address]:
    """`privacy@qualifio`, where that is all of the words."""
    if found := _HALF_EMAIL.fullmatch(words.strip(" .,;:()<>\"“”'‘’«»")):
        yield Address(kind=AddressKind.EMAIL, text=found[0], user=found["user"], host=found["host"])


def _file_or_domain(words: str) -> Iterator[Address]:
    """`qualifio.zip`, where that is all of the words: the name of a file, or a domain."""
    found = _DOMAIN.fullmatch(words.strip(_AT_BOTH_ENDS))
    if found and found[0].count(".") == 1 and found[0].lower().rpartition(".")[2] in _FILES and is_domain(found[0]):
        yield Address(kind=AddressKind.DOMAIN, text=found[0], host=host_in_ascii(found[0]))


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
    unopened = {closing: text.count(closing) - text.count(opening) for opening, closing in ("()", "[]")}
    end = len(text)
    while end and text[end - 1] in _AT_THE_END and unopened.get(text[end - 1], 1) > 0:
        end -= 1
        if text[end] in unopened:
            unopened[text[end]] -= 1
    return text[:end]
