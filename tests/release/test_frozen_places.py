"""What an amendment tells names the files that hold it, as the version has it, and a cure that helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.release.living import EN, FR, GERMAN, V, amended, data, note, run
from tests.sources import change, good

LATER = "2024-02-01T09:00:00+00:00"
FACTS = "policy_src/facts/retention.yml"
SEVEN = {
    FACTS: good(FACTS).replace("10 years", "7 years"),
    **{f"{path}/retention.md": good(f"{path}/retention.md").replace("10 ", "7 ") for path in (EN, FR)},
}
ENGLISH = ("correction", "--language", "en", "--section", "retention")
FACT = ("--fact", "retention.contract")


def told(place: Path, code: str, *arguments: str, on: str = LATER) -> dict[str, str]:
    """The only problem with this code."""
    found = [
        one for one in data(amended(place, *arguments, "--json", on=on, code=1))["problems"] if one["code"] == code
    ]
    assert len(found) == 1, found
    return {name: str(value) for name, value in found[0].items()}


def test_a_fact_that_a_version_has_is_named_in_its_frozen_file(released: Path) -> None:
    change(released, SEVEN)
    found = told(released, "F102", *ENGLISH)
    assert f"; in version 1 the agreed period is 10 years ({V}/1/facts.json)." in found["message"]
    assert found["file"] == f"{EN}/retention.md", "the words are those of the working text"
    assert found["remedy"].endswith("If version 1 had it wrong, add --fact retention.contract.keep.")


def test_words_that_a_correction_leaves_are_named_in_the_released_file(released: Path) -> None:
    change(released, SEVEN)
    found = told(released, "F102", *ENGLISH, *FACT)
    assert found["file"] == f"{V}/1/fr/retention.md"
    assert f"the agreed period is 7 years ({FACTS}:" in found["message"], "what the correction takes stands there now"
    cure = "Correct it too, with --language fr --section retention, or accept it with a reason."
    assert found["remedy"] == cure


def test_words_that_prevail_and_are_left_cannot_be_accepted(released: Path) -> None:
    change(released, SEVEN)
    found = told(released, "F102", "correction", "--language", "fr", "--section", "retention", *FACT)
    assert found["file"] == f"{V}/1/en/retention.md"
    assert found["remedy"] == "Correct it too, with --language en --section retention."


def test_a_link_that_the_other_edition_lacks_is_named_in_that_edition(released: Path) -> None:
    text = good(f"{EN}/general.md").rstrip() + " We keep it for [10 years](fact:retention.contract).\n"
    change(released, {f"{EN}/general.md": text})
    found = told(released, "F104", "correction", "--language", "en", "--section", "general")
    assert found["file"] == f"{V}/1/fr/general.md"
    assert f"({EN}/general.md:" in found["message"], "the words that are brought stand in the working text"
    assert found["remedy"] == "Correct it too, with --language fr --section general, or accept it with a reason."


@pytest.mark.parametrize("place", ["F104:fr/general", f"F104:{V}/1/fr/general.md"])
def test_an_open_point_is_accepted_by_its_place_or_its_file(released: Path, place: str) -> None:
    text = good(f"{EN}/general.md").rstrip() + " We keep it for [10 years](fact:retention.contract).\n"
    change(released, {f"{EN}/general.md": text})
    general = ("correction", "--language", "en", "--section", "general")
    done = data(amended(released, *general, "--accept", place, "--because", "Later on.", "--json", on=LATER))
    assert [one["place"] for one in done["accepted"]] == ["fr/general"]


def test_what_an_amendment_accepted_is_unchanged_in_the_next_release(released: Path) -> None:
    change(released, SEVEN)
    change(released, {f"{FR}/retention.md": good(f"{FR}/retention.md")})
    amended(released, *ENGLISH, *FACT, "--accept", "F102:fr/retention", "--because", "Later on.", on=LATER)
    change(released, note())
    french = f"{FR}/retention.md"
    change(released, {french: SEVEN[french]})
    run(released, "sync", "privacy", "fr")
    change(released, {french: good(french)})
    arguments = ("--effective", "2024-09-01", "--accept-unchanged", "--because", "Still so.", "--json")
    done = data(run(released, "release", *arguments, on="2024-04-01T09:00:00+00:00"))
    assert "F102" in {one["code"] for one in done["accepted"]}


def test_a_translation_that_says_todays_fact_hears_what_the_version_says(released: Path) -> None:
    change(released, GERMAN)
    german = GERMAN["policy_src/privacy/de/retention.md"].replace("10 ", "7 ")
    facts = GERMAN[FACTS].replace("10 years", "7 years")
    words = {f"{path}/retention.md": SEVEN[f"{path}/retention.md"] for path in (EN, FR)}
    change(released, {**words, FACTS: facts, "policy_src/privacy/de/retention.md": german})
    found = told(released, "F102", "translation", "--language", "de")
    assert f"({V}/1/facts.json)" in found["message"]
    assert found["remedy"].endswith("make a correction of it first, with --fact retention.contract.keep.")


def test_words_of_a_folder_are_named_there(released: Path, tmp_path: Path) -> None:
    words = tmp_path / "mended"
    change(words, {"en/retention.md": SEVEN[f"{EN}/retention.md"]})
    found = told(released, "F102", *ENGLISH, "--from", str(words))
    assert found["file"] == f"{words}/en/retention.md"
    assert found["remedy"] == "Correct the words."


def test_a_fact_that_was_corrected_before_is_named_in_that_amendment(released: Path) -> None:
    change(released, SEVEN)
    amended(released, *ENGLISH, "--language", "fr", *FACT, on=LATER)
    change(released, {f"{EN}/retention.md": good(f"{EN}/retention.md"), FACTS: good(FACTS)})
    change(released, {f"{FR}/retention.md": good(f"{FR}/retention.md")})
    found = told(released, "F102", *ENGLISH, on="2024-02-02T09:00:00+00:00")
    assert f"in version 1 the agreed period is 7 years ({V}/1/amendments/0001/facts.json)" in found["message"]
