"""Where an address leads, as browsers read it."""

from __future__ import annotations

import pytest
from inforce.rules.addresses import is_elsewhere, unfit_scheme

OWN = "https://legal.example.org/"


@pytest.mark.parametrize(
    ("address", "elsewhere"),
    [
        ("x.png", False),
        ("../x.png", False),
        ("/x.png", False),
        ("", False),
        ("a:b".replace(":", "/"), False),
        (f"{OWN}x.png", False),
        ("data:image/png;base64,AAAA", False),
        ("a b: c", False),
        ("https://evil.example/", True),
        ("//evil.example", True),
        ("\\\\evil.example", True),
        ("/\t/evil.example", True),
        (" //evil.example", True),
        ("ht\ntp://evil.example", True),
        ("https://legal.example.org.evil.example/", True),
        ("https://legal.example.org", True),
        ("javascript:x", True),
        ("data:text/html,x", True),
        ("blob:x", True),
    ],
)
def test_what_is_fetched_elsewhere(address: str, elsewhere: bool) -> None:
    assert is_elsewhere(address, own=OWN) is elsewhere


def test_an_own_address_that_is_none_allows_nothing() -> None:
    assert is_elsewhere("https://legal.example.org.evil.example/", own="https://legal.example.org")
    assert is_elsewhere("https://legal.example.org/", own=None)


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("x", None),
        ("#x", None),
        ("https://x.example/", None),
        ("HTTP://x.example", None),
        ("mailto:a@x.example", None),
        ("tel:+1", None),
        ("//x.example/", None),
        ("a/b:c", None),
        ("?a:b", None),
        ("javascript:x", "javascript"),
        ("JavaScript:x", "javascript"),
        (" \x01javascript:x", "javascript"),
        ("java\tscript:x", "javascript"),
        ("&#106;avascript:x", "javascript"),
        ("javascript&colon;x", "javascript"),
        ("java&Tab;script:x", "javascript"),
        ("data:text/html,x", "data"),
        ("vbscript:x", "vbscript"),
    ],
)
def test_what_a_link_may_not_begin_with(address: str, scheme: str | None) -> None:
    assert unfit_scheme(address) == scheme
