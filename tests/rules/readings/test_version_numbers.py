"""Versions that words name by their numbers, in any language."""

from __future__ import annotations

import pytest
from inforce.rules.readings.version_numbers import is_of_another, is_said_to_hold, versions_said


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


@pytest.mark.parametrize(
    "sentence",
    [
        "\0 applies again.",
        "From then on \0 is in force again.",
        "\0 will then apply.",
        "\0 stays in force.",
        "\0 continues to apply.",
        "La \0 s’applique à nouveau.",
        "La \0 reste en vigueur.",
        "La \0 redevient applicable.",
        "\0 geldt weer.",
        "Dan geldt weer \0.",
        "\0 gilt wieder.",
        "Dann gilt wieder \0.",
        "\0 bleibt in Kraft.",
        "يسري ال\0 من جديد.",
        "يعود العمل بال\0.",
        "\0が再び適用されます。",
    ],
)
def test_it_holds(sentence: str) -> None:
    assert is_said_to_hold(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "\0 applied until then.",
        "\0 does not apply.",
        "\0 applies no longer.",
        "\0 comes instead.",
        "\0 was to apply from then.",
        "La \0 ne s’applique plus.",
        "La \0 devait s’appliquer.",
        "\0 geldt niet meer.",
        "\0 gilt nicht mehr.",
        "\0 sollte gelten.",
        "لا يسري ال\0.",
        "\0は適用されません。",
    ],
)
def test_it_does_not(sentence: str) -> None:
    assert not is_said_to_hold(sentence)


@pytest.mark.parametrize(
    ("sentence", "at_once"),
    [
        ("\0 applies from then on.", True),
        ("\0 applies from its own day.", False),
        ("La \0 s’applique dès lors.", True),
        ("\0 geldt weer.", True),
        ("\0 gilt ab dann.", True),
        ("يسري ال\0 من جديد.", True),
        ("\0が再び適用されます。", True),
        ("\0が適用されます。", False),
    ],
)
def test_from_when(sentence: str, at_once: bool) -> None:
    assert is_said_to_hold(sentence, at_once=True) is at_once
