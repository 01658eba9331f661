"""`inforce amend`: what each kind of amendment needs, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.living import V, data, run
from tests.sources import change, good, project, snapshot

EN = "policy_src/privacy/en/retention.md"
WHY = ("--reason", "because of it")
AFTER = "2024-01-11T09:00:00+00:00"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Version 1, announced and not yet in force."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    return place


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("2", "withdrawal", *WHY), 2, "privacy has no version 2"),
        (("1", "improvement", *WHY), 2, "improvement"),
        (("1", "withdrawal"), 2, "--reason"),
        (("1", "withdrawal", "--reason", " "), 2, "one line of plain words"),
        (("1", "withdrawal", "--reason", "Because"), 2, "at least two words that say why"),
        (("1", "withdrawal", "--reason", "a\nb"), 2, "one line of plain words"),
        (("1", "withdrawal", "--reason", "N\u043erthwind is sold"), 2, "is Cyrillic and looks like the Latin"),
        (("1", "withdrawal", "--reason", "sold\u2800"), 2, "U+2800"),
        (("1", "translation", *WHY), 2, "a translation needs --language"),
        (("1", "correction", *WHY), 2, "a correction needs --language"),
        (("1", "postponement", *WHY), 2, "a postponement needs --effective"),
        (
            ("1", "correction", "--language", "en", "--section", "retention", "--effective", "2024-05-01", *WHY),
            2,
            "it changes no date",
        ),
        (("1", "correction", "--language", "de", "--section", "retention", *WHY), 2, 'no edition in "de"'),
        (("1", "correction", "--language", "en", "--section", "retention", *WHY, "--yes"), 1, "V415"),
        (
            ("1", "correction", "--language", "en", "--section", "retention", *WHY, "--yes"),
            1,
            "Mend the section in the working text, or in the folder that --from names.",
        ),
        (("1", "translation", "--language", "fr", *WHY, "--yes"), 1, "V413"),
        (("1", "translation", "--language", "fr", *WHY, "--yes"), 1, "has an edition in French already"),
        (("1", "translation", "--language", "de", *WHY), 2, "de: add the language"),
        (("1", "postponement", "--effective", "2024-02-01", *WHY, "--yes"), 1, "V410"),
    ],
)
def test_what_cannot_be_amended_is_said_and_nothing_is_written(
    place: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = snapshot(place)
    assert said in run(place, "amend", "privacy", *arguments, code=code, on=AFTER).stderr
    assert snapshot(place) == before


def test_a_correction_of_one_section_takes_only_that(place: Path) -> None:
    general = "policy_src/privacy/en/general.md"
    change(
        place,
        {
            EN: good(EN).replace("after its end", "after it ends"),
            general: good(general).replace("helps us", "helps"),
        },
    )
    arguments = ("1", "correction", "--language", "en", "--section", "retention", *WHY, "--json")
    done = data(run(place, "amend", "privacy", *arguments, on=AFTER))
    assert done["done"]
    sections = [path for path in done["writes"] if path.endswith(".md")]
    assert sections == [f"{V}/1/amendments/0001/en/retention.md"]


def corrected_from(folder: Path) -> tuple[str, ...]:
    """The command that corrects one English section by the words in a folder."""
    where = ("--language", "en", "--section", "retention", "--from", str(folder))
    return ("amend", "privacy", "1", "correction", *where, *WHY, "--yes")


def test_words_from_a_folder(place: Path, tmp_path: Path) -> None:
    change(tmp_path / "words", {"en/retention.md": good(EN).replace("after its end", "after it ends")})
    run(place, *corrected_from(tmp_path / "words"), on=AFTER)
    assert "after it ends" in (place / V / "1/amendments/0001/en/retention.md").read_text("utf-8")


def test_words_that_are_no_text(place: Path, tmp_path: Path) -> None:
    change(tmp_path / "words", {"en/retention.md": "é".encode("latin-1")})
    assert "not UTF-8" in run(place, *corrected_from(tmp_path / "words"), code=2, on=AFTER).stderr
