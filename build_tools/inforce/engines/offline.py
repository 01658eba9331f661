"""A build that reaches no network: whatever a theme, a plugin or an extension asks for there is refused.

What is checked comes from strangers, and a build must not depend on a host that is away.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch


class NoNetwork(OSError):
    """Something asked for the network while the handbook was built."""


def _refuse(*_: object, **__: object) -> None:
    raise NoNetwork("a plugin, the theme or an extension asks another host for something, and a build may not")


@contextmanager
def no_network() -> Iterator[None]:
    """Refuse connections, and look-ups of hosts, in this process."""
    with (
        patch.object(socket, "getaddrinfo", _refuse),
        patch.object(socket, "gethostbyname", _refuse),
        patch.object(socket.socket, "connect", _refuse),
        patch.object(socket.socket, "connect_ex", _refuse),
        patch.object(socket.socket, "sendto", _refuse),
    ):
        yield
