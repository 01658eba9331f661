"""Numbers in words, by a dictionary made once from every form a language has for each number."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

COVERED: tuple[int, ...] = (*range(401), *range(500, 10_000, 100), *range(10_000, 100_001, 1000))
"""The numbers that have an entry: those that policies spell out."""


def spell(number: int, language: str) -> str:
    """The number in words, by num2words (imported only when a spelled-out number is met)."""
    from num2words import num2words  # type: ignore[import-untyped]

    return cast(str, num2words(number, lang=language))


def dictionary(
    forms: Callable[[int], tuple[str, ...]], fold: Callable[[str], str], numbers: tuple[int, ...] = COVERED
) -> dict[str, int]:
    """From each folded form to its number. The first to claim a form keeps it."""
    found: dict[str, int] = {}
    for number in numbers:
        for form in forms(number):
            found.setdefault(fold(form), number)
    return found


def unhyphenated(text: str) -> str:
    """Lower case, hyphens as spaces, spaces collapsed."""
    return " ".join(text.casefold().replace("-", " ").split())
