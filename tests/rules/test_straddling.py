"""Addresses of which a link's words are a part."""

from __future__ import annotations

import pytest
from inforce.model.text import placed_links
from inforce.reader.section import parse_section
from inforce.rules.straddling import straddling


def across(words: str) -> list[str]:
    section, problems = parse_section(f"# T\n\n{words}\n", id="t", file="t.md")
    assert section is not None, problems
    ((text, places),) = placed_links(section.leaves[1])
    return [one.text for place in places for one in straddling(text, place, "BE")]


@pytest.mark.parametrize(
    ("words", "addresses"),
    [
        ("qualifio[.com](https://a.example)", ["qualifio.com"]),
        ("[evil.](https://a.example)[example](https://b.example)", ["evil.example", "evil.example"]),
        ("see www.[qualifio.com](https://a.example)/x now", ["www.qualifio.com/x"]),
        ("[qualifio](https://a.example) .com", ["qualifio.com"]),
        ("qualifio\u00a0[.com](https://a.example)", ["qualifio.com"]),
        ("qualifio .[com](https://a.example)", ["qualifio.com"]),
        ("[qualifio .](https://a.example)com", ["qualifio.com"]),
        ("privacy@[qualifio.com](https://a.example)", ["privacy@qualifio.com"]),
        ("+32 2 744 [48 00](tel:+33123456789)", ["+32 2 744 48 00"]),
        ("02 744 [48 00](tel:+33123456789)", ["02 744 48 00"]),
    ],
)
def test_one_address_and_no_seam(words: str, addresses: list[str]) -> None:
    assert across(words) == addresses


@pytest.mark.parametrize(
    "words",
    [
        "[qualifio.com](https://a.example)",
        "([qualifio.com](https://a.example)), “[qualifio.com](https://a.example)”.",
        "b.example, [qualifio](https://a.example)",
        "our [.eu](https://a.example) names, the domain [.be](https://a.example)",
        "a [.brussels](https://a.example) domain",
        "[here.](https://a.example) we say, [here](https://a.example).We say",
        "in 2020 [nine](https://a.example) 2021",
        "東京の[案内](https://a.example)と京都",
    ],
)
def test_no_address_no_seam(words: str) -> None:
    assert across(words) == []
