"""Files and folders that nothing reads: told with the name or the place they should have."""

from __future__ import annotations

import pytest
from inforce.rules.unread_files import (
    fact_meant,
    section_meant,
    unread_fact,
    unread_in_policy,
    unread_note,
    unread_on_top,
    unread_section,
)

FOLDER = "policy_src/privacy/en"


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("retention.markdown", "Name it retention.md."),
        ("retention.MD", "Name it retention.md."),
        ("retention.md.txt", "Name it retention.md."),
        ("durée.md", "Name it duree.md."),
        ("Our Cookies.md", "Name it our-cookies.md."),
        ("new/cookies.md", f"Move it: {FOLDER}/cookies.md"),
        ("Retention.docx", f"Put its words into {FOLDER}/retention.md, as plain text, and take it away."),
        ("retention.md~", "Take it away."),
        ("~$retention.docx", "Take it away."),
        ("picture.png", "Name it as in retention.md, or take it away."),
        ("differs.yml", "Take it away for now, and keep its words for later."),
        ("sync/retention.json", "Take it away for now, and keep its words for later."),
        ("保存.md", "Name it as in retention.md, or take it away."),
    ],
)
def test_a_file_among_the_sections(name: str, remedy: str) -> None:
    problem = unread_section(f"{FOLDER}/{name}", FOLDER)
    assert (problem.code, problem.remedy) == ("S105", remedy)


def test_what_a_section_was_meant_to_be() -> None:
    assert [section_meant(name) for name in ("a.md", "a.MD", "b/a.txt", "Ä.md", "a.docx", "a.md~")] == [
        "a", "a", "a", "a", None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("retention.yaml", "Name it retention.yml."),
        ("Retention.yml", "Name it retention.yml."),
        ("retentoin.yml", "Name it retention.yml."),
        ("secrets.yml", "Known are: retention.yml, cookies.yml."),
        ("retention.yml~", "Take it away."),
    ],
)
def test_a_file_among_the_facts(name: str, remedy: str) -> None:
    problem = unread_fact(f"policy_src/facts/{name}", ("retention", "cookies"))
    assert (problem.code, problem.remedy) == ("S105", remedy)


def test_what_a_file_of_facts_was_meant_to_be() -> None:
    assert [fact_meant(name) for name in ("a.yaml", "A.yml", "a.json", "a")] == ["a", "a", "a", None]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("note.txt", "A change note is a text file named as in note.md."),
        ("New note.docx", "A change note is a text file named as in new-note.md."),
        ("note.md~", "Take it away."),
    ],
)
def test_a_file_among_the_change_notes(name: str, remedy: str) -> None:
    problem = unread_note(f"policy_src/privacy/changes/{name}")
    assert (problem.code, problem.remedy) == ("S105", remedy)


@pytest.mark.parametrize(
    ("name", "is_file", "remedy"),
    [
        ("cookies.md", True, "If it is a section, move it: policy_src/privacy/en/cookies.md. If not, take it away."),
        ("x.zip", True, "Take it away."),
        ("EN", False, 'Name it "en", in small letters.'),
        ("PT-br", False, 'Name it "pt-BR".'),
        ("nl", False, 'Add "nl" to the languages in policy.yml, or take it away.'),
        ("change", False, 'Did you mean "changes"? If not, take it away.'),
        ("drafts-of-mine", False, "Take it away."),
    ],
)
def test_what_stands_beside_a_policys_languages(name: str, is_file: bool, remedy: str) -> None:
    problem = unread_in_policy(
        f"policy_src/privacy/{name}", is_file=is_file, languages=["en", "fr", "pt-BR"], leading="en"
    )
    assert (problem.code, problem.remedy) == ("S106", remedy)


@pytest.mark.parametrize(
    ("name", "is_file", "remedy"),
    [
        ("notes.txt", True, "Take it away."),
        ("en", False, "Move it: policy_src/privacy/en"),
        ("terms", False, 'Add "terms" to the policies in site.yml, or take it away.'),
    ],
)
def test_what_stands_beside_the_policies(name: str, is_file: bool, remedy: str) -> None:
    problem = unread_on_top(f"policy_src/{name}", is_file=is_file, languages=["en"], policies=["privacy"])
    assert (problem.code, problem.remedy) == ("S106", remedy)


def test_a_policy_with_released_versions_is_never_to_be_taken_away() -> None:
    problem = unread_on_top("policy_src/terms", is_file=False, languages=["en"], policies=["privacy"], released=True)
    assert (problem.code, problem.severity) == ("S106", "error")
    assert problem.remedy == 'Add "terms" to the policies in site.yml.'
