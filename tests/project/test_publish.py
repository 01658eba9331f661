"""A project as it is published at an instant."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.errors import CannotContinue
from inforce.model.version import ReleasedVersion
from inforce.project.api import api_files
from inforce.project.open import OpenProject
from inforce.project.publish import Publication, facts_of, plain_facts, publish, working_text
from inforce.publication import PublishedRevision

from tests.release.living import EN, FR, GERMAN, amended, note, run
from tests.site import making
from tests.sources import change, good, project


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 1, announced on 1 January and in force from 1 March 2024; version 2, announced on 1 April."""
    place = project(tmp_path_factory.mktemp("publish"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(
        place, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends"), **note()}
    )
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-09-01", "--yes", on="2024-04-01T09:00:00+00:00")
    return place


@pytest.fixture(scope="module")
def opened(place: Path) -> OpenProject:
    return open_here(place)


def at(opened: OpenProject, instant: str, *, drafts: bool = False) -> Publication:
    when = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    return publish(opened.project, opened.reader, as_of=when, drafts=drafts)


@pytest.mark.parametrize(
    ("instant", "numbers"),
    [("2023-12-31", []), ("2024-01-01T09:00:00", [1]), ("2024-03-31", [1]), ("2024-04-01T09:00:00", [1, 2])],
)
def test_a_version_is_shown_from_its_announcement_on(opened: OpenProject, instant: str, numbers: list[int]) -> None:
    made = at(opened, instant)
    (policy,) = made.site.policies
    assert [each.version.number for each in policy.versions] == numbers
    assert sorted(made.frozen) == [("privacy", number) for number in numbers]
    assert [term.version for term in policy.timeline.terms] == numbers


@pytest.mark.parametrize(
    ("instant", "since", "until"),
    [
        ("2023-12-31", None, "2024-01-01T09:00:00+00:00"),
        ("2024-02-29T23:00:00", "2024-02-29T23:00:00+00:00", "2024-04-01T09:00:00+00:00"),
        ("2024-05-01", "2024-04-01T09:00:00+00:00", "2024-08-31T22:00:00+00:00"),
        ("2025-01-01", "2024-08-31T22:00:00+00:00", None),
    ],
)
def test_between_which_instants_the_site_stays_the_same(
    opened: OpenProject, instant: str, since: str | None, until: str | None
) -> None:
    bounds = [bound.astimezone(UTC).isoformat() if bound else None for bound in at(opened, instant).state_bounds]
    assert bounds == [since, until]


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> OpenProject:
    """One version: translated into German, corrected in English, postponed, withdrawn, a day after the other."""
    place = project(tmp_path_factory.mktemp("corrected"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, GERMAN)
    amended(place, "translation", "--language", "de", on="2024-01-10T09:00:00+00:00")
    change(place, {f"{EN}/retention.md": good(f"{EN}/retention.md").replace("after its end", "after it ends")})
    amended(place, "correction", "--language", "en", "--section", "retention", on="2024-01-11T09:00:00+00:00")
    amended(place, "postponement", "--effective", "2024-04-01", on="2024-01-12T09:00:00+00:00")
    amended(place, "withdrawal", "--effective", "2024-06-01", on="2024-01-13T09:00:00+00:00")
    return open_here(place)


def test_every_revision_with_its_term_and_its_words(corrected: OpenProject) -> None:
    (version,) = at(corrected, "2025-01-01").site.policies[0].versions
    days = {
        language: [
            (each.number, each.recorded.day, each.replaced.day if each.replaced else None, type_of(each))
            for each in revisions
        ]
        for language, revisions in version.revisions.items()
    }
    assert days == {
        "en": [(1, 1, 11, "release"), (2, 11, 12, "correction"), (3, 12, None, "postponement")],
        "fr": [(1, 1, 12, "release"), (2, 12, None, "postponement")],
        "de": [(1, 10, 12, "translation"), (2, 12, None, "postponement")],
    }
    first, second, third = version.revisions["en"]
    assert "after its end" in first.edition.edition.sections["retention"]
    assert "after it ends" in second.edition.edition.sections["retention"]
    assert first.edition.wording != second.edition.wording
    assert second.stood.version.effective_from != third.stood.version.effective_from
    assert set(first.stood.editions) == {"en", "fr"}
    assert set(second.stood.editions) == {"en", "fr", "de"}
    assert third.stood.version.withdrawn is None, "as it stood, before it was withdrawn"


def type_of(revision: PublishedRevision) -> str:
    return str(revision.amendment.type) if revision.amendment else "release"


@pytest.mark.parametrize(
    ("instant", "revisions", "amendments"),
    [
        ("2024-01-10T08:59:59", {"en": 1, "fr": 1}, 0),
        ("2024-01-11T08:59:59", {"en": 1, "fr": 1, "de": 1}, 1),
        ("2024-01-11T09:00:00", {"en": 2, "fr": 1, "de": 1}, 2),
        ("2024-01-13T09:00:00", {"en": 3, "fr": 2, "de": 2}, 4),
    ],
)
def test_an_amendment_is_shown_from_its_record_on(
    corrected: OpenProject, instant: str, revisions: dict[str, int], amendments: int
) -> None:
    made = at(corrected, instant)
    (policy,) = made.site.policies
    (version,) = policy.versions
    assert {language: each.edition.revision for language, each in version.editions.items()} == revisions
    assert len(version.version.amendments) == amendments
    assert {path for path in made.frozen[("privacy", 1)] if path.endswith(".json")} == {
        f"{language}/r{number}.json" for language, newest in revisions.items() for number in range(1, newest + 1)
    }
    since, until = made.state_bounds
    assert since is not None
    assert (until is not None) == (amendments < 4 or instant < "2024-06-01")


def test_frozen_files_are_those_of_the_release(opened: OpenProject, place: Path) -> None:
    frozen = at(opened, "2025-01-01").frozen[("privacy", 1)]
    assert sorted(frozen) == ["en/r1.json", "fr/r1.json"]
    assert frozen["en/r1.json"] == (place / "policy_src/privacy/versions/1/published/en/r1.json").read_bytes()


def test_a_draft_is_shown_only_when_asked_for_and_only_where_something_differs(
    tmp_path: Path, opened: OpenProject
) -> None:
    assert at(opened, "2025-01-01", drafts=True).site.policies[0].draft is None
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    change(place, {f"{EN}/general.md": good(f"{EN}/general.md").replace("helps us", "helps")})
    edited = open_here(place)
    assert at(edited, "2025-01-01").site.policies[0].draft is None
    draft = at(edited, "2025-01-01", drafts=True).site.policies[0].draft
    assert draft is not None
    assert draft.number is None
    assert set(draft.editions) == {"en", "fr"}
    change(place, {f"{FR}/general.md": None})
    partly = at(open_here(place), "2025-01-01", drafts=True).site.policies[0].draft
    assert partly is not None
    assert set(partly.editions) == {"en"}


def test_facts_alone_can_be_proposed(tmp_path: Path) -> None:
    """A new cookie changes what the site says, though no section names it."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    cookies = "policy_src/facts/cookies.yml"
    added = good(cookies) + good(cookies).replace("language:", "theme:", 1).replace("lang\n", "theme\n", 1)
    change(place, {cookies: added})
    draft = at(open_here(place), "2025-01-01", drafts=True).site.policies[0].draft
    assert draft is not None
    assert list(draft.facts.cookies.root) == ["language", "theme"]


def test_the_working_text_in_order(opened: OpenProject) -> None:
    working = working_text(opened.project, opened.project.policies[0])
    assert list(working.texts["en"]) == ["general", "retention"]
    assert set(working.texts) == {"en", "fr"}
    assert [item.manifest.version for item in working.earlier] == [1, 2]
    only = working_text(opened.project, opened.project.policies[0], languages=("fr", "xx"))
    assert set(only.texts) == {"fr"}


def test_facts_as_a_release_freezes_them_read_back_the_same(opened: OpenProject) -> None:
    data = plain_facts(opened.project.facts)
    assert "data" not in data, "what says nothing is left out"
    assert type(opened.project.facts).model_validate(data) == opened.project.facts


def test_facts_that_this_tool_no_longer_reads() -> None:
    version: ReleasedVersion = making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]}).version
    object.__setattr__(version, "facts", {"retention": {"contract": {"keep": "for ever"}}})
    with pytest.raises(CannotContinue, match=r"D104 policy_src/privacy/versions/1/facts\.json"):
        facts_of(version)


def test_a_policy_has_only_what_its_text_speaks_of(tmp_path: Path) -> None:
    """The facts of the company stay in its record; nothing that is published has them."""
    place = project(tmp_path)
    policy = "policy_src/privacy/policy.yml"
    change(place, {policy: good(policy).partition("roles:")[0]})
    run(place, "release", "--effective", "2024-03-01", "--yes")
    publication = at(open_here(place), "2025-01-01")
    (published,) = publication.site.policies[0].versions
    assert not published.facts.cookies.root
    assert published.version.facts["cookies"]
    assert list(published.facts.retention.root), "the text links to a period"
    assert published.states == ()
    summary = json.loads(publication.frozen["privacy", 1]["en/r1.json"])
    assert summary["cookies"] == summary["recipients"] == []
    assert not [path for path in api_files(publication) if path.endswith(("klaro.json", "cookieconsent.json"))]
