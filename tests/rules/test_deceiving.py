"""Lookalikes and piles of marks in every part of a section, each at its place."""

from __future__ import annotations

import pytest
from inforce.reader.section import parse_section
from inforce.rules.deceiving import check_deceiving


def told(source: str, language: str = "en") -> list[str]:
    section, problems = parse_section(source, id="t", file="t.md", language=language)
    assert section is not None, problems
    found = check_deceiving({"t": section}, language, paths={"t": "en/t.md"})
    return [f"{one.code} {one.location}" for one in found]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Qu\u0430lifio\n", "X305 en/t.md:1:3"),
        ("# T\n\n## [Qu\u0430lifio](id:a)\n", "X305 en/t.md:3:5"),
        ("# T\n\nWe are\nQu\u0430lifio.\n", "X305 en/t.md:4:1"),
        ("# T\n\nWe are Qu**\u0430**lifio.\n", "X305 en/t.md:3"),
        ("# T\n\n- [Qu\u0430lifio](https://qualifio.com)\n", "X305 en/t.md:3:4"),
        ("# T\n\n| a | b |\n|---|---|\n| x | Qu\u0430lifio |\n", "X305 en/t.md:5:7"),
        ("# T\n\n[**A.**](id:a) Qu\u0430lifio\n", "X305 en/t.md:3:16"),
        ("# T\n\n[here](https://xn--80ak6aa92e.com/x)\n", "X305 en/t.md:3:16"),
        ("# T\n\n[here](mailto:a@xn--80ak6aa92e.com)\n", "X305 en/t.md:3:17"),
        ("# T\n\n[here](https://xn--bcher-kva.de/x)\n", ""),
        ("# T\n\n[here](https://\u0430pple.com/x)\n", "X305 en/t.md:3:16"),
        ("# T\n\n[here](https://\u0430\u0440\u0440\u04cf\u0435.com/x)\n", "X305 en/t.md:3:16"),
        ("# T\n\n[here](https://bücher.de/x)\n", ""),
        ("# T\n\n[例え.jp](https://例え.jp/)\n", ""),
        ("# T\n\nn\u0336o\n", "X306 en/t.md:3:1"),
        ("# T\n\nWe are Qualifio.\n", ""),
    ],
)
def test_wherever_it_stands(source: str, expected: str) -> None:
    assert " ".join(told(source)) == expected


def test_the_language_decides() -> None:
    assert told("# 個人情報\n\nＱｕａｌｉｆｉｏ\n", "ja") == []
    assert told("# T\n\nＱｕａｌｉｆｉｏ\n", "en") == ["X305 en/t.md:3:1"]
    assert told("# Т\n\nСор и TCP\n", "ru") == []
