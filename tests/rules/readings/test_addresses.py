"""Addresses that words hold, and whether a target is what they say."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from inforce.rules.readings.addresses import (
    AddressKind,
    is_target,
    read_addresses,
    read_dialled,
    read_target,
)
from inforce.rules.readings.hosts import same_owner

PAGE, DOMAIN, EMAIL, PHONE = AddressKind.PAGE, AddressKind.DOMAIN, AddressKind.EMAIL, AddressKind.PHONE


@pytest.mark.parametrize(
    ("words", "kind", "host"),
    [
        ("www.qualifio.com", PAGE, "qualifio.com"),
        ("WWW.Qualifio.COM", PAGE, "qualifio.com"),
        ("see https://a.example/x.", PAGE, "a.example"),
        ("(http://a.example)", PAGE, "a.example"),
        ("//a.example/x", DOMAIN, "a.example"),
        ("hxxps://qualifio.com", PAGE, "qualifio.com"),
        ("qualifio.com", DOMAIN, "qualifio.com"),
        ("QUALIFIO.COM", DOMAIN, "qualifio.com"),
        ("Booking.com", DOMAIN, "booking.com"),
        ("qualifio.co.uk/privacy", DOMAIN, "qualifio.co.uk"),
        ("bücher.de", DOMAIN, "xn--bcher-kva.de"),
        ("пример.рф", DOMAIN, "xn--e1afmkfd.xn--p1ai"),
        ("ｑｕａｌｉｆｉｏ．ｃｏｍ", DOMAIN, "qualifio.com"),
        ("例え。jp", DOMAIN, "xn--r8jz45g.jp"),
        ("https://example.comを参照", PAGE, "example.com"),
        ("privacy@qualifio.com", EMAIL, "qualifio.com"),
        ("Qualifio <privacy@Qualifio.com>", EMAIL, "qualifio.com"),
        ("mailto:privacy@qualifio.com", EMAIL, "qualifio.com"),
        ("info@qualifio.comまで", EMAIL, "qualifio.com"),
        ("+32 2 744 48 00", PHONE, "+3227444800"),
        ("call +32 (0)2 744 48 00 now", PHONE, "+3227444800"),
        ("٠٠", None, ""),
    ],
)
def test_is_read_as_an_address(words: str, kind: AddressKind | None, host: str) -> None:
    found = [(address.kind, address.host) for address in read_addresses(words)]
    assert found == ([(kind, host)] if kind else [])


@pytest.mark.parametrize(
    "words",
    [
        "our site", "Node.js", "Vue.js 3", "ASP.NET", "version.2", "v2.0", "3.5.2", "privacy.pdf", "README.md",
        "data.zip",
        "S.A.", "S.p.A.", "N.V.", "e.V.", "z.B.", "p. ex. ceci", "e.g. this", "i.e.", "a.m.", "U.S. law", "No.1",
        "Art.13",
        "Inc. and", "data.In short", "données.Les autres", "и т.д.", "и.о.", "Regulation (EU) 2016/679", "10.11.2020",
        "BE 0822.741.924", "02 744 48 00", "192.0.2.1", "…", "a/b", "and/or", "@qualifio",
        "x@localhost", "12.am",
        "C#.", "hello...world", "co.uk", "",
    ],
)  # fmt: skip
def test_is_read_as_words(words: str) -> None:
    assert read_addresses(words) == ()


def test_several_are_read_each() -> None:
    words = "a@b.example, c@b.example, www.b.example or b.example, +32 2 744 48 00 or +32 2 744 48 01"
    assert [address.kind for address in read_addresses(words)] == [PAGE, EMAIL, EMAIL, DOMAIN, PHONE, PHONE]


def test_a_country_says_how_its_numbers_are_written() -> None:
    assert [address.host for address in read_addresses("02 744 48 00", "BE")] == ["+3227444800"]
    assert read_addresses("02 744 48 00", None) == ()


@pytest.mark.parametrize(
    ("words", "region", "numbers"),
    [
        ("112", None, ["112"]),
        ("112", "BE", ["112"]),
        ("call 112", "BE", ["112"]),
        ("116 000 (free)", "BE", ["116000"]),
        ("call 112", None, []),
        ("room 300", "BE", []),
        ("24/7, since 2020", "BE", []),
    ],
)
def test_short_numbers_are_read_where_a_link_dials(words: str, region: str | None, numbers: list[str]) -> None:
    assert [address.host for address in read_dialled(words, region)] == numbers


SAME = [
    ("www.qualifio.com", "https://qualifio.com/"),
    ("qualifio.com", "https://www.qualifio.com/en/privacy?x=1"),
    ("http://qualifio.com", "https://qualifio.com"),
    ("support.qualifio.com", "https://qualifio.com"),
    ("qualifio.com", "https://support.qualifio.com/x"),
    ("https://a.example/x/", "https://www.a.example/x"),
    ("https://a.example/x", "https://a.example/x?lang=en#top"),
    ("a.example/Caf%C3%A9", "https://a.example/café"),
    ("https://a.example/x…", "https://a.example/x/y"),
    ("https://a.example/x...", "https://a.example/x/y"),
    ("a.example:443", "https://a.example"),
    ("bücher.example", "https://xn--bcher-kva.example/"),
    ("privacy@Qualifio.com", "mailto:Privacy@qualifio.com"),
    ("qualifio.com", "mailto:privacy@qualifio.com"),
    ("+32 2 744 48 00", "tel:+32-2-744-48-00"),
    ("qualifio.com", "https://qualifio.com./x"),
    ("http://192.0.2.1", "https://0xC0.0.2.1/"),
]
OTHER = [
    ("www.qualifio.com", "https://evil.example"),
    ("qualifio.com", "https://qualifio.com.evil.example/"),
    ("qualifio.com", "https://evil.example/qualifio.com"),
    ("qualifio.com", "https://notqualifio.com"),
    ("qualifio.co.uk", "https://evil.co.uk"),
    ("alice.github.io", "https://bob.github.io"),
    ("https://a.example/x", "https://a.example/y"),
    ("https://a.example/x", "https://a.example/"),
    ("https://a.example/?a=1", "https://a.example/?a=2"),
    ("https://a.example/x…", "https://a.example/y/z"),
    ("a.example:8443", "https://a.example"),
    ("a.example", "https://a.example:8443/"),
    ("https://a.example@evil.example/", "https://evil.example/"),
    ("bücher.example", "https://bucher.example"),
    ("a@b.example", "mailto:c@b.example"),
    ("a@b.example", "mailto:a@b.example?cc=x@evil.example"),
    ("a@b.example", "mailto:a@b.example,x@evil.example"),
    ("a@b.example", "mailto:x@evil.example?to=a@b.example"),
    ("http://192.0.2.1", "https://10.0.2.1/"),
    ("www.github.io", "https://github.io/"),
    ("apple.com", "https://xn--80ak6aa92e.com"),
    ("a@b.example", "https://b.example/a"),
    ("www.b.example", "mailto:a@evil.example"),
    ("b.example/contact", "mailto:a@b.example"),
    ("+32 2 744 48 00", "tel:+32274448001"),
    ("+32 2 744 48 00", "https://evil.example"),
    ("www.b.example", "tel:+3227444800"),
]


@pytest.mark.parametrize(("words", "target"), SAME)
def test_the_words_say_the_target(words: str, target: str) -> None:
    goes = read_target(target)
    (said,) = read_addresses(words)
    assert goes is not None
    assert is_target(said, goes)


@pytest.mark.parametrize(("words", "target"), OTHER)
def test_the_words_say_another_target(words: str, target: str) -> None:
    goes = read_target(target)
    (said,) = read_addresses(words)
    assert goes is not None
    assert not is_target(said, goes)


@given(st.text(max_size=80))
def test_no_words_cannot_be_read(words: str) -> None:
    for region in (None, "BE"):
        assert isinstance(read_addresses(words, region), tuple)


@given(
    st.from_regex(r"[a-z]{2,9}\.(com|be|example)", fullmatch=True),
    st.from_regex(r"[a-z]{2,9}\.(org|fr)", fullmatch=True),
)
def test_an_address_is_itself_and_no_other(mine: str, other: str) -> None:
    assume(same_owner(f"a.{mine}", mine))  # people register names under sa.com
    here, there = read_target(f"https://{mine}/"), read_target(f"https://{other}/")
    (said,) = read_addresses(f"www.{mine}")
    assert here is not None
    assert there is not None
    assert is_target(said, here)
    assert not is_target(said, there)
