"""Amendments: the labels of a new language, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.living import EN, GERMAN, amended, run
from tests.sources import change, good, snapshot

LATER = "2024-02-01T09:00:00+00:00"
REFUSED = [
    ("V408", ("withdrawal",), "2023-12-31T09:00:00+00:00"),
    ("V408", ("withdrawal",), "2024-01-01T09:00:00+00:00"),
    ("V410", ("postponement", "--effective", "2024-03-01"), LATER),
    ("V410", ("postponement", "--effective", "2024-02-15"), LATER),
    ("V411", ("postponement", "--effective", "2024-09-01"), "2024-03-02T00:00:00+00:00"),
    ("V412", ("withdrawal", "--effective", "2024-01-15"), LATER),
    ("V413", ("translation", "--language", "fr"), LATER),
    ("V415", ("correction", "--language", "en", "--section", "retention"), LATER),
]


@pytest.mark.parametrize(("code", "arguments", "on"), REFUSED)
def test_an_amendment_that_breaks_a_rule_is_refused_and_writes_nothing(
    released: Path, code: str, arguments: tuple[str, ...], on: str
) -> None:
    before = snapshot(released)
    assert code in amended(released, *arguments, on=on, code=1).stderr
    assert snapshot(released) == before


def test_a_translation_is_added_whole_or_not_at_all(released: Path) -> None:
    change(released, GERMAN)
    change(released, {"policy_src/privacy/de/general.md": None})
    assert "V414" in amended(released, "translation", "--language", "de", on=LATER, code=1).stderr


def test_a_withdrawn_version_is_not_amended_any_more(released: Path) -> None:
    amended(released, "withdrawal", on=LATER)
    change(released, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "later")})
    assert (
        "V409" in amended(released, "correction", "--language", "en", "--section", "retention", on=LATER, code=1).stderr
    )


@pytest.mark.parametrize(
    "arguments", [("translation",), ("correction",), ("postponement",), ("translation", "--language", "xx")]
)
def test_what_is_not_understood_ends_with_2(released: Path, arguments: tuple[str, ...]) -> None:
    amended(released, *arguments, on=LATER, code=2)
    run(released, "amend", "privacy", "7", "withdrawal", "--reason", "a slip", code=2)
