"""What is false or unfinished in a version, from its own words, facts and notes."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.model.facts import Facts
from inforce.model.version import Accepted
from inforce.problems import Location, Problem, Severity
from inforce.project.publish import working_text
from inforce.release.next_version import ReleaseRequest, planned_version
from inforce.release.records import section_digests
from inforce.rules.states import SEEN, OpenPoint, brought, check_state, in_facts, in_words, is_asked, open_points
from inforce.rules.states import check_accepted as accounted

from tests.sources import Changes, good, project

EN, FR = "policy_src/privacy/en", "policy_src/privacy/fr"
FACTS = "policy_src/facts/organisation.yml"
NOTE = "policy_src/privacy/changes/plainer.md"


def found(place: Path) -> list[str]:
    """What is found in the working text, taken for a version."""
    opened = open_here(place)
    (policy,) = opened.project.policies
    working, at = working_text(opened.project, policy), datetime(2026, 1, 1, tzinfo=UTC)
    request = ReleaseRequest(working=working, released=at, announced=at, effective_from=at)
    version = planned_version(request, working.texts, section_digests(working.texts, opened.reader.section))
    texts = {
        language: {
            name: section
            for name, text in edition.sections.items()
            if (section := opened.reader.section(language, name, text)) is not None
        }
        for language, edition in version.editions.items()
    }
    facts = Facts.model_validate(version.facts)
    state = check_state(version, facts, texts, folder=policy.folder, places=in_facts)
    return [f"{one.severity} {one.code} {one.location.file}" for one in state]


COPIED = "# How long\n\nWe keep what you tell us for as long as we need it to carry out what we agreed with you, and "
COPIED += "no longer than the law asks us to, whatever happens, and wherever you live.\n"
CASES: list[tuple[Changes, list[str]]] = [
    ({}, []),
    ({f"{FR}/retention.md": good(f"{FR}/retention.md").replace("10 ans", "5 ans")}, [f"open F102 {FR}/retention.md"]),
    ({f"{EN}/retention.md": good(f"{EN}/retention.md").replace("10 y", "5 y")}, [f"error F102 {EN}/retention.md"]),
    (
        {
            FACTS: good(FACTS).replace(
                "privacy@northwind.example", "privacy@northwind.example\n  phone:\n    unknown: Nobody knows."
            )
        },
        [f"open F106 {FACTS}"],
    ),
    ({f"{FR}/general.md": None}, [f"open T101 {FR}/general.md"]),
    (
        {f"{FR}/general.md": good(f"{FR}/general.md").replace("## [Vos droits](id:access)", "## Vos droits")},
        [f"open T103 {FR}/general.md"],
    ),
    (
        {
            f"{FR}/general.md": None,
            f"{FR}/retention.md": good(f"{FR}/retention.md") + "\n[Nous](section:general).\n",
        },
        [f"open T101 {FR}/general.md", f"error L301 {FR}/retention.md"],
    ),
    ({NOTE: "# clarification\n\n## en\n\nPlainer.\n"}, [f"open T104 {NOTE}"]),
    ({NOTE: "# clarification\n\n## en\n\n5 years.\n\n## fr\n\n8 ans.\n"}, [f"open T105 {NOTE}"]),
    ({f"{FR}/retention.md": COPIED, f"{EN}/retention.md": COPIED}, [f"open T109 {FR}/retention.md"]),
    ({f"{FR}/retention.md": good(f"{FR}/retention.md").replace("# C", "# 2. C")}, [f"open M201 {FR}/retention.md"]),
    ({f"{FR}/retention.md": good(f"{FR}/retention.md") + "\nVoir la section 9.\n"}, [f"open L307 {FR}/retention.md"]),
    ({f"{FR}/retention.md": good(f"{FR}/retention.md") + "\nVoir la section 1.\n"}, []),
    ({f"{EN}/general.md": good(f"{EN}/general.md").replace("link:partner", "https://example.org")}, []),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_what_is_found(tmp_path: Path, changes: Changes, expected: list[str]) -> None:
    assert found(project(tmp_path, changes)) == expected


def test_the_codes_that_can_be_open_here_are_known() -> None:
    told = {line.split()[1] for _, lines in CASES for line in lines if line.startswith("open")}
    elsewhere = {"F103", "F104", "F105", "F109", "F110", "F120", "F128", "L305", "L306", "T111", "T113", "T114", "T118"}
    assert told | elsewhere == SEEN  # tests/rules: test_facts, test_unlinked, test_unstated, test_kept_ids and others


def problem(code: str = "F102", file: str = "p/fr/general.md", message: str = "Wrong.") -> Problem:
    return Problem(code=code, severity=Severity.OPEN, location=Location(file=file, line=3), message=message, remedy="x")


def points(*found: Problem) -> tuple[OpenPoint, ...]:
    return open_points(found, "p")


def test_what_a_state_brings_is_counted() -> None:
    one, other = problem(), problem(message="Other.")
    assert brought([one], [one, other]) == (other,)
    assert brought([one], [one, one]) == (one,)
    assert brought([one, other], [one]) == ()


def test_a_record_accounts_for_what_is_open_and_for_nothing_else() -> None:
    check_accepted = partial(accounted, ours=False, behind=frozenset({"fr/general"}))
    where = Location(file="p/versions/1/manifest.json")
    given = Accepted(code="F102", place="fr/general", message="Wrong.", because="And so.")
    late = given.model_copy(update={"code": "T102"})
    assert list(check_accepted(points(problem()), [given, late], where=where)) == []
    (missing,) = check_accepted(points(problem()), [], where=where)
    assert "F102 fr/general: Wrong." in missing.message
    assert "--accept F102:fr/general" in missing.remedy
    (surplus,) = check_accepted((), [given], where=where)
    assert "F102 fr/general, which is not open" in surplus.message
    (untold,) = check_accepted(points(problem("T102")), [], where=where)
    assert untold.code == "D117"


@pytest.mark.parametrize(
    ("code", "right"), [(one, True) for one in ("T110", "T114", "F122", "S123")] + [("V419", False), ("D118", False)]
)
def test_a_reason_for_what_shows_beside_a_record_may_stand_in_it(code: str, right: bool) -> None:
    given = Accepted(code=code, place="fr/general", message="Wrong.", because="So.")
    found = accounted((), [given], where=Location(file="p/m.json"), ours=True, behind=frozenset())
    assert (list(found) == []) is right


def test_a_release_asks_about_what_no_state_shows() -> None:
    asked = {code: is_asked(problem(code)) for code in ("T110", "S123", "F102", "D124")}
    assert asked == {"T110": True, "S123": True, "F102": False, "D124": False}


def test_an_old_record_needs_no_reason_for_a_rule_that_is_younger() -> None:
    where = Location(file="p/versions/1/manifest.json")
    for code, known, errors in (("L305", False, 0), ("L305", True, 1), ("F102", False, 1)):
        point = points(problem(code))
        told = accounted(point, [], where=where, ours=True, behind=frozenset(), known=known)
        assert len([*told]) == errors, code


@pytest.mark.parametrize(
    ("added", "right"),
    [
        (" (policy_src/facts/retention.yml)", True),
        (" (p/versions/1/facts.json)", True),
        (" (and nobody will ever know, see x.md)", False),
        (" (nobody/will ever/know.md)", False),
        (" (x.md)", False),
        (" and more", False),
    ],
)
def test_a_record_tells_of_it_in_the_words_told_here_wherever_that_stands(added: str, right: bool) -> None:
    given = Accepted(code="F102", place="fr/general", message=f"Wrong.{added}", because="And so.")
    where = Location(file="p/versions/1/manifest.json")
    found = list(accounted(points(problem()), [given], where=where, ours=True, behind=frozenset()))
    assert (found == []) is right


def test_a_point_in_a_line_names_its_place_once() -> None:
    assert in_words("T102", "fr/a", "it is behind.") == "T102 fr/a: it is behind."
    assert in_words("F106", "a.b", "a.b is unknown.") == "F106 a.b is unknown."
