"""Digests in all the ways they are written, and what is none."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.reader.records.digests import digests_in, hex_digits

# Its base64 has both of the characters that addresses have others for.
RAW = hashlib.sha256(b"0").digest()
HEX, BASE64 = RAW.hex(), base64.b64encode(RAW).decode()
URL = base64.urlsafe_b64encode(RAW).decode()
WRITTEN = [
    HEX,
    HEX.upper(),
    f"w1:{HEX}",
    f"sha256:{HEX}",
    f"sha256-{HEX}",
    f"sha256-{BASE64}",
    f"SHA256-{BASE64}",
    f"sha256-{BASE64.rstrip('=')}",
    BASE64,
    f"sha256-{URL}",
    URL,
    f"  {HEX}  r1.json\n",
    f"{HEX} *r1.json",
    f"SHA2-256(r1.json)= {HEX}",
    f'data-integrity="sha256-{BASE64}"',
    f"https://legal.example.org/en/verify/#sha256-{BASE64}",
    f"https://legal.example.org/en/verify/?d=w1:{HEX}",
    json.dumps({"integrity": f"sha256-{BASE64}", "version": 2}),
    f"sha256-{BASE64}, shown in version 2",
    f"<code>w1:{HEX}</code>",
    f"“{HEX}”",
]
"""One digest, however it is written."""
NONE = [
    "",
    "w1:",
    HEX[:-1],
    f"{HEX}0",
    f"0{HEX}",
    f"w1:{HEX}0",
    "sha512-" + base64.b64encode(hashlib.sha512(b"0").digest()).decode(),
    f"sha256-{BASE64[:-2]}",
    f"sha256-{BASE64[:-1]}A",
    BASE64.rstrip("="),
    "g" + HEX[1:],
    "a" * 1000,
    "version-2-of-the-privacy-policy-which-is-in-force-since-january=",
]
"""What is no digest."""


def test_the_example_has_every_kind_of_character() -> None:
    assert "+" in BASE64
    assert "/" in BASE64


@pytest.mark.parametrize("written", WRITTEN)
def test_one_digest_however_it_is_written(written: str) -> None:
    assert list(digests_in(written)) == [HEX]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_digest(text: str) -> None:
    assert list(digests_in(text)) == []
    with pytest.raises(ValueError, match="unpack"):
        hex_digits(text)


def test_several_in_order() -> None:
    other = hashlib.sha256(b"other").hexdigest()
    assert list(digests_in(f"sha256-{BASE64} then {other}, {HEX}")) == [HEX, other, HEX]
    with pytest.raises(ValueError, match="unpack"):
        hex_digits(f"{HEX} {HEX}")


@given(st.binary(min_size=32, max_size=32), st.text())
def test_every_digest_comes_back(raw: bytes, before: str) -> None:
    for written in (raw.hex(), base64.b64encode(raw).decode(), base64.urlsafe_b64encode(raw).decode()):
        assert hex_digits(f"sha256-{written}") == raw.hex()
        assert list(digests_in(f"{before} {written}"))[-1] == raw.hex()
