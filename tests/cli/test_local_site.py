"""A built site on this machine: ports, headers, whole sites shown one after another."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from inforce.cli.local_site import LocalSite, local_headers, on_a_free_port
from inforce.site.hosting.table import header_rules, headers_of

from tests.sources import change

RULES = header_rules(["en"])


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
    site.show(tmp_path, "/legal/", RULES)
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
        site.show(tmp_path / name, "/", RULES)
        assert asked(site, "/")[1] == name.encode()
        assert asked(site, "/inforce-serve/state")[1] == str(number).encode()


def test_head_sends_the_headers_alone(site: LocalSite, tmp_path: Path) -> None:
    change(tmp_path, {"a.json": "{}", "404.html": "missing", "b.unheard-of": "?"})
    site.show(tmp_path, "/", RULES)
    answer, body = asked(site, "/a.json", "HEAD")
    assert (answer.headers["Content-Type"], answer.headers["Content-Length"], body) == ("application/json", "2", b"")
    assert (asked(site, "/c")[0].status, asked(site, "/c")[1]) == (404, b"missing")
    assert asked(site, "/b.unheard-of")[0].headers["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize(
    "path", ["", "en/privacy/", "api/v1/index.json", "api/v1/privacy/1/en/r1.json", "embed/1/inforce.js", "handbook/"]
)
def test_the_headers_are_those_of_the_real_host_but_nothing_may_be_kept(
    site: LocalSite, tmp_path: Path, path: str
) -> None:
    file = path if "." in path else f"{path}index.html"
    change(tmp_path, {file: "here"})
    site.show(tmp_path, "/", RULES)
    answer, _ = asked(site, f"/{path}")
    expected = {**headers_of(path, RULES), "Cache-Control": "no-store"}
    assert local_headers(path, RULES) == expected
    assert answer.status == 200
    assert {name: answer.headers[name] for name in expected} == expected
    assert answer.headers["Content-Security-Policy"] == expected.get("Content-Security-Policy")


def test_the_page_for_what_is_missing_is_ours_too(site: LocalSite, tmp_path: Path) -> None:
    change(tmp_path, {"404.html": "missing"})
    site.show(tmp_path, "/", RULES)
    assert asked(site, "/handbook/gone/")[0].headers["Content-Security-Policy"]
