"""Names of hosts: those that stand for one that nobody has chosen yet, and internationalised ones as name servers know
them."""

from __future__ import annotations

import re

_SHOWN = re.compile(r"(https?://)([^/?#:@\s]+)(.*)", re.IGNORECASE | re.DOTALL)
RESERVED = ("example", "test", "invalid", "localhost", "local", "internal", "example.com", "example.net", "example.org")
"""Names that nobody can own: RFC 2606, RFC 6761, RFC 6762, and ICANN's choice of `internal`."""


def is_placeholder(host: str) -> bool:
    """Whether a host is one that readers elsewhere cannot reach: a reserved name, a bare name, or a number."""
    name = host.lower().rstrip(".")
    if "." not in name or name.replace(".", "").isdecimal():
        return True
    return any(name == reserved or name.endswith(f".{reserved}") for reserved in RESERVED)


def with_ascii_host(address: str) -> str:
    """A web address with the host as name servers know it (IDNA 2008), which is what a link leads to:
    `https://xn--mnchen-3ya.de/` for `https://münchen.de/`. An address whose host is no such name stays as it is."""
    found = _SHOWN.fullmatch(address)
    if found is None or found[2].isascii():
        return address
    import idna  # few addresses need its tables

    try:
        host = idna.encode(found[2].lower()).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return address
    return f"{found[1]}{host}{found[3]}"
