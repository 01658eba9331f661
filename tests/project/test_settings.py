"""Settings beside the base branch: told in a branch that changes them, with their lines; nothing where none is."""

from __future__ import annotations

from pathlib import Path

import pytest
from git import Repo
from inforce.problems import Severity

from tests.sources import Changes, change, good, problems, project, told

SITE, LINKS, POLICY = "policy_src/site.yml", "policy_src/links.yml", "policy_src/privacy/policy.yml"
ORGANISATION = "policy_src/facts/organisation.yml"
RETENTION = "policy_src/facts/retention.yml"
RECIPIENTS = "policy_src/facts/recipients.yml"
RECIPIENT = good(RECIPIENTS)
GENERAL = "policy_src/privacy/en/general.md"
CODES = ("S120", "S121", "S122", "S123", "S124")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A project in a repository, its work on a branch."""
    place = project(tmp_path, {RECIPIENTS: f"{RECIPIENT}  privacy: https://partner.example/privacy\n"})
    with Repo.init(place, initial_branch="main") as repo:
        repo.git.add(all=True)
        repo.git.commit("-m", "first")
        repo.create_head("work").checkout()
    return place


def hints(place: Path) -> list[str]:
    return [one for one in told(problems(place)) if one.startswith(CODES)]


def test_a_page_that_a_text_still_leads_to_is_open(place: Path) -> None:
    change(place, {RECIPIENTS: f"{RECIPIENT}  privacy: https://evil.example/privacy\n"})
    (told,) = [one for one in problems(place) if one.code == "S123"]
    assert told.severity is Severity.OPEN
    assert "A text leads to https://partner.example/privacy." in told.remedy


def test_a_new_transfer_that_no_text_tells_of_is_open_and_told_once(place: Path) -> None:
    privacy = f"{RECIPIENT}  privacy: https://partner.example/privacy\n"
    sent = "  transfers: {nz: {label: {en: New Zealand, fr: Nouvelle-Zélande}, country: NZ, safeguard: adequacy}}\n"
    change(place, {RECIPIENTS: privacy + sent})
    assert [(one.code, one.severity, one.message) for one in problems(place) if one.code == "S124"] == [
        ("S124", Severity.OPEN, 'recipients.partner.transfers.nz changes: nothing → "New Zealand".')
    ]


@pytest.mark.parametrize(
    ("file", "old", "leads", "codes"),
    [
        (LINKS, "https://partner.example/privacy", "https://evil.example/privacy", ["S123 open", "S122 hint"]),
        (GENERAL, "(link:partner)", "(https://evil.example/privacy)", ["S123 open"]),
        (LINKS, "https://partner.example/privacy", "https://partner.example/data", ["S122 hint"]),
    ],
)
def test_so_is_a_text_that_leads_elsewhere_than_its_fact(
    place: Path, file: str, old: str, leads: str, codes: list[str]
) -> None:
    assert old in good(file)
    change(place, {file: good(file).replace(old, leads)})
    assert [f"{one.code} {one.severity}" for one in problems(place) if one.code in CODES] == codes


CHANGED: dict[str, tuple[Changes, list[str]]] = {
    "nothing": ({}, []),
    "words": ({GENERAL: good(GENERAL).replace("helps us", "helps")}, []),
    "a comment": ({SITE: f"# new\n{good(SITE)}"}, []),
    "the address": (
        {SITE: good(SITE).replace("legal.northwind", "www.northwind")},
        [f"S120 {SITE}:4"],
    ),
    "a title": ({POLICY: good(POLICY).replace("en: Privacy Policy", "en: Data")}, [f"S121 {POLICY}:2"]),
    "a target": ({LINKS: good(LINKS).replace("https://", "https://www.")}, [f"S122 {LINKS}:2"]),
    "an address to write to": (
        {ORGANISATION: good(ORGANISATION).replace("privacy@", "info@")},
        [f"S123 {ORGANISATION}:9"],
    ),
    "a wording that is accepted": (
        {RETENTION: good(RETENTION).replace("10 years", "{value: 10 years, accept: {fr: {la décennie: 10 years}}}")},
        [f"S124 {RETENTION}:3"],
    ),
    "the label of a fact": (
        {RETENTION: good(RETENTION).replace("en: Contracts", "en: Agreements")},
        [f"S124 {RETENTION}:2"],
    ),
    "all of links.yml": ({LINKS: None}, []),
    "a page that the text links to": (
        {RECIPIENTS: f"{RECIPIENT}  privacy: https://evil.example/privacy\n"},
        [f"S123 {RECIPIENTS}:4"],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CHANGED.values(), ids=CHANGED)
@pytest.mark.parametrize("committed", [True, False])
def test_what_a_branch_sets_otherwise_is_told(
    place: Path, changes: Changes, expected: list[str], committed: bool
) -> None:
    change(place, changes)
    if committed and changes:
        with Repo(place) as repo:
            repo.git.add(all=True)
            repo.git.commit("-m", "work")
    assert hints(place) == expected


def test_without_a_base_or_with_one_that_cannot_be_read_nothing_is(tmp_path: Path) -> None:
    place = project(tmp_path)
    assert hints(place) == []
    change(place, {SITE: "name: [", POLICY: b"\xff"})
    with Repo.init(place, initial_branch="main") as repo:
        repo.git.add(all=True)
        repo.git.commit("-m", "broken")
    change(place, {SITE: good(SITE), POLICY: good(POLICY)})
    assert hints(place) == []
