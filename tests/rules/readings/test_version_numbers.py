"""Versions that words name by their numbers, in any language."""

from __future__ import annotations

import pytest
from inforce.rules.readings.version_numbers import is_of_another, versions_said


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Version 3 replaces versions 1 and 2.", [3, 1]),
        ("La version\u00a03 remplace la deuxième.", [3]),
        ("Versie 3, en niet versie 12.", [3, 12]),
        ("Fassung 3 und Version 4", [3, 4]),
        ("الإصدار 3", [3]),
        ("第3版と第 4 版", [3, 4]),
        ("version 3.1, conversion 5, version 1,000, versions", []),
    ],
)
def test_numbers_of_versions(text: str, numbers: list[int]) -> None:
    assert [number for number, _ in versions_said(text)] == numbers


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        ("for Android version 12", True),
        ("version 9 of the app", True),
        ("version 9 de l’application", True),
        ("Fassung 2 der App", True),
        ("Fassung 2 des Programms", True),
        ("version 2 of 5 May 2020", False),
        ("version 3 says", False),
    ],
)
def test_versions_of_something_else(text: str, of_another: bool) -> None:
    (_, found), *_ = versions_said(text)
    assert is_of_another(text, found) is of_another
