"""The writer of a record, and its version."""

from __future__ import annotations

from importlib.metadata import version

import pytest
from inforce.model.writer import VERSION, WRITER, version_of


@pytest.mark.parametrize(
    ("made_by", "expected"),
    [
        ("inforce 0.1.0", (0, 1, 0)),
        ("inforce 10.2.33", (10, 2, 33)),
        ("inforce 0.1", None),
        ("inforce 0.1.0rc1", None),
        ("inforce 00.1.0", None),
        ("inforce ٣.1.0", None),
        ("Inforce 0.1.0", None),
        ("inforce 0.1.0\n", None),
        ("by hand", None),
        ("", None),
    ],
)
def test_a_writer_is_inforce_in_a_version_of_three_numbers(made_by: str, expected: tuple[int, int, int] | None) -> None:
    assert version_of(made_by) == expected


def test_versions_compare_as_numbers() -> None:
    older, newer = version_of("inforce 0.9.0"), version_of("inforce 0.10.0")
    assert older
    assert newer
    assert older < newer


def test_what_is_installed_is_the_version_that_records_name() -> None:
    assert version_of(WRITER) is not None
    assert version("inforce") == VERSION
