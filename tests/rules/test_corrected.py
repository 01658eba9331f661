"""What a new correction changes of the prevailing text: its words are shown, slips of writing are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from git import Repo
from inforce.problems import Severity
from inforce.reader.section import parse_section
from inforce.rules.corrected import changes

from tests.release.forging import forge_amendment
from tests.release.living import EN, V, amended, run
from tests.sources import change, good, problems, project

SLIPS = [
    ("We recieve it.", "We receive it."),
    ("It is kept seperately.", "It is kept separately."),
    ("We keep the the address.", "We keep the address."),
    ("we keep it", "We keep it."),
    ("the data , which", "the data, which"),
    ("Write an e mail", "Write an e-mail"),
    ("our organisaton and its members", "our organisation and its members"),
    ("The company keeps\nit.", "The company keeps it."),
    ("One.\n\nTwo.", "One. Two."),
]
MEANT = [
    ("We keep it.", "We keep it and we sell your data.", "“and we sell your data” comes"),
    ("We do not sell it.", "We do sell it.", "“not” goes"),
    ("We may keep it.", "We must keep it.", "“may” becomes “must”"),
    ("It is now sold.", "It is not sold.", "“now” becomes “not”"),
    ("It is lawful there.", "It is unlawful there.", "“lawful” becomes “unlawful”"),
    ("For 5 years.", "For 50 years.", "“5” becomes “50”"),
    ("For 5 years.", "For 5 years 5.", "“5” comes"),
    ("It costs € 5.", "It costs $ 5.", "“€” becomes “$”"),
    ("データを販売しません。", "データを販売します。", "“せん” becomes “す”"),
    ("Members who agreed and who paid.", "Members who agreed or who paid.", "“and” becomes “or”"),
]
HELD_BACK_SLIPS = [
    ("It is nescessary for us.", "It is necessary for us."),
    ("their their names", "their names"),
    ("Wir speichern die Dateien auf Servren.", "Wir speichern die Dateien auf Servern."),
    ("Nous conservons l'adrese.", "Nous conservons l’adresse."),
    ("web site", "website"),
]
HELD_BACK = [
    ("We delete it within a month.", "We delete it."),
    ("Only the member can read it.", "The member can read it."),
    ("We use it with your consent.", "We use it without your consent."),
    ("Wir geben keine Daten weiter.", "Wir geben eine Daten weiter."),
    ("لا نبيع بياناتك", "نبيع بياناتك"),
    ("10 %", "10 ‰"),
]


def told(old: str, new: str) -> list[tuple[str, str]]:
    one, other = (parse_section(f"# A\n\n{each}\n", id="a", file="a", language="en")[0] for each in (old, new))
    assert one is not None
    assert other is not None
    return [(" ".join(gone), " ".join(come)) for gone, come in changes(one, other)]


@pytest.mark.parametrize(("old", "new"), SLIPS + HELD_BACK_SLIPS)
def test_a_slip_is_no_change_of_words(old: str, new: str) -> None:
    assert told(old, new) == []


@pytest.mark.parametrize(("old", "new"), [*((old, new) for old, new, _ in MEANT), *HELD_BACK])
def test_words_that_come_or_go(old: str, new: str) -> None:
    assert told(old, new)


@pytest.fixture
def standing(tmp_path: Path) -> Path:
    """Version 1 is in the base branch."""
    found = project(tmp_path)
    run(found, "release", "--effective", "2024-03-01", "--yes")
    with Repo.init(found, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")
        repository.create_head("work").checkout()
    return found


def hints(place: Path) -> list[str]:
    found = [one for one in problems(place) if one.code == "D124"]
    assert all(one.severity is Severity.HINT for one in found)
    return [f"{one.location.file.removeprefix(f'{V}/')}: {one.message}" for one in found]


@pytest.mark.parametrize(("old", "new", "words"), MEANT[:1] + MEANT[2:3])
def test_a_correction_that_changes_what_was_promised(standing: Path, old: str, new: str, words: str) -> None:
    text = good(f"{EN}/general.md")
    record = {"recorded": "2024-01-02T09:00:00+00:00", "type": "correction"}
    forge_amendment(standing, 1, record, {"en/general.md": f"{text}\n{old}\n".encode()})
    forge_amendment(standing, 1, record, {"en/general.md": f"{text}\n{new}\n".encode()})
    first, second = hints(standing)
    assert first.startswith("1/amendments/0001/amendment.json: it is new, and corrects more than a slip of writing")
    assert second.endswith(f"general: {words}.")


@pytest.mark.parametrize(
    ("language", "old", "new", "level"),
    [
        ("en", "We never sell it.", "We sell it.", "open"),
        ("fr", "Nous ne le vendons jamais.", "Nous le vendons parfois.", "open"),
        ("en", "We answer within 30 days.", "We answer after 30 days.", "open"),
        ("en", "We may keep it.", "We must keep it.", "hint"),
    ],
)
def test_a_correction_that_turns_a_promise_is_open(
    standing: Path, language: str, old: str, new: str, level: str
) -> None:
    text = good(f"{V.rpartition('/')[0]}/{language}/general.md")
    record = {"recorded": "2024-01-02T09:00:00+00:00", "type": "correction"}
    for said in (old, new):
        forge_amendment(standing, 1, record, {f"{language}/general.md": f"{text}\n{said}\n".encode()})
    found = [one for one in problems(standing) if one.code == "D124" and "0002" in one.location.file]
    assert [str(one.severity) for one in found] == [level]
    assert (f"{language}/general: " in found[0].message) is (language != "en")


def test_the_command_that_mends_a_slip_and_what_the_base_branch_has(standing: Path) -> None:
    text = good(f"{EN}/general.md")
    change(standing, {f"{EN}/general.md": text.replace("decides why", "decides, why")})
    amended(standing, "correction", "--language", "en", "--section", "general", on="2024-01-02T09:00:00+00:00")
    assert hints(standing) == []
    change(standing, {f"{EN}/general.md": text.replace("decides why", "decides, how and why")})
    amended(standing, "correction", "--language", "en", "--section", "general", on="2024-01-03T09:00:00+00:00")
    assert hints(standing) != []
    with Repo(standing) as repository:
        repository.git.add(A=True)
        repository.git.commit(m="Amended")
        repository.git.branch("-f", "main", "HEAD")
    assert hints(standing) == [], "the base branch has it"
