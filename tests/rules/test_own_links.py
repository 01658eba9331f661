"""Links to this site's own pages: where each leads, and whether there is something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from inforce.problems import Location
from inforce.rules.own_links import OwnLink, leading_nowhere, own_link

OWN = "https://example.org/legal/"
AT = Location(file="docs/handbook/a.md", line=3)
PAGES = {
    "index.html": "<p>",
    "en/privacy/index.html": '<h2 id="security">x</h2><a id=short>',
    "en/privacy/v1/index.html": "<p>",
    "api/v1/index.json": "{}",
    "en/a b/index.html": '<h2 id="caf\u00e9">',
}


def link(written: str, page: str = "handbook/a/") -> OwnLink | None:
    return own_link(written, page=page, base_url=OWN, location=AT)


@pytest.mark.parametrize(
    ("written", "path", "fragment"),
    [
        ("/legal/en/privacy/", "en/privacy/", ""),
        ("../../en/privacy/#security", "en/privacy/", "security"),
        (f"{OWN}en/privacy/v1/?x=1#y", "en/privacy/v1/", "y"),
        ("#here", "handbook/a/", "here"),
        ("b/", "handbook/a/b/", ""),
        (" /legal/en\\privacy/ ", "en/privacy/", ""),
        ("/legal/en/a%20b/", "en/a b/", ""),
        ("https://example.org/legal", "", ""),
        ("//example.org/legal/en/", "en/", ""),
        ("https://EXAMPLE.org/legal/en/", "en/", ""),
        ("HTTPS://Example.Org:443/legal/en/", "en/", ""),
        ("http://example.org/legal/en/", "en/", ""),
        ("http://example.org:80/legal/en/", "en/", ""),
        ("https://example.org./legal/en/", "en/", ""),
        ("https://someone:else@example.org/legal/en/", "en/", ""),
        ("https://ex%61mple.org/legal/en/", "en/", ""),
        ("https://\uff45xample\u3002org/legal/en/", "en/", ""),
        ("https:///example.org/legal/en/", "en/", ""),
        ("////example.org/legal/en/", "en/", ""),
        ("https://example.org/x/../legal/en/", "en/", ""),
        ("https://example.org/x/%2E%2e/legal/./en/", "en/", ""),
    ],
)
def test_where_a_link_leads(written: str, path: str, fragment: str) -> None:
    found = link(written)
    assert found is not None
    assert (found.path, found.fragment, found.location) == (path, fragment, AT)


@pytest.mark.parametrize(
    "written",
    ["https://elsewhere.example/legal/", "https://www.example.org/legal/",
     "/other/", "/", "mailto:a@example.org", "tel:+3222744800", "http://[", "x:y",
     "https://example.org:8443/legal/", "https://example.org/legality/", "https://example.org/legal/../x/",
     "https://evil.example/example.org/legal/", "https://example.org@evil.example/legal/", "https://example.org:x/"],
)  # fmt: skip
def test_what_is_another_site_or_no_address(written: str) -> None:
    assert link(written) is None


def told(*written: str) -> list[str]:
    links = [one for one in map(link, written) if one]
    files = ((path, text.encode()) for path, text in PAGES.items())
    return [one.message.split('"')[1] for one in leading_nowhere(links, files, ["handbook/a/index.html"])]


def test_what_there_is_and_what_there_is_not() -> None:
    there = ["/legal/en/privacy/", "/legal/en/privacy", "../../en/privacy/index.html", "/legal/en/privacy/#security"]
    there += ["/legal/en/privacy/#short", "/legal/en/privacy/#", "/legal/en/privacy/#top", "/legal/api/v1/index.json"]
    there += ["/legal/en/privacy/#:~:text=x", "/legal/en/privacy/#security:~:text=x", "/legal/", "#anything", ""]
    there += ["/legal/en/a%20b/#caf%C3%A9"]
    nowhere = ["/legal/en/privacy/v99/", "../../en/nothing/", f"{OWN}en/cookys/", "/legal/api/v9/x.json"]
    lost = ["/legal/en/privacy/#nothing", "/legal/en/privacy/#x", "../../en/privacy/v1/#security"]
    assert told(*there) == []
    assert told(*there, *lost, *nowhere) == [*nowhere, *lost]


def test_pages_are_made_until_all_links_are_found() -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "en/privacy/index.html", b'<p id="a">'
        raise AssertionError("one too many")

    found = link("/legal/en/privacy/#a")
    assert found is not None
    assert list(leading_nowhere([found], files())) == []
    assert list(leading_nowhere([], files())) == []


def test_the_problem_says_where_and_what_to_do() -> None:
    found = link("/legal/en/gone/")
    assert found is not None
    (problem,) = leading_nowhere([found], [])
    assert (problem.code, problem.severity, problem.location) == ("L304", "error", AT)
    assert problem.remedy


def test_a_host_in_other_letters_is_the_same_in_each_spelling() -> None:
    for written in (
        "https://xn--bcher-kva.example/en/",
        "https://b\u00fccher.example/en/",
        "//B\u00dcCHER.example./en/",
    ):
        found = own_link(written, page="", base_url="https://xn--bcher-kva.example/", location=AT)
        assert found is not None
        assert found.path == "en/"
