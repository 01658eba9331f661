"""The network is out of reach while the handbook is built, and back afterwards."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from inforce.engines.offline import NoNetwork, no_network

from tests.engines.test_pages import told
from tests.sources import project

ASKING: dict[str, Callable[[], object]] = {
    "a look-up": lambda: socket.getaddrinfo("127.0.0.1", 9),
    "an older one": lambda: socket.gethostbyname("127.0.0.1"),
    "a connection": lambda: socket.create_connection(("127.0.0.1", 9)),
}


@pytest.mark.parametrize("name", ASKING)
def test_nothing_asks_there(name: str) -> None:
    before = socket.getaddrinfo, socket.socket.connect
    with no_network(), pytest.raises(NoNetwork):
        ASKING[name]()
    assert (socket.getaddrinfo, socket.socket.connect) == before


@pytest.mark.parametrize("way", ["connect", "connect_ex"])
def test_no_socket_connects(way: str) -> None:
    with socket.socket() as one, no_network(), pytest.raises(NoNetwork):
        getattr(one, way)(("127.0.0.1", 9))


def test_no_datagram_is_sent() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as one, no_network(), pytest.raises(NoNetwork):
        one.sendto(b"x", ("127.0.0.1", 9))


def test_a_build_reaches_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def asks(*_: object, **__: object) -> None:
        socket.create_connection(("127.0.0.1", 9))

    monkeypatch.setattr("mkdocs.structure.pages.Page.render", asks)
    (problem,) = told(project(tmp_path, {}))
    assert problem.code == "H106"
    assert "another host" in problem.message
