"""Runs from left to right among words from right to left."""

from __future__ import annotations

import re

import pytest
from inforce.contract.contact_html import _address
from inforce.contract.models import PostalAddress
from inforce.site.bidi import isolated, marked

LRI, PDI = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("شارع الملك 12-14", ["12-14"]),
        ("1348 AB أمستردام", ["1348 AB"]),
        ("Rue de l'Été 12، 1000 بروكسل", ["Rue de l", "Été 12"]),
        ("القاهرة", []),
        ("6 أشهر", []),
        ("من 6", []),
        ("12.5 في المئة", ["12.5"]),
    ],
)
def test_runs_from_left_to_right_stand_apart(text: str, runs: list[str]) -> None:
    assert re.findall(f"{LRI}(.*?){PDI}", isolated(text)) == runs
    assert re.findall(r'<bdi dir="ltr">(.*?)</bdi>', str(marked(text))) == runs
    assert isolated(text).replace(LRI, "").replace(PDI, "") == text
    assert marked(text).striptags() == text.replace("<", "")


def test_text_of_one_direction() -> None:
    assert marked("Rue Haute 12-14") == "Rue Haute 12-14"
    assert isolated("Rue Haute 12-14") == f"{LRI}Rue Haute 12-14{PDI}"
    assert isolated("") == ""


def test_a_sign_at_the_end_of_a_name_stays_there_among_words_from_right_to_left() -> None:
    assert marked("HubSpot, Inc.", among="rtl") == '<bdi dir="ltr">HubSpot, Inc.</bdi>'
    assert marked("HubSpot", among="rtl") == "HubSpot"
    assert marked("شركة", among="rtl") == "شركة"


def test_nothing_becomes_markup() -> None:
    assert "<script" not in marked("شارع <script>12</script>")


def test_lines_of_ready_html() -> None:
    address = PostalAddress(lines=["شارع الملك 12-14", "<b>"], street="x", locality="x", country="EG")
    assert [str(line) for line in _address(address)] == [
        '<bdi>شارع الملك <bdi dir="ltr">12-14</bdi></bdi>',
        "<bdi>&lt;b&gt;</bdi>",
    ]
