"""Hosts: one form, who owns them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.rules.readings.hosts import host_in_ascii, is_domain, is_number, same_owner


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("WWW.Qualifio.COM", "qualifio.com"),
        ("qualifio.com.", "qualifio.com"),
        ("qualifi%6F.com", "qualifio.com"),
        ("bücher.de", "xn--bcher-kva.de"),
        ("www.a.example", "a.example"),
        ("www.github.io", "www.github.io"),
        ("www.co.uk", "www.co.uk"),
        ("www.be", "www.be"),
        ("192.0.2.1", "192.0.2.1"),
        ("3221225985", "192.0.2.1"),
        ("0xC0.0.2.1", "192.0.2.1"),
        ("0300.0.2.1", "192.0.2.1"),
        ("192.0.513", "192.0.2.1"),
        ("[2001:DB8:0::1]", "2001:db8::1"),
        ("192.0.2.256", "192.0.2.256"),
        ("08.1", "08.1"),
        ("1.2.3.4.5", "1.2.3.4.5"),
        ("", ""),
    ],
)
def test_one_form_for_every_way_of_writing_one(written: str, host: str) -> None:
    assert host_in_ascii(written) == host


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("support.qualifio.com", "qualifio.com", True),
        ("a.qualifio.co.uk", "b.qualifio.co.uk", True),
        ("a.co.uk", "b.co.uk", False),
        ("alice.github.io", "bob.github.io", False),
        ("alice.github.io", "github.io", False),
        ("alice.blogspot.com", "blogspot.com", False),
        ("a.s3.amazonaws.com", "b.s3.amazonaws.com", False),
        ("192.0.2.1", "10.0.2.1", False),
        ("192.0.2.1", "192.0.2.1", True),
        ("localhost", "localhost", True),
    ],
)
def test_who_owns_two_hosts(first: str, second: str, same: bool) -> None:
    assert same_owner(first, second) is same_owner(second, first) is same


@given(st.text(max_size=40))
def test_every_text_has_one_form(host: str) -> None:
    assert isinstance(host_in_ascii(host), str)
    assert isinstance(is_domain(host), bool)


@given(st.integers(0, 2**32 - 1))
def test_a_number_is_one_address_however_it_is_written(number: int) -> None:
    forms = {host_in_ascii(form) for form in (str(number), hex(number), f"0{number:o}")}
    assert len(forms) == 1
    assert is_number(forms.pop())
