"""Which targets are relative, and what each is called."""

from __future__ import annotations

import re

import pytest
from inforce.reader.targets import ID
from inforce.tidy.relative import is_relative, name_of_relative

RELATIVE = (
    *("/terms", "../terms.md", "terms", "terms.md", "./", "/", "..", "?lang=fr", "en/terms/", "../../legal", "LICENSE"),
    *("/terms#refunds", "/terms?x=1", "/search?u=https://a.org", "PRIVACY.uk.md", "/@acme", "/2024", "/http-headers"),
    *(
        "/利用規約",
        "/個人情報",
        "conditions-générales",
        "our terms.html",
        "/a.org",
        f"/{'long-' * 40}",
        "docs/terms.pdf",
    ),
)
OTHERS = (
    *("", " ", "#x", "//a.org/x", "https://a.org", "javascript:a", "link:a", "mailto", "me@a.org", "+32 2 1", "0800-1"),
    *(
        "https//a.org",
        "https:/a",
        "http/a",
        "ttps//a.org",
        "www.a.org/x",
        "/www.a.org",
        "./www.a.org",
        "a.org",
        "a.b/c",
    ),
    *("a.org/terms.html", "insert link", "{{ url }}/x", "/{{ url }}/x", "a\\b", "/a\tb", "[url]"),
    *(":url", "%s", "/%(page)s", "$URL", "${url}/x", "url:", "/x?y={{ z }}", "/x#{{ y }}"),
)


@pytest.mark.parametrize("href", RELATIVE)
def test_a_path_is_relative_and_has_a_name(href: str) -> None:
    assert is_relative(href)
    name = name_of_relative(href)
    assert ID.fullmatch(name)
    assert re.search(r"[a-z0-9]-[0-9a-f]{6}$", name)


@pytest.mark.parametrize("href", OTHERS)
def test_a_slip_of_an_address_is_none(href: str) -> None:
    assert not is_relative(href)


def test_no_two_of_them_share_a_name() -> None:
    assert len({name_of_relative(href) for href in RELATIVE}) == len(RELATIVE)


@pytest.mark.parametrize(("one", "other"), [("./terms", "terms"), ("/é", "/%C3%A9"), ("/a b", "/a%20b")])
def test_two_ways_to_write_one_have_one_name(one: str, other: str) -> None:
    assert name_of_relative(one) == name_of_relative(other)


@pytest.mark.parametrize(
    ("href", "words"),
    [
        ("/legal/terms", "terms"),
        ("../our-processors/index.md", "our-processors"),
        ("/privacy#Your rights", "privacy-your-rights"),
        ("index.html", "index"),
        ("/a-path-whose-last-words-would-make-a-name-too-long", "a-path-whose-last-words-would-make-a"),
        (f"/{'x' * 99}", "x" * 40),
        ("/利用規約", "page"),
        ("/", "page"),
    ],
)
def test_a_name_says_the_end_of_its_path(href: str, words: str) -> None:
    assert name_of_relative(href).rpartition("-")[0] == words
