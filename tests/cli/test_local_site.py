"""A built site on this machine: ports, headers, whole sites shown one after another."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from inforce.cli.local_site import POLICY, LocalSite, headers, on_a_free_port

from tests.built.building import ROOT
from tests.sources import change


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    served = on_a_free_port(port)
    yield served
    served.close()


def asked(site: LocalSite, path: str, method: str = "GET") -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", site.server_port)
    connection.request(method, path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_the_site_stands_below_the_path_of_its_address(site: LocalSite, tmp_path: Path) -> None:
    change(tmp_path, {"index.html": "<head></head>way in", "a/index.html": "a"})
    site.show(tmp_path, "/legal/")
    assert site.address.endswith("/legal/")
    for path, place in (("/", "/legal/"), ("/a/", "/legal/"), ("/legal/a", "/legal/a/")):
        answer, _ = asked(site, path)
        assert (answer.status, answer.headers["Location"]) == (302, place), path
    assert asked(site, "/legal/a/")[1] == b"a"
    assert b'src="/legal/inforce-serve/reload.js"' in asked(site, "/legal/")[1]


def test_another_folder_is_shown_from_one_answer_to_the_next(site: LocalSite, tmp_path: Path) -> None:
    assert asked(site, "/")[0].status == 503
    change(tmp_path, {"one/index.html": "one", "two/index.html": "two"})
    for number, name in enumerate(("one", "two"), start=1):
        site.show(tmp_path / name, "/")
        assert asked(site, "/")[1] == name.encode()
        assert asked(site, "/inforce-serve/state")[1] == str(number).encode()


def test_head_sends_the_headers_alone(site: LocalSite, tmp_path: Path) -> None:
    change(tmp_path, {"a.json": "{}", "404.html": "missing", "b.unheard-of": "?"})
    site.show(tmp_path, "/")
    answer, body = asked(site, "/a.json", "HEAD")
    assert (answer.headers["Content-Type"], answer.headers["Content-Length"], body) == ("application/json", "2", b"")
    assert (asked(site, "/c")[0].status, asked(site, "/c")[1]) == (404, b"missing")
    assert asked(site, "/b.unheard-of")[0].headers["Content-Type"] == "application/octet-stream"


def test_the_policy_is_the_one_that_the_developers_page_promises() -> None:
    page = (ROOT / "docs/developers/index.md").read_text("utf-8")
    promised = re.search(r"```\n(default-src [^`]+)```", page)
    assert promised
    assert " ".join(promised[1].split()) == POLICY


@pytest.mark.parametrize(
    ("path", "others", "strict"),
    [
        ("api/v1/index.json", True, True),
        ("embed/1/inforce.js", True, True),
        ("en/privacy/", False, True),
        ("handbook/", False, False),
        ("", False, True),
    ],
)
def test_only_what_is_for_other_sites_may_be_read_there(path: str, others: bool, strict: bool) -> None:
    found = headers(path)
    assert ("Access-Control-Allow-Origin" in found, "Content-Security-Policy" in found) == (others, strict)
    assert found["X-Content-Type-Options"] == "nosniff"
