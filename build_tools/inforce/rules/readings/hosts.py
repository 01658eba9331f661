"""Hosts: one form for every way of writing one, whether two belong together, and whether words look like one.

The Public Suffix List tells which names people can register under, private ones (`github.io`) included (decision 0016).
"""

from __future__ import annotations

import ipaddress
import re
from contextlib import suppress
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

_RESERVED = frozenset({"example", "test", "invalid", "localhost", "local", "internal", "onion"})
"""Top-level domains that name servers don't know, and that words may name (RFC 2606, 6761, 6762, 7686)."""
_WWW = re.compile(r"www[0-9]?\.(?=.*\.)")
_PART = re.compile(r"0[xX][0-9A-Fa-f]*|[0-9]+")


def host_in_ascii(host: str) -> str:
    """A host as the name servers know it (IDNA 2008), in small letters, without `www.` and the full stop at its end;
    an IP address in its usual form, however it was written (`0x7f.1`, as browsers read it: WHATWG URL, 3.5)."""
    import idna

    host = unquote(host.strip("[]")).strip(".").lower()
    if not host.isascii():
        with suppress(idna.IDNAError):
            host = idna.encode(host, uts46=True).decode("ascii")
    if number := _as_number(host):
        return number
    bare = _WWW.sub("", host, count=1) if _WWW.match(host) else host
    # www.github.io is somebody's page, and none of GitHub's
    return bare if bare == host or _owner(bare) or bare.rpartition(".")[2] in _RESERVED else host


def is_number(host: str) -> bool:
    """Whether a host in its usual form is an IP address."""
    return bool(_as_number(host))


def is_domain(host: str) -> bool:
    """Whether a host ends as domains do, and has a name of its own before that."""
    host = host_in_ascii(host)
    name, _, top = host.rpartition(".")
    if top in _RESERVED:
        return bool(name)
    owner = _known_suffixes().privatesuffix(host)
    return owner is not None and re.search(r"[a-z]", owner.partition(".")[0]) is not None


def same_owner(first: str, second: str) -> bool:
    """Whether two hosts are one, or belong to one registered domain. Names under a public suffix of anybody
    (`alice.github.io`, `bob.github.io`) and IP addresses belong to nobody else's."""
    if first == second:
        return True
    owner = _owner(first)
    return owner is not None and owner == _owner(second)


def _owner(host: str) -> str | None:
    """The registered domain that a host belongs to; None for a public suffix, an IP address, one name alone."""
    if _as_number(host):
        return None
    found: str | None = _suffixes().privatesuffix(host)
    return found


def _as_number(host: str) -> str:
    """An IP address in its usual form; "" for what is none."""
    if ":" in host:
        with suppress(ValueError):
            return str(ipaddress.IPv6Address(host.partition("%")[0]))
        return ""
    parts = host.split(".")
    if len(parts) > 4 or not all(_PART.fullmatch(part) for part in parts):
        return ""
    try:
        *first, last = (_figures(part) for part in parts)
    except ValueError:
        return ""
    if any(octet > 0xFF for octet in first) or last >= 256 ** (4 - len(first)):
        return ""
    return str(ipaddress.IPv4Address(sum(octet << 8 * (3 - at) for at, octet in enumerate(first)) + last))


def _figures(part: str) -> int:
    if part[:2].lower() == "0x":
        return int(part[2:] or "0", 16)
    return int(part, 8 if len(part) > 1 and part[0] == "0" else 10)


# A list of 10,000 rules takes a tenth of a second to read: it is read when words hold what may be a domain.
@lru_cache(maxsize=1)
def _suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@lru_cache(maxsize=1)
def _known_suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False, only_icann=True)
