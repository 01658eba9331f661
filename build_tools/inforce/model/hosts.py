"""Names of hosts that stand for one that nobody has chosen yet."""

from __future__ import annotations

RESERVED = ("example", "test", "invalid", "localhost", "local", "internal", "example.com", "example.net", "example.org")
"""Names that nobody can own: RFC 2606, RFC 6761, RFC 6762, and ICANN's choice of `internal`."""


def is_placeholder(host: str) -> bool:
    """Whether a host is one that readers elsewhere cannot reach: a reserved name, a bare name, or a number."""
    name = host.lower().rstrip(".")
    if "." not in name or name.replace(".", "").isdecimal():
        return True
    return any(name == reserved or name.endswith(f".{reserved}") for reserved in RESERVED)
